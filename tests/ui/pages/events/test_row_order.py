"""Goals and people put in another order by mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from netdesk.ui.pages.events.goals_panel import GoalsPanel
from netdesk.ui.pages.events.people_panel import PeoplePanel
from netdesk.ui.widgets.row_order import RowOrder
from tests.support.events_window import EventsWindow

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
PANELS = pytest.mark.parametrize("which", ["goals", "people"])


def panel_of(window: EventsWindow, which: str) -> GoalsPanel | PeoplePanel:
    return window.before.goals if which == "goals" else window.before.people


def hover(row: QWidget) -> None:
    """Come over a row with the pointer, as the window system tells it."""
    place = QPointF(row.rect().center())
    QApplication.sendEvent(row, QEnterEvent(place, place, QPointF(row.mapToGlobal(place.toPoint()))))


def lift(order: RowOrder, row: QWidget, to: QPoint) -> None:
    """Take a row by its grip and carry it to a place on the screen; the button stays down."""
    hover(row)
    assert order.grip.isVisible()
    start = order.grip.rect().center()
    QTest.mousePress(order.grip, LEFT, NONE, start)
    for share in (4, 2, 1):
        between = order.grip.mapFromGlobal(to) - start
        QTest.mouseMove(order.grip, start + between / share)
        QApplication.processEvents()


def let_go(order: RowOrder) -> None:
    QTest.mouseRelease(order.grip, LEFT, NONE, order.grip.rect().center())
    QApplication.processEvents()


def above(row: QWidget) -> QPoint:
    return row.mapToGlobal(QPoint(row.width() // 2, 3))


def below(row: QWidget) -> QPoint:
    return row.mapToGlobal(QPoint(row.width() // 2, row.height() - 3))


def names(window: EventsWindow, which: str) -> list[str]:
    QApplication.processEvents()
    return [row.accessibleName().split(",")[0].split(" · ")[0] for row in panel_of(window, which).rows()]


@PANELS
def test_a_row_goes_where_it_is_dropped_in_one_step(mixer_window: EventsWindow, which: str) -> None:
    panel = panel_of(mixer_window, which)
    before = names(mixer_window, which)
    rows = panel.rows()
    lift(panel.order, rows[0], below(rows[2]))
    assert panel.order.is_dragging()
    assert panel.order.gap() == 3
    let_go(panel.order)
    assert names(mixer_window, which) == [before[1], before[2], before[0], *before[3:]]
    mixer_window.window.shell.undo()
    assert names(mixer_window, which) == before


@PANELS
def test_a_row_goes_up_as_well(mixer_window: EventsWindow, which: str) -> None:
    panel = panel_of(mixer_window, which)
    before = names(mixer_window, which)
    rows = panel.rows()
    lift(panel.order, rows[2], above(rows[0]))
    assert panel.order.gap() == 0
    let_go(panel.order)
    assert names(mixer_window, which) == [before[2], before[0], before[1], *before[3:]]


@PANELS
def test_escape_puts_the_row_back(mixer_window: EventsWindow, which: str) -> None:
    panel = panel_of(mixer_window, which)
    before = names(mixer_window, which)
    rows = panel.rows()
    lift(panel.order, rows[0], below(rows[1]))
    QTest.keyClick(mixer_window.window, Qt.Key.Key_Escape)
    assert not panel.order.is_dragging()
    let_go(panel.order)
    assert names(mixer_window, which) == before


def test_dropped_where_it_was_nothing_is_written(mixer_window: EventsWindow) -> None:
    panel = mixer_window.before.goals
    steps = mixer_window.workspace.sql("SELECT count(*) FROM operation").fetchone()
    rows = panel.rows()
    lift(panel.order, rows[1], below(rows[0]))
    let_go(panel.order)
    lift(panel.order, rows[1], below(rows[1]))
    let_go(panel.order)
    assert mixer_window.workspace.sql("SELECT count(*) FROM operation").fetchone() == steps


def test_a_press_without_moving_lifts_nothing(mixer_window: EventsWindow) -> None:
    panel = mixer_window.before.goals
    hover(panel.rows()[0])
    QTest.mouseClick(panel.order.grip, LEFT, NONE, panel.order.grip.rect().center())
    assert not panel.order.is_dragging()


def test_another_button_puts_the_row_back(mixer_window: EventsWindow) -> None:
    panel = mixer_window.before.goals
    before = names(mixer_window, "goals")
    rows = panel.rows()
    lift(panel.order, rows[0], below(rows[2]))
    QTest.mousePress(panel.order.grip, Qt.MouseButton.RightButton, NONE, QPoint(2, 2))
    assert not panel.order.is_dragging()
    let_go(panel.order)
    assert names(mixer_window, "goals") == before


def test_the_grip_goes_with_the_pointer_and_leaves_with_it(mixer_window: EventsWindow) -> None:
    panel = mixer_window.before.goals
    hover(panel.rows()[0])
    first = panel.order.grip.y()
    hover(panel.rows()[1])
    assert panel.order.grip.y() > first
    QApplication.sendEvent(panel, QEvent(QEvent.Type.Leave))
    assert not panel.order.grip.isVisible()


def test_rows_that_vanish_while_one_is_lifted_harm_nothing(mixer_window: EventsWindow) -> None:
    panel = mixer_window.before.goals
    rows = panel.rows()
    lift(panel.order, rows[0], below(rows[2]))
    with mixer_window.workspace.change("Forget"):
        mixer_window.workspace.sql("DELETE FROM goal")
    QApplication.processEvents()
    let_go(panel.order)
    assert panel.rows() == []
    assert not panel.order.is_dragging()


def test_at_the_edge_the_page_moves_along(mixer_window: EventsWindow) -> None:
    mixer_window.window.resize(1100, 560)
    QApplication.processEvents()
    panel = mixer_window.before.people
    bar = mixer_window.view.scrolling.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    QApplication.processEvents()
    viewport = mixer_window.view.scrolling.viewport()
    seen = next(row for row in panel.rows() if viewport.rect().contains(row.mapTo(viewport, QPoint(5, 5))))
    before = bar.value()
    lift(panel.order, seen, viewport.mapToGlobal(QPoint(200, viewport.height() - 4)))
    panel.order._scroll()
    assert bar.value() > before
    lift_to_top = viewport.mapToGlobal(QPoint(200, 4))
    QTest.mouseMove(panel.order.grip, panel.order.grip.mapFromGlobal(lift_to_top))
    after = bar.value()
    panel.order._scroll()
    assert bar.value() < after
    panel.order.cancel()
