"""Fields of the forms: with a label above, choosing somebody or something as one types, partial dates."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLineEdit, QVBoxLayout, QWidget

from netdesk.method.calendar_words import short_day
from netdesk.method.dates import PartialDate, parse_partial
from netdesk.method.past_dates import parse_past_date
from netdesk.method.typed_dates import parse_typed_date
from netdesk.ui.customs import customs_at
from netdesk.ui.pages.events.form_parts import dress_popup
from netdesk.ui.shell import Shell
from netdesk.ui.theme.metrics import XS, metrics
from netdesk.ui.widgets.date_field import DateField
from netdesk.ui.widgets.labels import Faint

_ID = Qt.ItemDataRole.UserRole + 1
_LEAP_YEAR = 2000

Choice = tuple[int, str]
"""An id, and the words to choose it by."""


def labelled(label: str, field: QWidget) -> QWidget:
    """Put a small label above a field and give the field its name."""
    box = QWidget()
    layout = QVBoxLayout(box)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(metrics().px(XS))
    title = Faint(label)
    title.setBuddy(field)
    layout.addWidget(title)
    layout.addWidget(field)
    if not field.accessibleName():
        field.setAccessibleName(label)
    return box


def line(text: str = "", placeholder: str = "", name: str = "") -> QLineEdit:
    """Make a line to type in."""
    field = QLineEdit(text)
    field.setPlaceholderText(placeholder)
    field.setAccessibleName(name or placeholder)
    field.setCursorPosition(0)
    return field


def mark_wrong(field: QWidget, wrong: bool) -> None:
    """Draw a field’s border in the colour of what cannot be used, or as usual."""
    if bool(field.property("wrong")) != wrong:
        field.setProperty("wrong", wrong)
        field.style().unpolish(field)
        field.style().polish(field)


class ChoiceField(QLineEdit):
    """A line that finds something by its name: ``search(text)`` gives what fits, ``chosen(object)`` tells the id."""

    chosen = Signal(object)

    def __init__(
        self, search: Callable[[str], Sequence[Choice]], placeholder: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._search = search
        self._id: int | None = None
        self._found = QStandardItemModel(self)
        self._completer = QCompleter(self._found, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.activated.connect(self._picked)
        popup = self._completer.popup()
        if popup is not None:
            dress_popup(popup)
        self.setCompleter(self._completer)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.setMaxLength(200)
        self.textEdited.connect(self._typed)

    def choice(self) -> int | None:
        """The id chosen, or of the only thing that fits what is typed."""
        if self._id is None and self.text().strip():
            found = self._search(self.text())
            if len(found) == 1:
                self._id = found[0][0]
        return self._id

    def set_choice(self, number: int | None, words: str = "") -> None:
        """Show something chosen, or nothing."""
        self._id = number
        self.setText(words if number is not None else "")
        self.setCursorPosition(0)

    def is_wrong(self) -> bool:
        """Whether something is typed that means nothing known."""
        return bool(self.text().strip()) and self.choice() is None

    def _typed(self, text: str) -> None:
        self._id = None
        self._found.clear()
        for number, words in self._search(text) if text.strip() else ():
            item = QStandardItem(" ".join(words[:200].split()))
            item.setData(number, _ID)
            self._found.appendRow(item)

    def _picked(self, words: str) -> None:
        popup = self._completer.popup()
        row = popup.currentIndex().row() if popup is not None else -1
        rows = [row, *range(self._found.rowCount())]
        place = next((one for one in rows if one >= 0 and self._found.item(one).text() == words), -1)
        if place >= 0:
            self._id = int(self._found.item(place).data(_ID))
            self.chosen.emit(self._id)


class CompletingLine(QLineEdit):
    """A line that offers what is known already, and takes anything: ``search(text)`` gives the words to offer."""

    def __init__(self, search: Callable[[str], Sequence[str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._search = search
        self._words = QStringListModel(self)
        completer = QCompleter(self._words, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.setCompleter(completer)
        self.textEdited.connect(self._typed)

    def _typed(self, text: str) -> None:
        found = [word for word in self._search(text) if word != text] if text.strip() else []
        self._words.setStringList(found)


class PartialDateField(QLineEdit):
    """A birthday or the like of which parts may be unknown: "17 May", "17 May 1980", "May 1980", "1980"."""

    def __init__(self, name: str, day_first: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._day_first = day_first
        self.setAccessibleName(name)
        self.setPlaceholderText("17 May, or 17 May 1980")
        self.setMaxLength(40)

    def set_value(self, day: PartialDate | None) -> None:
        """Show a date, or nothing."""
        self.setText("" if day is None else day.words())

    def value(self) -> PartialDate | None:
        """The date typed; None when empty or not understood."""
        return read_partial(self.text(), day_first=self._day_first)

    def is_wrong(self) -> bool:
        """Whether something stands there that is no date."""
        return bool(self.text().strip()) and self.value() is None


def read_partial(text: str, *, day_first: bool = True) -> PartialDate | None:
    """Read a partial date as people write it, 3/4 as ``day_first`` says; None when it is not one."""
    typed = text.strip()
    known = parse_partial(typed)
    if known is not None or not typed:
        return known
    first, _, year = typed.rpartition(" ")
    # A day and a month without a year are read in a leap year, so that 29 February is one.
    whole = parse_typed_date(typed, date(_LEAP_YEAR, 1, 1), day_first=day_first)
    has_year = year.isdecimal() and len(year) == 4
    month = parse_typed_date(f"1 {first}", date(_LEAP_YEAR, 1, 1)) if has_year else None
    if whole is None and month is not None:
        return PartialDate(int(year), month.month)
    if whole is None or not any(char.isdigit() for char in typed):
        return None
    if has_year or typed[-4:].isdecimal():
        return PartialDate(whole.year, whole.month, whole.day)
    return PartialDate(None, whole.month, whole.day)


def past_day(shell: Shell, placeholder: str = "") -> DateField:
    """A line for a day that has been, read in the workspace's order of day and month."""
    today, day_first = shell.today, customs_at(shell.desk).day_first
    return DateField(
        lambda text: parse_past_date(text, today(), day_first=day_first),
        lambda day: _said(day, today()),
        placeholder,
    )


def coming_day(shell: Shell, placeholder: str = "") -> DateField:
    """A line for a day to come, read in the workspace's order of day and month."""
    today, day_first = shell.today, customs_at(shell.desk).day_first
    return DateField(
        lambda text: parse_typed_date(text, today(), day_first=day_first),
        lambda day: _said(day, today()),
        placeholder,
    )


def _said(day: date, today: date) -> str:
    near = {0: "Today", 1: "Tomorrow", -1: "Yesterday"}
    return near.get((day - today).days) or short_day(day, today)
