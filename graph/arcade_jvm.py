"""The one Java virtual machine of the process, in which the embedded store's engine runs."""

from __future__ import annotations

import atexit
import os
import signal
import tempfile
import threading
from functools import cache
from pathlib import Path
from typing import Any

import jpype
from arcadedb_embedded import jvm as packaged

from communique.graph.errors import StoreError

Java = Any
"""A Java class or object; the bridge has no static types to give."""

_FACTORY = "com.arcadedb.database.DatabaseFactory"
_SETTINGS = {
    "java.awt.headless": "true",
    "file.encoding": "UTF8",
    # An empty logging configuration and no handler: the engine says nothing and makes no log folder.
    "java.util.logging.config.file": os.devnull,
    "arcadedb.installCustomFormatter": "false",
    # A query may reach the graph and nothing else.
    "arcadedb.opencypher.loadCsv.allowFileUrls": "false",
    "arcadedb.opencypher.loadCsv.allowRemoteUrls": "false",
    "arcadedb.polyglotEngineEnabled": "false",
}
_OPTIONS = (
    "-Xmx2g",
    "-XX:+UseSerialGC",
    # The second compiler costs a short run half its time; without it a long query takes twice as long.
    "-XX:TieredStopAtLevel=1",
    "-XX:+UseCompactObjectHeaders",
    f"-XX:ErrorFile={Path(tempfile.gettempdir()) / 'communique-jvm-%p.log'}",
    "--enable-native-access=ALL-UNNAMED",
    "--add-opens=java.base/java.util.concurrent.atomic=ALL-UNNAMED",
    "--add-opens=java.base/java.nio.channels.spi=ALL-UNNAMED",
    "--add-opens=java.base/java.lang=ALL-UNNAMED",
)


def start() -> None:
    """Start the engine's own Java runtime, once and silently; Ctrl-C stays Python's.

    Raises:
        StoreError: the runtime is missing or refuses to start, or another library has started a virtual
            machine without the engine.
    """
    if not jpype.isJVMStarted():
        _start()
    try:
        java(_FACTORY)
    except TypeError as error:
        raise StoreError("the running Java virtual machine lacks ArcadeDB: open the store first") from error


@cache
def java(name: str) -> Java:
    """The Java class of that full name."""
    return jpype.JClass(name)


def _start() -> None:
    try:
        jars = [str(jar) for jar in sorted(Path(packaged.get_jar_path()).glob("*.jar"))]
        settings = [f"-D{name}={value}" for name, value in _SETTINGS.items()]
        library = packaged.get_bundled_jre_lib_path()
        jpype.startJVM(library, *_OPTIONS, *settings, classpath=jars, interrupt=False)
    except Exception as error:
        raise StoreError(f"the Java runtime of arcadedb-embedded does not start: {error}") from error
    _keep_termination()
    # An open database keeps the runtime's own exit waiting for half a minute.
    atexit.register(lambda: java(_FACTORY).closeActiveDatabaseInstances())


def _keep_termination() -> None:
    """Give SIGTERM back: the bridge's own handler calls Python without its lock and crashes."""
    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGTERM, signal.getsignal(signal.SIGTERM) or signal.SIG_DFL)
