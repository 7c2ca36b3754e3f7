"""Amounts as people type and paste them in any locale."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netdesk.method.errors import InvalidInput
from netdesk.method.money import plain_money
from netdesk.method.typed_money import TypedMoney, decimal_sign, parse_money

AMOUNTS = st.integers(0, 100_000_000_000).map(lambda cents: cents / 100)


@pytest.mark.parametrize(
    ("typed", "amount", "currency"),
    [
        ("£1,200.50", 1200.50, "GBP"),
        ("1.200,50 €", 1200.50, "EUR"),
        ("CHF 1'200", 1200, "CHF"),
        ("CHF 1’200.–", 1200, "CHF"),
        ("1 200", 1200, ""),
        ("1\u202f200,5 €", 1200.5, "EUR"),
        ("1,200", 1200, ""),
        ("1.200", 1200, ""),
        ("1.5", 1.5, ""),
        ("12,50", 12.5, ""),
        ("0.500", 0.5, ""),
        ("1234,567", 1234.57, ""),
        (".99", 0.99, ""),
        ("1,2k", 1200, ""),
        ("£3k", 3000, "GBP"),
        ("1.25m €", 1_250_000, "EUR"),
        ("1,00,000 INR", 100_000, "INR"),
        ("Rs.1,200", 1200, "INR"),
        ("1.234.567", 1_234_567, ""),
        ("1,234,567.89", 1_234_567.89, ""),
        ("$20 CAD", 20, "CAD"),
        ("US$ 20", 20, "USD"),
        ("12 000 kč", 12000, "CZK"),
        ("300 euros", 300, "EUR"),
        ("+7", 7, ""),
        ("0", 0, ""),
        ("-0", 0, ""),
        ("٣٤٥", 345, ""),
        ("  ", None, ""),
        ("—", None, ""),
        ("?", None, ""),
    ],
)
def test_an_amount_is_read_as_it_is_meant(typed: str, amount: float | None, currency: str) -> None:
    assert parse_money(typed, "GBP") == TypedMoney(amount, currency)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("-5", "less than nothing"),
        ("(500)", "less than nothing"),
        ("£-5", "less than nothing"),
        ("500-", "less than nothing"),
        ("2,000,000,000", "more than a thousand million"),
        ("1e12", "is no amount"),
        ("soon", "is no amount"),
        ("12 parrots", "no currency I know"),
        ("1200 to 1500", "is no amount"),
        ("£5 EUR", "two currencies"),
        ("300 kr", "several currencies"),
        ("1.2.3", "is no amount"),
        ("1,2,3.4.5", "is no amount"),
        ("9" * 400, "is no amount"),
        ("1" * 39, "more than a thousand million"),
        ("=1+1", "is no amount"),
    ],
)
def test_what_is_no_amount_of_a_win_is_refused_in_words(typed: str, said: str) -> None:
    with pytest.raises(InvalidInput, match=said) as refused:
        parse_money(typed, "GBP")
    assert refused.value.field == "value"
    assert refused.value.remedy


def test_a_shared_sign_means_the_own_currency() -> None:
    assert parse_money("$5", "CAD").currency == "CAD"
    assert parse_money("$5", "GBP").currency == "USD"
    assert parse_money("5 kr", "SEK").currency == "SEK"
    assert parse_money("5 XYZ", "XYZ").currency == "XYZ"


def test_a_column_decides_what_one_cell_leaves_open() -> None:
    assert parse_money("1.200", "EUR", decimal=".").amount == 1.2
    assert parse_money("1.200", "EUR", decimal=",").amount == 1200
    assert [decimal_sign(cell) for cell in ("1.200,50", "1,200.50", "1.200", "12,5", "1.200.300", "7", "")] == [
        ",", ".", "", ",", ",", "", ""]  # fmt: skip
    with pytest.raises(InvalidInput):
        parse_money("1,200.50", "EUR", decimal=",")


@given(AMOUNTS, st.sampled_from(("", "GBP", "EUR", "USD", "JPY", "CHF", "SEK", "ZAR")))
def test_what_is_written_is_read_again(amount: float, currency: str) -> None:
    assert parse_money(plain_money(amount, currency), "GBP") == TypedMoney(amount, currency)


@given(AMOUNTS, st.sampled_from((",", ".", "'", " ", "\u00a0", "\u202f", "’", "")), st.sampled_from(".,"))
def test_every_way_of_grouping_is_read_again(amount: float, thousands: str, decimal: str) -> None:
    if thousands == decimal:
        thousands = ""
    whole, cents = f"{amount:,.2f}".split(".")
    typed = whole.replace(",", thousands) + decimal + cents
    assert parse_money(typed, "EUR") == TypedMoney(amount)
    assert parse_money(f"{typed} €", "EUR", decimal=decimal) == TypedMoney(amount, "EUR")


@given(st.text(max_size=60))
def test_anything_typed_is_an_amount_or_refused(text: str) -> None:
    with suppress(InvalidInput):
        read = parse_money(text, "GBP")
        assert read.amount is None or 0 <= read.amount <= 1e9
