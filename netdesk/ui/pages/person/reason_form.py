"""Why something is dropped or let go: one line, which may stay empty.

``ask_reason(shell, question, deed)``; ``deed(reason)`` gives the operation that does it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from netdesk.method.changes import Changes
from netdesk.services.workspaces import Workspace
from netdesk.ui.pages.person.fields import labelled, line
from netdesk.ui.pages.person.sheet import Sheet, show_sheet
from netdesk.ui.shell import Shell

LONGEST = 500
Deed = Callable[[str], Callable[[Workspace], Changes]]


@dataclass(frozen=True, slots=True)
class Question:
    """What the card says, what the toast says once it is done, and what is said of a card closed half typed."""

    title: str
    keep: str
    hint: str
    example: str
    done: str
    unfinished: str


class ReasonForm(Sheet):
    """The line ``reason``."""

    def __init__(
        self, shell: Shell, question: Question, deed: Deed, reason: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(shell, question.title, question.keep, question.hint, parent)
        self._question, self._deed = question, deed
        self.reason = line(reason, question.example)
        self.reason.setMaxLength(LONGEST)
        self.body.addWidget(labelled(self.tr("Why, if you like"), self.reason))

    def begin(self) -> None:
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def state(self) -> dict[str, Any]:
        reason = self.reason.text().strip()
        return {"reason": reason} if reason else {}

    def keep(self) -> None:
        """Do it."""
        self.write(self._deed(self.reason.text()), self._done)

    def _done(self, _: Changes) -> None:
        self.finish()
        self.shell.toast(self._question.done, undo=True)


def ask_reason(shell: Shell, question: Question, deed: Deed, typed: dict[str, Any] | None = None) -> Sheet:
    """Open the card; what was ``typed`` before stands in it."""
    form = ReasonForm(shell, question, deed, str((typed or {}).get("reason", "")))
    return show_sheet(shell, form, question.unfinished, partial(ask_reason, shell, question, deed))
