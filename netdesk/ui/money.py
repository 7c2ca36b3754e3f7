"""Amounts of money as this computer writes them."""

from __future__ import annotations

from PySide6.QtCore import QLocale

from netdesk.method.currencies import SIGN_BEFORE
from netdesk.method.money import plain_money


def money(amount: float, currency: str) -> str:
    """Write an amount: "£28", "£28.50"; other currencies short and with the same numbers: "€2,000", "900 CHF".

    Without a currency it is the system's. Where the computer has no locale, as :func:`plain_money` does.
    """
    locale = QLocale()
    decimals = 0 if amount == round(amount) else 2
    if locale.language() is QLocale.Language.C:
        return plain_money(amount, currency)
    if currency in ("", locale.currencySymbol(QLocale.CurrencySymbolFormat.CurrencyIsoCode)):
        return locale.toCurrencyString(amount, locale.currencySymbol(), decimals)
    number = locale.toString(amount, "f", decimals)
    sign = SIGN_BEFORE.get(currency)
    return f"{sign}{number}" if sign is not None else f"{number} {currency}"
