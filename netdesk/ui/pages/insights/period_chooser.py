"""Which days the figures are of: a button with the periods to choose from, between one step back and one on.

``PeriodChooser(today)``: ``show_period(period)``, ``period()``; signals ``chosen(object)`` with another ``Period`` and
``own_wanted()``. ← and → on it go to the period before and after.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from netdesk.method.period_steps import earlier, later, offered
from netdesk.method.periods import Period, last_12_months
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.icons import icon, icon_size
from netdesk.ui.theme.metrics import XS, metrics
from netdesk.ui.widgets.buttons import icon_button
from netdesk.ui.widgets.labels import plain_tooltip
from netdesk.ui.widgets.row_menu import Entry, open_menu

_LEFT, _RIGHT, _DOWN = Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Down


class PeriodChooser(QWidget):
    """The period before, the period itself with its menu, the period after."""

    chosen = Signal(object)
    own_wanted = Signal()

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._period = last_12_months(today())
        sizes = metrics()
        self.back = icon_button(Icon.LEFT, "The period before", "Ctrl+[", framed=False)
        self.on = icon_button(Icon.RIGHT, "The period after", "Ctrl+]", framed=False)
        self.button = _PeriodButton()
        self.button.setProperty("kind", "plain")
        self.button.setAutoDefault(False)
        self.button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.button.setIcon(icon(Icon.DOWN, "text"))
        self.button.setIconSize(QSize(sizes.px(22), icon_size().height()))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(sizes.px(XS))
        for widget in (self.back, self.button, self.on):
            row.addWidget(widget)
        self.back.clicked.connect(self.go_back)
        self.on.clicked.connect(self.go_on)
        self.button.clicked.connect(self.open)
        for key, deed in ((_LEFT, self.go_back), (_RIGHT, self.go_on), (_DOWN, self.open)):
            self.button.deeds[key] = deed
        self.setFocusProxy(self.button)
        self._dress()

    def period(self) -> Period:
        """The period that is shown."""
        return self._period

    def show_period(self, period: Period) -> None:
        """Show a period, without a signal."""
        self._period = period
        self._dress()

    def go_back(self) -> None:
        """Choose the period before."""
        self._choose(earlier(self._period))

    def go_on(self) -> None:
        """Choose the period after, unless all of it lies ahead."""
        after = later(self._period, self._today())
        if after is not None:
            self._choose(after)

    def open(self) -> QMenu:
        """Open the menu under the button."""
        entries: list[Entry | None] = [
            Entry(
                f"{one.label}: {one.period.name}" if one.label != one.period.name else one.label,
                partial(self._choose, one.period),
                checked=one.period == self._period,
            )
            for one in offered(self._today())
        ]
        own = all(entry is not None and not entry.checked for entry in entries)
        entries += [None, Entry("Own days…", self._own, checked=own)]
        return open_menu(entries, self, self.button.mapToGlobal(QPoint(0, self.button.height())))

    def _own(self) -> None:
        self.own_wanted.emit()

    def _choose(self, period: Period) -> None:
        if period != self._period:
            self.show_period(period)
            self.chosen.emit(period)

    def _dress(self) -> None:
        name, days = self._period.name, self._period.days_words
        self.button.setText(name)
        self.button.setAccessibleName(f"Period: {name}")
        self.button.setAccessibleDescription(days)
        self.button.setToolTip(plain_tooltip(days))
        self.on.setEnabled(later(self._period, self._today()) is not None)
        self.back.setAccessibleDescription(earlier(self._period).days_words)


class _PeriodButton(QPushButton):
    """Its arrows go through time; a plain button would hand the keyboard to its neighbour."""

    def __init__(self) -> None:
        super().__init__()
        self.deeds: dict[Qt.Key, Callable[[], object]] = {}

    def keyPressEvent(self, event: QKeyEvent) -> None:
        deed = self.deeds.get(Qt.Key(event.key()))
        if deed is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        else:
            deed()
