"""Cards: each gets a plan. The panel of the After tab with its list and the line that takes one card after the other.

``CardsPanel(shell, now)``: ``show_cards(event_id, cards)``, ``finish()``, ``focus_entry()``, ``focus_no_plan()``.
Signal ``scan_wanted()``. It reads its cards anew when they change, whoever changed them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from netdesk.method.cards import no_plan_words
from netdesk.method.changes import Changes
from netdesk.method.errors import NetDeskError
from netdesk.method.follow_ups import CardState, FollowUpState
from netdesk.services.card_plans import PlanDraft
from netdesk.services.cards import (
    AddedCard,
    CardLine,
    CardPlan,
    Match,
    add_card,
    draft_from_card,
    event_cards,
)
from netdesk.services.people import PersonDraft
from netdesk.services.workspaces import Workspace
from netdesk.ui.customs import customs_at
from netdesk.ui.delegates.photos import Photos
from netdesk.ui.pages.events.cards.action_bar import ActionBar
from netdesk.ui.pages.events.cards.card_deeds import CardDeeds
from netdesk.ui.pages.events.cards.card_list import CardList
from netdesk.ui.pages.events.cards.card_menus import CardMenus
from netdesk.ui.pages.events.cards.card_picture import show_card_picture
from netdesk.ui.pages.events.cards.entry_line import EntryLine
from netdesk.ui.pages.events.cards.let_go_form import open_let_go_form
from netdesk.ui.pages.events.cards.plan_form import open_plan_form
from netdesk.ui.pages.events.cards.row_layout import HEADS, Part, columns
from netdesk.ui.pages.events.cards.templates_form import open_templates
from netdesk.ui.shell import Shell
from netdesk.ui.theme.current import current_theme
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.icons import paint_icon
from netdesk.ui.theme.metrics import RADIUS_BUTTON, L, M, S, Type, metrics
from netdesk.ui.widgets.buttons import plain_button
from netdesk.ui.widgets.chip import Chip, Tone
from netdesk.ui.widgets.labels import WrapLabel, plain_tooltip
from netdesk.ui.widgets.paint import focus_ring, one_line, text_line
from netdesk.ui.widgets.panel import Panel

__all__ = ["CardsPanel", "open_let_go_form", "open_plan_form"]

TITLE = "Cards: each gets a plan"
SCAN, BY_HAND = "Scan cards", "Add by hand"
_NARROW = 540
"""Logical pixels below which the buttons are their icons alone."""
_TABLES = ("card", "follow_up", "person", "contact_point", "organisation", "event")


class CardsPanel(Panel):
    """The cards of one event."""

    scan_wanted = Signal()

    def __init__(self, shell: Shell, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(TITLE, parent=parent)
        sizes = metrics()
        self._shell, self._now = shell, now
        self._event = 0
        self._pending = 0
        self._awaited: set[int] = set()
        self.photos = Photos(shell.desk, self)
        self.deeds = CardDeeds(shell, self)
        self.list = CardList(shell, self.photos)
        self.menus = CardMenus(shell, self.deeds, self.do, self.open_templates)
        self.entry = EntryLine(shell)
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
        self.header.insertWidget(0, title, 1)
        for widget in (self.without_plan, self.scan, self.by_hand):
            self.add_to_header(widget)
        self.body.setSpacing(0)
        self.head = _Heads()
        for part in (self.bar, self.head, self.list, _EntryRow(self.entry)):
            self.body.addWidget(part)
        self._join()

    def _join(self) -> None:
        self.scan.clicked.connect(self.scan_wanted)
        self.by_hand.clicked.connect(self.focus_entry)
        self.entry.typed.connect(self._enter)
        self.entry.contact_chosen.connect(self._enter_contact)
        self.entry.left_above.connect(self._into_list)
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
            self._awaited.clear()
            self.entry.set_event(event_id)
            self.list.clearSelection()
            self.list.close_editor()
        waiting = [line for line in self.list.cards.lines() if line.id in self._awaited]
        self.list.show_lines([*cards, *waiting])
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
        """Put the keyboard into the line that takes cards."""
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

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = event.size().width() < metrics().px(_NARROW)
        for button, words in ((self.scan, SCAN), (self.by_hand, BY_HAND)):
            button.setText("" if narrow else words)

    def _marks_changed(self) -> None:
        self.bar.show_count(len(self.list.marked()))

    # Entering ------------------------------------------------------------------------------------

    def _enter(self, text: str) -> None:
        draft = draft_from_card(text, customs_at(self._shell.desk).region)
        name = draft.name
        self._write_card(draft, name, draft.organisation, draft.email, text)

    def _enter_contact(self, match: Match) -> None:
        self._write_card(match.id, match.name, match.organisation, "", match.name)

    def _write_card(self, person: PersonDraft | int, name: str, firm: str, email: str, text: str) -> None:
        event, now = self._event, self._now()
        self._pending -= 1
        number = self._pending
        self._awaited.add(number)
        # The row is there at once; it is written on another thread meanwhile.
        self.list.cards.put(_waiting(number, event, name, firm, email, now))
        self.head.show()
        self.list.reveal(self.list.cards.rowCount() - 1)
        region = customs_at(self._shell.desk).region

        def write(workspace: Workspace) -> AddedCard:
            return add_card(workspace, event, person, now, region=region)

        self._shell.desk.do(
            write, partial(self._entered, number), partial(self._not_entered, number, text), owner=self
        )

    def _entered(self, number: int, added: AddedCard) -> None:
        self._forget(number)
        self.reload()
        self.list.go_to(added.card_id)
        name = one_line(added.name)[:60]
        if added.was_here:
            self._shell.toast(f"{name}’s card is here already")
        elif added.new_person and added.perhaps is not None:
            other = added.perhaps.person
            firm = f" from {one_line(other.organisation)[:60]}" if other.organisation else ""
            self._shell.toast(
                f"{name} is somebody new. Or is it {one_line(other.name)[:60]}{firm}?",
                actions=[
                    (
                        "Use that one",
                        partial(self.deeds.use_person, added.card_id, other.id, other.name),
                    )
                ],
            )
        else:
            self._shell.toast(f"{name}: card added", undo=True)

    def _not_entered(self, number: int, text: str, error: NetDeskError) -> None:
        """Take the row away again; what was typed goes back, or is offered where the line is in use by now."""
        self._forget(number)
        self.reload()
        if not self.entry.text():
            self._put_back(text)
            self._shell.trouble(error)
        else:
            self._shell.toast(str(error), actions=[("Put it back", partial(self._put_back, text))])

    def _put_back(self, text: str) -> None:
        self.entry.setText(text)
        self.entry.setFocus(Qt.FocusReason.OtherFocusReason)

    def _forget(self, number: int) -> None:
        self._awaited.discard(number)
        self.list.cards.take(number)

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
        if line.next_plan is None or _draft_of(line.next_plan) != draft:
            self.deeds.keep_plan(line, draft, partial(self._plan_again, card_id, draft))
        self.list.close_editor(keep=False)
        if line.next_plan is None:
            # Shown as planned at once; the reading after the write puts the real one in its place.
            plan = CardPlan(0, draft.action, draft.due, draft.at, FollowUpState.OPEN)
            self.list.cards.put(replace(line, state=CardState.PLANNED, plans=(plan, *line.plans)))
        if was_open and not self._plan_next(self.list.cards.row_of(card_id)):
            self.focus_entry()

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


class _Heads(QWidget):
    """The names of the columns."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(metrics().px(26))
        self.setAccessibleName(", ".join(HEADS))
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), current_theme()
        font = metrics().font(Type.LABEL_STRONG)
        for words, (left, width) in zip(HEADS, columns(self.width()).all, strict=True):
            box = self.rect().adjusted(left, 0, 0, 0)
            box.setWidth(width)
            text_line(painter, box, words, font, theme.color("faint"))


class _EntryRow(QWidget):
    """The line under the list, with the plus before it."""

    def __init__(self, line: EntryLine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        sizes = metrics()
        row = QHBoxLayout(self)
        row.setContentsMargins(sizes.px(54), sizes.px(5), sizes.px(M), sizes.px(1))
        row.addWidget(line)
        line.setMinimumHeight(sizes.px(30))
        self._line = line
        line.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, sizes = QPainter(self), current_theme(), metrics()
        if self._line.hasFocus():
            ring = self.rect().adjusted(sizes.px(2), sizes.px(2), -sizes.px(2), 0)
            focus_ring(painter, ring, theme, sizes.px(RADIUS_BUTTON))
        painter.fillRect(0, 0, self.width(), 1, theme.color("line"))
        side = sizes.px(17)
        box = self.rect().adjusted(sizes.px(10), (self.height() - side) // 2 + 1, 0, 0)
        box.setWidth(side)
        box.setHeight(side)
        paint_icon(painter, box, Icon.ADD, theme.color("text-2"))


def _waiting(number: int, event: int, name: str, firm: str, email: str, now: datetime) -> CardLine:
    """A row for a card that is on its way into the file."""
    return CardLine(
        number, event, "", 0, name, firm, email, None, None, None, None, CardState.NO_PLAN, (), False, False, True,
        now, None, "", False,
    )  # fmt: skip


def _draft_of(plan: CardPlan) -> PlanDraft:
    return PlanDraft(plan.action, plan.due, plan.due_time)
