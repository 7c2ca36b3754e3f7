"""Whom I met at an event, what I learned, and whether it was worth it, driven by keys and mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from netdesk.services import debrief as debriefs
from netdesk.services.cards import add_card
from netdesk.services.people import PersonDraft
from netdesk.ui.pages.events.event_view import EventTab
from tests.support.debrief_window import (
    EVENING,
    stored,
    write_number,
)
from tests.support.events import mixer, wall
from tests.support.events_window import EventsWindow
from tests.support.judged_events import judge

LEFT = Qt.MouseButton.LeftButton


def test_people_are_counted_by_hand_beyond_the_cards(evening: EventsWindow, qtbot: QtBot) -> None:
    met = evening.after.met
    assert (met.new.value(), met.known.value()) == (5, 0)
    write_number(qtbot, met.known, "2")
    people = stored(evening).people
    assert (people.met, people.new) == (7, 5)
    assert met.people.words.text() == "people in two hours, 71% of them new"
    assert met.people.hint.text() == "inside the 6–8 that leave time to learn"
    write_number(qtbot, met.new, "4")
    assert met.error.text() == "5 of them are among the cards."
    assert met.new.field.text() == "4"
    qtbot.keyClick(met.new.field, Qt.Key.Key_Escape)
    assert met.new.field.text() == "5"


def test_a_pile_of_cards_warns_kindly(evening: EventsWindow) -> None:
    assert evening.after.met.warning.isHidden()
    event = stored(evening).event_id
    for number in range(12):
        add_card(evening.workspace, event, PersonDraft(given="Ann", family=f"Lee{number}"), EVENING)
    assert not evening.after.met.warning.isHidden()
    assert evening.after.met.warning.accessibleName().startswith("17 cards: too many to have learned about.")
    assert "more than the 6–8" in evening.after.met.people.hint.text()


def test_what_i_learned_is_kept_and_undone(evening: EventsWindow, qtbot: QtBot) -> None:
    field = evening.after.met.learned
    field.edit()
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClicks(focused, "Come early")
    evening.view.go_to_tab(EventTab.NOTES)
    assert stored(evening).learned == "Come early"
    evening.desk.undo()
    assert field.text() == ""


def test_stars_are_given_by_keys_and_by_mouse(evening: EventsWindow, qtbot: QtBot) -> None:
    stars = evening.after.worth.stars
    assert stars.accessibleName() == "No stars yet"
    qtbot.keyClick(stars, Qt.Key.Key_Right)
    assert stored(evening).stars == 1
    qtbot.mouseClick(stars, LEFT, pos=QPoint(2 + 3 * 17 + 8, 8))
    assert stored(evening).stars == 4
    evening.desk.undo()
    assert stars.stars() < 4


def test_the_best_kind_of_event_is_named_beside(evening: EventsWindow) -> None:
    assert "best event type" not in evening.after.worth.sentence.text()
    for month, host, stars in ((9, "Founders", 5), (10, "Founders", 5), (8, "Print", 2)):
        event = mixer(evening.workspace, title=f"In {month}", day=wall(2026, month, 6, 18), host=host)
        judge(evening.workspace, event, stars=stars)
    said = evening.after.worth.sentence.text()
    assert said.endswith("Your best event type this year: hosted by Founders.")


def test_money_and_hours_make_the_sentence(evening: EventsWindow, qtbot: QtBot) -> None:
    worth = evening.after.worth
    for field, text in ((worth.cost, "84"), (worth.hours, "2 h 30")):
        field.setFocus()
        field.selectAll()
        qtbot.keyClicks(field, text)
        qtbot.keyClick(field, Qt.Key.Key_Return)
    kept = stored(evening)
    assert (kept.cost, kept.hours) == (84, 2.5)
    assert "84" in worth.sentence.text()
    assert "and 2 h 30 for 2 solid contacts." in worth.sentence.text()
    assert worth.hours.text() == "2 h 30"


@pytest.mark.parametrize(
    ("name", "typed", "sentence"),
    [
        ("cost", "-5", "A cost lies between nought and ten million."),
        ("cost", "lots", "Write the cost as a number, such as 28 or 12.50."),
        ("hours", "-2", "An event takes between 0 and 200 hours."),
        ("hours", "9999", "An event takes between 0 and 200 hours."),
        ("hours", "ages", "Write the hours as a number, such as 3 or 2.5."),
    ],
)
def test_money_and_hours_that_cannot_be_stay_typed_with_a_sentence(
    evening: EventsWindow, qtbot: QtBot, name: str, typed: str, sentence: str
) -> None:
    worth = evening.after.worth
    field = getattr(worth, name)
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, typed)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert worth.error.text() == sentence
    assert field.text() == typed
    assert field.property("wrong")
    debriefs.set_stars(evening.workspace, stored(evening).event_id, 3)
    assert field.text() == typed
    assert (stored(evening).cost, stored(evening).hours) == (None, None)
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""
    assert worth.error.isHidden()
