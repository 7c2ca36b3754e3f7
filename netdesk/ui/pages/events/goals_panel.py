"""What I'm there to do: the counted goals of an event."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPushButton, QWidget

from netdesk.method.errors import InvalidInput, NetDeskError
from netdesk.method.goals import Goal, GoalKind, goal_title, new_goal
from netdesk.services import goals
from netdesk.services.event_page import EventPage, GoalLine
from netdesk.services.goal_counts import count_goal
from netdesk.ui.pages.events.goal_row import GoalRow
from netdesk.ui.shell import Shell
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.metrics import Type
from netdesk.ui.widgets.labels import WrapLabel
from netdesk.ui.widgets.panel import Panel
from netdesk.ui.widgets.row_menu import Entry, open_menu
from netdesk.ui.widgets.row_order import RowOrder

_EMPTY = "Choose one thing you can count, and how you will follow up. One small goal is better than none."


class GoalsPanel(Panel):
    """The goals, one row each; "+ Goal" offers the kinds."""

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__("What I'm there to do", action="Goal", glyph=Icon.ADD, parent=parent)
        self._shell = shell
        self._event = 0
        self._rows: dict[int, GoalRow] = {}
        self._open_next: int | None = None
        self._empty = WrapLabel(_EMPTY, Type.SECONDARY, "text-2")
        self.body.addWidget(self._empty)
        self.body.setSpacing(0)
        self._add = self.findChildren(QPushButton)[0]
        self._add.setAccessibleName("Add a goal")
        self.action_clicked.connect(self.offer_kinds)
        self.order = RowOrder(self, self.rows)
        self.order.moved.connect(self._place)

    def show_event(self, page: EventPage) -> None:
        """Show the goals of an event; rows of goals that stay keep what is open in them."""
        if page.id != self._event:
            self.finish()
            self._event = page.id
            self._open_next = None
            self._forget(list(self._rows))
        wanted = [line.id for line in page.goals]
        self._forget([number for number in self._rows if number not in wanted])
        for place, line in enumerate(page.goals):
            row = self._rows.get(line.id) or self._new_row(line)
            if self.body.indexOf(row) != place + 1:
                self.body.removeWidget(row)
                self.body.insertWidget(place + 1, row)
            row.show_line(line, first=place == 0)
        self._empty.setVisible(not page.goals)
        if self._open_next in self._rows:
            self._rows[self._open_next].open_form()
            self._open_next = None

    def rows(self) -> list[GoalRow]:
        """Give the rows in their order."""
        return sorted(self._rows.values(), key=self.body.indexOf)

    def offer_kinds(self) -> None:
        """Open the menu of kinds under the button."""
        button = self._add
        entries = [Entry(kind.label, partial(self.add, kind)) for kind in GoalKind]
        open_menu(entries, self, button.mapToGlobal(QPoint(0, button.height())))

    def add(self, kind: GoalKind) -> None:
        """Add a goal of a kind with the count and follow-up that are usual, and open it."""
        event = self._event
        self._shell.desk.do(
            lambda workspace: goals.add_goal(workspace, event, new_goal(kind)), self._added, owner=self
        )

    def focus_gap(self) -> None:
        """Put the keyboard where the goals lack something: in the first unfinished one, else offer the kinds."""
        rows = self.rows()
        if rows:
            rows[0].open_form()
        else:
            self.offer_kinds()

    def finish(self) -> None:
        """Save whatever is open."""
        for row in self._rows.values():
            row.finish()

    def _added(self, number: int) -> None:
        if number in self._rows:
            self._rows[number].open_form()
        else:
            self._open_next = number

    def _new_row(self, line: GoalLine) -> GoalRow:
        row = GoalRow(line)
        self._rows[line.id] = row
        row.wrote.connect(partial(self._write, line.id))
        row.reached.connect(partial(self._reach, line.id))
        row.moved.connect(partial(self._move, line.id))
        row.removed.connect(partial(self._remove, line.id))
        self.order.watch(row)
        return row

    def _forget(self, numbers: list[int]) -> None:
        for number in numbers:
            row = self._rows.pop(number)
            row.hide()
            self.body.removeWidget(row)
            row.deleteLater()

    def _write(self, number: int, goal: Goal) -> None:
        self._shell.desk.do(
            lambda workspace: goals.edit_goal(workspace, number, goal),
            failed=self._refusal(number),
            owner=self,
        )

    def _refusal(self, number: int) -> Callable[[NetDeskError], None]:
        def refuse(error: NetDeskError) -> None:
            row = self._rows.get(number)
            if row is not None and row.is_open() and isinstance(error, InvalidInput):
                row.form().refuse(str(error), error.field)
            else:
                self._shell.trouble(error)

        return refuse

    def _reach(self, number: int, reached: int) -> None:
        def refuse(error: NetDeskError) -> None:
            row = self._rows.get(number)
            if row is not None:
                row.show_line(row.line, first=row is self.rows()[0])
            self._shell.trouble(error)

        self._shell.desk.do(
            lambda workspace: count_goal(workspace, number, reached), failed=refuse, owner=self
        )

    def _move(self, number: int, by: int) -> None:
        order = [row.line.id for row in self.rows()]
        place = order.index(number) + by
        if 0 <= place < len(order):
            self._shell.desk.do(lambda workspace: goals.move_goal(workspace, number, place))

    def _place(self, row: GoalRow, place: int) -> None:
        number = row.line.id
        self._shell.desk.do(lambda workspace: goals.move_goal(workspace, number, place))

    def _remove(self, number: int) -> None:
        rows = self.rows()
        place = rows.index(self._rows[number])
        around = rows[place + 1 : place + 2] or rows[max(0, place - 1) : place]
        (around[0].title if around else self._add).setFocus(Qt.FocusReason.OtherFocusReason)
        title = goal_title(self._rows[number].line.goal)
        self._shell.desk.do(
            lambda workspace: goals.delete_goal(workspace, number),
            lambda _: self._shell.toast(f"Removed “{title[:60]}”", undo=True),
            owner=self,
        )
