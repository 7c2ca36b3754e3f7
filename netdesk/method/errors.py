"""Errors a person can act on: every one says what happened and what to do."""

from __future__ import annotations


class NetDeskError(Exception):
    """Something went wrong that a person should hear about in plain words.

    ``what`` is one sentence on what happened; ``remedy`` one sentence on what to do (may be empty).
    """

    def __init__(self, what: str, remedy: str = "") -> None:
        super().__init__(what if not remedy else f"{what} {remedy}")
        self.what = what
        self.remedy = remedy


class InvalidInput(NetDeskError):
    """A value that was typed or passed in cannot be used; ``field`` names it when it is known."""

    def __init__(self, what: str, remedy: str = "", *, field: str = "") -> None:
        super().__init__(what, remedy)
        self.field = field


class NotFound(NetDeskError):
    """The person, event or other thing asked for is not in the workspace."""


class Cancelled(Exception):
    """A person asked a long piece of work to stop."""
