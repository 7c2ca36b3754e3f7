"""Small rounded labels: what state something is in, a tag, or a filter to press.

``paint_chip(painter, rect, text, theme, tone=Tone.PLAIN, icon=None)`` draws in ``rect`` and
``chip_size(text, icon)`` gives its room; ``Chip(text, tone, icon=None, parent=None)`` is the same as a
widget; ``FilterChip(text, checked=False, icon=None, closable=False, parent=None)`` can be pressed:
signals ``toggled(bool)``, ``clicked(bool)``, ``closed()``.
"""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from netdesk.ui.theme.current import current_theme
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.icons import paint_icon
from netdesk.ui.theme.metrics import Type, metrics
from netdesk.ui.theme.tokens import Theme
from netdesk.ui.widgets.paint import CENTRE, LEFT, focus_ring, one_line, rounded, text_line

_HEIGHT = 20
_LARGE = 27
_PAD = 10
_ICON = 13
_GAP = 5
_WIDEST = 320


class Tone(Enum):
    """What a chip's colour says: the roles of its text, its ground and its line."""

    PLAIN = ("text-2", "panel-alt", "line")
    ACCENT = ("accent", "accent-soft", None)
    GOOD = ("good-text", "good-soft", None)
    WARN = ("warn-text", "warn-soft", None)
    BAD = ("bad-text", "bad-soft", None)
    LEVEL_1 = ("level-1-text", "panel-alt", "line")
    LEVEL_2 = ("level-2-text", "panel-alt", "line")
    LEVEL_3 = ("level-3-text", "panel-alt", "line")
    LEVEL_4 = ("level-4-text", "panel-alt", "line")
    LEVEL_5 = ("level-5-text", "panel-alt", "line")


def chip_size(text: str, icon: str | None = None, *, closable: bool = False, large: bool = False) -> QSize:
    """Give the room a chip wants; very long text is cut at 320 logical pixels."""
    sizes = metrics()
    kind = Type.SECONDARY_MEDIUM if large else Type.LABEL_MEDIUM
    height = max(
        sizes.px(_LARGE if large else _HEIGHT), QFontMetrics(sizes.font(kind)).height() + sizes.px(4)
    )
    width = QFontMetrics(sizes.font(kind)).horizontalAdvance(one_line(text)) + 2 * sizes.px(_PAD) + 1
    extra = sizes.px(_ICON + _GAP)
    width += (extra if icon else 0) + (extra if closable else 0)
    return QSize(min(width, sizes.px(_WIDEST)), height)


def paint_chip(
    painter: QPainter,
    rect: QRect,
    text: str,
    theme: Theme,
    tone: Tone = Tone.PLAIN,
    icon: str | None = None,
    *,
    large: bool = False,
) -> None:
    """Draw a chip filling ``rect`` (see :func:`chip_size`)."""
    ink, ground, line = tone.value
    edge = theme.color(line) if line else None
    _paint(painter, rect, text, (theme.color(ink), theme.color(ground), edge), icon, large)


def _paint(
    painter: QPainter,
    rect: QRect,
    text: str,
    colors: tuple[QColor, QColor, QColor | None],
    icon: str | None,
    large: bool,
    closing: bool = False,
) -> None:
    sizes = metrics()
    ink, ground, line = colors
    rounded(painter, rect, ground, line, rect.height() / 2)
    pad, extra, side = sizes.px(_PAD), sizes.px(_ICON + _GAP), sizes.px(_ICON)
    inside = rect.adjusted(pad, 0, -pad + 1, 0)
    if icon:
        paint_icon(painter, QRect(inside.left() - 1, rect.center().y() - side // 2, side, side), icon, ink)
        inside.adjust(extra, 0, 0, 0)
    if closing:
        box = QRect(inside.right() - side + 2, rect.center().y() - side // 2, side, side)
        paint_icon(painter, box, Icon.CLOSE, ink)
        inside.adjust(0, 0, -extra, 0)
    kind = Type.SECONDARY_MEDIUM if large else Type.LABEL_MEDIUM
    text_line(painter, inside, text, sizes.font(kind), ink, LEFT if icon or closing or large else CENTRE)


class Chip(QWidget):
    """A chip that only tells. ``large`` is the taller one used for an event's purpose."""

    def __init__(
        self,
        text: str,
        tone: Tone = Tone.PLAIN,
        icon: str | None = None,
        parent: QWidget | None = None,
        *,
        large: bool = False,
    ) -> None:
        super().__init__(parent)
        self._text, self._tone, self._icon, self._large = text, tone, icon, large
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(one_line(text))

    def text(self) -> str:
        """Give the words on the chip."""
        return self._text

    def set_chip(self, text: str, tone: Tone = Tone.PLAIN, icon: str | None = None) -> None:
        """Show other words, tone and icon."""
        self._text, self._tone, self._icon = text, tone, icon
        self.setAccessibleName(one_line(text))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return chip_size(self._text, self._icon, large=self._large)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(metrics().px(48), self.sizeHint().width()), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_chip(
            painter, self.rect(), self._text, current_theme(), self._tone, self._icon, large=self._large
        )


class FilterChip(QAbstractButton):
    """A filter that is on or off, and can be taken away if ``closable`` (Delete does, too)."""

    closed = Signal()

    def __init__(
        self,
        text: str,
        checked: bool = False,
        icon: str | None = None,
        closable: bool = False,
        parent: QWidget | None = None,
        *,
        checkable: bool = True,
    ) -> None:
        super().__init__(parent)
        self._icon = icon
        self._closable = closable
        self.setText(text)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCheckable(checkable)
        self.setChecked(checked)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def setText(self, text: str) -> None:
        """Show other words; a screen reader says them."""
        super().setText(text)
        self.setAccessibleName(one_line(text) or str(self._icon or ""))

    def sizeHint(self) -> QSize:
        size = chip_size(self.text(), self._icon, closable=self._closable)
        if not self.text():
            size.setWidth(size.width() - metrics().px(_GAP))
        return size

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        on = self.isChecked()
        ink, ground, line = (Tone.ACCENT if on else Tone.PLAIN).value
        edge = theme.color(line) if line else None
        fill = theme.color("hover" if self.underMouse() and not on else ground)
        _paint(
            painter,
            self.rect(),
            self.text(),
            (theme.color(ink), fill, edge),
            self._icon,
            False,
            self._closable,
        )
        if self.hasFocus():
            focus_ring(painter, self.rect(), theme, self.height() / 2)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        edge = self.width() - metrics().px(_PAD + _ICON)
        if (
            self._closable
            and event.position().x() >= edge
            and self.rect().contains(event.position().toPoint())
        ):
            self.setDown(False)
            self.closed.emit()
            return
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._closable and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.closed.emit()
            return
        super().keyPressEvent(event)
