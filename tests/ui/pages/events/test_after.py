"""An event after it began, driven by keys and mouse: what is seen and what is stored."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from netdesk.method.goals import Goal, GoalKind
from netdesk.method.pitches import Reactions
from netdesk.method.preparation import PitchChoice
from netdesk.services import event_edit, goals
from netdesk.services.reactions import set_reactions
from netdesk.store.workspace import Workspace
from netdesk.ui.pages.events.event_view import EventTab
from netdesk.ui.scanning.scanner import Scanner
from tests.support.debrief_window import (
    EVENING,
    finish_card,
    overlay_over,
    stored,
    write_number,
)
from tests.support.events import mixer, wall
from tests.support.events_window import EventsWindow, prepared_mixer

LEFT = Qt.MouseButton.LeftButton


def box_place(number: int) -> QPoint:
    """The middle of the n-th box, the first is 1."""
    return QPoint(4 + 7 + (number - 1) * 19, 4 + 7)


# What is shown, and when -------------------------------------------------------------------------


def test_an_event_that_has_begun_opens_on_after(evening: EventsWindow) -> None:
    assert evening.view.tab() is EventTab.AFTER
    assert evening.view.header.attended.text() == "Finish debrief"
    after = evening.after
    assert after.reached.chip.text() == "1 of 3 reached"
    assert [row.title.text() for row in after.reached.rows()] == [
        "Collect cards from potential clients",
        "Try “Inbox to zero” on people",
        "Find one strategic partner",
    ]
    assert [row.count.text() for row in after.reached.rows()] == ["1 / 5", "0 / 10", "1 / 1"]
    assert after.cards.without_plan.text() == "2 with no plan"
    assert after.landed.version.text() == "Inbox to zero · v1"
    assert after.met.people.figure.text() == "5"
    assert after.met.solid.figure.text() == "2"
    assert after.worth.sentence.text().startswith("2 h for 2 solid contacts.")


def test_before_the_event_the_tab_says_what_will_be_there(qapp: QApplication, workspace: Workspace) -> None:
    prepared_mixer(workspace)
    window = EventsWindow(qapp, workspace)
    assert window.view.tab() is EventTab.BEFORE
    window.view.go_to_tab(EventTab.AFTER)
    assert window.view.later.isVisible()
    assert not window.after.isVisible()
    assert window.view.header.attended.text() == "Mark attended"
    window.view.later.secondary_clicked.emit()
    assert window.view.tab() is EventTab.BEFORE
    window.close()


def test_the_time_decides_between_before_and_after_for_each_event(
    evening: EventsWindow, workspace: Workspace
) -> None:
    mixed = evening.view.page
    assert mixed is not None
    coming = mixer(workspace, title="Breakfast Club", day=wall(2026, 11, 27, 7))
    missed = mixer(workspace, title="Missed", day=wall(2026, 11, 18, 7))
    event_edit.mark_attended(workspace, missed, False)
    for event, tab in ((coming, EventTab.BEFORE), (mixed.id, EventTab.AFTER), (missed, EventTab.BEFORE)):
        evening.page.show_event(event)
        assert evening.view.tab() is tab
    evening.page.open(event=coming, tab="after")
    assert evening.view.tab() is EventTab.AFTER
    evening.page.open(event=mixed.id, tab="nonsense")
    assert evening.view.tab() is EventTab.AFTER
    evening.view.go_to_tab(EventTab.BEFORE)
    evening.page.open(event=mixed.id)
    assert evening.view.tab() is EventTab.AFTER


def test_whoever_reads_notes_goes_on_reading_notes(evening: EventsWindow, workspace: Workspace) -> None:
    other = mixer(workspace, title="Breakfast Club", day=wall(2026, 11, 18, 7))
    evening.view.go_to_tab(EventTab.NOTES)
    evening.page.show_event(other)
    assert evening.view.tab() is EventTab.NOTES


def test_an_event_of_long_ago_is_not_lost(qapp: QApplication, workspace: Workspace) -> None:
    event = mixer(workspace, day=wall(2025, 11, 24, 18))
    with workspace.change("Forget the end"):
        workspace.sql("UPDATE event SET ends_at = NULL, learned = 'Half a' WHERE id = ?", (event,))
    window = EventsWindow(qapp, workspace)
    assert window.view.tab() is EventTab.AFTER
    assert window.after.met.learned.text() == "Half a"
    assert window.after.landed.version.text() == "Which line did you say there?"
    window.view.header.attended.click()
    finish_card(window).anyway.click()
    assert stored(window).finished_at is not None
    window.close()


def test_the_cards_tab_shows_the_cards_of_the_event(evening: EventsWindow, qtbot: QtBot) -> None:
    evening.view.go_to_tab(EventTab.CARDS)
    tray = evening.view.cards
    assert tray.isVisible()
    qtbot.waitUntil(lambda: tray.counts.all == 5)
    tray.add_wanted.emit()
    assert evening.view.tab() is EventTab.AFTER
    assert evening.after.cards.entry.hasFocus()


def test_the_scanner_is_opened_for_the_event(evening: EventsWindow) -> None:
    evening.after.cards.scan.click()
    (scanner,) = evening.window.findChildren(Scanner)
    assert scanner.isVisible()
    overlay = overlay_over(scanner)
    overlay.close_overlay()


# Goals -------------------------------------------------------------------------------------------


def test_a_click_fills_the_boxes_up_to_there_and_on_the_last_takes_it_back(
    evening: EventsWindow, qtbot: QtBot
) -> None:
    boxes = evening.after.reached.rows()[0].boxes
    qtbot.mouseClick(boxes, LEFT, pos=box_place(5))
    assert (stored(evening).goals[0].by_hand, stored(evening).goals[0].reached) == (5, 5)
    assert evening.after.reached.chip.text() == "2 of 3 reached"
    qtbot.mouseClick(boxes, LEFT, pos=box_place(5))
    assert stored(evening).goals[0].reached == 4
    evening.desk.undo()
    assert stored(evening).goals[0].reached == 1
    assert evening.after.reached.rows()[0].count.text() == "1 / 5"


def test_plus_and_minus_count_on_the_row_that_has_the_keyboard(evening: EventsWindow, qtbot: QtBot) -> None:
    boxes = evening.after.reached.rows()[1].boxes
    boxes.setFocus()
    for key in (Qt.Key.Key_Plus, Qt.Key.Key_Plus, Qt.Key.Key_Plus, Qt.Key.Key_Minus):
        qtbot.keyClick(boxes, key)
    assert stored(evening).goals[1].reached == 2
    qtbot.keyClick(boxes, Qt.Key.Key_End)
    assert stored(evening).goals[1].reached == 10
    qtbot.keyClick(boxes, Qt.Key.Key_Home)
    assert stored(evening).goals[1].reached == 0


def test_keys_pressed_faster_than_they_are_written_all_count(
    qapp: QApplication, workspace: Workspace, qtbot: QtBot
) -> None:
    prepared_mixer(workspace)
    window = EventsWindow(qapp, workspace, threads=True, now=lambda: EVENING)
    row, polite = window.after.reached.rows()[0], window.after.landed.fields["polite"]
    stars, gate = window.after.worth.stars, threading.Event()

    def press_all() -> None:
        qtbot.keyClick(row.boxes, Qt.Key.Key_Plus)
        qtbot.keyClick(polite.field, Qt.Key.Key_Up)
        qtbot.keyClick(stars, Qt.Key.Key_Right)

    press_all()
    window.desk.do(lambda _: gate.wait(10))
    press_all()
    # The first ones are written and read back by now; the second ones are not.
    qtbot.waitUntil(lambda: stored(window).stars == 1)
    qtbot.waitUntil(lambda: row.count.text() == "1 / 5" and "1 person" in window.after.landed.version.text())
    assert (row.boxes.done(), polite.value(), stars.stars()) == (2, 2, 2)
    press_all()
    gate.set()
    qtbot.waitUntil(lambda: stored(window).stars == 3)
    assert (stored(window).goals[0].reached, stored(window).reactions.polite) == (3, 3)
    qtbot.waitUntil(lambda: row.count.text() == "3 / 5")
    window.close()


def test_what_counted_itself_cannot_be_clicked_away(evening: EventsWindow, qtbot: QtBot) -> None:
    row = evening.after.reached.rows()[0]
    qtbot.mouseClick(row.boxes, LEFT, pos=box_place(1))
    assert row.error.text() == "1 counted from the cards. Change the card to count fewer."
    assert row.boxes.done() == 1
    assert stored(evening).goals[0].reached == 1
    qtbot.mouseClick(row.boxes, LEFT, pos=box_place(3))
    assert row.error.isHidden()
    row.boxes.setFocus()
    qtbot.keyClick(row.boxes, Qt.Key.Key_Home)
    assert stored(evening).goals[0].reached == 1
    assert row.error.text() == "1 counted from the cards. Change the card to count fewer."


def test_before_shows_what_counted_itself_too_and_keeps_it(evening: EventsWindow, qtbot: QtBot) -> None:
    evening.view.go_to_tab(EventTab.BEFORE)
    row = evening.before.goals.rows()[0]
    assert row._count.text() == "1 / 5"
    qtbot.keyClick(row._boxes, Qt.Key.Key_Minus)
    assert evening.toast() == "1 counted from the cards. Change the card to count fewer."
    assert row._boxes.done() == 1
    qtbot.keyClick(row._boxes, Qt.Key.Key_Plus)
    assert stored(evening).goals[0].reached == 2


def test_a_goal_above_twenty_is_counted_by_number(evening: EventsWindow, qtbot: QtBot) -> None:
    event = stored(evening).event_id
    goals.add_goal(evening.workspace, event, Goal(GoalKind.HELP, 40, "Do what I offered"))
    row = evening.after.reached.rows()[3]
    assert row.boxes.isHidden()
    assert row.count.text() == "/ 40"
    write_number(qtbot, row.number, "31")
    assert stored(evening).goals[3].reached == 31
    qtbot.keyClick(row.number.field, Qt.Key.Key_Up)
    qtbot.keyClick(row.number.field, Qt.Key.Key_PageUp)
    assert stored(evening).goals[3].reached == 42
    qtbot.mouseClick(row.number.less, LEFT)
    assert stored(evening).goals[3].is_reached


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("1001", "1,001 is more than one event holds; write up to 1,000."),
        ("-3", "Nobody can be counted below nought; write 0 or more."),
        ("many", "Write a number, such as 7."),
    ],
)
def test_a_count_that_cannot_be_is_refused_beside_its_field_and_stays(
    evening: EventsWindow, qtbot: QtBot, typed: str, sentence: str
) -> None:
    goals.add_goal(evening.workspace, stored(evening).event_id, Goal(GoalKind.HELP, 40, "x"))
    row = evening.after.reached.rows()[3]
    row.number.field.setFocus()
    row.number.field.selectAll()
    qtbot.keyClick(row.number.field, Qt.Key.Key_Delete)
    qtbot.keyClicks(row.number.field, typed)
    qtbot.keyClick(row.number.field, Qt.Key.Key_Return)
    assert row.error.text() == sentence
    assert row.number.field.text() == typed
    assert stored(evening).goals[3].reached == 0
    qtbot.keyClick(row.number.field, Qt.Key.Key_Escape)
    assert row.number.field.text() == "0"
    assert row.error.isHidden()


def test_a_goal_that_is_gone_is_said_so(evening: EventsWindow) -> None:
    row = evening.after.reached.rows()[1]
    goals.delete_goal(evening.workspace, row.line.goal_id)
    assert len(evening.after.reached.rows()) == 2
    row.counted.emit(3)
    assert evening.toast() == "That goal is not there any more."


def test_without_goals_one_can_be_added(qapp: QApplication, workspace: Workspace) -> None:
    mixer(workspace, day=wall(2026, 11, 18, 7))
    window = EventsWindow(qapp, workspace, now=lambda: EVENING)
    assert window.after.reached.chip.isHidden()
    window.after.reached.add.click()
    assert window.view.tab() is EventTab.BEFORE
    window.pick("Help people")
    assert [line.goal.kind for line in stored(window).goals] == [GoalKind.HELP]
    window.close()


# The line ----------------------------------------------------------------------------------------


def test_reactions_are_counted_and_reach_the_goal(evening: EventsWindow, qtbot: QtBot) -> None:
    landed = evening.after.landed
    for key, count in (("asked_more", "4"), ("polite", "3")):
        write_number(qtbot, landed.fields[key], count)
    qtbot.mouseClick(landed.fields["blank"].more, LEFT)
    assert stored(evening).reactions == Reactions(4, 3, 1)
    assert landed.version.text() == "Inbox to zero · v1 · 8 people"
    assert landed.sentence.text() == "50% asked more."
    row = evening.after.reached.rows()[1]
    assert (row.count.text(), row.words.text()) == ("8 / 10", "Counted from the reactions")
    evening.desk.undo()
    assert stored(evening).reactions.total < 8


def test_a_reaction_that_cannot_be_stays_typed(evening: EventsWindow, qtbot: QtBot) -> None:
    landed = evening.after.landed
    write_number(qtbot, landed.fields["polite"], "5000")
    assert landed.error.text().startswith("5,000 is more")
    assert landed.fields["polite"].field.text() == "5000"
    write_number(qtbot, landed.fields["polite"], "5")
    assert landed.error.isHidden()
    assert stored(evening).reactions.polite == 5


def test_the_next_version_is_written_from_here(evening: EventsWindow) -> None:
    landed = evening.after.landed
    assert landed.write.text() == "Write v2…"
    pitch = stored(evening).pitch
    assert pitch is not None
    landed.write.click()
    assert evening.opened("pitches") == [{"version": pitch.id, "write_next": True}]


def test_what_i_change_next_is_saved_with_the_event(evening: EventsWindow, qtbot: QtBot) -> None:
    field = evening.after.landed.change_next
    field.edit()
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClicks(focused, "Ask first <b>then</b> tell")
    qtbot.keyClick(focused, Qt.Key.Key_Return)
    assert stored(evening).change_next == "Ask first <b>then</b> tell"


def test_an_event_without_a_line_offers_to_choose_the_one_that_was_said(
    qapp: QApplication, workspace: Workspace
) -> None:
    prepared_mixer(workspace)
    other = mixer(workspace, title="Founders' evening", day=wall(2026, 11, 6, 18))
    window = EventsWindow(qapp, workspace, now=lambda: EVENING)
    window.page.open(event=other)
    landed = window.after.landed
    assert not landed.fields["polite"].isVisible()
    landed.none_used.click()
    assert stored(window).pitch_choice is PitchChoice.NONE_NEEDED
    assert landed.version.text() == "No pitch was used here."
    assert landed.none_used.isHidden()
    landed.choose.click()
    window.pick("Inbox to zero · v1")
    pitch = stored(window).pitch
    assert pitch is not None
    assert pitch.name == "Inbox to zero · v1"
    assert landed.fields["polite"].isVisible()
    window.desk.undo()
    assert stored(window).pitch is None
    window.close()


def test_none_used_is_not_offered_over_reactions_that_were_counted(evening: EventsWindow) -> None:
    debrief = stored(evening)
    assert debrief.pitch is not None
    entries = {one.text: one.enabled for one in evening.after.landed._entries() if one is not None}
    assert entries["None used"]
    set_reactions(evening.workspace, debrief.event_id, debrief.pitch.id, Reactions(1, 0, 0))
    entries = {one.text: one.enabled for one in evening.after.landed._entries() if one is not None}
    assert not entries["None used"]
    evening.after.landed.show_pitch()
    assert evening.opened("pitches") == [{"pitch": debrief.pitch.pitch_id}]


# Room and keyboard -------------------------------------------------------------------------------


def test_with_little_room_finishing_keeps_its_words_and_the_sheet_its_icon(
    evening: EventsWindow, qtbot: QtBot
) -> None:
    header = evening.view.header
    evening.window.resize(1000, 700)
    qtbot.waitUntil(lambda: header.print_sheet.text() == "")
    assert header.attended.text() == "Finish debrief"
    assert header.print_sheet.accessibleName() == "Print prep sheet"
    evening.page.debrief.finish_now()
    qtbot.waitUntil(lambda: header.print_sheet.text() == "Print prep sheet")
    assert header.attended.text() == ""


def test_the_panels_stand_in_one_column_where_it_is_narrow(evening: EventsWindow, qtbot: QtBot) -> None:
    after = evening.after
    assert after.landed.mapTo(after, QPoint()).x() > after.reached.mapTo(after, QPoint()).x()
    evening.window.resize(1000, 700)
    qtbot.waitUntil(lambda: after.width() <= evening.view.width())
    assert after.landed.mapTo(after, QPoint()).x() == after.reached.mapTo(after, QPoint()).x()
    assert after.landed.mapTo(after, QPoint()).y() > after.cards.mapTo(after, QPoint()).y()
    assert (after.cards.scan.text(), after.cards.scan.accessibleName()) == ("", "Scan cards")
    assert "Read cards from photographs" in after.cards.scan.toolTip()


def test_tab_walks_over_the_panels_in_reading_order(evening: EventsWindow) -> None:
    after = evening.after
    order: list[str] = []
    panels = {"reached": after.reached, "cards": after.cards, "landed": after.landed, "met": after.met}
    panels["worth"] = after.worth
    step: QWidget = after.reached.rows()[0].boxes
    for _ in range(200):
        found = next((name for name, panel in panels.items() if panel.isAncestorOf(step)), None)
        if found and found not in order and step.focusPolicy() & Qt.FocusPolicy.TabFocus:
            order.append(found)
        step = step.nextInFocusChain()
    assert order == ["reached", "cards", "landed", "met", "worth"]


def test_everything_that_takes_the_keyboard_has_a_name(evening: EventsWindow) -> None:
    nameless = [
        type(widget).__name__
        for widget in evening.after.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisible()
        and not widget.accessibleName()
    ]
    assert nameless == []
