"""A contact from a file made fit to be kept: cleaned, cut to what is kept, named, its ways to reach made comparable."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from netdesk.formats.contact_card import AddressParts, CardPhoto, CardPoint, CardRelation, ContactCard
from netdesk.formats.linkedin import profile_key
from netdesk.formats.phone import digits_of
from netdesk.formats.vcard_builder import escaped
from netdesk.formats.vcard_values import picture_type
from netdesk.method.contact_kinds import PointKind
from netdesk.method.dates import parse_partial
from netdesk.method.names import NameParts, display_name, fold, sort_key, split_full_name
from netdesk.services.contact_points import normalised_point
from netdesk.services.tags import LONGEST_NAME
from netdesk.services.typed_text import LINE, PAGE, clean_line, clean_text

LARGEST_PHOTO = 2_000_000
"""Bytes; a larger picture is left out with a word about it."""
MOST_POINTS = 100
MOST_TAGS = 50
LONGEST_VALUE = 1_000
LONGEST_LABEL = 60
MOST_EXTRA = 200_000
"""Characters of properties NetDesk does not know that are kept with one person."""
_MARKS = str.maketrans("", "", "+ -.()/")
_FIRST_GROUP = 901
"""Groups of lines that NetDesk itself adds to what it keeps aside begin here."""


class CleanPoint(NamedTuple):
    """A way to reach somebody as it is kept; ``parts`` are those of an address, as JSON."""

    kind: str
    label: str
    value: str
    normalised: str
    preferred: bool
    parts: str | None

    @property
    def key(self) -> tuple[str, str]:
        """What makes two points the same."""
        if self.kind in {"social", "web"} and "linkedin.com/" in self.normalised:
            return "linkedin", profile_key(self.value)
        return self.kind, self.normalised or " ".join(self.value.casefold().split())


@dataclass(frozen=True, slots=True)
class CleanCard:
    """A person as a file or the workspace has them. Dates are ISO, birthday and anniversary possibly partial.

    ``folded_name`` is the sort key, ``folded_firm`` the organisation folded; ``extra`` are vCard lines kept aside.
    ``photo`` comes from a file; ``has_photo`` says whether the person has one, from wherever.
    """

    uid: str = ""
    prefix: str = ""
    given: str = ""
    additional: str = ""
    family: str = ""
    suffix: str = ""
    nickname: str = ""
    organisation: str = ""
    department: str = ""
    role: str = ""
    note: str = ""
    birthday: str | None = None
    anniversary: str | None = None
    met_on: str | None = None
    points: tuple[CleanPoint, ...] = ()
    tags: tuple[str, ...] = ()
    photo: CardPhoto | None = None
    has_photo: bool = False
    extra: tuple[str, ...] = ()
    name: str = ""
    folded_name: str = ""
    folded_firm: str = ""

    @property
    def email(self) -> str:
        """The preferred, else the first e-mail address; "" without one."""
        return _email(self.points)

    @property
    def has_own_name(self) -> bool:
        """Whether there is a name of a person, not only of a firm or an address."""
        return bool(self.given or self.family or self.additional or self.nickname)


def clean_card(card: ContactCard) -> tuple[CleanCard, list[str]]:
    """Make a card fit to be kept; gives it, and a sentence for each thing that could not be kept as it was."""
    said: list[str] = []
    names = [
        _line(text, "name", LINE, said)
        for text in (card.prefix, card.given, card.additional, card.family, card.suffix)
    ]
    organisation = _line(card.organisation, "firm", LINE, said)
    if not (names[1] or names[2] or names[3]):
        full = _line(card.formatted_name, "name", LINE, said)
        if full not in {organisation, card.nickname, *(point.value for point in card.points)}:
            names = _from_full_name(names, full)
    points, left = _points(card.points, said)
    photo = _photo(card.photo, said)
    return named(
        CleanCard(
            uid=card.uid.strip()[:LINE] if card.uid.isprintable() else "",
            prefix=names[0],
            given=names[1],
            additional=names[2],
            family=names[3],
            suffix=names[4],
            nickname=_line(card.nickname, "nickname", LINE, said),
            organisation=organisation,
            department=_line(card.department, "department", LINE, said),
            role=_line(card.role, "role", LINE, said),
            note=_note(card.note, left, said),
            birthday=_partial(card.birthday, said),
            anniversary=_partial(card.anniversary, said),
            # Whom one met in "May 2024" has no day to be put into a calendar.
            met_on=card.connected_on if card.connected_on and len(card.connected_on) == 10 else None,
            points=points,
            tags=_tags(card.categories, said) if card.categories else (),
            photo=photo,
            has_photo=photo is not None,
            extra=_extra(card, said) if card.extra or card.relations or card.kind else (),
        )
    ), said


def named(card: CleanCard) -> CleanCard:
    """The card with its name to show and its keys, by the same rules as a form's (services/people.py)."""
    called = card.nickname and not (card.given or card.additional or card.family)
    email = _email(card.points)
    if called:
        shown = card.nickname
    else:
        parts = NameParts(card.prefix, card.given, card.additional, card.family, card.suffix)
        shown = display_name(parts, card.organisation, email)
    family = card.family or ("" if card.given else card.nickname)
    object.__setattr__(card, "name", shown)
    object.__setattr__(card, "folded_name", sort_key(card.given, family, card.organisation, email))
    firm = card.organisation
    object.__setattr__(card, "folded_firm", _folded_firm(firm) if firm else "")
    return card


@lru_cache(maxsize=4_000)
def _folded_firm(firm: str) -> str:
    # A name of marks alone folds to nothing; it is then its own key, as in services/organisations.py.
    return fold(firm) or firm


def _email(points: Sequence[CleanPoint]) -> str:
    first = ""
    for point in points:
        if point.kind == "email":
            if point.preferred:
                return point.value
            first = first or point.value
    return first


def _line(text: str, field: str, limit: int, said: list[str]) -> str:
    if not text:
        return ""
    if len(text) <= limit and text.isprintable():
        return " ".join(text.split()) if "  " in text else text.strip()
    if len(text) > limit:
        shorter = clean_line(text[: limit * 4], limit * 4)[:limit].rstrip()
        said.append(f"The {field} has {len(text):,} letters; the first {len(shorter)} were kept.")
        return shorter
    return clean_line(text, limit)


def _note(text: str, more: Sequence[str], said: list[str]) -> str:
    if not text and not more:
        return ""
    kept = clean_text(text[: PAGE + 1_000], PAGE + 2_000)
    if len(text) > PAGE:
        said.append(f"The note has {len(text):,} letters; the first {PAGE:,} were kept.")
    return "\n".join(part for part in (kept, *more) if part)[:PAGE].rstrip()


def _from_full_name(names: list[str], full: str) -> list[str]:
    if not full or "@" in full or full == " ".join(filter(None, names)):
        return names
    found = split_full_name(full)
    return [
        names[0] or found.prefix,
        found.given,
        found.additional,
        found.family,
        names[4] or found.suffix,
    ]


def _points(points: Sequence[CardPoint], said: list[str]) -> tuple[tuple[CleanPoint, ...], list[str]]:
    """The ways to reach somebody, each once; e-mail addresses that are none go into the note."""
    kept: dict[tuple[str, str], CleanPoint] = {}
    left: list[str] = []
    for point in points:
        clean = _point(point, said)
        if clean is None:
            continue
        if clean.kind == "email" and not _is_address(clean.value):
            left.append(f"E-mail as written: {clean.value}")
            said.append(f"“{clean.value[:60]}” is no e-mail address; it stands in the note.")
            continue
        kept.setdefault(clean.key, clean)
    if len(kept) > MOST_POINTS:
        said.append(f"There are {len(kept):,} ways to reach this person; the first {MOST_POINTS} were kept.")
    return tuple(kept.values())[:MOST_POINTS], left


def _point(point: CardPoint, said: list[str]) -> CleanPoint | None:
    label = _line(point.label, "label", LONGEST_LABEL, [])
    if point.kind == "address":
        parts = point.parts
        if parts is not None:
            parts = AddressParts(
                *(_line(text, "address", LONGEST_VALUE, said) for text in address_fields(parts))
            )
        value = parts.formatted() if parts else clean_text(point.value[:LONGEST_VALUE], LONGEST_VALUE)
        if not value.strip():
            return None
        return CleanPoint("address", label, value, "", point.preferred, parts_json(parts))
    value = _line(point.value, point.kind, LONGEST_VALUE, said)
    if not value:
        return None
    if point.kind == "email":
        normal = value.casefold()
    elif point.kind == "phone":
        # The number library is right and slow; its form of an international number is these digits.
        normal = _digits(value)
    else:
        normal = normalised_point(PointKind(point.kind), value)
    return CleanPoint(point.kind, label, value, normal, point.preferred, None)


def _digits(number: str) -> str:
    """As formats.phone.digits_of, at once for numbers of nothing but digits, blanks and the usual marks."""
    plain = number.translate(_MARKS)
    if plain.isdecimal() and plain.isascii() and plain[0] != "0" and number[0] in "+123456789":
        return f"+{plain}" if number[0] == "+" and "(0" not in number else digits_of(number)
    return digits_of(number)


def address_fields(parts: AddressParts) -> tuple[str, ...]:
    """The seven parts in vCard's order."""
    return (
        parts.po_box,
        parts.extended,
        parts.street,
        parts.locality,
        parts.region,
        parts.postcode,
        parts.country,
    )


def parts_json(parts: AddressParts | None) -> str | None:
    """An address's parts as they are kept."""
    if parts is None:
        return None
    names = AddressParts.__dataclass_fields__
    return json.dumps(dict(zip(names, address_fields(parts), strict=True)), ensure_ascii=False)


def _is_address(text: str) -> bool:
    name, at, place = text.rpartition("@")
    return bool(name and at and place) and " " not in text


def _partial(text: str | None, said: list[str]) -> str | None:
    if not text:
        return None
    found = parse_partial(text)
    if found is None:
        said.append(f"“{text[:40]}” is no date.")
    return None if found is None else str(found)


def _tags(names: Sequence[str], said: list[str]) -> tuple[str, ...]:
    kept: dict[str, str] = {}
    for name in names:
        clean = _line(name, "tag", LONGEST_NAME, said)
        if clean:
            kept.setdefault(fold(clean) or clean, clean)
    return tuple(kept.values())[:MOST_TAGS]


def _photo(photo: CardPhoto | None, said: list[str]) -> CardPhoto | None:
    if photo is None:
        return None
    if len(photo.data) > LARGEST_PHOTO:
        said.append(f"The photo has {len(photo.data) / 1e6:.1f} MB and was left out.")
        return None
    if picture_type(photo.data) is None:
        said.append("The photo is no picture NetDesk knows and was left out.")
        return None
    return photo


def _extra(card: ContactCard, said: list[str]) -> tuple[str, ...]:
    """What NetDesk has no field for, as vCard lines, to be written out again."""
    lines = list(card.extra)
    if card.kind == "org":
        lines.append("X-ABShowAs:COMPANY")
    for number, relation in enumerate(card.relations, start=_FIRST_GROUP):
        lines += _relation_lines(relation, number)
    if sum(map(len, lines)) > MOST_EXTRA:
        said.append("What this card holds beside a contact is too long and was left out.")
        return ()
    return tuple(lines)


def _relation_lines(relation: CardRelation, number: int) -> list[str]:
    lines = [f"item{number}.X-ABRELATEDNAMES:{escaped(relation.name)}"]
    if relation.label:
        lines.append(f"item{number}.X-ABLabel:{escaped(relation.label)}")
    return lines
