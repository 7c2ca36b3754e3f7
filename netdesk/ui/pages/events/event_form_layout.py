"""The fields of the event form and where they stand."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from netdesk.method.calendar_words import full_day
from netdesk.method.recurrence import Every
from netdesk.ui.pages.events.day_picker import DayPicker
from netdesk.ui.pages.events.event_fields import line_field, zone_box
from netdesk.ui.pages.events.form_parts import ErrorLine, field_label
from netdesk.ui.theme.metrics import XL, M, S, metrics
from netdesk.ui.widgets.buttons import plain_button, primary_button
from netdesk.ui.widgets.date_field import DateField
from netdesk.ui.widgets.labels import PageTitle, Secondary

NOT_REPEATED = "Does not repeat"


class EventFields(QWidget):
    """The fields, an error line at each, and the two buttons; only a new event may repeat.

    ``read_day`` understands a typed day (None: it does not), ``today`` is where the month opens.
    """

    def __init__(self, read_day: Callable[[str], dt.date | None], today: dt.date, *, is_new: bool) -> None:
        super().__init__()
        self.heading = PageTitle("New event" if is_new else "Edit the event")
        self.title = line_field("Name", "e.g. Chamber autumn mixer", 200)
        self.day = DateField(read_day, full_day, "e.g. tue, 24 nov, in 2 weeks")
        self.day.setAccessibleName("Date")
        self.picker = DayPicker(self.day, today)
        self.starts = line_field("Starts", "17:30", 12)
        self.ends = line_field("Ends, or how long", "19:30 or 2 h", 16)
        self.zone = zone_box()
        self.place = line_field("Place", "e.g. Town Hall, Mill Street", 200)
        self.host = line_field("Host", "Who invites", 200)
        self.cost = line_field("Cost", "0", 14)
        self.currency = line_field("Currency", "", 3)
        self.every = QComboBox()
        self.every.setAccessibleName("Repeat")
        self.every.addItem(NOT_REPEATED, "")
        for every in Every:
            self.every.addItem(every.label, every.value)
        self.times = line_field("How many more times", "", 4)
        self.understood = Secondary("")
        self.errors = {name: ErrorLine(self) for name in self.fields()}
        self.error = ErrorLine()
        self.save_button = primary_button("Plan event" if is_new else "Save", None, "Return")
        self.cancel_button = plain_button("Cancel", None, "Esc")
        self._lay_out(is_new)

    def fields(self) -> dict[str, QWidget]:
        """Give the fields by the names that errors use."""
        return {
            "title": self.title,
            "starts": self.starts,
            "day": self.day,
            "ends": self.ends,
            "zone": self.zone,
            "place": self.place,
            "host": self.host,
            "cost": self.cost,
            "currency": self.currency,
            "times": self.times,
        }

    def _lay_out(self, is_new: bool) -> None:
        sizes = metrics()
        for narrow, width in (
            (self.starts, 92),
            (self.ends, 110),
            (self.cost, 120),
            (self.currency, 66),
            (self.times, 60),
        ):
            narrow.setFixedWidth(sizes.px(width))
        foot = QHBoxLayout()
        foot.addWidget(self.error, 1)
        foot.addStretch(1)
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.save_button)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(*(sizes.px(XL),) * 4)
        outer.setSpacing(sizes.px(M))
        outer.addWidget(self.heading)
        outer.addLayout(self._rows(is_new))
        outer.addLayout(foot)

    def _rows(self, is_new: bool) -> QGridLayout:
        sizes = metrics()
        grid = QGridLayout()
        grid.setHorizontalSpacing(sizes.px(M))
        grid.setVerticalSpacing(sizes.px(S - 2))
        grid.setColumnStretch(1, 1)
        rows: list[tuple[str, tuple[QWidget, ...], tuple[str, ...]]] = [
            ("Name", (self.title,), ("title",)),
            ("Date", (self.day, self.picker), ("day",)),
            ("Starts", (self.starts, field_label("ends", self.ends), self.ends), ("starts", "ends")),
            ("Time zone", (self.zone,), ("zone",)),
            ("Place", (self.place,), ("place",)),
            ("Host", (self.host,), ("host",)),
            ("Cost", (self.cost, self.currency), ("cost", "currency")),
        ]
        if is_new:
            rows.append(
                ("Repeat", (self.every, self.times, field_label("more times", self.times)), ("times",))
            )
        for unused in () if is_new else (self.every, self.times):
            unused.setParent(self)
            unused.hide()
        line = 0
        for words, fields, names in rows:
            row = QHBoxLayout()
            row.setSpacing(sizes.px(S))
            for field in fields:
                row.addWidget(field)
            if words in ("Starts", "Cost", "Repeat"):
                row.addStretch(1)
            grid.addWidget(field_label(words, fields[0]), line, 0, Qt.AlignmentFlag.AlignVCenter)
            grid.addLayout(row, line, 1)
            below: list[QWidget] = [self.errors[name] for name in names]
            below += [self.understood] if words == "Starts" else []
            for widget in below:
                line += 1
                grid.addWidget(widget, line, 1)
            line += 1
        return grid
