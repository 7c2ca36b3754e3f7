"""The five levels in a row, the person's own filled.

``LevelSteps(names, level=0, parent=None)``; ``set_level(n)`` (0: none), ``level()``, ``set_names(names)``.
Signal ``chosen(int)`` when another level is pressed; the row itself changes only by ``set_level``.
Keys: ← → move between the steps, Space or Enter chooses. A screen reader hears radio buttons.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QRadioButton, QSizePolicy, QWidget

from netdesk.ui.theme.current import current_theme
from netdesk.ui.theme.metrics import Type, metrics
from netdesk.ui.widgets.labels import plain_tooltip
from netdesk.ui.widgets.paint import CENTRE, rounded, text_line

_MARGIN = 6
_GAP = 6


class LevelSteps(QWidget):
    """The row of five."""

    chosen = Signal(int)

    def __init__(self, names: Sequence[str], level: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(metrics().px(_GAP))
        self._level = 0
        self._steps: list[_Step] = []
        for number, name in enumerate(names, start=1):
            step = _Step(number, name)
            step.pressed_step.connect(self._pressed)
            step.moved.connect(self._moved)
            self._steps.append(step)
            layout.addWidget(step, 1)
        self.setAccessibleName(self.tr("Level"))
        self.set_level(level)

    def level(self) -> int:
        """Give the level shown, 0 for none."""
        return self._level

    def set_level(self, level: int) -> None:
        """Fill another step, 0 for none."""
        self._level = level
        for step in self._steps:
            step.show_level(level)

    def set_names(self, names: Sequence[str]) -> None:
        """Write other names on the steps."""
        for step, name in zip(self._steps, names, strict=True):
            step.set_name(name)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where a name does not fit beside its number, the whole row takes two lines."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        gaps = metrics().px(_GAP) * (len(self._steps) - 1)
        room = (self.width() - gaps) // max(len(self._steps), 1)
        in_two = any(step.words_width() > room for step in self._steps)
        for step in self._steps:
            step.show_in_two_lines(in_two)

    def _pressed(self, number: int) -> None:
        if number != self._level:
            self.chosen.emit(number)

    def _moved(self, number: int, by: int) -> None:
        place = number - 1 + by
        if 0 <= place < len(self._steps):
            self._steps[place].setFocus(Qt.FocusReason.TabFocusReason)


class _Step(QRadioButton):
    pressed_step = Signal(int)
    moved = Signal(int, int)

    def __init__(self, number: int, name: str) -> None:
        super().__init__()
        self._number = number
        self._current = 0
        self._in_two = False
        self.setAutoExclusive(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_name(name)

    def set_name(self, name: str) -> None:
        self.setText(f"{self._number} {name}".replace("&", "&&"))
        self._shown = f"{self._number} {name}"
        self.setAccessibleName(self._shown)
        self.setToolTip(plain_tooltip(name))
        self.update()

    def words_width(self) -> int:
        """The width that the number and the name need beside each other."""
        ruler = QFontMetrics(metrics().font(Type.SECONDARY_STRONG))
        return ruler.horizontalAdvance(self._shown) + 2 * _MARGIN

    def show_in_two_lines(self, in_two: bool) -> None:
        """Show the words in two lines, or in one."""
        if in_two != self._in_two:
            self._in_two = in_two
            self.updateGeometry()
            self.update()

    def show_level(self, level: int) -> None:
        self._current = level
        # One of an exclusive row cannot be unchecked, and a person may be on no level.
        self.setAutoExclusive(False)
        self.setChecked(level == self._number)
        self.setAutoExclusive(True)
        self.update()

    def nextCheckState(self) -> None:
        # The row is told by set_level once the person has really moved.
        self.pressed_step.emit(self._number)

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()))
        if step is not None:
            self.moved.emit(self._number, -step if self.isRightToLeft() else step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(metrics().px(150), self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(metrics().px(40), self._height())

    def _height(self) -> int:
        return metrics().px(46 if self._in_two else 32)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, sizes = current_theme(), metrics()
        painter = QPainter(self)
        here = self._number == self._current
        radius = sizes.px(6)
        if here:
            rounded(painter, self.rect(), theme.level(self._number, "fill"), None, radius)
            ink = theme.color("on-level")
        else:
            ground = "hover" if self.underMouse() else "panel"
            rounded(painter, self.rect(), theme.color(ground), theme.color("line"), radius)
            ink = theme.color("text-2" if self._number < self._current else "faint")
        font = sizes.font(Type.SECONDARY_STRONG if here else Type.SECONDARY)
        inner = self.rect().adjusted(_MARGIN, 0, -_MARGIN, 0)
        if self._in_two:
            first, second = _two_lines(self._shown, font, inner.width())
            half = QFontMetrics(font).height()
            top = inner.center().y() - half
            for line, text in enumerate((first, second) if second else (first,)):
                shift = 0 if second else half // 2
                box = QRect(inner.left(), top + line * half + shift, inner.width(), half)
                text_line(painter, box, text, font, ink, CENTRE)
        else:
            text_line(painter, inner, self._shown, font, ink, CENTRE)
        if self.hasFocus():
            ring = theme.color("text" if here else "focus")
            rounded(painter, self.rect(), None, ring, radius, 2)


def _two_lines(words: str, font: QFont, width: int) -> tuple[str, str]:
    """Break ``words`` after as many as fit into ``width``; the second line may be empty."""
    ruler = QFontMetrics(font)
    first: list[str] = []
    rest = words.split(" ")
    while rest and (not first or ruler.horizontalAdvance(" ".join([*first, rest[0]])) <= width):
        first.append(rest.pop(0))
    return " ".join(first), " ".join(rest)
