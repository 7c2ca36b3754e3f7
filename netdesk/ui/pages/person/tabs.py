"""The tabs of a person's page: what happened, one-to-ones, help given and got, levels; in a narrow page the rest."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import Protocol, cast

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from netdesk.services.person_page import PersonPage
from netdesk.ui.shell import Shell
from netdesk.ui.theme.metrics import M, metrics
from netdesk.ui.widgets.tab_bar import TabBar

TIMELINE, ONE_TO_ONES, LEDGER, LEVELS, ABOUT = "timeline", "one_to_ones", "ledger", "levels", "about"


class ShowsPage(Protocol):
    """What stands under a tab: it shows another person, or the same one anew."""

    def show_page(self, page: PersonPage) -> None:
        """Show a person."""


@dataclass(frozen=True, slots=True)
class _Later:
    """A tab whose widget is made when it is first chosen; ``count`` is the figure beside its words."""

    name: str
    label: str
    module: str
    widget: str
    count: Callable[[PersonPage], int]


_LATER = (
    _Later(
        ONE_TO_ONES,
        "One-to-ones",
        "netdesk.ui.one_to_ones.person_tab",
        "OneToOnesTab",
        lambda page: page.one_to_ones,
    ),
    _Later(
        LEDGER,
        "Gave & got",
        "netdesk.ui.pages.ledger.person_tab",
        "LedgerTab",
        lambda page: page.ledger_count,
    ),
    _Later(LEVELS, "Levels", "netdesk.ui.pages.person.levels_tab", "LevelsTab", lambda _page: 0),
)


class PersonTabs(QWidget):
    """``bar`` and below it what belongs to the tab chosen. The timeline is there from the start."""

    def __init__(self, shell: Shell, timeline: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._page: PersonPage | None = None
        self._stack = QStackedWidget()
        self._later = {one.name: one for one in _LATER}
        self._names = [TIMELINE, *self._later]
        self._widgets: dict[str, QWidget] = {TIMELINE: timeline}
        self._stale: set[str] = set()
        self.bar = TabBar([self.tr("Timeline"), *(one.label for one in self._later.values())])
        self.bar.setAccessibleName(self.tr("Parts of the person's page"))
        self._stack.addWidget(timeline)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(metrics().px(M) - 8)
        layout.addWidget(self.bar)
        layout.addWidget(self._stack, 1)
        self.bar.currentChanged.connect(self._chosen)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Leave less room beside the words where they would not fit otherwise."""
        self._set_tight(False)
        if self.bar.sizeHint().width() > self.width():
            self._set_tight(True)

    def _set_tight(self, tight: bool) -> None:
        if bool(self.bar.property("tight")) != tight:
            self.bar.setProperty("tight", tight)
            self.bar.style().unpolish(self.bar)
            self.bar.style().polish(self.bar)
            # A bar measures its tabs again only when it is told of another style.
            QApplication.sendEvent(self.bar, QEvent(QEvent.Type.StyleChange))

    def show_page(self, page: PersonPage) -> None:
        """Show another person; what is under a tab not chosen waits until it is."""
        self._page = page
        for one in self._later.values():
            count = one.count(page)
            self.bar.set_label(self._names.index(one.name), f"{one.label} {count}" if count else one.label)
        self._stale = {name for name in self._widgets if name != ABOUT}
        self._refresh()
        self._fit()

    def current(self) -> str:
        """The name of the tab chosen."""
        return self._names[max(0, self.bar.currentIndex())]

    def choose(self, name: str) -> None:
        """Choose a tab by its name; one that is not there leaves all as it is."""
        if name in self._names:
            self.bar.setCurrentIndex(self._names.index(name))

    def widget(self, name: str) -> QWidget | None:
        """What stands under a tab; None while nobody has chosen it."""
        return self._widgets.get(name)

    def take_in(self, about: QWidget) -> None:
        """Give the right column a tab of its own, the second, where there is no room beside the first."""
        self._widgets[ABOUT] = about
        self._stack.addWidget(about)
        self._names.insert(1, ABOUT)
        self.bar.set_label(self.bar.insertTab(1, ""), self.tr("About"))
        self._fit()

    def give_back(self) -> QWidget:
        """Take the right column's tab away again and give the column back."""
        about = self._widgets.pop(ABOUT)
        place = self._names.index(ABOUT)
        if self.current() == ABOUT:
            self.bar.setCurrentIndex(0)
        self._names.remove(ABOUT)
        self.bar.removeTab(place)
        self._stack.removeWidget(about)
        return about

    def has_taken_in(self) -> bool:
        """Whether the right column has a tab."""
        return ABOUT in self._widgets

    def _chosen(self, _place: int) -> None:
        self._refresh()

    def _refresh(self) -> None:
        name = self.current()
        widget = self._widgets.get(name)
        if widget is None and name in self._later:
            later = self._later[name]
            widget = _made(later, self._shell)
            widget.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
            self._widgets[name] = widget
            self._stack.addWidget(widget)
            self._stale.add(name)
        if widget is None:
            return
        if name in self._stale and self._page is not None:
            self._stale.discard(name)
            cast(ShowsPage, widget).show_page(self._page)
        self._stack.setCurrentWidget(widget)


def _made(later: _Later, shell: Shell) -> QWidget:
    widget: QWidget = getattr(import_module(later.module), later.widget)(shell)
    return widget
