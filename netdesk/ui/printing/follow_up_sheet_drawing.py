"""The follow-ups of a week on A4 or Letter: what is late first, then day by day, with boxes to tick."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLocale

from netdesk.method.follow_up_sheet import FollowUpDay, FollowUpRow, FollowUpSheet
from netdesk.ui.printing.marks import Mark, Rule, TickBox, Words
from netdesk.ui.printing.page_layout import Block, LaidSheet, Paper, airiest
from netdesk.ui.printing.sheet_look import SHEET_LOOK, Look
from netdesk.ui.printing.sheet_pages import Head, SheetPages
from netdesk.ui.printing.sheet_parts import SheetParts, ends_together
from netdesk.ui.printing.typesetting import Typesetter

_LEAST_AIR = 0.6
_SHARES = (0, 0.045, 0.135, 0.395, 0.575)
_MOST_LINES = 5


def lay_follow_up_sheet(sheet: FollowUpSheet, paper: Paper) -> LaidSheet:
    """Lay the list out; a week that fits one page by leaving less space between the lines does."""
    setter = Typesetter()
    return airiest(
        lambda air: _lay(sheet, paper, setter, SHEET_LOOK.tighter(air)),
        lambda laid: len(laid.pages) == 1,
        _LEAST_AIR,
    )


def first_weekday() -> int:
    """Give the day a week begins with in this locale, counted from Monday, 0."""
    return QLocale().firstDayOfWeek().value - 1


def _lay(sheet: FollowUpSheet, paper: Paper, setter: Typesetter, look: Look) -> LaidSheet:
    parts = SheetParts(setter, look)
    pages = SheetPages(Head(sheet.title, sheet.meta, "", "", sheet.footer), parts, paper)
    edges = [pages.width * share for share in _SHARES]
    blocks = [parts.column_heads(list(zip(sheet.columns, edges, strict=True)), pages.width, gap=8)]
    for day in sheet.days:
        blocks += _day(day, parts, edges, pages.width)
    pages.add(blocks)
    return pages.laid()


def _day(day: FollowUpDay, parts: SheetParts, edges: Sequence[float], width: float) -> list[Block]:
    look = parts.look
    heading = _ruled(parts.heading(day.heading, width, day.beside, gap=14), width)
    # On a further page the day is named again, so that no row stands without one.
    again = _ruled(parts.heading(f"{day.heading}, continued", width), width)
    rows = [_row(row, parts, edges, width, again) for row in day.rows]
    empty = Block(
        "empty",
        look.card_row + 1,
        (TickBox(0, (look.card_row - look.box) / 2, look.box), Rule(0, look.card_row, width, 0)),
        again=again,
    )
    return [heading, *ends_together([*rows, *[empty] * day.empty])]


def _ruled(heading: Block, width: float) -> Block:
    height = heading.height + 1
    return Block("day", height, (*heading.marks, Rule(0, height - 1, width, 0)), heading.gap, keep=True)


def _row(row: FollowUpRow, parts: SheetParts, edges: Sequence[float], width: float, again: Block) -> Block:
    look, pad = parts.look, parts.look.space(5)
    _, when_at, who_at, phone_at, action_at = edges
    when = parts.text(row.when, look.small, who_at - when_at - 6, 2)
    name = parts.setter.text(row.name, look.strong, phone_at - who_at - 12, most_lines=3, fixed=True)
    phone = parts.text(row.phone, look.small, action_at - phone_at - 8, 3)
    action = parts.text(row.action, look.small, width - action_at - 8, _MOST_LINES)
    marks: list[Mark] = [
        TickBox(0, pad + (look.strong.line_height - look.box) / 2, look.box),
        Words(when_at + 8, pad + 1, when),
        Words(who_at + 8, pad, name),
        Words(phone_at + 8, pad + 1, phone),
        Words(action_at + 8, pad + 1, action),
    ]
    used = name.height
    if row.beneath:
        beneath = parts.text(row.beneath, look.faint, phone_at - who_at - 12, 2)
        marks.append(Words(who_at + 8, pad + used, beneath))
        used += beneath.height
    height = max(used, phone.height + 1, action.height + 1, when.height + 1) + 2 * pad
    marks.append(Rule(0, height, width, 0))
    return Block("follow-up", height + 1, tuple(marks), again=again)
