"""The pieces of the side bar: the name, the search pill and one place."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from netdesk.ui.theme.current import current_theme
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.icons import paint_icon
from netdesk.ui.theme.metrics import ICON, RADIUS_BUTTON, Type, metrics
from netdesk.ui.theme.tokens import Theme
from netdesk.ui.widgets.buttons import shortcut_tooltip
from netdesk.ui.widgets.key_badge import key_size, key_words, paint_key
from netdesk.ui.widgets.paint import CENTRE, focus_ring, rounded, text_line

_MANY = 99_999


class NavBrand(QWidget):
    """The handshake and the program's name."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._compact = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("NetDesk")

    def set_compact(self, compact: bool) -> None:
        """Leave the name away, or show it."""
        self._compact = compact
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(metrics().px(120), metrics().px(56))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, sizes = current_theme(), metrics()
        painter = QPainter(self)
        side = sizes.px(21)
        left = (self.width() - side) // 2 if self._compact else sizes.px(10)
        paint_icon(
            painter, QRect(left, (self.height() - side) // 2, side, side), Icon.BRAND, theme.color("accent")
        )
        if not self._compact:
            box = self.rect().adjusted(sizes.px(39), 0, 0, 0)
            text_line(painter, box, "NetDesk", sizes.font(Type.BRAND), theme.color("text"))


class _NavStop(QAbstractButton):
    """What the search pill and the places share: compact or not, Enter presses."""

    def __init__(self, text: str, glyph: str, shortcut: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._glyph = glyph
        self._shortcut = shortcut
        self._compact = False
        self.setText(text)
        self.setAccessibleName(text.rstrip("…"))
        self.setToolTip(shortcut_tooltip(text.rstrip("…"), shortcut or None))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_compact(self, compact: bool) -> None:
        """Show only the icon, or icon and text."""
        self._compact = compact
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _icon_box(self, left: int) -> QRect:
        side = metrics().px(ICON)
        return QRect(
            (self.width() - side) // 2 if self._compact else left, (self.height() - side) // 2, side, side
        )


class NavSearch(_NavStop):
    """The pill that opens the search over everything."""

    def __init__(self, text: str, shortcut: str, parent: QWidget | None = None) -> None:
        super().__init__(text, Icon.SEARCH, shortcut, parent)

    def sizeHint(self) -> QSize:
        return QSize(metrics().px(160), metrics().px(33))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, sizes = current_theme(), metrics()
        painter = QPainter(self)
        margin = 0 if self._compact else sizes.px(3)
        pill = self.rect().adjusted(margin, 0, -margin, 0)
        rounded(painter, pill, theme.color("panel"), theme.color("line"), sizes.px(RADIUS_BUTTON))
        paint_icon(painter, self._icon_box(sizes.px(14)), self._glyph, theme.color("text-2"))
        if not self._compact:
            badge = key_size(key_words(self._shortcut))
            right = pill.right() - sizes.px(10)
            key_box = QRect(right - badge.width(), 0, badge.width(), badge.height())
            key_box.moveTop((self.height() - badge.height()) // 2)
            paint_key(painter, key_box, key_words(self._shortcut), theme)
            words = QRect(sizes.px(39), 0, key_box.left() - sizes.px(45), self.height())
            text_line(painter, words, self.text(), sizes.font(Type.BODY), theme.color("placeholder"))
        if self.hasFocus():
            focus_ring(painter, pill, theme, sizes.px(RADIUS_BUTTON))


class NavButton(_NavStop):
    """One place: icon, name and a count."""

    def __init__(self, text: str, glyph: str, shortcut: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, glyph, shortcut, parent)
        self._name = text
        self._count = 0
        self._urgent = False
        self.setCheckable(True)

    def set_count(self, count: int, urgent: bool) -> None:
        """Show a number, 0 for none."""
        self._count, self._urgent = count, urgent
        self.setAccessibleName(f"{self._name}, {count:,}" if count else self._name)
        self.update()

    def nextCheckState(self) -> None:
        """Stay checked when pressed again: the place shown does not change."""
        self.setChecked(True)

    def sizeHint(self) -> QSize:
        return QSize(metrics().px(160), metrics().px(35))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, sizes = current_theme(), metrics()
        painter = QPainter(self)
        chosen = self.isChecked()
        radius = sizes.px(RADIUS_BUTTON)
        if chosen:
            rounded(painter, self.rect(), theme.color("nav-selected"), theme.color("line"), radius)
        elif self.underMouse():
            rounded(painter, self.rect(), theme.color("hover-nav"), None, radius)
        paint_icon(
            painter,
            self._icon_box(sizes.px(11)),
            self._glyph,
            theme.color("accent" if chosen else "text-2"),
        )
        if self._compact:
            self._paint_dot(painter, theme)
        else:
            kind = Type.BODY_MEDIUM
            words = self.rect().adjusted(sizes.px(38), 0, -sizes.px(48), 0)
            text_line(
                painter, words, self.text(), sizes.font(kind), theme.color("text" if chosen else "text-2")
            )
            self._paint_count(painter, theme)
        if self.hasFocus():
            focus_ring(painter, self.rect(), theme, radius)

    def _paint_count(self, painter: QPainter, theme: Theme) -> None:
        if not self._count:
            return
        sizes = metrics()
        font = sizes.font(Type.LABEL_STRONG)
        text = self.locale().toString(self._count) if self._count <= _MANY else "99k+"
        width = QFontMetrics(font).horizontalAdvance(text)
        right = self.width() - sizes.px(11)
        if self._urgent:
            wide = max(width + sizes.px(13), sizes.px(20))
            badge = QRect(right - wide, 0, wide, sizes.px(18))
            badge.moveTop((self.height() - badge.height()) // 2)
            rounded(painter, badge, theme.color("bad-soft"), None, badge.height() / 2)
            text_line(painter, badge, text, font, theme.color("bad-text"), CENTRE)
        else:
            box = QRect(right - width - 1, 0, width + 2, self.height())
            text_line(painter, box, text, font, theme.color("faint"), CENTRE)

    def _paint_dot(self, painter: QPainter, theme: Theme) -> None:
        if self._count and self._urgent:
            side = metrics().px(7)
            box = QRect(self.width() // 2 + metrics().px(6), metrics().px(6), side, side)
            rounded(painter, box, theme.color("bad"), None, side / 2)
