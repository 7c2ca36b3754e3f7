"""What one does with the ledger: write down, keep, answer, let go, move, open again, delete; each said with Undo."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QObject

from netdesk.method.calendar_words import weekday_and_day
from netdesk.method.changes import Changes
from netdesk.method.ledger import EntryState, LedgerKind
from netdesk.method.today import moving_days
from netdesk.services import ledger
from netdesk.services.ledger import LedgerEntryLine
from netdesk.services.workspaces import Workspace
from netdesk.ui.shell import Shell
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.widgets.paint import one_line
from netdesk.ui.widgets.row_menu import Entry

_WORDS = 80


class LedgerDeeds(QObject):
    """Takes entries by their lines. Forms are imported when they open first."""

    def __init__(self, shell: Shell, parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell

    # Writing down ------------------------------------------------------------------------------------

    def write(self, kind: LedgerKind, person_id: int | None = None) -> None:
        """Open the form for a new entry; with nobody named it asks for whom."""
        from netdesk.ui.pages.ledger.entry_form import open_entry_form

        open_entry_form(self._shell, kind, person_id)

    def edit(self, line: LedgerEntryLine) -> None:
        """Open the form that corrects an entry."""
        from netdesk.ui.pages.ledger.entry_form import open_entry_form

        open_entry_form(self._shell, line.kind, line.person_id, entry_id=line.id)

    def open_person(self, person_id: int) -> None:
        """Show whose entry it is."""
        self._shell.open_person(person_id)

    # Ending ------------------------------------------------------------------------------------------

    def close(self, line: LedgerEntryLine) -> None:
        """A promise is kept, an ask answered."""
        today = self._shell.today()
        if line.kind is LedgerKind.PROMISE:
            keep = partial(ledger.keep_promise, entry_id=line.id, today=today)
            self._do(keep, self.tr("Kept: {0}"), line)
        else:
            answer = partial(ledger.answer_ask, entry_id=line.id, today=today)
            self._do(answer, self.tr("Answered: {0}"), line)

    def drop(self, line: LedgerEntryLine) -> None:
        """Let a promise or an ask go."""
        drop = partial(ledger.drop_entry, entry_id=line.id, today=self._shell.today())
        self._do(drop, self.tr("Let go: {0}"), line)

    def drop_because(self, line: LedgerEntryLine) -> None:
        """Let it go and say why."""
        from netdesk.ui.pages.ledger.let_go_form import open_let_go_form

        open_let_go_form(self._shell, line.id, line.words or line.way.said_of(line.kind))

    def reopen(self, line: LedgerEntryLine) -> None:
        """Make it open again."""
        self._do(partial(ledger.reopen_entry, entry_id=line.id), self.tr("Open again: {0}"), line)

    def move(self, line: LedgerEntryLine, due: date) -> None:
        """Another day for a promise or an ask."""
        move = partial(ledger.move_promise, entry_id=line.id, due=due)
        self._do(move, self.tr("By {0}: {{0}}").format(weekday_and_day(due)), line)

    def delete(self, line: LedgerEntryLine) -> None:
        """Take an entry out."""
        self._do(partial(ledger.delete_entry, entry_id=line.id), self.tr("Deleted: {0}"), line)

    def _do(self, operation: Callable[[Workspace], Changes], words: str, line: LedgerEntryLine) -> None:
        said = words.format(one_line(line.words or line.way.said_of(line.kind))[:_WORDS])
        self._shell.desk.do(operation, lambda _: self._shell.toast(said, undo=True), owner=self)

    # Menus -------------------------------------------------------------------------------------------

    def days(self, line: LedgerEntryLine) -> list[Entry | None]:
        """The days to which it can be moved at a press."""
        return [
            Entry(f"{label}, {weekday_and_day(day)}", partial(self.move, line, day), Icon.DATE)
            for label, day in moving_days(self._shell.today())
        ]

    def entries(self, line: LedgerEntryLine, *, person: bool = True) -> list[Entry | None]:
        """The menu of an entry; ``person`` says whether it leads to the person."""
        entries: list[Entry | None] = []
        if line.state is EntryState.OPEN:
            kept = "Kept" if line.kind is LedgerKind.PROMISE else "Got it"
            entries += [
                Entry(kept, partial(self.close, line), Icon.DONE, "K"),
                Entry("Let go", partial(self.drop, line), Icon.CLOSE, "X"),
                Entry("Let go, because…", partial(self.drop_because, line)),
                None,
                *self.days(line),
                None,
            ]
        elif line.kind in (LedgerKind.PROMISE, LedgerKind.ASK):
            entries.append(Entry("Open again", partial(self.reopen, line), Icon.UNDO))
        entries.append(Entry("Edit…", partial(self.edit, line), Icon.EDIT, "E"))
        if person:
            entries.append(
                Entry("Open the person", partial(self.open_person, line.person_id), Icon.PERSON, "O")
            )
        if line.introduction_id is None:
            entries += [None, Entry("Delete", partial(self.delete, line), Icon.BIN, "Del")]
        return entries
