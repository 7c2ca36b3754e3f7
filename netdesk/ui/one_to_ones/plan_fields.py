"""The fields of a plan: one slot for each person, and what holds for all of them."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QCompleter, QGridLayout, QHBoxLayout, QLineEdit, QWidget

from netdesk.method.errors import InvalidInput
from netdesk.method.one_to_ones import DEFAULT_MINUTES, REMINDERS, reminder_words
from netdesk.method.typed_times import parse_typed_length, parse_typed_time
from netdesk.services.people import PersonName
from netdesk.ui.pages.events.event_fields import zone_box
from netdesk.ui.pages.events.form_parts import dress_popup
from netdesk.ui.pages.person.fields import coming_day, labelled, line, mark_wrong
from netdesk.ui.shell import Shell
from netdesk.ui.theme.metrics import M, S, Type, metrics
from netdesk.ui.widgets.date_field import DateField
from netdesk.ui.widgets.labels import ElidedLabel

_CLOCK, _DAY, _LENGTH, _NAME = 72, 132, 76, 132


class SlotFields(QWidget):
    """When one person is met and what for; ``changed`` when a person types. Laid in a row where there are several."""

    changed = Signal()

    def __init__(
        self,
        shell: Shell,
        person: PersonName,
        starts: dt.datetime,
        objective: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.person = person
        self.first = (starts, objective)
        name = person.name[:80]
        self.day: DateField = coming_day(shell, self.tr("next Tuesday, 4 Dec …"))
        self.day.setAccessibleName(self.tr("Day with {0}").format(name))
        self.day.set_date(starts.date())
        self.clock = line(f"{starts:%H:%M}", "10:00", self.tr("Time with {0}").format(name))
        self.clock.setFixedWidth(metrics().px(_CLOCK))
        self.clock.setMaxLength(12)
        self.objective = line(
            objective,
            self.tr("What do you want to reach?"),
            self.tr("Objective with {0}").format(name),
        )
        self.objective.setMaxLength(500)
        self.objective.setCursorPosition(0)
        self.day.textChanged.connect(self.changed)
        self.clock.textChanged.connect(self.changed)

    def in_a_row(self) -> None:
        """Lay the fields side by side behind the person's name."""
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(metrics().px(S))
        name = ElidedLabel(self.person.name, Type.BODY_STRONG)
        name.setFixedWidth(metrics().px(_NAME))
        self.day.setFixedWidth(metrics().px(_DAY))
        for field in (name, self.day, self.clock):
            row.addWidget(field)
        row.addWidget(self.objective, 1)

    def starts(self) -> dt.datetime:
        """The time on the wall that is typed. Raises ``InvalidInput`` naming ``day`` or ``starts``."""
        day, clock = self.day.date(), parse_typed_time(self.clock.text())
        mark_wrong(self.day, day is None or self.day.is_wrong())
        mark_wrong(self.clock, clock is None)
        if day is None or self.day.is_wrong():
            raise InvalidInput("Which day is it?", "Write “tue”, “24 nov” or “24/11/2026”.", field="day")
        if clock is None:
            raise InvalidInput("When does it begin?", "Write a time such as 10:00 or 3 pm.", field="starts")
        return dt.datetime.combine(day, clock)

    def seen_start(self) -> dt.datetime | None:
        """The time typed so far, None while it is not understood."""
        day, clock = self.day.date(), parse_typed_time(self.clock.text())
        return None if day is None or clock is None else dt.datetime.combine(day, clock)

    def is_as_proposed(self) -> bool:
        """Whether nothing was typed here."""
        return self.first == (self.seen_start(), self.objective.text())


class SharedFields(QWidget):
    """How long, where, which zone, when I am reminded: the same for all."""

    changed = Signal()

    def __init__(self, places: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        sizes = metrics()
        self.length = line(length_words(DEFAULT_MINUTES), "1 h", self.tr("How long"))
        self.length.setFixedWidth(sizes.px(_LENGTH))
        self.length.setMaxLength(12)
        self.zone = zone_box()
        self.place = line("", self.tr("Café Rosa, or a link to the call"), self.tr("Place"))
        self.place.setMaxLength(200)
        _complete(self.place, places)
        self.reminder = QComboBox()
        self.reminder.setAccessibleName(self.tr("Remind me"))
        for choice in REMINDERS:
            self.reminder.addItem(choice.label, choice.minutes)
        self.length.textChanged.connect(self.changed)
        self.zone.currentTextChanged.connect(self.changed)

    def lay_out(self, *before: QWidget) -> None:
        """Put the fields into two rows; ``before`` come first in the first of them."""
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(metrics().px(S))
        grid.setVerticalSpacing(metrics().px(M))
        first = QHBoxLayout()
        first.setSpacing(metrics().px(S))
        for field in before:
            first.addWidget(field, 1 if isinstance(field, DateField) or field is before[0] else 0)
        first.addWidget(labelled(self.tr("How long"), self.length))
        first.addWidget(labelled(self.tr("Time zone"), self.zone), 0 if before else 1)
        second = QHBoxLayout()
        second.setSpacing(metrics().px(S))
        second.addWidget(labelled(self.tr("Place"), self.place), 1)
        second.addWidget(labelled(self.tr("Remind me"), self.reminder))
        grid.addLayout(first, 0, 0)
        grid.addLayout(second, 1, 0)

    def minutes(self) -> int:
        """The length typed, in minutes; a bare number is minutes. Raises ``InvalidInput`` naming ``minutes``."""
        typed = self.length.text().strip()
        found = int(typed) if typed.isascii() and typed.isdecimal() else parse_typed_length(typed)
        mark_wrong(self.length, not found)
        if not found:
            raise InvalidInput("How long is it?", "Write 45 min or 1 h 30.", field="minutes")
        return found

    def typed(self) -> Typed:
        """What stands in the fields, to go on with later."""
        return self.length.text(), self.zone.currentText(), self.place.text(), self.remind_minutes()

    def restore(self, typed: Typed) -> None:
        """Put back what stood in the fields."""
        length, zone, place, minutes = typed
        self.length.setText(length)
        self.zone.setCurrentText(zone)
        self.place.setText(place)
        self.set_reminder(minutes)

    def remind_minutes(self) -> int | None:
        """How long before I am reminded; None: not at all."""
        chosen = self.reminder.currentData()
        return chosen if isinstance(chosen, int) else None

    def set_reminder(self, minutes: int | None) -> None:
        """Choose a reminder; one that is not offered is added to the choices."""
        place = next((at for at in range(self.reminder.count()) if self.reminder.itemData(at) == minutes), -1)
        if place < 0:
            self.reminder.addItem(reminder_words(minutes), minutes)
            place = self.reminder.count() - 1
        self.reminder.setCurrentIndex(place)


Typed = tuple[str, str, str, int | None]
"""What stands in the shared fields: length, zone, place, reminder."""


def length_words(minutes: int) -> str:
    """Write a length the way it is read: "1 h", "1 h 30", "45 min"."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return f"{rest} min"
    return f"{hours} h {rest}" if rest else f"{hours} h"


def question_lines(words: tuple[str, str]) -> tuple[QLineEdit, QLineEdit]:
    """Make the two lines for the questions of the sheet."""
    found = (
        line(words[0], "First question", "First question to ask"),
        line(words[1], "Second question", "Second question to ask"),
    )
    for field in found:
        field.setMaxLength(500)
        field.setCursorPosition(0)
    return found


def _complete(field: QLineEdit, words: tuple[str, ...]) -> None:
    completer = QCompleter(list(words), field)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    field.setCompleter(completer)
    popup = completer.popup()
    if popup is not None:
        dress_popup(popup)
