"""Plain text broken into lines for paper, in the system's interface font. Nothing is ever read as HTML."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QGuiApplication, QTextCharFormat, QTextLayout, QTextOption

from netdesk.ui.printing.marks import Ink

FINE = 8
"""Text is set so many times larger and drawn smaller: sizes between whole pixels, nothing rounded to dots."""

_WIDEST = 1e5
_JOINED_SCRIPTS = ("\u0590", "\u1dff")
"""From Hebrew to the signs of Indic scripts: they may need the letters a font puts in place of others."""

_EMOJI = "\U00010000"
_SWAPS, _LIGATURES = "calt", ("liga", "clig")
"""What fonts may put in a letter's place, by OpenType's names."""


@dataclass(frozen=True, slots=True)
class Style:
    """A size of type: pixels of 1/96 inch, weight, height of a line in pixels, colour."""

    size: float
    weight: int = 400
    line: float = 0
    ink: Ink = Ink.BLACK

    @property
    def line_height(self) -> float:
        """The height of a line, a good one where none was given."""
        return self.line or round(self.size * 1.45)


@dataclass(frozen=True, eq=False, slots=True)
class SetText:
    """Lines of text, measured in pixels of 1/96 inch.

    ``layout`` is ``FINE`` times larger; ``end`` is the width of the last line.
    """

    text: str
    style: Style
    width: float
    height: float
    lines: int
    end: float
    layout: QTextLayout


@dataclass(frozen=True, slots=True)
class _Wish:
    text: str
    style: Style
    width: float
    most_lines: int
    right: bool
    fixed: bool
    bold: int


class Typesetter:
    """Breaks text into lines. One for each sheet: what was set once is not set again."""

    def __init__(self) -> None:
        self._set: dict[_Wish, SetText] = {}
        self._fonts: dict[tuple[float, int, tuple[str, ...]], QFont] = {}

    def text(
        self,
        text: str,
        style: Style,
        width: float,
        *,
        most_lines: int = 0,
        right: bool = False,
        fixed: bool = False,
        bold: int = 0,
    ) -> SetText:
        """Set text in a column so wide; endless words are broken anywhere.

        After ``most_lines`` (0: no limit) it ends with "…". ``right`` sets it at the right edge; ``fixed`` at the
        left edge even where the writing runs from right to left; ``bold`` letters at its start are bold.
        """
        wish = _Wish(text, style, width, most_lines, right, fixed, bold)
        found = self._set.get(wish)
        if found is None:
            found = self._set[wish] = self._fresh(wish)
        return found

    def width(self, text: str, style: Style) -> float:
        """Measure text on one line."""
        return self.text(text, style, _WIDEST, fixed=True).end

    def _fresh(self, wish: _Wish) -> SetText:
        made = self._broken(wish, wish.text)
        if wish.most_lines and made.lines > wish.most_lines:
            first = made.layout.lineAt(wish.most_lines - 1).textStart()
            ruler = QFontMetricsF(self._font(wish.style, wish.text))
            # A little short of the width, so that breaking the cut line again cannot wrap it.
            width = wish.width * FINE * 0.97
            rest = ruler.elidedText(wish.text[first:], Qt.TextElideMode.ElideRight, width)
            made = self._broken(wish, wish.text[:first] + rest)
        return made

    def _broken(self, wish: _Wish, text: str) -> SetText:
        style = wish.style
        layout = QTextLayout(text, self._font(style, text))
        layout.setCacheEnabled(True)
        layout.setTextOption(_option(wish))
        if wish.bold:
            layout.setFormats([_bold_start(wish.bold)])
        height, lines, end = 0.0, 0, 0.0
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(wish.width * FINE)
            spare = style.line_height * FINE - line.ascent() - line.descent()
            line.setPosition(QPointF(0, height * FINE + spare / 2))
            height += style.line_height
            lines += 1
            end = line.naturalTextWidth() / FINE
        layout.endLayout()
        return SetText(text, style, wish.width, height, lines, end, layout)

    def _font(self, style: Style, text: str) -> QFont:
        without = _without(text)
        key = (style.size, style.weight, without)
        font = self._fonts.get(key)
        if font is None:
            font = QFont(QGuiApplication.font())
            # Points of 1/72 inch would follow the screen's resolution; pixels stay what they are here.
            font.setPixelSize(round(style.size * FINE))
            font.setWeight(QFont.Weight(style.weight))
            # Hinting fits letters to a screen's dots, which makes lines break elsewhere than on paper.
            font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
            for feature in without:
                font.setFeature(QFont.Tag(feature), 0)
            self._fonts[key] = font
        return font


def _without(text: str) -> tuple[str, ...]:
    """Give what the font may not do with this text.

    What a font puts in a letter's place has no letter in a PDF: "17:30" would be copied as "17 30". Scripts whose
    letters join keep everything, and emoji keep the ligatures that make one picture of several.
    """
    first, last = _JOINED_SCRIPTS
    if any(first <= char <= last for char in text):
        return ()
    if any(char >= _EMOJI for char in text):
        return (_SWAPS,)
    return (_SWAPS, *_LIGATURES)


def _option(wish: _Wish) -> QTextOption:
    align = Qt.AlignmentFlag.AlignRight if wish.right else Qt.AlignmentFlag.AlignLeft
    if wish.right or wish.fixed:
        align |= Qt.AlignmentFlag.AlignAbsolute
    option = QTextOption(align)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setUseDesignMetrics(True)
    return option


def _bold_start(letters: int) -> QTextLayout.FormatRange:
    span = QTextLayout.FormatRange()
    span.start = 0
    span.length = letters
    bold = QTextCharFormat()
    bold.setFontWeight(QFont.Weight.Bold)
    span.format = bold
    return span
