"""Where the parts of a card's row lie: the columns for a width, the boxes of one row, and its height."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from functools import lru_cache

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QFont, QFontMetrics, QTextLayout, QTextOption

from netdesk.method.follow_ups import CardState
from netdesk.services.cards import CardLine
from netdesk.ui.pages.events.cards.card_words import kind_words, more_words, plan_words, when_words
from netdesk.ui.theme.metrics import Type, metrics
from netdesk.ui.widgets.chip import chip_size
from netdesk.ui.widgets.labels import wrappable
from netdesk.ui.widgets.paint import elided, one_line

HEADS = ("Who", "Kind", "What I will do", "When", "Solid")
FOLLOW_UP, LET_GO, TAKE_BACK, RESTORE = "Follow up…", "Let go", "Take back", "Restore"
EDITING = 92
"""Logical pixels of a row in which a plan is being written."""
_PAD, _AVATAR, _GAP = 10, 32, 14
_WHEN, _SOLID, _STAR, _BULB = 88, 48, 17, 15
_NARROW, _NARROW_GAP = 530, 10
_WORDS, _CHIP = 66, 48
_LEAST = 44
_NAME_LINES, _FIRM_LINES, _PLAN_LINES = 3, 2, 3
_SIDE_BY_SIDE = 168
_LONGEST = 200


class Part(Enum):
    """What can be pressed in a row."""

    AVATAR = auto()
    WHO = auto()
    KIND = auto()
    LEARNED = auto()
    PLAN = auto()
    FOLLOW_UP = auto()
    LET_GO = auto()
    TAKE_BACK = auto()
    RESTORE = auto()
    WHEN = auto()
    STAR = auto()


@dataclass(frozen=True, slots=True)
class Columns:
    """The left edge and the width of each column, in pixels from the row's left edge."""

    who: tuple[int, int]
    kind: tuple[int, int]
    what: tuple[int, int]
    when: tuple[int, int]
    solid: tuple[int, int]

    @property
    def all(self) -> tuple[tuple[int, int], ...]:
        """The columns in their order."""
        return self.who, self.kind, self.what, self.when, self.solid


@dataclass(frozen=True, slots=True)
class RowParts:
    """One row: its boxes to press, and the lines of words already broken to fit."""

    boxes: dict[Part, QRect]
    name: tuple[str, ...]
    firm: tuple[str, ...]
    plan: tuple[str, ...]
    when: tuple[str, ...]
    more: str
    height: int

    def at(self, place: QPoint) -> Part | None:
        """The part under a point."""
        return next((part for part, box in self.boxes.items() if box.contains(place)), None)


def columns(width: int) -> Columns:
    """Share out a row of so many pixels."""
    sizes = metrics()
    narrow = width < sizes.px(_NARROW)
    gap = sizes.px(_NARROW_GAP if narrow else _GAP)
    solid, when = sizes.px(_SOLID), sizes.px(_WHEN)
    left = sizes.px(_PAD + _AVATAR) + gap
    room = width - left - when - solid - 3 * gap
    # Where there is too little for the words the chip is cut; the star stays in sight.
    kind = min(chip_size("Potential client").width(), max(room - sizes.px(2 * _WORDS), sizes.px(_CHIP)))
    free = max(room - kind, sizes.px(_WORDS))
    who = round(free * (0.46 if narrow else 0.42))
    what = free - who
    starts = [left, left + who + gap]
    starts.append(starts[1] + kind + gap)
    starts.append(starts[2] + what + gap)
    starts.append(starts[3] + when)
    widths = (who, kind, what, when, solid)
    return Columns(*zip(starts, widths, strict=True))


def line_height(kind: Type) -> int:
    """The room one line of words takes."""
    font = metrics().font(kind)
    return max(QFontMetrics(font).height(), round(font.pixelSize() * 1.42))


def button_size(text: str) -> QSize:
    """The room of a small framed button with these words."""
    font = metrics().font(Type.SECONDARY_MEDIUM)
    return QSize(QFontMetrics(font).horizontalAdvance(text) + metrics().px(20), metrics().px(25))


def row_parts(line: CardLine, width: int, today: date) -> RowParts:
    """Lay out a row of so many pixels, its top left corner at (0, 0)."""
    return _row_parts(line, width, today, metrics().font(Type.BODY).key())


@lru_cache(maxsize=4096)
def _row_parts(line: CardLine, width: int, today: date, _font: str) -> RowParts:
    sizes = metrics()
    grid = columns(width)
    body, small = sizes.font(Type.BODY), sizes.font(Type.SECONDARY)
    name = _broken(line.name, sizes.font(Type.BODY_STRONG), grid.who[1], _NAME_LINES)
    firm_words = "in the bin" if line.in_bin else line.organisation
    firm = _broken(firm_words, small, grid.who[1], _FIRM_LINES)
    plan = _broken(plan_words(line), body, grid.what[1], _PLAN_LINES)
    more = more_words(line)
    when = when_words(line, today)
    who_height = len(name) * line_height(Type.BODY_STRONG) + len(firm) * line_height(Type.SECONDARY)
    what_boxes, what_height = _what_boxes(line, grid, len(plan), bool(more))
    height = max(sizes.px(_LEAST), who_height, what_height) + 2 * sizes.px(_PAD - 1)
    boxes = {part: box.translated(0, (height - what_height) // 2) for part, box in what_boxes.items()}
    boxes |= _side_boxes(line, grid, height)
    boxes[Part.WHO] = QRect(grid.who[0], (height - who_height) // 2, grid.who[1], who_height)
    if line.state in {CardState.PLANNED, CardState.DONE} and not line.in_bin:
        boxes[Part.PLAN] = QRect(grid.what[0], 0, grid.what[1], height)
    if line.next_plan is not None:
        boxes[Part.WHEN] = QRect(grid.when[0], 0, grid.when[1], height)
    return RowParts(boxes, name, firm, plan, when, more, height)


def _side_boxes(line: CardLine, grid: Columns, height: int) -> dict[Part, QRect]:
    sizes = metrics()
    avatar, star, bulb = sizes.px(_AVATAR), sizes.px(_STAR), sizes.px(_BULB)
    chip = chip_size(kind_words(line.kind))
    middle = height // 2
    left, width = grid.solid
    half = left + star + sizes.px(9)
    return {
        Part.AVATAR: QRect(sizes.px(_PAD), middle - avatar // 2, avatar, avatar),
        Part.KIND: QRect(
            grid.kind[0], middle - chip.height() // 2, min(chip.width(), grid.kind[1]), chip.height()
        ),
        Part.STAR: QRect(left - sizes.px(8), middle - star, half - left + sizes.px(8), 2 * star),
        Part.LEARNED: QRect(half, middle - bulb, left + width - half, 2 * bulb),
    }


def star_box(grid: Columns, height: int) -> QRect:
    """Where the star is drawn."""
    side = metrics().px(_STAR)
    return QRect(grid.solid[0] + metrics().px(5), (height - side) // 2, side, side)


def bulb_box(grid: Columns, height: int) -> QRect:
    """Where the lightbulb is drawn."""
    side = metrics().px(_BULB)
    left = star_box(grid, height).right() + metrics().px(6)
    return QRect(left, (height - side) // 2, side, side)


def _what_boxes(line: CardLine, grid: Columns, lines: int, more: bool) -> tuple[dict[Part, QRect], int]:
    """The boxes of the middle column from its own top, and its height."""
    sizes = metrics()
    left, width = grid.what
    words = lines * line_height(Type.BODY) + (line_height(Type.SECONDARY) if more else 0)
    link = line_height(Type.SECONDARY_MEDIUM) + sizes.px(4)
    if line.in_bin:
        return {Part.RESTORE: _link(left, words, RESTORE, link)}, words + link
    if line.state is CardState.LET_GO:
        return {Part.TAKE_BACK: _link(left, words, TAKE_BACK, link)}, words + link
    if line.state is not CardState.NO_PLAN:
        return {}, words
    button = button_size(FOLLOW_UP)
    button.setWidth(min(button.width(), width))
    first = QRect(QPoint(left, 0), button)
    if width >= sizes.px(_SIDE_BY_SIDE):
        beside = _link(first.right() + sizes.px(4), 0, LET_GO, button.height())
        return {Part.FOLLOW_UP: first, Part.LET_GO: beside}, button.height()
    below = _link(left, button.height() + sizes.px(1), LET_GO, link)
    return {Part.FOLLOW_UP: first, Part.LET_GO: below}, below.bottom() + 1


def _link(left: int, top: int, text: str, height: int) -> QRect:
    width = QFontMetrics(metrics().font(Type.SECONDARY_MEDIUM)).horizontalAdvance(text)
    return QRect(left, top, width + 2 * metrics().px(7), height)


def _broken(text: str, font: QFont, width: int, most: int) -> tuple[str, ...]:
    """Break words into at most so many lines; the last one is cut where more would follow."""
    text = wrappable(one_line(text)[:_LONGEST])
    if not text:
        return ()
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    lines: list[str] = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid() and len(lines) <= most:
        line.setLineWidth(max(width, 1))
        lines.append(text[line.textStart() : line.textStart() + line.textLength()].rstrip())
    layout.endLayout()
    if len(lines) > most:
        lines = [*lines[: most - 1], elided(f"{lines[most - 1]} {lines[most]}", font, width)]
    return tuple(lines)
