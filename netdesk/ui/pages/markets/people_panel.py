"""The people in a market, or those close to it with how they are: opened, moved, taken out, by mouse and keys."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from netdesk.method.contact_kinds import MarketStanding
from netdesk.services.contact_rows import ContactRow, rows
from netdesk.services.levels import levels
from netdesk.services.market_people import how_close, people_of_market
from netdesk.services.workspaces import Workspace
from netdesk.ui.delegates.contact_row import ROW_HEIGHT, ContactRowDelegate, spoken
from netdesk.ui.delegates.photos import Photos
from netdesk.ui.models.paged_ids import PagedIds
from netdesk.ui.models.row_list import RowList
from netdesk.ui.shell import Shell
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.metrics import L, M, Type, metrics
from netdesk.ui.widgets.labels import WrapLabel
from netdesk.ui.widgets.panel import Panel
from netdesk.ui.widgets.row_menu import Entry, open_menu

_TITLES = {MarketStanding.IN: "In this market", MarketStanding.CLOSE: "Close to it"}
_NOTHING = {
    MarketStanding.IN: "Nobody yet. Add the people you know in this market.",
    MarketStanding.CLOSE: "Nobody yet. Who serves these people and knows many of them? Meet those first.",
}
_LEAST_ROWS = 3


class MarketPeople(Panel):
    """A list of people.

    ``add_wanted()``, ``opened(int)``, ``moved(int)`` to the other list, ``how_wanted(int)``, ``removed(list of int)``.
    """

    add_wanted = Signal()
    opened = Signal(object)
    moved = Signal(object)
    how_wanted = Signal(object)
    removed = Signal(object)

    def __init__(
        self, shell: Shell, photos: Photos, standing: MarketStanding, parent: QWidget | None = None
    ) -> None:
        super().__init__(_TITLES[standing], "0", "Add", parent, glyph=Icon.ADD)
        self._shell, self.standing = shell, standing
        self._market = 0
        self._names = {level.number: level.name for level in shell.desk.read(levels)}
        self._model = PagedIds(self._load, self._say, self)
        delegate = ContactRowDelegate(photos, self._names, shell.today)
        self.list = _People(self._model, delegate)
        delegate.setParent(self.list)
        self.list.setAccessibleName(_TITLES[standing])
        self.list.setMinimumHeight(metrics().px(ROW_HEIGHT) * _LEAST_ROWS)
        self.nothing = WrapLabel(_NOTHING[standing], Type.SECONDARY, "text-2")
        outer = self.layout()
        assert outer is not None
        sizes = metrics()
        # The rows reach nearly to the edges, as in every list.
        outer.setContentsMargins(sizes.px(M - 8), sizes.px(M), sizes.px(M - 8), sizes.px(M))
        self.header.setContentsMargins(sizes.px(L - 4), 0, sizes.px(L - 4), 0)
        self.nothing.setContentsMargins(sizes.px(L - 4), 0, sizes.px(L - 4), 0)
        self.body.addWidget(self.nothing)
        self.body.addWidget(self.list, 1)
        self.action_clicked.connect(self.add_wanted)
        self.list.opened.connect(self.opened)
        self.list.delete_asked.connect(self._remove)
        self.list.menu_asked.connect(self._menu)
        photos.arrived.connect(self.list.viewport().update)

    def show_market(self, market_id: int) -> None:
        """Show who stands so to a market; a market may hold thousands, so they are read beside the window's thread."""
        self._shell.desk.ask(
            self,
            "people",
            lambda ws: people_of_market(ws, market_id, self.standing),
            partial(self._show, market_id),
        )

    def _show(self, market_id: int, ids: array[int]) -> None:
        if market_id == self._market:
            self._model.swap(ids)
            self._model.forget()
        else:
            self._market = market_id
            self._model.restart(ids)
        self.set_detail(f"{len(ids):,}")
        self.nothing.setVisible(not ids)
        self.list.setVisible(bool(ids))

    def ids(self) -> array[int]:
        """Give who is shown, in order."""
        return self._model.ids

    def selected(self) -> list[int]:
        """Give who is selected."""
        ids = self._model.ids
        return [one for top, bottom in self.list.selected_runs() for one in ids[top : bottom + 1]]

    def _load(self, ids: Sequence[int]) -> Sequence[ContactRow]:
        market = self._market

        def read(ws: Workspace) -> list[ContactRow]:
            words = how_close(ws, market, ids)
            return [_with_how(row, words.get(row.id, "")) for row in rows(ws, ids)]

        return self._shell.desk.read(read)

    def _say(self, row: ContactRow) -> str:
        return spoken(row, self._names, self._shell.today())

    def _remove(self) -> None:
        chosen = self.selected()
        if chosen:
            self.removed.emit(chosen)

    def _menu(self, place: QPoint) -> None:
        person = self.list.current_id()
        if not person:
            return
        other = "Close to it instead" if self.standing is MarketStanding.IN else "In this market instead"
        open_menu(
            [
                Entry("Open their page", partial(self.opened.emit, person), Icon.PERSON, "Return"),
                Entry("Say how they are close…", partial(self.how_wanted.emit, person), Icon.EDIT),
                Entry(other, partial(self.moved.emit, person), Icon.MARKET),
                None,
                Entry("Take out of this market", self._remove, Icon.BIN, "Delete"),
            ],
            self.list,
            place,
        )


class _People(RowList):
    """``delete_asked()`` for Delete."""

    delete_asked = Signal()

    def __init__(self, model: PagedIds, delegate: ContactRowDelegate) -> None:
        super().__init__(model, delegate, ROW_HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.selected_count():
            self.delete_asked.emit()
        else:
            super().keyPressEvent(event)


def _with_how(row: ContactRow, how: str) -> ContactRow:
    """Let the second line say how somebody is close, then their firm: where there is little room that is cut."""
    if not how:
        return row
    firm = row.organisation if row.organisation != row.name else ""
    return replace(row, organisation=" · ".join(part for part in (how, firm) if part))
