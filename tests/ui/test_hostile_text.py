"""Text of people and files is only ever text: in pages, tooltips, cards over the window, palette, sheets.

Every field of the sample network holds HTML, Markdown, endless words, marks of direction, control characters. A
picture named in it has a colour no theme has; the colour is looked for in everything that is painted.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QTimer
from PySide6.QtGui import QHelpEvent, QImage
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLabel, QScrollArea, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from netdesk.app.compose import Program
from netdesk.method.audit_sheet import compose_audit_sheet
from netdesk.method.prep_sheet import compose_pocket_sheet, compose_prep_sheet
from netdesk.services.audit_sheets import audit_sheet_input
from netdesk.services.sheets import prep_sheet_input
from netdesk.services.workspaces import Workspace
from netdesk.ui.pages.contacts.page import ContactsPage
from netdesk.ui.pages.person.levels_tab import LevelsTab
from netdesk.ui.palette.palette import Palette
from netdesk.ui.printing.audit_sheet_drawing import lay_audit_sheet
from netdesk.ui.printing.page_layout import Paper
from netdesk.ui.printing.pdf import lay_sheet, write_pdf
from netdesk.ui.theme.scheme import Scheme
from tests.support.hostile import hostile_texts, marker_picture, poison, shows_mark
from tests.support.kept_files import sample_file
from tests.support.programs import TODAY, ScriptedDialogs, overlay_of, running

PLACES = (
    "today", "contacts", "board", "events", "groups", "pitches", "ledger", "wins", "insights", "markets",
    "one_to_ones", "settings",
)  # fmt: skip
LEFT_OUT = {"window.close", "sample.add", "sample.remove", "edit.undo", "edit.redo"}


class Closer(QTimer):
    """Closes menus and dialogs that wait for a person."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.timeout.connect(self._close)
        self.start(10)

    def _close(self) -> None:
        for waiting in (QApplication.activePopupWidget(), QApplication.activeModalWidget()):
            if waiting is not None:
                assert not shows_mark(waiting.grab().toImage())
                waiting.close()


@pytest.fixture(scope="module")
def marker(tmp_path_factory: pytest.TempPathFactory, qapp: QApplication) -> Path:
    return marker_picture(tmp_path_factory.mktemp("marker"))


@pytest.fixture(scope="module")
def poisoned(tmp_path_factory: pytest.TempPathFactory, marker: Path) -> Path:
    """A closed workspace with hostile text everywhere, made once and copied for each test."""
    path = tmp_path_factory.mktemp("poisoned") / "poisoned.netdesk"
    path.write_bytes(sample_file())
    workspace = Workspace(path)
    poison(workspace, marker)
    workspace.sql("PRAGMA wal_checkpoint(TRUNCATE)")
    workspace.close()
    return path


@pytest.fixture
def program(qtbot: QtBot, qapp: QApplication, tmp_path: Path, poisoned: Path) -> Iterator[Program]:
    path = tmp_path / "network.netdesk"
    shutil.copyfile(poisoned, path)
    with running(qapp, path, dialogs=ScriptedDialogs(), scheme=Scheme.LIGHT) as one:
        one.window.build_all_pages()
        QApplication.processEvents()
        yield one


def clean(widget: QWidget) -> bool:
    """Whether nothing of the marker is painted on ``widget`` nor, scrolled away, on what it shows and scrolls."""
    shown = [area for area in widget.findChildren(QScrollArea) if area.isVisible()]
    inner = [area.widget() for area in shown if area.widget() is not None]
    return not any(shows_mark(one.grab().toImage()) for one in (widget, *inner) if one.width() < 8_000)


def tips(widget: QWidget) -> Iterator[tuple[QWidget, QPoint]]:
    """Every widget and the first items of every list, with the point to hover over."""
    for child in [widget, *widget.findChildren(QWidget)]:
        if not child.isVisible():
            continue
        yield child, child.rect().center()
        if isinstance(child, QAbstractItemView) and child.model() is not None:
            for row in range(min(child.model().rowCount(), 20)):
                box = child.visualRect(child.model().index(row, 0))
                yield child.viewport(), box.center()


def test_the_look_out_for_the_marker_sees_it(qtbot: QtBot, marker: Path) -> None:
    for text in hostile_texts(marker)[1:5]:
        label = QLabel(text)
        qtbot.addWidget(label)
        label.resize(500, 400)
        label.show()
        assert shows_mark(label.grab().toImage())
    assert shows_mark(QImage(str(marker)))


@pytest.mark.parametrize("size", [(1440, 900), (1100, 700)], ids=["usual", "small"])
def test_pages_paint_it_as_text(program: Program, size: tuple[int, int]) -> None:
    window = program.window
    window.resize(*size)
    for place in PLACES:
        window.show_place(place)
        QApplication.processEvents()
        page = window.current_page()
        assert page is not None
        assert page.name == place
        assert clean(window)
        assert (window.width(), window.height()) == size


def test_every_person_and_event_can_be_opened(program: Program) -> None:
    shell = program.window.shell
    for table, show in (("person", shell.open_person), ("event", shell.open_event)):
        found = program.workspace.sql(f"SELECT id FROM {table} ORDER BY id LIMIT 16").fetchall()
        for (number,) in found:
            show(number)
            QApplication.processEvents()
            assert clean(program.window)
    assert program.window.current_page() is not None


def test_the_tabs_of_people_tell_it_as_text(program: Program) -> None:
    program.window.show_place("contacts")
    contacts = program.window.current_page()
    assert isinstance(contacts, ContactsPage)
    people = program.workspace.sql(
        "SELECT DISTINCT person_id FROM level_move ORDER BY person_id LIMIT 4"
    ).fetchall()
    assert people
    for (number,) in people:
        program.window.shell.open_person(number)
        QApplication.processEvents()
        for tab in ("one_to_ones", "ledger", "levels"):
            contacts.person.tabs.choose(tab)
            QApplication.processEvents()
            assert clean(program.window)
    levels = contacts.person.tabs.widget("levels")
    assert isinstance(levels, LevelsTab)
    assert levels.rows()


def test_tooltips_are_text(program: Program) -> None:
    asked = 0
    for place in PLACES:
        program.window.show_place(place)
        asked += ask_for_tips(program)
    assert asked > 40


def test_the_tray_of_cards_tells_it_as_text(program: Program) -> None:
    program.window.shell.commands.run("events.cards")
    assert ask_for_tips(program) > 20
    assert clean(program.window)


def ask_for_tips(program: Program) -> int:
    """Hover over everything on the page that is shown; how many tips were asked for."""
    QApplication.processEvents()
    page = program.window.current_page()
    assert page is not None
    asked = 0
    for widget, point in list(tips(page)):
        asked += 1
        QApplication.sendEvent(widget, QHelpEvent(QEvent.Type.ToolTip, point, widget.mapToGlobal(point)))
        text = QToolTip.text().lower()
        assert "<img" not in text
        assert "<table" not in text
        assert len(text) < 20_000
        for top in QApplication.topLevelWidgets():
            if top.metaObject().className() == "QTipLabel" and top.isVisible():
                assert not shows_mark(top.grab().toImage())
        QToolTip.hideText()
    return asked


def test_cards_and_menus_of_every_command_are_text(program: Program) -> None:
    window = program.window
    closer = Closer(window)
    ran = 0
    for command in window.shell.commands.all():
        if command.name in LEFT_OUT or command.name.startswith("look."):
            continue
        window.show_place(command.page if command.page in PLACES else "contacts")
        if window.shell.commands.run(command.name):
            ran += 1
        QApplication.processEvents()
        assert clean(window)
        while (overlay := overlay_of(program)) is not None:
            overlay.close_overlay()
    closer.stop()
    assert ran > 10


def test_the_palette_finds_it_as_text(program: Program) -> None:
    program.window.shell.commands.run("palette.open")
    palette = program.window.findChild(Palette)
    assert isinstance(palette, Palette)
    for typed in ("", "img", "grace", "before", "W", "<", "👩", "\u202e", "עברית", "%s {0}"):
        palette.field.setText(typed)
        QApplication.processEvents()
        assert clean(program.window)


def test_the_audit_prints_it_as_text(program: Program, tmp_path: Path) -> None:
    for (number,) in program.workspace.sql("SELECT id FROM networking_group ORDER BY id").fetchall():
        asked = audit_sheet_input(program.workspace, number, TODAY)
        laid = lay_audit_sheet(compose_audit_sheet(asked, lambda amount, code: f"{amount} {code}"), Paper.A4)
        path = tmp_path / f"{number}.pdf"
        write_pdf(laid, path)
        assert b"/Subtype /Image" not in path.read_bytes()
        assert 1 <= len(laid.pages) < 40


@pytest.mark.parametrize("pocket", [False, True], ids=["page", "pocket"])
def test_sheets_print_it_as_text(program: Program, tmp_path: Path, pocket: bool) -> None:
    found = program.workspace.sql("SELECT id FROM event ORDER BY id").fetchall()
    for (number,) in found:
        asked = prep_sheet_input(program.workspace, number, TODAY)
        sheet = (compose_pocket_sheet if pocket else compose_prep_sheet)(asked)
        laid = lay_sheet(sheet, Paper.A4, pocket=pocket)
        path = tmp_path / f"{number}.pdf"
        write_pdf(laid, path)
        assert b"/Subtype /Image" not in path.read_bytes()
        assert len(laid.pages) < 40
