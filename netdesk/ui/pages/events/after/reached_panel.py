"""How did the goals go? Each goal of the event with how far it is."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from netdesk.method.errors import NetDeskError
from netdesk.services.debrief import Debrief
from netdesk.services.goal_counts import GoalCount, count_goal
from netdesk.ui.pages.events.after.goal_count_row import GoalCountRow
from netdesk.ui.pages.events.after.own_writes import OwnWrites
from netdesk.ui.shell import Shell
from netdesk.ui.theme.metrics import Type
from netdesk.ui.widgets.buttons import link_button
from netdesk.ui.widgets.chip import Chip, Tone
from netdesk.ui.widgets.labels import WrapLabel
from netdesk.ui.widgets.panel import Panel

_EMPTY = "No goal was set for this event. Next time choose one thing you can count; one small goal is enough."


class ReachedPanel(Panel):
    """The goals, one row each. ``goal_wanted()`` when one shall be added after all."""

    goal_wanted = Signal()

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__("How did the goals go?", parent=parent)
        self._shell = shell
        self._event = 0
        self._writes = OwnWrites(shell, self, self._settle)
        self._rows: dict[int, GoalCountRow] = {}
        self.chip = Chip("", Tone.ACCENT)
        self.add_to_header(self.chip)
        self._empty = WrapLabel(_EMPTY, Type.SECONDARY, "text-2")
        self.add = link_button("Add a goal")
        self.add.clicked.connect(self._wish)
        self.body.setSpacing(0)
        self.body.addWidget(self._empty)
        self.body.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)

    def show_debrief(self, debrief: Debrief) -> None:
        """Show how the goals of an event went."""
        if debrief.event_id != self._event:
            self.finish()
            self._event = debrief.event_id
            self._forget(list(self._rows))
        wanted = [line.goal_id for line in debrief.goals]
        self._forget([number for number in self._rows if number not in wanted])
        for place, line in enumerate(debrief.goals):
            settled = line.goal_id not in self._rows or not self._writes.are_under_way()
            row = self._rows.get(line.goal_id) or self._new_row(line)
            if self.body.indexOf(row) != place:
                self.body.removeWidget(row)
                self.body.insertWidget(place, row)
            row.show_line(line, first=place == 0, settled=settled)
        self._order_keys()
        self._empty.setVisible(not debrief.goals)
        self.add.setVisible(not debrief.goals)
        self.chip.setVisible(bool(debrief.goals))
        everything = debrief.reached == len(debrief.goals)
        self.chip.set_chip(
            f"{debrief.reached} of {len(debrief.goals)} reached", Tone.GOOD if everything else Tone.ACCENT
        )

    def rows(self) -> list[GoalCountRow]:
        """Give the rows in their order."""
        return sorted(self._rows.values(), key=self.body.indexOf)

    def focus_first(self) -> None:
        """Put the keyboard on the first goal that nothing was counted for, else on the first."""
        rows = self.rows()
        row = next((one for one in rows if not one.line.reached), rows[0] if rows else None)
        target = self.add if row is None else row.boxes if row.line.boxes.boxes else row.number
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def finish(self) -> None:
        """Take what was typed."""
        for row in self._rows.values():
            row.flush()

    def _new_row(self, line: GoalCount) -> GoalCountRow:
        row = GoalCountRow(line)
        row.counted.connect(partial(self._count, line.goal_id))
        self._rows[line.goal_id] = row
        return row

    def _forget(self, numbers: list[int]) -> None:
        for number in numbers:
            row = self._rows.pop(number)
            row.hide()
            self.body.removeWidget(row)
            row.deleteLater()

    def _count(self, number: int, wanted: int) -> None:
        def refuse(error: NetDeskError) -> None:
            row = self._rows.get(number)
            if row is None:
                self._shell.trouble(error)
            else:
                row.refuse(str(error))

        self._writes.do(lambda workspace: count_goal(workspace, number, wanted), refuse)

    def _settle(self) -> None:
        for row in self._rows.values():
            row.show_number()

    def _order_keys(self) -> None:
        """Let Tab come to the rows here, though they were made later than what follows."""
        before: QWidget = self.add
        for row in self.rows():
            for stop in (row.boxes, row.number.field):
                self.setTabOrder(before, stop)
                before = stop

    def _wish(self) -> None:
        self.goal_wanted.emit()
