"""Money, phone numbers and dates: what was chosen, and what the computer says where nothing was."""

import pytest
from PySide6.QtCore import QLocale

from netdesk.services.preferences import DateOrder, Preferences
from netdesk.ui.customs import Customs, customs

BRITISH = QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)
AMERICAN = QLocale(QLocale.Language.English, QLocale.Country.UnitedStates)
SWEDISH = QLocale(QLocale.Language.Swedish, QLocale.Country.Sweden)


@pytest.mark.parametrize(
    ("here", "meant"),
    [
        (BRITISH, Customs("GBP", "GB", True)),
        (AMERICAN, Customs("USD", "US", False)),
        (SWEDISH, Customs("SEK", "SE", False)),
        (QLocale.c(), Customs("GBP", "", True)),
    ],
)
def test_the_computer_says_what_was_not_chosen(here: QLocale, meant: Customs) -> None:
    assert customs(Preferences(), here) == meant


@pytest.mark.parametrize("here", [BRITISH, AMERICAN, SWEDISH, QLocale.c()])
@pytest.mark.parametrize(
    ("order", "day_first"), [(DateOrder.DAY_FIRST, True), (DateOrder.MONTH_FIRST, False)]
)
def test_what_was_chosen_goes_before_the_computer(here: QLocale, order: DateOrder, day_first: bool) -> None:
    chosen = Preferences(currency="CHF", region="CH", date_order=order)
    assert customs(chosen, here) == Customs("CHF", "CH", day_first)
