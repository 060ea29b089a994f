"""The normal form of text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.ingest.normalise import normalise

LETTERS = "abcA é\u0301\u200b\xad\xa0\u2009\t\r\n\x0c\u2028-•*1.;,(\u2019”\uf0b7\u1161\u1100\u0338"
TEXTS = st.one_of(st.text(), st.text(st.sampled_from(LETTERS), max_size=400))


@given(TEXTS)
def test_normal_form_stays_as_it_is(text: str) -> None:
    once = normalise(text)
    assert normalise(once) == once


@given(TEXTS)
def test_no_newline_inside_a_paragraph(text: str) -> None:
    assert not any("\n" in paragraph for paragraph in normalise(text).split("\n\n"))


@given(TEXTS)
def test_no_letter_is_lost_and_no_word_is_made(text: str) -> None:
    def letters(words: str) -> str:
        return "".join(c for c in words if c.isascii() and c.isalnum())

    plain = "".join(c for c in text if c.isascii())
    assert letters(normalise(plain)) == letters(plain)


WRAPPED = """\
The two ministers met on Monday and agreed that the ceasefire must hold
along the whole line of contact, and that observers must be let in.
They spoke again.

Annex
1. Observers shall have access to every crossing point at any hour of day.
2. Reports are weekly.
"""


def test_hard_wrapped_lines_are_joined_and_lists_are_not() -> None:
    paragraphs = normalise(WRAPPED).split("\n\n")
    assert paragraphs[0].endswith("be let in. They spoke again.")
    assert [p[:5] for p in paragraphs[1:]] == ["Annex", "1. Ob", "2. Re"]


def test_lines_of_an_unwrapped_text_are_paragraphs() -> None:
    line = "The delegation of the host country thanked every member for its patience. " * 3
    assert normalise(f"{line}\n{line}\nShort line.").count("\n\n") == 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("a\r\n\r\nb", "a\n\nb", id="crlf"),
        pytest.param("a\xa0\u2003b", "a b", id="exotic spaces"),
        pytest.param("sanc\xadtions\u200b", "sanctions", id="invisible characters"),
        pytest.param("e\u0301te\u0301", "\xe9t\xe9", id="nfc"),
        pytest.param("\uf0b7 - one\n\n* two", "one\n\ntwo", id="bullets"),
        pytest.param("words\n\n###\n\n* * *", "words", id="ornaments"),
        pytest.param("“We\u2019re here”", "“We\u2019re here”", id="curly quotes stay"),
        pytest.param("their coopera-\ntion; cooperation", "their cooperation; cooperation", id="broken word"),
        pytest.param("their long-\nterm plan", "their long-term plan", id="compound"),
        pytest.param("the Indo-\nPacific region", "the Indo-Pacific region", id="compound name"),
        pytest.param("", "", id="empty"),
    ],
)
def test_characters_and_hyphens(text: str, expected: str) -> None:
    assert normalise(text) == expected
