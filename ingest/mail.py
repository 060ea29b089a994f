"""E-mail: a press office's mailing, with the subject as its title."""

from __future__ import annotations

from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parseaddr, parsedate_to_datetime

from communique.graph.errors import DocumentError
from communique.ingest.content import Content
from communique.ingest.webpage import parse_webpage


def read_mail(data: bytes) -> Content:
    """Read a message's body, plain text before HTML; attachments are left out with a warning.

    Raises:
        DocumentError: no body of text, or one that cannot be decoded.
    """
    try:
        message = message_from_bytes(data, policy=policy.default)
        body = message.get_body(("plain", "html"))
        text = body.get_content() if body else ""
        attachments = sum(1 for _ in message.iter_attachments())
    # The parser obeys the headers of a stranger: bad charsets, encodings and nesting each raise their own.
    except (LookupError, ValueError, AttributeError, TypeError, RecursionError) as error:
        raise DocumentError(f"damaged e-mail ({type(error).__name__}); save its text instead") from error
    if not isinstance(text, str) or not text.strip():
        raise DocumentError("is an e-mail without a body of text; save the attachment itself")
    page = parse_webpage(text) if body and body.get_content_subtype() == "html" else Content(text)
    name, address = parseaddr(str(message["From"] or ""))
    return Content(
        page.text,
        title=str(message["Subject"] or "").strip() or page.title,
        date=_sent(message),
        site=name or address.rpartition("@")[2] or None,
        warnings=(f"{attachments} attachments not read",) if attachments else (),
    )


def _sent(message: EmailMessage) -> str | None:
    try:
        return parsedate_to_datetime(str(message["Date"])).date().isoformat()
    except (TypeError, ValueError):
        return None
