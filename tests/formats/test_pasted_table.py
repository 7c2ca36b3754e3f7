"""Tables as spreadsheets put them on the clipboard."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netdesk.formats.pasted_table import MOST_ROWS, is_workbook, read_pasted, read_table_file


def cells(text: str) -> list[tuple[str, ...]]:
    return [row.cells for row in read_pasted(text).rows]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("When\tWhat\n18 Nov\tInbox set-up\n", [("When", "What"), ("18 Nov", "Inbox set-up")]),
        # Commas inside amounts are no delimiters where there are tabs or semicolons.
        ("Logo\t1,200,000\nSite\t2,400,000", [("Logo", "1,200,000"), ("Site", "2,400,000")]),
        ("Logo;1.200,50\nSite;900,00", [("Logo", "1.200,50"), ("Site", "900,00")]),
        ("Logo,Mill Street\r\nSite,Retail 27\r\n", [("Logo", "Mill Street"), ("Site", "Retail 27")]),
        # Semicolons inside some cells are no delimiters where every line has as many commas.
        (
            "a,b,Olga; Ken\nc,d,Sam\ne,f,Ria\ng,h,Joe",
            [("a", "b", "Olga; Ken"), ("c", "d", "Sam"), ("e", "f", "Ria"), ("g", "h", "Joe")],
        ),
        ('"Logo\nand card"\t450\nSite\t900', [("Logo\nand card", "450"), ("Site", "900")]),
        ('5" pipe\t450\nSite\t900', [('5" pipe', "450"), ("Site", "900")]),
        ("Logo\t\t450\t\t\nSite\t\t\t\t", [("Logo", "", "450"), ("Site", "", "")]),
        ("\ufeffLogo\t450", [("Logo", "450")]),
        ("| When | What |\n|---|:--|\n| 18 Nov | Logo |", [("", "When", "What"), ("", "18 Nov", "Logo")]),
        ("one\ntwo\n\nthree", [("one",), ("two",), ("three",)]),
        ("", []),
        (" \n\t\n", []),
    ],
)
def test_a_table_is_read_whatever_stands_between_its_cells(text: str, rows: list[tuple[str, ...]]) -> None:
    assert cells(text) == rows


def test_a_quote_that_never_closes_loses_nothing() -> None:
    found = cells('Logo\t450\n"Site\t900\nCard\t30')
    assert found == [("Logo", "450"), ('"Site', "900"), ("Card", "30")]


def test_too_many_rows_are_counted_not_kept() -> None:
    table = read_pasted("\n".join(f"Win {number}\t{number}" for number in range(MOST_ROWS + 7)))
    assert len(table.rows) == MOST_ROWS
    assert table.beyond == 7


def test_a_file_is_read_in_its_encoding_and_a_workbook_is_known() -> None:
    text = "What\tClient\nSchild\tGroß Bau"
    for encoding in ("utf-8-sig", "utf-16", "cp1252"):
        assert read_table_file(text.encode(encoding)).rows[1].cells == ("Schild", "Groß Bau")
    assert is_workbook(b"PK\x03\x04rest")
    assert not is_workbook(text.encode())


words = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp", "Zs")), min_size=1, max_size=8
).filter(lambda word: bool(set(word) - set("-:=_")))


@settings(max_examples=60)
@given(
    st.integers(2, 5).flatmap(
        lambda width: st.lists(st.lists(words, min_size=width, max_size=width), min_size=1, max_size=6)
    )
)
def test_what_a_spreadsheet_writes_comes_back(rows: list[list[str]]) -> None:
    stream = io.StringIO()
    csv.writer(stream, delimiter="\t").writerows(rows)
    expected = [
        tuple(cell.removeprefix("\ufeff") if place == (0, 0) else cell for place, cell in line)
        for line in (
            [((number, column), cell) for column, cell in enumerate(row)] for number, row in enumerate(rows)
        )
    ]
    assert cells(stream.getvalue()) == [row for row in expected if any(row)]


@settings(max_examples=60)
@given(st.text(max_size=300))
def test_any_text_is_a_table_of_even_rows(text: str) -> None:
    table = read_pasted(text)
    assert all(len(row.cells) == table.width for row in table.rows)
