"""Asking with whom, before a one-to-one is planned."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt

from netdesk.method.errors import InvalidInput
from netdesk.ui.pages.person.sheet import Sheet, show_sheet
from netdesk.ui.pages.person.with_people import WithPeople
from netdesk.ui.shell import Shell


class WithWhom(Sheet):
    """People as one types; ``chosen(ids)`` is called when one goes on."""

    def __init__(self, shell: Shell, chosen: Callable[[tuple[int, ...]], None]) -> None:
        super().__init__(shell, "One-to-one with whom?", "Go on", "Several people get a time each")
        self._chosen = chosen
        self.people = WithPeople(shell, ())
        self.people.changed.connect(self.grow)
        self.people.more.setPlaceholderText(self.tr("Type a name"))
        self.people.more.setAccessibleName(self.tr("With whom"))
        self.body.addWidget(self.people)

    def begin(self) -> None:
        self.people.more.setFocus(Qt.FocusReason.OtherFocusReason)

    def keep(self) -> None:
        """Go on with those who are chosen."""
        people = self.people.people()
        if self.people.is_wrong() or not people:
            self.say(InvalidInput("With whom will you sit down?", "Choose from the list.", field="people"))
            self.grow()
            return
        self.finish()
        self._chosen(people)


def ask_with_whom(shell: Shell, chosen: Callable[[tuple[int, ...]], None]) -> Sheet:
    """Open the card that asks with whom."""
    return show_sheet(shell, WithWhom(shell, chosen), "", _nothing_to_go_on_with)


def _nothing_to_go_on_with(_state: dict[str, Any]) -> None:
    """Names alone are not worth offering again."""
