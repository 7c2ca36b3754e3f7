"""Today: what needs me now. Cards with no plan first, follow-ups, promises, who goes cold, the next event."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from netdesk.method.changes import Changes
from netdesk.method.today import Deed as GoodDeed
from netdesk.method.today import day_title
from netdesk.ui.delegates.photos import Photos
from netdesk.ui.pages.page import Page
from netdesk.ui.pages.person.rhythm_deeds import RhythmDeeds
from netdesk.ui.pages.today.cold_row import ColdRow
from netdesk.ui.pages.today.columns import TodayColumns
from netdesk.ui.pages.today.deeds import TodayDeeds
from netdesk.ui.pages.today.follow_up_row import FollowUpRow
from netdesk.ui.pages.today.help_side import TABLES as HELP_TABLES
from netdesk.ui.pages.today.help_side import HelpSide
from netdesk.ui.pages.today.keys import add_today_commands, seldom_entries
from netdesk.ui.pages.today.row import WALKING, Deed, TodayRow
from netdesk.ui.pages.today.rows import CardRow, DebriefRow
from netdesk.ui.pages.today.rows_panel import RowsPanel
from netdesk.ui.pages.today.side_panels import DeedPanel, EventPanel, MonthPanel, OldDebriefs
from netdesk.ui.shell import Shell
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.metrics import XL, L, M, Type, metrics
from netdesk.ui.widgets.buttons import plain_button, primary_button
from netdesk.ui.widgets.labels import ElidedLabel, PageTitle
from netdesk.ui.widgets.row_menu import RowMenu
from netdesk.ui.widgets.scroll_area import VerticalScroll

if TYPE_CHECKING:
    from datetime import datetime

    from netdesk.services.today import Today
    from netdesk.services.workspaces import Workspace

_TABLES = (
    "card", "event", "expected_person", "follow_up", "goal", "interaction", "interaction_person", "level", "person",
    "person_kind", "person_market", "person_tag", "pitch", "pitch_version", "preference", "contact_point",
    *HELP_TABLES,
)  # fmt: skip
SHOWN = 8


class TodayPage(Page):
    """The day in panels. The keyboard walks through all rows; what is done leaves it on the next one."""

    name = "today"
    label = "Today"

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(shell, parent)
        self._today: Today | None = None
        self._kept_scroll = 0
        self._deeds = TodayDeeds(shell)
        self._rhythm = RhythmDeeds(shell)
        self._photos = Photos(shell.desk, self)
        self._make_panels()
        self._lay_out()
        self._connect()
        add_today_commands(shell, self, self._can, self._run, self._log)

    # Showing ---------------------------------------------------------------------------------------

    def redraw(self, changes: Changes | None) -> None:
        """Ask what needs me, when something of it changed."""
        if changes is None or changes.touches(*_TABLES):
            now = self.shell.now()
            self.shell.desk.ask(self, "today", partial(_answer, now=now), self._show)

    def rows(self) -> list[TodayRow]:
        """All rows in the order the arrows walk through them."""
        return [
            row for panel in self.columns.panels() if isinstance(panel, RowsPanel) for row in panel.rows()
        ]

    def remembered(self) -> dict[str, object]:
        """How far it was scrolled."""
        return {"scroll": self.view.verticalScrollBar().value()}

    def remember(self, state: dict[str, object]) -> None:
        """Scroll as far as it was, once there is something to scroll."""
        kept = state.get("scroll")
        self._kept_scroll = kept if isinstance(kept, int) else 0

    def _scroll_back(self) -> None:
        self.view.verticalScrollBar().setValue(self._kept_scroll)
        self._kept_scroll = 0

    def _show(self, today: Today) -> None:
        before, held = self.rows(), self._current()
        place = before.index(held) if held in before else -1
        self._today = today
        self._title.setText(day_title(today.day))
        self._needs.setText(today.sentence)
        self.setUpdatesEnabled(False)
        try:
            self._fill(today)
            self.columns.arrange()
        finally:
            self.setUpdatesEnabled(True)
        if self._kept_scroll:
            # After the panels have been laid out.
            QTimer.singleShot(0, self, self._scroll_back)
        if held is not None and held not in self.rows():
            self._hold(self._next_open(place))

    def _fill(self, today: Today) -> None:
        self.cards.show_rows(
            today.cards, lambda card: ("card", card.id), lambda card: CardRow(card, self._deeds, self._photos)
        )
        self.cards.show_count(today.needs.cards)
        self.cards.set_detail(today.cards_words)
        hidden = today.needs.cards > len(today.cards)
        self.cards.show_more(f"All {today.needs.cards:,} cards…" if hidden else "")
        self.columns.show_panel(self.cards, bool(today.cards))
        self._fill_follow_ups(today)
        self.debriefs.show_rows(
            today.debriefs,
            lambda line: ("debrief", line.event_id),
            lambda line: DebriefRow(line, self._deeds),
        )
        unseen = today.needs.debriefs - len(today.debriefs)
        self.debriefs.show_more(f"{unseen:,} more in Events…" if unseen > 0 else "")
        self.old_debriefs.show_count(today.old_debriefs)
        self.columns.show_panel(self.debriefs, bool(today.debriefs or today.old_debriefs))
        self.cold.show_rows(
            today.cold,
            lambda person: ("cold", person.person_id),
            lambda person: ColdRow(person, self._deeds, self._rhythm, self._photos),
        )
        self.cold.show_more("All going cold…" if today.more_cold else "")
        self.columns.show_panel(self.cold, bool(today.cold))
        self.help.fill(today, self.columns)
        self.columns.show_panel(self.next_event, today.next_event is not None)
        if today.next_event is not None:
            self.next_event.show_event(today.next_event)
        self.month.show_month(today.month)
        self.columns.show_panel(self.month, True)
        self.columns.show_panel(self.deed, not today.needs.all)
        self.deed.show_deed(today.deed)

    def _fill_follow_ups(self, today: Today) -> None:
        lines = (*today.follow_ups, *today.done)
        self.follow_ups.show_rows(
            lines,
            lambda line: ("done" if line.closed else "follow-up", line.id),
            lambda line: FollowUpRow(line, self._deeds, today.day),
        )
        self.follow_ups.set_detail(today.follow_ups_words)
        due = today.needs.overdue + today.needs.due_today
        self.follow_ups.show_more(f"All {due:,} follow-ups…" if due > len(today.follow_ups) else "")
        self.columns.show_panel(self.follow_ups, bool(lines))

    # The keyboard ----------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in WALKING and self.rows():
            self._walk(event.key())
        else:
            super().keyPressEvent(event)

    def _walk(self, key: int) -> None:
        rows, held = self.rows(), self._current()
        if key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._hold(0 if key == Qt.Key.Key_Home else len(rows) - 1)
        else:
            step = 1 if key == Qt.Key.Key_Down else -1
            self._hold(rows.index(held) + step if held in rows else 0)

    def _hold(self, place: int) -> None:
        rows = self.rows()
        if rows:
            row = rows[max(0, min(place, len(rows) - 1))]
            row.setFocus(Qt.FocusReason.OtherFocusReason)
            self.view.reveal(row)
        else:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _next_open(self, place: int) -> int:
        """The row at a place, or the last one above it that is still to do: on a done one D would open it again."""
        rows = self.rows()
        above = range(min(place, len(rows) - 1), -1, -1)
        return next((each for each in above if rows[each].key[0] != "done"), place)

    def _current(self) -> TodayRow | None:
        """The row that has the keyboard, itself or one of its buttons."""
        held: QWidget | None = self.focusWidget()
        while held is not None and not isinstance(held, TodayRow):
            held = held.parentWidget() if held is not self else None
        return held

    def _can(self, deed: Deed) -> bool:
        row = self._current()
        return row is not None and deed in row.deeds

    def _run(self, deed: Deed) -> None:
        row = self._current()
        if row is not None and deed in row.deeds:
            row.deeds[deed]()

    # Deeds -----------------------------------------------------------------------------------------

    def _all_cards(self) -> None:
        self.shell.go("events", cards=True)

    def _events(self) -> None:
        self.shell.go("events")

    def _all_cold(self) -> None:
        self.shell.go("contacts", cold=True)

    def _all_follow_ups(self) -> None:
        from netdesk.ui.pages.today.all_follow_ups import open_all_follow_ups

        open_all_follow_ups(self.shell)

    def _print(self, event_id: int) -> None:
        from netdesk.ui.printing.prep_sheet_window import open_prep_sheet

        open_prep_sheet(self.shell, event_id)

    def _log(self) -> None:
        self._deeds.log(None)

    def _add_person(self) -> None:
        self.shell.commands.run("contacts.new_person")

    def _good_deed(self, deed: GoodDeed) -> None:
        cold = self._today.cold if self._today is not None else ()
        person = next((one for one in cold if one.person_id == deed.person_id), None)
        if deed.way is not None and person is not None:
            self._deeds.reach(person)
        else:
            self._deeds.do_good(deed)

    def _struck(self) -> None:
        if self.isVisible():
            self.redraw(None)
        else:
            self._drawn = False

    # Building --------------------------------------------------------------------------------------

    def _make_panels(self) -> None:
        self.cards = RowsPanel("Cards with no plan", edge="bad", detail_right=True)
        self.follow_ups = RowsPanel("Follow-ups")
        self.debriefs = RowsPanel("Debrief left open")
        self.old_debriefs = OldDebriefs()
        self.debriefs.body.addWidget(self.old_debriefs)
        self.cold = RowsPanel("Going cold")
        self.cold.set_detail("past the rhythm of their level")
        self.help = HelpSide(self.shell, self)
        self.deed = DeedPanel()
        self.next_event = EventPanel()
        self.month = MonthPanel()
        self.columns = TodayColumns(
            (self.deed, self.cards, self.follow_ups),
            (self.debriefs, self.cold, self.help.promises, self.help.giver),
            (self.next_event, self.help.one_to_ones, self.month),
        )

    def _lay_out(self) -> None:
        sizes = metrics()
        self._title, self._needs = PageTitle(""), ElidedLabel("", Type.BODY, "text-2")
        self.log_button = plain_button("Log a conversation", Icon.LOG, "Ctrl+L")
        self.add_button = primary_button("Person", Icon.ADD, "Ctrl+N")
        self.add_button.setAccessibleName("New person")
        head = QHBoxLayout()
        head.setSpacing(sizes.px(M - 2))
        words = QVBoxLayout()
        words.setSpacing(sizes.px(2))
        words.addWidget(self._title)
        words.addWidget(self._needs)
        head.addLayout(words, 1)
        self.more = RowMenu("More to write down")
        self.more.entries = partial(seldom_entries, self.shell)
        head.addWidget(self.more)
        head.addWidget(self.log_button)
        head.addWidget(self.add_button)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(sizes.px(XL), sizes.px(L), sizes.px(XL), sizes.px(XL))
        column.setSpacing(sizes.px(L))
        column.addLayout(head)
        column.addWidget(self.columns)
        column.addStretch(1)
        self.view = VerticalScroll(content)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.view)

    def _connect(self) -> None:
        helped = (self.help.promises, self.help.one_to_ones)
        for panel in (self.cards, self.follow_ups, self.debriefs, self.cold, *helped):
            panel.walked.connect(self._walk)
        self.cards.more_asked.connect(self._all_cards)
        self.cold.more_asked.connect(self._all_cold)
        self.follow_ups.more_asked.connect(self._all_follow_ups)
        self.debriefs.more_asked.connect(self._events)
        self.old_debriefs.finish_asked.connect(self._deeds.finish_old_debriefs)
        self.next_event.opened.connect(self.shell.open_event)
        self.next_event.print_asked.connect(self._print)
        self.deed.taken.connect(self._good_deed)
        self.log_button.clicked.connect(self._log)
        self.add_button.clicked.connect(self._add_person)
        self.shell.day_clock.struck.connect(self._struck)


def _answer(workspace: Workspace, now: datetime) -> Today:
    # Imported by the thread that reads: all it takes to answer need not be there before the window is.
    from netdesk.services.today import today

    return today(workspace, now, follow_ups=SHOWN)
