"""Fields that scroll only where there is no room for all of them, and follow the keyboard."""

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from netdesk.ui.widgets.growing_scroll import GrowingScroll


def _fields(count: int) -> tuple[QWidget, QVBoxLayout]:
    inside = QWidget()
    layout = QVBoxLayout(inside)
    for _ in range(count):
        layout.addWidget(QLineEdit())
    return inside, layout


def test_it_wants_the_height_of_its_fields(qtbot: QtBot) -> None:
    inside, layout = _fields(4)
    scroll = GrowingScroll(inside)
    qtbot.addWidget(scroll)
    assert scroll.sizeHint().height() == layout.sizeHint().height()
    assert scroll.heightForWidth(300) == layout.sizeHint().height()


def test_it_tells_when_a_field_came(qtbot: QtBot) -> None:
    inside, layout = _fields(1)
    scroll = GrowingScroll(inside)
    qtbot.addWidget(scroll)
    scroll.resize(300, 400)
    scroll.show()
    with qtbot.waitSignal(scroll.grew):
        layout.addWidget(QLineEdit())
    assert scroll.sizeHint().height() == layout.sizeHint().height()


def test_the_field_with_the_keyboard_is_seen_and_a_gap_is_kept_beside_the_bar(qtbot: QtBot) -> None:
    inside, layout = _fields(20)
    scroll = GrowingScroll(inside)
    qtbot.addWidget(scroll)
    scroll.resize(300, 120)
    scroll.show()
    scroll.activateWindow()
    qtbot.waitUntil(lambda: scroll.viewportMargins().right() > 0)
    item = layout.itemAt(19)
    assert item is not None
    last = item.widget()
    assert last is not None
    last.setFocus()
    qtbot.waitUntil(lambda: _is_seen(scroll, last))
    scroll.resize(300, 2000)
    qtbot.waitUntil(lambda: scroll.viewportMargins().right() == 0)


def _is_seen(scroll: GrowingScroll, field: QWidget) -> bool:
    top = field.mapTo(scroll.viewport(), field.rect().topLeft()).y()
    return 0 <= top <= scroll.viewport().height() - field.height()
