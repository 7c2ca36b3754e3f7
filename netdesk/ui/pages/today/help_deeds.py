"""What can be done from Today with promises and one-to-ones, each with a toast that names it and takes it back.

What the deeds need is imported when one is done: the first window need not wait for it.
"""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from netdesk.method.changes import Changes
from netdesk.ui.shell import Shell
from netdesk.ui.widgets.paint import one_line

if TYPE_CHECKING:
    from netdesk.services.today_help import ComingOneToOne, PromiseToKeep

_WORDS = 60


class HelpDeeds:
    """Each method does one thing; it owns no widget."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell

    def open(self, person_id: int) -> None:
        """Show the person."""
        self._shell.open_person(person_id)

    # Promises ------------------------------------------------------------------------------------

    def keep(self, promise: PromiseToKeep) -> None:
        """It is kept, and counts as help given from today on."""
        from netdesk.services.ledger import keep_promise

        keep = partial(keep_promise, entry_id=promise.id, today=self._shell.today())
        said = f"Kept: {one_line(promise.words)[:_WORDS]}"
        self._shell.desk.do(keep, lambda _: self._shell.toast(said, undo=True))

    def move(self, promise: PromiseToKeep, due: date) -> None:
        """Keep it by another day."""
        from netdesk.services.ledger import move_promise

        def moved(changes: Changes) -> None:
            self._shell.toast(changes.title or "It stays on that day", undo=not changes.is_empty)

        self._shell.desk.do(partial(move_promise, entry_id=promise.id, due=due), moved)

    def move_elsewhen(self, promise: PromiseToKeep) -> None:
        """Ask for the day it is kept by."""
        from netdesk.ui.pages.today.promise_day_form import open_promise_move

        open_promise_move(self._shell, promise)

    def drop(self, promise: PromiseToKeep) -> None:
        """Let it go on purpose, at once."""
        from netdesk.services.ledger import drop_entry

        drop = partial(drop_entry, entry_id=promise.id, today=self._shell.today())
        said = f"Let go: {one_line(promise.words)[:_WORDS]}"
        self._shell.desk.do(drop, lambda _: self._shell.toast(said, undo=True))

    def drop_because(self, promise: PromiseToKeep) -> None:
        """Ask why, and let it go."""
        from netdesk.ui.pages.ledger.let_go_form import open_let_go_form

        open_let_go_form(self._shell, promise.id, promise.words)

    # One-to-ones ---------------------------------------------------------------------------------

    def write_down(self, plan: ComingOneToOne) -> None:
        """Ask how it was: what I learned, whether it did what it was for, what we promised."""
        from netdesk.ui.one_to_ones.held_form import open_held_form

        open_held_form(self._shell, plan.id)

    def change(self, plan: ComingOneToOne) -> None:
        """Open its plan."""
        from netdesk.ui.one_to_ones.plan_form import open_one_to_one_form

        open_one_to_one_form(self._shell, [plan.person_id], one_to_one_id=plan.id)

    def print_sheet(self, plan: ComingOneToOne) -> None:
        """Show its sheet, to print."""
        from netdesk.ui.printing.one_to_one_sheet_window import open_one_to_one_sheet

        open_one_to_one_sheet(self._shell, plan.id)

    def call_off(self, plan: ComingOneToOne) -> None:
        """It does not take place."""
        from netdesk.services.one_to_ones import call_off

        said = f"Called off: one-to-one with {one_line(plan.name)[:_WORDS]}"
        self._shell.desk.do(
            partial(call_off, one_to_one_id=plan.id), lambda _: self._shell.toast(said, undo=True)
        )
