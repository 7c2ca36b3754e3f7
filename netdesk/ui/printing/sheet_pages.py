"""Pages of a sheet: the head, the same head small on further pages, the foot, and blocks between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from netdesk.ui.printing.marks import Ink, Mark, Rule, Words
from netdesk.ui.printing.page_layout import (
    Block,
    LaidSheet,
    Page,
    Paper,
    Placed,
    Region,
    Spot,
    flow,
    side_by_side,
)
from netdesk.ui.printing.sheet_parts import SheetParts

SIDE, TOP, FOOT = 52.0, 44.0, 30.0
"""The margins in pixels of 1/96 inch: left and right, above, and below the footer."""

GUTTER = 22
"""Between two columns."""

_FOOTER_ROOM = 30


@dataclass(frozen=True, slots=True)
class Head:
    """What stands on every page: title, the line beneath, at the right what for and why, and the foot."""

    title: str
    meta: str
    aside: str
    beneath: str
    footer: str


class SheetPages:
    """Fills the pages of one sheet from the top down."""

    def __init__(self, head: Head, parts: SheetParts, paper: Paper) -> None:
        self._head = head
        self._parts = parts
        self._paper = paper
        self.width = paper.width - 2 * SIDE
        self._running = self._running_head()
        self._placed: list[Placed] = []
        self._at = Spot(0, TOP)
        self.add([self._heading()])

    def add(self, blocks: Sequence[Block]) -> None:
        """Put blocks below what stands there."""
        placed, self._at = flow(blocks, self._at, self.frame)
        self._placed += placed

    def add_columns(self, left: Sequence[Block], right: Sequence[Block]) -> None:
        """Put two columns side by side; what follows begins below the longer one."""
        placed, self._at = side_by_side(left, right, self._at, self.frame)
        self._placed += placed

    def begin_page(self, unless: float) -> None:
        """Go on at the top of the next page where this one has less room left than so many pixels."""
        region = self._at.region
        if self._at.y + unless > self.frame(region).bottom:
            self._at = Spot(region + 1, self.frame(region + 1).top)

    def frame(self, index: int) -> Region:
        """Give the room of a page between head and foot."""
        top = TOP if index == 0 else TOP + self._running.height + self._parts.look.space(14)
        return Region(index, SIDE, top, self._paper.height - FOOT - _FOOTER_ROOM)

    def laid(self) -> LaidSheet:
        """Give the sheet ready to be drawn."""
        pages = self._at.region + 1
        return LaidSheet(
            self._head.title, self._paper, tuple(self._page(number, pages) for number in range(pages))
        )

    def _heading(self) -> Block:
        look, setter, head = self._parts.look, self._parts.setter, self._head
        aside = 150.0 if head.aside or head.beneath else 0.0
        left = self.width - aside - (24 if aside else 0)
        title = setter.text(head.title, look.title, left, most_lines=3)
        meta = setter.text(head.meta, look.body, left, most_lines=4)
        marks: list[Mark] = [Words(0, 0, title), Words(0, title.height + 4, meta)]
        height = title.height + 4 + meta.height
        if aside:
            purpose = setter.text(head.aside, look.strong, aside, most_lines=2, right=True)
            meaning = setter.text(head.beneath, look.small, aside, most_lines=4, right=True)
            down = 9.0
            at = self.width - aside
            marks += [Words(at, down, purpose), Words(at, down + purpose.height, meaning)]
            height = max(height, down + purpose.height + meaning.height)
        height += look.space(10)
        marks.append(Rule(0, height, self.width, 0, 2, Ink.BLACK))
        return Block("title", height + 1, tuple(marks))

    def _running_head(self) -> Block:
        """Repeat the heading on a further page, small."""
        look, setter = self._parts.look, self._parts.setter
        title = setter.text(self._head.title, look.heading, self.width * 0.5, most_lines=1)
        when = self._head.meta.partition(" · ")[0]
        meta = setter.text(when, look.small, self.width * 0.48, most_lines=1, right=True)
        height = title.height + 5
        marks = (
            Words(0, 0, title),
            Words(self.width * 0.52, (title.height - meta.height) / 2 + 1, meta),
            Rule(0, height, self.width, 0, 2, Ink.BLACK),
        )
        return Block("running head", height + 1, marks)

    def _page(self, number: int, pages: int) -> Page:
        here = [each for each in self._placed if each.region.page == number]
        bottom = self._paper.height
        if number:
            here.insert(0, Placed(self._running, Region(number, SIDE, TOP, bottom), TOP))
        faint, setter = self._parts.look.faint, self._parts.setter
        left = setter.text(self._head.footer, faint, self.width * 0.7, most_lines=1)
        marks: list[Mark] = [Words(0, 0, left)]
        if pages > 1:
            page = setter.text(f"Page {number + 1} of {pages}", faint, self.width * 0.25, right=True)
            marks.append(Words(self.width * 0.75, 0, page))
        footer = Block("footer", left.height, tuple(marks))
        down = bottom - FOOT - footer.height
        here.append(Placed(footer, Region(number, SIDE, down, bottom), down))
        return Page(tuple(mark for each in here for mark in each.marks()), tuple(here))
