"""An entry of the ledger as a row: what it was, what came of it, when; and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from netdesk.method.calendar_words import full_day, short_day
from netdesk.method.ledger import EntryState, LedgerKind, promise_chip, state_words
from netdesk.services.ledger import LedgerEntryLine
from netdesk.ui.pages.ledger.deeds import LedgerDeeds
from netdesk.ui.pages.ledger.words import KIND_ICONS
from netdesk.ui.theme.metrics import M, S, Type, metrics
from netdesk.ui.widgets.buttons import plain_button, quiet_button
from netdesk.ui.widgets.chip import Chip, Tone
from netdesk.ui.widgets.keyed_row import KeyedRow, Keys
from netdesk.ui.widgets.labels import Faint, WrapLabel, plain_tooltip
from netdesk.ui.widgets.paint import one_line
from netdesk.ui.widgets.row_menu import Entry
from netdesk.ui.widgets.tile import IconTile

_SHOWN = 300
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


def entry_detail(line: LedgerEntryLine, today: date) -> str:
    """Say under the heading what came of it, where a promise or an ask stands, and why it was let go."""
    said = state_words(line.kind, line.state, line.on, line.due, line.closed, today)
    return " · ".join(part[:_SHOWN] for part in (line.outcome, said, line.reason) if part)


class EntryRow(KeyedRow):
    """Enter edits, K keeps or answers, X lets go, Del deletes; the same by the pointer."""

    def __init__(
        self, entry: LedgerEntryLine, deeds: LedgerDeeds, today: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(entry.heading, parent)
        self.entry, self._deeds = entry, deeds
        sizes = metrics()
        row = QHBoxLayout(self)
        row.setContentsMargins(sizes.px(4), sizes.px(S), sizes.px(4), sizes.px(S))
        row.setSpacing(sizes.px(M))
        tone = "warn" if entry.kind in (LedgerKind.RECEIVE, LedgerKind.ASK) else "accent"
        row.addWidget(IconTile(KIND_ICONS[entry.kind], 28, tone), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(sizes.px(1))
        heading, detail = entry.heading, entry_detail(entry, today)
        for words, kind, role in ((heading, Type.BODY_STRONG, "text"), (detail, Type.SECONDARY, "text-2")):
            if words:
                label = WrapLabel(words[:_SHOWN], kind, role)
                label.set_max_lines(3)
                column.addWidget(label)
        row.addLayout(column, 1)
        self._add_state(row, today)
        row.addWidget(self.menu, 0, _MIDDLE)
        self.setAccessibleName(one_line(f"{full_day(entry.counted_on)}: {heading}. {detail}"))
        self.setToolTip(plain_tooltip(full_day(entry.counted_on)))

    def _add_state(self, row: QHBoxLayout, today: date) -> None:
        entry = self.entry
        if entry.state is not EntryState.OPEN:
            row.addWidget(Faint(short_day(entry.counted_on, today)), 0, _MIDDLE)
            return
        words, tone = promise_chip(entry.due, today)
        row.addWidget(Chip(words, Tone[tone.name]), 0, _MIDDLE)
        label = self.tr("Kept") if entry.kind is LedgerKind.PROMISE else self.tr("Got it")
        self.close_button = plain_button(label, small=True)
        self.close_button.clicked.connect(partial(_run, partial(self._deeds.close, entry)))
        self.drop_button = quiet_button(self.tr("Let go"), small=True)
        self.drop_button.clicked.connect(partial(_run, partial(self._deeds.drop, entry)))
        for button in (self.close_button, self.drop_button):
            button.setAccessibleName(f"{button.text()}: {one_line(entry.words)[:80]}")
            row.addWidget(button, 0, _MIDDLE)

    def entries(self) -> list[Entry | None]:
        return self._deeds.entries(self.entry, person=False)

    def keys(self) -> Keys:
        entry, deeds = self.entry, self._deeds
        keys: dict[Qt.Key, Callable[[], None]] = {
            Qt.Key.Key_E: self.open,
            Qt.Key.Key_Delete: partial(deeds.delete, entry),
        }
        if entry.state is EntryState.OPEN:
            keys |= {Qt.Key.Key_K: partial(deeds.close, entry), Qt.Key.Key_X: partial(deeds.drop, entry)}
        return keys

    def open(self) -> None:
        self._deeds.edit(self.entry)


def _run(deed: partial[None], _checked: bool = False) -> None:
    deed()
