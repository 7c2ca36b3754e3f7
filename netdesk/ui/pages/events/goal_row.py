"""One goal: what I do, how I follow up, boxes to tick, how many of how many."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from netdesk.method.goals import MOST, Goal, GoalKind, goal_gaps, goal_title, is_reached
from netdesk.services.event_page import GoalLine
from netdesk.ui.pages.events.goal_form import GoalForm
from netdesk.ui.pages.events.in_place import PAD, InPlaceText
from netdesk.ui.pages.events.name_label import NameLabel
from netdesk.ui.theme.current import current_theme
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.metrics import M, S, Type, metrics
from netdesk.ui.widgets.labels import Faint, WrapLabel
from netdesk.ui.widgets.row_menu import Entry, RowMenu, open_menu
from netdesk.ui.widgets.stepper import Stepper
from netdesk.ui.widgets.tick_boxes import TickBoxes
from netdesk.ui.widgets.tile import IconTile

GOAL_ICONS = {
    GoalKind.TRY_MESSAGE: Icon.PITCHES,
    GoalKind.COLLECT_CARDS: Icon.CARD,
    GoalKind.CONNECT_PARTNERS: Icon.PROMISE,
    GoalKind.LEARN: Icon.LEARN,
    GoalKind.BOOK_ONE_TO_ONES: Icon.ONE_TO_ONE,
    GoalKind.HELP: Icon.GIVE,
    GoalKind.OWN_WORDS: Icon.GOAL,
}


class GoalRow(QWidget):
    """A goal as it stands, or opened as a form.

    Signals: ``wrote(Goal)``, ``reached(int)``, ``moved(int)`` by -1 or 1, ``removed()``.
    """

    wrote = Signal(object)
    reached = Signal(int)
    moved = Signal(int)
    removed = Signal()

    def __init__(self, line: GoalLine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = line
        self._first = False
        self._form: GoalForm | None = None
        self._tile = IconTile(GOAL_ICONS[line.goal.kind])
        self.title = NameLabel()
        self.follow_up = InPlaceText("How I follow up", "Write how you will follow up", role="text-2")
        self._gap = WrapLabel("", Type.LABEL, "warn-text")
        self._gap_room = QWidget()
        self._boxes = TickBoxes(0, 0, editable=True)
        self._tally = Stepper(0, 0, MOST, "Reached")
        self._count = Faint()
        self._menu = RowMenu("More about this goal")
        self._menu.entries = self._entries
        self._shown = QWidget()
        self._lay_out()
        self.title.pressed.connect(self.open_form)
        self.follow_up.saved.connect(self._follow_up_saved)
        self._boxes.changed.connect(self.reached)
        self._tally.changed.connect(self.reached)
        self.show_line(line, first=True)

    def _lay_out(self) -> None:
        sizes = metrics()
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.follow_up)
        gap = QHBoxLayout(self._gap_room)
        gap.setContentsMargins(sizes.px(PAD), 0, 0, 0)
        gap.addWidget(self._gap)
        words.addWidget(self._gap_room)
        self._count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._count.setMinimumWidth(sizes.px(44))
        row = QHBoxLayout(self._shown)
        row.setContentsMargins(0, sizes.px(M - 2), 0, sizes.px(M - 2))
        row.setSpacing(sizes.px(S))
        row.addWidget(self._tile, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(words, 1)
        row.addWidget(self._boxes)
        row.addWidget(self._tally)
        row.addWidget(self._count)
        row.addWidget(self._menu)
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._outer.addWidget(self._shown)

    def show_line(self, line: GoalLine, *, first: bool) -> None:
        """Show the goal as it is stored now."""
        self.line, self._first = line, first
        goal = line.goal
        title = goal_title(goal)
        self._tile.set_icon(GOAL_ICONS[goal.kind])
        self.title.set_person(title, "", link=True)
        self.follow_up.set_text(goal.follow_up)
        # What a missing follow-up asks for stands in its own field already.
        gaps = " ".join(goal_gaps(Goal(goal.kind, goal.count, goal.follow_up or "-", goal.subject)))
        self._gap.setText(gaps)
        self._gap_room.setVisible(bool(gaps))
        boxes = line.boxes
        self._boxes.setVisible(boxes.boxes > 0)
        self._boxes.set_count(boxes.boxes, line.reached)
        self._tally.setVisible(boxes.tally)
        self._tally.set_value(line.reached)
        self._count.setText(f"{line.reached} / {goal.count}" if goal.count else "–")
        self._count.set_role("good-text" if is_reached(goal, line.reached) else "faint")
        self._menu.set_name(f"More about “{title}”")
        self.setAccessibleName(f"{title}, {line.reached} of {goal.count or 'no number'}")
        if self._form is not None and not self._form.isHidden():
            self._form.fill(goal)
        self.update()

    def is_open(self) -> bool:
        """Tell whether the form is shown."""
        return self._form is not None and not self._form.isHidden()

    def form(self) -> GoalForm:
        """Give the form, made when it is first wanted."""
        if self._form is None:
            self._form = GoalForm()
            self._form.wrote.connect(self.wrote)
            self._form.done.connect(self.close_form)
            self._form.hide()
            self._outer.addWidget(self._form)
        return self._form

    def open_form(self) -> None:
        """Open the goal for editing in its place."""
        form = self.form()
        self._shown.hide()
        form.show()
        form.open_with(self.line.goal)

    def close_form(self) -> None:
        """Show the goal as it stands again."""
        if self._form is not None:
            self._form.hide()
        self._shown.show()
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def finish(self) -> None:
        """Save whatever is open in this row."""
        self.follow_up.finish()
        if self.is_open() and self._form is not None:
            self._form.flush()

    def _follow_up_saved(self, text: str) -> None:
        goal = self.line.goal
        self.wrote.emit(Goal(goal.kind, goal.count, text, goal.subject))

    def _entries(self) -> list[Entry | None]:
        return [
            Entry("Edit", self.open_form, Icon.EDIT, "Return"),
            Entry("Move up", self._up, Icon.UP, "Alt+Up"),
            Entry("Move down", self._down, Icon.DOWN, "Alt+Down"),
            None,
            Entry("Remove", self.removed.emit, Icon.BIN, "Delete"),
        ]

    def _up(self) -> None:
        self.moved.emit(-1)

    def _down(self) -> None:
        self.moved.emit(1)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        open_menu(self._entries(), self, event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if alt and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.moved.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
        elif event.key() == Qt.Key.Key_Delete and not self.is_open():
            self.removed.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._first:
            QPainter(self).fillRect(0, 0, self.width(), 1, current_theme().color("line"))
