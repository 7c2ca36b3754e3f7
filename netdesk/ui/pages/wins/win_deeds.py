"""What one does with a win: type a cell, choose its source, bin it, thank somebody, open what belongs to it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from importlib import import_module

from PySide6.QtCore import QObject

from netdesk.method.errors import NetDeskError
from netdesk.method.follow_ups import FollowUpState
from netdesk.method.sources import Source
from netdesk.services import wins
from netdesk.services.win_drafts import WinDraft
from netdesk.services.win_list import WinRow
from netdesk.services.win_thanks import Thanked
from netdesk.ui.customs import customs_at
from netdesk.ui.pages.wins.table.cell_meaning import FIELDS, Habits, check_cell
from netdesk.ui.pages.wins.table.columns import Column
from netdesk.ui.pages.wins.table.offer_line import Picked
from netdesk.ui.shell import Shell
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.widgets.paint import one_line
from netdesk.ui.widgets.row_menu import Entry

_WORDS = 60
Refused = Callable[[NetDeskError], None]


class WinDeeds(QObject):
    """Takes wins by their rows; every deed is said with Undo, or seen in the table."""

    def __init__(self, shell: Shell, parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell

    def habits(self) -> Habits:
        """How words typed now are read."""
        return habits_at(self._shell)

    # Writing -----------------------------------------------------------------------------------------

    def write_cell(
        self,
        win_id: int,
        column: Column,
        text: str,
        picked: Picked,
        then: Callable[[], None],
        refused: Refused,
    ) -> None:
        """Keep a cell as it was typed. Raises ``NetDeskError`` at once where the words cannot be used."""
        habits = self.habits()
        check = partial(
            check_cell, win_id=win_id, column=column, text=text, picked=dict(picked), habits=habits
        )
        value = self._shell.desk.read(check)
        write = partial(
            wins.set_field,
            win_id=win_id,
            field=FIELDS[column],
            value=value,
            today=habits.today,
            own=habits.own,
            day_first=habits.day_first,
        )
        self._shell.desk.do(write, lambda _: then(), refused, owner=self)

    def set_source(
        self, win_id: int, source: Source | None, then: Callable[[], None], refused: Refused
    ) -> None:
        """Say where a win came from; None takes it back."""
        write = partial(wins.set_source, win_id=win_id, source=source)
        self._shell.desk.do(write, lambda _: then(), refused, owner=self)

    def add(self, draft: WinDraft, then: Callable[[int], None], refused: Refused) -> None:
        """Write a new win down."""
        write = partial(wins.add_win, draft=draft, today=self._shell.today())
        self._shell.desk.do(write, then, refused, owner=self)

    def bin(self, row: WinRow) -> None:
        """Put a win into the bin."""
        said = f"Moved “{self._name(row)}” to the bin"
        self._do(partial(wins.bin_win, win_id=row.id), said)

    def restore(self, row: WinRow) -> None:
        """Take a win out of the bin."""
        self._do(partial(wins.restore_win, win_id=row.id), f"Took “{self._name(row)}” out of the bin")

    def delete(self, row: WinRow) -> None:
        """Delete a win that lies in the bin for good; even that can be undone as long as the history goes back."""
        self._do(partial(wins.delete, win_id=row.id), f"Deleted “{self._name(row)}” for good")

    def _do(self, operation: Callable[..., object], said: str) -> None:
        self._shell.desk.do(operation, lambda _: self._shell.toast(said, undo=True), owner=self)

    # Opening: forms are imported when they open first -------------------------------------------------

    def open_form(self, win_id: int | None = None) -> None:
        """Open the card with all fields of a win, or of a new one."""
        import_module("netdesk.ui.pages.wins.win_form").open_win_form(self._shell, win_id)

    def thank(self, row: WinRow, person_id: int | None = None) -> None:
        """Plan to thank somebody for it."""
        import_module("netdesk.ui.pages.wins.thank_form").open_thank_form(self._shell, row.id, person_id)

    def paste(self, text: str | None = None) -> None:
        """Bring wins from a spreadsheet: from ``text``, else from what was copied."""
        import_module("netdesk.ui.pages.wins.paste.window").open_win_paste(self._shell, text)

    def ask_paste(self) -> None:
        """Bring wins from a spreadsheet."""
        self.paste()

    def set_rate(self) -> None:
        """Say what another currency is worth."""
        self._shell.go("settings", section="rates")

    def entries(self, row: WinRow, column: Column, type_cell: Callable[[], None]) -> list[Entry | None]:
        """The menu of a win; ``type_cell`` opens the cell it was asked on."""
        found: list[Entry | None] = []
        if row.binned:
            return [
                Entry("Take out of the bin", partial(self.restore, row), Icon.UNDO),
                Entry("All about it…", partial(self.open_form, row.id), Icon.WINS, "Ctrl+Return"),
                None,
                Entry("Delete for good", partial(self.delete, row), Icon.BIN, "Ctrl+Del"),
            ]
        if column is not Column.SOURCE:
            found.append(Entry("Type here", type_cell, Icon.EDIT, "F2"))
        found.append(Entry("All about it…", partial(self.open_form, row.id), Icon.WINS, "Ctrl+Return"))
        known = {one.person_id: one for one in row.people if one.person_id is not None}
        found += [self._thanking(row, person, one) for person, one in known.items()]
        leads = self._leads(row, {person: one.name for person, one in known.items()})
        if leads:
            found += [None, *leads]
        return [*found, None, Entry("Move to the bin", partial(self.bin, row), Icon.BIN, "Ctrl+Del")]

    def _thanking(self, row: WinRow, person: int, one: Thanked) -> Entry:
        name = one_line(one.name)
        if one.thanked is FollowUpState.OPEN:
            see = partial(self._shell.open_person, person)
            return Entry(f"See the thanks planned for {name}", see, Icon.GIVE)
        again = " again" if one.thanked is FollowUpState.DONE else ""
        return Entry(f"Thank {name}{again}…", partial(self.thank, row, person), Icon.GIVE)

    def _leads(self, row: WinRow, known: dict[int, str]) -> list[Entry | None]:
        people = dict(known)
        if row.client_id is not None:
            people.setdefault(row.client_id, row.client)
        leads: list[Entry | None] = [
            Entry(f"Open {one_line(name)}", partial(self._shell.open_person, person), Icon.PERSON)
            for person, name in people.items()
        ]
        if row.event_id is not None:
            leads.append(
                Entry(
                    f"Open {one_line(row.event)}", partial(self._shell.open_event, row.event_id), Icon.EVENTS
                )
            )
        if row.group_id is not None:
            group = partial(self._shell.go, "groups", group=row.group_id)
            leads.append(Entry(f"Open {one_line(row.group)}", group, Icon.GROUPS))
        return leads

    def _name(self, row: WinRow) -> str:
        return one_line(row.name)[:_WORDS]


def habits_at(shell: Shell) -> Habits:
    """How words typed now are read: the day it is, and the customs of the workspace."""
    customs = customs_at(shell.desk)
    return Habits(shell.today(), customs.currency, customs.day_first)
