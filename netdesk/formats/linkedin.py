"""LinkedIn's ``Connections.csv``: whom one is connected with, since when, and what they do."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from netdesk.formats.contact_card import CardPoint, ContactCard, Unreadable, excerpt
from netdesk.formats.csv_table import CsvRow, read_rows
from netdesk.formats.partial_dates import partial_date

_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4}|\d{2})$")
_HEADER_WITHIN = 40


def is_linkedin_header(cells: Sequence[str]) -> bool:
    """Tell the header line of the export by its columns; older exports have no URL."""
    names = {cell.casefold() for cell in cells}
    return {"first name", "last name", "connected on"} <= names and bool(
        names & {"company", "position", "url"}
    )


def profile_key(address: str) -> str:
    """Give what makes two profile addresses the same: host and path, case folded, no trailing slash."""
    key = address.strip().casefold()
    key = re.sub(r"^https?://", "", key).partition("?")[0].partition("#")[0]
    return re.sub(r"^([a-z]{2,3}|www)\.(?=linkedin\.)", "", key).rstrip("/")


def read_linkedin(data: bytes) -> Iterator[ContactCard | Unreadable]:
    """Give a contact for each row below the header, wherever that stands; rows of nothing are left out."""
    rows: list[CsvRow | Unreadable] = []
    header: tuple[str, ...] | None = None
    for found in read_rows(data):
        if header is not None:
            rows.append(found)
        elif isinstance(found, CsvRow):
            if is_linkedin_header(found.cells):
                header = tuple(cell.casefold() for cell in found.cells)
            elif found.line > _HEADER_WITHIN:
                break
    if header is None:
        yield Unreadable(1, "This is not LinkedIn's list of connections: its heading line is missing.", "")
        return
    day_first = _day_stands_first(header, rows)
    for found in rows:
        yield found if isinstance(found, Unreadable) else _contact(found, header, day_first)


def _day_stands_first(header: tuple[str, ...], rows: list[CsvRow | Unreadable]) -> bool:
    """Tell from the whole column whether "3/12/2024" is in March or December; in doubt the American way."""
    column = header.index("connected on")
    for row in rows:
        if isinstance(row, CsvRow) and column < len(row.cells):
            match = _SLASHED.match(row.cells[column])
            if match and int(match[1]) > 12:
                return True
            if match and int(match[2]) > 12:
                return False
    return False


def connected_date(text: str, day_first: bool) -> str | None:
    """Read a date as LinkedIn writes it ("12 Mar 2024") or a spreadsheet saved it again ("7-Feb-22", "1/1/2024")."""
    match = _SLASHED.match(text.strip())
    if not match:
        return partial_date(text)
    first, second, year = match[1], match[2], match[3]
    day, month = (first, second) if day_first else (second, first)
    return partial_date(f"{year if len(year) == 4 else '20' + year}-{month}-{day}")


def _contact(row: CsvRow, header: tuple[str, ...], day_first: bool) -> ContactCard | Unreadable:
    values = dict(zip(header, row.cells, strict=False))
    given, family = values.get("first name", ""), values.get("last name", "")
    email = values.get("email address", "")
    if not (given or family or email):
        return Unreadable(row.line, "This row has no name.", excerpt(", ".join(filter(None, row.cells))))
    points: list[CardPoint] = []
    if email:
        points.append(CardPoint("email", "", email))
    if url := values.get("url", ""):
        points.append(CardPoint("social", "linkedin", url))
    return ContactCard(
        given=given,
        family=family,
        formatted_name=f"{given} {family}".strip(),
        organisation=values.get("company", ""),
        role=values.get("position", ""),
        points=tuple(points),
        connected_on=connected_date(values.get("connected on", ""), day_first),
        line=row.line,
    )
