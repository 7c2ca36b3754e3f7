"""What the rows of lists have in common: their ground and ring, a chip at the right, buttons, words in two lines."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from netdesk.ui.theme.metrics import RADIUS_BUTTON, L, Type, metrics
from netdesk.ui.theme.tokens import Theme
from netdesk.ui.widgets.chip import chip_size
from netdesk.ui.widgets.paint import CENTRE, elided, focus_ring, one_line, rounded, text_line

_LINE = 1.42


def paint_ground(painter: QPainter, option: QStyleOptionViewItem, theme: Theme, *, last: bool) -> None:
    """Draw what is behind a row: selection or hover, and the line under all but the last."""
    rect: QRect = option.rect
    selected = bool(option.state & QStyle.StateFlag.State_Selected)
    if selected or option.state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(rect, theme.color("accent-soft" if selected else "hover"))
    if not last:
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.color("line"))


def paint_ring(painter: QPainter, option: QStyleOptionViewItem, theme: Theme) -> None:
    """Draw the ring that shows where the keyboard is."""
    state = option.state
    if state & QStyle.StateFlag.State_HasFocus and state & QStyle.StateFlag.State_KeyboardFocusChange:
        focus_ring(painter, option.rect.adjusted(2, 2, -2, -3), theme, metrics().px(RADIUS_BUTTON))


def chip_at_right(rect: QRect, words: str) -> QRect:
    """Where a chip stands in the middle of a row's right end."""
    room = chip_size(words)
    chip = QRect(rect.right() - metrics().px(L) - room.width(), 0, room.width(), room.height())
    chip.moveTop(rect.center().y() - room.height() // 2)
    return chip


def paint_button(painter: QPainter, box: QRect, text: str, theme: Theme, *, framed: bool = True) -> None:
    """Draw a small button."""
    if framed:
        rounded(painter, box, theme.color("panel"), theme.color("line"), metrics().px(RADIUS_BUTTON))
    ink = theme.color("text" if framed else "text-2")
    text_line(painter, box, text, metrics().font(Type.SECONDARY_MEDIUM), ink, CENTRE)


def line_height(font: QFont) -> int:
    """The height of one of two lines."""
    return max(QFontMetrics(font).height(), round(font.pixelSize() * _LINE))


def paint_name(
    painter: QPainter, box: QRect, name: str, organisation: str, theme: Theme, below: str = ""
) -> None:
    """Draw a name and after it, faint, the organisation: in one line if they fit, else going on in the second.

    With ``below`` they have one line, and those words the second.
    """
    strong, small = metrics().font(Type.BODY_STRONG), metrics().font(Type.BODY)
    name, rest = one_line(name), one_line(organisation)
    gap = QFontMetrics(strong).horizontalAdvance(" ")
    used = QFontMetrics(strong).horizontalAdvance(name)
    first, rest = (
        (rest, below) if below else _first_words(rest, QFontMetrics(small), box.width() - used - gap)
    )
    high = line_height(strong)
    top = box.center().y() + 1 - (high if rest else high // 2)
    upper = QRect(box.left(), top, box.width(), high)
    text_line(painter, upper, name, strong, theme.color("text"))
    if first:
        after = QRect(upper.left() + used + gap, upper.top(), box.right() - upper.left() - used - gap, high)
        text_line(painter, after.adjusted(0, 0, 2, 0), first, small, theme.color("faint"))
    if rest:
        font, role = (metrics().font(Type.SECONDARY), "text") if below else (small, "faint")
        text_line(painter, upper.translated(0, high), rest, font, theme.color(role))


def paint_two_lines(painter: QPainter, box: QRect, text: str, font: QFont, theme: Theme, role: str) -> None:
    """Draw words in at most two lines in the middle of a box; what is too long is cut."""
    ruler = QFontMetrics(font)
    first, rest = _first_words(one_line(text), ruler, box.width())
    if not first:
        first, rest = elided(rest, font, box.width()), ""
    high = line_height(font)
    top = box.center().y() + 1 - (high if rest else high // 2)
    upper = QRect(box.left(), top, box.width(), high)
    # A pixel more than was measured: the last letter must not be cut for a fraction.
    text_line(painter, upper.adjusted(0, 0, 2, 0), first, font, theme.color(role))
    if rest:
        text_line(painter, upper.translated(0, high), rest, font, theme.color(role))


def _first_words(text: str, ruler: QFontMetrics, width: int) -> tuple[str, str]:
    """Divide a line after the last word that fits a width."""
    if width > 0 and ruler.horizontalAdvance(text) <= width:
        return text, ""
    words = text.split(" ")
    for count in range(len(words) - 1, 0, -1):
        first = " ".join(words[:count])
        if ruler.horizontalAdvance(first) <= width:
            return first, " ".join(words[count:])
    return "", text
