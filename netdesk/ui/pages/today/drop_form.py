"""Dropping a follow-up with a reason: one line, which may stay empty."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from netdesk.method.changes import Changes
from netdesk.services.follow_ups import drop_follow_up
from netdesk.services.today import FollowUpLine
from netdesk.ui.pages.person.fields import labelled, line
from netdesk.ui.pages.person.sheet import Sheet, show_sheet
from netdesk.ui.shell import Shell
from netdesk.ui.widgets.paint import one_line

_ACTION = 80


class DropForm(Sheet):
    """Why it is dropped."""

    def __init__(
        self, shell: Shell, follow_up: FollowUpLine, typed: dict[str, Any], parent: QWidget | None = None
    ) -> None:
        title = f"Drop “{one_line(follow_up.action)[:_ACTION]}”"
        super().__init__(shell, title, "Drop it", "Enter drops it", parent)
        self._follow_up = follow_up
        self.reason = line(str(typed.get("reason", "")), self.tr("She has somebody for it now"))
        self.reason.setMaxLength(500)
        self.body.addWidget(labelled(self.tr("Why, if you like"), self.reason))

    def begin(self) -> None:
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def state(self) -> dict[str, Any]:
        reason = self.reason.text().strip()
        return {"reason": reason} if reason else {}

    def keep(self) -> None:
        """Drop it."""
        drop = partial(drop_follow_up, follow_up_id=self._follow_up.id, reason=self.reason.text())
        self.write(drop, self._dropped)

    def _dropped(self, _: Changes) -> None:
        self.finish()
        self.shell.toast(f"Dropped: {one_line(self._follow_up.action)[:_ACTION]}", undo=True)


def open_drop_form(shell: Shell, follow_up: FollowUpLine, typed: dict[str, Any] | None = None) -> Sheet:
    """Open the card that drops a follow-up with a reason."""
    form = DropForm(shell, follow_up, typed or {})
    return show_sheet(shell, form, "Nothing is dropped yet.", partial(open_drop_form, shell, follow_up))
