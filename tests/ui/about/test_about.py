"""The card about NetDesk, the licences, and what *Copy details* copies; by mouse and keyboard."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot, qVersion
from PySide6.QtGui import QAction, QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QPushButton
from pytestqt.qtbot import QtBot

from netdesk import __version__
from netdesk.app.compose import Program, compose
from netdesk.ui.about.card import AboutCard, show_about
from netdesk.ui.about.licences import Licences, show_licences
from netdesk.ui.actions.menu_bar import add_menu_bar
from netdesk.ui.shell import Shell
from netdesk.ui.theme.scheme import Scheme
from tests.support.programs import overlay_of, running, said, today
from tests.support.workspaces import sample_people


class Folders(QObject):
    """Stands in for the system's file manager."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[Path] = []

    @Slot(QUrl)
    def show(self, url: QUrl) -> None:
        self.shown.append(Path(url.toLocalFile()))


@pytest.fixture
def folders() -> Iterator[Folders]:
    one = Folders()
    QDesktopServices.setUrlHandler("file", one, "show")
    yield one
    QDesktopServices.unsetUrlHandler("file")


@pytest.fixture
def program(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Program]:
    log = tmp_path / "log"
    log.mkdir()
    (log / "netdesk.log").write_text("INFO netdesk: started\n", encoding="utf-8")
    path = tmp_path / "Secret plans.netdesk"
    one = compose(qapp, path, scheme=Scheme.LIGHT, today=today, inline=True, log_folder=log)
    one.window.resize(1440, 900)
    one.window.show()
    one.window.activateWindow()
    QApplication.processEvents()
    yield one
    one.window.close()
    one.close()


@pytest.fixture
def shell(program: Program) -> Shell:
    return program.window.shell


def words_on(card: AboutCard) -> str:
    return "\n".join(label.text() for label in card.findChildren(QLabel))


def test_the_card_says_which_netdesk_this_is_and_where_it_keeps_things(
    program: Program, shell: Shell
) -> None:
    assert shell.commands.run("help.about")
    card = program.window.findChild(AboutCard)
    assert card is not None
    said_there = words_on(card)
    assert f"Version {__version__}, from source, in a checkout" in said_there
    assert str(program.workspace.path) in said_there
    assert str(shell.log_folder) in said_there
    assert card.copy.hasFocus()


def test_its_folders_are_shown(program: Program, shell: Shell, folders: Folders) -> None:
    card = show_about(shell)
    assert list(card.folders) == ["Workspace", "Backups", "Log"]
    card.folders["Workspace"].click()
    card.folders["Log"].click()
    assert folders.shown == [program.workspace.path.parent, shell.log_folder]
    card.folders["Backups"].click()
    assert "no such folder yet" in said(program)
    assert len(folders.shown) == 2


def test_a_system_without_a_file_manager_is_told_the_folder(
    program: Program, shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    show_about(shell).folders["Log"].click()
    assert said(program) == f"The system showed no folder. It is {shell.log_folder}"


def test_details_are_copied_and_hold_nothing_a_person_wrote(program: Program, shell: Shell) -> None:
    sample_people(program.workspace, 12)
    show_about(shell).copy.click()
    text = QGuiApplication.clipboard().text()
    assert said(program).startswith("Details copied")
    assert f"NetDesk {__version__}" in text
    assert f"Qt {qVersion()}" in text
    assert "12 people" in text
    assert "offscreen" in text
    assert " at 100 %" in text
    assert "INFO netdesk: started" in text
    for private in ("Secret", "plans", "Adeyemi", "Grace"):
        assert private not in text


def test_details_are_copied_from_the_palette_as_well(program: Program, shell: Shell) -> None:
    QGuiApplication.clipboard().clear()
    assert shell.commands.run("help.details")
    assert QGuiApplication.clipboard().text().startswith(f"NetDesk {__version__}")


def test_escape_closes_the_card(qtbot: QtBot, program: Program, shell: Shell) -> None:
    card = show_about(shell)
    qtbot.keyClick(card.copy, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: overlay_of(program) is None)


def test_the_card_leads_to_the_licences(program: Program, shell: Shell) -> None:
    show_about(shell).licences.click()
    overlay = overlay_of(program)
    assert overlay is not None
    assert overlay.accessibleName() == "Licences of all parts"


def test_typing_finds_a_part_and_its_text_is_read_by_keys(qtbot: QtBot, shell: Shell) -> None:
    card = show_licences(shell)
    assert card.field.hasFocus()
    assert card.parts()[0].name == "NetDesk"
    assert "The NetDesk founders" in card.text.toPlainText()
    qtbot.keyClicks(card.field, "qt for")
    assert [part.name for part in card.parts()] == ["Qt for Python"]
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in card.text.toPlainText()
    assert card.name.text().startswith("Qt for Python 6.")
    assert card.text.isReadOnly()
    qtbot.keyClick(card.field, Qt.Key.Key_PageDown)
    assert card.text.verticalScrollBar().value() > 0
    qtbot.keyClick(card.field, Qt.Key.Key_PageUp)
    qtbot.keyClick(card.field, Qt.Key.Key_PageUp)
    assert card.text.verticalScrollBar().value() == 0
    card.text.setFocus()
    qtbot.keyClick(card.text, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(card.text, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert "GNU LESSER" in QGuiApplication.clipboard().text()


def test_tab_goes_from_the_search_to_the_text_the_list_and_the_cross(qtbot: QtBot, shell: Shell) -> None:
    card = show_licences(shell)
    seen = []
    for _ in range(4):
        held = shell.window.focusWidget()
        seen.append(held)
        qtbot.keyClick(held, Qt.Key.Key_Tab)
    assert seen == [card.field, card.text, card.list, card.cross]


def test_names_that_begin_with_what_was_typed_stand_first(qtbot: QtBot, shell: Shell) -> None:
    card = show_licences(shell)
    qtbot.keyClicks(card.field, "qt")
    names = [part.name for part in card.parts()]
    assert names[:4] == ["Qt", "Qt for Python", "QtAwesome", "QtPy"]
    assert "FreeType" in names[4:]


def test_arrows_go_round_the_list_and_the_choice_stays_while_it_is_found(qtbot: QtBot, shell: Shell) -> None:
    card = show_licences(shell)
    qtbot.keyClick(card.field, Qt.Key.Key_Up)
    last = card.parts()[-1].name
    assert card.name.text().startswith(last)
    qtbot.keyClick(card.field, Qt.Key.Key_Down)
    assert card.name.text().startswith("NetDesk")
    qtbot.keyClicks(card.field, "sqlite")
    qtbot.keyClick(card.field, Qt.Key.Key_Down)
    qtbot.keyClick(card.field, Qt.Key.Key_Down)
    chosen = card.name.text()
    qtbot.keyClick(card.field, Qt.Key.Key_Backspace)
    assert card.name.text() == chosen


def test_what_is_not_there_is_said(qtbot: QtBot, shell: Shell) -> None:
    card = show_licences(shell)
    qtbot.keyClicks(card.field, "no such part")
    assert card.parts() == ()
    assert card.name.text() == "Nothing of that name"
    assert card.text.toPlainText() == ""
    qtbot.keyClick(card.field, Qt.Key.Key_Down)
    assert card.parts() == ()


def test_rows_tell_all_of_themselves(shell: Shell) -> None:
    card = show_licences(shell)
    row = next(row for row, part in enumerate(card.parts()) if part.name == "SQLite")
    index = card.list.model().index(row, 0)
    assert "SQLite 3." in str(index.data(Qt.ItemDataRole.AccessibleTextRole))
    delegate = card.list.itemDelegate()
    assert "public domain" in delegate.tip(index, card.list.visualRect(index), card.list.rect().topLeft())
    assert isinstance(card, Licences)


def test_a_mac_finds_about_where_macs_have_it(program: Program, shell: Shell) -> None:
    bar = add_menu_bar(QMainWindow(program.window), shell)
    about = next(one for one in bar.menus["Help"].actions() if one.text() == "About NetDesk")
    assert about.menuRole() == QAction.MenuRole.AboutRole


def test_a_small_window_holds_both_cards(qtbot: QtBot, program: Program, shell: Shell) -> None:
    program.window.resize(900, 600)
    card = show_about(shell)
    QApplication.processEvents()
    buttons = card.findChildren(QPushButton)
    assert buttons
    area = program.window.rect()
    assert all(
        area.contains(one.mapTo(program.window, one.rect().center())) for one in buttons if one.isVisible()
    )


def test_nothing_is_imported_before_it_is_asked_for(qapp: QApplication, tmp_path: Path) -> None:
    script = (
        "import sys, netdesk.app.compose, netdesk.ui.pages.settings.page;"
        "print([n for n in sys.modules if n.startswith(('netdesk.services.about', 'importlib.metadata'))])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
    with running(qapp, tmp_path / "other.netdesk") as other:
        assert other.window.shell.commands.has("help.details")
