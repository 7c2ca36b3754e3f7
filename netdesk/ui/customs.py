"""Money, phone numbers and dates as this workspace, or else this computer, has them."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QLocale

from netdesk.services.currency_rates import USUAL
from netdesk.services.preferences import DateOrder, Preferences, preferences
from netdesk.ui.bridge.desk import Desk


@dataclass(frozen=True, slots=True)
class Customs:
    """``currency``: ISO code of three letters. ``region``: two letters, for phone numbers without a prefix.

    ``day_first``: whether 3/4 is the third of April.
    """

    currency: str
    region: str
    day_first: bool


def customs(kept: Preferences, locale: QLocale | None = None) -> Customs:
    """What was chosen in Settings, and where nothing was, what the computer is set to.

    A computer that names no currency has the usual one, as Settings says, so that every page adds up in the same.
    """
    here = locale or QLocale()
    region = QLocale.territoryToCode(here.territory())
    order = kept.date_order
    if order is DateOrder.SYSTEM:
        order = DateOrder.DAY_FIRST if _day_first(here) else DateOrder.MONTH_FIRST
    return Customs(
        kept.currency or here.currencySymbol(QLocale.CurrencySymbolFormat.CurrencyIsoCode) or USUAL,
        kept.region or (region if len(region) == len("GB") and region.isalpha() else ""),
        order is DateOrder.DAY_FIRST,
    )


def customs_at(desk: Desk) -> Customs:
    """Read the customs of the workspace at ``desk`` as they are now."""
    return customs(desk.read(preferences))


def _day_first(locale: QLocale) -> bool:
    written = locale.dateFormat(QLocale.FormatType.ShortFormat)
    # Written year first, the numbers after it are month and day; so are two numbers alone.
    return written.find("d") < written.find("M")
