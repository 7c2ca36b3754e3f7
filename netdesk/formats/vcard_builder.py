"""Gathering one card's properties until all of its lines have been seen."""

from __future__ import annotations

import re

from netdesk.formats.contact_card import (
    AddressParts,
    CardPhoto,
    CardPoint,
    CardRelation,
    CardWarning,
    ContactCard,
    PointKind,
    excerpt,
)
from netdesk.formats.partial_dates import partial_date
from netdesk.formats.vcard_heads import Head

_BUILT_IN = re.compile(r"_\$!<(.*)>!\$_$", re.DOTALL)
_WORD = re.compile(r"[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z]+|[A-Z]+|\d+")
_PendingPoint = tuple[PointKind, Head, str, str, AddressParts | None]


class CardBuilder:
    """A card in the making; labels of ``itemN`` groups may come after what they label."""

    __slots__ = (
        "additional",
        "anniversary",
        "birthday",
        "categories",
        "connected_on",
        "dates",
        "department",
        "extra",
        "family",
        "formatted_name",
        "given",
        "kind",
        "label_addresses",
        "labels",
        "line",
        "nickname",
        "note",
        "organisation",
        "photo",
        "points",
        "prefix",
        "relations",
        "role",
        "suffix",
        "title",
        "uid",
        "warnings",
    )

    def __init__(self, line: int) -> None:
        self.line = line
        self.uid = self.prefix = self.given = self.additional = self.family = self.suffix = ""
        self.nickname = self.formatted_name = self.organisation = self.department = ""
        self.title = self.role = self.note = self.kind = ""
        self.birthday: str | None = None
        self.anniversary: str | None = None
        self.connected_on: str | None = None
        self.photo: CardPhoto | None = None
        self.points: list[_PendingPoint] = []
        self.label_addresses: list[tuple[Head, str, int]] = []
        self.categories: dict[str, None] = {}  # an ordered set
        self.relations: list[tuple[Head, str, str]] = []
        self.dates: list[tuple[Head, str, int]] = []
        self.extra: list[tuple[Head, str]] = []
        self.labels: dict[str, str] = {}
        self.warnings: list[CardWarning] = []

    def warn(self, line: int, why: str, text: str) -> None:
        """Note a property that was dropped or kept aside."""
        self.warnings.append(CardWarning(line, why, excerpt(text)))

    def keep(self, head: Head, value: str) -> None:
        """Keep a property as a content line to be written out again."""
        self.extra.append((head, content_line(head, value)))

    def point(
        self, kind: PointKind, head: Head, value: str, label: str = "", parts: AddressParts | None = None
    ) -> None:
        """Add a way to reach the person; ``label`` beats what the head says."""
        self.points.append((kind, head, value, label, parts))

    def card(self) -> ContactCard:
        """Give the finished card."""
        self._place_dates()
        self._place_labels()
        labels = self.labels
        points = tuple(
            CardPoint(
                kind,
                (labels.get(head.group) if head.group else "") or label or head.label,
                value,
                head.preferred,
                parts,
            )
            for kind, head, value, label, parts in self.points
        )
        title = self.title
        if self.role:
            if not title:
                title = self.role
            elif title != self.role:
                self.extra.append((_NO_HEAD, "ROLE:" + escaped(self.role)))
        relations = tuple(
            CardRelation(labels.get(head.group, "") or label or head.label, name)
            for head, label, name in self.relations
        )
        return ContactCard(
            self.uid, self.prefix, self.given, self.additional, self.family, self.suffix, self.nickname,
            self.formatted_name, self.organisation, self.department, title, points, self.birthday,
            self.anniversary, self.connected_on, self.note, tuple(self.categories), self.photo, self.kind,
            relations, self._extra_lines() if self.extra else (), self.line, tuple(self.warnings),
        )  # fmt: skip

    def _place_dates(self) -> None:
        """Take an Apple date labelled as the anniversary; keep the others as they are."""
        for head, value, line in self.dates:
            date = partial_date(value, omitted_year(head))
            if self.labels.get(head.group) == "anniversary" and date and self.anniversary is None:
                self.anniversary = date
            else:
                if self.labels.get(head.group) == "anniversary" and not date:
                    self.warn(line, "This anniversary is not a date; it was kept as it is.", value)
                self.keep(head, value)

    def _place_labels(self) -> None:
        """Use a printed address (LABEL) only where the address itself is missing."""
        for head, text, _ in self.label_addresses:
            if any(kind == "address" and other.label == head.label for kind, other, *_ in self.points):
                continue
            parts = AddressParts(street=text)
            self.point("address", head, parts.formatted(), parts=parts)

    def _extra_lines(self) -> tuple[str, ...]:
        """Give the kept lines, each followed by its group's label."""
        lines: list[str] = []
        told: set[str] = set()
        for head, line in self.extra:
            lines.append(line)
            if head.group in self.labels and head.group not in told:
                told.add(head.group)
                lines.append(f"{head.group}.X-ABLabel:{escaped(self.labels[head.group])}")
        return tuple(lines)


def apple_label(text: str) -> str:
    """Make a label's words plain: "_$!<HomePage>!$_" becomes "home page"; a person's own words stay."""
    match = _BUILT_IN.match(text)
    if not match:
        return text
    return " ".join(_WORD.findall(match.group(1))).lower() or match.group(1)


def omitted_year(head: Head) -> int | None:
    """Give the year that stands for "none" on this line (X-APPLE-OMIT-YEAR)."""
    text = head.params.get("X-APPLE-OMIT-YEAR", "")
    return int(text) if text.isdecimal() and len(text) <= 4 else None


def escaped(text: str) -> str:
    """Escape a text value as vCard 3.0 and 4.0 want it."""
    text = text.replace("\\", "\\\\").replace("\n", "\\n")
    return text.replace(",", "\\,").replace(";", "\\;")


def quoted_parameter(value: str) -> str:
    """Write a parameter's value, in quotes where it holds a separator (RFC 6868 for quotes and line ends)."""
    value = value.replace("^", "^^").replace("\n", "^n").replace('"', "^'")
    return f'"{value}"' if any(mark in value for mark in ",;:") else value


def content_line(head: Head, value: str) -> str:
    """Write a property with its parameters as one 3.0 content line; old encodings are undone before."""
    name = f"{head.group}.{head.name}" if head.group else head.name
    types = "".join(f";TYPE={quoted_parameter(kind)}" for kind in sorted(head.types))
    rest = "".join(
        f";{key}={quoted_parameter(text)}" for key, text in head.params.items() if key != "CHARSET"
    )
    encoding = ";ENCODING=b" if head.encoding == "b" else ""
    return f"{name}{types}{rest}{encoding}:{value}"


_NO_HEAD = Head("", "", {}, frozenset(), "", "", False, "")
