"""The audit of a group on A4 or Letter: shares with bars, would I stay, a row of boxes for each member."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from netdesk.method.audit_sheet import AuditRow, AuditSheet, LearnedRow, ShareFigure
from netdesk.ui.printing.marks import Ink, Mark, Pip, Rule, TickBox, Words
from netdesk.ui.printing.page_layout import Block, LaidSheet, Paper, airiest
from netdesk.ui.printing.sheet_look import SHEET_LOOK, Look
from netdesk.ui.printing.sheet_pages import GUTTER, Head, SheetPages
from netdesk.ui.printing.sheet_parts import PIPS, SheetParts, ends_together
from netdesk.ui.printing.typesetting import Style, Typesetter

_LEAST_AIR = 0.4
_MOST_LINES = 8
_MOST_ON_A_PAGE = 30
_FIGURE = Style(19, 600, 25)
_BAR = 4.0
_SHARES = (0, 0.4, 0.5, 0.62, 0.73, 0.85)
"""Where the columns begin: the member, and the five boxes."""
_NAME = 0.3


def lay_audit_sheet(sheet: AuditSheet, paper: Paper) -> LaidSheet:
    """Lay the audit out; one that fits a page by leaving less space between the lines does.

    Where there is room more lines to write on are left, and fewer where they alone would take a second page.
    """
    setter = Typesetter()
    roomy = _lay(replace(sheet, empty_lines=_MOST_LINES), paper, setter, SHEET_LOOK)
    if len(roomy.pages) == 1:
        return roomy
    laid = _airiest(sheet, paper, setter)
    if len(laid.pages) == 1 or len(sheet.rows) > _MOST_ON_A_PAGE:
        return laid
    fewer = _airiest(replace(sheet, empty_lines=1), paper, setter)
    return fewer if len(fewer.pages) == 1 else laid


def _airiest(sheet: AuditSheet, paper: Paper, setter: Typesetter) -> LaidSheet:
    return airiest(
        lambda air: _lay(sheet, paper, setter, SHEET_LOOK.tighter(air)),
        lambda laid: len(laid.pages) == 1,
        _LEAST_AIR,
    )


def _lay(sheet: AuditSheet, paper: Paper, setter: Typesetter, look: Look) -> LaidSheet:
    parts = SheetParts(setter, look)
    head = Head(sheet.title, sheet.meta, sheet.aside, sheet.beneath, sheet.footer)
    pages = SheetPages(head, parts, paper)
    width = pages.width
    blocks = [parts.note(sheet.why, 0, width)] if sheet.why else []
    if sheet.shares:
        blocks.append(_figures(sheet.shares, parts, width))
    blocks += parts.notes((sheet.worth,), width)
    if sheet.rows:
        edges = [width * share for share in _SHARES]
        heads = parts.column_heads(list(zip(sheet.columns, edges, strict=True)), width, gap=14)
        rows = [_row(row, parts, edges, width, heads) for row in sheet.rows]
        blocks += [heads, *ends_together(rows)]
    if sheet.following:
        blocks.append(parts.note(sheet.following, 0, width))
    blocks += _learned(sheet, parts, width)
    pages.add(blocks)
    return pages.laid()


def _figures(figures: Sequence[ShareFigure], parts: SheetParts, width: float) -> Block:
    """Large numbers side by side, each with its words and a bar."""
    look = parts.look
    across = (width - GUTTER * (len(figures) - 1)) / len(figures)
    marks: list[Mark] = []
    set_words = [parts.text(one.words, look.small, across, 3) for one in figures]
    high = max(words.height for words in set_words)
    for place, (one, words) in enumerate(zip(figures, set_words, strict=True)):
        left = place * (across + GUTTER)
        figure = parts.setter.text(one.figure, _FIGURE, across, most_lines=1)
        marks += [Words(left, 0, figure), Words(left, figure.height, words)]
        down = figure.height + high + look.space(5) + _BAR / 2
        marks.append(Rule(left, down, across, 0, _BAR, Ink.HAIR))
        if one.share > 0:
            marks.append(Rule(left, down, across * one.share, 0, _BAR, Ink.ACCENT))
    height = _FIGURE.line_height + high + look.space(5) + _BAR
    return Block("shares", height, tuple(marks), look.space(12))


def _row(row: AuditRow, parts: SheetParts, edges: Sequence[float], width: float, heads: Block) -> Block:
    look, pad = parts.look, parts.look.space(4)
    style = replace(look.strong, size=look.small.size + 0.5, line=look.small.line_height)
    name = parts.setter.text(row.name, style, width * _NAME - 8, most_lines=2, fixed=True)
    marks: list[Mark] = [Words(8, pad, name)]
    used = name.height
    if row.beneath:
        beneath = parts.text(row.beneath, look.faint, width * _NAME - 8, 1)
        marks.append(Words(8, pad + used, beneath))
        used += beneath.height
    height = max(used, look.box) + 2 * pad
    marks += _pips(row.pips, look, width * _NAME + 4, (height - look.pip) / 2)
    for place, (left, ticked) in enumerate(zip(edges[1:], row.ticked, strict=True)):
        marks.append(TickBox(left + 8, (height - look.box) / 2, look.box, ticked=ticked))
        if place == 1 and row.booked:
            day = parts.text(row.booked, look.faint, edges[place + 2] - left - look.box - 14, 1)
            marks.append(Words(left + look.box + 13, (height - day.height) / 2, day))
    marks.append(Rule(0, height, width, 0))
    return Block("member", height + 1, tuple(marks), again=heads)


def _pips(level: int, look: Look, left: float, down: float) -> list[Mark]:
    ink, step = Ink.of_level(level), look.pip * 1.43
    return [Pip(left + number * step, down, look.pip, number < level, ink) for number in range(PIPS)]


def _learned(sheet: AuditSheet, parts: SheetParts, width: float) -> list[Block]:
    """What was learned, person by person, and lines to write on."""
    look = parts.look
    rows = [_learned_row(row, parts, width) for row in sheet.learned]
    line = Block("line", look.card_row + 1, (Rule(0, look.card_row, width, 0),))
    return [
        parts.heading(sheet.learned_heading, width, gap=18),
        *ends_together([*rows, *[line] * sheet.empty_lines]),
    ]


def _learned_row(row: LearnedRow, parts: SheetParts, width: float) -> Block:
    look, pad = parts.look, parts.look.space(4)
    left = width * _NAME
    style = replace(look.strong, size=look.small.size + 0.5, line=look.small.line_height)
    name = parts.setter.text(row.name, style, left - 16, most_lines=2, fixed=True)
    text = parts.text(row.text, look.small, width - left - 8, 6)
    height = max(name.height, text.height) + 2 * pad
    marks = (Words(8, pad, name), Words(left + 8, pad, text), Rule(0, height, width, 0))
    return Block("learned", height + 1, marks)
