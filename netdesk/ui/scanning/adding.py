"""From the fields of a picture to a card: who it probably is, the writing, and what becomes of it when it is undone."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from netdesk.method.changes import Changes
from netdesk.method.errors import InvalidInput, NetDeskError
from netdesk.services.card_entry import AddedCard
from netdesk.services.card_reading import CardField, Meant, add_read_card, checked_draft, who_is_on
from netdesk.services.cards import card_lines
from netdesk.services.people import PersonDraft
from netdesk.services.workspaces import Workspace
from netdesk.ui.customs import customs_at
from netdesk.ui.scanning.picture import turned
from netdesk.ui.scanning.shots import Shot, ShotState, state_of
from netdesk.ui.shell import Shell


class CardAdding(QObject):
    """``look(shot, fields)``, ``add(shot, fields)``.

    Signals: ``meant(Shot)`` once it is known who is on it; ``added(Shot, AddedCard)``; ``refused(str)`` in words;
    ``taken_back(Shot)`` when a card that was added is gone again.
    """

    meant = Signal(object)
    added = Signal(object, object)
    refused = Signal(str)
    taken_back = Signal(object)

    def __init__(self, shell: Shell, event_id: int | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._event_id = event_id
        self._cards: dict[int, Shot] = {}
        self.is_busy = False
        shell.desk.changed.connect(self._recheck)

    def count(self) -> int:
        """How many cards were added and are still there."""
        return len(self._cards)

    def card_ids(self) -> tuple[int, ...]:
        """The cards that were added and are still there, in their order."""
        return tuple(self._cards)

    def look(self, shot: Shot, fields: Sequence[CardField]) -> None:
        """Find out who is on a card, if anybody can tell."""
        try:
            draft = checked_draft(shot.read, fields)
        except InvalidInput:
            return
        asked = partial(_who, self._event_id, draft, self._region())
        self._shell.desk.ask(self, "who", asked, partial(self._show_meant, shot))

    def add(self, shot: Shot, fields: Sequence[CardField]) -> None:
        """Write a card as it now stands in the fields, with its picture as it is turned."""
        if self.is_busy or not shot.state.is_open:
            return
        try:
            draft = checked_draft(shot.read, fields)
        except InvalidInput as error:
            self.refused.emit(str(error))
            return
        self.is_busy = True
        person = shot.meant.person.id if shot.meant is not None and shot.is_meant else None
        deed = partial(_add, shot, self._event_id, draft, self._shell, person, self._region())
        self._shell.desk.do(deed, partial(self._is_added, shot), self._not_added, owner=self)

    def _region(self) -> str:
        return customs_at(self._shell.desk).region

    def _show_meant(self, shot: Shot, meant: Meant | None) -> None:
        before = shot.meant.person.id if shot.meant else None
        if (meant.person.id if meant else None) != before:
            shot.is_meant = meant is not None and meant.is_sure
        shot.meant = meant
        self.meant.emit(shot)

    def _is_added(self, shot: Shot, card: AddedCard) -> None:
        self.is_busy = False
        self._cards[card.card_id] = shot
        shot.state = ShotState.ADDED
        self.added.emit(shot, card)

    def _not_added(self, error: NetDeskError) -> None:
        self.is_busy = False
        self.refused.emit(str(error))

    def _recheck(self, changes: Changes) -> None:
        if self._cards and changes.touches("card"):
            known = tuple(self._cards)
            self._shell.desk.ask(self, "still there", partial(_standing, known), partial(self._keep, known))

    def _keep(self, asked: tuple[int, ...], standing: frozenset[int]) -> None:
        for card in asked:
            shot = self._cards.get(card)
            if shot is not None and card not in standing:
                del self._cards[card]
                shot.state = state_of(shot.read)
                self.taken_back.emit(shot)


def _who(event_id: int | None, draft: PersonDraft, region: str, ws: Workspace) -> Meant | None:
    return who_is_on(ws, event_id, draft, region)


def _standing(cards: tuple[int, ...], ws: Workspace) -> frozenset[int]:
    return frozenset(line.id for line in card_lines(ws, cards))


def _add(
    shot: Shot,
    event_id: int | None,
    draft: PersonDraft,
    shell: Shell,
    person: int | None,
    region: str,
    ws: Workspace,
) -> AddedCard:
    return add_read_card(
        ws,
        event_id,
        draft,
        shell.now(),
        person_id=person,
        picture=turned(shot.data, shot.turn) if shot.data else None,
        media_type=shot.media_type,
        region=region,
    )
