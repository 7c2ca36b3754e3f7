"""Contacts as a table any spreadsheet opens: UTF-8 with a byte order mark, and no cell taken for a formula."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from netdesk.formats.contact_card import ContactCard, PointKind

BYTE_ORDER_MARK = b"\xef\xbb\xbf"

_REPEATED: tuple[tuple[PointKind, str, int], ...] = (
    ("email", "E-mail", 3),
    ("phone", "Phone", 4),
    ("address", "Address", 2),
    ("web", "Website", 2),
    ("social", "Profile", 3),
)
_NAMES = ("Name", "Prefix", "First name", "Middle name", "Last name", "Suffix", "Nickname")
_WORK = ("Organisation", "Department", "Role")
_LAST = ("Birthday", "Anniversary", "Met on", "Tags", "Notes", "UID")
_NUMBER = re.compile(r"[+-]?[\d ().,/-]+")


def safe_cell(text: str) -> str:
    """Put an apostrophe before text a spreadsheet would run as a formula; numbers of any kind stay as they are."""
    if (
        text
        and text.lstrip()[:1] in ("=", "+", "-", "@", "\t", "\r", "|", "%")
        and not _NUMBER.fullmatch(text)
    ):
        return "'" + text
    return text


def columns(more: Sequence[str] = ()) -> list[str]:
    """Give the headings of the table; ``more`` are the program's own at the end."""
    found = [*_NAMES, *_WORK]
    for _, heading, count in _REPEATED:
        for number in range(1, count + 1):
            found += [f"{heading} {number} label", f"{heading} {number}"]
    return [*found, *_LAST, *more]


def write_contacts_csv(
    contacts: Iterable[tuple[ContactCard, Mapping[str, str]]], more: Sequence[str] = ()
) -> Iterator[bytes]:
    """Give the table piece by piece; each contact comes with its values for the columns named in ``more``.

    Points beyond the columns of their kind share the last one, separated by " ::: ".
    """
    yield BYTE_ORDER_MARK + _line(columns(more))
    for card, values in contacts:
        yield _line([*_cells(card), *(values.get(name, "") for name in more)])


def _cells(card: ContactCard) -> list[str]:
    cells = [
        card.display_name,
        card.prefix,
        card.given,
        card.additional,
        card.family,
        card.suffix,
        card.nickname,
    ]
    cells += [card.organisation, card.department, card.role]
    for kind, _, count in _REPEATED:
        points = card.of_kind(kind)
        for point in points[: count - 1]:
            cells += [point.label, point.value]
        rest = points[count - 1 :]
        cells += [" ::: ".join(point.label for point in rest), " ::: ".join(point.value for point in rest)]
        cells += [""] * (2 * (count - 1 - min(len(points), count - 1)))
    dates = [card.birthday or "", card.anniversary or "", card.connected_on or ""]
    return [*cells, *dates, ", ".join(card.categories), card.note, card.uid]


def _line(cells: Sequence[str]) -> bytes:
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\r\n").writerow([safe_cell(cell) for cell in cells])
    return buffer.getvalue().encode("utf-8", "replace")
