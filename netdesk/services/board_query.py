"""What a person asks the board for, and what it answers: plain values."""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field
from enum import StrEnum

from netdesk.method.attention import AttentionChip
from netdesk.method.contact_kinds import PersonKind


class BoardSort(StrEnum):
    """By what the cards of a column are put in order."""

    ATTENTION = "attention"
    NAME = "name"
    LAST_CONTACT = "last_contact"
    OWN = "own"

    @property
    def label(self) -> str:
        """The words in the choice: "needs attention"."""
        return _SORT_LABELS[self]


_SORT_LABELS = {
    BoardSort.ATTENTION: "needs attention",
    BoardSort.NAME: "name",
    BoardSort.LAST_CONTACT: "last contact",
    BoardSort.OWN: "own order",
}


class Only(StrEnum):
    """The two chips on top that narrow the board."""

    COLD = "cold"
    READY = "ready"


@dataclass(frozen=True, slots=True)
class BoardQuery:
    """Which people, in which order: ``tag`` and ``market`` are ids; None and "" ask for everybody."""

    text: str = ""
    tag: int | None = None
    market: int | None = None
    kind: PersonKind | None = None
    only: Only | None = None
    sort: BoardSort = BoardSort.ATTENTION

    @property
    def is_filtered(self) -> bool:
        """Whether anybody may be left out."""
        return bool(self.text.strip()) or any(
            part is not None for part in (self.tag, self.market, self.kind, self.only)
        )


SortKey = tuple[float, str, int]
"""What the cards of a column are sorted by, ascending; the last part is the person’s id."""


@dataclass(frozen=True, slots=True)
class ColumnOrder:
    """The people of a column in their order, with the key of each."""

    ids: array[int] = field(default_factory=lambda: array("q"))
    keys: list[SortKey] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class BoardCounts:
    """How many people there are: ``at_level`` by number, whatever the filter; ``cold`` and ``ready`` within it."""

    at_level: dict[int, int] = field(default_factory=dict)
    unsorted: int = 0
    cold: int = 0
    ready: int = 0

    @property
    def people(self) -> int:
        """Everybody who stands on a level."""
        return sum(self.at_level.values())


@dataclass(frozen=True, slots=True)
class BoardCard:
    """A card: the person, the picture’s address ("" without one), and the one chip that matters most."""

    id: int
    name: str
    organisation: str
    initials: str
    hue: int
    photo: str
    level: int | None
    ready: bool
    chip: AttentionChip
