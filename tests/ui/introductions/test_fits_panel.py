"""Who fits whom in Give & ask, and the line on a person's page."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from netdesk.app.compose import Program
from netdesk.services.fits import allow_fit, is_refused, refuse_fit
from netdesk.services.people import change_fields
from netdesk.ui.introductions.fits_panel import FIRST, FitsPanel
from netdesk.ui.introductions.introduction_form import IntroductionForm
from netdesk.ui.introductions.introductions_list import IntroductionsList
from netdesk.ui.introductions.person_fits import PersonFits
from tests.support.fitting import add_person
from tests.support.programs import place_shown, said


@pytest.fixture
def panel(program: Program) -> FitsPanel:
    program.window.shell.go("ledger")
    QApplication.processEvents()
    return next(one for one in program.window.findChildren(FitsPanel) if one.isVisible())


def names(panel: FitsPanel) -> list[str]:
    return [row.accessibleName() for row in panel.rows()]


def form(program: Program) -> IntroductionForm:
    return next(one for one in program.window.findChildren(IntroductionForm) if one.isVisible())


def test_the_first_three_stand_with_the_words_that_match(panel: FitsPanel) -> None:
    assert names(panel) == [
        "Luis Ortega and Marta Lindqvist",
        "Grace Adeyemi and Ken Oduya",
        "Aoife Byrne and Nadia Rahman",
    ]
    assert panel.rows()[2].words.text() == (
        "wants firms that hire; Nadia’s notes say “She is hiring two people”"
    )
    assert panel.rows()[-1].is_last
    assert panel.all.isHidden()
    assert panel.nobody.isHidden()


def test_all_of_them_are_shown_on_request(qtbot: QtBot, program: Program, panel: FitsPanel) -> None:
    add_person(program.workspace, "Hugo Blanc", note="a spreadsheet")
    panel.redraw()
    assert len(panel.rows()) == FIRST
    assert panel.all.text() == "Show 4"
    qtbot.mouseClick(panel.all, Qt.MouseButton.LeftButton)
    assert names(panel)[-1] == "Luis Ortega and Hugo Blanc"
    qtbot.mouseClick(panel.all, Qt.MouseButton.LeftButton)
    assert len(panel.rows()) == FIRST


def test_who_does_not_fit_goes_and_undo_brings_them_back(
    qtbot: QtBot, program: Program, panel: FitsPanel, people: dict[str, int]
) -> None:
    qtbot.mouseClick(panel.rows()[0].refuse, Qt.MouseButton.LeftButton)
    assert names(panel)[0] == "Grace Adeyemi and Ken Oduya"
    assert said(program) == "Luis Ortega and Marta Lindqvist are not proposed again."
    assert is_refused(program.workspace, people["Luis"], people["Marta"])
    program.window.shell.undo()
    assert names(panel)[0] == "Luis Ortega and Marta Lindqvist"


def test_by_keys_a_row_is_refused_and_the_keyboard_goes_on_to_the_next(
    qtbot: QtBot, panel: FitsPanel
) -> None:
    panel.rows()[0].introduce.setFocus()
    qtbot.keyClick(panel.rows()[0].introduce, Qt.Key.Key_Delete)
    assert names(panel)[0] == "Grace Adeyemi and Ken Oduya"
    assert panel.rows()[0].introduce.hasFocus()


def test_who_does_not_fit_may_be_proposed_again_later(
    qtbot: QtBot, program: Program, panel: FitsPanel, people: dict[str, int]
) -> None:
    assert panel.refused.isHidden()
    refuse_fit(program.workspace, people["Luis"], people["Marta"], program.window.shell.now())
    assert panel.refused.text() == "1 not a fit"
    qtbot.mouseClick(panel.refused, Qt.MouseButton.LeftButton)
    menu = panel.findChild(QMenu)
    assert menu is not None
    (again,) = menu.actions()
    assert again.text() == "Propose Luis Ortega and Marta Lindqvist again"
    again.trigger()
    menu.close()
    assert panel.refused.isHidden()
    assert names(panel)[0] == "Luis Ortega and Marta Lindqvist"


def test_arrows_walk_from_row_to_row(qtbot: QtBot, panel: FitsPanel) -> None:
    rows = panel.rows()
    rows[0].introduce.setFocus()
    qtbot.keyClick(rows[0].introduce, Qt.Key.Key_Down)
    assert rows[1].introduce.hasFocus()
    qtbot.keyClick(rows[1].introduce, Qt.Key.Key_Up)
    qtbot.keyClick(rows[0].introduce, Qt.Key.Key_Up)
    assert rows[0].introduce.hasFocus()


def test_introduce_opens_the_form_with_both_and_the_reason(
    qtbot: QtBot, program: Program, panel: FitsPanel
) -> None:
    qtbot.keyClick(panel.rows()[0].introduce, Qt.Key.Key_I)
    opened = form(program)
    assert opened.title.text() == "Introduce Luis Ortega to Marta Lindqvist"
    assert opened.why.text() == "Luis looks for shops that outgrew a spreadsheet"


def test_a_name_opens_the_person(qtbot: QtBot, program: Program, panel: FitsPanel) -> None:
    qtbot.mouseClick(panel.rows()[0].other, Qt.MouseButton.LeftButton)
    assert place_shown(program) == "contacts"


def test_the_menu_of_a_row_offers_the_same(program: Program, panel: FitsPanel) -> None:
    row = panel.rows()[0]
    row.contextMenuEvent(
        QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(5, 5), row.mapToGlobal(QPoint(5, 5)))
    )
    menu = row.findChild(QMenu)
    assert menu is not None
    words = [action.text().split("\t")[0] for action in menu.actions() if action.text()]
    assert words == ["Introduce…", "Not a fit", "Open Luis", "Open Marta"]
    menu.close()


def test_the_list_of_introductions_opens_from_the_foot(
    qtbot: QtBot, program: Program, panel: FitsPanel
) -> None:
    qtbot.mouseClick(panel.introductions, Qt.MouseButton.LeftButton)
    opened = program.window.findChild(IntroductionsList)
    assert opened is not None
    assert opened.isVisible()


def test_where_nobody_fits_it_says_what_to_ask(
    program: Program, panel: FitsPanel, people: dict[str, int]
) -> None:
    for name in ("Luis", "Grace", "Aoife"):
        change_fields(program.workspace, people[name], ideal_client="", good_introduction="")
    assert panel.rows() == []
    assert panel.nobody.isVisible()
    assert "ideal client" in panel.nobody.text()


def test_endless_and_hostile_words_stay_plain_text(
    program: Program, panel: FitsPanel, people: dict[str, int]
) -> None:
    nasty = f"spreadsheet <img src='file:///x'> {'w' * 5000}"
    change_fields(program.workspace, people["Marta"], note=nasty)
    shown = panel.rows()[0].words
    assert "<img" in shown.text()
    assert len(shown.text()) < 2_200
    assert shown.heightForWidth(300) < 600


def test_the_commands_work_from_anywhere(program: Program, panel: FitsPanel, people: dict[str, int]) -> None:
    commands = program.window.shell.commands
    assert commands.run("introductions.introduce")
    assert form(program).person.hasFocus()
    form(program).ended.emit()
    assert commands.run("introductions.all")
    opened = program.window.findChild(IntroductionsList)
    assert opened is not None
    opened.ended.emit()
    assert not commands.run("person.introduce")
    fits_of(program, people["Grace"])
    assert commands.run("person.introduce")
    assert form(program).person.choice() == people["Grace"]


# A person's page ---------------------------------------------------------------------------------


def fits_of(program: Program, person: int) -> PersonFits:
    program.window.shell.open_person(person)
    QApplication.processEvents()
    return next(iter(program.window.findChildren(PersonFits)))


def test_a_person_s_page_names_who_fits(program: Program, people: dict[str, int]) -> None:
    line = fits_of(program, people["Luis"])
    assert line.isVisible()
    assert line.words.text() == "1 person you know fits: Marta Lindqvist"
    add_person(program.workspace, "Hugo Blanc", note="a spreadsheet")
    add_person(program.workspace, "Rita Blanc", note="a spreadsheet")
    line = fits_of(program, people["Luis"])
    assert line.words.text().startswith("3 people you know fit: Marta Lindqvist, ")
    assert line.words.text().endswith(", …")


def test_who_looks_for_nobody_has_no_such_line(program: Program, people: dict[str, int]) -> None:
    assert not fits_of(program, people["Marta"]).isVisible()
    assert fits_of(program, people["Grace"]).isVisible()


def test_the_line_opens_the_introduction(qtbot: QtBot, program: Program, people: dict[str, int]) -> None:
    line = fits_of(program, people["Luis"])
    qtbot.keyClick(line.who, Qt.Key.Key_Return)
    opened = form(program)
    assert opened.other.choice() == people["Marta"]


def test_a_refused_fit_leaves_the_line_until_it_is_allowed(program: Program, people: dict[str, int]) -> None:
    line = fits_of(program, people["Luis"])
    refuse_fit(program.workspace, people["Luis"], people["Marta"], program.window.shell.now())
    assert not line.isVisible()
    allow_fit(program.workspace, people["Luis"], people["Marta"])
    assert line.isVisible()
