"""The debrief on A4 or Letter: goals reached, reactions, cards with their plans, and lines to write on."""

from __future__ import annotations

from collections.abc import Sequence

from netdesk.method.debrief_sheet import MOST_STARS, CardRow, CountRow, DebriefSheet, Writing
from netdesk.ui.printing.marks import Ink, Mark, Rule, Star, TickBox, Words
from netdesk.ui.printing.page_layout import Block, LaidSheet, Paper, airiest
from netdesk.ui.printing.sheet_look import SHEET_LOOK, Look
from netdesk.ui.printing.sheet_pages import GUTTER, Head, SheetPages
from netdesk.ui.printing.sheet_parts import SheetParts, ends_together
from netdesk.ui.printing.typesetting import Typesetter

_LEAST_AIR = 0.6
_STAR, _STAR_STEP = 17, 23
_WRITTEN_LINE = 26
_NUMBER_ROOM = 64
_SHARES = (0, 0.25, 0.415, 0.735, 0.93)


def lay_debrief_sheet(sheet: DebriefSheet, paper: Paper) -> LaidSheet:
    """Lay the sheet out. What fits one page by leaving less space between the lines does; the type never shrinks."""
    setter = Typesetter()
    return airiest(
        lambda air: _lay(sheet, paper, setter, SHEET_LOOK.tighter(air)),
        lambda laid: len(laid.pages) == 1,
        _LEAST_AIR,
    )


def _lay(sheet: DebriefSheet, paper: Paper, setter: Typesetter, look: Look) -> LaidSheet:
    parts = SheetParts(setter, look)
    head = Head(sheet.title, sheet.meta, sheet.purpose, sheet.purpose_sentence, sheet.footer)
    pages = SheetPages(head, parts, paper)
    left = (pages.width - GUTTER) * 0.6
    beside, right = left + GUTTER, pages.width - left - GUTTER
    counted = _counted(sheet.reactions_heading, sheet.reactions_beside, sheet.reactions, parts, beside, right)
    met = _counted(sheet.met_heading, "", sheet.met, parts, beside, right)
    if sheet.goals:
        pages.add_columns(_goals(sheet, parts, left), [*counted, *met])
    else:
        half = (pages.width - GUTTER) / 2
        pages.add_columns(
            _counted(sheet.reactions_heading, sheet.reactions_beside, sheet.reactions, parts, 0, half),
            _counted(sheet.met_heading, "", sheet.met, parts, half + GUTTER, half),
        )
    pages.add(_cards(sheet, parts, pages.width))
    half = (pages.width - GUTTER) / 2
    learned, change = sheet.writing
    pages.add_columns(_writing(learned, parts, 0, half), _writing(change, parts, half + GUTTER, half))
    pages.add(_worth(sheet, parts, pages.width))
    return pages.laid()


def _goals(sheet: DebriefSheet, parts: SheetParts, width: float) -> list[Block]:
    return [
        parts.heading(sheet.goals_heading, width, sheet.goals_beside),
        *(parts.goal(goal, width, _NUMBER_ROOM) for goal in sheet.goals),
    ]


def _counted(
    heading: str, beside: str, rows: Sequence[CountRow], parts: SheetParts, left: float, width: float
) -> list[Block]:
    """Make words with a number at the right, or a place to write one."""
    look = parts.look
    blocks = [parts.heading(heading, width, left=left)]
    if beside:
        name = parts.text(beside, look.faint, width, 2)
        blocks.append(Block("name", name.height, (Words(left, 0, name),), keep=True))
    for place, row in enumerate(rows):
        words = parts.text(row.words, look.body, width - _NUMBER_ROOM, 2)
        height = words.height + look.space(9)
        marks: list[Mark] = [Words(left, look.space(4.5), words), Rule(left, height, width, 0)]
        if row.number:
            number = parts.setter.text(row.number, look.strong, _NUMBER_ROOM, most_lines=1, right=True)
            marks.append(Words(left + width - _NUMBER_ROOM, look.space(4.5), number))
        blocks.append(Block("count", height + 1, tuple(marks), keep=place < len(rows) - 1))
    return blocks


def _cards(sheet: DebriefSheet, parts: SheetParts, width: float) -> list[Block]:
    if not sheet.cards and sheet.card_rows < 1:
        return []
    edges = [width * share for share in _SHARES]
    heads = parts.column_heads(list(zip(sheet.card_columns, edges, strict=True)), width)
    rows = [_card(card, parts, edges, width, heads) for card in sheet.cards]
    rows += [_empty_card(parts, edges, width, heads)] * sheet.card_rows
    return [
        parts.heading(sheet.cards_heading, width, sheet.cards_beside, gap=18),
        heads,
        *ends_together(rows),
    ]


def _card(card: CardRow, parts: SheetParts, edges: Sequence[float], width: float, heads: Block) -> Block:
    look, pad = parts.look, parts.look.space(5)
    who = edges[1] - 16
    name = parts.setter.text(card.name, look.strong, who, most_lines=3, fixed=True)
    marks: list[Mark] = [Words(8, pad, name)]
    used = name.height
    if card.beneath:
        beneath = parts.text(card.beneath, look.faint, who, 3)
        marks.append(Words(8, pad + used, beneath))
        used += beneath.height
    kind = parts.text(card.kind, look.small, edges[2] - edges[1] - 12, 2)
    marks.append(Words(edges[1] + 8, pad + 1, kind))
    down = pad + 1
    for action, when in card.plans:
        words = parts.text(action, look.small, edges[3] - edges[2] - 12)
        day = parts.text(when, look.small, edges[4] - edges[3] - 10, 2)
        marks += [Words(edges[2] + 8, down, words), Words(edges[3] + 8, down, day)]
        down += max(words.height, day.height) + look.space(2)
    inner = max(used, kind.height, down - pad, look.box)
    height = max(inner + 2 * pad, look.card_row)
    marks.append(TickBox(edges[4] + 8, (height - look.box) / 2, look.box, ticked=card.solid))
    marks.append(Rule(0, height, width, 0))
    return Block("card", height + 1, tuple(marks), again=heads)


def _empty_card(parts: SheetParts, edges: Sequence[float], width: float, heads: Block) -> Block:
    look = parts.look
    box = TickBox(edges[-1] + 8, (look.card_row - look.box) / 2, look.box)
    return Block("card", look.card_row + 1, (box, Rule(0, look.card_row, width, 0)), again=heads)


def _writing(writing: Writing, parts: SheetParts, left: float, width: float) -> list[Block]:
    look = parts.look
    blocks = [parts.heading(writing.heading, width, left=left, gap=18)]
    if writing.text:
        words = parts.text(writing.text, look.body, width)
        return [*blocks, Block("written", words.height, (Words(left, 0, words),))]
    height = look.space(_WRITTEN_LINE)
    line = Block("line", height, (Rule(left, height - 1, width, 0),))
    return [*blocks, *ends_together([line] * writing.lines)]


def _worth(sheet: DebriefSheet, parts: SheetParts, width: float) -> list[Block]:
    """Make the stars, and what the event took, side by side."""
    look = parts.look
    heading = parts.heading(sheet.worth_heading, width, sheet.worth_beside, gap=18)
    shares = [0.0 if sheet.stars is None else sheet.stars - number for number in range(MOST_STARS)]
    marks: list[Mark] = [
        Star(number * _STAR_STEP, 1, _STAR, min(1.0, max(0.0, share))) for number, share in enumerate(shares)
    ]
    left, high = MOST_STARS * _STAR_STEP + GUTTER * 1.5, look.body.line_height
    room = (width - left - GUTTER) / max(1, len(sheet.spent))
    for row in sheet.spent:
        words = parts.text(row.words, look.body, room, 1)
        start = left + words.end + 8
        marks.append(Words(left, 0, words))
        if row.number:
            marks.append(Words(start, 0, parts.text(row.number, look.strong, room - words.end - 16, 1)))
        else:
            marks.append(Rule(start, high - 2, room - words.end - 24, 0, 0.8, Ink.GREY))
        left += room
    return [heading, Block("worth", max(high, _STAR + 2), tuple(marks))]
