"""A wrapped paragraph of plain text some pieces of which are bold.

``Paragraph(kind, role, strong_role)``; ``set_pieces([(text, is_strong), …])`` shows other words.
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

from netdesk.ui.theme.current import current_theme
from netdesk.ui.theme.metrics import Type, metrics
from netdesk.ui.widgets.labels import wrappable
from netdesk.ui.widgets.paint import one_line

Piece = tuple[str, bool]
"""Words, and whether they are bold."""

_LINE = 1.48
_WIDTH_IN_LETTERS = 46


class Paragraph(QWidget):
    """Capped and hard-wrapped as every text that is shown."""

    def __init__(
        self,
        kind: Type = Type.SECONDARY,
        role: str = "text-2",
        strong_role: str = "text",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._kind, self._role, self._strong_role = kind, role, strong_role
        self._pieces: tuple[Piece, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_pieces(self, pieces: Sequence[Piece]) -> None:
        """Show these words one after the other; blanks between them are part of them."""
        # One paragraph: a line feed would end the layout's first.
        self._pieces = tuple((wrappable(words).replace("\n", " "), strong) for words, strong in pieces)
        self.setAccessibleName(one_line(self.text()))
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        """Give the whole paragraph as it is shown."""
        return "".join(words for words, _ in self._pieces)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(self._laid_out(width).lineCount() * self._line_height())

    def sizeHint(self) -> QSize:
        ruler = QFontMetrics(self._font())
        width = min(ruler.horizontalAdvance(self.text()) + 8, ruler.averageCharWidth() * _WIDTH_IN_LETTERS)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(QFontMetrics(self._font()).averageCharWidth() * 12, round(self._line_height()))

    def _font(self) -> QFont:
        return metrics().font(self._kind)

    def _line_height(self) -> float:
        font = self._font()
        return max(QFontMetrics(font).height(), font.pixelSize() * _LINE)

    def _laid_out(self, width: int) -> QTextLayout:
        layout = QTextLayout(self.text(), self._font())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats(self._formats())
        layout.beginLayout()
        top, height = 0.0, self._line_height()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(width, 1))
            line.setPosition(QPointF(0, top + (height - line.height()) / 2))
            top += height
        layout.endLayout()
        return layout

    def _formats(self) -> list[QTextLayout.FormatRange]:
        formats, at = [], 0
        for words, strong in self._pieces:
            if strong:
                style = QTextCharFormat()
                style.setFontWeight(QFont.Weight.DemiBold)
                style.setForeground(current_theme().color(self._strong_role))
                span = QTextLayout.FormatRange()
                # Qt counts in units of UTF-16, where an emoji takes two.
                span.start, span.length = _units(self.text()[:at]), _units(words)
                span.format = style
                formats.append(span)
            at += len(words)
        return formats

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(current_theme().color(self._role))
        self._laid_out(self.width()).draw(painter, QPointF(0, 0))


def _units(text: str) -> int:
    return len(text) + sum(char > "\uffff" for char in text)
