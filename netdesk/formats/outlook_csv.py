"""Outlook's tables: Outlook.com's and the desktop program's, which name the same things differently."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from netdesk.formats.contact_card import CardPoint, CardRelation, ContactCard, Unreadable, excerpt
from netdesk.formats.csv_records import Record, address_point, points_of, read_records, web_point
from netdesk.formats.partial_dates import partial_date

_PHONES = (
    ("Mobile Phone", "mobile"), ("Business Phone", "work"), ("Business Phone 2", "work"), ("Home Phone", "home"),
    ("Home Phone 2", "home"), ("Primary Phone", ""), ("Company Main Phone", "main"), ("Car Phone", "car"),
    ("Other Phone", "other"), ("Business Fax", "work fax"), ("Home Fax", "home fax"), ("Other Fax", "fax"),
    ("Pager", "pager"), ("Assistant's Phone", "assistant phone"),
)  # fmt: skip
_EMAILS = (
    ("E-mail Address", ""), ("E-mail 2 Address", ""), ("E-mail 3 Address", ""), ("Email Address", ""),
)  # fmt: skip
_NO_DATE = ("0/0/00", "0/0/0000", "00/00/00")
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})$")


def is_outlook_header(cells: Sequence[str]) -> bool:
    """Tell the header by columns both programs have."""
    names = {cell.casefold() for cell in cells}
    return {"first name", "last name", "e-mail address"} <= names and bool(
        names & {"business street", "home street"}
    )


def read_outlook(data: bytes) -> Iterator[ContactCard | Unreadable]:
    """Give a contact for each row of the table."""
    for record in read_records(data):
        yield record if isinstance(record, Unreadable) else _contact(record)


def _contact(record: Record) -> ContactCard | Unreadable:
    get = record.get
    card = ContactCard(
        prefix=get("Title"),
        given=get("First Name"),
        additional=get("Middle Name"),
        family=get("Last Name"),
        suffix=get("Suffix"),
        nickname=get("Nickname"),
        organisation=get("Company"),
        department=get("Department"),
        role=get("Job Title"),
        points=tuple(_points(record)),
        birthday=_date(get("Birthday")),
        anniversary=_date(get("Anniversary")),
        note=get("Notes"),
        categories=tuple(
            dict.fromkeys(name.strip() for name in get("Categories").split(";") if name.strip())
        ),
        relations=tuple(_relations(record)),
        line=record.line,
    )
    if card.is_empty:
        return Unreadable(
            record.line, "This row holds nothing to know a person by.", excerpt(str(record.values))
        )
    return card


def _date(text: str) -> str | None:
    """Read a date in the American order the export has; "0/0/00" means none."""
    if text in _NO_DATE:
        return None
    match = _SLASHED.match(text)
    return partial_date(f"{match[3]}-{match[1]}-{match[2]}") if match else partial_date(text)


def _points(record: Record) -> Iterator[CardPoint]:
    yield from points_of(record, "email", _EMAILS)
    yield from points_of(record, "phone", _PHONES)
    for place, label in (("Business", "work"), ("Home", "home"), ("Other", "other")):
        fields = ("PO Box", "", "Street", "City", "State", "Postal Code", "Country/Region")
        parts = [record.get(f"{place} {field}") if field else "" for field in fields]
        parts[6] = parts[6] or record.get(f"{place} Country")
        yield from address_point(label, *parts)
    for column, label in (("Web Page", "work"), ("Personal Web Page", "home")):
        if address := record.get(column):
            yield web_point(label, address)


def _relations(record: Record) -> Iterator[CardRelation]:
    for column in ("Spouse", "Manager's Name", "Assistant's Name", "Referred By"):
        if name := record.get(column):
            yield CardRelation(column.removesuffix("'s Name").casefold(), name)
