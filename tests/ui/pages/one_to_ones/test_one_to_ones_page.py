"""The page of one-to-ones: three lists, and what one does with what is chosen."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from netdesk.app.compose import Program
from netdesk.method.one_to_ones import Outcome
from netdesk.services.held_one_to_ones import Held, hold
from netdesk.services.one_to_one_lists import one_to_one_counts
from netdesk.services.one_to_ones import OneToOneDraft, plan_one_to_one
from netdesk.services.people import PersonDraft, new_person
from netdesk.ui.one_to_ones.held_form import HeldForm
from netdesk.ui.one_to_ones.plan_form import PlanOneToOnes
from netdesk.ui.one_to_ones.with_whom import WithWhom
from netdesk.ui.pages.one_to_ones.page import OneToOnesPage
from netdesk.ui.pages.one_to_ones.views import View
from netdesk.ui.pages.person.log_talk import LogTalk
from netdesk.ui.pages.person.sheet import Sheet
from netdesk.ui.printing.one_to_one_sheet_window import OneToOneSheetWindow
from tests.support.kept_files import new_workspace
from tests.support.programs import ScriptedDialogs, place_shown, running, said

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
TODAY = NOW.date()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """One over, one to come, one held; two people never sat down with."""
    file = tmp_path / "network.netdesk"
    workspace = new_workspace(file)
    people = [
        new_person(workspace, PersonDraft(given=given, family=family, level=level))
        for given, family, level in (
            ("Grace", "Adeyemi", 3),
            ("Ravi", "Menon", 2),
            ("Aoife", "Byrne", 4),
            ("Joe", "Prentice", 2),
            ("Sue", "Walsh", 1),
        )
    ]
    for person, when in ((people[1], "2026-11-26T10:00"), (people[0], "2026-11-22T07:00")):
        plan_one_to_one(workspace, _draft(person, when), NOW)
    held = plan_one_to_one(workspace, _draft(people[0], "2026-11-22T06:00"), NOW)
    hold(workspace, held, Held(TODAY, Outcome.PARTLY, "Wants shops.", "A leaflet"), TODAY)
    workspace.close()
    return file


def _draft(person: int, when: str) -> OneToOneDraft:
    starts = datetime.fromisoformat(when)
    return OneToOneDraft(person, starts, "Europe/London", place="Café Rosa", objective="Her ideal client")


@pytest.fixture
def dialogs() -> ScriptedDialogs:
    return ScriptedDialogs()


@pytest.fixture
def program(qapp: QApplication, path: Path, dialogs: ScriptedDialogs) -> Iterator[Program]:
    with running(qapp, path, now=lambda: NOW, dialogs=dialogs) as running_one:
        yield running_one


def _page(program: Program, view: str = "upcoming") -> OneToOnesPage:
    program.window.show_place("one_to_ones", {"view": view})
    page = program.window.page("one_to_ones")
    assert isinstance(page, OneToOnesPage)
    QApplication.processEvents()
    return page


def _texts(page: OneToOnesPage) -> list[str]:
    shown = page.list()
    role = Qt.ItemDataRole.AccessibleTextRole
    return [str(shown.rows.data(shown.rows.index(row, 0), role)) for row in range(shown.rows.rowCount())]


def _open_forms(program: Program) -> list[str]:
    return [type(one).__name__ for one in program.window.findChildren(Sheet) if one.isVisible()]


def test_each_list_says_who_when_and_how_it_stands(program: Program) -> None:
    page = _page(program)
    assert _texts(page) == [
        "Grace Adeyemi, level 3, Sun 22 Nov, 07:00–08:00, Café Rosa, How was it?, Her ideal client",
        "Ravi Menon, level 2, Thu 26 Nov, 10:00–11:00, Café Rosa, Thu, Her ideal client",
    ]
    assert _texts(_page(program, "held")) == [
        "Grace Adeyemi, level 3, 22 Nov, Café Rosa, Partly, Made together: A leaflet. Wants shops."
    ]
    assert _texts(_page(program, "never")) == [
        "Aoife Byrne, level 4, no contact yet",
        "Joe Prentice, level 2, no contact yet",
    ]


def test_the_lists_are_chosen_with_their_counts(qtbot: QtBot, program: Program) -> None:
    page = _page(program)
    qtbot.keyClick(page.views, Qt.Key.Key_3)
    assert page.view is View.NEVER
    assert page.list().isVisible()
    assert page.remembered() == {"view": "never"}
    page.remember({"view": "held"})
    assert page.view is View.HELD
    page.remember({"view": "odd"})
    assert page.view is View.HELD


def test_enter_writes_down_what_is_over_and_edits_what_is_to_come(qtbot: QtBot, program: Program) -> None:
    page = _page(program)
    shown = page.list()
    qtbot.keyClick(shown, Qt.Key.Key_Return)
    assert _open_forms(program) == [HeldForm.__name__]
    _close(program)
    shown.choose_row(1)
    qtbot.keyClick(shown, Qt.Key.Key_Return)
    assert _open_forms(program) == [PlanOneToOnes.__name__]


def test_letters_do_something_with_what_is_chosen(qtbot: QtBot, program: Program) -> None:
    page = _page(program)
    shown = page.list()
    for key, form in ((Qt.Key.Key_H, HeldForm), (Qt.Key.Key_E, PlanOneToOnes)):
        qtbot.keyClick(shown, key)
        assert _open_forms(program) == [form.__name__]
        _close(program)
    qtbot.keyClick(shown, Qt.Key.Key_P)
    windows = program.window.findChildren(OneToOneSheetWindow)
    assert [one.isVisible() for one in windows] == [True]


def test_how_it_was_is_not_asked_while_it_is_still_to_come(qtbot: QtBot, program: Program) -> None:
    page = _page(program)
    assert page.bar.buttons["hold"].isEnabled()
    page.list().choose_row(1)
    assert not page.bar.buttons["hold"].isEnabled()
    assert page.bar.buttons["edit"].isEnabled()
    qtbot.keyClick(page.list(), Qt.Key.Key_H)
    assert (_open_forms(program), said(program)) == ([], "The one-to-one with Ravi Menon is still to come")


def test_one_that_was_held_before_its_day_is_written_down_from_the_menu(program: Program) -> None:
    page = _page(program)
    page.list().choose_row(1)
    entries = [entry for entry in page._deeds.planned_entries(page.chosen()[0]) if entry is not None]
    assert [entry.text for entry in entries][:2] == ["We have met already…", "Edit…"]
    entries[0].run()
    assert _open_forms(program) == [HeldForm.__name__]


def test_called_off_it_leaves_the_list_and_undo_brings_it_back(qtbot: QtBot, program: Program) -> None:
    page = _page(program)
    qtbot.keyClick(page.list(), Qt.Key.Key_X)
    assert said(program) == "Called off: Grace Adeyemi"
    assert len(_texts(page)) == 1
    program.window.shell.undo()
    assert len(_texts(page)) == 2


def test_several_go_into_one_calendar_file(
    qtbot: QtBot, program: Program, dialogs: ScriptedDialogs, tmp_path: Path
) -> None:
    page = _page(program)
    page.list().selectAll()
    dialogs.answers.append(tmp_path / "week.ics")
    qtbot.mouseClick(page.bar.buttons["calendar"], Qt.MouseButton.LeftButton)
    assert (tmp_path / "week.ics").read_text(encoding="utf-8").count("BEGIN:VEVENT") == 2
    assert not page.bar.buttons["edit"].isEnabled()


def test_several_never_held_are_planned_in_one_go(qtbot: QtBot, program: Program) -> None:
    page = _page(program, "never")
    page.list().selectAll()
    assert page.bar.buttons["plan"].text() == "Plan 2 one-to-ones"
    qtbot.mouseClick(page.bar.buttons["plan"], Qt.MouseButton.LeftButton)
    form = next(one for one in program.window.findChildren(PlanOneToOnes) if one.isVisible())
    form.keep_once()
    assert program.window.shell.desk.read(one_to_one_counts).upcoming == 4
    assert _texts(page) == []
    assert page.list().rows.rowCount() == 0


def test_a_held_one_is_edited_deleted_and_leads_to_the_person(qtbot: QtBot, program: Program) -> None:
    page = _page(program, "held")
    qtbot.keyClick(page.list(), Qt.Key.Key_Return)
    assert _open_forms(program) == [LogTalk.__name__]
    _close(program)
    qtbot.keyClick(page.list(), Qt.Key.Key_Delete)
    assert _texts(page) == []
    program.window.shell.undo()
    qtbot.keyClick(page.list(), Qt.Key.Key_O)
    assert place_shown(program) == "contacts"


@pytest.mark.parametrize("view", list(View))
def test_the_menu_offers_what_the_list_can_do(qtbot: QtBot, program: Program, view: View) -> None:
    page = _page(program, view.value)
    page.list().menu_asked.emit(page.mapToGlobal(page.rect().center()))
    menu = page.findChildren(QMenu)[-1]
    words = [action.text() for action in menu.actions() if action.text()]
    assert "Open the person" in words
    menu.close()


def test_the_command_asks_with_whom(program: Program) -> None:
    _page(program)
    program.window.shell.commands.run("one_to_ones.plan")
    assert _open_forms(program) == [WithWhom.__name__]


def test_a_row_is_painted_in_a_narrow_and_a_wide_window(program: Program) -> None:
    page = _page(program)
    for width in (760, 1440):
        program.window.resize(width, 700)
        QApplication.processEvents()
        picture = page.list().grab().toImage()
        colours = {picture.pixel(x, 30) for x in range(0, picture.width(), 2)}
        assert len(colours) > 5


def _close(program: Program) -> None:
    for one in program.window.findChildren(Sheet):
        if one.isVisible():
            one.ended.emit()
    QApplication.processEvents()
