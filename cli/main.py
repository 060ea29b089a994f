"""The `communique` command: every subcommand, and what all of them do about errors and interrupts."""

from __future__ import annotations

import os
import sys
from importlib.metadata import PackageNotFoundError, version
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from communique.cli import clauses, exits, explain, export, extract, info, ingest, query, view
from communique.cli.console import say
from communique.graph.errors import CommuniqueError


class Commands(TyperGroup):
    """The command group, with one way out for each way that a command can end early."""

    def invoke(self, ctx: Any) -> object:  # noqa: ANN401 — typer's own type of context moved between versions
        """Run the subcommand; what communique refuses becomes one line on stderr."""
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except CommuniqueError as error:
            say(f"communique: {error}", style="red")
            raise typer.Exit(exits.NONE) from None
        except BrokenPipeError:
            _close_stdout()
            raise typer.Exit(exits.BROKEN_PIPE) from None
        except KeyboardInterrupt:
            say("communique: interrupted; what was written before is whole, run again to go on", style="red")
            raise typer.Exit(exits.INTERRUPTED) from None
        return result


app = typer.Typer(
    cls=Commands,
    name="communique",
    no_args_is_help=True,
    pretty_exceptions_show_locals=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Exit status: 0 all went through, 1 none did, 2 wrong usage, 3 some did, 130 interrupted.",
)


def _show_version(wanted: bool) -> None:
    if wanted:
        print(f"communique {_version()}")
        raise typer.Exit


def _version() -> str:
    try:
        return version("communique")
    except PackageNotFoundError:
        return "(not installed)"


def _close_stdout() -> None:
    """Let nothing be flushed into the closed pipe when the interpreter ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@app.callback()
def communique(
    show: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Diplomatic statements as a knowledge graph: who said what about whom, in which words, how firmly.

    Example: communique build examples --store build/g --out build/g.html
    """


app.command("build")(ingest.build)
app.command("ingest")(ingest.ingest)
app.command("extract")(extract.extract)
app.command("clauses")(clauses.clauses)
app.command("explain")(explain.explain)
app.command("query")(query.query)
app.command("cypher")(query.cypher)
app.command("view")(view.view)
app.command("export")(export.export)
app.command("info")(info.info)


def main() -> None:
    """Entry point of the installed command."""
    app()
