"""Rows of an address book's table as records, by the names of its columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from netdesk.formats.contact_card import AddressParts, CardPoint, PointKind, Unreadable
from netdesk.formats.csv_table import read_rows

JOINT = " ::: "  # how Google puts several values into one cell


@dataclass(frozen=True, slots=True)
class Record:
    """One row's cells by column name, case folded; a column that is missing reads as ""."""

    line: int
    values: dict[str, str]

    def get(self, *names: str) -> str:
        """Give the first of these columns that is not empty."""
        return next((value for name in names if (value := self.values.get(name.casefold(), ""))), "")


def read_records(data: bytes) -> Iterator[Record | Unreadable]:
    """Give the rows below the first one, which holds the columns' names."""
    header: Sequence[str] | None = None
    for row in read_rows(data):
        if isinstance(row, Unreadable):
            yield row
        elif header is None:
            header = [cell.casefold() for cell in row.cells]
        else:
            yield Record(row.line, dict(zip(header, row.cells, strict=False)))


def split_values(cell: str) -> list[str]:
    """Take apart a cell that holds several values."""
    return [value.strip() for value in cell.split(JOINT.strip()) if value.strip()]


def usual_label(text: str) -> str:
    """Make a table's label a contact's own ("Work Fax" is "work fax"); a person's own words stay."""
    folded = text.strip().removeprefix("*").strip()
    known = {"business": "work", "cell": "mobile", "internet": "", "other": "other", "home page": "home page"}
    usual = (
        "work",
        "home",
        "mobile",
        "fax",
        "pager",
        "main",
        "work fax",
        "home fax",
        "work mobile",
        "home mobile",
    )
    lowered = folded.casefold().replace("business", "work")
    return known.get(lowered, lowered if lowered in usual else folded)


def points_of(record: Record, kind: PointKind, columns: Sequence[tuple[str, str]]) -> list[CardPoint]:
    """Give a point for each filled column of (column, label)."""
    return [CardPoint(kind, label, value) for column, label in columns if (value := record.get(column))]


def address_point(label: str, *parts: str) -> list[CardPoint]:
    """Give an address of its seven parts in vCard's order, or none when all are empty."""
    address = AddressParts(*parts)
    return [CardPoint("address", label, address.formatted(), False, address)] if any(parts) else []


def web_point(label: str, address: str) -> CardPoint:
    """Give a web address, or a LinkedIn profile where it is one."""
    if "linkedin.com/" in address.casefold():
        return CardPoint("social", "linkedin", address)
    return CardPoint("web", label, address)
