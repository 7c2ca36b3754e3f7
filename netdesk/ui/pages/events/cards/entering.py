"""Entering cards: the row is there at once, written on another thread, and nothing typed is ever lost.

``Entering(shell, cards, line, deeds, now)``: ``set_event(id)``, ``waiting()``. Signals ``began()`` when a row has
come, ``written(object)`` with the card's id, None when it could not be written.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal

from netdesk.method.errors import NetDeskError
from netdesk.method.follow_ups import CardState
from netdesk.services.cards import AddedCard, CardLine, Match, add_card, draft_from_card
from netdesk.services.people import PersonDraft
from netdesk.services.workspaces import Workspace
from netdesk.ui.customs import customs_at
from netdesk.ui.pages.events.cards.card_deeds import CardDeeds
from netdesk.ui.pages.events.cards.card_list import CardList
from netdesk.ui.pages.events.cards.entry_line import EntryLine
from netdesk.ui.shell import Shell
from netdesk.ui.widgets.paint import one_line


class Entering(QObject):
    """Takes what is typed or chosen in the line, one card after the other."""

    began = Signal()
    written = Signal(object)

    def __init__(
        self, shell: Shell, cards: CardList, line: EntryLine, deeds: CardDeeds, now: Callable[[], datetime]
    ) -> None:
        super().__init__(cards)
        self._shell, self._now = shell, now
        self.list, self.entry, self.deeds = cards, line, deeds
        self._event = 0
        self._pending = 0
        self._awaited: set[int] = set()
        line.typed.connect(self._enter)
        line.contact_chosen.connect(self._enter_contact)

    def set_event(self, event_id: int) -> None:
        """Enter for another event from now on; rows on their way belong to the one before."""
        self._event = event_id
        self._awaited.clear()
        self.entry.set_event(event_id)

    def waiting(self) -> list[CardLine]:
        """The rows whose cards are not written yet."""
        return [line for line in self.list.cards.lines() if line.id in self._awaited]

    def _enter(self, text: str) -> None:
        region = customs_at(self._shell.desk).region
        draft = draft_from_card(text, region)
        self._write_card(draft, draft.name, draft.organisation, draft.email, text, region)

    def _enter_contact(self, match: Match) -> None:
        self._write_card(match.id, match.name, match.organisation, "", match.name)

    def _write_card(
        self, person: PersonDraft | int, name: str, firm: str, email: str, text: str, region: str = ""
    ) -> None:
        event, now = self._event, self._now()
        self._pending -= 1
        number = self._pending
        self._awaited.add(number)
        # The row is there at once; it is written on another thread meanwhile.
        self.list.cards.put(_waiting(number, event, name, firm, email, now))
        self.began.emit()
        last = self.list.cards.rowCount() - 1
        self.list.reveal(last)
        # At once, and the row alone: what follows the writing must not come before it is seen.
        self.list.viewport().repaint(self.list.row_box(last))

        def write(workspace: Workspace) -> AddedCard:
            return add_card(workspace, event, person, now, region=region)

        self._shell.desk.do(
            write, partial(self._entered, number), partial(self._not_entered, number, text), owner=self
        )

    def _entered(self, number: int, added: AddedCard) -> None:
        self._forget(number)
        self.written.emit(added.card_id)
        name = one_line(added.name)[:60]
        if added.was_here:
            self._shell.toast(f"{name}’s card is here already")
        elif added.new_person and added.perhaps is not None:
            other = added.perhaps.person
            firm = f" from {one_line(other.organisation)[:60]}" if other.organisation else ""
            self._shell.toast(
                f"{name} is somebody new. Or is it {one_line(other.name)[:60]}{firm}?",
                actions=[
                    (
                        "Use that one",
                        partial(self.deeds.use_person, added.card_id, other.id, other.name),
                    )
                ],
            )
        else:
            self._shell.toast(f"{name}: card added", undo=True)

    def _not_entered(self, number: int, text: str, error: NetDeskError) -> None:
        """Take the row away again; what was typed goes back, or is offered where the line is in use by now."""
        self._forget(number)
        self.written.emit(None)
        if not self.entry.text():
            self._put_back(text)
            self._shell.trouble(error)
        else:
            self._shell.toast(str(error), actions=[("Put it back", partial(self._put_back, text))])

    def _put_back(self, text: str) -> None:
        self.entry.setText(text)
        self.entry.setFocus(Qt.FocusReason.OtherFocusReason)

    def _forget(self, number: int) -> None:
        self._awaited.discard(number)
        self.list.cards.take(number)


def _waiting(number: int, event: int, name: str, firm: str, email: str, now: datetime) -> CardLine:
    """A row for a card that is on its way into the file."""
    return CardLine(
        number, event, "", 0, name, firm, email, None, None, None, None, CardState.NO_PLAN, (), False, False, True,
        now, None, "", False,
    )  # fmt: skip
