"""A promise is kept by another day."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from netdesk.method.changes import Changes
from netdesk.method.errors import InvalidInput, NetDeskError
from netdesk.services.ledger import move_promise
from netdesk.services.today_help import PromiseToKeep
from netdesk.ui.pages.person.fields import coming_day, labelled, mark_wrong
from netdesk.ui.pages.person.sheet import Sheet, show_sheet
from netdesk.ui.shell import Shell
from netdesk.ui.widgets.paint import one_line

_WORDS = 80


class MovePromise(Sheet):
    """By when it is kept."""

    def __init__(
        self, shell: Shell, promise: PromiseToKeep, typed: dict[str, Any], parent: QWidget | None = None
    ) -> None:
        title = f"Keep it by another day: “{one_line(promise.words)[:_WORDS]}”"
        super().__init__(shell, title, "Move it", "Enter moves it", parent)
        self._promise = promise
        self.day = coming_day(shell, self.tr("next Tuesday, 4 Dec …"))
        self.day.set_date(typed.get("day", promise.due))
        self.body.addWidget(labelled(self.tr("By when"), self.day))

    def begin(self) -> None:
        self.day.setFocus(Qt.FocusReason.OtherFocusReason)
        self.day.selectAll()

    def state(self) -> dict[str, Any]:
        return {} if self.day.date() == self._promise.due else {"day": self.day.date()}

    def keep(self) -> None:
        """Move it."""
        day = None if self.day.is_wrong() else self.day.date()
        if day is None:
            self.refuse(InvalidInput("By when? A promise has a date.", field="due"))
        elif day < self.shell.today():
            self.refuse(InvalidInput("That day has gone.", "Choose today or a later day.", field="due"))
        else:
            self.write(partial(move_promise, entry_id=self._promise.id, due=day), self._moved)

    def refuse(self, error: NetDeskError) -> None:
        mark_wrong(self.day, isinstance(error, InvalidInput) and error.field == "due")
        self.say(error)

    def _moved(self, changes: Changes) -> None:
        self.finish()
        self.shell.toast(changes.title or "It stays on that day", undo=not changes.is_empty)


def open_promise_move(shell: Shell, promise: PromiseToKeep, typed: dict[str, Any] | None = None) -> Sheet:
    """Open the card that moves a promise."""
    form = MovePromise(shell, promise, typed or {})
    return show_sheet(shell, form, "It is not moved yet.", partial(open_promise_move, shell, promise))
