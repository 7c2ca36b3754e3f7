"""All follow-ups that are due, in a list over the window: done, moved or dropped one by one or many at once.

``open_all_follow_ups(shell)``. Keys in the list: D done, M another day, X drop, Ctrl+A all, Enter opens the person.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from netdesk.method.calendar_words import weekday_and_day
from netdesk.method.changes import Changes
from netdesk.method.today import moving_days
from netdesk.services import follow_up_list
from netdesk.services.today import FollowUpLine, follow_up_lines
from netdesk.services.workspaces import Workspace
from netdesk.ui.models.keyed_list import KeyedList
from netdesk.ui.models.paged_ids import PagedIds
from netdesk.ui.models.row_runs import rows_in
from netdesk.ui.pages.today.follow_up_delegate import ROW_HEIGHT, FollowUpDelegate
from netdesk.ui.shell import Shell
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.metrics import XL, L, M, S, Type, metrics
from netdesk.ui.widgets.buttons import plain_button, quiet_button
from netdesk.ui.widgets.labels import ElidedLabel, WrapLabel
from netdesk.ui.widgets.row_menu import Entry, open_menu

_WIDTH, _HEIGHT = 760, 640
_KEYS = {Qt.Key.Key_D: "done", Qt.Key.Key_M: "move", Qt.Key.Key_X: "drop"}


class AllFollowUps(QWidget):
    """What stands in the card over the window; ``ended()`` when it shall close."""

    ended = Signal()

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self.setAccessibleName(self.tr("All follow-ups"))
        self.model = PagedIds(self._load, _said, self)
        name = self.tr("Follow-ups that are due")
        self.list = KeyedList(name, self.model, FollowUpDelegate(self), ROW_HEIGHT, _KEYS)
        self._title = WrapLabel(name, Type.BRAND, "text")
        self._count = ElidedLabel("", Type.SECONDARY, "text-2")
        self.done = plain_button(self.tr("Done"), Icon.DONE, "D")
        self.move_button = plain_button(self.tr("Move…"), Icon.DATE, "M")
        self.drop = quiet_button(self.tr("Drop"), None, "X")
        self._lay_out()
        self._connect()
        self._read()

    def _lay_out(self) -> None:
        sizes = metrics()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, sizes.px(XL), 0, sizes.px(L))
        outer.setSpacing(sizes.px(M))
        head = QHBoxLayout()
        head.setContentsMargins(sizes.px(L), 0, sizes.px(L), 0)
        head.addWidget(self._title, 1)
        head.addWidget(self._count)
        foot = QHBoxLayout()
        foot.setContentsMargins(sizes.px(L), 0, sizes.px(L), 0)
        foot.setSpacing(sizes.px(S))
        close = quiet_button(self.tr("Close"), shortcut="Esc")
        close.clicked.connect(self.ended)
        foot.addWidget(self.done)
        foot.addWidget(self.move_button)
        foot.addWidget(self.drop)
        foot.addStretch(1)
        foot.addWidget(close)
        outer.addLayout(head)
        outer.addWidget(self.list, 1)
        outer.addLayout(foot)

    def _connect(self) -> None:
        self.done.clicked.connect(self._finish)
        self.move_button.clicked.connect(self._offer_days)
        self.drop.clicked.connect(self._drop)
        self.list.asked.connect(self._by_key)
        self.list.opened.connect(self._open)
        self.list.menu_asked.connect(self._menu)
        self.list.chosen.connect(self._choice_changed)
        self._shell.desk.changed.connect(self._changed)

    # Reading ---------------------------------------------------------------------------------------

    def _load(self, ids: Sequence[int]) -> tuple[FollowUpLine, ...]:
        return self._shell.desk.read(partial(follow_up_lines, ids=ids, now=self._shell.now()))

    def _changed(self, changes: Changes) -> None:
        if changes.touches("follow_up", "person"):
            self.model.forget()
            self._read()

    def _read(self) -> None:
        now = self._shell.now()
        self._shell.desk.ask(self, "due", partial(follow_up_list.due_ids, now=now), self._show)

    def _show(self, ids: array[int]) -> None:
        if len(self.model.ids):
            self.model.swap(ids)
        else:
            self.model.restart(ids)
            self.list.choose_row(0)
        self._choice_changed()
        if not len(ids):
            self.ended.emit()

    def _choice_changed(self) -> None:
        chosen, whole = self.list.selected_count(), len(self.model.ids)
        self._count.setText(f"{whole:,}" if chosen < 2 else f"{chosen:,} of {whole:,} chosen")
        for button in (self.done, self.move_button, self.drop):
            button.setEnabled(chosen > 0)

    # Doing -----------------------------------------------------------------------------------------

    def _ids(self) -> list[int]:
        runs = self.list.selected_runs()
        assert rows_in(runs) == self.list.selected_count()
        return [self.model.ids[row] for first, last in runs for row in range(first, last + 1)]

    def _by_key(self, deed: str) -> None:
        deeds = {"done": self._finish, "move": self._offer_days, "drop": self._drop}
        if self.list.selected_count():
            deeds[deed]()

    def _finish(self) -> None:
        self._do(partial(follow_up_list.finish_follow_ups, ids=self._ids()))

    def _drop(self) -> None:
        self._do(partial(follow_up_list.drop_follow_ups, ids=self._ids()))

    def _move(self, to: date) -> None:
        self._do(partial(follow_up_list.move_follow_ups, ids=self._ids(), to=to, today=self._shell.today()))

    def _do(self, operation: Callable[[Workspace], Changes]) -> None:
        self._shell.desk.do(
            operation, lambda changes: self._shell.toast(changes.title, undo=True), owner=self
        )

    def _open(self, number: int) -> None:
        line = self.model.item(self.model.row_of(number))
        if isinstance(line, FollowUpLine):
            self.ended.emit()
            self._shell.open_person(line.person_id)

    def _days(self) -> list[Entry | None]:
        return [
            Entry(f"{label}, {weekday_and_day(day)}", partial(self._move, day))
            for label, day in moving_days(self._shell.today())
        ]

    def _offer_days(self) -> None:
        open_menu(self._days(), self, self.move_button.mapToGlobal(QPoint(0, self.move_button.height())))

    def _menu(self, place: QPoint) -> None:
        entries: list[Entry | None] = [
            Entry("Done", self._finish, Icon.DONE, "D"),
            None,
            *self._days(),
            None,
            Entry("Drop", self._drop, Icon.CLOSE, "X"),
        ]
        if self.list.selected_count() == 1:
            entries += [
                None,
                Entry("Open the person", partial(self._open, self.list.current_id()), Icon.PERSON),
            ]
        open_menu(entries, self, place)


def _said(line: FollowUpLine) -> str:
    return ", ".join(part for part in (line.action, line.detail, line.chip, line.hint) if part)


def open_all_follow_ups(shell: Shell) -> AllFollowUps:
    """Show the list over the window."""
    content = AllFollowUps(shell)
    overlay = shell.show_overlay(content, width=_WIDTH, height=_HEIGHT, keeps=("edit.undo", "edit.redo"))
    content.ended.connect(overlay.close_overlay)
    content.list.setFocus(Qt.FocusReason.OtherFocusReason)
    return content
