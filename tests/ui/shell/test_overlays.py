"""Cards over the window: the history, the keys; what acts behind them, and what keeps its own Ctrl+Z."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from netdesk.app.compose import Program
from netdesk.services.history import steps
from netdesk.services.preferences import method_settings, save_number
from netdesk.ui.actions.catalogue import Command
from netdesk.ui.dialogs.history import History, show_history, when_words
from netdesk.ui.dialogs.shortcuts import Heading, Key, Shortcuts, grouped, show_shortcuts
from tests.support.programs import TODAY, overlay_of, place_shown, running, said

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "My network.netdesk"


def titles(history: History) -> list[tuple[str, bool]]:
    return [(step.title.split(" to ")[-1], step.undone) for step in history.steps()]


@pytest.fixture
def numbered(qtbot: QtBot, qapp: QApplication, path: Path) -> Iterator[Program]:
    """A program with four steps in its history."""
    with running(qapp, path) as program:
        for name, typed in (
            ("words_per_minute", 120),
            ("tick_boxes", 10),
            ("card_rows", 5),
            ("pocket_card_rows", 3),
        ):
            program.desk.do(partial(save_number, name=name, typed=typed))
        yield program


def test_the_history_shows_the_newest_first(numbered: Program) -> None:
    history = show_history(numbered.window.shell)
    assert [title for title, _ in titles(history)] == ["3 rows", "5 rows", "10 boxes", "120 words a minute"]
    assert history.list.hasFocus()
    assert history.hint.text() == "Enter or a click undoes this step."


def test_enter_undoes_up_to_the_step_and_does_it_again(qtbot: QtBot, numbered: Program) -> None:
    history = show_history(numbered.window.shell)
    qtbot.keyClick(history.list, Qt.Key.Key_Down)
    qtbot.keyClick(history.list, Qt.Key.Key_Down)
    assert "these 3 steps" in history.hint.text()
    qtbot.keyClick(history.list, Qt.Key.Key_Return)
    assert [undone for _, undone in titles(history)] == [True, True, True, False]
    assert said(numbered).startswith("Undone: Set “Boxes to tick before a tally line” to 10 boxes and 2 more")
    assert numbered.desk.read(method_settings).tick_boxes == 20
    qtbot.keyClick(history.list, Qt.Key.Key_Up)
    qtbot.keyClick(history.list, Qt.Key.Key_Return)
    assert [undone for _, undone in titles(history)] == [True, False, False, False]
    assert numbered.desk.read(method_settings).card_rows == 5


def test_a_click_undoes_too_and_the_list_follows_ctrl_z(qtbot: QtBot, numbered: Program) -> None:
    history = show_history(numbered.window.shell)
    box = history.list.visualRect(history.list.model().index(1, 0))
    qtbot.mouseClick(history.list.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    assert [undone for _, undone in titles(history)] == [True, True, False, False]
    qtbot.keyClick(history.list, Qt.Key.Key_Z, CTRL)
    assert [undone for _, undone in titles(history)] == [True, True, True, False]
    qtbot.keyClick(history.list, Qt.Key.Key_Z, CTRL | SHIFT)
    assert [undone for _, undone in titles(history)] == [True, True, False, False]


def test_an_empty_history_says_what_belongs_there(qtbot: QtBot, qapp: QApplication, path: Path) -> None:
    with running(qapp, path) as program:
        qtbot.keyClick(program.window, Qt.Key.Key_H, CTRL)
        history = program.window.findChild(History)
        assert isinstance(history, History)
        assert history.steps() == ()
        qtbot.keyClick(history.list, Qt.Key.Key_Return)
        assert program.desk.read(steps) == ()


def test_days_of_the_history_are_relative(numbered: Program) -> None:
    moment = numbered.desk.read(steps)[0].made_at
    assert when_words(moment, moment.date()) == f"{moment:%H:%M}"
    assert when_words(moment.replace(year=2025), TODAY) != ""


def test_the_keys_are_grouped_and_found_by_their_words(qtbot: QtBot, qapp: QApplication, path: Path) -> None:
    with running(qapp, path, sample=True) as program:
        qtbot.keyClick(program.window, Qt.Key.Key_F1)
        content = program.window.findChild(Shortcuts)
        assert isinstance(content, Shortcuts)
        rows = content.rows()
        assert rows[0] == Heading("Everywhere")
        assert {row.text for row in rows if isinstance(row, Heading)} > {"Everywhere"}
        with_keys = {row.name for row in rows if isinstance(row, Key)}
        catalogue = program.window.shell.commands
        assert with_keys == {one.name for one in catalogue.all() if catalogue.action(one.name).shortcuts()}
        qtbot.keyClicks(content.field, "history")
        assert [row.name for row in content.rows() if isinstance(row, Key)] == ["edit.history"]
        qtbot.keyClick(content.field, Qt.Key.Key_Return)
        assert isinstance(program.window.findChild(History), History)


def test_nothing_found_among_the_keys_does_nothing(qtbot: QtBot, qapp: QApplication, path: Path) -> None:
    with running(qapp, path) as program:
        content = show_shortcuts(program.window.shell)
        content.field.setText("no such thing")
        assert content.rows() == ()
        qtbot.keyClick(content.field, Qt.Key.Key_Down)
        qtbot.keyClick(content.field, Qt.Key.Key_Return)
        assert overlay_of(program) is not None
        assert grouped(program.window.shell, "zz") == []


def test_no_key_acts_behind_a_card(qtbot: QtBot, qapp: QApplication, path: Path) -> None:
    ran: list[str] = []
    with running(qapp, path, sample=True) as program:
        window, shell = program.window, program.window.shell
        window.show_place("contacts")
        shell.commands.add(Command("test.ring", "Ring", lambda: ran.append("ring"), shortcut="Ctrl+Shift+Y"))
        before = program.desk.read(steps)
        overlay = shell.show_overlay(QLineEdit())
        held = window.focusWidget()
        assert held is not None
        for key, modifier in (
            (Qt.Key.Key_3, CTRL),
            (Qt.Key.Key_Z, CTRL),
            (Qt.Key.Key_Y, CTRL | SHIFT),
            (Qt.Key.Key_N, CTRL),
        ):
            qtbot.keyClick(held, key, modifier)
        assert (ran, place_shown(program)) == ([], "contacts")
        assert program.desk.read(steps) == before
        overlay.close_overlay()
        qtbot.keyClick(window, Qt.Key.Key_Y, CTRL | SHIFT)
        qtbot.keyClick(window, Qt.Key.Key_3, CTRL)
        assert (ran, place_shown(program)) == (["ring"], "board")


def test_a_card_may_keep_keys_and_cards_nest(qtbot: QtBot, qapp: QApplication, path: Path) -> None:
    with running(qapp, path, sample=True) as program:
        shell = program.window.shell
        action = shell.commands.action("edit.undo")
        outer = shell.show_overlay(QLineEdit(), keeps=("edit.undo",))
        assert action.isEnabled()
        inner = shell.show_overlay(QLineEdit())
        assert not action.isEnabled()
        inner.close_overlay()
        assert action.isEnabled()
        assert not shell.commands.action("edit.redo").isEnabled()
        outer.close_overlay()
        assert shell.commands.action("edit.redo").isEnabled()
        assert not shell.is_covered()


@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit])
def test_a_text_field_keeps_its_own_undo(
    qtbot: QtBot, qapp: QApplication, path: Path, kind: type[QWidget]
) -> None:
    with running(qapp, path, sample=True) as program:
        page = program.window.current_page()
        assert page is not None
        field = kind(page)
        field.move(QPoint(20, 20))
        field.show()
        field.setFocus()
        before = program.desk.read(steps)
        qtbot.keyClicks(field, "Grace")
        qtbot.keyClick(field, Qt.Key.Key_Z, CTRL)
        text = field.text() if isinstance(field, QLineEdit) else field.toPlainText()  # type: ignore[attr-defined]
        assert text == ""
        qtbot.keyClick(field, Qt.Key.Key_Z, CTRL)
        assert program.desk.read(steps) == before


def test_esc_closes_and_the_keyboard_goes_back(qtbot: QtBot, qapp: QApplication, path: Path) -> None:
    with running(qapp, path, sample=True) as program:
        program.window.show_place("contacts")
        held = program.window.focusWidget()
        show_history(program.window.shell)
        qtbot.keyClick(program.window.focusWidget(), Qt.Key.Key_Escape)
        assert overlay_of(program) is None
        assert program.window.focusWidget() is held
        assert isinstance(held, QAbstractItemView)
