"""Brings answers into the list: the beginning at once, the rest when typing pauses, and near misses.

``Finder(desk, model, today)``: ``ask(query)`` for another question, ``begin(query)`` for the first,
``refresh()`` after a change. Signals:
``begun()`` when the beginning is shown, ``found(int)`` with how many there are, ``missed(object)`` with a tuple of
near misses when there are none.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from netdesk.services import contacts
from netdesk.services.contacts import Beginning, ContactQuery, NearMiss
from netdesk.ui.bridge.desk import Desk
from netdesk.ui.models.paged_ids import PagedIds

_REST_AFTER_MS = 60
"""A pause in typing after which the whole answer is fetched; one letter's would keep a reading thread busy."""


class Finder(QObject):
    """One question at a time; answers to older ones are dropped."""

    begun = Signal()
    found = Signal(object)
    missed = Signal(object)

    def __init__(
        self, desk: Desk, model: PagedIds, today: Callable[[], date], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._model = model
        self._today = today
        self.query = ContactQuery()
        self.is_complete = False
        self._has_begun = False
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_AFTER_MS)
        self._rest.timeout.connect(self._ask_for_rest)

    def ask(self, query: ContactQuery) -> None:
        """Show the answer to ``query`` as soon as its beginning is known."""
        self._take(query)
        today = self._today()
        self._desk.ask(
            self,
            "beginning",
            lambda ws: contacts.beginning(ws, query, today),
            partial(self._show_beginning, query),
        )

    def begin(self, query: ContactQuery) -> None:
        """Show the beginning of the answer before this returns, so that a list is never painted empty first."""
        if query.text:
            self.ask(query)
            return
        self._take(query)
        today = self._today()
        self._show_beginning(query, self._desk.read(lambda ws: contacts.beginning(ws, query, today)))

    def _take(self, query: ContactQuery) -> None:
        self.query = query
        self.is_complete = self._has_begun = False
        self._rest.stop()

    def refresh(self) -> None:
        """Ask the same again; people keep their place in the list, the selection and the scroll position."""
        if self._has_begun:
            self._rest.stop()
            self._ask_for_rest()
        else:
            self.ask(self.query)

    def _show_beginning(self, query: ContactQuery, answer: Beginning) -> None:
        if query != self.query:
            return
        self._has_begun = True
        self.is_complete = answer.complete
        self._model.restart(answer.ids, answer.rows)
        self.begun.emit()
        if answer.complete:
            self._tell()
        elif query.text:
            self._rest.start()
        else:
            self._ask_for_rest()

    def _ask_for_rest(self) -> None:
        query, today = self.query, self._today()
        self._desk.ask(
            self, "rest", lambda ws: contacts.ids(ws, query, today), partial(self._show_rest, query)
        )

    def _show_rest(self, query: ContactQuery, ids: array[int]) -> None:
        if query != self.query:
            return
        if self.is_complete:
            self._model.swap(ids)
        else:
            self._model.extend(ids)
        self.is_complete = True
        self._tell()

    def _tell(self) -> None:
        people = self._model.rowCount()
        self.found.emit(people)
        text = self.query.text
        if people == 0 and text:
            self._desk.ask(
                self, "near", lambda ws: contacts.near_misses(ws, text), partial(self._show_near, text)
            )

    def _show_near(self, text: str, near: tuple[NearMiss, ...]) -> None:
        if text == self.query.text and self._model.rowCount() == 0:
            self.missed.emit(near)
