"""The prep sheet on A4 or Letter: an event on one page where it fits, tighter before it takes a second."""

from __future__ import annotations

from netdesk.method.prep_sheet import PrepSheet
from netdesk.ui.printing.marks import Ink, Mark, Rule, Words
from netdesk.ui.printing.page_layout import (
    Block,
    LaidSheet,
    Page,
    Paper,
    Placed,
    Region,
    Spot,
    airiest,
    flow,
    side_by_side,
)
from netdesk.ui.printing.sheet_parts import Look, SheetParts
from netdesk.ui.printing.typesetting import Style, Typesetter

SIDE, TOP, FOOT = 52.0, 44.0, 30.0
"""The margins in pixels of 1/96 inch: left and right, above, and below the footer."""

_FOOTER_ROOM = 30
_GUTTER = 22
_LEAST_AIR = 0.6
_LOOK = Look(
    title=Style(24, 600, 30),
    heading=Style(15, 600, 20),
    strong=Style(13, 600, 18),
    body=Style(13, 400, 19),
    pitch=Style(13, 400, 20),
    small=Style(11.5, 400, 16.5),
    label=Style(11, 600, 16, Ink.GREY),
    faint=Style(11, 400, 16, Ink.GREY),
    box=13,
    box_step=17,
    pip=7,
    card_row=29,
    most_lines=12,
)


def lay_prep_sheet(sheet: PrepSheet, paper: Paper) -> LaidSheet:
    """Lay the sheet out. What fits one page by leaving less space between the lines does; the type never shrinks."""
    setter = Typesetter()
    return airiest(
        lambda air: _lay(sheet, paper, setter, _LOOK.tighter(air)),
        lambda laid: len(laid.pages) == 1,
        _LEAST_AIR,
    )


def _lay(sheet: PrepSheet, paper: Paper, setter: Typesetter, look: Look) -> LaidSheet:
    parts = SheetParts(setter, look)
    width = paper.width - 2 * SIDE
    running = _running_head(sheet, parts, width)

    def frame(index: int) -> Region:
        top = TOP if index == 0 else TOP + running.height + look.space(14)
        return Region(index, SIDE, top, paper.height - FOOT - _FOOTER_ROOM)

    placed, at = flow([_heading(sheet, parts, width)], Spot(0, TOP), frame)
    left = (width - _GUTTER) * 0.555
    beside, at = side_by_side(
        _why(sheet, parts, left), _words(sheet, parts, left + _GUTTER, width - left - _GUTTER), at, frame
    )
    tables, at = flow(_tables(sheet, parts, width), at, frame)
    placed = [*placed, *beside, *tables]
    pages = at.region + 1
    return LaidSheet(
        sheet.title,
        paper,
        tuple(_page(number, pages, placed, running, sheet, parts, paper) for number in range(pages)),
    )


def _heading(sheet: PrepSheet, parts: SheetParts, width: float) -> Block:
    look, setter = parts.look, parts.setter
    aside = 150.0 if sheet.purpose or sheet.purpose_sentence else 0.0
    left = width - aside - (24 if aside else 0)
    title = setter.text(sheet.title, look.title, left, most_lines=3)
    meta = setter.text(sheet.meta, look.body, left, most_lines=4)
    marks: list[Mark] = [Words(0, 0, title), Words(0, title.height + 4, meta)]
    height = title.height + 4 + meta.height
    if aside:
        purpose = setter.text(sheet.purpose, look.strong, aside, most_lines=2, right=True)
        meaning = setter.text(sheet.purpose_sentence, look.small, aside, most_lines=4, right=True)
        down = 9.0
        marks += [Words(width - aside, down, purpose), Words(width - aside, down + purpose.height, meaning)]
        height = max(height, down + purpose.height + meaning.height)
    height += look.space(10)
    marks.append(Rule(0, height, width, 0, 2, Ink.BLACK))
    return Block("title", height + 1, tuple(marks))


def _why(sheet: PrepSheet, parts: SheetParts, width: float) -> list[Block]:
    """What stands on the left: the goals, and the strokes for a message that is tried."""
    blocks = [parts.heading(sheet.goals_heading, width)] if sheet.goals else []
    blocks += [parts.goal(goal, width) for goal in sheet.goals]
    return blocks + parts.tally(sheet.tally_heading, sheet.tally_rows, width)


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
    blocks: list[Block] = []
    if sheet.people:
        edges = [width * share for share in (0, 0.246, 0.484, 0.687, 0.935)]
        blocks.append(parts.heading(sheet.people_heading, width, gap=18))
        blocks += parts.people(sheet.people_columns, sheet.people, edges, width)
    if sheet.card_rows > 0:
        edges = [width * share for share in (0, 0.26, 0.5, 0.8, 0.882)]
        blocks.append(parts.heading(sheet.cards_heading, width, gap=18))
        blocks += parts.cards(sheet.card_columns, sheet.card_rows, edges, width)
    return blocks


def _running_head(sheet: PrepSheet, parts: SheetParts, width: float) -> Block:
    """Repeat the heading on a further page, small."""
    look, setter = parts.look, parts.setter
    title = setter.text(sheet.title, look.heading, width * 0.5, most_lines=1)
    when = sheet.meta.partition(" · ")[0]
    meta = setter.text(when, look.small, width * 0.48, most_lines=1, right=True)
    height = title.height + 5
    marks = (
        Words(0, 0, title),
        Words(width * 0.52, (title.height - meta.height) / 2 + 1, meta),
        Rule(0, height, width, 0, 2, Ink.BLACK),
    )
    return Block("running head", height + 1, marks)


def _page(
    number: int,
    pages: int,
    placed: list[Placed],
    running: Block,
    sheet: PrepSheet,
    parts: SheetParts,
    paper: Paper,
) -> Page:
    here = [each for each in placed if each.region.page == number]
    width = paper.width - 2 * SIDE
    if number:
        here.insert(0, Placed(running, Region(number, SIDE, TOP, paper.height), TOP))
    faint = parts.look.faint
    left = parts.setter.text(sheet.footer, faint, width * 0.7, most_lines=1)
    marks: list[Mark] = [Words(0, 0, left)]
    if pages > 1:
        page = parts.setter.text(f"Page {number + 1} of {pages}", faint, width * 0.25, right=True)
        marks.append(Words(width * 0.75, 0, page))
    footer = Block("footer", left.height, tuple(marks))
    down = paper.height - FOOT - footer.height
    here.append(Placed(footer, Region(number, SIDE, down, paper.height), down))
    return Page(tuple(mark for each in here for mark in each.marks()), tuple(here))
