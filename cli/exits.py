"""Exit statuses; 2, wrong usage, is typer's own."""

ALL = 0
NONE = 1
SOME = 3
INTERRUPTED = 130
BROKEN_PIPE = 141
