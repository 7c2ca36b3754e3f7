"""The prep sheet on A4 or Letter: an event on one page where it fits, tighter before it takes a second."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from netdesk.method.prep_sheet import PrepSheet
from netdesk.method.prep_sheet_members import MOST_MEMBERS, fewer_boxes
from netdesk.ui.printing.member_rows import member_rows
from netdesk.ui.printing.page_layout import Block, LaidSheet, Paper, airiest
from netdesk.ui.printing.sheet_look import SHEET_LOOK, Look
from netdesk.ui.printing.sheet_pages import GUTTER, Head, SheetPages
from netdesk.ui.printing.sheet_parts import SheetParts
from netdesk.ui.printing.typesetting import Typesetter

_LEAST_AIR = 0.5


def lay_prep_sheet(sheet: PrepSheet, paper: Paper) -> LaidSheet:
    """Lay the sheet out. What fits one page by leaving less space between the lines does; the type never shrinks.

    What was learned last time, and members not known after the first two, are left out where they alone would take a
    second page.
    """
    setter = Typesetter()
    laid = _airiest(sheet, paper, setter)
    if len(laid.pages) == 1:
        return laid
    for shorter in _shorter(sheet):
        fits = _airiest(shorter, paper, setter)
        if len(fits.pages) == 1:
            return fits
    return laid


def _shorter(sheet: PrepSheet) -> Iterator[PrepSheet]:
    """Give the same sheet with less on it, the least that goes first."""
    if len(sheet.last) > 1:
        sheet = replace(sheet, last=sheet.last[:1])
        yield sheet
    if sheet.members:
        for most in range(MOST_MEMBERS - 2, 0, -2):
            if most < len(sheet.members.boxes):
                yield replace(sheet, members=fewer_boxes(sheet.members, most))


def _airiest(sheet: PrepSheet, paper: Paper, setter: Typesetter) -> LaidSheet:
    return airiest(
        lambda air: _lay(sheet, paper, setter, SHEET_LOOK.tighter(air)),
        lambda laid: len(laid.pages) == 1,
        _LEAST_AIR,
    )


def _lay(sheet: PrepSheet, paper: Paper, setter: Typesetter, look: Look) -> LaidSheet:
    parts = SheetParts(setter, look)
    head = Head(sheet.title, sheet.meta, sheet.purpose, sheet.purpose_sentence, sheet.footer)
    pages = SheetPages(head, parts, paper)
    left = (pages.width - GUTTER) * 0.555
    pages.add_columns(
        _why(sheet, parts, left), _words(sheet, parts, left + GUTTER, pages.width - left - GUTTER)
    )
    pages.add(_tables(sheet, parts, pages.width))
    return pages.laid()


def _why(sheet: PrepSheet, parts: SheetParts, width: float) -> list[Block]:
    """What stands on the left: the goals, and the strokes for a message that is tried."""
    blocks = [parts.heading(sheet.goals_heading, width)] if sheet.goals else []
    blocks += [parts.goal(goal, width) for goal in sheet.goals]
    return blocks + parts.tally(sheet.tally_heading, sheet.tally_rows, sheet.tally_counts, width)


def _words(sheet: PrepSheet, parts: SheetParts, left: float, width: float) -> list[Block]:
    """What stands on the right: the pitch, who else offers the same, and the plan for the room."""
    blocks = parts.pitch(sheet.pitch, left, width) if sheet.pitch else []
    if sheet.competitor:
        blocks.append(parts.note(sheet.competitor, left, width))
    if sheet.room and sheet.room_heading:
        blocks.append(parts.heading(sheet.room_heading, width, left=left))
    blocks += [parts.room_line(line, left, width, 0 if line is sheet.room[0] else 6) for line in sheet.room]
    if sheet.first_ask:
        blocks.append(parts.sentence(sheet.first_ask, left, width))
    return blocks


def _tables(sheet: PrepSheet, parts: SheetParts, width: float) -> list[Block]:
    blocks = parts.notes(sheet.last, width)
    if sheet.people:
        edges = [width * share for share in (0, 0.246, 0.484, 0.687, 0.935)]
        blocks.append(parts.heading(sheet.people_heading, width, gap=18))
        blocks += parts.people(sheet.people_columns, sheet.people, edges, width)
    if sheet.members:
        blocks += member_rows(parts, sheet.members, width)
    if sheet.card_rows > 0:
        edges = [width * share for share in (0, 0.26, 0.5, 0.8, 0.882)]
        blocks.append(parts.heading(sheet.cards_heading, width, gap=18))
        blocks += parts.cards(sheet.card_columns, sheet.card_rows, edges, width)
    return blocks
