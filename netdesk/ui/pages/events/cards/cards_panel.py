"""Cards: each gets a plan. The panel of the After tab with its list and the line that takes one card after the other.

``CardsPanel(shell, now)``: ``show_cards(event_id, cards)``, ``finish()``, ``focus_entry()``, ``focus_no_plan()``.
Signal ``scan_wanted()``. It reads its cards anew when they change, whoever changed them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from netdesk.method.cards import no_plan_words
from netdesk.method.changes import Changes
from netdesk.method.follow_ups import CardState, FollowUpState
from netdesk.services.card_plans import PlanDraft
from netdesk.services.cards import (
    CardLine,
    CardPlan,
    event_cards,
)
from netdesk.ui.delegates.photos import Photos
from netdesk.ui.pages.events.cards.action_bar import ActionBar
from netdesk.ui.pages.events.cards.card_deeds import CardDeeds
from netdesk.ui.pages.events.cards.card_list import CardList
from netdesk.ui.pages.events.cards.card_menus import CardMenus
from netdesk.ui.pages.events.cards.card_picture import show_card_picture
from netdesk.ui.pages.events.cards.card_rows import page_around
from netdesk.ui.pages.events.cards.entering import Entering
from netdesk.ui.pages.events.cards.entry_line import EntryLine
from netdesk.ui.pages.events.cards.let_go_form import open_let_go_form
from netdesk.ui.pages.events.cards.panel_parts import ColumnHeads, EntryRow
from netdesk.ui.pages.events.cards.plan_form import open_plan_form
from netdesk.ui.pages.events.cards.row_layout import Part
from netdesk.ui.pages.events.cards.templates_form import open_templates
from netdesk.ui.shell import Shell
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.metrics import L, M, S, Type, metrics
from netdesk.ui.widgets.buttons import plain_button
from netdesk.ui.widgets.chip import Chip, Tone
from netdesk.ui.widgets.labels import WrapLabel, plain_tooltip
from netdesk.ui.widgets.panel import Panel

__all__ = ["CardsPanel", "open_let_go_form", "open_plan_form"]

TITLE = "Cards: each gets a plan"
SCAN, BY_HAND = "Scan cards", "Add by hand"
_AROUND = 60
_NARROW = 540
"""Logical pixels below which the buttons are their icons alone."""
_TABLES = ("card", "follow_up", "person", "contact_point", "organisation", "event")


class CardsPanel(Panel):
    """The cards of one event."""

    scan_wanted = Signal()

    def __init__(self, shell: Shell, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(TITLE, parent=parent)
        sizes = metrics()
        self._shell = shell
        self._event = 0
        self.photos = Photos(shell.desk, self)
        self.deeds = CardDeeds(shell, self)
        self.list = CardList(shell, self.photos)
        self.menus = CardMenus(shell, self.deeds, self.do, self.open_templates)
        self.entry = EntryLine(shell)
        self.entering = Entering(shell, self.list, self.entry, self.deeds, now)
        self.bar = ActionBar()
        self.without_plan = Chip("", Tone.BAD, Icon.WARNING)
        self.without_plan.hide()
        self.scan = plain_button(SCAN, Icon.SCAN)
        self.by_hand = plain_button(BY_HAND, Icon.ADD_PERSON)
        self.scan.setToolTip(plain_tooltip("Read cards from photographs"))
        self.by_hand.setToolTip(plain_tooltip("Type a card: name, company, e-mail"))
        outer = self.layout()
        assert outer is not None
        # The rules between the rows reach from edge to edge.
        outer.setContentsMargins(1, sizes.px(M), 1, sizes.px(S))
        self.header.setContentsMargins(sizes.px(L), 0, sizes.px(L), 0)
        # Beside the chip and the buttons a narrow panel leaves the title two lines.
        self._title.hide()
        title = WrapLabel(TITLE, Type.SECTION, "text")
        title.set_max_lines(2)
        self.header.insertWidget(0, title, 100, Qt.AlignmentFlag.AlignVCenter)
        for widget in (self.without_plan, self.scan, self.by_hand):
            self.add_to_header(widget)
        self.body.setSpacing(0)
        self.head = ColumnHeads()
        for part in (self.bar, self.head, self.list, EntryRow(self.entry)):
            self.body.addWidget(part)
        self._join()

    def _join(self) -> None:
        self.scan.clicked.connect(self.scan_wanted)
        self.by_hand.clicked.connect(self.focus_entry)
        self.entering.began.connect(self.head.show)
        self.entering.written.connect(self._written)
        self.entry.left_above.connect(self._into_list)
        self.entry.plan_wanted.connect(self.focus_no_plan)
        self.list.left_below.connect(self.focus_entry)
        self.list.asked.connect(self.do)
        self.list.planned.connect(self._keep_plan)
        self.list.marks_changed.connect(self._marks_changed)
        self.bar.asked.connect(self.list.ask)
        self.bar.cleared.connect(self.list.clearSelection)
        self._shell.desk.changed.connect(self._changed)

    # What is shown -------------------------------------------------------------------------------

    def show_cards(self, event_id: int, cards: Sequence[CardLine]) -> None:
        """Show the cards of an event; with another event nothing stays chosen or open."""
        if event_id != self._event:
            self.finish()
            self._event = event_id
            self.entering.set_event(event_id)
            self.list.clearSelection()
            self.list.close_editor()
        self.list.show_lines([*cards, *self.entering.waiting()])
        words = no_plan_words(line.state for line in cards if not line.in_bin)
        self.without_plan.set_chip(words, Tone.BAD, Icon.WARNING)
        self.without_plan.setMinimumWidth(self.without_plan.sizeHint().width())
        self.without_plan.setVisible(bool(words))
        self.head.setVisible(self.list.cards.rowCount() > 0)

    def reload(self) -> None:
        """Read the cards anew."""
        event = self._event
        if event:
            self.show_cards(event, self._shell.desk.read(lambda workspace: event_cards(workspace, event)))

    def finish(self) -> None:
        """Close what is open; a plan half written is there again when its row is opened."""
        self.entry.close_offer()
        self.list.close_editor()

    def focus_entry(self) -> None:
        """Put the keyboard into the line that takes cards, and bring it into sight."""
        self.list.fit()
        page = page_around(self)
        if page is not None:
            page.ensureWidgetVisible(self.entry, 0, metrics().px(_AROUND))
        self.entry.setFocus(Qt.FocusReason.OtherFocusReason)
        self.entry.selectAll()

    def focus_no_plan(self) -> bool:
        """Open the first card without a plan for planning; tells whether there is one."""
        return self._plan_next(-1)

    def open_templates(self) -> None:
        """Show the plan templates."""
        open_templates(self._shell)

    def _changed(self, changes: Changes) -> None:
        if changes.touches(*_TABLES) and self._event and self.isVisible():
            self.reload()

    def _written(self, card_id: int | None) -> None:
        if not self.isVisible():
            # The window may be closing; whatever shows the panel again gives it its cards.
            return
        self.reload()
        if card_id is not None:
            self.list.go_to(card_id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = event.size().width() < metrics().px(_NARROW)
        for button, words in ((self.scan, SCAN), (self.by_hand, BY_HAND)):
            button.setText("" if narrow else words)

    def _marks_changed(self) -> None:
        self.bar.show_count(len(self.list.marked()))

    # Doing ---------------------------------------------------------------------------------------

    def do(self, deed: str, lines: Sequence[CardLine]) -> None:
        """Do what a key, a press or a menu asks for."""
        if not lines:
            return
        back = partial(self._back_to, lines[0].id)
        plain: dict[str, Callable[[], None]] = {
            "plan": partial(self.deeds.open_plan, lines, back),
            "let go": partial(self.deeds.open_let_go, lines, back),
            "take back": partial(self.deeds.take_back, lines),
            "restore": partial(self.deeds.restore, lines),
            "solid": partial(self.deeds.toggle_solid, lines),
            "learned": partial(self.deeds.toggle_learned, lines),
            "done": partial(self.deeds.finish, lines),
            "drop": partial(self.deeds.drop, lines),
            "open": partial(self.deeds.open_person, lines[0]),
            "picture": partial(show_card_picture, self._shell, lines[0]),
            "kind": partial(self._open_kinds, lines),
            "templates": partial(self._open_templates, lines),
            "move": partial(self._open_days, lines),
            "menu": partial(self._open_menu, lines),
        }
        plain[deed]()

    def _open_kinds(self, lines: Sequence[CardLine]) -> None:
        self.menus.open_kinds(lines, self.list, self._place_of(lines, Part.KIND))

    def _open_templates(self, lines: Sequence[CardLine]) -> None:
        self.menus.open(self.menus.templates_entries(lines), self.list, self._place_of(lines, Part.WHO))

    def _open_days(self, lines: Sequence[CardLine]) -> None:
        if any(line.next_plan is not None for line in lines):
            self.menus.open(self.menus.days_entries(lines), self.list, self._place_of(lines, Part.WHEN))
        else:
            self._shell.toast("There is no open plan here.")

    def _open_menu(self, lines: Sequence[CardLine]) -> None:
        self.menus.open(self.menus.row_entries(lines), self.list, self._place_of(lines, Part.WHO))

    def _place_of(self, lines: Sequence[CardLine], part: Part) -> QPoint:
        """Under a part of the current row, else of the first one meant; on the screen."""
        current = self.list.current_line()
        card = current.id if current in lines and current is not None else lines[0].id
        box = self.list.part_box(self.list.cards.row_of(card), part)
        return self.list.viewport().mapToGlobal(QPoint(box.left(), box.bottom() + 2))

    def _back_to(self, card_id: int) -> None:
        self.list.clearSelection()
        self.list.go_to(card_id, focus=True)

    # Planning in the row -------------------------------------------------------------------------

    def _keep_plan(self, card_id: int, draft: PlanDraft) -> None:
        line = self.list.cards.line_at(self.list.cards.row_of(card_id))
        if line is None:
            return
        was_open = line.state is CardState.NO_PLAN
        self.list.close_editor(keep=False)
        if line.next_plan is None:
            # Shown as planned at once; the reading after the write puts the real one in its place.
            plan = CardPlan(0, draft.action, draft.due, draft.at, FollowUpState.OPEN)
            self.list.cards.put(replace(line, state=CardState.PLANNED, plans=(plan, *line.plans)))
        if was_open and not self._plan_next(self.list.cards.row_of(card_id)):
            self.focus_entry()
        if line.next_plan is None or _draft_of(line.next_plan) != draft:
            self.deeds.keep_plan(line, draft, partial(self._plan_again, card_id, draft))

    def _plan_next(self, row: int) -> bool:
        """Open the next card without a plan after a row, from the top again at the end."""
        lines = self.list.cards.lines()
        for line in (*lines[row + 1 :], *lines[: row + 1]):
            if line.state is CardState.NO_PLAN and line.id > 0 and not line.in_bin:
                self.list.edit_plan(line.id)
                return True
        return False

    def _plan_again(self, card_id: int, draft: PlanDraft) -> None:
        self.reload()
        self.list.edit_plan(card_id, draft)

    def _into_list(self) -> None:
        rows = self.list.cards.rowCount()
        line = self.list.cards.line_at(rows - 1)
        if line is not None:
            self.list.go_to(line.id, focus=True)


def _draft_of(plan: CardPlan) -> PlanDraft:
    return PlanDraft(plan.action, plan.due, plan.due_time)
