"""A name in bold with its organisation in faint letters after it, wrapped together as one plain text.

``NameLabel()``; ``set_person(name, detail, link)``. Signal ``pressed()`` by the pointer or Enter when it is a link.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from netdesk.ui.theme.current import current_theme
from netdesk.ui.theme.metrics import Type, metrics
from netdesk.ui.widgets.labels import plain_tooltip
from netdesk.ui.widgets.paint import focus_ring, one_line

PAD = 4
_LONGEST = 160
_MOST_LINES = 4
_KEPT_WIDTHS = 6


class NameLabel(QWidget):
    """Name and organisation on as many lines as they need, at most four."""

    pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._detail, self._link = "", "", False
        self._kept: dict[tuple[str, str, str, str, int], tuple[QTextLayout, int]] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def text(self) -> str:
        """Give everything that is shown: "Ravi Menon · Menon Accountancy"."""
        return " · ".join(part for part in (self._name, self._detail) if part)

    def set_person(self, name: str, detail: str, *, link: bool) -> None:
        """Show somebody; as a ``link`` it can be pressed and takes the keyboard."""
        person = (_capped(name), _capped(detail), link)
        if person == (self._name, self._detail, self._link):
            return
        self._name, self._detail, self._link = person
        self.setAccessibleName(self.text())
        self.setToolTip(plain_tooltip(self.text()) if max(len(name), len(detail)) > _LONGEST else "")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if link else Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor if link else Qt.CursorShape.ArrowCursor)
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        across, down = _pads()
        return self._laid_out(width - 2 * across)[1] + 2 * down

    def sizeHint(self) -> QSize:
        width = QFontMetrics(metrics().font(Type.BODY_STRONG)).averageCharWidth() * 22
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        font = metrics().font(Type.BODY_STRONG)
        return QSize(QFontMetrics(font).averageCharWidth() * 8, QFontMetrics(font).height())

    def _laid_out(self, width: int) -> tuple[QTextLayout, int]:
        """The lines at a width, and their height; layouts ask for the same few widths again and again."""
        font = metrics().font(Type.BODY_STRONG).key()
        asked = (self._name, self._detail, font, current_theme().name, width)
        found = self._kept.get(asked)
        if found is None:
            if len(self._kept) >= _KEPT_WIDTHS:
                self._kept.clear()
            found = self._kept[asked] = self._lay_out(width)
        return found

    def _lay_out(self, width: int) -> tuple[QTextLayout, int]:
        sizes, theme = metrics(), current_theme()
        strong = QTextCharFormat()
        strong.setFont(sizes.font(Type.BODY_STRONG))
        strong.setForeground(theme.color("text"))
        faint = QTextCharFormat()
        faint.setFont(sizes.font(Type.SECONDARY))
        faint.setForeground(theme.color("faint"))
        layout = QTextLayout(self.text(), sizes.font(Type.BODY_STRONG))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        first, second = QTextLayout.FormatRange(), QTextLayout.FormatRange()
        # Qt counts in UTF-16 units: an emoji in a name is two.
        cut = len(self._name.encode("utf-16-le")) // 2
        first.start, first.length, first.format = 0, cut, strong
        second.start, second.length = cut, len(self.text().encode("utf-16-le")) // 2 - cut
        second.format = faint
        layout.setFormats([first, second])
        step = round(QFontMetrics(sizes.font(Type.BODY_STRONG)).height() * 1.12)
        layout.beginLayout()
        height = 0
        while height < _MOST_LINES * step and (line := layout.createLine()).isValid():
            line.setLineWidth(max(1, width))
            line.setPosition(QPointF(0, height))
            height += step
        layout.endLayout()
        return layout, max(height, step)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(current_theme().color("text"))
        across, down = _pads()
        self._laid_out(self.width() - 2 * across)[0].draw(painter, QPointF(across, down))
        if self.hasFocus():
            focus_ring(painter, self.rect(), current_theme(), metrics().px(6))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.setAccepted(self._link and event.button() == Qt.MouseButton.LeftButton)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._link and self.rect().contains(event.position().toPoint()):
            self.pressed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._link and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.pressed.emit()
        else:
            super().keyPressEvent(event)


def _pads() -> tuple[int, int]:
    """Room for the ring that shows the keyboard, across and down."""
    return metrics().px(PAD), metrics().px(PAD) // 2


def _capped(text: str) -> str:
    line = one_line(text)
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"
