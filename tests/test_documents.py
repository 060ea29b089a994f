"""Files become documents, or are refused in one line that says why."""

import gzip
import io
import os
from pathlib import Path

import pytest
from pypdf import PdfWriter

from communique.graph.errors import DocumentError
from communique.ingest.documents import Document, find, read, read_all

PROSE = "The ministers of both countries met in Lisbon and agreed to reopen the crossings before winter."
PAGE = f"""<html><head><title>On the crossings - Foreign Office</title>
<link rel="canonical" href="https://mfa.example/news/1"><meta name="dc.date" content="2024-05-02">
</head><body>
<nav><a href="/">Home</a> <a href="/news">News</a></nav><article><h1>On the crossings</h1>
<p>{PROSE}</p><p>They   thanked&nbsp;the
observers.</p><p>{PROSE.replace("Lisbon", "Porto")}</p></article>
<script>var x="never";</script></body></html>"""
MAIL = f"""From: Foreign Office <press@mfa.example>\r
Subject: On the crossings\r
Date: Thu, 02 May 2024 23:30:00 +0200\r
Content-Type: text/plain; charset=utf-8\r
\r
{PROSE}\r
"""


def written(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def document(path: Path, date: str | None = None, issuers: tuple[str, ...] = ()) -> Document:
    return read(next(find([path])), date=date, issuers=issuers)


def blank_pdf(password: str | None = None) -> bytes:
    writer, buffer = PdfWriter(), io.BytesIO()
    writer.add_blank_page(200, 200)
    if password:
        writer.encrypt(password)
    writer.write(buffer)
    return buffer.getvalue()


def test_front_matter_gives_metadata_and_marks_go(tmp_path: Path) -> None:
    front = "---\ntitle: On the crossings\ndate: 2024-05-02\nissuers: [Portugal, Spain]\n"
    front += "source_url: https://mfa.example/1\nid: x7\n---\n"
    body = f"## *Part* one\n\n1\\. {PROSE}  \n  \n**[Link](https://a.example) text **and<s> </s>more.\n\n\\###\n"
    found = document(written(tmp_path, "a.md", front + body))
    assert found.text == f"On the crossings\n\nPart one\n\n1. {PROSE}\n\nLink text and more."
    assert (found.id, found.title, found.date) == ("x7", "On the crossings", "2024-05-02")
    assert (found.issuers, found.site, found.url) == (
        ("Portugal", "Spain"),
        "mfa.example",
        "https://mfa.example/1",
    )


def test_a_page_gives_its_article_and_its_own_metadata(tmp_path: Path) -> None:
    found = document(written(tmp_path, "a.html", PAGE))
    assert found.text.startswith(f"On the crossings\n\n{PROSE}\n\nThey thanked the observers.")
    assert "Home" not in found.text and "never" not in found.text
    assert (found.title, found.date, found.site) == ("On the crossings", "2024-05-02", "mfa.example")


def test_a_mail_gives_its_subject_day_and_sender(tmp_path: Path) -> None:
    found = document(written(tmp_path, "a.eml", MAIL))
    assert found.text == f"On the crossings\n\n{PROSE}"
    assert (found.date, found.site) == ("2024-05-02", "Foreign Office")


@pytest.mark.parametrize(("name", "content"), [("a.txt", PROSE), ("a.html", PAGE), ("a.eml", MAIL), ("a.md", PROSE)])
def test_a_packed_file_is_the_same_document(tmp_path: Path, name: str, content: str) -> None:
    plain = document(written(tmp_path, name, content))
    packed = document(written(tmp_path, f"{name}.gz", gzip.compress(content.encode())))
    assert (packed.id, packed.text, packed.sha256) == (plain.id, plain.text, plain.sha256)


def test_arguments_fill_in_only_what_the_document_does_not_say(tmp_path: Path) -> None:
    silent = document(written(tmp_path, "a.txt", PROSE), date="2020-01", issuers=("Spain",))
    assert (silent.date, silent.issuers, silent.warnings) == ("2020-01", ("Spain",), ())
    front = "---\ndate: 2024-05-02\nissuer: Portugal\n---\n"
    spoken = document(written(tmp_path, "b.md", front + PROSE), date="2020-01", issuers=("Spain",))
    assert (spoken.date, spoken.issuers) == ("2024-05-02", ("Portugal",))


def test_no_date_is_a_warning_that_says_what_to_do(tmp_path: Path) -> None:
    found = document(written(tmp_path, "a.md", f"---\ndate: 16 December\n---\n{PROSE}"))
    assert found.date is None
    assert ["16 December" in found.warnings[0], "--date" in found.warnings[1]] == [True, True]


def test_windows_1252_is_taken_where_plausible_and_said(tmp_path: Path) -> None:
    bytes_ = f"“{PROSE}” — São Tomé, co\xadoperation".encode("cp1252")  # with a soft hyphen, as scans have
    found = document(written(tmp_path, "a.txt", bytes_), date="2024")
    assert found.text == f"“{PROSE}” — São Tomé, cooperation"
    assert "windows-1252" in found.warnings[0]


FRONT = "---\n{}\n---\n" + PROSE
REFUSED = {
    "unknown encoding": ("a.txt", ("Совет принял решение. " * 9).encode("cp1251"), "unreadable encoding"),
    "nul bytes": ("a.txt", b"a\0b", "NUL"),
    "false declaration": ("a.html", b'<meta charset="gb2312"><p>\xff\xff</p>', "it says gb2312"),
    "empty": ("a.txt", " \n", "is empty"),
    "no text": ("a.txt", "\u200b\n* * *", "has no text"),
    "unknown suffix": ("a.docx", "x", "unknown suffix"),
    "no text layer": ("a.pdf", blank_pdf(), "has no text layer; run OCR first"),
    "encrypted": ("a.pdf", blank_pdf("secret"), "encrypted"),
    "damaged pdf": ("a.pdf", "%PDF-1.4 no more", "damaged PDF"),
    "no article": (
        "a.html",
        "<html><body><nav><a href='/'>Home</a></nav></body></html>",
        "without an article",
    ),
    "huge markdown": ("a.md", "x " * 1_000_001, "Markdown of more than"),
    "huge page": ("a.html", "<p>" + "x" * 5_000_001, "web page of more than"),
    "truncated gzip": ("a.txt.gz", gzip.compress(os.urandom(999))[:-20], "truncated gzip"),
    "damaged gzip": ("a.txt.gz", "not packed", "damaged gzip"),
    "gzip bomb": ("a.txt.gz", gzip.compress(b"a" * 30_000_000), "unpacks to more than"),
    "malformed front matter": ("a.md", FRONT.format("title: [a"), "malformed YAML front matter, line"),
    "open front matter": ("a.md", "---\ntitle: a\n", "never closed"),
    "listed front matter": ("a.md", FRONT.format("- a"), "no mapping"),
    "aliases": ("a.md", FRONT.format("a: &a [x]\nb: [*a, *a]"), "aliases"),
    "deep front matter": ("a.md", FRONT.format("a: " + "[" * 30_000), "front matter"),
    "no body": ("a.eml", "Subject: a\nContent-Type: image/png\n\nx", "without a body"),
}


@pytest.mark.parametrize(("name", "content", "reason"), REFUSED.values(), ids=REFUSED)
def test_bad_input_is_refused_in_one_line(tmp_path: Path, name: str, content: str | bytes, reason: str) -> None:
    path = written(tmp_path, name, content)
    with pytest.raises(DocumentError) as refusal:
        document(path)
    message = str(refusal.value)
    assert message.startswith(f"{path}: ") and reason in message and message.isprintable()


def test_a_large_file_is_refused_unread(tmp_path: Path) -> None:
    path = written(tmp_path, "a.txt", "")
    os.truncate(path, 200_000_000)
    with pytest.raises(DocumentError, match=r"is 200,000,000 bytes.*--max-bytes"):
        document(path)


def test_missing_files_pipes_and_bad_dates_are_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(DocumentError, match="no regular file"):
        document(tmp_path / "pipe.txt")
    with pytest.raises(DocumentError, match="No such file"):
        document(tmp_path / "none.txt")
    with pytest.raises(DocumentError, match="is no date"):
        document(written(tmp_path, "a.txt", PROSE), date="next week")


def test_a_folder_is_listed_in_order_and_accounts_for_every_file(tmp_path: Path) -> None:
    for name in ("b.txt", "2021/a.md", "index.csv", ".hidden"):
        written(tmp_path, name, PROSE)
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    found = {source.id: source.skipped for source in find([tmp_path])}
    assert list(found) == [".hidden", "2021/a", "b", "index.csv", "loop"]
    assert [bool(reason) for reason in found.values()] == [True, False, False, True, True]
    assert "unknown suffix .csv" in str(found["index.csv"])


def test_the_same_id_twice_is_refused_and_the_run_goes_on(tmp_path: Path) -> None:
    for name in ("a.md", "a.txt", "b.txt"):
        written(tmp_path, name, PROSE)
    outcomes = [outcome for _, outcome in read_all(find([tmp_path]))]
    assert [isinstance(outcome, Document) for outcome in outcomes] == [True, False, True]
    assert "'a' is taken by" in str(outcomes[1])


@pytest.mark.parametrize(
    "name", ["0-[.md", "1-<.html", "2-*.md", "3->.md"], ids=["brackets", "tags", "stars", "quotations"]
)
def test_hostile_repetition_ends_soon(tmp_path: Path, name: str) -> None:
    path = written(tmp_path, name, PROSE + name[2] * 50_000)
    for _, outcome in read_all(find([path])):
        assert isinstance(outcome, Document | DocumentError)
