"""The form of an event: what, when, where, with whom, what it costs; a new one may repeat."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit

from netdesk.method.calendar_words import full_day
from netdesk.method.errors import InvalidInput, NetDeskError
from netdesk.method.recurrence import MOST_REPEATS, Every
from netdesk.method.room import DEFAULT_MINUTES, duration_words
from netdesk.method.typed_dates import parse_typed_date
from netdesk.method.typed_times import parse_typed_time
from netdesk.services import event_edit, repeating
from netdesk.services.event_edit import EventDetails
from netdesk.services.event_page import EventPage
from netdesk.services.workspaces import Workspace
from netdesk.ui.customs import customs_at
from netdesk.ui.pages.events.event_fields import (
    end_words,
    read_amount,
    read_end,
    system_zone,
)
from netdesk.ui.pages.events.event_form_layout import EventFields
from netdesk.ui.pages.events.form_parts import dress_popup
from netdesk.ui.pages.person.fields import mark_wrong
from netdesk.ui.shell import Shell
from netdesk.ui.widgets.date_field import DateField
from netdesk.ui.widgets.overlay import Overlay

Done = Callable[[int], None]


def open_event_form(
    shell: Shell, page: EventPage | None = None, kept: dict[str, str] | None = None, done: Done | None = None
) -> EventForm:
    """Show the form over the window: for a new event, or for the one on ``page``; ``kept`` is an earlier try.

    A form that is open already is given back, with what was written in it.
    """
    for open_one in shell.window.findChildren(EventForm):
        if isinstance(open_one, EventForm) and open_one.isVisible():
            return open_one
    form = EventForm(shell, page, done)
    if kept is not None:
        form.restore(kept)
    form.shown_in(shell.show_overlay(form, width=560))
    return form


class EventForm(EventFields):
    """Fields, the sentence that says what was understood, errors at their fields."""

    def __init__(self, shell: Shell, page: EventPage | None, done: Done | None) -> None:
        super().__init__(self._read_day, shell.today(), is_new=page is None)
        self._shell, self._page, self._done = shell, page, done
        self._overlay: Overlay | None = None
        self._saved = False
        self._customs = customs_at(shell.desk)
        self.save_button.clicked.connect(self.save)
        self.cancel_button.clicked.connect(self.cancel)
        self._complete(self.host, event_edit.hosts)
        self._complete(self.place, event_edit.places)
        self._fill()
        for field in (self.starts, self.ends, self.day):
            field.textChanged.connect(self._say_when)
        self.every.currentIndexChanged.connect(self._repeat_chosen)
        self._repeat_chosen()
        self._say_when()
        self._first = self.state()

    def shown_in(self, overlay: Overlay) -> None:
        """Remember the overlay; what is written when it is closed can be had back."""
        self._overlay = overlay
        overlay.closed.connect(self._closed)
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def state(self) -> dict[str, str]:
        """Give what stands in the fields."""
        return {
            name: field.currentText() if isinstance(field, QComboBox) else field.text()
            for name, field in (*self.fields().items(), ("every", self.every))
            if isinstance(field, QLineEdit | QComboBox)
        }

    def restore(self, state: dict[str, str]) -> None:
        """Put back what stood in the fields of a form that was closed."""
        for name, field in (*self.fields().items(), ("every", self.every)):
            text = state.get(name, "")
            if isinstance(field, DateField):
                field.set_date(self._read_day(text))
            elif isinstance(field, QComboBox):
                field.setCurrentText(text)
            elif isinstance(field, QLineEdit):
                field.setText(text)

    def _read_day(self, text: str) -> dt.date | None:
        return parse_typed_date(text, self._shell.today(), day_first=self._customs.day_first)

    # Reading the fields ------------------------------------------------------------------------

    def details(self) -> EventDetails:
        """Read the fields. Raises InvalidInput naming the first one that cannot be used."""
        if not self.title.text().strip():
            raise InvalidInput("Give it a name, such as “Chamber autumn mixer”.", field="title")
        day = self.day.date()
        if day is None:
            typed = self.day.text().strip()
            what = f"I do not know the day “{typed}”." if typed else "Which day is it?"
            raise InvalidInput(what, "Write “tue”, “24 nov” or “24/11/2026”.", field="day")
        clock = parse_typed_time(self.starts.text())
        if clock is None:
            raise InvalidInput("When does it start?", "Write a time such as 17:30 or 5 pm.", field="starts")
        starts = dt.datetime.combine(day, clock)
        return EventDetails(
            self.title.text(),
            starts,
            read_end(self.ends.text(), starts),
            self.zone.currentText().strip(),
            self.place.text(),
            self.host.text(),
            read_amount(self.cost.text()),
            self.currency.text().strip() or self._customs.currency,
        )

    def _repeats(self) -> tuple[Every, int] | None:
        chosen = self.every.currentData()
        if self._page is not None or not chosen:
            return None
        text = self.times.text().strip()
        if not (text.isascii() and text.isdecimal() and 1 <= int(text) <= MOST_REPEATS):
            raise InvalidInput(f"Repeat from 1 to {MOST_REPEATS} times.", field="times")
        return Every(chosen), int(text)

    # Saving ------------------------------------------------------------------------------------

    def save(self) -> None:
        """Keep the event; what cannot be kept is said at its field."""
        self._clear_errors()
        try:
            details, repeats = self.details(), self._repeats()
        except InvalidInput as error:
            self._refused(error)
            return
        page = self._page

        def keep(workspace: Workspace) -> int:
            if page is not None:
                event_edit.edit_event(workspace, page.id, details)
                return page.id
            if repeats is None:
                return event_edit.add_event(workspace, details)
            return repeating.add_repeated_event(workspace, details, *repeats)

        self._shell.desk.do(keep, self._kept, self._refused, owner=self)

    def _kept(self, event: int) -> None:
        self._saved = True
        if self._overlay is not None:
            self._overlay.close_overlay()
        if self._done is not None:
            self._done(event)

    def _refused(self, error: NetDeskError) -> None:
        name = error.field if isinstance(error, InvalidInput) else ""
        field = self.fields().get(name)
        (self.errors.get(name) or self.error).say(str(error))
        if field is not None:
            mark_wrong(field, True)
            field.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._overlay is not None:
            self._overlay.refit()

    def _clear_errors(self) -> None:
        for line in (*self.errors.values(), self.error):
            line.say("")
        for field in self.fields().values():
            mark_wrong(field, False)

    def cancel(self) -> None:
        """Close without saving."""
        if self._overlay is not None:
            self._overlay.close_overlay()

    def _closed(self) -> None:
        state = self.state()
        if self._saved or state == self._first:
            return
        shell, page, done = self._shell, self._page, self._done
        self._shell.toast(
            "The event was not saved",
            actions=[("Open it again", lambda: _reopen(shell, page, state, done))],
        )

    # Showing -----------------------------------------------------------------------------------

    def _fill(self) -> None:
        page = self._page
        self.currency.setText(self._customs.currency)
        if page is None:
            self.zone.setCurrentText(system_zone())
            self.ends.setText("2 h" if DEFAULT_MINUTES == 120 else f"{DEFAULT_MINUTES} min")
            self.times.setText("5")
            return
        self.title.setText(page.title)
        self.day.set_date(page.starts.date())
        self.starts.setText(f"{page.starts:%H:%M}")
        self.ends.setText(end_words(page.starts, page.ends))
        self.zone.setCurrentText(page.zone or "UTC")
        self.place.setText(page.place)
        self.host.setText(page.host)
        if page.cost is not None:
            self.cost.setText(QLocale().toString(page.cost, "f", 0 if page.cost == round(page.cost) else 2))
            self.currency.setText(page.currency)

    def _say_when(self) -> None:
        words = self._when_words()
        self.understood.setText(words)
        self.understood.setVisible(bool(words))
        if self._overlay is not None:
            self._overlay.refit()

    def _when_words(self) -> str:
        day, clock = self.day.date(), parse_typed_time(self.starts.text())
        if day is None or clock is None:
            return "" if day is None else full_day(day)
        starts = dt.datetime.combine(day, clock)
        words = f"{full_day(day)}, {clock:%H:%M}"
        try:
            ends = read_end(self.ends.text(), starts)
        except InvalidInput:
            return words
        if ends is None:
            return words
        return f"{words}–{ends:%H:%M}, {duration_words(int((ends - starts).total_seconds() // 60))}"

    def _repeat_chosen(self) -> None:
        self.times.setEnabled(bool(self.every.currentData()))

    def _complete(self, field: QLineEdit, question: Callable[[Workspace], tuple[str, ...]]) -> None:
        completer = QCompleter(list(self._shell.desk.read(question)), field)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        field.setCompleter(completer)
        popup = completer.popup()
        if popup is not None:
            dress_popup(popup)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.save()
        else:
            super().keyPressEvent(event)


def _reopen(shell: Shell, page: EventPage | None, state: dict[str, str], done: Done | None) -> None:
    open_event_form(shell, page, state, done)
