"""The cards and the sheet of one-to-ones take text of people as text only, however long it is."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from netdesk.app.compose import Program
from netdesk.method.one_to_one_sheet import compose_one_to_one_sheet
from netdesk.services.calendar_files import one_to_one_calendar
from netdesk.services.one_to_one_lists import upcoming
from netdesk.services.one_to_one_sheets import one_to_one_sheet_input
from netdesk.store.workspace import Workspace
from netdesk.ui.one_to_ones.held_form import open_held_form
from netdesk.ui.one_to_ones.plan_form import open_one_to_one_form
from netdesk.ui.pages.person.sheet import Sheet
from netdesk.ui.printing.one_to_one_sheet_drawing import lay_one_to_one_sheet
from netdesk.ui.printing.page_layout import Paper
from netdesk.ui.printing.pdf import write_pdf
from tests.support.hostile import marker_picture, poison, shows_mark
from tests.support.kept_files import sample_file
from tests.support.programs import TODAY, running


@pytest.fixture
def program(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Program]:
    path = tmp_path / "network.netdesk"
    path.write_bytes(sample_file())
    workspace = Workspace(path)
    poison(workspace, marker_picture(tmp_path))
    workspace.close()
    with running(qapp, path) as one:
        yield one


def _plans(program: Program) -> list[int]:
    found = [one.id for one in upcoming(program.workspace, program.window.shell.now())]
    assert found
    return found


def _clean(program: Program, sheet: Sheet) -> None:
    QApplication.processEvents()
    assert not shows_mark(program.window.grab().toImage())
    assert sheet.width() < program.window.width()
    sheet.ended.emit()
    QApplication.processEvents()


def test_the_cards_show_it_as_text_inside_the_window(program: Program) -> None:
    shell = program.window.shell
    for plan in _plans(program):
        _clean(program, open_held_form(shell, plan))
        _clean(program, open_one_to_one_form(shell, (), one_to_one_id=plan))
    people = [row[0] for row in program.workspace.sql("SELECT id FROM person ORDER BY id LIMIT 6")]
    _clean(program, open_one_to_one_form(shell, people[:1]))
    _clean(program, open_one_to_one_form(shell, people))


def test_the_sheet_prints_it_as_text_and_the_calendar_takes_it(program: Program, tmp_path: Path) -> None:
    for plan in _plans(program):
        sheet = compose_one_to_one_sheet(one_to_one_sheet_input(program.workspace, plan, TODAY))
        path = tmp_path / f"{plan}.pdf"
        laid = lay_one_to_one_sheet(sheet, Paper.A4)
        write_pdf(laid, path)
        assert b"/Subtype /Image" not in path.read_bytes()
        assert len(laid.pages) < 5
        content = one_to_one_calendar(program.workspace, [plan])
        assert content.count(b"\r\nEND:VEVENT\r\n") == 1
        assert all(len(line) <= 75 for line in content.split(b"\r\n"))
