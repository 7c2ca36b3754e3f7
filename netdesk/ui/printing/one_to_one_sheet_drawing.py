"""The sheet for a one-to-one on A4 or Letter: both sides beside each other, then lines to write on."""

from __future__ import annotations

from collections.abc import Sequence

from netdesk.method.one_to_one_sheet import (
    ANSWER_LINES,
    LEARNED_LINES,
    PROMISE_LINES,
    OneToOneSheet,
    SidePart,
)
from netdesk.ui.printing.marks import Ink, Mark, Rule, TickBox, Words
from netdesk.ui.printing.page_layout import Block, LaidSheet, Paper, airiest
from netdesk.ui.printing.sheet_look import SHEET_LOOK, Look
from netdesk.ui.printing.sheet_pages import GUTTER, Head, SheetPages
from netdesk.ui.printing.sheet_parts import SheetParts, ends_together
from netdesk.ui.printing.typesetting import Typesetter

_LEAST_AIR = 0.5
_WRITTEN_LINE = 25
_LABEL_ROOM, _WIDE_LABEL_ROOM, _WIDE = 118, 134, 500
_DAY_ROOM = 96


def lay_one_to_one_sheet(sheet: OneToOneSheet, paper: Paper) -> LaidSheet:
    """Lay the sheet out. What fits one page by leaving less space between the lines does; the type never shrinks."""
    setter = Typesetter()
    return airiest(
        lambda air: _lay(sheet, paper, setter, SHEET_LOOK.tighter(air)),
        lambda laid: len(laid.pages) == 1,
        _LEAST_AIR,
    )


def _lay(sheet: OneToOneSheet, paper: Paper, setter: Typesetter, look: Look) -> LaidSheet:
    parts = SheetParts(setter, look)
    pages = SheetPages(Head(sheet.title, sheet.meta, sheet.aside, sheet.beneath, sheet.footer), parts, paper)
    pages.add(_objective(sheet, parts, pages.width))
    half = (pages.width - GUTTER) / 2
    right = half + GUTTER
    pages.add_columns(
        [parts.heading(sheet.theirs.heading, half), *_parts(sheet.theirs.parts, parts, 0, half)],
        [parts.heading(sheet.mine.heading, half, left=right), *_parts(sheet.mine.parts, parts, right, half)],
    )
    pages.add(
        [
            parts.heading("What I know", pages.width),
            *_parts((*sheet.about, *sheet.between), parts, 0, pages.width),
        ]
    )
    pages.add(_questions(sheet, parts, pages.width))
    pages.add(
        [parts.heading("What I learned", pages.width, gap=14), *_lines(parts, pages.width, LEARNED_LINES)]
    )
    mine, theirs = sheet.promises
    pages.add_columns(_promises(mine, parts, 0, half), _promises(theirs, parts, right, half))
    return pages.laid()


def _objective(sheet: OneToOneSheet, parts: SheetParts, width: float) -> list[Block]:
    """Make the objective, and boxes for afterwards."""
    look = parts.look
    blocks = [parts.heading("Objective", width, gap=14)]
    if sheet.objective:
        words = parts.text(sheet.objective, look.strong, width, 3)
        blocks.append(Block("objective", words.height, (Words(0, 0, words),), keep=True))
    else:
        blocks += _lines(parts, width, 1)
    marks: list[Mark] = []
    left = 0.0
    for outcome in sheet.outcomes:
        label = parts.setter.text(outcome, look.body, 160, most_lines=1)
        marks += [
            TickBox(left, (label.height - look.box) / 2, look.box),
            Words(left + look.box + 7, 0, label),
        ]
        left += look.box + 7 + label.end + 26
    return [*blocks, Block("reached", look.body.line_height, tuple(marks), look.space(6))]


def _parts(found: Sequence[SidePart], parts: SheetParts, left: float, width: float) -> list[Block]:
    """Make labels with what is known beside them; where nothing is, a line to write on."""
    look, pad = parts.look, parts.look.space(4)
    blocks = []
    wider = _WIDE_LABEL_ROOM if width > _WIDE else _LABEL_ROOM
    room = min(wider, width * 0.38)
    for part in found:
        label = parts.setter.text(part.label, look.label, room - 8, most_lines=2)
        marks: list[Mark] = [Words(left, pad + 1, label)]
        height = label.height
        if part.text:
            words = parts.text(part.text, look.small, width - room, 6)
            marks.append(Words(left + room, pad, words))
            height = max(height, words.height)
        else:
            height = max(height, look.space(16))
        height += 2 * pad
        marks.append(Rule(left, height, width, 0))
        blocks.append(Block("part", height + 1, tuple(marks)))
    return ends_together(blocks)


def _questions(sheet: OneToOneSheet, parts: SheetParts, width: float) -> list[Block]:
    blocks = [parts.heading("To ask", width, gap=14)] if sheet.questions else []
    for question in sheet.questions:
        words = parts.text(question, parts.look.strong, width, 2)
        blocks.append(Block("question", words.height, (Words(0, 0, words),), parts.look.space(4), keep=True))
        blocks += _lines(parts, width, ANSWER_LINES)
    return blocks


def _lines(parts: SheetParts, width: float, count: int) -> list[Block]:
    height = parts.look.space(_WRITTEN_LINE)
    line = Block("line", height, (Rule(0, height - 1, width, 0, 0.8, Ink.GREY),))
    return ends_together([line] * count)


def _promises(heading: str, parts: SheetParts, left: float, width: float) -> list[Block]:
    """Make lines for what is promised, with room for the day at their end."""
    look = parts.look
    by = parts.setter.text("by", look.label, 20, most_lines=1)
    height = look.space(_WRITTEN_LINE)
    day = left + width - _DAY_ROOM
    marks: tuple[Mark, ...] = (
        Rule(left, height - 1, width - _DAY_ROOM - 8, 0, 0.8, Ink.GREY),
        Words(day, height - by.height, by),
        Rule(day + by.end + 6, height - 1, _DAY_ROOM - by.end - 6, 0, 0.8, Ink.GREY),
    )
    line = Block("promise", height, marks)
    return [parts.heading(heading, width, left=left, gap=14), *ends_together([line] * PROMISE_LINES)]
