"""What the list of all entries is narrowed by: kinds with their counts, the way, the time, and typed words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from netdesk.method.ledger import HelpWay, LedgerKind, year_before
from netdesk.services.ledger_list import LedgerQuery, Totals
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.metrics import S, metrics
from netdesk.ui.widgets.chip import FilterChip
from netdesk.ui.widgets.flow_layout import FlowLayout
from netdesk.ui.widgets.row_menu import Entry, open_menu
from netdesk.ui.widgets.search_field import SearchField

_KINDS = (
    (LedgerKind.GIVE, "Gave"),
    (LedgerKind.RECEIVE, "Got"),
    (LedgerKind.PROMISE, "Promised"),
    (LedgerKind.ASK, "Asked"),
)


def periods(today: date) -> tuple[tuple[str, date | None, date | None], ...]:
    """The times to choose from: words, first and last day (None: open)."""
    month, year = today.replace(day=1), today.replace(month=1, day=1)
    before = (month - timedelta(days=1)).replace(day=1)
    return (
        ("Any time", None, None),
        ("This month", month, today),
        ("Last month", before, month - timedelta(days=1)),
        ("This year", year, today),
        ("Last 12 months", year_before(today), today),
        ("Last year", year.replace(year=year.year - 1), year - timedelta(days=1)),
    )


class LedgerFilter(QWidget):
    """``query`` is what is asked now; ``changed()`` when a person asks something else."""

    changed = Signal()

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self.query = LedgerQuery()
        self.search = SearchField("Name or words…", "Ctrl+F")
        self.search.searched.connect(self._typed)
        self._chips = QWidget()
        flow = FlowLayout(self._chips, gap=6)
        self.kinds: dict[LedgerKind, FilterChip] = {}
        for kind, words in _KINDS:
            chip = FilterChip(words)
            chip.clicked.connect(partial(self._kind_clicked, kind))
            self.kinds[kind] = chip
            flow.addWidget(chip)
        self.way = FilterChip("Any way", icon=Icon.DOWN, checkable=True)
        self.way.clicked.connect(self._offer_ways)
        self.period = FilterChip("Any time", icon=Icon.DATE, checkable=True)
        self.period.clicked.connect(self._offer_periods)
        flow.addWidget(self.way)
        flow.addWidget(self.period)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(metrics().px(S))
        outer.addWidget(self.search)
        outer.addWidget(self._chips)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_chips(self, shown: bool) -> None:
        """Show or hide all but the line to type in."""
        self._chips.setVisible(shown)

    def show_totals(self, totals: Totals) -> None:
        """Write how many there are of each kind, whatever kinds are chosen."""
        counts = (totals.gives, totals.receives, totals.promises, totals.asks)
        for (kind, words), count in zip(_KINDS, counts, strict=True):
            chip = self.kinds[kind]
            waiting = " open" if count and kind in (LedgerKind.PROMISE, LedgerKind.ASK) else ""
            chip.setText(f"{words} {count:,}{waiting}" if count else words)

    def choose(self, query: LedgerQuery) -> None:
        """Ask something else, as if a person had."""
        self._ask(query)

    def clear(self) -> None:
        """Ask for everything again, without a signal."""
        self.query = LedgerQuery()
        self.search.put("")
        self._dress()

    def _typed(self, text: str) -> None:
        self._ask(replace(self.query, text=text))

    def _kind_clicked(self, kind: LedgerKind, _checked: bool = False) -> None:
        kinds = tuple(one for one in self.kinds if self.kinds[one].isChecked())
        self._ask(replace(self.query, kinds=kinds))

    def _offer_ways(self) -> None:
        self._dress()
        chosen = self.query.ways
        entries: list[Entry | None] = [
            Entry("Any way", partial(self._choose_ways, ()), checked=not chosen),
            None,
        ]
        entries += [
            Entry(way.label, partial(self._choose_ways, (way,)), checked=way in chosen) for way in HelpWay
        ]
        open_menu(entries, self, self.way.mapToGlobal(QPoint(0, self.way.height())))

    def _choose_ways(self, ways: tuple[HelpWay, ...]) -> None:
        self._ask(replace(self.query, ways=ways))

    def _offer_periods(self) -> None:
        self._dress()
        now = (self.query.since, self.query.until)
        entries: list[Entry | None] = [
            Entry(words, partial(self._choose_period, since, until), checked=(since, until) == now)
            for words, since, until in periods(self._today())
        ]
        open_menu(entries, self, self.period.mapToGlobal(QPoint(0, self.period.height())))

    def _choose_period(self, since: date | None, until: date | None) -> None:
        self._ask(replace(self.query, since=since, until=until))

    def _ask(self, query: LedgerQuery) -> None:
        if query != self.query:
            self.query = query
            self._dress()
            self.changed.emit()

    def _dress(self) -> None:
        query = self.query
        for kind, chip in self.kinds.items():
            chip.setChecked(kind in query.kinds)
        words = query.ways[0].label if query.ways else "Any way"
        named = (
            one
            for one, since, until in periods(self._today())
            if (since, until) == (query.since, query.until)
        )
        period = next(named, "Chosen days")
        for chip, said, on in (
            (self.way, words, bool(query.ways)),
            (self.period, period, period != "Any time"),
        ):
            chip.setText(said)
            chip.setChecked(on)
