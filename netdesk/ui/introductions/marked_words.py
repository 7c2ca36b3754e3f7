"""A sentence in which the words that matched stand out, wrapped as one paragraph.

``MarkedWords(runs=(), parent=None)`` with ``set_runs(runs)`` and ``text()``. Plain text only, capped and hard-wrapped.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from netdesk.method.fits import Run, plain
from netdesk.ui.theme.current import current_theme
from netdesk.ui.theme.metrics import Type, metrics
from netdesk.ui.widgets.labels import LONGEST, wrappable
from netdesk.ui.widgets.paint import one_line

_LINE = 1.48


class MarkedWords(QWidget):
    """The second colour for the sentence, the first and semibold for its marked words."""

    def __init__(self, runs: Sequence[Run] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._runs: tuple[Run, ...] = ()
        self._text = ""
        self.set_runs(runs)

    def set_runs(self, runs: Sequence[Run]) -> None:
        """Show another sentence."""
        self._runs = tuple(_shown(runs))
        self._text = plain(self._runs)
        self.setAccessibleName(one_line(self._text))
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        """The whole sentence as it is shown."""
        return self._text

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(max(1, self._laid_out(width).lineCount()) * self._line_height())

    def sizeHint(self) -> QSize:
        width = metrics().px(240)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(metrics().px(90), round(self._line_height()))

    def _line_height(self) -> float:
        font = metrics().font(Type.SECONDARY)
        return max(QFontMetrics(font).height(), font.pixelSize() * _LINE)

    def _laid_out(self, width: int) -> QTextLayout:
        layout = QTextLayout(self._text, metrics().font(Type.SECONDARY))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats(list(self._formats()))
        layout.beginLayout()
        top = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(width, 1))
            line.setPosition(QPointF(0, top + (self._line_height() - line.height()) / 2))
            top += self._line_height()
        layout.endLayout()
        return layout

    def _formats(self) -> list[QTextLayout.FormatRange]:
        formats = []
        at = 0
        for run in self._runs:
            # Qt counts in UTF-16: a sign beyond the first plane is two of its letters.
            length = len(run.text.encode("utf-16-le")) // 2
            if run.marked:
                style = QTextCharFormat()
                style.setFontWeight(QFont.Weight.DemiBold)
                style.setForeground(current_theme().color("text"))
                piece = QTextLayout.FormatRange()
                piece.start, piece.length, piece.format = at, length, style
                formats.append(piece)
            at += length
        return formats

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(current_theme().color("text-2"))
        self._laid_out(self.width()).draw(painter, QPointF(0, 0))


def _shown(runs: Sequence[Run]) -> list[Run]:
    shown: list[Run] = []
    room = LONGEST
    for run in runs:
        if room <= 0:
            break
        # One paragraph: a line feed would end the layout's first.
        shown.append(Run(wrappable(run.text[:room]).replace("\n", "\u2028"), run.marked))
        room -= len(run.text)
    return shown
