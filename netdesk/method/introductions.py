"""Two people brought together, the message that does it, and what came of it (method §4)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from netdesk.method.names import fold

_SHOWN = 160
_WORDS = re.compile(r"\w+")


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


OUTCOMES = (
    IntroductionState.MADE,
    IntroductionState.MET,
    IntroductionState.BUSINESS,
    IntroductionState.NOTHING,
)
"""What can be said of an introduction that was made, in the order of the choices."""

_LABELS = {
    IntroductionState.PROPOSED: "To be made",
    IntroductionState.MADE: "Made",
    IntroductionState.MET: "They met",
    IntroductionState.BUSINESS: "Business",
    IntroductionState.NOTHING: "Came to nothing",
}


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two as a message speaks of them; what is not known is "". Nothing of my notes belongs here.

    ``given`` is what they are called, ``does`` what they do, ``looks_for`` whom they would like to meet.
    """

    given: str
    role: str = ""
    organisation: str = ""
    does: str = ""
    looks_for: str = ""


def subject(first: Side, second: Side) -> str:
    """The subject of the message: "Luis, meet Marta"."""
    return f"{first.given}, meet {second.given}"


def message(first: Side, second: Side) -> str:
    """Write to both: who the other one is and why I thought of it, to be changed before it is sent."""
    paragraphs = [
        f"Hello {first.given}, hello {second.given},",
        "I would like you two to meet.",
        f"{first.given}, this is {second.given}{_who(second)}.{_does(second)}",
        f"{second.given}, this is {first.given}{_who(first)}.{_does(first)}",
    ]
    if first.looks_for:
        paragraphs.append(
            f"{first.given} would like to meet: {_cut(first.looks_for)}. I thought of you, {second.given}."
        )
    paragraphs += ["I leave the rest to you: perhaps a call or a coffee?", "Best wishes"]
    return "\n\n".join(paragraphs)


def _who(side: Side) -> str:
    parts = ", ".join(part for part in (side.role, side.organisation) if part)
    return f" ({parts})" if parts else ""


def _does(side: Side) -> str:
    return f" What {side.given} does: {_cut(side.does)}." if side.does else ""


def _cut(text: str) -> str:
    line = " ".join(text.split())
    shown = line if len(line) <= _SHOWN else f"{line[: _SHOWN - 1].rstrip()}…"
    return shown.rstrip(".")


def names_in(words: str, *names: str) -> bool:
    """Whether one of ``names`` stands in ``words`` as a whole: "Introduce Tom to Hannah" names Tom."""
    said = f" {_plain(words)} "
    return any(name and f" {name} " in said for name in map(_plain, names))


def _plain(text: str) -> str:
    return " ".join(_WORDS.findall(fold(text)))
