"""One goal after the event: how far it is, in boxes or as a number, and where the count comes from."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from netdesk.method.goal_counts import cannot_count_fewer, count_problem
from netdesk.method.goals import GoalKind, goal_title
from netdesk.services.goal_counts import GoalCount
from netdesk.ui.pages.events.form_parts import ErrorLine
from netdesk.ui.pages.events.goal_row import GOAL_ICONS
from netdesk.ui.theme.current import current_theme
from netdesk.ui.theme.metrics import M, S, Type, metrics
from netdesk.ui.widgets.count_field import CountField
from netdesk.ui.widgets.labels import Faint, WrapLabel, plain_tooltip
from netdesk.ui.widgets.tick_boxes import TickBoxes
from netdesk.ui.widgets.tile import IconTile

_COUNTED_BESIDE = "Counted from the reactions"


class GoalCountRow(QWidget):
    """Title, how I follow up, boxes, "5 / 5". ``counted(int)``: how many a person wants it to be in all."""

    counted = Signal(int)

    def __init__(self, line: GoalCount, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = line
        self._first = False
        self._tile = IconTile(GOAL_ICONS[line.goal.kind])
        self.title = WrapLabel("", Type.BODY_STRONG, "text")
        self.words = WrapLabel("", Type.SECONDARY, "text-2")
        self.boxes = TickBoxes(0, 0, editable=True)
        self.number = CountField("Reached", self._why_not)
        self.count = Faint()
        self.error = ErrorLine()
        self._lay_out()
        self.boxes.changed.connect(self._boxes_changed)
        self.number.changed.connect(self.counted)
        self.number.refused.connect(self.error.say)

    def _lay_out(self) -> None:
        sizes = metrics()
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.words)
        self.count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.count.setMinimumWidth(sizes.px(44))
        row = QHBoxLayout()
        row.setSpacing(sizes.px(M))
        row.addWidget(self._tile, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(words, 1)
        row.addWidget(self.boxes)
        row.addWidget(self.number)
        row.addWidget(self.count)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, sizes.px(M - 2), 0, sizes.px(M - 2))
        outer.setSpacing(sizes.px(S) // 2)
        outer.addLayout(row)
        outer.addWidget(self.error)

    def show_line(self, line: GoalCount, *, first: bool, settled: bool = True) -> None:
        """Show how far the goal is now; unless ``settled``, what was pressed meanwhile stays in its boxes."""
        if line.linked != self.line.linked:
            self.error.say("")
        self.line, self._first = line, first
        goal = line.goal
        title = goal_title(goal)
        self._tile.set_icon(GOAL_ICONS[goal.kind])
        self.title.setText(title)
        self.words.setText(_words(line))
        self.words.setVisible(bool(_words(line)))
        self.words.setToolTip(plain_tooltip(line.linked_words))
        boxes = line.boxes.boxes
        self.boxes.setVisible(boxes > 0)
        self.number.setVisible(boxes == 0)
        if settled:
            self.show_number()
        # The number stands in its field already; beside it only what it is of.
        self.count.setText(f"{line.reached} / {goal.count}" if boxes else f"/ {goal.count or '–'}")
        self.count.set_role("good-text" if line.is_reached and not boxes else "faint")
        self.boxes.setToolTip(plain_tooltip(line.linked_words))
        self.update()

    def show_number(self) -> None:
        """Show the count as it is stored."""
        line = self.line
        self.boxes.set_count(line.boxes.boxes, line.reached)
        self.number.set_value(line.reached)
        told = f"{goal_title(line.goal)}: {line.reached} of {line.goal.count or 'no number'}"
        for part in (self, self.boxes, self.number.field):
            part.setAccessibleName(told)
            part.setAccessibleDescription(line.linked_words)

    def refuse(self, sentence: str) -> None:
        """Say why the count cannot be, and show what it is."""
        self.show_line(self.line, first=self._first)
        self.error.say(sentence)

    def flush(self) -> None:
        """Take what was typed."""
        self.number.flush()

    def _boxes_changed(self, wanted: int) -> None:
        why_not, linked = self._why_not(wanted), self.line.linked or 0
        if not why_not:
            self.error.say("")
            self.counted.emit(wanted)
            return
        if wanted < linked < self.line.reached:
            self.counted.emit(linked)
        self.refuse(why_not)

    def _why_not(self, wanted: int) -> str:
        line = self.line
        if line.linked and 0 <= wanted < line.linked:
            return cannot_count_fewer(line.goal.kind, line.linked)
        return count_problem(wanted)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._first:
            QPainter(self).fillRect(0, 0, self.width(), 1, current_theme().color("line"))


def _words(line: GoalCount) -> str:
    """What stands under the title: how I follow up; a message is followed up by its reactions."""
    if line.goal.kind is GoalKind.TRY_MESSAGE and line.linked:
        return _COUNTED_BESIDE
    return line.goal.follow_up or line.linked_words
