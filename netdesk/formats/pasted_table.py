"""A table as a spreadsheet puts it on the clipboard, or as somebody typed it, as rows of cells."""

from __future__ import annotations

import csv
import re
from collections import Counter
from dataclasses import dataclass

from netdesk.formats.contact_card import Unreadable
from netdesk.formats.csv_table import CsvRow, delimiter_of, rows_of, table_text

MOST_ROWS = 5_000
MOST_COLUMNS = 60
_LOOKED_AT = 60
_ALIKE = 0.7
"""What part of the lines must have the same number of cells for a delimiter to be believed."""
_RULED = re.compile(r":?[-=_]{2,}:?")
_BELIEVED = "\t;|"
"""Delimiters before the comma: a comma also stands inside amounts, names and sentences."""


@dataclass(frozen=True, slots=True)
class PastedTable:
    """Rows that all have ``width`` cells; ``unread`` are lines that are no rows, ``beyond`` how many were too many."""

    rows: tuple[CsvRow, ...]
    width: int
    unread: tuple[Unreadable, ...] = ()
    beyond: int = 0


def read_pasted(text: str) -> PastedTable:
    """Read a table of text: tabs from a spreadsheet, else semicolons, bars or commas; cells may be quoted.

    A line with a quote that never closes is taken as it stands. Never raises.
    """
    text = text.removeprefix("\ufeff").replace("\0", "").replace("\r\n", "\n").replace("\r", "\n")
    delimiter = _delimiter(text)
    lines = text.split("\n")
    rows: list[CsvRow] = []
    unread: list[Unreadable] = []
    for found in rows_of(text, delimiter):
        if isinstance(found, CsvRow):
            if not _is_ruled(found):
                rows.append(found)
        elif "inside quotes" in found.why:
            rows.append(_literally(found.line, lines[found.line - 1], delimiter))
        else:
            unread.append(found)
    width = min(max((_filled(row) for row in rows), default=0), MOST_COLUMNS)
    kept = tuple(CsvRow(row.line, _of_width(row.cells, width)) for row in rows[:MOST_ROWS])
    return PastedTable(kept, width, tuple(unread), max(len(rows) - MOST_ROWS, 0))


def read_table_file(data: bytes) -> PastedTable:
    """Read a table's file in whatever encoding it is."""
    return read_pasted(table_text(data))


def is_workbook(data: bytes) -> bool:
    """Tell a spreadsheet's own file, which is no text: a zip or one of the older compound files."""
    return data.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0"))


def _delimiter(text: str) -> str:
    lines = [line for line in text.split("\n", _LOOKED_AT)[:_LOOKED_AT] if line.strip()]
    for delimiter in _BELIEVED:
        rows = [row for row in csv.reader(iter(lines), delimiter=delimiter) if row]
        width, times = Counter(map(len, rows)).most_common(1)[0] if rows else (1, 0)
        if width > 1 and times >= _ALIKE * len(rows):
            return delimiter
    # A spreadsheet writes tabs, and nobody types them: rows of several lengths are still rows.
    return "\t" if any("\t" in line for line in lines) else delimiter_of(text)


def _literally(line: int, text: str, delimiter: str) -> CsvRow:
    return CsvRow(line, tuple(cell.strip() for cell in text.split(delimiter)))


def _is_ruled(row: CsvRow) -> bool:
    """Whether a row is only a line drawn under the headings, as tables in plain text have one."""
    return all(_RULED.fullmatch(cell) for cell in row.cells if cell)


def _filled(row: CsvRow) -> int:
    return max((place + 1 for place, cell in enumerate(row.cells) if cell), default=0)


def _of_width(cells: tuple[str, ...], width: int) -> tuple[str, ...]:
    return (*cells[:width], *("",) * (width - len(cells)))
