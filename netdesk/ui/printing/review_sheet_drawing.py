"""The review of a period on A4 or Letter: charts side by side with their readings, more and less, resolutions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from netdesk.method.insights.chart import Chart
from netdesk.method.review import Advice
from netdesk.method.review_sheet import AdviceList, ReviewSheet
from netdesk.method.sheet_text import clean_text
from netdesk.ui.charts.drawing import draw, wanted_height
from netdesk.ui.charts.worn import look_on_paper
from netdesk.ui.printing.marks import Ink, Mark, Picture, Rule, Words
from netdesk.ui.printing.page_layout import Block, LaidSheet, Paper
from netdesk.ui.printing.sheet_look import SHEET_LOOK, Look
from netdesk.ui.printing.sheet_pages import GUTTER, SIDE, Head, SheetPages
from netdesk.ui.printing.sheet_parts import SheetParts
from netdesk.ui.printing.typesetting import Typesetter

_AIRS = (0.85, 0.7, 0.55, 0.4)
_MOST_PAGES = 2
_MOST_LINES = 14
_CHART_SCALE = 0.88
_BETWEEN = 10
_APART = 20
_SHARES = (0, 0.44, 0.74, 0.9)
"""Where the columns of the resolutions begin."""


class ChartPictures:
    """Charts drawn for paper. What was drawn once at a width is not drawn again."""

    def __init__(self) -> None:
        self._look = look_on_paper(scale=_CHART_SCALE)
        self._drawn: dict[tuple[str, float], tuple[Chart, Picture]] = {}

    def draw(self, charts: Sequence[Chart]) -> None:
        """Draw charts for every paper beforehand; this may be done on any thread."""
        for chart in charts:
            for paper in Paper:
                self.picture(chart, half_width(paper))

    def picture(self, chart: Chart, width: float) -> Picture:
        """Return a chart as a mark at its own upper left corner, as high as it wants to be."""
        key = (chart.name, width)
        found = self._drawn.get(key)
        if found is not None and found[0] == chart:
            return found[1]
        height = wanted_height(chart, self._look)
        drawing = draw(chart, self._look, (width, height))
        made = Picture(0, 0, drawing.width, drawing.height, drawing.svg)
        self._drawn[key] = (chart, made)
        return made


def half_width(paper: Paper) -> float:
    """How wide each of two charts side by side is."""
    return (paper.width - 2 * SIDE - GUTTER) / 2


def lay_review_sheet(sheet: ReviewSheet, paper: Paper, pictures: ChartPictures | None = None) -> LaidSheet:
    """Lay the review out, with as many lines for resolutions as the last page has room for."""
    setter, drawn = Typesetter(), pictures or ChartPictures()
    laid, look = _fewest_pages(sheet, paper, setter, drawn)
    least, most = sheet.lines, _MOST_LINES
    while least < most:
        lines = (least + most + 1) // 2
        fuller = _lay(replace(sheet, lines=lines), paper, setter, look, drawn)
        if len(fuller.pages) == len(laid.pages):
            laid, least = fuller, lines
        else:
            most = lines - 1
    return laid


def _fewest_pages(
    sheet: ReviewSheet, paper: Paper, setter: Typesetter, pictures: ChartPictures
) -> tuple[LaidSheet, Look]:
    """Lay it out as airy as still fits the fewest pages, one or two; airy over more pages where neither fits."""
    roomy = _lay(sheet, paper, setter, SHEET_LOOK, pictures)
    tight = SHEET_LOOK.tighter(_AIRS[-1])
    fewest = len(_lay(sheet, paper, setter, tight, pictures).pages) if len(roomy.pages) > 1 else 1
    if fewest == len(roomy.pages) or fewest > _MOST_PAGES:
        return roomy, SHEET_LOOK
    looks = [SHEET_LOOK.tighter(air) for air in _AIRS]
    tried = ((_lay(sheet, paper, setter, look, pictures), look) for look in looks)
    return next(one for one in tried if len(one[0].pages) <= fewest)


def _lay(
    sheet: ReviewSheet, paper: Paper, setter: Typesetter, look: Look, pictures: ChartPictures
) -> LaidSheet:
    parts = SheetParts(setter, look)
    pages = SheetPages(Head(sheet.title, sheet.meta, sheet.aside, sheet.beneath, sheet.footer), parts, paper)
    width = pages.width
    half = half_width(paper)
    pages.add(_in_rows(sheet.first, parts, half, pictures))
    pages.add_columns(_advice(sheet.more, parts, 0, half), _advice(sheet.less, parts, half + GUTTER, half))
    columns = _in_columns(sheet.rest, parts, half, pictures)
    if sheet.rest:
        # Two beginnings on one page, or none: one chart alone beside nothing looks forgotten.
        pages.begin_page(unless=max(blocks[0].gap + blocks[0].height for blocks in columns if blocks))
        pages.add_columns(*columns)
    if sheet.missing:
        pages.add([parts.sentence(sheet.missing, 0, width)])
    heading = parts.heading(sheet.resolutions_heading, width)
    edges = [width * share for share in _SHARES]
    pages.add([heading, *parts.cards(sheet.resolution_columns, sheet.lines, edges, width)])
    return pages.laid()


def _in_rows(
    charts: Sequence[Chart], parts: SheetParts, width: float, pictures: ChartPictures
) -> list[Block]:
    """Put charts side by side, two in a row that stays in one piece."""
    rows = []
    for place in range(0, len(charts), 2):
        cells = [_cell(chart, parts, width, pictures) for chart in charts[place : place + 2]]
        marks = [
            mark.moved(number * (width + GUTTER), 0)
            for number, (_, marks) in enumerate(cells)
            for mark in marks
        ]
        rows.append(
            Block("charts", max(height for height, _ in cells), tuple(marks), parts.look.space(_APART))
        )
    return rows


def _in_columns(
    charts: Sequence[Chart], parts: SheetParts, width: float, pictures: ChartPictures
) -> tuple[list[Block], list[Block]]:
    """Put charts in two columns, each where there is more room by then."""
    columns: tuple[list[Block], list[Block]] = ([], [])
    ends = [0.0, 0.0]
    for chart in charts:
        height, marks = _cell(chart, parts, width, pictures)
        side = 0 if ends[0] <= ends[1] else 1
        moved = tuple(mark.moved(side * (width + GUTTER), 0) for mark in marks)
        columns[side].append(Block("charts", height, moved, parts.look.space(_APART)))
        ends[side] += height + parts.look.space(_APART)
    return columns


def _cell(chart: Chart, parts: SheetParts, width: float, pictures: ChartPictures) -> tuple[float, list[Mark]]:
    """One chart: its title with a note at the right, the picture, what is to be read, and the comparison.

    Where nothing rises above zero the words are enough.
    """
    look = parts.look
    marks, height = _title(chart, parts, width)
    height += look.space(6)
    if not (chart.is_flat and chart.reading):
        picture = pictures.picture(chart, width)
        marks.append(picture.moved(0, height))
        height += picture.height + look.space(6)
    for words, style in ((chart.reading, look.small), (_compared(chart), look.faint)):
        if words:
            text = parts.text(clean_text(words), style, width, 4)
            marks.append(Words(0, height, text))
            height += text.height
    return height, marks


def _title(chart: Chart, parts: SheetParts, width: float) -> tuple[list[Mark], float]:
    """A chart's title; its note stands at the right where there is room, else beneath."""
    look, setter = parts.look, parts.setter
    title = setter.text(clean_text(chart.title), look.heading, width, most_lines=1)
    words = clean_text(chart.note)
    room = width - title.end - _BETWEEN
    marks: list[Mark] = [Words(0, 0, title)]
    if not words:
        return marks, title.height
    if setter.width(words, look.faint) > room:
        note = setter.text(words, look.faint, width, most_lines=1)
        return [*marks, Words(0, title.height, note)], title.height + note.height
    note = setter.text(words, look.faint, room, most_lines=1, right=True)
    return [*marks, Words(width - room, (title.height - note.height) / 2 + 1, note)], title.height


def _compared(chart: Chart) -> str:
    return f"{chart.compared[0].upper()}{chart.compared[1:]}." if chart.compared else ""


def _advice(told: AdviceList, parts: SheetParts, left: float, width: float) -> list[Block]:
    """What to do more or less of: each in bold, its figures beneath, a line to part them."""
    blocks = [parts.heading(told.heading, width, left=left, gap=20)]
    blocks += [_one(advice, parts, left, width) for advice in told.advice]
    if not told.advice:
        words = parts.text(told.nothing, parts.look.body, width)
        blocks.append(Block("advice", words.height, (Words(left, 0, words),)))
    return blocks


def _one(advice: Advice, parts: SheetParts, left: float, width: float) -> Block:
    look = parts.look
    pad = look.space(5)
    what = parts.text(advice.what, look.strong, width, 2)
    why = parts.text(advice.why, look.small, width, 3)
    height = pad + what.height + why.height + pad
    marks = (
        Words(left, pad, what),
        Words(left, pad + what.height, why),
        Rule(left, height, width, 0, 1, Ink.HAIR),
    )
    return Block("advice", height + 1, marks)
