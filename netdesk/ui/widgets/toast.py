"""The short message at the foot of the window: what happened, and Undo.

``Toast(parent)`` lives in a window's central widget. ``show_message(text, actions=(), seconds=8, good=True)`` with
:class:`ToastAction` values (key, text, shortcut shown). Signals: ``acted(str)`` with the action's key,
``closed()``. The time stands still while the pointer or the keyboard is on it. A newer message replaces it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QEnterEvent,
    QFontMetrics,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QWidget

from netdesk.ui.theme.current import current_theme
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.icons import paint_icon
from netdesk.ui.theme.metrics import RADIUS_BUTTON, XL, Type, metrics
from netdesk.ui.widgets.key_badge import KeyBadge
from netdesk.ui.widgets.labels import ElidedLabel
from netdesk.ui.widgets.paint import CENTRE, rounded, text_line


@dataclass(frozen=True, slots=True)
class ToastAction:
    """Something offered with a message: ``ToastAction("undo", "Undo", "Ctrl+Z")``."""

    key: str
    text: str
    shortcut: str = ""


class Toast(QWidget):
    """The message. Hidden until something is to be said."""

    acted = Signal(str)
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._area = parent
        self._good = True
        sizes = metrics()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(sizes.px(38), sizes.px(8), sizes.px(16), sizes.px(8))
        self._row.setSpacing(sizes.px(10))
        self._text = ElidedLabel("", Type.BODY_MEDIUM, "toast-text")
        self._row.addWidget(self._text)
        self._extras: list[QWidget] = []
        self._time = QTimer(self)
        self._time.setSingleShot(True)
        self._time.timeout.connect(self.dismiss)
        self._left_ms = 0
        parent.installEventFilter(self)
        self.hide()

    def show_message(
        self, text: str, actions: Sequence[ToastAction] = (), seconds: float = 8, good: bool = True
    ) -> None:
        """Say something and offer what can be done about it; ``good`` chooses the tick, else the caution."""
        for extra in self._extras:
            self._row.removeWidget(extra)
            extra.hide()
            extra.deleteLater()
        self._extras.clear()
        self._good = good
        self._text.setText(text)
        for action in actions:
            button = _ToastButton(action)
            button.clicked.connect(self._pressed)
            self._keep(button)
            if action.shortcut:
                self._keep(KeyBadge(action.shortcut, ink="toast-hint", line="toast-line"))
        self.setAccessibleName(text)
        self.show()
        self.raise_()
        self._place()
        self._left_ms = round(seconds * 1000)
        if not self.underMouse():
            self._time.start(self._left_ms)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def text(self) -> str:
        """Give the message shown last."""
        return self._text.text()

    def dismiss(self) -> None:
        """Take the message away."""
        self._time.stop()
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    def hold(self) -> None:
        """Let the time stand still."""
        if self._time.isActive():
            self._left_ms = max(self._time.remainingTime(), 1500)
            self._time.stop()

    def release(self) -> None:
        """Let the time run on."""
        if self.isVisible() and not self._time.isActive():
            self._time.start(self._left_ms)

    def _keep(self, widget: QWidget) -> None:
        self._row.addWidget(widget)
        # In a message that replaces another the layout would count the widget only a moment later.
        widget.show()
        self._extras.append(widget)
        widget.installEventFilter(self)

    def _pressed(self) -> None:
        key = str(self.sender().property("key"))
        self.dismiss()
        self.acted.emit(key)

    def _place(self) -> None:
        area = self._area.rect()
        margin = metrics().px(XL)
        wish = self._row.sizeHint()
        width = min(wish.width(), area.width() - 2 * margin)
        left = area.left() + (area.width() - width) // 2
        self.setGeometry(left, area.bottom() + 1 - margin - wish.height() + 2, width, wish.height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.parent():
            if event.type() == QEvent.Type.Resize and not self.isHidden():
                self._place()
        elif event.type() == QEvent.Type.FocusIn:
            self.hold()
        elif event.type() == QEvent.Type.FocusOut:
            self.release()
        return False

    def enterEvent(self, event: QEnterEvent) -> None:
        self.hold()

    def leaveEvent(self, event: QEvent) -> None:
        self.release()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, sizes = current_theme(), metrics()
        painter = QPainter(self)
        rounded(painter, self.rect(), theme.color("toast"), None, sizes.px(RADIUS_BUTTON))
        side = sizes.px(15)
        box = QRect(sizes.px(17), (self.height() - side) // 2, side, side)
        role = "toast-good" if self._good else "toast-text"
        paint_icon(painter, box, Icon.DONE if self._good else Icon.WARNING, theme.color(role))


class _ToastButton(QAbstractButton):
    def __init__(self, action: ToastAction) -> None:
        super().__init__()
        self.setText(action.text)
        self.setProperty("key", action.key)
        self.setAccessibleName(action.text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def sizeHint(self) -> QSize:
        ruler = QFontMetrics(metrics().font(Type.BODY_STRONG))
        return QSize(ruler.horizontalAdvance(self.text()) + metrics().px(8), ruler.height() + metrics().px(4))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        text_line(
            painter,
            self.rect(),
            self.text(),
            metrics().font(Type.BODY_STRONG),
            theme.color("toast-action"),
            CENTRE,
        )
        if self.hasFocus() or self.underMouse():
            rounded(painter, self.rect(), None, theme.color("toast-action"), 4, 2 if self.hasFocus() else 1)
