"""Help on Today as a person uses it: promises kept, moved and let go, one-to-ones, and who gave often."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu
from pytestqt.qtbot import QtBot

from netdesk.app.compose import Program
from netdesk.method.ledger import EntryState, HelpWay, LedgerKind
from netdesk.services.ledger import entry
from netdesk.services.one_to_ones import one_to_one
from netdesk.ui.pages.today.help_rows import OneToOneRow, PromiseRow
from netdesk.ui.pages.today.page import TodayPage
from netdesk.ui.pages.today.promise_day_form import MovePromise
from netdesk.ui.pages.today.row import TodayRow, Who
from netdesk.ui.widgets.nav_parts import NavButton
from tests.support.programs import overlay_of, place_shown, running, said
from tests.support.today import NOW, TODAY, Clock, helped, sits_down, somebody

REVIEW = "Review for Grace's website"


@pytest.fixture(params=[True, False], ids=["inline", "threads"])
def program(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, request: pytest.FixtureRequest
) -> Iterator[Program]:
    with running(qapp, tmp_path / "network.netdesk", now=Clock(), inline=bool(request.param)) as one:
        yield one


def promised(program: Program) -> dict[str, int]:
    """Two promises: one four days late, one by Wednesday."""
    ws = program.workspace
    grace, hannah = somebody(ws), somebody(ws, "Hannah", "Weiss")
    late = helped(ws, grace, LedgerKind.PROMISE, 10, -4, REVIEW, HelpWay.TESTIMONIAL)
    soon = helped(ws, hannah, LedgerKind.PROMISE, 3, 3, "Introduce Tom to Hannah", HelpWay.INTRODUCTION)
    return {"grace": grace, "hannah": hannah, "late": late, "soon": soon}


def shown(qtbot: QtBot, program: Program) -> TodayPage:
    """Go to Today and wait until it shows what is in the file."""
    program.window.show_place("today")
    page = program.window.page("today")
    assert isinstance(page, TodayPage)
    qtbot.waitUntil(lambda: not program.desk._asked)
    return page


def keys(page: TodayPage) -> list[tuple[str, int]]:
    """Which rows there are."""
    return [row.key for row in page.rows()]


def row_of(page: TodayPage, key: tuple[str, int]) -> TodayRow:
    """The row of that key, with the keyboard."""
    row = next(one for one in page.rows() if one.key == key)
    row.setFocus()
    return row


def pressed(qtbot: QtBot, page: TodayPage, key: Qt.Key) -> None:
    """Press a key where the keyboard is."""
    qtbot.keyClick(page.window().focusWidget(), key)


def test_promises_are_shown_and_what_is_due_is_counted(qtbot: QtBot, program: Program) -> None:
    made = promised(program)
    page = shown(qtbot, program)
    assert keys(page) == [("promise", made["late"]), ("promise", made["soon"])]
    assert page.rows()[0].accessibleName() == f"I promised: {REVIEW}, promised 12 Nov, 4 d late"
    button = next(one for one in program.window.findChildren(NavButton) if one.property("key") == "today")
    qtbot.waitUntil(lambda: button.accessibleName() == "Today, 1")


@pytest.mark.parametrize("key", [Qt.Key.Key_D, Qt.Key.Key_Space])
def test_a_promise_is_kept_by_a_key_and_taken_back(qtbot: QtBot, program: Program, key: Qt.Key) -> None:
    made = promised(program)
    page = shown(qtbot, program)
    row_of(page, ("promise", made["late"]))
    pressed(qtbot, page, key)
    qtbot.waitUntil(lambda: said(program) == f"Kept: {REVIEW}")
    qtbot.waitUntil(lambda: keys(page) == [("promise", made["soon"])])
    kept = entry(program.workspace, made["late"])
    assert (kept.state, kept.closed) == (EntryState.DONE, TODAY)
    program.window.shell.undo()
    qtbot.waitUntil(lambda: ("promise", made["late"]) in keys(page))


def test_a_promise_is_kept_by_a_press_on_its_square(qtbot: QtBot, program: Program) -> None:
    made = promised(program)
    page = shown(qtbot, program)
    row = row_of(page, ("promise", made["soon"]))
    assert isinstance(row, PromiseRow)
    qtbot.mouseClick(row.tile, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: keys(page) == [("promise", made["late"])])


def test_a_promise_is_moved_to_an_offered_day_or_a_typed_one(qtbot: QtBot, program: Program) -> None:
    made = promised(program)
    page = shown(qtbot, program)
    row_of(page, ("promise", made["late"]))
    pressed(qtbot, page, Qt.Key.Key_M)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    qtbot.keyClick(menu, Qt.Key.Key_Down)
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: entry(program.workspace, made["late"]).due == TODAY + timedelta(days=1))
    qtbot.waitUntil(lambda: "tomorrow" in next(iter(page.rows())).accessibleName())
    # Without a screen nothing gives the window back what the menu took.
    program.window.activateWindow()
    qtbot.waitUntil(program.window.isActiveWindow)
    row_of(page, ("promise", made["late"]))
    pressed(qtbot, page, Qt.Key.Key_M)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    qtbot.keyClick(menu, Qt.Key.Key_Up)
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: overlay_of(program) is not None)
    qtbot.keyClicks(program.window.focusWidget(), "4 dec")
    qtbot.keyClick(program.window.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: entry(program.workspace, made["late"]).due == date(2026, 12, 4))
    qtbot.waitUntil(lambda: overlay_of(program) is None)


def test_a_promise_without_a_day_is_refused_in_words(qtbot: QtBot, program: Program) -> None:
    made = promised(program)
    page = shown(qtbot, program)
    row = row_of(page, ("promise", made["late"]))
    next(one for one in row.entries() if one is not None and one.text == "Another day…").run()
    qtbot.waitUntil(lambda: overlay_of(program) is not None)
    qtbot.keyClick(program.window.focusWidget(), Qt.Key.Key_Backspace)
    qtbot.keyClick(program.window.focusWidget(), Qt.Key.Key_Return)
    assert overlay_of(program) is not None
    assert entry(program.workspace, made["late"]).due == TODAY - timedelta(days=4)
    qtbot.keyClick(program.window.focusWidget(), Qt.Key.Key_Escape)


def test_a_promise_is_not_moved_to_a_day_that_has_gone(qtbot: QtBot, program: Program) -> None:
    made = promised(program)
    page = shown(qtbot, program)
    row = row_of(page, ("promise", made["late"]))
    next(one for one in row.entries() if one is not None and one.text == "Another day…").run()
    qtbot.waitUntil(lambda: overlay_of(program) is not None)
    qtbot.keyClicks(program.window.focusWidget(), "yesterday")
    qtbot.keyClick(program.window.focusWidget(), Qt.Key.Key_Return)
    (form,) = program.window.findChildren(MovePromise)
    assert form.trouble.text() == "That day has gone. Choose today or a later day."
    assert entry(program.workspace, made["late"]).due == TODAY - timedelta(days=4)
    form.finish()


def test_a_promise_is_let_go_at_once_or_with_a_reason(qtbot: QtBot, program: Program) -> None:
    made = promised(program)
    page = shown(qtbot, program)
    row_of(page, ("promise", made["late"]))
    pressed(qtbot, page, Qt.Key.Key_X)
    qtbot.waitUntil(lambda: said(program) == f"Let go: {REVIEW}")
    qtbot.waitUntil(lambda: keys(page) == [("promise", made["soon"])])
    row = row_of(page, ("promise", made["soon"]))
    next(one for one in row.entries() if one is not None and one.text == "Let go because…").run()
    qtbot.waitUntil(lambda: overlay_of(program) is not None)
    qtbot.keyClicks(program.window.focusWidget(), "They met without me")
    qtbot.keyClick(program.window.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: entry(program.workspace, made["soon"]).state is EntryState.DROPPED)
    assert entry(program.workspace, made["soon"]).reason == "They met without me"
    qtbot.waitUntil(lambda: not page.help.promises.isVisible())


def test_enter_opens_the_person_of_a_promise(qtbot: QtBot, program: Program) -> None:
    made = promised(program)
    page = shown(qtbot, program)
    row_of(page, ("promise", made["late"]))
    pressed(qtbot, page, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: place_shown(program) == "contacts")


def test_a_one_to_one_that_is_over_is_written_down(qtbot: QtBot, program: Program) -> None:
    grace = somebody(program.workspace)
    over = sits_down(program.workspace, grace, NOW - timedelta(days=1))
    coming = sits_down(program.workspace, grace, NOW + timedelta(days=2))
    page = shown(qtbot, program)
    assert keys(page) == [("one-to-one", over), ("one-to-one", coming)]
    row = row_of(page, ("one-to-one", over))
    assert isinstance(row, OneToOneRow)
    qtbot.mouseClick(row.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: overlay_of(program) is not None)
    qtbot.keyClick(program.window.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: one_to_one(program.workspace, over).talk_id is not None)
    qtbot.waitUntil(lambda: keys(page) == [("one-to-one", coming)])


def test_a_one_to_one_to_come_is_changed_or_called_off(qtbot: QtBot, program: Program) -> None:
    plan = sits_down(program.workspace, somebody(program.workspace), NOW + timedelta(days=2))
    page = shown(qtbot, program)
    row = row_of(page, ("one-to-one", plan))
    pressed(qtbot, page, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: overlay_of(program) is not None)
    qtbot.keyClick(program.window.focusWidget(), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: overlay_of(program) is None)
    next(one for one in row.entries() if one is not None and one.text == "Call it off").run()
    qtbot.waitUntil(lambda: said(program) == "Called off: one-to-one with Grace Adeyemi")
    qtbot.waitUntil(lambda: keys(page) == [])
    assert one_to_one(program.workspace, plan).called_off


def test_whoever_gave_often_is_shown_with_who_matches(qtbot: QtBot, program: Program) -> None:
    ws = program.workspace
    luis = somebody(ws, "Luis", "Ortega", ideal_client="owners who outgrew a spreadsheet")
    somebody(ws, "Marta", "Lindqvist", note="Runs three shops on one spreadsheet")
    for _ in range(4):
        helped(ws, luis, LedgerKind.RECEIVE)
    page = shown(qtbot, program)
    giver = page.help.giver
    assert giver.accessibleName() == "Luis Ortega gave four times"
    qtbot.waitUntil(lambda: giver.matches.text() == "One person you know matches.")
    qtbot.mouseClick(giver.matches, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: overlay_of(program) is not None)
    overlay = overlay_of(program)
    assert overlay is not None
    qtbot.waitUntil(
        lambda: "Marta Lindqvist" in {each.text() for each in overlay.findChildren(QAbstractButton)}
    )
    qtbot.keyClick(program.window.focusWidget(), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: overlay_of(program) is None)
    who = giver.findChild(Who)
    assert who is not None
    qtbot.mouseClick(who, Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    qtbot.waitUntil(lambda: place_shown(program) == "contacts")
    helped(ws, luis, LedgerKind.GIVE)
    page = shown(qtbot, program)
    assert not giver.isVisible()


def test_when_only_one_to_ones_are_to_come_they_take_the_left_column(qtbot: QtBot, program: Program) -> None:
    sits_down(program.workspace, somebody(program.workspace), NOW + timedelta(hours=1))
    page = shown(qtbot, program)
    one_to_ones, month = page.help.one_to_ones, page.month
    assert page.columns.count() == 2
    qtbot.waitUntil(
        lambda: 0 < one_to_ones.mapTo(page, QPoint(0, 0)).x() < month.mapTo(page, QPoint(0, 0)).x()
    )
    assert one_to_ones.width() > month.width()
