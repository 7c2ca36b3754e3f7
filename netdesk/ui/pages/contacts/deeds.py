"""What is done with the people selected: each is done at once, said in a toast, and can be undone from there.

``Deeds(shell, owner)``: ``tag``, ``untag``, ``set_level``, ``add_to_market``, ``archive``, ``unarchive``, ``to_bin``,
``restore``, ``delete_for_good``, ``merge``, each with a ``Selection``.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from netdesk.method.changes import Changes
from netdesk.method.contact_kinds import MarketStanding
from netdesk.method.levels import Level
from netdesk.services import bin as the_bin
from netdesk.services import bulk
from netdesk.services.bulk import Bulk
from netdesk.services.selection import Selection, chosen_ids
from netdesk.services.workspaces import Workspace
from netdesk.ui.shell import Shell

_DELETE = "Delete for good"
_KEEP = "Keep them"


class Deeds(QObject):
    """Operations on a selection, with what they say afterwards."""

    def __init__(self, shell: Shell, owner: QWidget) -> None:
        super().__init__(owner)
        self._shell = shell
        self._owner = owner

    def tag(self, selection: Selection, name: str) -> None:
        """Put a tag on them."""
        self._do(lambda ws: bulk.tag(ws, selection, name, self._today()), f"{{who}} tagged “{name}”")

    def untag(self, selection: Selection, tag_id: int) -> None:
        """Take a tag off them."""
        self._do(lambda ws: bulk.untag(ws, selection, tag_id, self._today()), "Tag taken off {who}")

    def set_level(self, selection: Selection, level: Level | None) -> None:
        """Move them to a level, None for unsorted."""
        number = None if level is None else level.number
        where = "unsorted" if level is None else level.name
        self._do(lambda ws: bulk.set_level(ws, selection, number, self._today()), f"{{who}} moved to {where}")

    def add_to_market(
        self, selection: Selection, market_id: int, name: str, standing: MarketStanding
    ) -> None:
        """Note that they are in a target market, or close to it."""
        words = "in" if standing is MarketStanding.IN else "close to"
        self._do(
            lambda ws: bulk.add_to_market(ws, selection, market_id, self._today(), standing),
            f"{{who}} noted as {words} {name}",
        )

    def archive(self, selection: Selection) -> None:
        """Put them into the archive."""
        self._do(lambda ws: bulk.archive(ws, selection, self._today()), "{who} archived")

    def unarchive(self, selection: Selection) -> None:
        """Bring them back from the archive."""
        self._do(lambda ws: bulk.unarchive(ws, selection, self._today()), "{who} back from the archive")

    def to_bin(self, selection: Selection) -> None:
        """Put them in the bin."""
        self._do(lambda ws: bulk.to_bin(ws, selection, self._today()), "{who} put in the bin")

    def restore(self, selection: Selection) -> None:
        """Bring them back from the bin."""
        self._do(lambda ws: bulk.restore(ws, selection, self._today()), "{who} restored")

    def merge(self, selection: Selection) -> None:
        """Merge the two of a selection, or the one with somebody to be chosen."""
        self._shell.desk.ask(
            self, "merge", lambda ws: chosen_ids(ws, selection, self._today())[:3], self._merge_these
        )

    def _merge_these(self, people: tuple[int, ...]) -> None:
        from netdesk.ui.pages.person.merge_sheet import merge_with

        if len(people) > 2:
            self._shell.toast("Choose the two contacts that are one person.")
        elif people:
            merge_with(self._shell, *people)

    def delete_for_good(self, selection: Selection) -> None:
        """Ask whether to delete them for good, saying what goes with them; then do it."""
        self._shell.desk.ask(
            self,
            "what goes",
            lambda ws: the_bin.what_goes(ws, selection, self._today()),
            partial(self._ask_and_delete, selection),
        )

    def _ask_and_delete(self, selection: Selection, goes: the_bin.WhatGoes) -> None:
        if not goes.people:
            return
        who = "this person" if goes.people == 1 else f"these {goes.people:,} people"
        text = f"Delete {who} for good? {goes.sentence}".strip()
        if self._shell.dialogs.choose(self._owner, _DELETE, text, (_DELETE, _KEEP)) != _DELETE:
            return
        people = "1 person" if goes.people == 1 else f"{goes.people:,} people"

        def delete(ws: Workspace) -> Changes:
            return the_bin.delete_for_good(ws, selection, self._today())

        self._shell.desk.do(delete, lambda _: self._shell.toast(f"{people} deleted for good", undo=True))

    def _do(self, operation: Callable[[Workspace], Bulk], words: str) -> None:
        self._shell.desk.do(operation, partial(self._say, words))

    def _say(self, words: str, done: Bulk) -> None:
        # Replaced, not formatted: a tag may hold braces.
        said = words.replace("{who}", done.who, 1)
        self._shell.toast(said, undo=not done.changes.is_empty)

    def _today(self) -> date:
        return self._shell.today()
