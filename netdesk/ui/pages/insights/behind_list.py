"""What stands behind a figure: its wins, people or events as a list over the window; each leads to its own page.

``open_behind(shell, behind)``. Arrows walk, Enter or a press opens, Ctrl+C copies the whole list as a table.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence

from netdesk.method.changes import Changes
from netdesk.method.errors import NetDeskError
from netdesk.method.insights.behind import Behind
from netdesk.services.currency_rates import own_currency
from netdesk.services.insights.answers import rows_behind
from netdesk.services.insights.behind import BehindRow, BehindRows, Leads
from netdesk.ui.customs import customs_at
from netdesk.ui.dialogs.card_list import ROW_ROLE, CardList, Rows
from netdesk.ui.money import money
from netdesk.ui.pages.insights.behind_delegate import BehindDelegate
from netdesk.ui.pages.insights.mix.time_form import open_time_form
from netdesk.ui.shell import Shell
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.metrics import Type
from netdesk.ui.widgets.buttons import quiet_button
from netdesk.ui.widgets.labels import WrapLabel

_WIDTH, _TALL = 680, 620
_OPENS = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_LONGEST_CELL = 200


def open_behind(shell: Shell, behind: Behind) -> BehindList:
    """Show over the window what a figure counts."""
    content = BehindList(shell, behind)
    overlay = shell.show_overlay(content, width=_WIDTH, height=_TALL)
    content.close_first = overlay.close_overlay
    content.cross.clicked.connect(overlay.close_overlay)
    content.list.setFocus(Qt.FocusReason.OtherFocusReason)
    return content


class BehindList(CardList):
    """The title of the figure, its days, and the list; the count is exact even where not every row is shown."""

    def __init__(self, shell: Shell, behind: Behind) -> None:
        super().__init__(behind.title, behind.title)
        self._shell, self._behind = shell, behind
        here = customs_at(shell.desk).currency
        self._own = shell.desk.read(lambda workspace: own_currency(workspace, here))
        self.close_first: Callable[[], None] | None = None
        self.model = _Rows(self)
        self.list.setModel(self.model)
        self.list.setItemDelegate(BehindDelegate(self.list))
        self.list.setMouseTracking(True)
        self.list.clicked.connect(self._open)
        self.list.installEventFilter(self)
        self.said = WrapLabel("", Type.SECONDARY, "text-2")
        self.above.addWidget(self.said)
        self.copy = quiet_button("Copy the list", Icon.COPY, "Ctrl+C", small=True)
        self.copy.clicked.connect(self.copy_list)
        self.foot.addWidget(self.copy)
        self.copy.hide()
        shell.desk.changed.connect(self._read)
        self._read()

    def copy_list(self) -> None:
        """Put the rows on the clipboard, as a table other programs take."""
        rows = [("What", "Detail", "Figure"), *((row.title, row.detail, row.figure) for row in self._known())]
        lines = ("\t".join(" ".join(cell[:_LONGEST_CELL].split()) for cell in row) for row in rows)
        QGuiApplication.clipboard().setText("\n".join(lines) + "\n")
        self.hint.setText("Copied: paste it into any table.")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter opens, Ctrl+C copies."""
        if watched is self.list and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in _OPENS:
                self._open(self.list.currentIndex())
                return True
            if event.matches(QKeySequence.StandardKey.Copy):
                self.copy_list()
                return True
        return super().eventFilter(watched, event)

    def _read(self, _changes: Changes | None = None) -> None:
        question = partial(rows_behind, behind=self._behind, today=self._shell.today())
        self._shell.desk.ask(self, "behind", question, self._show, self._refuse)

    def _show(self, found: BehindRows) -> None:
        row = max(0, self.list.currentIndex().row())
        self.model.show([self._with_money(each) for each in found.rows])
        self.list.setCurrentIndex(self.model.index(min(row, len(found.rows) - 1), 0))
        self.copy.setVisible(bool(found.rows))
        days = self._behind.period.days_words
        if not found.count:
            self.said.setText(f"{days}: nothing stands behind it any more.")
        elif found.count > len(found.rows):
            self.said.setText(f"{days}. The first {len(found.rows):,} of {found.count:,} are shown.")
        else:
            self.said.setText(days)
        leads = any(each.leads is not Leads.NOWHERE for each in found.rows)
        self.hint.setText("Enter or a click opens it." if leads else "")

    def _with_money(self, row: BehindRow) -> BehindRow:
        """Write an amount the way the window does."""
        if row.amount is None:
            return row
        amount = money(row.amount, row.currency or self._own)
        return replace(row, figure=" · ".join(part for part in (row.figure, amount) if part))

    def _refuse(self, error: NetDeskError) -> None:
        self.said.setText(str(error))

    def _known(self) -> tuple[BehindRow, ...]:
        return tuple(row for row in self.model.rows if isinstance(row, BehindRow))

    def _open(self, index: QModelIndex) -> None:
        row = index.data(ROW_ROLE)
        if not isinstance(row, BehindRow) or row.leads is Leads.NOWHERE:
            return
        if row.leads is Leads.TIME:
            # It has no page of its own: it is corrected on a card over the list.
            open_time_form(self._shell, time_id=row.id)
            return
        if self.close_first is not None:
            self.close_first()
        page, name = _PLACES[row.leads]
        self._shell.go(page, **{name: row.id})


_PLACES = {
    Leads.PERSON: ("contacts", "person"),
    Leads.EVENT: ("events", "event"),
    Leads.WIN: ("wins", "win"),
    Leads.GROUP: ("groups", "group"),
    Leads.PITCH: ("pitches", "pitch"),
}


class _Rows(Rows):
    def words(self, row: object) -> str:
        if not isinstance(row, BehindRow):
            return ""
        return ", ".join(part for part in (row.title, row.detail, row.figure) if part)
