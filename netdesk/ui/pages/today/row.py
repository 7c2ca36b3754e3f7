"""A row of Today: it takes the keyboard, draws where it is, and knows what can be done with it.

``TodayRow`` has ``who`` (a column of words that can be pressed) and ``deeds``, which names what the keys do here;
``key`` tells rows apart when the page is drawn anew.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from enum import Enum

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from netdesk.ui.theme.current import current_theme
from netdesk.ui.theme.metrics import M, S, Type, metrics
from netdesk.ui.widgets.labels import ElidedLabel, WrapLabel
from netdesk.ui.widgets.paint import focus_ring
from netdesk.ui.widgets.pressable import Pressable
from netdesk.ui.widgets.row_menu import Entry, open_menu

RowKey = tuple[str, int]
WALKING = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Home, Qt.Key.Key_End)
_BESIDE = 6
_LONGEST = 200


class Deed(Enum):
    """What the keys do with a row, if it can be done there."""

    DONE = "done"
    MOVE = "move"
    DROP = "drop"
    LET_GO = "let_go"
    SPOKE = "spoke"
    SNOOZE = "snooze"
    OPEN = "open"


class Who(Pressable):
    """Words that lead somewhere; ``pressed`` by the pointer and, where it ``takes_keys`` itself, by Enter and Space."""

    def __init__(self, tooltip: str, parent: QWidget | None = None, *, takes_keys: bool = False) -> None:
        super().__init__(tooltip, parent)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(metrics().px(1))
        if takes_keys:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.hasFocus():
            focus_ring(QPainter(self), self.rect(), current_theme(), metrics().px(4))


class TodayRow(QWidget):
    """What all rows share.

    ``hovered(bool)`` says that the pointer or the keyboard came or went, ``walked(key)`` that an arrow, Home or End
    wants another row: the view around the rows would scroll by these keys.
    """

    hovered = Signal(bool)
    walked = Signal(int)

    def __init__(self, key: RowKey, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = key
        self.is_first = True
        self.deeds: Mapping[Deed, Callable[[], None]] = {}
        self.main: Callable[[], None] | None = None
        """What Space does."""
        sizes = metrics()
        self.line = QHBoxLayout(self)
        self.line.setContentsMargins(sizes.px(_BESIDE), sizes.px(S + 1), sizes.px(_BESIDE), sizes.px(S + 1))
        self.line.setSpacing(sizes.px(M))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def entries(self) -> Sequence[Entry | None]:
        """What the menu of the row offers. Rows override this."""
        return ()

    def open_menu(self) -> None:
        """Open the row's menu below its right end."""
        open_menu(self.entries(), self, self.mapToGlobal(self.rect().bottomLeft()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.main is not None:
            self.main()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.enter()
        elif event.key() == Qt.Key.Key_Menu:
            self.open_menu()
        elif event.key() in WALKING:
            self.walked.emit(event.key())
        else:
            super().keyPressEvent(event)

    def enter(self) -> None:
        """Do what Enter does: the row's first deed. Rows may override this."""
        if self.main is not None:
            self.main()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        open_menu(self.entries(), self, event.globalPos())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.hovered.emit(True)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.hovered.emit(self.underMouse())
        self.update()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.hovered.emit(True)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.hovered.emit(self.hasFocus())

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, sizes = current_theme(), metrics()
        painter = QPainter(self)
        if not self.is_first:
            beside = sizes.px(_BESIDE)
            painter.fillRect(beside, 0, self.width() - 2 * beside, 1, theme.color("line"))
        if self.hasFocus():
            focus_ring(painter, self.rect().adjusted(1, 2, -1, -2), theme, sizes.px(7))


def title_label(text: str) -> WrapLabel:
    """Make the first line of a row: at most two lines in semibold."""
    label = WrapLabel(text[:_LONGEST], Type.BODY_STRONG, "text")
    label.set_max_lines(2)
    return label


class StruckLabel(WrapLabel):
    """Words that are struck through: it is done."""

    def _dress(self) -> None:
        super()._dress()
        font = self.font()
        if not font.strikeOut():
            font.setStrikeOut(True)
            self.setFont(font)


def struck_label(text: str) -> WrapLabel:
    """Make the first line of a row whose thing is done."""
    label = StruckLabel(text[:_LONGEST], Type.BODY_STRONG, "faint")
    label.set_max_lines(2)
    return label


def detail_label(text: str, role: str = "text-2") -> WrapLabel:
    """Make the second line of a row: at most two lines in the second colour."""
    label = WrapLabel(text[:_LONGEST], Type.SECONDARY, role)
    label.set_max_lines(2)
    return label


def name_label(text: str) -> ElidedLabel:
    """Make a name that is cut where it has no room."""
    return ElidedLabel(text, Type.BODY_STRONG, "text")
