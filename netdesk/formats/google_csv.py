"""Google Contacts' table, the present one ("E-mail 1 - Label") and the older ("E-mail 1 - Type")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from netdesk.formats.contact_card import CardPoint, CardRelation, ContactCard, Unreadable, excerpt
from netdesk.formats.csv_records import (
    Record,
    address_point,
    read_records,
    split_values,
    usual_label,
    web_point,
)
from netdesk.formats.partial_dates import partial_date

_SYSTEM_GROUPS = frozenset(("mycontacts", "my contacts"))
_MOST_COLUMNS = 40


def is_google_header(cells: Sequence[str]) -> bool:
    """Tell the header by columns no other program names so."""
    names = {cell.casefold() for cell in cells}
    present = {"first name", "last name"} <= names and bool(
        names & {"organization name", "labels", "file as"}
    )
    older = {"given name", "family name"} <= names and bool(
        names & {"group membership", "yomi name", "name prefix"}
    )
    return present or older


def read_google(data: bytes) -> Iterator[ContactCard | Unreadable]:
    """Give a contact for each row of the table."""
    for record in read_records(data):
        yield record if isinstance(record, Unreadable) else _contact(record)


def _contact(record: Record) -> ContactCard | Unreadable:
    get = record.get
    card = ContactCard(
        prefix=get("Name Prefix"),
        given=get("First Name", "Given Name"),
        additional=get("Middle Name", "Additional Name"),
        family=get("Last Name", "Family Name"),
        suffix=get("Name Suffix"),
        nickname=get("Nickname"),
        formatted_name=get("Name"),
        organisation=get("Organization Name", "Organization 1 - Name"),
        department=get("Organization Department", "Organization 1 - Department"),
        role=get("Organization Title", "Organization 1 - Title"),
        points=tuple(_points(record)),
        birthday=partial_date(get("Birthday")),
        anniversary=_anniversary(record),
        note=get("Notes"),
        categories=tuple(_tags(get("Labels", "Group Membership"))),
        relations=tuple(_relations(record)),
        line=record.line,
    )
    if card.is_empty:
        return Unreadable(
            record.line, "This row holds nothing to know a person by.", excerpt(str(record.values))
        )
    return card


def _tags(cell: str) -> list[str]:
    names = [name.removeprefix("*").strip() for name in split_values(cell)]
    return list(dict.fromkeys(name for name in names if name and name.casefold() not in _SYSTEM_GROUPS))


def _numbered(record: Record, name: str) -> Iterator[tuple[str, bool, str]]:
    """Give (label, preferred, value) of the numbered columns; one cell may hold several values."""
    for number in range(1, _MOST_COLUMNS):
        start = f"{name} {number} - "
        label = record.get(start + "Label", start + "Type")
        for value in split_values(record.get(start + "Value")):
            yield usual_label(label), label.startswith("*"), value


def _points(record: Record) -> Iterator[CardPoint]:
    for label, preferred, value in _numbered(record, "E-mail"):
        yield CardPoint("email", label, value, preferred)
    for label, preferred, value in _numbered(record, "Phone"):
        yield CardPoint("phone", label, value, preferred)
    for number in range(1, _MOST_COLUMNS):
        start = f"Address {number} - "
        fields = ("PO Box", "Extended Address", "Street", "City", "Region", "Postal Code", "Country")
        parts = [record.get(start + field) for field in fields]
        if not any(parts):
            parts[2] = record.get(start + "Formatted")
        yield from address_point(usual_label(record.get(start + "Label", start + "Type")), *parts)
    for label, _, value in _numbered(record, "Website"):
        yield web_point(label, value)


def _anniversary(record: Record) -> str | None:
    events = ((label, value) for label, _, value in _numbered(record, "Event"))
    return next((partial_date(value) for label, value in events if label.casefold() == "anniversary"), None)


def _relations(record: Record) -> Iterator[CardRelation]:
    for label, _, value in _numbered(record, "Relation"):
        yield CardRelation(label.casefold(), value)
