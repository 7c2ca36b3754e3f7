"""A line to type a date in one's own words; what was understood stands at its right end.

``DateField(parse, show, placeholder="", parent=None)``: ``parse(text)`` → a date or None, ``show(date)`` → the words
for it. ``date()``, ``set_date(date | None)``, ``is_wrong()``. Signal ``date_changed(object)`` with the date or None
when a person changes it. Up and Down move the date by a day, with Shift by a week.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from netdesk.ui.theme.current import current_theme
from netdesk.ui.theme.metrics import Type, metrics
from netdesk.ui.widgets.paint import RIGHT, text_line


class DateField(QLineEdit):
    """A date, typed."""

    date_changed = Signal(object)

    def __init__(
        self,
        parse: Callable[[str], dt.date | None],
        show: Callable[[dt.date], str],
        placeholder: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._parse = parse
        self._show = show
        self._date: dt.date | None = None
        self._wrong = False
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder or self.tr("Date"))
        self.setMaxLength(80)
        self.textEdited.connect(self._typed)
        self.editingFinished.connect(self._settle)

    def date(self) -> dt.date | None:
        """Give the date understood, None if the line is empty or not understood."""
        return self._date

    def is_wrong(self) -> bool:
        """Tell whether something stands there that is no date."""
        return self._wrong

    def set_date(self, date: dt.date | None) -> None:
        """Show a date, or nothing, without a signal."""
        self._date = date
        self.setText(self._show(date) if date is not None else "")
        self._mark(False)

    def _typed(self, text: str) -> None:
        found = self._parse(text.strip()) if text.strip() else None
        self._mark(bool(text.strip()) and found is None)
        if found != self._date:
            self._date = found
            self.setAccessibleDescription(self._meaning())
            self.date_changed.emit(found)
        self.update()

    def _settle(self) -> None:
        if self._date is not None:
            self.setText(self._show(self._date))

    def _mark(self, wrong: bool) -> None:
        if wrong != self._wrong:
            self._wrong = wrong
            self.setProperty("wrong", wrong)
            self.style().unpolish(self)
            self.style().polish(self)
        self.setAccessibleDescription(self._meaning())
        self.update()

    def _meaning(self) -> str:
        if self._wrong:
            return self.tr("not a date yet")
        return self._show(self._date) if self._date is not None else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        days = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
        if days is None or self._date is None:
            super().keyPressEvent(event)
            return
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            days *= 7
        try:
            self.set_date(self._date + dt.timedelta(days=days))
        except OverflowError:
            return
        self.date_changed.emit(self._date)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        meaning = self._meaning()
        if not self.hasFocus() or not meaning or meaning == self.text():
            return
        sizes = metrics()
        font = sizes.font(Type.SECONDARY)
        typed = QFontMetrics(self.font()).horizontalAdvance(self.text()) + sizes.px(30)
        box = QRect(typed, 0, self.width() - typed - sizes.px(10), self.height())
        if box.width() > QFontMetrics(font).horizontalAdvance(meaning):
            painter = QPainter(self)
            role = "bad-text" if self._wrong else "faint"
            text_line(painter, box, meaning, font, current_theme().color(role), RIGHT)
