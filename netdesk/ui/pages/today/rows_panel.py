"""A panel of rows: rows of what stays are kept, and the keyboard stays where it was in the list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from netdesk.ui.pages.today.row import RowKey, TodayRow
from netdesk.ui.theme.metrics import L, M, S, metrics
from netdesk.ui.widgets.buttons import link_button
from netdesk.ui.widgets.chip import Chip, Tone
from netdesk.ui.widgets.panel import Panel

T = TypeVar("T")
_BESIDE = 6


class RowsPanel(Panel):
    """``show_rows(items, key, make)`` makes a row for each new or changed item. ``more_asked()`` is the last line;
    ``walked(key)`` comes from the rows.
    """

    more_asked = Signal()
    walked = Signal(int)

    def __init__(
        self,
        title: str,
        *,
        edge: str | None = None,
        detail_right: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, edge=edge, detail_right=detail_right, parent=parent)
        sizes = metrics()
        outer = self.layout()
        assert outer is not None
        # Rows reach a little further out than the words, so that the ring around them has room.
        beside = sizes.px(L) - sizes.px(_BESIDE)
        outer.setContentsMargins(beside, sizes.px(M), beside, sizes.px(S + 2))
        self.header.setContentsMargins(sizes.px(_BESIDE), 0, sizes.px(_BESIDE), 0)
        outer.setSpacing(sizes.px(2))
        self.body.setSpacing(0)
        self.count = Chip("", Tone.BAD)
        self.count.hide()
        self.header.insertWidget(1, self.count)
        self._table = QVBoxLayout()
        self._table.setSpacing(0)
        self.body.addLayout(self._table)
        self.more = link_button("")
        self.more.clicked.connect(self._more)
        self._foot = QWidget()
        row = QHBoxLayout(self._foot)
        row.setContentsMargins(sizes.px(_BESIDE), sizes.px(S), sizes.px(_BESIDE), sizes.px(S))
        row.addWidget(self.more)
        row.addStretch(1)
        self._foot.hide()
        self.body.addWidget(self._foot)
        self._rows: dict[RowKey, tuple[object, TodayRow]] = {}

    def rows(self) -> list[TodayRow]:
        """The rows in their order."""
        return sorted((row for _, row in self._rows.values()), key=self._table.indexOf)

    def show_rows(
        self, items: Sequence[T], key: Callable[[T], RowKey], make: Callable[[T], TodayRow]
    ) -> None:
        """Show a row for each item; one that is as it was keeps its row."""
        wanted = {key(item): item for item in items}
        for gone in [one for one in self._rows if one not in wanted]:
            self._take(gone)
        for place, (name, item) in enumerate(wanted.items()):
            before = self._rows.get(name)
            if before is None or before[0] != item:
                held = before is not None and before[1].hasFocus()
                if before is not None:
                    self._take(name)
                row = make(item)
                row.walked.connect(self.walked)
                self._rows[name] = (item, row)
                self._table.insertWidget(place, row)
                # At once: the keyboard may be wanted there before Qt would show it.
                row.show()
                if held:
                    row.setFocus()
            row = self._rows[name][1]
            if self._table.indexOf(row) != place:
                self._table.removeWidget(row)
                self._table.insertWidget(place, row)
            if row.is_first != (place == 0):
                row.is_first = place == 0
                row.update()

    def show_count(self, count: int) -> None:
        """Show how many there are in a chip beside the title; none for 0."""
        self.count.set_chip(f"{count:,}", Tone.BAD)
        self.count.setVisible(count > 0)

    def show_more(self, words: str) -> None:
        """Show the last line, which leads to all of them; none for ""."""
        self.more.setText(words)
        self.more.setAccessibleName(words)
        self._foot.setVisible(bool(words))

    def _take(self, name: RowKey) -> None:
        row = self._rows.pop(name)[1]
        row.hide()
        self._table.removeWidget(row)
        row.deleteLater()

    def _more(self) -> None:
        self.more_asked.emit()
