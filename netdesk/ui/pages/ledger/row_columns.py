"""Where things stand in the rows of Give & ask: the columns of people, and the parts that can be pressed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QFontMetrics

from netdesk.ui.theme.metrics import M, S, Type, metrics
from netdesk.ui.widgets.pips import pips_size

ROW_HEIGHT = 54
HELP, KEPT, GOT, LET_GO = "Help…", "Kept", "Got it", "Let go"
_EDGE = 10
_AVATAR = 30
_WANTS_FROM, _BAR_FROM, _LEVEL_FROM = 560, 660, 430
"""The widths from which a column has room, in logical pixels at the usual font size."""
_WORDS = 128
_BAR_SHARE, _WHO_SHARE, _WANTS_SHARE = 30, 34, 36


class Part(Enum):
    """What can be pressed in a row."""

    HELP = "help"
    CLOSE = "close"
    DROP = "drop"


@dataclass(frozen=True, slots=True)
class PeopleColumns:
    """The columns of the people not helped yet; empty ones have no room."""

    avatar: QRect
    who: QRect
    level: QRect
    wants: QRect
    bar: QRect
    words: QRect
    help: QRect


def button_size(text: str) -> QSize:
    """The room of a small framed button with these words."""
    sizes = metrics()
    ruler = QFontMetrics(sizes.font(Type.SECONDARY_MEDIUM))
    return QSize(ruler.horizontalAdvance(text) + 2 * sizes.px(S + 2), ruler.height() + sizes.px(S))


def people_columns(rect: QRect) -> PeopleColumns:
    """Return the columns of a row: the fewer, the less room there is."""
    sizes = metrics()
    width, gap = rect.width(), sizes.px(M + 4)
    side = sizes.px(_AVATAR)
    avatar = QRect(rect.left() + sizes.px(_EDGE), rect.center().y() - side // 2, side, side)
    button = button_size(HELP)
    help_box = QRect(
        rect.right() + 1 - sizes.px(_EDGE) - button.width(),
        rect.center().y() - button.height() // 2,
        button.width(),
        button.height(),
    )
    words_width = min(sizes.px(_WORDS), max(sizes.px(90), width // 4))
    words = QRect(help_box.left() - sizes.px(M) - words_width, rect.top(), words_width, rect.height())
    dots = pips_size().width() if width >= sizes.px(_LEVEL_FROM) else 0
    left = avatar.right() + 1 + sizes.px(M + 6)
    room = words.left() - gap - left - (dots + gap if dots else 0)
    has_wants, has_bar = width >= sizes.px(_WANTS_FROM), width >= sizes.px(_BAR_FROM)
    shares = _WHO_SHARE + (_WANTS_SHARE if has_wants else 0) + (_BAR_SHARE if has_bar else 0)
    free = room - (gap if has_wants else 0) - (gap if has_bar else 0)
    who = QRect(left, rect.top(), free * _WHO_SHARE // shares, rect.height())
    at = who.right() + 1 + gap
    level = QRect(at, rect.top(), dots, rect.height())
    at += dots + gap if dots else 0
    wants = QRect(at, rect.top(), free * _WANTS_SHARE // shares if has_wants else 0, rect.height())
    at += wants.width() + gap if has_wants else 0
    bar = QRect(at, rect.top(), max(0, words.left() - gap - at) if has_bar else 0, rect.height())
    return PeopleColumns(avatar, who, level, wants, bar, words, help_box)


@dataclass(frozen=True, slots=True)
class EntryColumns:
    """The columns of an entry: its tile, words, chip or day, and where it is open the two buttons."""

    tile: QRect
    words: QRect
    state: QRect
    close: QRect
    drop: QRect


def entry_columns(rect: QRect, state: QSize, close: str) -> EntryColumns:
    """Return the columns of an entry whose chip or day takes ``state``; ``close`` is "" for one that is not open."""
    sizes = metrics()
    side, gap = sizes.px(32), sizes.px(M)
    tile = QRect(rect.left() + sizes.px(_EDGE + 2), rect.center().y() - side // 2, side, side)
    right = rect.right() + 1 - sizes.px(_EDGE)
    boxes = []
    for text in (LET_GO, close) if close else ():
        size = button_size(text)
        boxes.append(
            QRect(right - size.width(), rect.center().y() - size.height() // 2, size.width(), size.height())
        )
        right -= size.width() + sizes.px(4)
    right -= sizes.px(S) if boxes else sizes.px(4)
    chip = QRect(
        right - state.width(), rect.center().y() - state.height() // 2, state.width(), state.height()
    )
    left = tile.right() + 1 + gap
    words = QRect(left, rect.top(), max(0, chip.left() - gap - left), rect.height())
    drop, closing = (boxes[0], boxes[1]) if boxes else (QRect(), QRect())
    return EntryColumns(tile, words, chip, closing, drop)
