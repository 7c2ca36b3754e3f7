"""Thunderbird's table with its English headings; in other languages its columns are unknown here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from netdesk.formats.contact_card import CardPoint, ContactCard, Unreadable, excerpt
from netdesk.formats.csv_records import Record, address_point, points_of, read_records, web_point
from netdesk.formats.partial_dates import partial_date

_PHONES = (
    ("Mobile Number", "mobile"), ("Work Phone", "work"), ("Home Phone", "home"), ("Fax Number", "fax"),
    ("Pager Number", "pager"),
)  # fmt: skip


def is_thunderbird_header(cells: Sequence[str]) -> bool:
    """Tell the header by columns no other program names so."""
    return {"display name", "primary email", "screen name"} <= {cell.casefold() for cell in cells}


def read_thunderbird(data: bytes) -> Iterator[ContactCard | Unreadable]:
    """Give a contact for each row of the table."""
    for record in read_records(data):
        yield record if isinstance(record, Unreadable) else _contact(record)


def _contact(record: Record) -> ContactCard | Unreadable:
    get = record.get
    own = [value for number in range(1, 5) if (value := get(f"Custom {number}"))]
    card = ContactCard(
        given=get("First Name"),
        family=get("Last Name"),
        formatted_name=get("Display Name"),
        nickname=get("Nickname"),
        organisation=get("Organization"),
        department=get("Department"),
        role=get("Job Title"),
        points=tuple(_points(record)),
        birthday=_birthday(record),
        note="\n".join([*([note] if (note := get("Notes")) else []), *own]),
        line=record.line,
    )
    if card.is_empty:
        return Unreadable(
            record.line, "This row holds nothing to know a person by.", excerpt(str(record.values))
        )
    return card


def _birthday(record: Record) -> str | None:
    year, month, day = (record.get(f"Birth {part}") for part in ("Year", "Month", "Day"))
    if month and day:
        return partial_date(f"{year or '0000'}-{month}-{day}")
    return partial_date(year)


def _points(record: Record) -> Iterator[CardPoint]:
    yield from points_of(record, "email", (("Primary Email", ""), ("Secondary Email", "")))
    yield from points_of(record, "phone", _PHONES)
    for place in ("Home", "Work"):
        fields = ("Address 2", "Address", "City", "State", "ZipCode", "Country")
        parts = [record.get(f"{place} {field}") for field in fields]
        yield from address_point(place.casefold(), "", *parts)
    for column, label in (("Web Page 1", "work"), ("Web Page 2", "home")):
        if address := record.get(column):
            yield web_point(label, address)
    if name := record.get("Screen Name"):
        yield CardPoint("social", "messenger", name)
