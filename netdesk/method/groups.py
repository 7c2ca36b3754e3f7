"""Groups: would you stay? The audit of the members, mark by mark (method §6)."""

from __future__ import annotations

from enum import StrEnum


class Mark(StrEnum):
    """One question of the audit about a member."""

    KNOW = "know"
    ONE_TO_ONE = "one_to_one"
    USED = "used"
    I_REFERRED = "i_referred"
    THEY_REFERRED = "they_referred"

    @property
    def label(self) -> str:
        """The head of the column."""
        return _LABELS[self]


_LABELS = {
    Mark.KNOW: "Know what they do",
    Mark.ONE_TO_ONE: "One-to-one",
    Mark.USED: "Used their service",
    Mark.I_REFERRED: "I referred",
    Mark.THEY_REFERRED: "They referred",
}
