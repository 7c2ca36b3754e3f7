"""The tab "Gave & got" of a person's page: all that was given, got, promised and asked between us."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from netdesk.method.ledger import Balance, LedgerKind
from netdesk.services.ledger import person_entries
from netdesk.services.person_page import PersonPage
from netdesk.ui.pages.ledger.deeds import LedgerDeeds
from netdesk.ui.pages.ledger.entry_row import EntryRow
from netdesk.ui.shell import Shell
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.metrics import M, S, Type, metrics
from netdesk.ui.widgets.buttons import link_button, plain_button
from netdesk.ui.widgets.labels import WrapLabel
from netdesk.ui.widgets.paint import one_line
from netdesk.ui.widgets.scroll_area import VerticalScroll

_AT_FIRST = 30
_BUTTONS = (
    (LedgerKind.GIVE, "Give", Icon.GIVE),
    (LedgerKind.PROMISE, "Promise", Icon.PROMISE),
    (LedgerKind.ASK, "Ask", Icon.ASK),
    (LedgerKind.RECEIVE, "Got", Icon.ADD),
)


class LedgerTab(QWidget):
    """What is open first, then the newest; ``rows()`` are those shown."""

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        sizes = metrics()
        self._shell = shell
        self._page: PersonPage | None = None
        self._limit = _AT_FIRST
        self._deeds = LedgerDeeds(shell, self)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, sizes.px(M), 0, 0)
        outer.setSpacing(sizes.px(S))
        self.sentence = WrapLabel("", Type.SECONDARY, "text-2")
        buttons = QHBoxLayout()
        buttons.setSpacing(sizes.px(S))
        self.buttons = {}
        for kind, label, glyph in _BUTTONS:
            button = plain_button(label, glyph, small=True)
            button.clicked.connect(partial(self._write, kind))
            self.buttons[kind] = button
            buttons.addWidget(button)
        buttons.addStretch(1)
        self._list = QWidget()
        self._rows = QVBoxLayout(self._list)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        self._rows.addStretch(1)
        self.more = link_button("")
        self.more.clicked.connect(self._show_more)
        outer.addWidget(self.sentence)
        outer.addLayout(buttons)
        outer.addWidget(VerticalScroll(self._list), 1)
        outer.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.more.hide()

    def show_page(self, page: PersonPage) -> None:
        """Show another person, or the same one anew."""
        if self._page is None or self._page.id != page.id:
            self._limit = _AT_FIRST
        self._page = page
        name = one_line(page.given)[:60]
        self.sentence.setText(Balance(page.gives, page.receives).sentence(name))
        for kind, label, _ in _BUTTONS:
            self.buttons[kind].setAccessibleName(f"{label}: {name}")
        self._draw(page)

    def rows(self) -> list[EntryRow]:
        """The entries shown, from the top."""
        items = (self._rows.itemAt(place) for place in range(self._rows.count()))
        widgets = (item.widget() for item in items if item is not None)
        return [widget for widget in widgets if isinstance(widget, EntryRow)]

    def _draw(self, page: PersonPage) -> None:
        held = self._held()
        for row in self.rows():
            row.hide()
            self._rows.removeWidget(row)
            row.deleteLater()
        entries = self._shell.desk.read(partial(person_entries, person_id=page.id))
        today = self._shell.today()
        for place, entry in enumerate(entries[: self._limit]):
            row = EntryRow(entry, self._deeds, today)
            self._rows.insertWidget(place, row)
            row.show()
        self.more.setText(self.tr("Show all {0:,}").format(len(entries)))
        self.more.setVisible(len(entries) > self._limit)
        shown = self.rows()
        if held >= 0 and shown:
            shown[min(held, len(shown) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)

    def _held(self) -> int:
        """Which row has the keyboard, -1 for none: after a change it goes to the same place."""
        held = QApplication.focusWidget()
        for place, row in enumerate(self.rows()):
            if held is not None and (row is held or row.isAncestorOf(held)):
                return place
        return -1

    def _show_more(self) -> None:
        if self._page is not None:
            self._limit = max(self._limit * 10, 300)
            self._draw(self._page)

    def _write(self, kind: LedgerKind, _checked: bool = False) -> None:
        if self._page is not None:
            self._deeds.write(kind, self._page.id)
