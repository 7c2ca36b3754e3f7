"""What stands in the fields of the event form, read and written: times, lengths, amounts, zones."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QLocale, Qt, QTimeZone
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit

from netdesk.method.errors import InvalidInput
from netdesk.method.typed_times import parse_typed_length, parse_typed_time
from netdesk.ui.pages.events.form_parts import dress_popup


def read_end(typed: str, starts: dt.datetime) -> dt.datetime | None:
    """Read an end: a time on the same day or a length; None for nothing. Raises InvalidInput at "ends"."""
    text = typed.strip()
    if not text:
        return None
    minutes = parse_typed_length(text)
    if minutes is not None:
        return starts + dt.timedelta(minutes=minutes)
    clock = parse_typed_time(text)
    if clock is None:
        raise InvalidInput("When does it end?", "Write a time such as 19:30, or how long: 2 h.", field="ends")
    ends = dt.datetime.combine(starts.date(), clock)
    if ends <= starts:
        raise InvalidInput(
            "It ends before it starts.",
            "For an end after midnight write how long it is, such as 5 h.",
            field="ends",
        )
    return ends


def read_amount(typed: str) -> float | None:
    """Read an amount as the system or a programmer writes it; None for nothing. Raises InvalidInput at "cost"."""
    text = typed.strip()
    if not text:
        return None
    number, understood = QLocale().toDouble(text)
    if not understood:
        number, understood = QLocale.c().toDouble(text.replace(",", "."))
    if not understood:
        raise InvalidInput("Write the cost as a number, such as 28 or 12.50.", field="cost")
    return float(number)


def line_field(name: str, hint: str, longest: int) -> QLineEdit:
    """Make a line with its name for screen readers."""
    field = QLineEdit()
    field.setAccessibleName(name)
    field.setPlaceholderText(hint)
    field.setMaxLength(longest)
    return field


def zone_box() -> QComboBox:
    """Make the list of time zones, in which one may also type."""
    box = QComboBox()
    box.setAccessibleName("Time zone")
    box.setEditable(True)
    box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    names = {bytes(name.data()).decode() for name in QTimeZone.availableTimeZoneIds()}
    box.addItems([*sorted(name for name in names if "/" in name and not name.startswith("Etc/")), "UTC"])
    completer = box.completer()
    if completer is not None:
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        popup = completer.popup()
        if popup is not None:
            dress_popup(popup)
    box.setMinimumContentsLength(14)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    return box


def system_zone() -> str:
    """Give this computer's zone as an IANA name."""
    return bytes(QTimeZone.systemTimeZoneId().data()).decode() or "UTC"


def end_words(starts: dt.datetime, ends: dt.datetime | None) -> str:
    """Write an end the way :func:`read_end` reads it: a time, or a length when it is on another day."""
    if ends is None:
        return ""
    if ends.date() == starts.date():
        return f"{ends:%H:%M}"
    hours, minutes = divmod(int((ends - starts).total_seconds() // 60), 60)
    return f"{hours} h {minutes}" if minutes else f"{hours} h"
