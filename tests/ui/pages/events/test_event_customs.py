"""What was chosen in Settings, on the page of events: currency, order of day and month, my own trade."""

from dataclasses import replace
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from netdesk.services import expected
from netdesk.services.event_page import event_page
from netdesk.services.people import PersonDraft, new_person
from netdesk.services.preferences import DateOrder, save_currency, save_date_order, save_own_trade
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


def test_somebody_of_my_trade_is_told_of_as_soon_as_it_is_set(mixer_window: EventsWindow) -> None:
    page = mixer_window.view.page
    assert page is not None
    draft = PersonDraft(given="Sam", family="Carter", role="Virtual assistant")
    sam = new_person(mixer_window.workspace, draft)
    expected.expect_people(mixer_window.workspace, page.id, [sam])
    notice = mixer_window.before.pitch.notice
    assert notice.isHidden()
    save_own_trade(mixer_window.workspace, ["virtual assistant"])
    assert notice.isVisible()
    assert mixer_window.view.page is not None
    assert mixer_window.view.page.competitors == ("Sam Carter",)
    mixer_window.window.shell.undo()
    assert notice.isHidden()
