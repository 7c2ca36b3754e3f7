"""The head of the tray: which states, what is searched for, the order, and how promptly cards are followed up.

``TrayHead()``: ``show_counts(counts)``, ``show_share(share, hours)``, ``show_query(query)``. Signals:
``state_picked(object)`` with a ``CardState`` or None for all, ``searched(str)``, ``order_picked(object)``,
``left_downwards()``.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from netdesk.method.follow_ups import CardState
from netdesk.services.card_tray import TrayCounts, TrayOrder, TrayQuery
from netdesk.services.prompt_share import PromptShare
from netdesk.ui.pages.events.tray.tray_words import STATE_LABELS, share_in_full, share_words
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.metrics import XS, M, S, Type, metrics
from netdesk.ui.widgets.chip import FilterChip
from netdesk.ui.widgets.flow_layout import FlowLayout
from netdesk.ui.widgets.labels import ElidedLabel, plain_tooltip
from netdesk.ui.widgets.row_menu import Entry, RowMenu
from netdesk.ui.widgets.search_field import SearchField
from netdesk.ui.widgets.share_bar import Bar

_GAP = 6
_SEARCH = 360
_BAR_WIDTH = 220
_ALL = "All"


class TrayHead(QWidget):
    """Two lines: state chips and the measure; search and order."""

    state_picked = Signal(object)
    searched = Signal(str)
    order_picked = Signal(object)
    left_downwards = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        sizes = metrics()
        self._order = TrayOrder.URGENCY
        self.chips: dict[CardState | None, FilterChip] = {}
        self.measure = Measure()
        self.search = SearchField("Search cards", "Ctrl+F")
        self.search.setToolTip(plain_tooltip("A name, a firm, an event or words of a plan"))
        self.search.setMaximumWidth(sizes.px(_SEARCH))
        self.search.searched.connect(self.searched)
        self.search.left_downwards.connect(self.left_downwards)
        self.order = RowMenu("Sort the cards", Icon.SORT)
        self.order.entries = self._orders
        first = QHBoxLayout()
        first.setSpacing(sizes.px(M))
        first.addWidget(self._make_chips(), 1)
        first.addWidget(self.measure, 0, Qt.AlignmentFlag.AlignTop)
        second = QHBoxLayout()
        second.setSpacing(sizes.px(S))
        second.addWidget(self.search, 1)
        second.addWidget(self.order)
        second.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(sizes.px(M))
        layout.addLayout(first)
        layout.addLayout(second)

    def show_counts(self, counts: TrayCounts) -> None:
        """Write how many cards are in each state."""
        for state, chip in self.chips.items():
            number = counts.all if state is None else counts.of(state)
            chip.setText(f"{_ALL if state is None else STATE_LABELS[state]} {number:,}")

    def show_share(self, share: PromptShare, hours: int) -> None:
        """Show how promptly cards were followed up; nothing while there is nothing to count."""
        self.measure.show_share(share, hours)

    def show_query(self, query: TrayQuery) -> None:
        """Show which states are asked for and in which order."""
        wanted = next(iter(query.states)) if len(query.states) == 1 else None
        for state, chip in self.chips.items():
            chip.setChecked(state is wanted)
        self._order = query.order
        self.order.set_name(f"Sort the cards: {query.order.label.lower()}")
        if self.search.text().strip() != query.text:
            self.search.setText(query.text)

    def _make_chips(self) -> QWidget:
        holder = QWidget()
        holder.setAccessibleName("Which cards")
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        holder.setSizePolicy(policy)
        flow = FlowLayout(holder, gap=_GAP)
        for state in (None, *CardState):
            chip = FilterChip(_ALL if state is None else STATE_LABELS[state], checked=state is None)
            chip.clicked.connect(partial(self._pick, state))
            self.chips[state] = chip
            flow.addWidget(chip)
        return holder

    def _pick(self, state: CardState | None, _checked: bool = False) -> None:
        self.chips[state].setChecked(True)
        self.state_picked.emit(state)

    def _orders(self) -> list[Entry | None]:
        return [
            Entry(order.label, partial(self.order_picked.emit, order), checked=order is self._order)
            for order in TrayOrder
        ]


class Measure(QWidget):
    """The share followed up within the hours the method asks for: words over a thin bar."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        sizes = metrics()
        self.words = ElidedLabel("", Type.SECONDARY, "text-2")
        self.bar = Bar(0, "good")
        self.setFixedWidth(sizes.px(_BAR_WIDTH))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(sizes.px(XS))
        layout.addWidget(self.words)
        layout.addWidget(self.bar)
        self.hide()

    def show_share(self, share: PromptShare, hours: int) -> None:
        """Show a share, or nothing while no card counts."""
        said = share_words(share, hours)
        self.setVisible(bool(said))
        if said:
            self.words.setText(said)
            self.bar.set_share(share.prompt / share.counted)
            self.setAccessibleName(said)
            self.setToolTip(plain_tooltip(share_in_full(share, hours)))
