"""The one meeting point of every contact format: a contact as plain values, wherever it came from."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

PointKind = Literal["email", "phone", "address", "web", "social"]

EXCERPT_LENGTH = 120


@dataclass(frozen=True, slots=True)
class AddressParts:
    """A postal address in the seven parts vCard knows (RFC 6350, 6.3.1)."""

    po_box: str = ""
    extended: str = ""
    street: str = ""
    locality: str = ""
    region: str = ""
    postcode: str = ""
    country: str = ""

    def lines(self) -> tuple[str, ...]:
        """Give the lines one would write on an envelope, without empty ones."""
        town = " ".join(part for part in (self.locality, self.region, self.postcode) if part)
        lines = (self.po_box, self.extended, self.street, town, self.country)
        # People end a line with a comma of their own, which would meet the one between two lines.
        return tuple(line for part in lines if (line := part.strip().rstrip(",").rstrip()))

    def formatted(self) -> str:
        """Give the address as text over several lines."""
        return "\n".join(self.lines())


@dataclass(frozen=True, slots=True)
class CardPoint:
    """One way to reach a person. ``label`` is lower case for the usual ones ("work", "home fax")."""

    kind: PointKind
    label: str
    value: str
    preferred: bool = False
    parts: AddressParts | None = None


@dataclass(frozen=True, slots=True)
class CardPhoto:
    """A picture carried inside the card; pictures behind an address are never fetched."""

    data: bytes
    media_type: str


@dataclass(frozen=True, slots=True)
class CardRelation:
    """A related person by name: ``label`` says how ("spouse", "assistant"; "" when the file does not say)."""

    label: str
    name: str


@dataclass(frozen=True, slots=True)
class CardWarning:
    """One property that could not be used; the rest of the card stands. ``line`` counts from 1."""

    line: int
    why: str
    text: str


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A piece of a file that gave no contact. ``line`` counts from 1; ``text`` is an excerpt."""

    line: int
    why: str
    text: str


@dataclass(frozen=True, slots=True)
class ContactCard:
    """A contact as a file holds it.

    ``birthday``, ``anniversary`` and ``connected_on`` are ISO dates, possibly partial ("--05-17", "1980",
    "1980-05"). ``extra`` keeps unknown vCard properties as unfolded content lines, to be written out again.
    ``line`` (from 1) and ``warnings`` tell where it came from and take no part in comparison.
    """

    uid: str = ""
    prefix: str = ""
    given: str = ""
    additional: str = ""
    family: str = ""
    suffix: str = ""
    nickname: str = ""
    formatted_name: str = ""
    organisation: str = ""
    department: str = ""
    role: str = ""
    points: tuple[CardPoint, ...] = ()
    birthday: str | None = None
    anniversary: str | None = None
    connected_on: str | None = None
    note: str = ""
    categories: tuple[str, ...] = ()
    photo: CardPhoto | None = None
    kind: str = ""
    relations: tuple[CardRelation, ...] = ()
    extra: tuple[str, ...] = ()
    line: int = field(default=0, compare=False)
    warnings: tuple[CardWarning, ...] = field(default=(), compare=False)

    @property
    def composed_name(self) -> str:
        """Give the name put together from its parts, "" when there are none."""
        parts = (self.prefix, self.given, self.additional, self.family, self.suffix)
        return " ".join(part for part in parts if part)

    @property
    def display_name(self) -> str:
        """Give the best name there is: formatted, composed, nickname, firm, else the first point."""
        best = self.formatted_name or self.composed_name or self.nickname or self.organisation
        return best or (self.points[0].value if self.points else "")

    @property
    def is_empty(self) -> bool:
        """Tell whether there is nothing to know a person by."""
        return not (self.display_name or self.note or self.photo)

    def of_kind(self, kind: PointKind) -> tuple[CardPoint, ...]:
        """Give the points of one kind in the file's order."""
        return tuple(point for point in self.points if point.kind == kind)


def excerpt(text: str) -> str:
    """Shorten text for a report to one line of at most 120 characters."""
    line = " ".join(text[: EXCERPT_LENGTH * 4].split())
    return line if len(line) <= EXCERPT_LENGTH else line[: EXCERPT_LENGTH - 1] + "…"
