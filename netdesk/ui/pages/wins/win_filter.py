"""What the table of wins is narrowed by: typed words, a period, a source, what is not said yet, and the bin."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from netdesk.method.period_steps import offered
from netdesk.method.periods import Period
from netdesk.method.sources import Source
from netdesk.services.win_list import WinQuery
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.metrics import S, metrics
from netdesk.ui.widgets.chip import FilterChip
from netdesk.ui.widgets.row_menu import Entry, open_menu
from netdesk.ui.widgets.search_field import SearchField

_ANY_TIME, _ANY_SOURCE = "Any time", "Any source"


def _periods(today: date) -> tuple[tuple[str, Period | None], ...]:
    """The times to choose from, with their words; None is any time."""
    return ((_ANY_TIME, None), *((one.label, one.period) for one in offered(today)))


class WinFilter(QWidget):
    """``query`` is what is asked now; ``changed()`` when a person asks something else, ``left_down()`` for ↓."""

    changed = Signal()
    left_down = Signal()
    left_alone = Signal()
    """Esc in an empty line: the filter goes away."""

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self.query = WinQuery()
        self.search = _Find("Words, client, person, event…", "Ctrl+F")
        self.search.setMinimumWidth(metrics().px(180))
        self.search.searched.connect(self._typed)
        self.search.left_downwards.connect(self.left_down)
        self.search.left_alone.connect(self.left_alone)
        self.period = FilterChip(_ANY_TIME, icon=Icon.DATE, checkable=True)
        self.period.clicked.connect(self._offer_periods)
        self.source = FilterChip(_ANY_SOURCE, icon=Icon.DOWN, checkable=True)
        self.source.clicked.connect(self._offer_sources)
        self.unsaid = FilterChip("Source not said")
        self.unsaid.clicked.connect(self._unsaid_clicked)
        self.bin = FilterChip("In the bin", icon=Icon.BIN, checkable=True)
        self.bin.clicked.connect(self._bin_clicked)
        self.bin.hide()
        self.about = FilterChip("", closable=True, checkable=False)
        self.about.closed.connect(self._forget_about)
        self.about.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(metrics().px(S))
        row.addWidget(self.search, 1)
        for chip in (self.about, self.period, self.source, self.unsaid, self.bin):
            row.addWidget(chip)

    @property
    def is_on(self) -> bool:
        """Whether anything narrows the table."""
        return self.query != WinQuery()

    def show_counts(self, unsaid: int, binned: int) -> None:
        """Write how many wins have no source yet, and how many lie in the bin; an empty bin is not offered."""
        for chip, words, count in (
            (self.unsaid, "Source not said", unsaid),
            (self.bin, "In the bin", binned),
        ):
            chip.setText(f"{words} {count:,}" if count else words)
        self.bin.setVisible(bool(binned) or self.query.binned)

    def show_about(self, words: str) -> None:
        """Say whose or what wins are shown; the cross shows everybody’s again."""
        self.about.setText(words)
        self.about.setVisible(bool(words))

    def choose(self, query: WinQuery) -> None:
        """Ask something else, as if a person had."""
        self.search.put(query.text)
        self._ask(query)

    def clear(self) -> None:
        """Ask for all wins again."""
        self.choose(WinQuery())

    def _typed(self, text: str) -> None:
        self._ask(replace(self.query, text=text))

    def _forget_about(self) -> None:
        self._ask(replace(self.query, person_id=None, client_id=None, event_id=None, group_id=None))

    def _unsaid_clicked(self, checked: bool) -> None:
        self._ask(replace(self.query, unsaid=checked, source=None))

    def _bin_clicked(self, checked: bool) -> None:
        self._ask(replace(self.query, binned=checked))

    def _offer_periods(self) -> None:
        self._dress()
        entries: list[Entry | None] = [
            Entry(words, partial(self._choose_period, period), checked=period == self.query.period)
            for words, period in _periods(self._today())
        ]
        open_menu(entries, self, self.period.mapToGlobal(QPoint(0, self.period.height())))

    def _choose_period(self, period: Period | None) -> None:
        self._ask(replace(self.query, period=period))

    def _offer_sources(self) -> None:
        self._dress()
        chosen = self.query.source
        entries: list[Entry | None] = [
            Entry(_ANY_SOURCE, partial(self._choose_source, None), checked=chosen is None)
        ]
        entries += [
            Entry(one.label, partial(self._choose_source, one), checked=one is chosen) for one in Source
        ]
        open_menu(entries, self, self.source.mapToGlobal(QPoint(0, self.source.height())))

    def _choose_source(self, source: Source | None) -> None:
        self._ask(replace(self.query, source=source, unsaid=False))

    def _ask(self, query: WinQuery) -> None:
        if query != self.query:
            self.query = query
            self._dress()
            self.changed.emit()

    def _dress(self) -> None:
        query = self.query
        known = {period: words for words, period in _periods(self._today())}
        period = known.get(query.period) or (query.period.name if query.period else _ANY_TIME)
        source = _ANY_SOURCE if query.source is None else query.source.short
        for chip, words, on in (
            (self.period, period, query.period is not None),
            (self.source, source, query.source is not None),
        ):
            chip.setText(words)
            chip.setChecked(on)
        self.unsaid.setChecked(query.unsaid)
        self.bin.setChecked(query.binned)


class _Find(SearchField):
    """Esc in an empty line leaves it."""

    left_alone = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self.text():
            self.left_alone.emit()
        else:
            super().keyPressEvent(event)
