"""A promise is kept by another day, or let go with a reason."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from netdesk.method.changes import Changes
from netdesk.method.errors import InvalidInput, NetDeskError
from netdesk.services.ledger import drop_entry, move_promise
from netdesk.services.today_help import PromiseToKeep
from netdesk.ui.pages.person.fields import coming_day, labelled, line, mark_wrong
from netdesk.ui.pages.person.sheet import Sheet, show_sheet
from netdesk.ui.shell import Shell
from netdesk.ui.widgets.paint import one_line

_WORDS = 80
_LONGEST = 500


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
        else:
            self.write(partial(move_promise, entry_id=self._promise.id, due=day), self._moved)

    def refuse(self, error: NetDeskError) -> None:
        mark_wrong(self.day, isinstance(error, InvalidInput) and error.field == "due")
        self.say(error)

    def _moved(self, changes: Changes) -> None:
        self.finish()
        self.shell.toast(changes.title or "It stays on that day", undo=not changes.is_empty)


class DropPromise(Sheet):
    """Why it is let go."""

    def __init__(
        self, shell: Shell, promise: PromiseToKeep, typed: dict[str, Any], parent: QWidget | None = None
    ) -> None:
        title = f"Let go “{one_line(promise.words)[:_WORDS]}”"
        super().__init__(shell, title, "Let it go", "Enter lets it go", parent)
        self._promise = promise
        self.reason = line(str(typed.get("reason", "")), self.tr("They met without me"))
        self.reason.setMaxLength(_LONGEST)
        self.body.addWidget(labelled(self.tr("Why, if you like"), self.reason))

    def begin(self) -> None:
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def state(self) -> dict[str, Any]:
        reason = self.reason.text().strip()
        return {"reason": reason} if reason else {}

    def keep(self) -> None:
        """Let it go."""
        drop = partial(
            drop_entry, entry_id=self._promise.id, today=self.shell.today(), reason=self.reason.text()
        )
        self.write(drop, self._dropped)

    def _dropped(self, _: Changes) -> None:
        self.finish()
        self.shell.toast(f"Let go: {one_line(self._promise.words)[:_WORDS]}", undo=True)


def open_promise_move(shell: Shell, promise: PromiseToKeep, typed: dict[str, Any] | None = None) -> Sheet:
    """Open the card that moves a promise."""
    form = MovePromise(shell, promise, typed or {})
    return show_sheet(shell, form, "It is not moved yet.", partial(open_promise_move, shell, promise))


def open_promise_drop(shell: Shell, promise: PromiseToKeep, typed: dict[str, Any] | None = None) -> Sheet:
    """Open the card that lets a promise go with a reason."""
    form = DropPromise(shell, promise, typed or {})
    return show_sheet(shell, form, "Nothing is let go yet.", partial(open_promise_drop, shell, promise))
