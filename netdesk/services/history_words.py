"""Names inside the sentences of the history."""

from __future__ import annotations

_LONGEST = 60


def in_title(name: object) -> str:
    """Shorten a name to one line of at most 60 letters for a sentence of the history."""
    line = " ".join(str(name).split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1].rstrip()}…"
