"""The currency and the order of day and month chosen in Settings, in the form of an event."""

from dataclasses import replace
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from netdesk.services.event_page import event_page
from netdesk.services.preferences import DateOrder, save_currency, save_date_order
from netdesk.ui.pages.events.event_form import EventForm, open_event_form
from tests.support.events import NOW
from tests.support.events_window import EventsWindow


def opened_form(window: EventsWindow) -> EventForm:
    window.page.new_event()
    return next(form for form in window.window.findChildren(EventForm) if form.isVisible())


@pytest.mark.parametrize(("chosen", "offered"), [("CHF", "CHF"), ("", "GBP")])
def test_a_new_event_costs_in_the_currency_chosen(
    qtbot: QtBot, mixer_window: EventsWindow, chosen: str, offered: str
) -> None:
    save_currency(mixer_window.workspace, chosen)
    form = opened_form(mixer_window)
    assert form.currency.text() == offered
    form.currency.clear()
    for field, text in ((form.title, "Fondue"), (form.day, "fri"), (form.starts, "19"), (form.cost, "40")):
        field.clear()
        qtbot.keyClicks(field, text)
    form.save()
    page = mixer_window.view.page
    assert page is not None
    kept = event_page(mixer_window.workspace, page.id, NOW)
    assert (kept.title, kept.cost, kept.currency) == ("Fondue", 40, offered)


def test_an_event_keeps_the_currency_it_cost(mixer_window: EventsWindow) -> None:
    page = mixer_window.view.page
    assert page is not None
    save_currency(mixer_window.workspace, "CHF")
    form = open_event_form(mixer_window.window.shell, replace(page, cost=28.0, currency="GBP"))
    assert (form.cost.text(), form.currency.text()) == ("28", "GBP")


@pytest.mark.parametrize(
    ("order", "meant"),
    [
        (DateOrder.DAY_FIRST, date(2027, 4, 3)),
        (DateOrder.MONTH_FIRST, date(2027, 3, 4)),
        (DateOrder.SYSTEM, date(2027, 4, 3)),
    ],
)
def test_the_day_is_read_in_the_order_chosen(
    qtbot: QtBot, mixer_window: EventsWindow, order: DateOrder, meant: date
) -> None:
    save_date_order(mixer_window.workspace, order)
    form = opened_form(mixer_window)
    qtbot.keyClicks(form.day, "3/4")
    assert form.day.date() == meant
    form.restore({"title": "X", "day": "3/4"})
    assert form.day.date() == meant
