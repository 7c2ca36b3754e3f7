"""Finishing the debrief of an event: what is still open, finishing anyway, opening it again."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from netdesk.method.debrief import DebriefPart
from netdesk.services import debrief as debriefs
from netdesk.store.workspace import Workspace
from netdesk.ui.pages.events.event_view import EventTab
from netdesk.ui.printing.debrief_sheet_window import DebriefSheetWindow
from tests.support.debrief_window import EVENING, finish_card, stored
from tests.support.events import mixer, wall
from tests.support.events_window import EventsWindow


def test_finishing_lists_what_is_open_and_leads_there(evening: EventsWindow, qtbot: QtBot) -> None:
    evening.view.go_to_tab(EventTab.NOTES)
    evening.view.header.attended.click()
    card = finish_card(evening)
    assert [point.words for point in card.points] == [
        "2 cards with no plan",
        "Goal not counted: Try “Inbox to zero” on people",
        "Reactions to Inbox to zero · v1 not counted",
        "No stars yet: was it worth it?",
    ]
    assert QApplication.focusWidget() is card.back
    card._go(DebriefPart.WORTH)
    assert evening.view.tab() is EventTab.AFTER
    assert evening.after.worth.stars.hasFocus()
    assert stored(evening).finished_at is None


@pytest.mark.parametrize("part", list(DebriefPart))
def test_each_part_takes_the_keyboard(evening: EventsWindow, part: DebriefPart) -> None:
    evening.view.go_to_part(part)
    focused = QApplication.focusWidget()
    assert isinstance(focused, QWidget)
    assert evening.after.isAncestorOf(focused)


def test_a_part_out_of_sight_is_scrolled_to(evening: EventsWindow, qtbot: QtBot) -> None:
    evening.window.resize(1000, 640)
    stars = evening.after.worth.stars
    qtbot.waitUntil(lambda: evening.after.width() <= evening.view.width())
    assert stars.visibleRegion().isEmpty()
    evening.view.go_to_part(DebriefPart.WORTH)
    assert not stars.visibleRegion().isEmpty()


def test_esc_goes_back_and_finish_anyway_finishes(evening: EventsWindow, qtbot: QtBot) -> None:
    evening.view.header.attended.click()
    card = finish_card(evening)
    qtbot.keyClick(card.back, Qt.Key.Key_Escape)
    assert stored(evening).finished_at is None
    evening.view.header.attended.click()
    finish_card(evening).anyway.click()
    kept = stored(evening)
    assert kept.finished_at is not None
    assert kept.attended is True
    assert evening.toast() == "Finished the debrief of “Chamber autumn mixer”"
    assert evening.view.header.attended.text() == "Debriefed"
    assert not evening.after.finished.isHidden()
    evening.window.shell.undo()
    assert stored(evening).finished_at is None
    assert evening.after.finished.isHidden()


def test_a_finished_debrief_is_opened_again(evening: EventsWindow) -> None:
    evening.page.debrief.finish_now()
    evening.after.finished.button.click()
    assert stored(evening).finished_at is None
    evening.page.debrief.finish_now()
    evening.view.header.attended.click()
    assert stored(evening).finished_at is None


def test_nothing_open_finishes_at_once(qapp: QApplication, workspace: Workspace) -> None:
    event = mixer(workspace, day=wall(2026, 11, 18, 7))
    debriefs.set_stars(workspace, event, 4)
    window = EventsWindow(qapp, workspace, now=lambda: EVENING)
    assert window.window.shell.commands.run("events.finish_debrief")
    assert stored(window).finished_at is not None
    assert not window.window.shell.commands.run("events.finish_debrief")
    window.close()


def test_i_did_not_go_closes_the_question(evening: EventsWindow, workspace: Workspace) -> None:
    evening.page.debrief.mark_not_attended()
    assert evening.toast() == "You did not go to “Chamber autumn mixer”"
    assert stored(evening).attended is False
    assert evening.view.header.attended.text() == "Mark attended"
    assert not evening.after.missed.isHidden()
    evening.after.missed.button.click()
    assert stored(evening).attended is True
    assert evening.after.missed.isHidden()


def test_the_debrief_sheet_is_offered_after_the_event_and_as_a_form_before_it(
    evening: EventsWindow, workspace: Workspace
) -> None:
    commands = evening.window.shell.commands
    assert "Print debrief sheet…" in [one.text for one in evening.page._entries() if one is not None]
    assert commands.run("events.print_debrief")
    (sheet,) = evening.window.findChildren(DebriefSheetWindow)
    assert sheet.isVisible()
    coming = mixer(workspace, title="Breakfast Club", day=wall(2026, 11, 27, 7))
    sheet.close_it()
    evening.page.show_event(coming)
    assert "Print debrief sheet…" in [one.text for one in evening.page._entries() if one is not None]
    assert commands.run("events.print_debrief")
    form = evening.window.findChildren(DebriefSheetWindow)[-1].preview.sheet()
    assert form is not None
    assert form.title == "Breakfast Club"


def test_finishing_keeps_what_is_still_being_typed(evening: EventsWindow, qtbot: QtBot) -> None:
    field = evening.after.landed.fields["asked_more"].field
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "6")
    evening.page.debrief.finish()
    assert stored(evening).reactions.asked_more == 6
    finish_card(evening)._close()
