"""Repeating an event: how often, how many times, and what the copies take along."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from netdesk.method.calendar_words import full_day
from netdesk.method.errors import NetDeskError
from netdesk.method.recurrence import MOST_REPEATS, Every, nth_day
from netdesk.services.event_page import EventPage
from netdesk.services.repeating import Copied, repeat_event
from netdesk.ui.pages.events.form_parts import ErrorLine, field_label
from netdesk.ui.pages.person.fields import mark_wrong
from netdesk.ui.shell import Shell
from netdesk.ui.theme.metrics import XL, M, S, metrics
from netdesk.ui.widgets.buttons import plain_button, primary_button
from netdesk.ui.widgets.labels import PageTitle, Secondary
from netdesk.ui.widgets.overlay import Overlay


def open_repeat_form(shell: Shell, page: EventPage, done: Callable[[tuple[int, ...]], None]) -> RepeatForm:
    """Show the form over the window."""
    form = RepeatForm(shell, page, done)
    form.overlay = shell.show_overlay(form, width=460)
    form.times.setFocus()
    form.times.selectAll()
    return form


class RepeatForm(QWidget):
    """Weekly or monthly, up to 104 times, in one step that one undo takes back."""

    def __init__(self, shell: Shell, page: EventPage, done: Callable[[tuple[int, ...]], None]) -> None:
        super().__init__()
        sizes = metrics()
        self._shell, self._page, self._done = shell, page, done
        self.overlay: Overlay | None = None
        self.every = QComboBox()
        self.every.setAccessibleName("How often")
        for every in Every:
            self.every.addItem(every.label, every.value)
        self.times = QLineEdit("5")
        self.times.setAccessibleName("How many more times")
        self.times.setMaxLength(4)
        self.times.setFixedWidth(sizes.px(60))
        self.goals, self.pitch = QCheckBox("Goals"), QCheckBox("Pitch")
        self.place, self.people = QCheckBox("Place"), QCheckBox("People to meet")
        for box in (self.goals, self.pitch, self.place):
            box.setChecked(True)
        self.last = Secondary("")
        self.error = ErrorLine()
        self._lay_out()
        self.every.currentIndexChanged.connect(self._say_last)
        self.times.textChanged.connect(self._say_last)
        self._say_last()

    def _lay_out(self) -> None:
        sizes = metrics()
        often = QHBoxLayout()
        often.setSpacing(sizes.px(S))
        for widget in (self.every, self.times, field_label("more times", self.times)):
            often.addWidget(widget)
        often.addStretch(1)
        along = QHBoxLayout()
        along.setSpacing(sizes.px(M))
        for box in (self.goals, self.pitch, self.place, self.people):
            along.addWidget(box)
        along.addStretch(1)
        save, cancel = primary_button("Plan them", None, "Return"), plain_button("Cancel", None, "Esc")
        save.clicked.connect(self.save)
        cancel.clicked.connect(self._close)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(cancel)
        foot.addWidget(save)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(*(sizes.px(XL),) * 4)
        outer.setSpacing(sizes.px(M))
        outer.addWidget(PageTitle("Repeat this event"))
        outer.addLayout(often)
        outer.addWidget(self.last)
        outer.addWidget(Secondary("Each of them takes along"))
        outer.addLayout(along)
        outer.addWidget(self.error)
        outer.addLayout(foot)

    def save(self) -> None:
        """Plan them all."""
        times = self._number()
        if times is None:
            self.error.say(f"Repeat from 1 to {MOST_REPEATS} times.")
            mark_wrong(self.times, True)
            self.times.setFocus()
            return
        event, every = self._page.id, Every(self.every.currentData())
        copied = Copied(
            self.goals.isChecked(), self.people.isChecked(), self.pitch.isChecked(), self.place.isChecked()
        )
        self._shell.desk.do(
            lambda workspace: repeat_event(workspace, event, every, times, copied),
            self._planned,
            self._refused,
            owner=self,
        )

    def _planned(self, events: tuple[int, ...]) -> None:
        self._close()
        self._done(events)

    def _refused(self, error: NetDeskError) -> None:
        self.error.say(str(error))

    def _number(self) -> int | None:
        text = self.times.text().strip()
        good = text.isascii() and text.isdecimal() and 1 <= int(text) <= MOST_REPEATS
        return int(text) if good else None

    def _say_last(self) -> None:
        times = self._number()
        mark_wrong(self.times, times is None)
        if times is None:
            self.last.setText("")
            return
        self.error.say("")
        try:
            day = nth_day(self._page.starts.date(), Every(self.every.currentData()), times)
        except (ValueError, OverflowError):
            self.last.setText("")
            return
        self.last.setText(f"The last one is on {full_day(day)}.")

    def _close(self) -> None:
        if self.overlay is not None:
            self.overlay.close_overlay()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.save()
        else:
            super().keyPressEvent(event)
