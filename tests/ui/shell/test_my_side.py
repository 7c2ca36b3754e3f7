"""About me in Settings: each part is kept when it is left, told in a toast, undone, refused in words."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from netdesk.app.compose import Program
from netdesk.services.my_side import MySide, my_side, save_my_side
from netdesk.ui.pages.settings.my_side_panel import MySidePanel
from netdesk.ui.pages.settings.page import SettingsPage
from tests.support.programs import running, said


@pytest.fixture
def program(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Program]:
    with running(qapp, tmp_path / "network.netdesk", sample=True) as one:
        one.window.show_place("settings", {"section": "About me"})
        yield one


@pytest.fixture
def panel(program: Program) -> MySidePanel:
    page = program.window.current_page()
    assert isinstance(page, SettingsPage)
    return page.me


def _leave(panel: MySidePanel, part: str, text: str) -> None:
    field = panel.fields[part]
    field.setFocus()
    field.setPlainText(text)
    field.clearFocus()


def test_a_part_is_kept_when_it_is_left_and_undone(program: Program, panel: MySidePanel) -> None:
    _leave(panel, "goals", "Ten shops by June")
    assert program.desk.read(my_side) == MySide(goals="Ten shops by June")
    assert said(program) == "Write down my goals"
    program.window.shell.undo()
    assert program.desk.read(my_side) == MySide()
    assert panel.fields["goals"].toPlainText() == ""


def test_what_cannot_be_kept_is_said_at_its_field(program: Program, panel: MySidePanel) -> None:
    _leave(panel, "skills", "x" * 2_001)
    assert program.desk.read(my_side).skills == ""
    assert panel.fields["skills"].property("wrong") is True
    _leave(panel, "skills", "Rotas")
    assert panel.fields["skills"].property("wrong") is False
    assert program.desk.read(my_side).skills == "Rotas"


def test_esc_takes_back_what_is_typed(qtbot: QtBot, program: Program, panel: MySidePanel) -> None:
    program.desk.do(lambda workspace: save_my_side(workspace, "interests", "Choir"))
    field = panel.fields["interests"]
    assert field.toPlainText() == "Choir"
    field.setFocus()
    qtbot.keyClicks(field, "Chess ")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.toPlainText() == "Choir"
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert program.desk.read(my_side).interests == "Choir"


def test_what_somebody_types_is_not_overwritten(program: Program, panel: MySidePanel) -> None:
    field = panel.fields["networks"]
    program.window.activateWindow()
    field.setFocus()
    field.setPlainText("Breakfast Club")
    program.desk.do(lambda workspace: save_my_side(workspace, "skills", "Rotas"))
    assert field.toPlainText() == "Breakfast Club"
    assert panel.fields["skills"].toPlainText() == "Rotas"
