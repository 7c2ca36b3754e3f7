"""The sheet for the pocket: the upper half of the paper, to cut off and fold once in the middle."""

from __future__ import annotations

from netdesk.method.prep_sheet import PrepSheet
from netdesk.method.prep_sheet_members import members_note
from netdesk.ui.printing.marks import Ink, Mark, Rule, Words
from netdesk.ui.printing.page_layout import Block, LaidSheet, Page, Paper, Placed, Region, Spot, airiest, flow
from netdesk.ui.printing.sheet_look import Look
from netdesk.ui.printing.sheet_parts import SheetParts
from netdesk.ui.printing.typesetting import Style, Typesetter

MARGIN = 30.0
"""Around each of the two faces, in pixels of 1/96 inch."""

_FACES = 4
"""Two above the cut, and two below it when the upper half is not enough."""

_FOLD_MARK = 9.0
_LEAST_AIR = 0.4
_LOOK = Look(
    title=Style(16, 600, 21),
    heading=Style(12.5, 600, 16),
    strong=Style(11.5, 600, 15.5),
    body=Style(11, 400, 15),
    pitch=Style(11, 400, 15),
    small=Style(10, 400, 13.5),
    label=Style(9.5, 600, 13, Ink.GREY),
    faint=Style(9.5, 400, 13, Ink.GREY),
    box=11,
    box_step=14.5,
    pip=5.5,
    card_row=24,
    most_lines=4,
)


def lay_pocket_sheet(sheet: PrepSheet, paper: Paper) -> LaidSheet:
    """Lay the sheet out on two faces above the cut; tighter before it takes the half below."""
    setter = Typesetter()
    return airiest(
        lambda air: _lay(sheet, paper, setter, _LOOK.tighter(air)), lambda laid: _faces(laid) <= 2, _LEAST_AIR
    )


def _faces(laid: LaidSheet) -> int:
    """Count the faces that are used."""
    places = {
        (each.region.page, each.region.left, each.region.top) for page in laid.pages for each in page.placed
    }
    return len(places)


def _lay(sheet: PrepSheet, paper: Paper, setter: Typesetter, look: Look) -> LaidSheet:
    parts = SheetParts(setter, look)
    width = paper.width / 2 - 2 * MARGIN
    half = paper.height / 2

    def frame(index: int) -> Region:
        page, face = divmod(index, _FACES)
        top = MARGIN if face < 2 else half + MARGIN
        left = MARGIN if face % 2 == 0 else paper.width / 2 + MARGIN
        return Region(page, left, top, top + half - 2 * MARGIN)

    placed, at = flow(_blocks(sheet, parts, width), Spot(0, MARGIN), frame)
    pages = at.region // _FACES + 1
    lines = _lines(sheet, paper, parts)
    return LaidSheet(sheet.title, paper, tuple(_page(number, placed, lines) for number in range(pages)))


def _blocks(sheet: PrepSheet, parts: SheetParts, width: float) -> list[Block]:
    blocks = [_heading(sheet, parts, width)]
    if sheet.goals:
        blocks.append(parts.heading(sheet.goals_heading, width, gap=9))
        blocks += [parts.goal(goal, width) for goal in sheet.goals]
    blocks += parts.tally(sheet.tally_heading, sheet.tally_rows, sheet.tally_counts, width)
    blocks += [parts.room_line(line, 0, width, 10 if line is sheet.room[0] else 4) for line in sheet.room]
    if sheet.pitch:
        blocks += parts.pitch(sheet.pitch, 0, width)
    if sheet.competitor:
        blocks.append(parts.note(sheet.competitor, 0, width))
    if sheet.first_ask:
        blocks.append(parts.sentence(sheet.first_ask, 0, width))
    if sheet.people:
        edges = [width * share for share in (0, 0.4, 0.66, 0.925)]
        blocks.append(parts.heading(sheet.people_heading, width, gap=11))
        blocks += parts.people(sheet.people_columns, sheet.people, edges, width)
    not_known = members_note(sheet.members)
    if not_known:
        blocks.append(parts.note(not_known, 0, width))
    if sheet.card_rows > 0:
        edges = [width * share for share in (0, 0.36, 0.82)]
        blocks.append(parts.heading(sheet.cards_heading, width, gap=11))
        blocks += parts.cards(sheet.card_columns, sheet.card_rows, edges, width)
    return blocks


def _heading(sheet: PrepSheet, parts: SheetParts, width: float) -> Block:
    look, setter = parts.look, parts.setter
    title = setter.text(sheet.title, look.title, width, most_lines=2)
    meta = setter.text(
        " · ".join(part for part in (sheet.meta, sheet.purpose) if part), look.small, width, most_lines=2
    )
    height = title.height + meta.height + look.space(6)
    marks = (
        Words(0, 0, title),
        Words(0, title.height, meta),
        Rule(0, height, width, 0, 1.5, Ink.BLACK),
    )
    return Block("title", height + 1, marks)


def _lines(sheet: PrepSheet, paper: Paper, parts: SheetParts) -> list[Mark]:
    """Where to cut (dashed, right across) and where to fold (two short lines at the edges of the half)."""
    half, middle = paper.height / 2, paper.width / 2
    width = middle - 2 * MARGIN
    footer = parts.setter.text(sheet.footer, parts.look.faint, width, most_lines=1, right=True)
    how = parts.setter.text("Cut along the line, then fold in the middle.", parts.look.faint, width)
    return [
        Rule(0, half, paper.width, 0, 0.8, Ink.GREY, dashed=True),
        Rule(middle, 0, 0, _FOLD_MARK, 0.8, Ink.GREY),
        Rule(middle, half - _FOLD_MARK, 0, _FOLD_MARK, 0.8, Ink.GREY),
        Words(middle + MARGIN, half - MARGIN + 6, footer),
        Words(MARGIN, half + 5, how),
    ]


def _page(number: int, placed: list[Placed], lines: list[Mark]) -> Page:
    here = tuple(each for each in placed if each.region.page == number)
    return Page((*lines, *(mark for each in here for mark in each.marks())), here)
