"""Everything that takes the keyboard has a name for those who hear the window, and Tab reaches all of it in order."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from netdesk.app.compose import Program
from netdesk.ui.dialogs.history import show_history
from netdesk.ui.dialogs.shortcuts import show_shortcuts
from tests.support.programs import ScriptedDialogs, overlay_of, running

PLACES = (
    "today", "contacts", "board", "events", "groups", "pitches", "ledger", "wins", "insights", "markets",
    "one_to_ones", "settings",
)  # fmt: skip
MOST_STOPS = 400


@pytest.fixture
def program(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Program]:
    with running(qapp, tmp_path / "network.netdesk", sample=True, dialogs=ScriptedDialogs()) as one:
        yield one


def takes_keys(widget: QWidget) -> bool:
    """Whether Tab stops here; fields inside a spin box or a combo box belong to it."""
    inner = isinstance(widget.parentWidget(), QAbstractSpinBox) and isinstance(widget, QLineEdit)
    tabbed = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return tabbed and widget.isVisible() and widget.isEnabled() and not inner and widget.focusProxy() is None


def named(widget: QWidget) -> str:
    """What a screen reader says of a widget."""
    told = QAccessible.queryAccessibleInterface(widget)
    return told.text(QAccessible.Text.Name).strip() if told is not None else ""


def nameless(root: QWidget) -> list[str]:
    found = []
    for widget in root.findChildren(QWidget):
        if takes_keys(widget) and not named(widget):
            where = type(widget.parentWidget()).__name__
            found.append(f"{type(widget).__module__}.{type(widget).__name__} in {where}")
    return found


def chain(root: QWidget) -> list[QWidget]:
    """The stops inside ``root`` in Tab’s order."""
    stops: list[QWidget] = []
    step = root.nextInFocusChain()
    while step is not None and step is not root:
        if root.isAncestorOf(step) and takes_keys(step):
            stops.append(step)
        step = step.nextInFocusChain()
    return stops


@pytest.mark.parametrize("place", PLACES)
def test_everything_on_a_page_has_a_name(program: Program, place: str) -> None:
    program.window.show_place(place)
    QApplication.processEvents()
    page = program.window.current_page()
    assert page is not None
    assert page.accessibleName()
    assert len(chain(page)) > 3
    assert nameless(page) == []


def test_everything_in_the_tray_of_cards_has_a_name(program: Program) -> None:
    program.window.shell.go("events", cards=True)
    QApplication.processEvents()
    page = program.window.current_page()
    assert page is not None
    assert nameless(page) == []
    names = {named(stop) for stop in chain(page)}
    assert {"Search cards", "Cards"} <= names
    assert any(name.startswith("No plan") for name in names)


def test_the_welcome_and_the_side_bar_have_names(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    with running(qapp, tmp_path / "empty.netdesk") as program:
        assert nameless(program.window) == []
        names = [named(stop) for stop in chain(program.window)]
        assert {"Bring my contacts", "Plan my next event", "Look around first"} <= set(names)
        assert len(names) == len(set(names))


@pytest.mark.parametrize("place", PLACES)
def test_tab_goes_round_the_whole_window_and_comes_back(qtbot: QtBot, program: Program, place: str) -> None:
    program.window.show_place(place)
    QApplication.processEvents()
    window = program.window
    stops = [stop for stop in chain(window) if not isinstance(stop, QAbstractSpinBox)]
    first = stops[0]
    first.setFocus(Qt.FocusReason.TabFocusReason)
    seen: list[QWidget] = []
    for _ in range(MOST_STOPS):
        held = window.focusWidget()
        if held is None or (seen and held is seen[0]):
            break
        seen.append(held)
        qtbot.keyClick(held, Qt.Key.Key_Tab)
    assert seen
    page = window.current_page()
    assert page is not None
    assert any(page.isAncestorOf(stop) for stop in seen)
    assert window.focusWidget() is seen[0], "Tab is caught somewhere and never comes back"


def test_tab_in_settings_goes_downwards_within_a_panel(program: Program) -> None:
    program.window.show_place("settings")
    QApplication.processEvents()
    page = program.window.current_page()
    assert page is not None
    for panel in (page.levels, page.method, page.customs):  # type: ignore[attr-defined]
        heights = [stop.mapTo(panel, QPoint(0, stop.height() // 2)).y() for stop in chain(panel)]
        heights = [height for height, stop in zip(heights, chain(panel), strict=True) if is_field(stop)]
        assert heights == sorted(heights)


def is_field(stop: QWidget) -> bool:
    return not isinstance(stop, QAbstractButton)


@pytest.mark.parametrize("show", [show_history, show_shortcuts], ids=["history", "keys"])
def test_cards_have_names_and_keep_tab_inside(qtbot: QtBot, program: Program, show: object) -> None:
    assert callable(show)
    show(program.window.shell)
    overlay = overlay_of(program)
    assert overlay is not None
    assert nameless(overlay) == []
    for _ in range(8):
        held = program.window.focusWidget()
        assert held is not None
        assert overlay.isAncestorOf(held)
        qtbot.keyClick(held, Qt.Key.Key_Tab)


@pytest.mark.parametrize(
    "command",
    [
        "palette.open",
        "contacts.new_person",
        "events.new",
        "contacts.tags",
        "board.level_settings",
        "pitches.new",
        "pitches.next",
        "pitches.rehearse",
        "pitches.count",
        "contacts.bring",
        "groups.new",
        "groups.member",
        "groups.edit",
        "groups.meetings",
        "groups.print",
        "markets.new",
        "markets.people",
        "time.log",
        "time.logged",
        "time.plan",
    ],
)
def test_what_commands_bring_up_has_names(program: Program, command: str) -> None:
    program.window.build_all_pages()
    room = command.split(".", maxsplit=1)[0]
    program.window.show_place({"palette": "contacts", "time": "insights"}.get(room, room))
    assert program.window.shell.commands.run(command)
    QApplication.processEvents()
    assert nameless(program.window) == []
