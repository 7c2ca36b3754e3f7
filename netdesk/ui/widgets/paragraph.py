"""A wrapped paragraph of plain text some pieces of which stand out.

``Paragraph(kind, role, strong_role)``; ``set_pieces([(text, stands_out), …])`` shows other words. What wraps text by
hand in another widget lays it out with ``laid_out`` and ``span``, a line as high as ``line_height`` says.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import (
    QColor,
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
from netdesk.ui.widgets.labels import LONGEST, wrappable
from netdesk.ui.widgets.paint import one_line

Piece = tuple[str, bool]
"""Words, and whether they stand out."""

_AIR = 1.48
_WIDTH_IN_LETTERS = 46


class Paragraph(QWidget):
    """Capped and hard-wrapped as every text that is shown. ``strong``: what stands out is bold as well."""

    def __init__(
        self,
        kind: Type = Type.SECONDARY,
        role: str = "text-2",
        strong_role: str = "text",
        parent: QWidget | None = None,
        *,
        strong: bool = True,
    ) -> None:
        super().__init__(parent)
        self._kind, self._role, self._strong_role, self._strong = kind, role, strong_role, strong
        self._pieces: tuple[Piece, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_pieces(self, pieces: Sequence[Piece]) -> None:
        """Show these words one after the other; blanks between them are part of them."""
        self._pieces = tuple(_shown(pieces))
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
        return line_height(self._font(), _AIR)

    def _laid_out(self, width: int) -> QTextLayout:
        ink = current_theme().color(self._strong_role)
        spans, before = [], ""
        for words, stands_out in self._pieces:
            if stands_out:
                spans.append(span(before, words, ink, bold=self._strong))
            before += words
        return laid_out(before, self._font(), spans, width, self._line_height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(current_theme().color(self._role))
        self._laid_out(self.width()).draw(painter, QPointF(0, 0))


def line_height(font: QFont, air: float) -> float:
    """How high a line is, in pixels: the font's own height, or ``air`` times its size."""
    return max(QFontMetrics(font).height(), font.pixelSize() * air)


def span(before: str, words: str, ink: QColor, *, bold: bool = True) -> QTextLayout.FormatRange:
    """Words of another colour that stand after ``before`` in the text."""
    style = QTextCharFormat()
    style.setForeground(ink)
    if bold:
        style.setFontWeight(QFont.Weight.DemiBold)
    found = QTextLayout.FormatRange()
    found.start, found.length, found.format = _units(before), _units(words), style
    return found


def laid_out(
    text: str, font: QFont, spans: Sequence[QTextLayout.FormatRange], width: int, height: float
) -> QTextLayout:
    """Wrap one paragraph at a width, each line ``height`` pixels high with its words in the middle."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setFormats(list(spans))
    layout.beginLayout()
    top = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 1))
        line.setPosition(QPointF(0, top + (height - line.height()) / 2))
        top += height
    layout.endLayout()
    return layout


def _shown(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces as they are shown, all of them together no longer than a shown text may be."""
    shown: list[Piece] = []
    room = LONGEST
    for words, stands_out in pieces:
        if room <= 0:
            break
        cut = words if len(words) <= room else f"{words[:room]}…"
        # One paragraph: a line feed would end the layout's first.
        shown.append((wrappable(cut).replace("\n", "\u2028"), stands_out))
        room -= len(words)
    return shown


def _units(text: str) -> int:
    """How long Qt takes a text for: it counts in units of UTF-16, where an emoji takes two."""
    return len(text) + sum(char > "\uffff" for char in text)
