"""The parts both sheets are made of: goals with boxes, a tally table, the pitch, people to meet, rows for cards."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from netdesk.method.debrief_sheet import GoalResult
from netdesk.method.prep_sheet import GoalBlock, PersonRow, PitchBlock, RoomLine
from netdesk.method.prep_sheet_last_time import Note
from netdesk.ui.printing.marks import Ink, Mark, Pip, Rule, Tick, TickBox, Words
from netdesk.ui.printing.page_layout import Block
from netdesk.ui.printing.sheet_look import Look
from netdesk.ui.printing.typesetting import SetText, Style, Typesetter

PIPS = 5
_TICK = "✓"
_COUNT_STEP = 44.0
_BAR = 3
"""The width of the line beside the pitch."""


class SheetParts:
    """Makes blocks from the values of a sheet. All widths in pixels of 1/96 inch."""

    def __init__(self, setter: Typesetter, look: Look) -> None:
        self.setter = setter
        self.look = look

    def text(self, text: str, style: Style, width: float, most_lines: int = 0) -> SetText:
        """Set text, cut after so many lines (0: as many as the sheet's look allows)."""
        return self.setter.text(text, style, width, most_lines=most_lines or self.look.most_lines)

    def heading(self, text: str, width: float, beside: str = "", left: float = 0, gap: float = 16) -> Block:
        """Make the heading of a section, which keeps with what follows; ``beside`` in small letters after it."""
        look = self.look
        words = self.setter.text(text, look.heading, width, most_lines=2)
        marks: list[Mark] = [Words(left, 0, words)]
        if beside:
            label = self.setter.text(beside, replace(look.label, ink=Ink.BLACK), width, most_lines=1)
            down = words.height - label.height - (look.heading.line_height - label.height) / 2 + 0.8
            marks.append(Words(left + words.end + 5, down, label))
        return Block("heading", words.height + look.space(4), tuple(marks), look.space(gap), keep=True)

    def goal(self, goal: GoalBlock | GoalResult, width: float, number_room: float = 0) -> Block:
        """Make a goal: its sentence, boxes to tick or a line to tally on, and what comes then.

        Of one that was counted as many boxes are ticked, and its count stands at the right in ``number_room``.
        """
        look = self.look
        filled = goal.filled if isinstance(goal, GoalResult) else 0
        sentence = self.text(goal.sentence, look.strong, width - number_room)
        marks: list[Mark] = [Words(0, 0, sentence)]
        if isinstance(goal, GoalResult):
            count = self.setter.text(goal.count, look.body, number_room, most_lines=1, right=True)
            marks.append(Words(width - number_room, 0, count))
        height = sentence.height + look.space(4)
        if goal.tally:
            height += look.box + look.space(4)
            marks.append(Rule(0, height, width * 0.7, 0, 0.8, Ink.GREY))
            height += look.space(3)
        elif goal.boxes:
            boxes, used = self.boxes(goal.boxes, 0, height, width, filled)
            marks += boxes
            height += used + look.space(5)
        if goal.then:
            then = self.text(goal.then, look.small, width)
            marks.append(Words(0, height, then))
            height += then.height
        height += look.space(6)
        marks.append(Rule(0, height, width, 0))
        return Block("goal", height + 1, tuple(marks), look.space(7))

    def boxes(
        self, count: int, left: float, top: float, width: float, filled: int = 0
    ) -> tuple[list[Mark], float]:
        """Make so many boxes to tick, the first of them ticked, in as many rows as they need; and their height."""
        look = self.look
        across = max(1, int((width + look.box_step - look.box) / look.box_step))
        rows = (count + across - 1) // across
        made: list[Mark] = [
            TickBox(
                left + number % across * look.box_step,
                top + number // across * look.box_step,
                look.box,
                ticked=number < filled,
            )
            for number in range(count)
        ]
        return made, rows * look.box_step - (look.box_step - look.box)

    def tally(
        self, heading: Sequence[str], rows: Sequence[str], counts: Sequence[Sequence[str]], width: float
    ) -> list[Block]:
        """Make the table in which reactions are counted with strokes, beside what was counted before."""
        if not rows:
            return []
        look = self.look
        names = [self.setter.width(text, look.body) for text in rows]
        second = min(max(*names, self.setter.width(heading[0], look.label)) + 20, width / 2)
        lefts = [0.0, *(second + _COUNT_STEP * number for number in range(len(heading) - 1))]
        blocks = [self.column_heads(list(zip(heading, lefts, strict=True)), width, gap=10)]
        for row, numbers in zip(rows, counts, strict=True):
            words = self.text(row, look.body, second - 8, 2)
            height = words.height + look.space(9)
            down = look.space(4.5)
            marks: list[Mark] = [Words(6, down, words), Rule(0, height, width, 0)]
            marks += [
                Words(left + 8, down, self.text(number, look.body, _COUNT_STEP - 8, 1))
                for left, number in zip(lefts[1:], numbers, strict=False)
            ]
            blocks.append(Block("tally", height + 1, tuple(marks), keep=row is not rows[-1], again=blocks[0]))
        return blocks

    def notes(self, notes: Sequence[Note], width: float) -> list[Block]:
        """Make sentences that start in bold, between two lines across."""
        if not notes:
            return []
        look = self.look
        marks: list[Mark] = [Rule(0, 0, width, 0)]
        height = look.space(6)
        for note in notes:
            whole = f"{note.bold} {note.text}"
            words = self.setter.text(whole, look.small, width, bold=len(note.bold), most_lines=3)
            marks.append(Words(0, height, words))
            height += words.height + look.space(2)
        height += look.space(4)
        return [Block("last time", height + 1, (*marks, Rule(0, height, width, 0)), look.space(14))]

    def pitch(self, pitch: PitchBlock, left: float, width: float) -> list[Block]:
        """Make the pitch, line by line: a long one runs on to the next page."""
        look = self.look
        blocks = [self.heading(pitch.heading, width, pitch.length, left)]
        inset = 12 + _BAR
        words = self.setter.text(pitch.text or pitch.title, look.pitch, width - inset)
        for number, line in enumerate(self._lines(words)):
            height = look.pitch.line_height
            # Into the next line a little, or a hair of white shows between the pieces.
            over = 0.6 if number < words.lines - 1 else 0
            bar = Rule(left + _BAR / 2, 0, 0, height + over, _BAR, Ink.ACCENT)
            keep = number == 0 and words.lines > 1
            blocks.append(Block("pitch", height, (bar, Words(left + inset, 0, line)), keep=keep))
        return blocks

    def note(self, note: Note, left: float, width: float) -> Block:
        """Make a sentence that starts in bold."""
        whole = f"{note.bold} {note.text}"
        words = self.setter.text(
            whole, self.look.small, width, bold=len(note.bold), most_lines=self.look.most_lines
        )
        return Block("note", words.height, (Words(left, 0, words),), self.look.space(7))

    def room_line(self, line: RoomLine, left: float, width: float, gap: float = 5) -> Block:
        """Make a line of the plan for the room with its boxes."""
        look = self.look
        words = self.text(line.text, look.body, width)
        top = words.height + look.space(2)
        boxes, used = self.boxes(line.boxes, left, top, width)
        return Block("room", top + used, (Words(left, 0, words), *boxes), look.space(gap))

    def sentence(self, text: str, left: float, width: float) -> Block:
        """Make a sentence of its own."""
        words = self.text(text, self.look.body, width)
        return Block("sentence", words.height, (Words(left, 0, words),), self.look.space(6))

    def people(
        self, columns: Sequence[str], people: Sequence[PersonRow], edges: Sequence[float], width: float
    ) -> list[Block]:
        """Make the table of people to meet. ``edges`` are the columns' left edges; the last is for the tick."""
        heads = self.column_heads(list(zip(columns, edges, strict=True)), width)
        texts = [
            [person.why, person.give, person.ask] if len(edges) == 5 else [person.give, person.ask]
            for person in people
        ]
        rows = [
            self._person(person, cells, edges, width, heads)
            for person, cells in zip(people, texts, strict=True)
        ]
        return [heads, *ends_together(rows)]

    def cards(self, columns: Sequence[str], rows: int, edges: Sequence[float], width: float) -> list[Block]:
        """Make empty rows for cards; a column named last and narrow ("Solid") gets a box in each."""
        if rows < 1:
            return []
        look = self.look
        heads = self.column_heads(list(zip(columns, edges, strict=True)), width)
        height = look.card_row
        marks: list[Mark] = [Rule(0, height, width, 0)]
        if len(columns) > 3:
            marks.append(TickBox(edges[-1] + 8, (height - look.box) / 2, look.box))
        row = Block("card", height + 1, tuple(marks), again=heads)
        return [heads, *ends_together([row] * rows)]

    def _person(
        self, person: PersonRow, cells: Sequence[str], edges: Sequence[float], width: float, heads: Block
    ) -> Block:
        look = self.look
        pad = look.space(5)
        who = edges[1] - edges[0] - 12
        marks, used = self._name(person, edges[0] + 8, pad, who)
        rights = [*edges[2:], width]
        texts = [
            (left, self.text(text, look.small, right - left - 12))
            for text, left, right in zip(cells, edges[1:], rights, strict=False)
        ]
        inner = max([used, look.box, *(words.height for _, words in texts)])
        marks = [mark.moved(0, (inner - used) / 2) for mark in marks]
        marks += [Words(left + 8, pad + (inner - words.height) / 2, words) for left, words in texts]
        height = inner + 2 * pad
        marks.append(TickBox(_tick_left(edges[-1], width, look.box), (height - look.box) / 2, look.box))
        marks.append(Rule(0, height, width, 0))
        return Block("person", height + 1, tuple(marks), again=heads)

    def _name(self, person: PersonRow, left: float, top: float, width: float) -> tuple[list[Mark], float]:
        look = self.look
        step = look.pip * 1.43
        room = PIPS * step + 4 if person.pips is not None else 0
        style = replace(look.strong, size=look.small.size + 0.5, line=look.small.line_height)
        name = self.setter.text(person.name, style, width - room, most_lines=3, fixed=True)
        marks: list[Mark] = [Words(left, top, name)]
        if person.pips is not None:
            down = top + name.height - (style.line_height + look.pip) / 2
            ink = Ink.of_level(person.pips)
            marks += [
                Pip(
                    left + min(name.end, width - room) + 5 + number * step,
                    down,
                    look.pip,
                    number < person.pips,
                    ink,
                )
                for number in range(PIPS)
            ]
        if not person.beneath:
            return marks, name.height
        beneath = self.text(person.beneath, look.faint, width, 3)
        marks.append(Words(left, top + name.height, beneath))
        return marks, name.height + beneath.height

    def column_heads(self, columns: Sequence[tuple[str, float]], width: float, gap: float = 0) -> Block:
        """Make the heads of a table's columns, each with its left edge; "✓" is drawn as a tick."""
        look = self.look
        pad = look.space(4)
        marks: list[Mark] = []
        height = look.label.line_height + 2 * pad
        ends = [*(left for _, left in columns[1:]), width]
        for (name, left), end in zip(columns, ends, strict=True):
            if name == _TICK:
                side = look.box * 0.7
                marks.append(Tick(_tick_left(left, width, side), (height - side) / 2, side))
            else:
                words = self.setter.text(name, look.label, end - left - 8, most_lines=1)
                marks.append(Words(left + 8, pad, words))
        marks.append(Rule(0, height, width, 0))
        return Block("heads", height + 1, tuple(marks), look.space(gap), keep=True)

    def _lines(self, words: SetText) -> Iterable[SetText]:
        for number in range(words.lines):
            line = words.layout.lineAt(number)
            text = words.text[line.textStart() : line.textStart() + line.textLength()].rstrip()
            yield self.setter.text(text, words.style, words.width)


def _tick_left(left: float, width: float, side: float) -> float:
    return left + (width - left - side) / 2


def ends_together(rows: Sequence[Block]) -> list[Block]:
    """Keep the first two rows of a table together, and the last two: one row alone on a page looks lost."""
    kept = {0, len(rows) - 2} if len(rows) > 1 else set()
    return [row.kept() if number in kept else row for number, row in enumerate(rows)]
