"""Letting a promise or an ask go with a reason: one line, which may stay empty."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from netdesk.method.changes import Changes
from netdesk.services.ledger import LedgerEntryLine, drop_entry
from netdesk.ui.pages.person.fields import labelled, line
from netdesk.ui.pages.person.sheet import Sheet, show_sheet
from netdesk.ui.shell import Shell
from netdesk.ui.widgets.paint import one_line

_WORDS = 80


class LetGoForm(Sheet):
    """Why it is let go."""

    def __init__(
        self, shell: Shell, entry: LedgerEntryLine, typed: dict[str, Any], parent: QWidget | None = None
    ) -> None:
        self._said = one_line(entry.words or entry.way.said_of(entry.kind))[:_WORDS]
        super().__init__(shell, f"Let go “{self._said}”", "Let it go", "Enter lets it go", parent)
        self._entry = entry
        self.reason = line(str(typed.get("reason", "")), self.tr("Somebody else did it"))
        self.reason.setMaxLength(500)
        self.body.addWidget(labelled(self.tr("Why, if you like"), self.reason))

    def begin(self) -> None:
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def state(self) -> dict[str, Any]:
        reason = self.reason.text().strip()
        return {"reason": reason} if reason else {}

    def keep(self) -> None:
        """Let it go."""
        drop = partial(
            drop_entry, entry_id=self._entry.id, today=self.shell.today(), reason=self.reason.text()
        )
        self.write(drop, self._dropped)

    def _dropped(self, _: Changes) -> None:
        self.finish()
        self.shell.toast(self.tr("Let go: {0}").format(self._said), undo=True)


def open_let_go_form(shell: Shell, entry: LedgerEntryLine, typed: dict[str, Any] | None = None) -> Sheet:
    """Open the card that lets a promise or an ask go with a reason."""
    form = LetGoForm(shell, entry, typed or {})
    return show_sheet(shell, form, "It is not let go yet.", partial(open_let_go_form, shell, entry))
