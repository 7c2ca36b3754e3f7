"""Wins: the quick table of business won, where it came from, and whom to thank for it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QVBoxLayout, QWidget

from netdesk.method.changes import Changes
from netdesk.method.periods import Period
from netdesk.services.win_drafts import WinDraft
from netdesk.services.win_list import WinQuery, WinRow, win_rows
from netdesk.ui.pages.page import Page
from netdesk.ui.pages.wins.table.cell_editor import is_table
from netdesk.ui.pages.wins.table.cell_trouble import CellTrouble
from netdesk.ui.pages.wins.table.cell_words import CellWords
from netdesk.ui.pages.wins.table.columns import Column
from netdesk.ui.pages.wins.table.source_hint import SourceHint
from netdesk.ui.pages.wins.table.win_card import WinCard
from netdesk.ui.pages.wins.table.win_rows import WinRows
from netdesk.ui.pages.wins.table.win_typing import KnownWins, NewWin
from netdesk.ui.pages.wins.win_commands import WinCommands, add_win_commands
from netdesk.ui.pages.wins.win_deeds import WinDeeds
from netdesk.ui.pages.wins.win_filter import WinFilter
from netdesk.ui.pages.wins.win_head import WinHead
from netdesk.ui.pages.wins.win_reading import Answer, read
from netdesk.ui.shell import Shell
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.metrics import XL, L, M, metrics
from netdesk.ui.widgets.empty_state import EmptyState
from netdesk.ui.widgets.paint import one_line
from netdesk.ui.widgets.row_menu import open_menu

_TABLES = (
    "win", "win_thanks", "currency_rate", "person", "organisation", "event", "networking_group", "follow_up",
    "preference",
)  # fmt: skip
_EMPTY = (
    "Where does your business come from?",
    "Write down the clients of the last two years, one line each: what it was, for whom, and which of the five"
    " sources it came from. Then you see what to do more of, and whom to thank.",
)


class WinsPage(Page):
    """``open(win=3)`` goes to a win, ``new=True`` begins one; ``query=WinQuery(…)`` or ``unsaid=True`` narrow it."""

    name = "wins"
    label = "Wins"

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(shell, parent)
        self._wanted = self._newest = 0
        self._waiting: Answer | None = None
        self.deeds = WinDeeds(shell, self)
        self._words = CellWords(shell.today(), self.deeds.habits().own)
        self.trouble = CellTrouble(self)
        self.rows = WinRows(self._load, self._how, self)
        self.known = KnownWins(shell, self.rows, self.deeds, self.trouble, self)
        self.new = NewWin(shell, self.deeds, self.trouble, self)
        self.table, self.entry = self.known.table, self.new.table
        self.card = WinCard(self.table, self.entry)
        self.filter = WinFilter(shell.today)
        self.head = WinHead(self.label)
        self.hint = SourceHint()
        self.empty = EmptyState(Icon.WINS, *_EMPTY, "", "Write down the first")
        self._lay_out()
        self._connect()
        deeds, unsaid = self.deeds, self._show_unsaid
        commands = WinCommands(
            self.write, deeds.open_form, deeds.ask_paste, unsaid, deeds.set_rate, self.start_search
        )
        add_win_commands(shell.commands, self, commands)

    # The page ----------------------------------------------------------------------------------

    def redraw(self, changes: Changes | None) -> None:
        """Ask anew what ``changes`` touched."""
        if changes is None or changes.touches(*_TABLES):
            self._words = CellWords(self.shell.today(), self.deeds.habits().own)
            self.rows.forget()
            self._ask()

    def open(self, **target: object) -> None:
        """Go to what is named."""
        query, period, win = target.get("query"), target.get("period"), target.get("win")
        if target.get("unsaid"):
            query = WinQuery(unsaid=True)
        elif isinstance(period, Period):
            query = WinQuery(period)
        if isinstance(query, WinQuery):
            self.filter.show()
            self.filter.choose(query)
        if isinstance(win, int):
            self.go_to(win)
        if target.get("new"):
            self.entry.begin()

    def remembered(self) -> dict[str, object]:
        """A win that is half typed."""
        return {"typed": self.new.row.state()}

    def remember(self, state: dict[str, object]) -> None:
        """Take back what was half typed."""
        typed = state.get("typed")
        if isinstance(typed, dict):
            self.new.row.take_back(typed)

    def leave(self) -> bool:
        """Keep what is typed; what cannot be used waits in its cell."""
        self.table.finish()
        self.entry.finish()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A table may be pasted anywhere on the page."""
        copied = QGuiApplication.clipboard().text() if event.matches(QKeySequence.StandardKey.Paste) else ""
        if is_table(copied):
            self.deeds.paste(copied)
        else:
            super().keyPressEvent(event)

    def start_search(self) -> None:
        """Show the filter and put the keyboard into its line."""
        self.filter.show()
        self.filter.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.search.selectAll()

    def write(self) -> None:
        """Begin a win in the row for it, wherever one is in the program."""
        self.shell.go(self.name, new=True)

    def go_to(self, win_id: int) -> None:
        """Put the keyboard on a win; where the filter hides it, all wins are shown."""
        row = self.rows.row_of(win_id)
        if row >= 0:
            self._wanted = 0
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
            self.table.go(row, Column.WHAT)
        elif self.filter.is_on:
            self._wanted = win_id
            self.filter.clear()
        elif self._wanted == win_id:
            # It was looked for, and is not there any more.
            self._wanted = 0
        else:
            self._wanted = win_id
            self._ask()

    # Reading -------------------------------------------------------------------------------------

    def _ask(self) -> None:
        question = partial(read, query=self.filter.query, today=self._words.today, own=self._words.own)
        self.shell.desk.ask(self, "wins", question, self._show)

    def _show(self, answer: Answer) -> None:
        self.head.say(answer)
        self.filter.show_about(answer.about)
        self.filter.show_counts(answer.unsaid, answer.binned)
        if self.table.is_typing:
            # Rows stay where they are while one of them is being typed.
            self._waiting = answer
            return
        self._waiting = None
        self.rows.show_ids(answer.ids)
        self.card.show_rows(len(answer.ids), filtered=answer.has_any)
        self.empty.setVisible(not answer.has_any)
        if self._wanted:
            self.go_to(self._wanted)
        self._see_newest()

    def _closed(self) -> None:
        # After whoever closed the cell went on to the next one.
        QTimer.singleShot(0, self, self._show_waiting)

    def _show_waiting(self) -> None:
        if self._waiting is not None and not self.table.is_typing:
            self._show(self._waiting)

    def _load(self, ids: Sequence[int]) -> tuple[WinRow, ...]:
        return self.shell.desk.read(partial(win_rows, ids=ids))

    def _how(self) -> CellWords:
        return self._words

    def _added(self, draft: WinDraft, win: int) -> None:
        self._newest = win
        said = f"Won: {one_line(draft.title or draft.client)[:80]}"
        hidden = [("Show it", partial(self.go_to, win))] if self.filter.is_on else []
        self.shell.toast(said, undo=True, actions=hidden)
        self._see_newest()

    def _see_newest(self) -> None:
        """Scroll to the win that was written down last, once it is in the table."""
        row = self.rows.row_of(self._newest) if self._newest else -1
        if row >= 0:
            self._newest = 0
            self.table.scrollTo(self.rows.index(row, 0))

    # Deeds ---------------------------------------------------------------------------------------

    def _asked(self, deed: str, place: int) -> None:
        row = self.rows.row(place)
        if row is None:
            return
        if deed == "bin":
            (self.deeds.delete if row.binned else self.deeds.bin)(row)
        elif deed == "copy":
            QGuiApplication.clipboard().setText(str(self.table.currentIndex().data()))
        elif deed == "paste":
            self._paste(place, QGuiApplication.clipboard().text())
        else:
            self.deeds.open_form(row.id)

    def _paste(self, place: int, text: str) -> None:
        here = self.table.here()
        if is_table(text):
            self.deeds.paste(text)
        elif here is not None and text.strip():
            self.table.type_cell(place, here[1], text.strip())

    def _menu(self, place: int, spot: QPoint) -> None:
        row, here = self.rows.row(place), self.table.here()
        if row is not None and here is not None:
            type_cell = partial(self.table.type_cell, place, here[1])
            open_menu(self.deeds.entries(row, here[1], type_cell), self, spot)

    def _show_unsaid(self) -> None:
        self.shell.go(self.name, unsaid=True)

    def _turn_filter(self) -> None:
        if self.filter.isHidden():
            self.start_search()
        else:
            self._end_filter()

    def _end_filter(self) -> None:
        self.filter.clear()
        self.filter.hide()
        self._into_table()

    # From one part to the next -----------------------------------------------------------------------

    def _off_table(self, way: int) -> None:
        here = self.table.here()
        if way > 0:
            self.entry.begin(here[1] if here else Column.WHAT)
        elif not self.filter.isHidden():
            self.filter.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _off_entry(self, way: int) -> None:
        here = self.entry.here()
        if here is not None and way < 0 and self.table.isVisible():
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
            self.table.go(self.rows.rowCount() - 1, here[1])
        elif here is not None:
            self.entry.begin(here[1])

    def _into_table(self) -> None:
        if self.table.isVisible():
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.entry.begin()

    # Building --------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        sizes = metrics()
        self.filter.hide()
        self.empty.hide()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(sizes.px(XL), sizes.px(L), sizes.px(XL), sizes.px(L))
        outer.setSpacing(sizes.px(M))
        for widget in (self.head, self.filter, self.card, self.hint):
            outer.addWidget(widget)
        outer.addWidget(self.empty, 1)
        outer.addStretch(0)
        self.setFocusProxy(self.table)

    def _connect(self) -> None:
        self.head.rate_wanted.connect(self.deeds.set_rate)
        self.head.filter_wanted.connect(self._turn_filter)
        self.head.paste_wanted.connect(self.deeds.ask_paste)
        self.head.win_wanted.connect(self.write)
        self.empty.secondary_clicked.connect(self.write)
        self.filter.changed.connect(self._ask)
        self.filter.left_down.connect(self._into_table)
        self.filter.left_alone.connect(self._end_filter)
        self.card.all_wanted.connect(self.filter.clear)
        self.table.asked.connect(self._asked)
        self.table.menu_asked.connect(self._menu)
        self.table.closed.connect(self._closed)
        self.table.went_off.connect(self._off_table)
        self.entry.went_off.connect(self._off_entry)
        for each in (self.table, self.entry):
            each.rows_pasted.connect(self.deeds.paste)
        self.new.added.connect(self._added)
