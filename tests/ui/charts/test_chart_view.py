"""A chart in the window: exact figures by pointer and keys, what stands behind them, its look in both schemes."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from netdesk.method.insights.behind import Behind
from netdesk.method.insights.chart import ChartKind
from netdesk.ui.charts.chart_view import ChartView
from netdesk.ui.charts.worn import look_of_theme, look_on_paper
from netdesk.ui.theme.scheme import apply
from netdesk.ui.theme.tokens import Theme
from tests.support.charts import chart_of, words_in


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[ChartView]:
    view = ChartView()
    qtbot.addWidget(view)
    view.resize(560, 150)
    view.show()
    qtbot.waitExposed(view)
    yield view
    QToolTip.hideText()


@pytest.fixture
def chosen(view: ChartView) -> list[str]:
    """The keys of what was chosen, in order."""
    keys: list[str] = []

    def note(behind: Behind) -> None:
        keys.append(behind.key)

    view.chosen.connect(note)
    return keys


def middle(view: ChartView, number: int) -> QPoint:
    drawing = view.drawing()
    assert drawing is not None
    box = drawing.spots[number].mark
    return QPoint(round(box.x + box.width / 2), round(box.y + box.height / 2))


def give_keyboard(view: ChartView) -> None:
    view.activateWindow()
    view.setFocus()
    assert view.hasFocus()


def press(view: ChartView, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(view, key)


def picture(view: ChartView) -> QImage:
    return view.grab().toImage()


def shows(image: QImage, color: QColor) -> bool:
    return any(
        image.pixelColor(x, y).name() == color.name()
        for x in range(0, image.width(), 3)
        for y in range(0, image.height(), 3)
    )


def test_arrows_go_along_bars_and_enter_shows_what_stands_behind(view: ChartView, chosen: list[str]) -> None:
    view.show_chart(chart_of(ChartKind.BARS, [9, 6, 4]))
    give_keyboard(view)
    assert view.accessibleDescription() == "Label 1: 9"
    press(view, Qt.Key.Key_Down, Qt.Key.Key_Right)
    assert view.accessibleDescription() == "Label 3: 4"
    press(view, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Home, Qt.Key.Key_Space)
    assert chosen == ["0-2", "0-0"]
    press(view, Qt.Key.Key_End, Qt.Key.Key_Up, Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Enter)
    assert chosen[2:] == ["0-0"]


def test_arrows_go_along_a_line_and_up_to_the_one_above(view: ChartView, chosen: list[str]) -> None:
    view.show_chart(chart_of(ChartKind.LINES, [1, 2, 3], [9, None, 8]))
    give_keyboard(view)
    press(view, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Return)
    press(view, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Return, Qt.Key.Key_Left, Qt.Key.Key_Return)
    press(view, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert chosen == ["0-1", "1-2", "1-0", "0-0"]


def test_columns_side_by_side_are_walked_both_ways(view: ChartView, chosen: list[str]) -> None:
    view.show_chart(chart_of(ChartKind.COLUMNS, [1, 2, 3], [9, 4, 8]))
    give_keyboard(view)
    press(view, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_End, Qt.Key.Key_Return)
    assert chosen == ["1-1", "1-2"]


def test_a_figure_is_clicked_and_told_in_full(view: ChartView, chosen: list[str]) -> None:
    view.show_chart(chart_of(ChartKind.BARS, [9, 6, 4], words="<b>9</b> wins & more"))
    spot = middle(view, 1)
    QTest.mouseMove(view, spot)
    assert view.cursor().shape() is Qt.CursorShape.PointingHandCursor
    QApplication.sendEvent(view, QHelpEvent(QEvent.Type.ToolTip, spot, view.mapToGlobal(spot)))
    assert QToolTip.text().endswith(">&lt;b&gt;9&lt;/b&gt; wins &amp; more</qt>")
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=spot)
    assert chosen == ["0-1"]
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=spot)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=middle(view, 2))
    QTest.mouseClick(view, Qt.MouseButton.RightButton, pos=spot)
    assert chosen == ["0-1"], "a press drawn elsewhere, or of another button, chooses nothing"


def test_the_month_under_the_pointer_is_the_nearest_on_a_line(view: ChartView, chosen: list[str]) -> None:
    view.show_chart(chart_of(ChartKind.LINES, [10, 20, 30], [60, 50, 40]))
    upper, lower = middle(view, 4), middle(view, 1)
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=upper + QPoint(3, 9))
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=lower - QPoint(3, 9))
    assert chosen == ["1-1", "0-1"]


def test_a_chart_says_its_title_and_what_is_read_from_it(view: ChartView) -> None:
    view.show_chart(chart_of(ChartKind.BARS, [9]))
    assert view.accessibleName() == "Where wins came from. Six in ten came through people."
    view.show_chart(chart_of(ChartKind.BARS, [9], reading="W" * 1_000_000))
    assert len(view.accessibleName()) <= 300


def test_the_place_of_the_keyboard_is_seen_and_kept(view: ChartView) -> None:
    view.show_chart(chart_of(ChartKind.BARS, [9, 6, 4]))
    without = picture(view)
    give_keyboard(view)
    press(view, Qt.Key.Key_Down)
    assert picture(view) != without
    view.show_chart(chart_of(ChartKind.BARS, [8, 7, 5]))
    press(view, Qt.Key.Key_Down)
    assert view.accessibleDescription() == "Label 3: 5"
    view.show_chart(chart_of(ChartKind.BARS, [8]))
    assert picture(view).width() == 560, "what the keyboard stood on may be gone"


def test_a_chart_follows_the_theme_and_its_room(
    view: ChartView, qapp: QApplication, light: Theme, dark: Theme
) -> None:
    view.show_chart(chart_of(ChartKind.COLUMNS, [9, 6, 4]))
    assert shows(picture(view), light.color("level-1"))
    apply(qapp, dark)
    assert shows(picture(view), dark.color("level-1"))
    view.resize(900, 150)
    drawing = view.drawing()
    assert drawing is not None
    assert drawing.width == 900
    assert drawing.spots[2].rect.right == pytest.approx(900)


def test_every_kind_asks_for_its_height(view: ChartView) -> None:
    heights = []
    for values in ([1.0] * 3, [1.0] * 6):
        view.show_chart(chart_of(ChartKind.BARS, values))
        heights.append(view.sizeHint().height())
    assert heights == [90, 180]
    view.show_chart(chart_of(ChartKind.LINES, [1, 2]))
    assert view.minimumSizeHint() == QSize(240, 150)


def test_larger_letters_make_a_larger_chart(view: ChartView, qapp: QApplication) -> None:
    view.show_chart(chart_of(ChartKind.BARS, [1, 2, 3]))
    font = qapp.font()
    font.setPixelSize(26)
    qapp.setFont(font)
    assert view.sizeHint().height() == 180
    assert look_of_theme().scale == 2.0


def test_paper_has_its_own_look() -> None:
    look = look_on_paper("Some family")
    assert look.dashes
    assert look.family == "Some family"
    assert QColor(look.colour("text")).lightness() < 60
    assert words_in(b'<svg xmlns="http://www.w3.org/2000/svg"><text>x</text></svg>') == ["x"]
