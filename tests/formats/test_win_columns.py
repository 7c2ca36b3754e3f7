"""Which column of a pasted table is which, and how amounts and sources in it are read."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netdesk.formats.win_columns import WinColumn, guess_columns, heading_kind
from netdesk.formats.written_amounts import (
    cell_decimal,
    column_decimal,
    heading_currency,
    is_doubtful,
    looks_like_amount,
    usual_writing,
)
from netdesk.formats.written_sources import read_source
from netdesk.method.sources import Source
from netdesk.method.typed_money import parse_money

TODAY = date(2026, 11, 22)
DATE, TITLE, CLIENT, VALUE = WinColumn.DATE, WinColumn.TITLE, WinColumn.CLIENT, WinColumn.VALUE


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("When", DATE),
        ("Won on", DATE),
        ("Datum", DATE),
        ("Project name", TITLE),
        ("Jobs", TITLE),
        ("Belopp", VALUE),
        ("KUNDE", CLIENT),
        ("Amount (€)", VALUE),
        ("Value in EUR", VALUE),
        ("Wert", VALUE),
        ("Total GBP", VALUE),
        ("Währung", WinColumn.CURRENCY),
        ("Where it came from", WinColumn.SOURCE),
        ("Referred by", WinColumn.THANKS),
        ("Événement", WinColumn.PLACE),
        ("Comments", WinColumn.NOTE),
        ("Postcode", None),
        ("", None),
    ],
)
def test_a_heading_names_its_column(heading: str, kind: WinColumn | None) -> None:
    assert heading_kind(heading) is kind


def test_headings_decide_and_each_thing_is_found_once() -> None:
    rows = [
        ["Client", "Project", "Company", "Fee", "Date"],
        ["Café Rosa", "Rota", "Rosa Ltd", "450", "21 Oct"],
    ]
    found = guess_columns(rows, TODAY)
    assert found.headed
    assert found.kinds == (CLIENT, TITLE, None, VALUE, DATE)


def test_without_headings_the_values_decide() -> None:
    rows = [
        [
            "1",
            "18 Nov",
            "Inbox set-up",
            "Lindqvist Interiors",
            "£1,200",
            "Referral",
            "Olga Petrova",
            "Breakfast Club",
        ],
        [
            "2",
            "2 Nov",
            "Monthly support",
            "Mill Street Gifts",
            "£2,400",
            "Network referral",
            "Sam > Nadia",
            "",
        ],
        ["3", "21 Oct", "Rota tidy-up", "Café Rosa", "£450", "Self referral", "", "Founders' evening"],
    ]
    found = guess_columns(rows, TODAY)
    assert not found.headed
    source, thanks, place = WinColumn.SOURCE, WinColumn.THANKS, WinColumn.PLACE
    assert found.kinds == (None, DATE, TITLE, CLIENT, VALUE, source, thanks, place)


def test_headings_in_words_nobody_knows_are_still_headings() -> None:
    rows = [["Kiedy", "Co", "Ile"], ["2026-11-18", "Porządki", "1200"], ["2026-11-02", "Strona", "900"]]
    found = guess_columns(rows, TODAY)
    assert found.headed
    assert found.kinds == (DATE, TITLE, VALUE)


def test_a_column_no_heading_names_is_found_by_its_values() -> None:
    rows = [
        ["Client", "Project", "Q"],
        ["Café Rosa", "Rota", "12/03/2026"],
        ["Retail 27", "Desk", "13/04/2026"],
    ]
    assert guess_columns(rows, TODAY).kinds == (CLIENT, TITLE, DATE)


def test_one_line_and_nothing_at_all() -> None:
    assert guess_columns([["Inbox set-up"]], TODAY).kinds == (TITLE,)
    assert guess_columns([["Inbox set-up", "£1,200"]], TODAY).kinds == (TITLE, VALUE)
    assert guess_columns([], TODAY).kinds == ()


@pytest.mark.parametrize(
    ("cells", "decimal"),
    [
        (["1.200", "450,50"], ","),
        (["1,200", "450.5"], "."),
        (["1,200", "900"], ""),
        (["1.234.567"], ","),
        (["450.50", "450,50"], ""),
        (["n/a", ""], ""),
    ],
)
def test_a_column_of_amounts_proves_its_decimals(cells: list[str], decimal: str) -> None:
    assert column_decimal(cells) == decimal


def test_an_amount_that_reads_in_two_ways_is_doubtful() -> None:
    assert is_doubtful("1.200", ".")
    assert not is_doubtful("1.200", ",")
    assert not is_doubtful("1,200", ".")
    assert not is_doubtful("1.200,50", ".")
    assert not is_doubtful("1.200", "")


def test_amounts_and_currencies_are_known() -> None:
    assert all(
        map(looks_like_amount, ("£1,200.50", "1.200,50 €", "CHF 1'200", "1 200", "-450", "(1,200)", "1.2k"))
    )
    assert not any(map(looks_like_amount, ("", "18 Nov", "Retail 27 Ltd", "2026-11-18", "three")))
    assert looks_like_amount("1 200,00 kr")
    assert heading_currency("Amount (€)") == "€"
    assert heading_currency("Value in EUR") == "EUR"
    assert heading_currency("WIN VALUE") == ""


@pytest.mark.parametrize(
    ("cell", "usual"),
    [
        ("£ -", "£ 0"),
        ("-", "-"),
        ("1.2E+03", "1200.00"),
        ("€ 1,2E4", "€ 12000.00"),
        ("£1,200", "£1,200"),
        ("1E+99", "1E+99"),
    ],
)
def test_what_ledgers_and_wide_columns_show_is_written_the_usual_way(cell: str, usual: str) -> None:
    assert usual_writing(cell) == usual


amounts = st.integers(0, 99_999_999).map(lambda cents: cents / 100)


@settings(max_examples=60)
@given(st.lists(amounts, min_size=1, max_size=8), st.booleans())
def test_a_column_of_whole_prices_comes_back_in_either_writing(column: list[float], comma: bool) -> None:
    swap = str.maketrans(",.", ".,") if comma else {}
    cells = [f"{amount:,.2f}".translate(swap) for amount in column]
    decimal = column_decimal(cells)
    assert [parse_money(cell, "GBP", decimal=cell_decimal(cell, decimal)).amount for cell in cells] == column


@pytest.mark.parametrize(
    ("cell", "source"),
    [
        ("Referral", Source.REFERRAL),
        ("Direct or indirect referral", Source.REFERRAL),
        ("network-referral", Source.NETWORK_REFERRAL),
        ("network_referral", Source.NETWORK_REFERRAL),
        ("3", Source.SELF_REFERRAL),
        ("4 Marketing", Source.MARKETING),
        ("WORD OF MOUTH", Source.REPUTATION),
        ("4 Referral", None),
        ("web search", None),
        ("", None),
    ],
)
def test_a_source_is_known_by_its_names(cell: str, source: Source | None) -> None:
    assert read_source(cell) is source
