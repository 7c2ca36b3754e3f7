"""Tables of text with commas, semicolons or tabs, whatever program wrote them, as rows with line numbers."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Generator, Iterator
from dataclasses import dataclass

from netdesk.formats.contact_card import Unreadable, excerpt
from netdesk.formats.text_bytes import decode_bytes, utf16_flavour

DELIMITERS = ",;\t|"

_SNIFFED_LINES = 40
_MOST_RECOVERIES = 20

csv.field_size_limit(2**31 - 1)  # a note may be longer than the 128 KiB the module allows by itself


@dataclass(frozen=True, slots=True)
class CsvRow:
    """One row; ``line`` (from 1) is where it begins, as a cell may hold line breaks."""

    line: int
    cells: tuple[str, ...]


def table_text(data: bytes) -> str:
    """Decode a table's bytes: by its mark, as UTF-16, as UTF-8, else as Windows' Western code page."""
    flavour = utf16_flavour(data)
    text = data.decode(flavour, "replace") if flavour else decode_bytes(data)
    return text.removeprefix("\ufeff").replace("\0", "").replace("\r\n", "\n").replace("\r", "\n")


def delimiter_of(text: str) -> str:
    """Guess what separates the cells: what gives the first lines the most cells, alike in number."""
    lines = text.split("\n", _SNIFFED_LINES)[:_SNIFFED_LINES]
    if lines and lines[0].lower().startswith("sep=") and len(lines[0]) == 5:
        return lines[0][4]
    best, most = ",", 0
    for delimiter in DELIMITERS:
        widths = Counter(len(row) for row in csv.reader(iter(lines), delimiter=delimiter) if len(row) > 1)
        score = max((width * count for width, count in widths.items()), default=0)
        if score > most:
            best, most = delimiter, score
    return best


def read_rows(data: bytes) -> Iterator[CsvRow | Unreadable]:
    """Give the rows of a table, empty ones left out; a quote that never closes costs its own line only."""
    text = table_text(data)
    yield from rows_of(text, delimiter_of(text))


def rows_of(text: str, delimiter: str) -> Iterator[CsvRow | Unreadable]:
    """Give the rows of a table whose delimiter is known; lines end in line feeds."""
    lines = text.split("\n")
    start = 1 if lines[0].lower() == f"sep={delimiter}" else 0
    for _ in range(_MOST_RECOVERIES):
        broken = yield from _read(lines, start, delimiter)
        if broken is None:
            return
        yield Unreadable(broken + 1, "The line ends inside quotes.", excerpt(lines[broken]))
        start = broken + 1
    yield Unreadable(
        start + 1,
        "Too many quotes never close; the rest was left out.",
        excerpt("".join(lines[start : start + 1])),
    )


def _read(lines: list[str], start: int, delimiter: str) -> Generator[CsvRow, None, int | None]:
    """Read rows from a line on; return the line whose quote swallowed the rest of the table, if any."""
    reader = csv.reader((line + "\n" for line in lines[start:]), delimiter=delimiter)
    begin = 0
    for row in reader:
        end = reader.line_num
        if start + end >= len(lines) and _is_open(lines[start + begin :], delimiter):
            return start + begin
        cells = tuple(cell.strip() for cell in row)
        if any(cells):
            yield CsvRow(start + begin + 1, cells)
        begin = end
    return None


def _is_open(lines: list[str], delimiter: str) -> bool:
    """Tell whether the row made of these lines is still inside quotes at its end."""
    reader = csv.reader((line + "\n" for line in lines), delimiter=delimiter)
    last = (next(reader, None) or [""])[-1]
    # The module keeps the final line break only in a cell whose quote is still open.
    return last.endswith("\n")
