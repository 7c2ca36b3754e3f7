"""The columns of the quick table, and the width each has."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtGui import QFontMetrics

from netdesk.ui.pages.wins.table.source_segments import segments_width
from netdesk.ui.theme.metrics import Type, metrics

PAD = 10
"""Logical pixels before the words of a cell and after them."""
_SHARES = (132, 132, 192, 126)
_LEAST_WORDS = 500
"""Logical pixels the four columns of words need before the sources are written out."""


class Column(IntEnum):
    """From left to right."""

    WHEN = 0
    WHAT = 1
    CLIENT = 2
    VALUE = 3
    SOURCE = 4
    THANKS = 5
    PLACE = 6


HEADS = ("When", "What", "Client", "Value", "Where it came from", "Thanks to", "Event or group")
VALUE_LETTERS = 7
"""As many as "£10,000" has."""
NAMES = ("when", "what", "client", "value", "source", "thanks to", "event or group")
"""What the columns are called in the middle of a sentence."""
WORDS = (Column.WHAT, Column.CLIENT, Column.THANKS, Column.PLACE)


def widths(room: int, letters: int = VALUE_LETTERS) -> tuple[dict[Column, int], bool]:
    """Give each column its width in pixels; and whether the sources are shown short, for want of room.

    ``letters``: how many the longest value has.
    """
    sizes = metrics()
    ruler = QFontMetrics(sizes.font(Type.BODY))
    pads = 2 * sizes.px(PAD)
    found = {
        # Beside amounts, which stand at the right, there is room enough on the other side.
        Column.WHEN: ruler.horizontalAdvance("30 Sep 2025") + sizes.px(PAD + 4),
        Column.VALUE: ruler.horizontalAdvance("0" * max(letters, VALUE_LETTERS)) + sizes.px(PAD + 4),
    }
    least = sizes.px(_LEAST_WORDS)
    is_short = room - sum(found.values()) - segments_width(short=False) - pads < least
    found[Column.SOURCE] = segments_width(short=is_short) + pads
    left = max(room - sum(found.values()), len(WORDS) * sizes.px(60))
    for column, share in zip(WORDS, _SHARES, strict=True):
        found[column] = left * share // sum(_SHARES)
    found[Column.PLACE] += left - sum(found[column] for column in WORDS)
    # The longest heading stands above the narrowest column.
    head = QFontMetrics(sizes.font(Type.LABEL_STRONG)).horizontalAdvance(HEADS[Column.PLACE]) + pads
    lent = max(0, min(head - found[Column.PLACE], found[Column.THANKS] - found[Column.CLIENT]))
    found[Column.PLACE] += lent
    found[Column.THANKS] -= lent
    return found, is_short
