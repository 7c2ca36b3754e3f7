"""A button that opens a month to pick a day from, for a field in which one may also type."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtWidgets import QCalendarWidget, QFrame, QToolButton, QVBoxLayout

from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.icons import icon, icon_size
from netdesk.ui.widgets.buttons import shortcut_tooltip
from netdesk.ui.widgets.date_field import DateField


class DayPicker(QToolButton):
    """Opens the month of the day in the field, or of today."""

    def __init__(self, field: DateField, today: dt.date) -> None:
        super().__init__()
        self._field, self._today = field, today
        self._frame: QFrame | None = None
        self.calendar: QCalendarWidget | None = None
        self.setIcon(icon(Icon.DATE, "text"))
        self.setIconSize(icon_size())
        self.setAccessibleName("Pick a day")
        self.setToolTip(shortcut_tooltip("Pick a day", None))
        self.clicked.connect(self.open)

    def open(self) -> None:
        """Show the month under the button."""
        frame = QFrame(self, Qt.WindowType.Popup)
        frame.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        calendar = QCalendarWidget()
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        day = self._field.date() or self._today
        calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        layout = QVBoxLayout(frame)
        layout.setContentsMargins(4, 4, 4, 4)
        layout.addWidget(calendar)
        calendar.clicked.connect(self._picked)
        calendar.activated.connect(self._picked)
        self._frame, self.calendar = frame, calendar
        frame.move(self.mapToGlobal(QPoint(0, self.height())))
        frame.show()
        calendar.setFocus()

    def _picked(self, day: QDate) -> None:
        self._field.set_date(dt.date(day.year(), day.month(), day.day()))
        self._field.date_changed.emit(self._field.date())
        if self._frame is not None:
            self._frame.close()
            self._frame = None
        self._field.setFocus()
