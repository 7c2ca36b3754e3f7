"""Who is going cold on Today: noted as spoken to by one press, or left in peace until a day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from netdesk.app.compose import Program
from netdesk.method.rhythm import InteractionKind
from netdesk.services.contact_points import Point, PointKind
from netdesk.services.people import PersonDraft, new_person
from netdesk.services.person_page import person_page
from netdesk.services.snooze import snooze
from netdesk.services.timeline import timeline
from netdesk.ui.pages.contacts.page import ContactsPage
from netdesk.ui.pages.person.snooze_form import SnoozeForm
from netdesk.ui.pages.today.cold_row import ColdRow
from netdesk.ui.pages.today.page import TodayPage
from netdesk.ui.widgets.chip import Chip
from netdesk.ui.widgets.toast import Toast
from tests.support.programs import overlay_of, place_shown, running, said
from tests.support.today import TODAY, Clock, met_long_ago, somebody, spoke

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def program(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Program]:
    with running(qapp, tmp_path / "network.netdesk", now=Clock(), inline=True) as one:
        yield one


@pytest.fixture
def peter(program: Program) -> int:
    person = somebody(program.workspace, "Peter", "Novak", level=4)
    met_long_ago(program.workspace, person, 300)
    spoke(program.workspace, person, 33)
    return person


def shown(program: Program) -> TodayPage:
    program.window.show_place("today")
    page = program.window.page("today")
    assert isinstance(page, TodayPage)
    return page


def row_of(page: TodayPage, person: int) -> ColdRow:
    found = next(row for row in page.rows() if row.key == ("cold", person))
    assert isinstance(found, ColdRow)
    return found


def open_menu_of(program: Program) -> QMenu:
    return next(menu for menu in program.window.findChildren(QMenu) if menu.isVisible())


def pick(menu: QMenu, words: str) -> None:
    action = next(one for one in menu.actions() if one.text().startswith(words))
    action.trigger()
    menu.close()


def test_one_press_notes_the_talk_and_can_be_taken_back(qtbot: QtBot, program: Program, peter: int) -> None:
    page = shown(program)
    row = row_of(page, peter)
    assert row.spoke.accessibleName() == "Spoke with Peter Novak today"
    qtbot.mouseClick(row.spoke, Qt.MouseButton.LeftButton)
    assert said(program) == "Spoke with Peter Novak today"
    assert not page.cold.isVisible()
    assert person_page(program.workspace, peter, TODAY).contacted == TODAY
    program.window.shell.undo()
    assert page.cold.isVisible()
    assert person_page(program.workspace, peter, TODAY).contacted == TODAY - timedelta(days=33)


def test_a_key_does_the_same_for_the_row_that_has_it(qtbot: QtBot, program: Program, peter: int) -> None:
    page = shown(program)
    page.setFocus()
    qtbot.keyClick(page, Qt.Key.Key_Down)
    qtbot.keyClick(program.window.focusWidget(), Qt.Key.Key_S)
    assert said(program) == "Spoke with Peter Novak today"
    newest = timeline(program.workspace, peter).entries[-1]
    assert (newest.on, newest.how) == (TODAY, InteractionKind.CALL)


def test_where_one_would_write_it_is_noted_as_an_e_mail(qtbot: QtBot, program: Program) -> None:
    ellen = new_person(
        program.workspace,
        PersonDraft(
            given="Ellen", family="Brandt", level=1, points=(Point(PointKind.EMAIL, "ellen@brandt.example"),)
        ),
    )
    met_long_ago(program.workspace, ellen, 200)
    row = row_of(shown(program), ellen)
    assert row.spoke.accessibleName() == "E-mailed Ellen Brandt today"
    qtbot.mouseClick(row.spoke, Qt.MouseButton.LeftButton)
    assert timeline(program.workspace, ellen).entries[-1].how is InteractionKind.EMAIL


def test_what_was_said_can_be_added_from_the_toast(qtbot: QtBot, program: Program, peter: int) -> None:
    qtbot.mouseClick(row_of(shown(program), peter).spoke, Qt.MouseButton.LeftButton)
    buttons = program.window.findChild(Toast).findChildren(QAbstractButton)
    qtbot.mouseClick(
        next(one for one in buttons if one.text() == "Add what was said…"), Qt.MouseButton.LeftButton
    )
    overlay = overlay_of(program)
    assert overlay is not None
    qtbot.keyClicks(program.window.focusWidget(), "He moved to Leeds")
    qtbot.keyClick(program.window.focusWidget(), Qt.Key.Key_Return, CTRL)
    assert timeline(program.workspace, peter).entries[-1].words == "He moved to Leeds"


def test_left_in_peace_for_two_weeks_by_the_key(qtbot: QtBot, program: Program, peter: int) -> None:
    page = shown(program)
    row_of(page, peter).setFocus()
    qtbot.keyClick(program.window.focusWidget(), Qt.Key.Key_Z)
    pick(open_menu_of(program), "Two weeks")
    assert said(program) == "Leave Peter Novak in peace until 6 Dec"
    assert not page.cold.isVisible()
    program.window.shell.undo()
    assert page.cold.isVisible()


def test_a_day_of_ones_choice(qtbot: QtBot, program: Program, peter: int) -> None:
    page = shown(program)
    row = row_of(page, peter)
    row.offer_days()
    pick(open_menu_of(program), "Until another day")
    overlay = overlay_of(program)
    assert overlay is not None
    form = overlay.findChild(SnoozeForm)
    assert form is not None
    line = program.window.focusWidget()
    assert isinstance(line, QLineEdit)
    line.selectAll()
    qtbot.keyClicks(line, "yesterday")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert not form.trouble.isHidden()
    line.selectAll()
    qtbot.keyClicks(line, "15 Jan")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert person_page(program.workspace, peter, TODAY).snoozed_until == TODAY.replace(
        year=2027, month=1, day=15
    )
    assert not page.cold.isVisible()


def test_when_there_are_many_the_last_line_leads_to_all_of_them(qtbot: QtBot, program: Program) -> None:
    for number in range(7):
        person = somebody(program.workspace, f"Person{number}", "Cold", level=1)
        met_long_ago(program.workspace, person, 200)
    page = shown(program)
    assert len([row for row in page.rows() if row.key[0] == "cold"]) == 5
    assert page.cold.more.text() == "All going cold…"
    qtbot.mouseClick(page.cold.more, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: place_shown(program) == "contacts")
    contacts = program.window.page("contacts")
    assert isinstance(contacts, ContactsPage)
    qtbot.waitUntil(lambda: contacts.model.rowCount() == 7)
    assert contacts.side.query.going_cold


def test_the_person_page_says_until_when_somebody_is_left_in_peace(
    qtbot: QtBot, program: Program, peter: int
) -> None:
    snooze(program.workspace, [peter], TODAY + timedelta(days=14), TODAY)
    program.window.shell.open_person(peter)
    contacts = program.window.page("contacts")
    assert isinstance(contacts, ContactsPage)
    qtbot.waitUntil(lambda: "until 6 Dec" in [chip.text() for chip in contacts.person.findChildren(Chip)])
