"""The little window behind the plus: every filter there is, and saving the present ones under a name.

``FilterPopover(parent)``: ``show_at(anchor, query, choices, counts)``. Signals: ``changed(object)`` with another
``ContactQuery`` at each press, ``save_asked()``, ``removed(object)`` with the id of a saved filter.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from netdesk.method.contact_kinds import PersonKind
from netdesk.services.contact_query import NO_LEVEL
from netdesk.services.contacts import ContactCounts, ContactQuery
from netdesk.ui.pages.contacts.filter_bar import Choices, QueryChip, same_question
from netdesk.ui.theme.current import current_theme
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.metrics import L, M, S, metrics
from netdesk.ui.widgets.buttons import plain_button, quiet_button
from netdesk.ui.widgets.flow_layout import FlowLayout
from netdesk.ui.widgets.labels import Caption
from netdesk.ui.widgets.paint import rounded
from netdesk.ui.widgets.scroll_area import VerticalScroll

_WIDTH = 380
_HIGHEST = 560
_SHOWN_TAGS = 40


class FilterPopover(QFrame):
    """Chips in groups. A press narrows or widens the list behind at once."""

    changed = Signal(object)
    save_asked = Signal()
    removed = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAccessibleName("Filters")
        self._query = ContactQuery()
        self._choices = Choices()
        self._counts: ContactCounts | None = None
        sizes = metrics()
        self._content = QWidget()
        self._groups = QVBoxLayout(self._content)
        self._groups.setContentsMargins(0, 0, 0, 0)
        self._groups.setSpacing(sizes.px(S))
        self._scroll = VerticalScroll(self._content)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(sizes.px(L), sizes.px(M), sizes.px(L), sizes.px(M))
        outer.setSpacing(sizes.px(M))
        outer.addWidget(self._scroll, 1)
        self._save = plain_button("Save as…", Icon.SAVE, small=True)
        self._save.clicked.connect(self._ask_to_save)
        self._clear = quiet_button("Clear filters", small=True)
        self._clear.clicked.connect(self._clear_all)
        foot = QHBoxLayout()
        foot.addWidget(self._save)
        foot.addStretch(1)
        foot.addWidget(self._clear)
        outer.addLayout(foot)

    def show_at(
        self, anchor: QWidget, query: ContactQuery, choices: Choices, counts: ContactCounts | None
    ) -> None:
        """Open below ``anchor``, inside the screen."""
        self.show_state(query, choices, counts)
        sizes = metrics()
        width = sizes.px(_WIDTH)
        self._content.setFixedWidth(width - 2 * sizes.px(L))
        wanted = self._groups.heightForWidth(width - 2 * sizes.px(L)) + sizes.px(84)
        self.resize(width, min(wanted, sizes.px(_HIGHEST)))
        place = anchor.mapToGlobal(QPoint(0, anchor.height() + sizes.px(4)))
        screen = anchor.screen().availableGeometry()
        place.setX(max(screen.left(), min(place.x(), screen.right() - width)))
        place.setY(max(screen.top(), min(place.y(), screen.bottom() - self.height())))
        self.move(place)
        self.show()

    def show_state(self, query: ContactQuery, choices: Choices, counts: ContactCounts | None) -> None:
        """Draw every group for a question."""
        focused = self.focusWidget()
        said = focused.accessibleName() if isinstance(focused, QueryChip) else ""
        self._query, self._choices, self._counts = query, choices, counts
        _empty(self._groups)
        for title, chips in self._all_groups():
            if chips:
                self._add_group(title, chips)
        self._groups.addStretch(1)
        self._save.setEnabled(query.narrows)
        self._clear.setEnabled(query.is_filtered)
        for chip in self._content.findChildren(QueryChip):
            if said and chip.accessibleName() == said:
                chip.setFocus()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = current_theme()
        painter.fillRect(self.rect(), theme.color("panel"))
        rounded(painter, self.rect(), None, theme.color("line"), 0)

    def _all_groups(self) -> list[tuple[str, list[QueryChip]]]:
        query, counts = self._query, self._counts
        levels = [(level.number, f"{level.number} {level.name}") for level in self._choices.levels]
        people = counts.levels if counts else {}
        tagged = sorted(self._choices.tags, key=lambda tag: (tag.id not in query.tags, -tag.people))
        markets = counts.markets if counts else {}
        kinds = counts.kinds if counts else {}
        state = [
            ("Going cold", "going_cold", counts.going_cold if counts else 0),
            ("Ready to move up", "ready", counts.ready if counts else 0),
            ("Left in peace", "snoozed", counts.snoozed if counts else 0),
            ("Archived", "archived", counts.archived if counts else 0),
        ]
        return [
            ("Saved", self._saved_chips()),
            (
                "Level",
                [
                    self._chip(words, "levels", number, people.get(number, 0))
                    for number, words in [*levels, (NO_LEVEL, "Unsorted")]
                ],
            ),
            (
                "Tag",
                [self._chip(tag.name, "tags", tag.id, tag.people) for tag in tagged[:_SHOWN_TAGS]],
            ),
            (
                "Market",
                [
                    self._chip(name, "markets", number, markets.get(number, 0))
                    for number, name in self._choices.markets
                ],
            ),
            (
                "Kind",
                [
                    self._chip(kind.label, "kinds", kind.value, kinds.get(kind.value, 0))
                    for kind in PersonKind
                ],
            ),
            (
                "State",
                [
                    QueryChip(_counted(words, number), _switched(query, name), getattr(query, name))
                    for words, name, number in state
                ],
            ),
        ]

    def _saved_chips(self) -> list[QueryChip]:
        chips = []
        for one in self._choices.saved:
            chip = QueryChip(one.name, one.query, same_question(one.query, self._query), closable=True)
            chip.closed.disconnect()
            chip.setProperty("saved", one.id)
            chip.closed.connect(self._remove_saved)
            chip.setToolTip("The cross removes this saved filter")
            chips.append(chip)
        return chips

    def _chip(self, words: str, name: str, value: int | str, people: int) -> QueryChip:
        held = value in getattr(self._query, name)
        return QueryChip(_counted(words, people), self._query.with_toggled(name, value), held)

    def _add_group(self, title: str, chips: list[QueryChip]) -> None:
        if self._groups.count():
            self._groups.addSpacing(metrics().px(4))
        self._groups.addWidget(Caption(title))
        holder = QWidget()
        flow = FlowLayout(holder, gap=6)
        for chip in chips:
            chip.picked.connect(self.changed)
            flow.addWidget(chip)
        self._groups.addWidget(holder)

    def _remove_saved(self) -> None:
        chip = self.sender()
        if isinstance(chip, QueryChip):
            self.removed.emit(chip.property("saved"))

    def _ask_to_save(self) -> None:
        self.hide()
        self.save_asked.emit()

    def _clear_all(self) -> None:
        self.changed.emit(replace(self._query.everybody(), text=self._query.text))


def _switched(query: ContactQuery, name: str) -> ContactQuery:
    return {
        "going_cold": replace(query, going_cold=not query.going_cold),
        "ready": replace(query, ready=not query.ready),
        "snoozed": replace(query, snoozed=not query.snoozed),
        "archived": replace(query, archived=not query.archived, binned=False),
    }[name]


def _counted(words: str, people: int) -> str:
    return f"{words} {people:,}" if people else words


def _empty(layout: QLayout) -> None:
    while layout.count():
        item = layout.takeAt(0)
        widget = item.widget() if item is not None else None
        if widget is not None:
            widget.hide()
            widget.deleteLater()
