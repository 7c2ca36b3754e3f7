"""What stands in the cells of a win: as it is shown, as it is typed again, and as one sentence."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from netdesk.method.calendar_words import full_day, short_day
from netdesk.method.sources import Source
from netdesk.method.thanks import Thank, thanks_words
from netdesk.services.win_list import WinRow
from netdesk.ui.money import money
from netdesk.ui.pages.wins.table.columns import HEADS, Column
from netdesk.ui.widgets.paint import one_line

NOTHING = "—"
_LONGEST = 300


@dataclass(frozen=True, slots=True)
class CellWords:
    """Writes the cells of wins. ``own``: the own currency; amounts without one are in it."""

    today: date
    own: str

    def shown(self, row: WinRow, column: Column) -> str:
        """What a cell shows; "" where nothing is known."""
        return one_line(self.typed(row, column))[:_LONGEST]

    def typed(self, row: WinRow, column: Column) -> str:
        """What the line to type in begins with."""
        texts = {
            Column.WHEN: short_day(row.won_on, self.today),
            Column.WHAT: row.title,
            Column.CLIENT: row.client,
            Column.VALUE: "" if row.value is None else money(row.value, row.currency or self.own),
            Column.SOURCE: "" if row.source is None else row.source.short,
            Column.THANKS: chains_words(row) or row.how,
            Column.PLACE: row.place,
        }
        return texts[column]

    def tip(self, row: WinRow, column: Column) -> str:
        """More about a cell, for the tooltip."""
        if column is Column.WHEN:
            return full_day(row.won_on)
        if column is Column.SOURCE:
            source = row.source
            return source_keys() if source is None else f"{source.label}: {source.meaning}"
        if column is Column.THANKS:
            return self._shares(row) or row.how
        if column is Column.PLACE and row.event and row.group:
            return f"{row.event}\nMeeting of {row.group}"
        return self.typed(row, column)

    def spoken(self, row: WinRow, column: Column) -> str:
        """A cell for a screen reader: which win, which column, and what stands there."""
        said = self.shown(row, column) or ("not said yet" if column is Column.SOURCE else "empty")
        return f"{self.name(row)}, {HEADS[column]}: {said}"

    def name(self, row: WinRow) -> str:
        """What a win is called: its words, else its client's name."""
        return one_line(row.name)[:_LONGEST]

    def _shares(self, row: WinRow) -> str:
        people = row.people
        if len(people) < 2:
            return people[0].name if people else ""
        return "\n".join(f"{one.name}: {one.share:.0%}" for one in people)


def source_keys() -> str:
    """Which digit is which source, a line each."""
    return "\n".join(f"{source.key}  {source.short}: {source.meaning}" for source in Source)


def chains_words(row: WinRow) -> str:
    """The chains of people to thank, as they are typed."""
    return thanks_words([[Thank(one.name) for one in chain] for chain in row.thanks])
