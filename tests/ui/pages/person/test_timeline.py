"""The timeline and what is to be done for somebody."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
)
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from netdesk.services.conversations import add_note
from netdesk.services.follow_ups import add_follow_up, open_follow_ups
from netdesk.services.levels import moves
from netdesk.store.workspace import Workspace
from tests.support.person_window import TODAY, PersonWindow
from tests.support.seen import choose


def test_an_event_in_the_timeline_opens(
    qtbot: QtBot, opened: PersonWindow, workspace: Workspace, grace: int
) -> None:
    with workspace.change("Meet at an event"):
        workspace.sql(
            "INSERT INTO event (title, starts_at, created_at)"
            " VALUES ('Breakfast Club', '2026-11-13T07:00:00+00:00', '2026-11-01T00:00:00+00:00')"
        )
        workspace.sql(
            "INSERT INTO interaction (kind, happened_at, event_id, created_at)"
            " VALUES ('event', '2026-11-13T08:00:00+00:00', 1, '2026-11-13T08:00:00+00:00')"
        )
        workspace.sql("INSERT INTO interaction_person (interaction_id, person_id) VALUES (1, ?)", (grace,))
    entry = opened.view.timeline.entries()[0]
    assert entry.entry.title == "Both at Breakfast Club"
    with qtbot.waitSignal(opened.shell.wanted) as wanted:
        qtbot.keyClick(entry, Qt.Key.Key_Return)
    assert wanted.args == ["events", {"event": 1}]


def test_what_was_learned_is_noted_with_enter(qtbot: QtBot, opened: PersonWindow, grace: int) -> None:
    note = opened.view.timeline.note
    assert note.placeholderText() == "What did you learn about Grace?"
    qtbot.keyClicks(note, "Daughter starts school in January")
    qtbot.keyClick(note, Qt.Key.Key_Return)
    assert note.text() == ""
    assert opened.view.timeline.entries()[-1].entry.words == "Daughter starts school in January"
    assert opened.said() == "Noted about Grace."


def test_a_note_not_kept_yet_waits_for_its_person(
    qtbot: QtBot, opened: PersonWindow, grace: int, sam: int
) -> None:
    note = opened.view.timeline.note
    qtbot.keyClicks(note, "half a thou")
    opened.show(sam)
    assert note.text() == ""
    opened.show(grace)
    assert note.text() == "half a thou"


def test_follow_ups_stand_on_top_and_are_done_moved_and_dropped(
    qtbot: QtBot, opened: PersonWindow, workspace: Workspace, grace: int
) -> None:
    for action in ("Send the article", "Call", "Say thank you"):
        add_follow_up(workspace, grace, action, TODAY)
    panel = opened.view.timeline
    assert [row.follow_up.action for row in panel.follow_up_rows()] == [
        "Send the article",
        "Call",
        "Say thank you",
    ]
    first, second, _ = panel.follow_up_rows()
    qtbot.mouseClick(first.done_button, Qt.MouseButton.LeftButton)
    assert opened.said() == "Done: Send the article"
    second = panel.follow_up_rows()[0]
    qtbot.mouseClick(second.move_button, Qt.MouseButton.LeftButton)
    choose("Friday")
    assert [each.action for each in open_follow_ups(workspace, grace)] == ["Say thank you", "Call"]
    third = panel.follow_up_rows()[0]
    qtbot.mouseClick(third.drop_button, Qt.MouseButton.LeftButton)
    assert [row.follow_up.action for row in panel.follow_up_rows()] == ["Call"]
    assert panel.entries()[-1].accessibleName().endswith("Dropped: Say thank you.")
    opened.shell.undo()
    assert len(panel.follow_up_rows()) == 2


def test_a_follow_up_moves_to_a_typed_day(opened: PersonWindow, workspace: Workspace, grace: int) -> None:
    add_follow_up(workspace, grace, "Call", TODAY)
    row = opened.view.timeline.follow_up_rows()[0]
    opened.dialogs.answers = ["never"]
    row.moved.emit(row.follow_up, None)
    assert "not understood" in opened.said()
    opened.dialogs.answers = ["4 Dec"]
    row.moved.emit(row.follow_up, None)
    assert str(open_follow_ups(workspace, grace)[0].due) == "2026-12-04"


def test_the_menu_of_an_entry_copies_and_says_why(
    opened: PersonWindow, workspace: Workspace, grace: int
) -> None:
    entry = opened.view.timeline.entries()[0]
    assert entry.entry.title == "Started as Familiar face"
    ask = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, entry.rect().center(), QPoint(10, 10))
    entry.contextMenuEvent(ask)
    choose("Copy")
    assert QGuiApplication.clipboard().text() == "Started as Familiar face"
    opened.dialogs.answers = ["sat beside me"]
    entry.contextMenuEvent(ask)
    choose("Say why")
    assert moves(workspace, grace)[0].why == "sat beside me"
    assert opened.view.timeline.entries()[0].entry.words == "sat beside me"


def test_a_long_past_comes_in_two_steps(
    qtbot: QtBot, opened: PersonWindow, workspace: Workspace, grace: int
) -> None:
    for number in range(40):
        add_note(workspace, grace, f"note {number}", TODAY)
    panel = opened.view.timeline
    QApplication.processEvents()
    assert len(panel.entries()) == 30
    assert panel.entries()[-1].entry.words == "note 39"
    assert panel.entries()[-1].visibleRegion().boundingRect().height() > 0
    panel._earlier.click()
    assert len(panel.entries()) == 41
    assert not panel._earlier.isVisible()


def test_the_keyboard_stays_where_it_was_after_a_change(
    qtbot: QtBot, opened: PersonWindow, workspace: Workspace, grace: int
) -> None:
    for action in ("Call", "Send the article"):
        add_follow_up(workspace, grace, action, TODAY)
    QApplication.processEvents()
    panel = opened.view.timeline
    first = panel.follow_up_rows()[0]
    first.done_button.setFocus()
    qtbot.keyClick(first.done_button, Qt.Key.Key_Space)
    QApplication.processEvents()
    second = panel.follow_up_rows()[0]
    assert second.follow_up.action == "Send the article"
    assert second.done_button.hasFocus()
    qtbot.keyClick(second.done_button, Qt.Key.Key_Space)
    QApplication.processEvents()
    assert panel.note.hasFocus()
    entry = panel.entries()[-1]
    entry.setFocus()
    qtbot.keyClick(entry, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert QApplication.focusWidget() is panel.entries()[-1]
    chip = opened.view.header.chips.chips()[0]
    chip.setFocus()
    qtbot.keyClick(chip, Qt.Key.Key_Delete)
    QApplication.processEvents()
    held = QApplication.focusWidget()
    assert held is not None
    assert held.accessibleName() == "Add a tag, kind or market"
