"""Members to learn about: two in a row, each with a box to tick and room to write what they do."""

from __future__ import annotations

from dataclasses import replace

from netdesk.method.prep_sheet_members import MemberBox, MemberBoxes
from netdesk.ui.printing.marks import Mark, Rule, TickBox, Words
from netdesk.ui.printing.page_layout import Block
from netdesk.ui.printing.sheet_pages import GUTTER
from netdesk.ui.printing.sheet_parts import SheetParts, ends_together

_NAME_SHARE = 0.52


def member_rows(parts: SheetParts, boxes: MemberBoxes, width: float) -> list[Block]:
    """Make the heading and its rows."""
    heading = parts.heading(boxes.heading, width, boxes.beside, gap=18)
    pairs = [boxes.boxes[place : place + 2] for place in range(0, len(boxes.boxes), 2)]
    return [heading, *ends_together([_row(parts, pair, width) for pair in pairs])]


def _row(parts: SheetParts, pair: tuple[MemberBox, ...], width: float) -> Block:
    look = parts.look
    half = (width - GUTTER) / 2
    pad = look.space(4)
    made = [_member(parts, one, half) for one in pair]
    height = max(*(used for _, used in made), look.box) + 2 * pad
    marks: list[Mark] = []
    for place, (member, used) in enumerate(made):
        left = place * (half + GUTTER)
        marks.append(TickBox(left, (height - look.box) / 2, look.box))
        marks += [mark.moved(left, (height - used) / 2) for mark in member]
        marks.append(Rule(left, height, half, 0))
    return Block("member", height + 1, tuple(marks))


def _member(parts: SheetParts, one: MemberBox, half: float) -> tuple[list[Mark], float]:
    look = parts.look
    left = look.box + 8
    room = half * _NAME_SHARE - left
    style = replace(look.strong, size=look.small.size + 0.5, line=look.small.line_height)
    name = parts.setter.text(one.name, style, room, most_lines=2, fixed=True)
    marks: list[Mark] = [Words(left, 0, name)]
    if not one.beneath:
        return marks, name.height
    beneath = parts.text(one.beneath, look.faint, room, 1)
    marks.append(Words(left, name.height, beneath))
    return marks, name.height + beneath.height
