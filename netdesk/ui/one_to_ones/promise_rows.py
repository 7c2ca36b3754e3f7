"""What was promised: a line and a day for each; an empty line is none."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from netdesk.method.errors import InvalidInput
from netdesk.services.held_one_to_ones import Promise
from netdesk.ui.pages.person.fields import coming_day, line, mark_wrong
from netdesk.ui.shell import Shell
from netdesk.ui.theme.metrics import S, metrics
from netdesk.ui.widgets.buttons import quiet_button
from netdesk.ui.widgets.date_field import DateField
from netdesk.ui.widgets.labels import Faint

_MOST = 8
_DAY = 150
_BUTTON = 88


class PromiseRows(QWidget):
    """One row to begin with; ``add`` gives another. ``mine``: a day is needed. ``changed`` when a row came."""

    changed = Signal()

    def __init__(self, shell: Shell, label: str, hint: str, *, mine: bool) -> None:
        super().__init__()
        self._shell, self._label, self._hint, self._mine = shell, label, hint, mine
        self.rows: list[tuple[QLineEdit, DateField]] = []
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._outer.setSpacing(metrics().px(4))
        self._outer.addWidget(Faint(label))
        self.more = quiet_button(self.tr("Another"), small=True)
        self.more.setAccessibleName(self.tr("Another: {0}").format(label))
        self.more.setFixedWidth(metrics().px(_BUTTON))
        self.more.clicked.connect(self.add)
        self.add()

    def add(self) -> None:
        """Show one more row."""
        if len(self.rows) >= _MOST:
            return
        words = line("", self._hint, self._label)
        words.setMaxLength(500)
        day = coming_day(self._shell, self.tr("by when") if self._mine else self.tr("by when, if known"))
        day.setAccessibleName(self.tr("{0}: by when").format(self._label))
        day.setFixedWidth(metrics().px(_DAY))
        row = QHBoxLayout()
        row.setSpacing(metrics().px(S))
        row.addWidget(words, 1)
        row.addWidget(day)
        row.addWidget(self.more)
        self._outer.addLayout(row)
        self.rows.append((words, day))
        self.more.setEnabled(len(self.rows) < _MOST)
        if len(self.rows) > 1:
            # A widget takes the keyboard only once it is shown, which a layout does a moment later.
            words.show()
            words.setFocus(Qt.FocusReason.OtherFocusReason)
            self.changed.emit()

    def promises(self) -> tuple[Promise, ...]:
        """What stands in the rows. Raises ``InvalidInput`` for a day that is not understood, or mine without one."""
        field = "mine" if self._mine else "theirs"
        found = []
        for words, day in self.rows:
            text = words.text().strip()
            mark_wrong(words, False)
            mark_wrong(day, False)
            if not text and not day.text().strip():
                continue
            if not text:
                mark_wrong(words, True)
                raise InvalidInput("Say what was promised.", field=field)
            if day.text().strip() and day.date() is None:
                mark_wrong(day, True)
                raise InvalidInput("By when?", "Write “fri”, “4 dec” or “in a week”.", field=field)
            if self._mine and day.date() is None:
                mark_wrong(day, True)
                raise InvalidInput("By when? A promise has a date.", field=field)
            found.append(Promise(text, day.date()))
        return tuple(found)

    def typed(self) -> list[tuple[str, date | None]]:
        """What was typed, to go on with later."""
        return [(words.text(), day.date()) for words, day in self.rows if words.text().strip()]

    def restore(self, typed: list[tuple[str, date | None]]) -> None:
        """Put back what was typed."""
        for at, (text, day) in enumerate(typed):
            if at >= len(self.rows):
                self.add()
            self.rows[at][0].setText(text)
            self.rows[at][1].set_date(day)
