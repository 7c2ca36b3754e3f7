"""Amounts in the window: one way of writing numbers for all currencies, and read again as they are written."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale

from netdesk.method.typed_money import TypedMoney, parse_money
from netdesk.ui.money import money


@pytest.fixture(autouse=True)
def its_own_locale() -> Iterator[None]:
    before = QLocale()
    yield
    QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("here", "currency", "written"),
    [
        ("en_GB", "GBP", "£1,200.50"),
        ("en_GB", "EUR", "€1,200.50"),
        ("en_GB", "CHF", "1,200.50 CHF"),
        ("de_DE", "CHF", "1.200,50 CHF"),
        ("de_DE", "USD", "$1.200,50"),
        ("C", "CHF", "1,200.50 CHF"),
    ],
)
def test_every_currency_is_written_with_the_numbers_of_this_computer(
    here: str, currency: str, written: str
) -> None:
    QLocale.setDefault(QLocale.c() if here == "C" else QLocale(here))
    assert money(1200.5, currency) == written
    assert parse_money(written, "GBP") == TypedMoney(1200.5, currency)
