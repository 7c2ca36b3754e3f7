"""Tab goes through a page part by part, though its parts are made anew at different times."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def part_by_part(parts: Sequence[QWidget]) -> None:
    """Let Tab go through one part after the other; within a part the order stays as it is.

    Qt puts what is made later at the end of its window's order: a row drawn anew would be reached long after the row
    below it.
    """
    tab = Qt.FocusPolicy.TabFocus
    stops = [
        [one for one in (part, *part.findChildren(QWidget)) if one.focusPolicy() & tab] for part in parts
    ]
    left = {one for part in stops for one in part}
    found: dict[QWidget, int] = {}
    one: QWidget | None = parts[0]
    # Only as far as the last of them; what stands in a window of its own, such as a menu, is not met.
    while left and one is not None:
        if one in left:
            left.discard(one)
            found[one] = len(found)
        one = one.nextInFocusChain()
        if one is parts[0]:
            break
    ordered = [one for part in stops for one in sorted(found.keys() & part, key=found.__getitem__)]
    for before, after in pairwise(ordered):
        QWidget.setTabOrder(before, after)
