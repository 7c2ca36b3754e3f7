"""Filter and order of the list of events: a menu behind a button, and a line of chips for what is on.

``FilterButton(hosts)``: ``show_query(query)``; signals ``changed(object)`` with another ``EventQuery`` and
``overview_wanted()``. ``FilterLine``: ``show_query(query)``; signal ``changed(object)``; a chip pressed or closed takes
its filter away.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QResizeEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolButton, QWidget

from netdesk.method.event_worth import Verdict
from netdesk.method.triage import Purpose
from netdesk.services.event_query import EventQuery, EventSort
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.icons import icon, icon_size
from netdesk.ui.theme.metrics import metrics
from netdesk.ui.widgets.buttons import shortcut_tooltip
from netdesk.ui.widgets.chip import FilterChip
from netdesk.ui.widgets.flow_layout import FlowLayout
from netdesk.ui.widgets.paint import one_line

_LONGEST = 40
_NAME = "Filter and sort"
NO_HOST, NO_PURPOSE = "No host", "No purpose yet"


def filters_of(query: EventQuery) -> list[tuple[str, EventQuery]]:
    """Give the filters that are on in words, each with the question without it."""
    found: list[tuple[str, EventQuery]] = []
    if query.purpose is not None:
        words = Purpose(query.purpose).label if query.purpose else NO_PURPOSE
        found.append((words, replace(query, purpose=None)))
    if query.host is not None:
        found.append((_cut(query.host) if query.host else NO_HOST, replace(query, host=None)))
    if query.verdict is not None:
        found.append((query.verdict.label, replace(query, verdict=None)))
    if query.debrief_open:
        found.append(("Debrief open", replace(query, debrief_open=False)))
    if query.no_plan:
        found.append(("Cards with no plan", replace(query, no_plan=False)))
    if query.attended is not None:
        words = "Attended" if query.attended else "Did not go"
        found.append((words, replace(query, attended=None)))
    return found


class FilterButton(QToolButton):
    """A funnel; Space, Enter and Down open its menu. It is filled while a filter or another order is on."""

    changed = Signal(object)
    overview_wanted = Signal()

    def __init__(self, hosts: Callable[[], Sequence[str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hosts = hosts
        self._query = EventQuery()
        self.setProperty("kind", "plain")
        self.setIconSize(icon_size())
        self.clicked.connect(self.open)
        self._dress()

    def show_query(self, query: EventQuery) -> None:
        """Show whether anything is on."""
        self._query = query
        self._dress()

    def open(self) -> None:
        """Open the menu under the button."""
        menu = self._menu()
        menu.popup(self.mapToGlobal(QPoint(0, self.height() + metrics().px(2))))

    def _dress(self) -> None:
        on = [words for words, _ in filters_of(self._query)]
        if self._query.sort is not EventSort.DATE:
            on.append(f"by {self._query.sort.label.lower()}")
        self.setIcon(icon(Icon.FILTER, "accent" if on else "text-2", "accent"))
        self.setAccessibleName(f"{_NAME}: {', '.join(on)}" if on else _NAME)
        self.setToolTip(shortcut_tooltip(_NAME, None))

    def _menu(self) -> QMenu:
        query = self._query
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sort = menu.addMenu(f"Sort by {query.sort.label.lower()}")
        sort.setIcon(icon(Icon.SORT, "text-2"))
        _choices(sort, [(each.label, replace(query, sort=each), query.sort is each) for each in EventSort])
        menu.addSeparator()
        purposes: list[tuple[str, str | None]] = [("All", None)]
        purposes += [(each.label, str(each.value)) for each in Purpose] + [(NO_PURPOSE, "")]
        _choices(
            menu.addMenu("Purpose"),
            [_line(query, replace(query, purpose=one), words) for words, one in purposes],
        )
        hosts: list[tuple[str, str | None]] = [("All", None)]
        hosts += [(_cut(host), host) for host in self._hosts()] + [(NO_HOST, "")]
        _choices(
            menu.addMenu("Host"), [_line(query, replace(query, host=one), words) for words, one in hosts]
        )
        verdicts: list[tuple[str, Verdict | None]] = [
            ("All", None),
            *((each.label, each) for each in Verdict),
        ]
        _choices(
            menu.addMenu("Verdict"),
            [_line(query, replace(query, verdict=one), words) for words, one in verdicts],
        )
        menu.addSeparator()
        went, stayed = query.attended is True, query.attended is False
        for words, other, on in (
            ("Debrief open", replace(query, debrief_open=not query.debrief_open), query.debrief_open),
            ("Cards with no plan", replace(query, no_plan=not query.no_plan), query.no_plan),
            ("Attended", replace(query, attended=None if went else True), went),
            ("Did not go", replace(query, attended=None if stayed else False), stayed),
        ):
            _choice(menu, words, other, on)
        menu.addSeparator()
        clear = _choice(menu, "Clear filters", query.everything(), None)
        clear.setEnabled(query.is_filtered)
        gave = menu.addAction(icon(Icon.INSIGHTS, "text-2"), "What my events gave…")
        gave.triggered.connect(self._overview)
        menu.triggered.connect(self._picked)
        return menu

    def _picked(self, action: QAction) -> None:
        query = action.data()
        if isinstance(query, EventQuery):
            self.changed.emit(query)

    def _overview(self) -> None:
        self.overview_wanted.emit()


class FilterLine(QWidget):
    """The filters that are on; not there while there is none."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = FlowLayout(self, gap=4, line_gap=4)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName("Filters that are on")
        self.hide()

    def show_query(self, query: EventQuery) -> None:
        """Show a chip for each filter."""
        while self._flow.count():
            item = self._flow.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        on = filters_of(query)
        for words, without in on:
            chip = FilterChip(words, checked=True, closable=True)
            chip.setAccessibleName(f"Take away the filter {words}")
            chip.setProperty("without", without)
            chip.clicked.connect(self._take_away)
            chip.closed.connect(self._take_away)
            self._flow.addWidget(chip)
        self.setVisible(bool(on))
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(0, self._flow.heightForWidth(max(self.width(), 1)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _fit(self) -> None:
        self.setFixedHeight(max(1, self._flow.heightForWidth(max(self.width(), 1))))

    def _take_away(self) -> None:
        without = self.sender().property("without")
        if isinstance(without, EventQuery):
            self.changed.emit(without)


def _line(here: EventQuery, there: EventQuery, words: str) -> tuple[str, EventQuery, bool]:
    return words, there, there == here


def _choices(menu: QMenu, lines: Sequence[tuple[str, EventQuery, bool]]) -> None:
    group = QActionGroup(menu)
    for words, query, on in lines:
        group.addAction(_choice(menu, words, query, on))


def _choice(menu: QMenu, words: str, query: EventQuery, on: bool | None) -> QAction:
    action = menu.addAction(words.replace("&", "&&"))
    action.setData(query)
    if on is not None:
        action.setCheckable(True)
        action.setChecked(on)
    return action


def _cut(text: str) -> str:
    words = one_line(text)
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"
