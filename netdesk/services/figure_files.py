"""Figures and pictures of Insights as files: tables any spreadsheet opens, and bytes written whole or not at all."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path

from netdesk.formats.contacts_csv import BYTE_ORDER_MARK, safe_cell
from netdesk.method.insights.chart import Table
from netdesk.services.exporting import whole_file


def figures_csv(table: Table) -> bytes:
    """The exact figures as CSV in UTF-8 with a byte order mark; no cell is taken for a formula."""
    return BYTE_ORDER_MARK + _lines(table, ",", "\r\n").encode("utf-8", "replace")


def figures_text(table: Table, point: str = ".") -> str:
    """The exact figures to be pasted into a spreadsheet: cells apart by tabs, decimals after the system's ``point``."""
    return _lines(table, "\t", "\n", point)


def write_file(path: Path, data: bytes) -> None:
    """Write a file that takes its name only when all of it is there. Raises ExportFailed with what to do."""
    with whole_file(path) as file:
        file.write(data)


def _lines(table: Table, delimiter: str, end: str, point: str = ".") -> str:
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=delimiter, lineterminator=end)
    writer.writerow(_cells(table.columns, point))
    writer.writerows(_cells(row, point) for row in table.exact)
    return buffer.getvalue()


def _cells(row: Sequence[str | float | int | None], point: str) -> list[str]:
    return [_cell(value, point) for value in row]


def _cell(value: str | float | int | None, point: str) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return safe_cell(value.replace("\0", ""))
    # A whole amount is written as one: 18400, not 18400.0.
    number = float(value)
    return str(int(value)) if number.is_integer() else repr(number).replace(".", point)
