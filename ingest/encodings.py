"""Bytes to text: an encoding is known or evident, or the file is refused."""

from __future__ import annotations

import codecs
import re
import unicodedata

from communique.graph.errors import DocumentError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Only encodings of text: Python's registry also holds codecs such as zip and rot13.
_TEXTUAL = re.compile(
    r"(?:utf-?8|us-ascii|windows-\d+|cp\d+|iso-8859-\d+|koi8-[ru]|gb\w+|big5|euc-\w+|shift_jis)", re.I
)
_PUNCTUATION = "\xa0\xad\u2018\u2019\u201a\u2013“”„—…•«»€£§°·©®™"
_ADVICE = "save it as UTF-8"


def decode(data: bytes, declared: str | None = None) -> tuple[str, str]:
    """Decode bytes by their byte order mark, as UTF-8, as declared, or as Windows-1252, in that order.

    Windows-1252 is taken only where every byte is defined in it, every character beyond ASCII is a Latin
    letter or ordinary punctuation, and these are fewer than one in eight: so Cyrillic is not taken for it.

    Args:
        data: the file's bytes, already unpacked.
        declared: the encoding that the file names for itself, if any.

    Returns:
        The text, and the name of the encoding that was used.

    Raises:
        DocumentError: no encoding fits, or the bytes are not text at all.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _strictly(data, name), name
    if b"\0" in data:
        raise DocumentError(f"holds NUL bytes, so it is no text in UTF-8; {_ADVICE}")
    try:
        return data.decode(), "utf-8"
    except UnicodeDecodeError as error:
        return _otherwise(data, declared, error.start)


def _otherwise(data: bytes, declared: str | None, position: int) -> tuple[str, str]:
    if declared and _TEXTUAL.fullmatch(declared):
        return _strictly(data, declared.lower()), declared.lower()
    text = data.decode("cp1252", errors="ignore")
    if len(text) == len(data) and _plausible(text):
        return text, "windows-1252"
    raise DocumentError(
        f"unreadable encoding: byte {position} is not UTF-8 and no other encoding is evident; {_ADVICE}"
    )


def _strictly(data: bytes, name: str) -> str:
    try:
        text = data.decode(name)
    except (UnicodeDecodeError, LookupError) as error:
        raise DocumentError(f"unreadable encoding: it says {name}, but is not; {_ADVICE}") from error
    if "\0" in text:
        raise DocumentError(f"holds NUL characters; {_ADVICE}")
    return text


def _plausible(text: str) -> bool:
    beyond = [character for character in text if ord(character) > 127]
    return 8 * len(beyond) < len(text) and all(map(_ordinary, beyond))


def _ordinary(character: str) -> bool:
    return character in _PUNCTUATION or unicodedata.category(character) in {"Ll", "Lu"}
