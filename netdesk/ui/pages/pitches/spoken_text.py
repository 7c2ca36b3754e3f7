"""The words of a pitch in large type: the sentence that asks on a soft ground, or what came and what went."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

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

from netdesk.method.pitch_text import Piece, WordChange
from netdesk.ui.theme.current import current_theme
from netdesk.ui.theme.metrics import Type, metrics
from netdesk.ui.theme.tokens import Theme

LONGEST = 20_000
_LINE = 1.65
_KEPT = 6


class Mark(Enum):
    """How a part of the words is marked: the roles of ink and ground, and a line through it or under it."""

    ASK = (None, "accent-soft", "")
    ADDED = ("good-text", "good-soft", "under")
    REMOVED = ("bad-text", "bad-soft", "through")


Part = tuple[int, int, Mark]
"""From where to where in the words, and how marked."""


class SpokenText(QWidget):
    """Plain words, wrapped, as high as they need; never taken for HTML. ``pixels`` is another size of type."""

    def __init__(
        self, kind: Type = Type.BRAND_REGULAR, parent: QWidget | None = None, *, pixels: int = 0
    ) -> None:
        super().__init__(parent)
        self._kind, self._pixels = kind, pixels
        self._text = ""
        self._parts: tuple[Part, ...] = ()
        self._laid: dict[tuple[int, str, str], tuple[list[QTextLayout], float]] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def text(self) -> str:
        """Give the words that are shown."""
        return self._text

    def parts(self) -> tuple[Part, ...]:
        """Give what is marked."""
        return self._parts

    def set_words(self, text: str, ask: tuple[int, int] | None = None) -> None:
        """Show words, and on a soft ground the sentence that asks."""
        self._show(text, () if ask is None else ((*ask, Mark.ASK),))

    def set_changes(self, changes: Sequence[WordChange]) -> None:
        """Show what came and what went."""
        text, parts = "", []
        for change in changes:
            start, text = len(text), text + change.text
            if change.piece is not Piece.SAME:
                mark = Mark.ADDED if change.piece is Piece.ADDED else Mark.REMOVED
                parts.append((start, len(text.rstrip()), mark))
        self._show(text, tuple(parts))

    def _show(self, text: str, parts: tuple[Part, ...]) -> None:
        shown = text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
        if (shown, parts) != (self._text, self._parts):
            self._text, self._parts = shown, parts
            self._anew()

    def _anew(self) -> None:
        self._laid.clear()
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(self._layouts(width)[1])

    def sizeHint(self) -> QSize:
        width = QFontMetrics(self._font()).averageCharWidth() * 56
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(QFontMetrics(self._font()).averageCharWidth() * 16, self._line_height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(current_theme().color("text"))
        for layout in self._layouts(self.width())[0]:
            layout.draw(painter, QPointF(0, 0))

    def _font(self) -> QFont:
        font = metrics().font(self._kind)
        if self._pixels:
            font.setPixelSize(metrics().px(self._pixels))
        return font

    def _line_height(self) -> int:
        font = self._font()
        return max(QFontMetrics(font).height(), round(font.pixelSize() * _LINE))

    def _layouts(self, width: int) -> tuple[list[QTextLayout], float]:
        """The paragraphs laid out at a width, with their height; layouts ask for the same few widths again."""
        theme, font = current_theme(), self._font()
        key = (width, font.key(), theme.name)
        found = self._laid.get(key)
        if found is None:
            if len(self._laid) >= _KEPT:
                self._laid.clear()
            found = self._laid[key] = self._lay(width, theme)
        return found

    def _lay(self, width: int, theme: Theme) -> tuple[list[QTextLayout], float]:
        font, height = self._font(), self._line_height()
        pad = (height - QFontMetrics(font).height()) / 2
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layouts, top, start = [], 0.0, 0
        for paragraph in self._text.split("\n"):
            layout = QTextLayout(paragraph, font)
            layout.setTextOption(option)
            layout.setFormats(_formats(self._parts, start, paragraph, theme))
            layout.beginLayout()
            while (line := layout.createLine()).isValid():
                line.setLineWidth(max(1, width))
                line.setPosition(QPointF(0, top + pad))
                top += height
            layout.endLayout()
            layouts.append(layout)
            start += len(paragraph) + 1
        return layouts, top


def _formats(
    parts: Sequence[Part], start: int, paragraph: str, theme: Theme
) -> list[QTextLayout.FormatRange]:
    """The marks that fall into a paragraph that begins at ``start``; Qt counts letters in units of 16 bits."""
    formats = []
    for begins, ends, mark in parts:
        first, last = max(begins - start, 0), min(ends - start, len(paragraph))
        if first >= last:
            continue
        ink, ground, line = mark.value
        dress = QTextCharFormat()
        dress.setBackground(theme.color(ground))
        if ink is not None:
            dress.setForeground(theme.color(ink))
        dress.setFontStrikeOut(line == "through")
        dress.setFontUnderline(line == "under")
        found = QTextLayout.FormatRange()
        found.start, found.length, found.format = (
            _units(paragraph[:first]),
            _units(paragraph[first:last]),
            dress,
        )
        formats.append(found)
    return formats


def _units(text: str) -> int:
    return len(text) + sum(char > "\uffff" for char in text)
