"""Two people brought together, and what came of it (method §4)."""

from __future__ import annotations

from enum import StrEnum


class IntroductionState(StrEnum):
    """How far an introduction has come; from *made* on it is help I gave."""

    PROPOSED = "proposed"
    MADE = "made"
    MET = "met"
    BUSINESS = "business"
    NOTHING = "nothing"

    @property
    def label(self) -> str:
        """The state as a choice and a chip."""
        return _LABELS[self]

    @property
    def is_made(self) -> bool:
        """Whether the two were brought together, whatever came of it."""
        return self is not IntroductionState.PROPOSED


_LABELS = {
    IntroductionState.PROPOSED: "To be made",
    IntroductionState.MADE: "Made",
    IntroductionState.MET: "They met",
    IntroductionState.BUSINESS: "Business",
    IntroductionState.NOTHING: "Came to nothing",
}
