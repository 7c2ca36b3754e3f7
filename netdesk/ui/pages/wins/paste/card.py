"""The card over the window in which wins come from a spreadsheet: paste, look, put right, add."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QPushButton, QStackedLayout, QVBoxLayout, QWidget

from netdesk.method.errors import InvalidInput, NetDeskError
from netdesk.services import win_paste
from netdesk.services.win_paste import PasteChoice, PastedTable, PastePlan, WinColumn
from netdesk.ui.customs import customs_at
from netdesk.ui.importing.card_head import CardHead
from netdesk.ui.importing.foot import Foot
from netdesk.ui.importing.rule import Rule
from netdesk.ui.pages.wins.paste.preview import PastePreview
from netdesk.ui.shell import Shell
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.widgets.empty_state import EmptyState

WIDTH, HEIGHT = 1160, 760
_PATTERNS = ("Tables (*.csv *.tsv *.txt)", "All files (*)")


class PasteCard(QWidget):
    """Signal ``closed()`` at the end. ``take(text)`` shows what pasting that would do."""

    closed = Signal()

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shell = shell
        self.is_busy = False
        self._table: PastedTable | None = None
        self._where = ""
        self._choice = PasteChoice()
        self._head = CardHead(self.tr("Paste wins from a spreadsheet"))
        self.preview = PastePreview()
        self.preview.headed_chosen.connect(self._headed_chosen)
        self.preview.day_first_chosen.connect(self._day_first_chosen)
        self.preview.table.kind_chosen.connect(self._kind_chosen)
        self.preview.table.rows.edited.connect(self._edited)
        self.preview.table.rows.changed.connect(self._count)
        self.preview.table.stood.connect(self._say)
        self.empty = EmptyState(
            Icon.COPY,
            self.tr("Copy the rows in your spreadsheet, then press Ctrl+V here"),
            self.tr(
                "Any columns in any order: when, what, for whom, what it was worth, where it came from, whom to"
                " thank. You see what each row becomes before anything is written."
            ),
            primary=self.tr("Paste"),
            secondary=self.tr("Open a file…"),
        )
        self.empty.primary_clicked.connect(self.paste)
        self.empty.secondary_clicked.connect(self.open_file)
        self.foot = Foot()
        self.foot.refused.connect(self.closed)
        self.foot.accepted.connect(self.bring)
        self._body = QStackedLayout()
        self._lay_out()
        self.setAccessibleName(self._head.title.text())
        self._show_empty("")

    # Taking ------------------------------------------------------------------------------------

    def take(self, text: str, where: str = "") -> None:
        """Show what pasting a text would do."""
        self._take(partial(win_paste.read_paste, text), where or self.tr("from the clipboard"))

    def begin(self) -> None:
        """Give the keyboard to the rows, or to what brings some."""
        here = self.preview.table if self._body.currentWidget() is self.preview else self.empty.primary
        if here is not None:
            here.setFocus(Qt.FocusReason.OtherFocusReason)

    def paste(self) -> None:
        """Take what was copied last."""
        self.take(QGuiApplication.clipboard().text())

    def open_file(self) -> None:
        """Let a person choose a table's file."""
        files = self.shell.dialogs.open_files(self, self.tr("Open a table of wins"), _PATTERNS)
        if files:
            self._take(
                partial(win_paste.read_paste_file, files[0]), self.tr("from {0}").format(files[0].name)
            )

    def _take(self, read: Callable[[], PastedTable], where: str) -> None:
        try:
            self._table = read()
        except InvalidInput as error:
            self._show_empty(str(error))
            return
        self._where = where
        self._choice = PasteChoice()
        self.preview.table.rows.forget_ticks()
        self._look()

    def _look(self) -> None:
        """Find out anew what each row would become."""
        table, choice, today = self._table, self._choice, self.shell.today()
        if table is None:
            return
        customs = customs_at(self.shell.desk)
        self.foot.start(self.tr("Looking what is new…"))
        self.shell.desk.ask(
            self,
            "plan",
            lambda ws: win_paste.plan(
                ws, table, today, customs.currency, day_first=customs.day_first, choice=choice
            ),
            self._show_plan,
            self._failed,
        )

    def _show_plan(self, plan: PastePlan) -> None:
        self.foot.stop()
        begins = self._body.currentWidget() is not self.preview
        rows = self.tr("1 row") if len(plan.rows) == 1 else self.tr("{0} rows").format(f"{len(plan.rows):,}")
        self._head.subtitle.setText(
            self.tr("{0} {1}. Nothing is written until you say so.").format(rows, self._where)
        )
        self._body.setCurrentWidget(self.preview)
        self.preview.show_plan(plan)
        self.foot.primary.show()
        self._count()
        if begins:
            self.preview.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_empty(self, trouble: str) -> None:
        self._table = None
        self._head.subtitle.setText(self.tr("Nothing is written until you say so."))
        self._body.setCurrentWidget(self.empty)
        self.foot.primary.hide()
        self.foot.stop(trouble)

    # Choosing ----------------------------------------------------------------------------------

    def _kind_chosen(self, column: int, kind: WinColumn | None) -> None:
        chosen = dict(self._choice.kinds or {})
        if kind is not None:
            # The column that held it until now is left out, unless something else is chosen for it.
            chosen = {place: each for place, each in chosen.items() if each is not kind}
        self._choice = replace(self._choice, kinds={**chosen, column: kind})
        self._look()

    def _headed_chosen(self, headed: bool) -> None:
        self._choice = replace(self._choice, headed=headed)
        self._look()

    def _day_first_chosen(self, day_first: bool) -> None:
        self._choice = replace(self._choice, day_first=day_first)
        self._look()

    def _edited(self, place: int, column: int, text: str) -> None:
        if self._table is not None:
            # A cell somebody puts right changes nothing about how the others are read.
            plan = self.preview.table.rows.plan
            kinds = dict(enumerate(plan.kinds))
            self._choice = PasteChoice(kinds, plan.headed, plan.day_first, plan.decimal)
            self._table = win_paste.with_cell(self._table, place, column, text)
            self._look()

    def _count(self) -> None:
        coming = len(self.preview.table.rows.ticked())
        words = self.tr("Add 1 win") if coming == 1 else self.tr("Add {0} wins").format(f"{coming:,}")
        self.foot.primary.setText(words)
        self.foot.primary.setAccessibleName(words)
        self.foot.primary.setEnabled(coming > 0 and not self.is_busy)
        self._say()

    def _say(self) -> None:
        """Say what is to be done with the row one stands on, else with all that are to be put right."""
        rows, place = self.preview.table.rows, self.preview.table.currentIndex().row()
        row = rows.row(place) if 0 <= place < rows.rowCount() else None
        wrong = sum(bool(each.problems) for each in rows.plan.rows)
        if row is not None and row.problems:
            self.foot.say(self.tr("Line {0}: {1} Enter edits it.").format(row.line, row.found))
        elif wrong:
            said = self.tr("1 row is") if wrong == 1 else self.tr("{0} rows are").format(f"{wrong:,}")
            self.foot.say(self.tr("{0} to be put right; the others can be added without.").format(said))
        else:
            self.foot.say(self.tr("Space ticks a row, Enter edits a cell, C chooses what a column holds."))

    # Adding ------------------------------------------------------------------------------------

    def bring(self) -> None:
        """Write the ticked rows."""
        rows = self.preview.table.rows
        if self.is_busy or not rows.ticked():
            return
        self.is_busy = True
        self.foot.start(self.tr("Adding…"))
        self.foot.primary.setEnabled(False)
        self.shell.desk.do(
            partial(win_paste.bring, made=rows.plan, numbers=rows.ticked(), today=self.shell.today()),
            self._brought,
            self._not_brought,
            owner=self,
        )

    def _brought(self, ids: tuple[int, ...]) -> None:
        self.is_busy = False
        rows = self.preview.table.rows
        ticked = rows.ticked()
        added = [row.draft for row in rows.plan.rows if row.number in ticked and row.draft is not None]
        unsaid = any(draft.source is None for draft in added)
        newest = max(zip(added, ids, strict=True), key=lambda pair: pair[0].won_on)[1]
        shell = self.shell

        def classify() -> None:
            shell.go("wins", unsaid=True)

        self.closed.emit()
        words = self.tr("1 win added") if len(ids) == 1 else self.tr("{0} wins added").format(f"{len(ids):,}")
        offers = [(self.tr("Say where they came from"), classify)] if unsaid else []
        shell.toast(words, undo=True, actions=offers)
        shell.go("wins", win=newest)

    def _not_brought(self, error: NetDeskError) -> None:
        self.is_busy = False
        self._count()
        self._failed(error)

    def _failed(self, error: NetDeskError) -> None:
        self.foot.stop(str(error))

    # Keys and place ----------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            held = self.focusWidget()
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.bring()
            elif isinstance(held, QPushButton) and held.hasFocus():
                held.click()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        self._head.closed.connect(self.closed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        # Before anything is put into it: a stack without a parent shows its first page as a window of its own.
        column.addLayout(self._body, 1)
        self._body.addWidget(self.empty)
        self._body.addWidget(self.preview)
        column.addWidget(Rule())
        column.addWidget(self.foot)
