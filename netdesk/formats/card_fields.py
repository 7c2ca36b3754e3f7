"""The fields of a card as they were read: what each is, what it says, how sure that is."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class FieldKind(StrEnum):
    """The fields of a card."""

    NAME = "name"
    ORGANISATION = "organisation"
    ROLE = "role"
    EMAIL = "email"
    PHONE = "phone"
    WEB = "web"
    ADDRESS = "address"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class CardField:
    """One field as read; ``confidence`` is from 0 to 1, ``label`` says which phone it is ("mobile", "fax", "").

    ``box`` (left, top, width, height in pixels of the picture) is where it stands; it takes no part in comparison.
    """

    kind: FieldKind
    value: str
    confidence: float
    label: str = ""
    box: tuple[float, float, float, float] | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class CardText:
    """The fields of a card; ``turn`` is by how many degrees clockwise the picture must be turned to stand upright."""

    fields: tuple[CardField, ...] = ()
    turn: int = 0

    def first(self, kind: FieldKind) -> CardField | None:
        """The first field of a kind, None when there is none."""
        return next((one for one in self.fields if one.kind is kind), None)

    def all_of(self, kind: FieldKind) -> tuple[CardField, ...]:
        """The fields of a kind in their order."""
        return tuple(one for one in self.fields if one.kind is kind)
