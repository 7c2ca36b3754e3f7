"""All introductions with what came of them, in a list over the window.

``open_introductions(shell, person_id=None)``. Keys in the list: Enter opens one, M made today, T they met, B business,
N came to nothing, Delete takes it off the list.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from netdesk.method.calendar_words import short_day
from netdesk.method.changes import Changes
from netdesk.method.introductions import IntroductionState
from netdesk.services import introductions
from netdesk.services.introduction_list import introduction_counts, introduction_ids, introduction_lines
from netdesk.services.introductions import IntroductionLine
from netdesk.services.workspaces import Workspace
from netdesk.ui.delegates.photos import Photos
from netdesk.ui.introductions.introduction_delegate import ROW_HEIGHT, IntroductionDelegate
from netdesk.ui.introductions.introduction_form import open_introduction_form
from netdesk.ui.models.keyed_list import KeyedList
from netdesk.ui.models.paged_ids import PagedIds
from netdesk.ui.shell import Shell
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.metrics import XL, L, M, S, Type, metrics
from netdesk.ui.widgets.buttons import plain_button, quiet_button
from netdesk.ui.widgets.empty_state import EmptyState
from netdesk.ui.widgets.labels import WrapLabel
from netdesk.ui.widgets.row_menu import Entry, open_menu
from netdesk.ui.widgets.segments import Segments

_WIDTH, _HEIGHT = 780, 620
_FILTERS: tuple[IntroductionState | None, ...] = (None, *IntroductionState)
_DELETE = "delete"
_KEYS = {
    Qt.Key.Key_M: IntroductionState.MADE,
    Qt.Key.Key_T: IntroductionState.MET,
    Qt.Key.Key_B: IntroductionState.BUSINESS,
    Qt.Key.Key_N: IntroductionState.NOTHING,
    Qt.Key.Key_Delete: _DELETE,
}
_NONE = (
    "No introduction yet",
    "To bring two people together who should know each other is help that costs you nothing. Who fits whom stands in"
    " Give & ask.",
)
_NONE_OF_THESE = ("None of these", "There are introductions, and none of them stands here.")


class IntroductionsList(QWidget):
    """What stands in the card over the window; ``ended()`` when it shall close."""

    ended = Signal()

    def __init__(self, shell: Shell, person_id: int | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell, self._person_id = shell, person_id
        name = self.tr("Introductions")
        self.setAccessibleName(name)
        self._photos = Photos(shell.desk, self)
        self.model = PagedIds(self._load, self._said, self)
        delegate = IntroductionDelegate(self._photos, self._when, self)
        self.list = KeyedList(name, self.model, delegate, ROW_HEIGHT, _KEYS)
        self.filter = Segments([self.tr("All"), *(one.label for one in IntroductionState)], 0, name="Which")
        self.none = EmptyState(Icon.INTRODUCTION, *_NONE)
        self.new = plain_button(self.tr("Introduce…"), Icon.INTRODUCTION)
        self.open_button = plain_button(self.tr("Open"), shortcut="Return")
        self.made = plain_button(self.tr("Made today"), Icon.DONE, "M")
        self._lay_out()
        self._connect()
        self._read()

    def _lay_out(self) -> None:
        sizes = metrics()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, sizes.px(XL), 0, sizes.px(L))
        outer.setSpacing(sizes.px(M))
        head, which, foot = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        for row in (head, which, foot):
            row.setContentsMargins(sizes.px(L), 0, sizes.px(L), 0)
            row.setSpacing(sizes.px(S))
        head.addWidget(WrapLabel(self.tr("Introductions"), Type.BRAND, "text"), 1)
        head.addWidget(self.new)
        which.addWidget(self.filter)
        which.addStretch(1)
        close = quiet_button(self.tr("Close"), shortcut="Esc")
        close.clicked.connect(self.ended)
        foot.addWidget(self.open_button)
        foot.addWidget(self.made)
        foot.addStretch(1)
        foot.addWidget(close)
        outer.addLayout(head)
        outer.addLayout(which)
        self.none.hide()
        outer.addWidget(self.none, 1)
        outer.addWidget(self.list, 1)
        outer.addLayout(foot)

    def _connect(self) -> None:
        self.new.clicked.connect(self._introduce)
        self.open_button.clicked.connect(self._open_current)
        self.made.clicked.connect(partial(self._by_key, IntroductionState.MADE))
        self.filter.picked.connect(self._filtered)
        self.list.asked.connect(self._by_key)
        self.list.opened.connect(self._open)
        self.list.menu_asked.connect(self._menu)
        self.list.chosen.connect(self._choice_changed)
        self._photos.arrived.connect(self.list.viewport().update)
        self._shell.desk.changed.connect(self._changed)

    # Reading ---------------------------------------------------------------------------------------

    def _load(self, ids: Sequence[int]) -> tuple[IntroductionLine, ...]:
        return self._shell.desk.read(partial(introduction_lines, ids=ids))

    def _changed(self, changes: Changes) -> None:
        if changes.touches("introduction", "ledger_entry", "person"):
            self.model.forget()
            self._read()

    def _filtered(self, _place: int) -> None:
        self._read()

    def _read(self) -> None:
        state = _FILTERS[max(0, self.filter.chosen())]
        question = partial(introduction_ids, person_id=self._person_id, state=state)
        self._shell.desk.ask(self, "ids", question, self._show)
        self._shell.desk.ask(self, "counts", introduction_counts, self._show_counts)

    def _show(self, ids: array[int]) -> None:
        if len(self.model.ids):
            self.model.swap(ids)
        else:
            self.model.restart(ids)
        if len(ids) and not self.list.selected_count():
            self.list.choose_row(0)
        self.none.set_words(*(_NONE if self.filter.chosen() < 1 else _NONE_OF_THESE))
        self.none.setVisible(not len(ids))
        self.list.setVisible(bool(len(ids)))
        self._choice_changed()

    def _show_counts(self, counts: dict[IntroductionState, int]) -> None:
        if self._person_id is None:
            labels = [f"All {sum(counts.values()):,}"]
            labels += [
                f"{one.label} {counts[one]:,}" if counts.get(one) else one.label for one in IntroductionState
            ]
            self.filter.set_labels(labels, self.filter.chosen())

    def _choice_changed(self) -> None:
        line = self._current()
        self.open_button.setEnabled(line is not None)
        self.made.setEnabled(line is not None and not line.state.is_made)

    def _current(self) -> IntroductionLine | None:
        line = self.model.item(self.list.currentIndex().row()) if self.list.selected_count() else None
        return line if isinstance(line, IntroductionLine) else None

    def _said(self, line: IntroductionLine) -> str:
        said = f"{line.person} to {line.other}, {line.state.label}, {self._when(line)}"
        return ", ".join(part for part in (said, line.outcome or line.why) if part)

    def _when(self, line: IntroductionLine) -> str:
        day = line.outcome_on or line.on
        return short_day(day, self._shell.today())

    # Doing -----------------------------------------------------------------------------------------

    def _by_key(self, deed: str) -> None:
        line = self._current()
        if line is None:
            return
        if deed == _DELETE:
            self._do(
                partial(introductions.delete_introduction, introduction_id=line.id),
                "Deleted the introduction.",
            )
            return
        state, today = IntroductionState(deed), self._shell.today()
        two = f"{line.person[:60]} and {line.other[:60]}"
        if not line.state.is_made:
            if state is IntroductionState.MADE:
                make = partial(introductions.make_introduction, what=line.id, on=today)
                self._do(make, f"Introduced {line.person[:60]} to {line.other[:60]}.")
            return
        say = partial(
            introductions.set_outcome, introduction_id=line.id, state=state, on=today, words=line.outcome
        )
        self._do(say, f"{two}: {state.label.lower()}.")

    def _do(self, operation: Callable[[Workspace], object], said: str) -> None:
        self._shell.desk.do(operation, lambda _: self._shell.toast(said, undo=True), owner=self)

    def _introduce(self) -> None:
        open_introduction_form(self._shell, self._person_id)

    def _open_current(self) -> None:
        self._open(self.list.current_id())

    def _open(self, number: int) -> None:
        if number:
            open_introduction_form(self._shell, introduction_id=number)

    def _open_person(self, person_id: int) -> None:
        self.ended.emit()
        self._shell.open_person(person_id)

    def _menu(self, place: QPoint) -> None:
        line = self._current()
        if line is None:
            return
        entries: list[Entry | None] = [Entry("Open", partial(self._open, line.id), Icon.EDIT, "Return")]
        deeds = (
            ((IntroductionState.MET, "They met", Icon.PEOPLE, "T"),
             (IntroductionState.BUSINESS, "Business", Icon.MONEY, "B"),
             (IntroductionState.NOTHING, "Came to nothing", Icon.CLOSE, "N"))
            if line.state.is_made
            else ((IntroductionState.MADE, "Made today", Icon.DONE, "M"),)
        )  # fmt: skip
        for state, words, icon, key in deeds:
            entries.append(Entry(words, partial(self._by_key, state), icon, key))
        entries += [
            None,
            Entry(f"Open {line.person[:40]}", partial(self._open_person, line.person_id), Icon.PERSON),
            Entry(f"Open {line.other[:40]}", partial(self._open_person, line.other_id), Icon.PERSON),
            None,
            Entry("Delete", partial(self._by_key, _DELETE), Icon.BIN, "Del"),
        ]
        open_menu(entries, self, place)


def open_introductions(shell: Shell, person_id: int | None = None) -> IntroductionsList:
    """Show the list over the window; with ``person_id`` only theirs."""
    content = IntroductionsList(shell, person_id)
    overlay = shell.show_overlay(content, width=_WIDTH, height=_HEIGHT, keeps=("edit.undo", "edit.redo"))
    content.ended.connect(overlay.close_overlay)
    content.list.setFocus(Qt.FocusReason.OtherFocusReason)
    return content
