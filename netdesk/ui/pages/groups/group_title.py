"""The name of the group that is shown, as a button: it opens the list of groups to go to another one."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from netdesk.ui.theme.current import current_theme
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.icons import paint_icon
from netdesk.ui.theme.metrics import RADIUS_BUTTON, Type, metrics
from netdesk.ui.widgets.labels import plain_tooltip
from netdesk.ui.widgets.paint import focus_ring, one_line, rounded, text_line

_ARROW, _GAP = 13, 7
PAD = 6
"""Logical pixels around the name, for the ring of the keyboard."""


class GroupTitle(QAbstractButton):
    """The name in the size of a page's title and a small arrow; Space, Enter and Down press it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._name = ""

    def name(self) -> str:
        """The name shown."""
        return self._name

    def set_name(self, name: str) -> None:
        """Show another name."""
        self._name = one_line(name)
        self.setAccessibleName(f"{self._name[:120]}: go to another group")
        self.setToolTip(plain_tooltip(name))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        sizes = metrics()
        ruler = QFontMetrics(sizes.font(Type.TITLE))
        extra = sizes.px(_ARROW + _GAP + 2 * PAD)
        return QSize(ruler.horizontalAdvance(self._name) + extra + 2, ruler.height() + sizes.px(4))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(metrics().px(120), self.sizeHint().width()), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, sizes = current_theme(), metrics()
        painter = QPainter(self)
        if self.underMouse():
            rounded(painter, self.rect(), theme.color("hover-nav"), None, sizes.px(RADIUS_BUTTON))
        side, pad = sizes.px(_ARROW), sizes.px(PAD)
        words = self.rect().adjusted(pad, 0, -pad - side - sizes.px(_GAP), 0)
        used = text_line(painter, words, self._name, sizes.font(Type.TITLE), theme.color("text"))
        arrow = QRect(words.left() + used + sizes.px(_GAP), (self.height() - side) // 2, side, side)
        paint_icon(painter, arrow, Icon.DOWN_BOLD, theme.color("faint"))
        if self.hasFocus():
            focus_ring(painter, self.rect(), theme, sizes.px(RADIUS_BUTTON))
