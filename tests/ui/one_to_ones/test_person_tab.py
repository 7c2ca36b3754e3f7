"""The tab of a person's page: what is planned, held and called off, and what one does with each."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from icalendar import Calendar
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from netdesk.app.compose import Program
from netdesk.method.one_to_ones import Outcome
from netdesk.services.held_one_to_ones import Held, hold
from netdesk.services.one_to_one_lists import PersonOneToOnes, person_one_to_ones
from netdesk.services.one_to_ones import OneToOneDraft, call_off, plan_one_to_one
from netdesk.services.people import PersonDraft, new_person, read_draft
from netdesk.services.person_page import person_page
from netdesk.store.workspace import Workspace
from netdesk.ui.one_to_ones.held_form import HeldForm
from netdesk.ui.one_to_ones.person_tab import OneToOnesTab
from netdesk.ui.one_to_ones.plan_form import PlanOneToOnes
from netdesk.ui.one_to_ones.rows import HeldRow, PlannedRow
from netdesk.ui.pages.person.log_talk import LogTalk
from tests.support.kept_files import new_workspace
from tests.support.programs import ScriptedDialogs, running, said

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
TODAY = NOW.date()


def _plan(workspace: Workspace, person: int, when: str) -> int:
    draft = OneToOneDraft(
        person, datetime.fromisoformat(when), "Europe/London", 60, "Café Rosa", "Her ideal client", 60
    )
    return plan_one_to_one(workspace, draft, NOW)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Grace: one over since this morning, one to come, one held, one called off; Ravi: none."""
    file = tmp_path / "network.netdesk"
    workspace = new_workspace(file)
    grace = new_person(workspace, PersonDraft(given="Grace", family="Adeyemi", level=2))
    new_person(workspace, PersonDraft(given="Ravi", family="Menon", level=2))
    held = _plan(workspace, grace, "2026-11-22T06:00")
    hold(workspace, held, Held(TODAY, Outcome.ACHIEVED, "Loves rowing.", "A leaflet"), TODAY)
    _plan(workspace, grace, "2026-11-22T07:00")
    _plan(workspace, grace, "2026-11-26T10:00")
    call_off(workspace, _plan(workspace, grace, "2026-12-01T10:00"), "She is away")
    workspace.close()
    return file


@pytest.fixture
def dialogs() -> ScriptedDialogs:
    return ScriptedDialogs()


@pytest.fixture
def program(qapp: QApplication, path: Path, dialogs: ScriptedDialogs) -> Iterator[Program]:
    with running(qapp, path, now=lambda: NOW, dialogs=dialogs) as running_one:
        running_one.window.show_place("contacts", {})
        yield running_one


def _tab(program: Program, person: int = 1) -> OneToOnesTab:
    shell = program.window.shell
    tab = OneToOnesTab(shell, program.window)
    tab.resize(600, 900)
    page = shell.desk.read(lambda workspace: person_page(workspace, person, TODAY))
    tab.show_page(page)
    tab.show()
    shell.desk.changed.connect(
        lambda _: tab.show_page(shell.desk.read(lambda workspace: person_page(workspace, person, TODAY)))
    )
    QApplication.processEvents()
    return tab


def _found(program: Program) -> PersonOneToOnes:
    return program.window.shell.desk.read(lambda workspace: person_one_to_ones(workspace, 1, NOW))


def _planned(tab: OneToOnesTab) -> list[PlannedRow]:
    return [row for row in tab.rows() if isinstance(row, PlannedRow)]


def _held(tab: OneToOnesTab) -> HeldRow:
    return next(row for row in tab.rows() if isinstance(row, HeldRow))


def test_the_next_come_first_then_held_then_called_off(program: Program) -> None:
    tab = _tab(program)
    assert [type(row).__name__ for row in tab.rows()] == ["PlannedRow", "PlannedRow", "HeldRow", "PlannedRow"]
    over, coming, off = _planned(tab)
    assert not over.hold_button.isHidden()
    assert coming.hold_button.isHidden()
    assert off.plan.reason == "She is away"
    assert tab.nothing.isHidden()
    assert not _tab(program, 2).nothing.isHidden()


@pytest.mark.parametrize(
    ("key", "form"),
    [(Qt.Key.Key_H, HeldForm), (Qt.Key.Key_Return, HeldForm), (Qt.Key.Key_E, PlanOneToOnes)],
)
def test_keys_open_the_forms(qtbot: QtBot, program: Program, key: Qt.Key, form: type) -> None:
    tab = _tab(program)
    qtbot.keyClick(_planned(tab)[0], key)
    assert [one for one in program.window.findChildren(form) if one.isVisible()]


@pytest.mark.parametrize(
    ("key", "kept"), [(Qt.Key.Key_E, True), (Qt.Key.Key_X, True), (Qt.Key.Key_F2, False)]
)
def test_a_row_keeps_its_letters_from_the_page_around_it(program: Program, key: Qt.Key, kept: bool) -> None:
    for row in (_planned(_tab(program))[0], _held(_tab(program))):
        event = QKeyEvent(QEvent.Type.ShortcutOverride, key, Qt.KeyboardModifier.NoModifier)
        event.ignore()
        QApplication.sendEvent(row, event)
        assert event.isAccepted() is (kept and bool(row.keys().get(key)))


def test_the_buttons_open_the_forms(qtbot: QtBot, program: Program) -> None:
    tab = _tab(program)
    for press, form in (
        (_planned(tab)[0].hold_button, HeldForm),
        (_planned(tab)[1].edit_button, PlanOneToOnes),
        (tab.plan_button, PlanOneToOnes),
        (tab.log_button, LogTalk),
    ):
        qtbot.mouseClick(press, Qt.MouseButton.LeftButton)
        shown = [one for one in program.window.findChildren(form) if one.isVisible()]
        assert len(shown) == 1, form
        shown[0].ended.emit()


def test_called_off_with_a_key_and_back_again(qtbot: QtBot, program: Program) -> None:
    tab = _tab(program)
    qtbot.keyClick(_planned(tab)[1], Qt.Key.Key_X)
    assert said(program) == "Called off: Grace Adeyemi"
    assert len(_found(program).called_off) == 2
    _choose(qtbot, tab, _planned(tab)[-1], "Put it back")
    assert len(_found(program).called_off) == 1


def test_why_it_was_called_off_is_kept(qtbot: QtBot, program: Program, dialogs: ScriptedDialogs) -> None:
    tab = _tab(program)
    dialogs.answers.append("She moved house")
    _choose(qtbot, tab, _planned(tab)[1], "Call off, because…")
    assert "She moved house" in [one.reason for one in _found(program).called_off]


def test_what_was_learned_goes_to_a_field_with_one_press(qtbot: QtBot, program: Program) -> None:
    tab = _tab(program)
    _choose(qtbot, tab, _held(tab), "Keep as interests")
    assert said(program) == "Added to interests: Grace Adeyemi"
    draft = program.window.shell.desk.read(lambda workspace: read_draft(workspace, 1))
    assert draft.interests == "Loves rowing."


def test_it_goes_to_the_calendar_as_a_file(
    qtbot: QtBot, program: Program, dialogs: ScriptedDialogs, tmp_path: Path
) -> None:
    tab = _tab(program)
    dialogs.answers.append(tmp_path / "coffee")
    qtbot.mouseClick(_planned(tab)[1].calendar_button, Qt.MouseButton.LeftButton)
    event = Calendar.from_ical((tmp_path / "coffee.ics").read_bytes()).walk("VEVENT")[0]
    assert str(event["summary"]) == "One-to-one with Grace Adeyemi"
    assert said(program) == "Saved coffee.ics: open it with your calendar"


def test_deleted_it_is_gone_and_undo_brings_it_back(qtbot: QtBot, program: Program) -> None:
    tab = _tab(program)
    qtbot.keyClick(_held(tab), Qt.Key.Key_Delete)
    assert _found(program).held == ()
    program.window.shell.undo()
    assert len(_found(program).held) == 1
    qtbot.keyClick(_planned(tab)[-1], Qt.Key.Key_Delete)
    assert _found(program).called_off == ()


def test_the_keyboard_stays_at_its_place_after_a_change(qtbot: QtBot, program: Program) -> None:
    tab = _tab(program)
    program.window.show()
    program.window.activateWindow()
    tab.rows()[1].setFocus()
    qtbot.waitUntil(tab.rows()[1].hasFocus)
    qtbot.keyClick(tab.rows()[1], Qt.Key.Key_X)
    assert tab.rows()[1].hasFocus()


def test_many_are_shown_step_by_step(qtbot: QtBot, program: Program) -> None:
    for day in range(1, 29):
        when = f"2027-01-{day:02}T10:00"
        plan: Callable[[Workspace], int] = lambda workspace, when=when: _plan(workspace, 1, when)  # type: ignore[misc]  # noqa: E731
        program.window.shell.desk.do(plan)
    tab = _tab(program)
    assert len(tab.rows()) == 20
    qtbot.mouseClick(tab.more, Qt.MouseButton.LeftButton)
    assert len(tab.rows()) == 32
    assert tab.more.isHidden()


def _choose(qtbot: QtBot, tab: OneToOnesTab, row: PlannedRow | HeldRow, words: str) -> None:
    row.menu.open()
    menu = row.menu.findChildren(QMenu)[-1]
    next(action for action in menu.actions() if action.text() == words).trigger()
    menu.close()
