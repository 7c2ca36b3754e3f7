"""What the board shows: header, hint, tray and columns, filled from what was read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from uuid import uuid4

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from netdesk.method.levels import LOWEST, Level
from netdesk.services.board_query import BoardCard, BoardCounts, BoardQuery
from netdesk.ui.delegates.photos import Photos
from netdesk.ui.pages.board.card_delegate import CardDelegate
from netdesk.ui.pages.board.column import Column
from netdesk.ui.pages.board.column_model import ColumnModel
from netdesk.ui.pages.board.columns import Columns
from netdesk.ui.pages.board.drop_list import DropList
from netdesk.ui.pages.board.filter_card import FilterCard
from netdesk.ui.pages.board.header import BoardHeader
from netdesk.ui.pages.board.reading import COLUMNS, LEVELS, BoardReading
from netdesk.ui.pages.board.tray import Tray
from netdesk.ui.theme.metrics import XL, L, M, Type, metrics
from netdesk.ui.widgets.labels import WrapLabel

CardsOf = Callable[[Sequence[int]], tuple[BoardCard, ...]]


class BoardView(QWidget):
    """The widgets of the board and their models. It asks nothing and moves nobody."""

    def __init__(self, cards_of: CardsOf, photos: Photos, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts = BoardCounts()
        self._tray_wished: bool | None = None
        self.levels: tuple[Level, ...] = ()
        self._make_lists(cards_of, photos)
        self.columns = {number: Column(number, self.lists[number]) for number in LEVELS}
        self.tray = Tray(self.lists[None])
        self.header = BoardHeader()
        self.filter_card = FilterCard(self)
        self.row = Columns(list(self.columns.values()))
        self.hint = WrapLabel(
            self.tr(
                "Nobody is on the board yet. Put those you hardly know at the left and those you work with"
                " at the right; a wrong guess costs nothing, cards can be moved at any time."
            ),
            Type.BODY,
            "text-2",
        )
        self._lay_out()
        photos.arrived.connect(self._repaint_cards)

    def show_reading(self, reading: BoardReading, query: BoardQuery) -> None:
        """Show everything anew."""
        self.levels = reading.levels
        for level in reading.levels:
            self.columns[level.number].set_level(level)
        for column in COLUMNS:
            self.models[column].set_order(reading.orders[column])
        self.filter_card.set_choices(reading.tags, reading.markets)
        self.show_query(query)
        self.show_counts(reading.counts, query)
        self.row.agree()

    def show_query(self, query: BoardQuery) -> None:
        """Show what is asked for now."""
        self.filter_card.set_query(query)
        self.header.show_query(query, self.filter_card.words(query))

    def show_counts(self, counts: BoardCounts, query: BoardQuery) -> None:
        """Show how many people there are, and what empty columns have to say."""
        self._counts = counts
        shown = sum(len(self.models[number].ids()) for number in LEVELS)
        self.header.show_counts(counts, query, shown)
        for number, column in self.columns.items():
            column.set_people(counts.at_level.get(number, 0))
        self.tray.set_people(counts.unsorted)
        self._show_words(query)
        self._show_tray()

    def wish_tray(self, is_open: bool | None) -> None:
        """Show the tray or fold it away; None: it opens while nobody is on the board, and stays from then on."""
        self._tray_wished = is_open
        self._show_tray()

    def tray_wished(self) -> bool | None:
        """What was wished last."""
        return self._tray_wished

    def _show_words(self, query: BoardQuery) -> None:
        nobody = self.tr("Nobody here matches the filter.") if query.is_filtered else ""
        first = self.tr("Drag people here from the tray, or choose some there and press Alt+→.")
        taught = not self._counts.people and bool(self._counts.unsorted)
        for number in LEVELS:
            words = first if taught and number == LOWEST else self.tr("Nobody here yet.")
            self.lists[number].set_empty_words(nobody or words)
        self.lists[None].set_empty_words(nobody or self.tr("Everybody has a place on the board."))
        self.hint.setVisible(not self._counts.people)

    def _show_tray(self) -> None:
        if self._tray_wished is None and self._counts.unsorted and not self._counts.people:
            # Whoever drags the first person out of it wants to go on with the next.
            self._tray_wished = True
        is_open = bool(self._tray_wished)
        if is_open != self.tray.isVisibleTo(self):
            self.tray.setVisible(is_open)
        self.header.show_tray(is_open)

    def _repaint_cards(self) -> None:
        for cards in self.lists.values():
            cards.viewport().update()

    def _make_lists(self, cards_of: CardsOf, photos: Photos) -> None:
        token = uuid4().hex
        large = CardDelegate(photos.pixmap, parent=self)
        small = CardDelegate(photos.pixmap, small=True, parent=self)
        self.models = {column: ColumnModel(cards_of, self) for column in COLUMNS}
        self.models[None].set_place(self.tr("unsorted"))
        self.lists = {
            column: DropList(
                self.models[column], small if column is None else large, token, small=column is None
            )
            for column in COLUMNS
        }

    def _lay_out(self) -> None:
        sizes = metrics()
        body = QHBoxLayout()
        body.setSpacing(sizes.px(M))
        body.addWidget(self.tray)
        body.addWidget(self.row, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(sizes.px(XL), sizes.px(L), sizes.px(XL), sizes.px(XL))
        column.setSpacing(sizes.px(10))
        column.addWidget(self.header)
        column.addWidget(self.hint)
        column.addLayout(body, 1)
        self.hint.hide()
        self.tray.hide()
