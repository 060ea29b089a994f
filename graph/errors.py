"""The one tree of errors: each message says what was wrong, where, and what to do."""


class CommuniqueError(Exception):
    """Anything that communique refuses; the message is one line, fit to show a user."""


class DocumentError(CommuniqueError):
    """A document that cannot be read as a statement."""


class LexiconError(CommuniqueError):
    """A lexicon file that does not say what it must; names file and line."""


class ModelError(CommuniqueError):
    """A parsing model that is not installed or lacks what extraction needs."""


class StoreError(CommuniqueError):
    """A store that cannot be opened, read or written."""


class QueryError(CommuniqueError):
    """A query that is unknown, malformed, given wrong parameters, or not allowed."""


class ViewError(CommuniqueError):
    """A picture that cannot be made."""
