"""Other workspaces of this computer: in Settings, in the palette, on the welcome page, in the menu of a Mac."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QMainWindow, QPushButton
from pytestqt.qtbot import QtBot

from netdesk.app.compose import Program
from netdesk.services.palette import Finds
from netdesk.services.recent_workspaces import RecentWorkspaces
from netdesk.ui.actions.menu_bar import add_menu_bar
from netdesk.ui.actions.workspaces import open_recent
from netdesk.ui.pages.settings.page import SettingsPage
from netdesk.ui.pages.welcome.page import WelcomePage
from netdesk.ui.palette.entries import entries_for
from tests.support.programs import TODAY, ScriptedDialogs, running, said


@pytest.fixture
def recent(tmp_path: Path) -> RecentWorkspaces:
    """Two others: one that is there, one that is gone; and this one."""
    kept = RecentWorkspaces(tmp_path / "workspaces.json")
    (tmp_path / "Work & play.netdesk").touch()
    for name in ("Gone.netdesk", "Work & play.netdesk", "network.netdesk"):
        kept.note(tmp_path / name)
    return kept


@pytest.fixture
def program(qapp: QApplication, tmp_path: Path, recent: RecentWorkspaces) -> Iterator[Program]:
    with running(qapp, tmp_path / "network.netdesk", recent=recent, dialogs=ScriptedDialogs()) as one:
        yield one


@pytest.fixture
def wanted(program: Program) -> list[Path]:
    found: list[Path] = []
    program.window.shell.other_workspace_wanted.connect(found.append)
    return found


def settings(program: Program) -> SettingsPage:
    program.window.shell.go("settings")
    QApplication.processEvents()
    page = program.window.current_page()
    assert isinstance(page, SettingsPage)
    return page


def test_settings_opens_one_and_takes_a_gone_one_off_the_list(
    program: Program, wanted: list[Path], tmp_path: Path, recent: RecentWorkspaces
) -> None:
    rows = settings(program).file.recent.rows
    assert [row.button.accessibleName() for row in rows] == ["Open Work & play", "Forget Gone"]
    rows[0].button.click()
    assert wanted == [tmp_path / "Work & play.netdesk"]
    rows[1].button.click()
    assert [one.name for one in recent.all()] == ["network", "Work & play"]
    assert len(settings(program).file.recent.rows) == 1


def test_the_palette_offers_the_one_that_is_there(
    program: Program, wanted: list[Path], tmp_path: Path
) -> None:
    lines = entries_for(program.window.shell, Finds("work pl"), {}, (), TODAY)
    (line,) = [one for one in lines if one.text.startswith("Open workspace")]
    assert (line.text, line.detail) == ("Open workspace Work & play", str(tmp_path))
    line.run()
    assert wanted == [tmp_path / "Work & play.netdesk"]
    assert not [
        one for one in entries_for(program.window.shell, Finds("gone"), {}, (), TODAY) if "Gone" in one.text
    ]
    commands = [one.text for one in entries_for(program.window.shell, Finds("> workspace"), {}, (), TODAY)]
    assert commands == ["Open another workspace…", "New workspace…", "Open workspace Work & play"]


def test_the_welcome_offers_others(program: Program, wanted: list[Path], tmp_path: Path) -> None:
    page = program.window.current_page()
    assert isinstance(page, WelcomePage)
    page.redraw(None)
    QApplication.processEvents()
    (button,) = [one for one in page.others.findChildren(QPushButton) if one.isVisible()]
    assert button.accessibleName() == "Open workspace Work & play"
    button.click()
    assert wanted == [tmp_path / "Work & play.netdesk"]


def test_without_others_the_welcome_and_settings_say_nothing_of_them(
    qapp: QApplication, tmp_path: Path
) -> None:
    with running(qapp, tmp_path / "only.netdesk") as alone:
        page = alone.window.current_page()
        assert isinstance(page, WelcomePage)
        assert not page.others.isVisible()
        assert not settings(alone).file.recent.isVisible()


def test_the_menu_of_a_mac_has_them(program: Program, wanted: list[Path], tmp_path: Path) -> None:
    bar = add_menu_bar(QMainWindow(program.window), program.window.shell)
    assert bar.recent.menuAction() in bar.menus["File"].actions()
    bar.recent.aboutToShow.emit()
    found = [(action.text(), action.isEnabled()) for action in bar.recent.actions()]
    assert found == [("Work && play", True), ("Gone", False)]
    bar.recent.actions()[0].trigger()
    assert wanted == [tmp_path / "Work & play.netdesk"]


def test_one_that_went_meanwhile_is_said_and_can_be_taken_off(
    program: Program, wanted: list[Path], tmp_path: Path, recent: RecentWorkspaces
) -> None:
    open_recent(program.window.shell, tmp_path / "Gone.netdesk")
    assert said(program) == f"“Gone.netdesk” is not where it was, in {tmp_path}."
    assert wanted == []
    buttons = program.window.findChildren(QAbstractButton)
    next(one for one in buttons if one.text() == "Take off the list" and one.isVisible()).click()
    assert "Gone" not in [one.name for one in recent.all()]


def test_names_are_text_and_nothing_else(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    kept = RecentWorkspaces(tmp_path / "workspaces.json")
    odd = tmp_path / "<b>bold<i> & co.netdesk"
    odd.touch()
    kept.note(odd)
    with running(qapp, tmp_path / "network.netdesk", recent=kept) as program:
        labels = settings(program).file.recent.findChildren(QLabel)
        assert "<b>bold<i> & co" in [label.text() for label in labels]
        assert {label.textFormat().name for label in labels} == {"PlainText"}
