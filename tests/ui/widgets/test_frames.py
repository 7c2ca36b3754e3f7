from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QEnterEvent, QImage, QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFrame, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from netdesk.ui.theme.scheme import apply
from netdesk.ui.theme.tokens import Theme
from netdesk.ui.widgets.avatar import paint_avatar
from netdesk.ui.widgets.chip import Chip, Tone, chip_size
from netdesk.ui.widgets.empty_state import EmptyState
from netdesk.ui.widgets.flow_layout import FlowLayout
from netdesk.ui.widgets.nav import NavBar, NavItem
from netdesk.ui.widgets.nav_parts import NavButton
from netdesk.ui.widgets.overlay import Overlay
from netdesk.ui.widgets.panel import Panel
from netdesk.ui.widgets.pips import Pips, paint_pips, pips_size
from netdesk.ui.widgets.progress_line import ProgressLine
from netdesk.ui.widgets.scroll_area import VerticalScroll
from netdesk.ui.widgets.toast import Toast, ToastAction
from tests.support.gallery import FOOT, PLACES, Gallery


def painted(width: int, height: int, paint: Callable[[QPainter], Any]) -> QImage:
    image = QImage(width, height, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    paint(painter)
    painter.end()
    return image


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.resize(1200, 800)
    widget.show()
    return widget


def test_pips_fill_as_many_as_the_level(light: Theme) -> None:
    size = pips_size()
    image = painted(
        size.width(), size.height(), lambda p: paint_pips(p, QRect(0, 0, size.width(), 7), 3, light)
    )
    dots = [image.pixelColor(number * 10 + 3, 3) for number in range(5)]
    assert dots == [light.color("level-3-mark")] * 3 + [light.color("pip-off")] * 2


def test_pips_say_their_level(qtbot: QtBot) -> None:
    pips = Pips(7)
    qtbot.addWidget(pips)
    assert (pips.level(), pips.accessibleName()) == (5, "Level 5 of 5")
    pips.set_level(0)
    assert pips.accessibleName() == "On no level"


def test_an_avatar_is_a_hue_or_the_photo(light: Theme) -> None:
    box = QRect(0, 0, 40, 40)
    plain = painted(40, 40, lambda p: paint_avatar(p, box, "GA", 2, light))
    assert plain.pixelColor(20, 4) == light.avatar(2)
    assert plain.pixelColor(0, 0) == QColor("white")
    photo = QPixmap(30, 90)
    photo.fill(QColor("blue"))
    shown = painted(40, 40, lambda p: paint_avatar(p, box, "GA", 2, light, photo))
    assert shown.pixelColor(20, 20) == QColor("blue")
    assert shown.pixelColor(0, 0) == QColor("white")


def test_a_chip_has_its_tones_ground_and_never_grows_without_end(qtbot: QtBot, light: Theme) -> None:
    chip = Chip("6 d late", Tone.BAD)
    qtbot.addWidget(chip)
    chip.resize(chip.sizeHint())
    assert chip.grab().toImage().pixelColor(5, chip.height() // 2) == light.color("bad-soft")
    assert chip_size("x" * 10_000).width() == 320


def test_a_panel_tells_of_its_action_and_keeps_its_edge(qtbot: QtBot, light: Theme) -> None:
    panel = Panel("How I can help her", "faint", "Edit", edge="bad")
    qtbot.addWidget(panel)
    panel.resize(400, 200)
    panel.show()
    with qtbot.waitSignal(panel.action_clicked):
        qtbot.mouseClick(panel.findChild(QPushButton), Qt.MouseButton.LeftButton)
    assert panel.grab().toImage().pixelColor(1, 100) == light.color("bad")
    panel.set_edge(None)
    assert panel.grab().toImage().pixelColor(2, 100) == light.color("panel")


def a_bar(window: QWidget) -> NavBar:
    bar = NavBar(PLACES, FOOT, window)
    bar.resize(bar.width(), 800)
    bar.show()
    return bar


def test_the_side_bar_chooses_by_pointer_and_key(qtbot: QtBot, window: QWidget) -> None:
    bar = a_bar(window)
    buttons = bar.findChildren(NavButton)
    with qtbot.waitSignal(bar.chosen) as told:
        qtbot.mouseClick(buttons[2], Qt.MouseButton.LeftButton)
    assert (told.args, bar.current()) == (["board"], "board")
    buttons[2].setFocus()
    qtbot.keyClick(buttons[2], Qt.Key.Key_Down)
    assert window.focusWidget() is buttons[3]
    with qtbot.waitSignal(bar.chosen) as told:
        qtbot.keyClick(buttons[3], Qt.Key.Key_Return)
    assert told.args == ["events"]
    bar.set_count("events", 3)
    assert buttons[3].accessibleName() == "Events, 3"


def test_the_side_bar_turns_to_icons_in_a_narrow_window(qtbot: QtBot, window: QWidget) -> None:
    bar = a_bar(window)
    assert (bar.is_compact(), bar.width()) == (False, 204)
    window.resize(900, 700)
    qtbot.waitUntil(bar.is_compact)
    assert bar.width() == 60
    assert not bar.grab().isNull()


def test_a_place_pressed_twice_stays_chosen(qtbot: QtBot, window: QWidget) -> None:
    bar = NavBar((NavItem("today", "Today", "sun"),), (), window)
    bar.show()
    button = bar.findChild(NavButton)
    for _ in range(2):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert bar.current() == "today"


def test_a_toast_offers_undo_and_stays_inside(qtbot: QtBot, window: QWidget) -> None:
    toast = Toast(window)
    toast.show_message("Olga moved " + "far " * 200, (ToastAction("undo", "Undo", "Ctrl+Z"),))
    assert window.rect().contains(toast.geometry())
    window.resize(500, 400)
    qtbot.waitUntil(lambda: window.rect().contains(toast.geometry()))
    button = toast.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    undo = next(part for part in button if part.property("key") == "undo")
    with qtbot.waitSignals([toast.acted, toast.closed]):
        qtbot.mouseClick(undo, Qt.MouseButton.LeftButton)
    assert toast.isHidden()


def test_a_toast_waits_while_the_pointer_is_on_it(qtbot: QtBot, window: QWidget) -> None:
    toast = Toast(window)
    toast.show_message("Saved", seconds=0.2)
    place = QPointF(5, 5)
    QApplication.sendEvent(toast, QEnterEvent(place, place, place))
    assert not toast._time.isActive()
    QApplication.sendEvent(toast, QEvent(QEvent.Type.Leave))
    assert toast._time.isActive()
    with qtbot.waitSignal(toast.closed):
        toast._time.start(1)


def test_an_overlay_keeps_the_keyboard_and_gives_it_back(qtbot: QtBot, window: QWidget) -> None:
    below = QLineEdit(window)
    below.show()
    below.setFocus()
    content = QWidget()
    column = QVBoxLayout(content)
    first, second = QPushButton("Cancel"), QPushButton("Bring 3 people")
    for button in (first, second):
        column.addWidget(button)
    overlay = Overlay(window, content, 400)
    overlay.open()
    assert window.focusWidget() is first
    qtbot.keyClick(first, Qt.Key.Key_Tab)
    assert window.focusWidget() is second
    qtbot.keyClick(second, Qt.Key.Key_Tab)
    assert window.focusWidget() is first
    qtbot.keyClick(first, Qt.Key.Key_Backtab)
    assert window.focusWidget() is second
    with qtbot.waitSignal(overlay.closed):
        qtbot.keyClick(second, Qt.Key.Key_Escape)
    assert window.focusWidget() is below


def test_a_click_on_the_bare_card_leaves_the_keyboard_where_it_is(qtbot: QtBot, window: QWidget) -> None:
    content = QWidget()
    column = QVBoxLayout(content)
    column.setContentsMargins(40, 40, 40, 40)
    field = QLineEdit()
    column.addWidget(field)
    overlay = Overlay(window, content, 400)
    overlay.open()
    QApplication.processEvents()
    card = overlay.findChild(QFrame)
    handle = window.windowHandle()
    place = card.mapTo(window, QPoint(10, 10))
    QTest.mouseClick(handle, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    assert overlay.isVisible()
    assert window.focusWidget() is field


def test_an_overlay_follows_the_window_and_closes_by_a_press_outside(qtbot: QtBot, window: QWidget) -> None:
    overlay = Overlay(window, QPushButton("Only"), 1000, 700)
    overlay.open()
    window.resize(600, 400)
    qtbot.waitUntil(lambda: overlay.size() == window.size())
    card = overlay.findChild(QWidget)
    assert overlay.rect().contains(card.geometry())
    qtbot.mouseClick(overlay, Qt.MouseButton.LeftButton, pos=card.geometry().center())
    assert overlay.isVisible()
    qtbot.mouseClick(overlay, Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
    assert overlay.isHidden()


def test_progress_shows_itself_only_when_work_takes_long(qtbot: QtBot, window: QWidget) -> None:
    line = ProgressLine(window, delay_ms=1)
    line.start("Bringing 3 people…")
    line.finish()
    assert not line._wait.isActive()
    assert line.isHidden()
    line.start("Bringing 3 people…")
    qtbot.waitUntil(line.isVisible)
    line.advance(2, 3)
    with qtbot.waitSignal(line.cancelled):
        qtbot.mouseClick(line.findChild(QPushButton), Qt.MouseButton.LeftButton)
    line.finish()
    assert line.isHidden()


def test_an_empty_view_offers_the_first_step(qtbot: QtBot) -> None:
    view = EmptyState(
        "users", "Nobody here yet", "People you meet belong here.", "Bring my contacts", "New person"
    )
    qtbot.addWidget(view)
    view.resize(600, 400)
    view.show()
    second, first = view.findChildren(QPushButton)
    with qtbot.waitSignal(view.primary_clicked):
        qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(view.secondary_clicked):
        qtbot.mouseClick(second, Qt.MouseButton.LeftButton)


def test_chips_flow_into_the_next_line(qtbot: QtBot) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    flow = FlowLayout(box)
    chips = [Chip(f"market {number}") for number in range(10)]
    for chip in chips:
        flow.addWidget(chip)
    assert flow.heightForWidth(200) > flow.heightForWidth(2000) == chips[0].sizeHint().height()
    box.resize(200, 400)
    box.show()
    assert all(chip.geometry().right() < 200 for chip in chips)
    assert len({chip.y() for chip in chips}) > 1
    flow.clear()
    assert flow.count() == 0


def test_a_scrolling_page_is_as_wide_as_its_view(qtbot: QtBot) -> None:
    page = QWidget()
    page.setMinimumSize(300, 3000)
    scroll = VerticalScroll(page)
    qtbot.addWidget(scroll)
    scroll.resize(700, 400)
    scroll.show()
    assert page.width() == scroll.viewport().width()
    assert scroll.minimumSizeHint().width() >= 300
    assert not scroll.horizontalScrollBar().isVisible()


def test_every_widget_paints_in_both_schemes_and_has_a_name(
    qtbot: QtBot, qapp: QApplication, light: Theme, dark: Theme
) -> None:
    gallery = Gallery()
    qtbot.addWidget(gallery)
    gallery.resize(1440, 900)
    gallery.show()
    shots = []
    for theme in (light, dark):
        apply(qapp, theme)
        qapp.processEvents()
        shots.append(gallery.grab().toImage())
        assert shots[-1].pixelColor(1430, 890) == theme.color("window")
        assert shots[-1].pixelColor(100, 700) == theme.color("nav")
    nameless = [
        type(widget).__name__
        for widget in gallery.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not widget.accessibleName()
        and widget.isVisible()
    ]
    plain_fields = {
        "QComboBox",
        "QSpinBox",
        "QCheckBox",
        "QLineEdit",
        "TabBar",
        "QScrollBar",
        "VerticalScroll",
    }
    assert set(nameless) <= plain_fields
    gallery.progress.finish()
    gallery.toast.dismiss()
