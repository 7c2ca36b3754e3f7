"""The row of chips above the list: everybody, what is chosen now, and what is often wanted.

``FilterBar()``: ``show_state(query, choices, counts)``. Signals: ``changed(object)`` with another ``ContactQuery``,
``more_asked()`` for the filter window. ``more`` is the chip with the plus.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from netdesk.method.contact_kinds import PersonKind
from netdesk.method.levels import Level
from netdesk.services.contacts import ContactCounts, ContactQuery
from netdesk.services.saved_filters import SavedFilter
from netdesk.services.tags import Tag
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.metrics import metrics
from netdesk.ui.widgets.chip import FilterChip, chip_size
from netdesk.ui.widgets.flow_layout import FlowLayout
from netdesk.ui.widgets.labels import plain_tooltip

_GAP = 6
_SUGGESTED = 6
_WIDE = 420
"""From this width on every suggestion says all its words."""


@dataclass(frozen=True, slots=True)
class Choices:
    """What there is to filter by."""

    levels: tuple[Level, ...] = ()
    tags: tuple[Tag, ...] = ()
    markets: tuple[tuple[int, str], ...] = ()
    saved: tuple[SavedFilter, ...] = ()


@dataclass(frozen=True, slots=True)
class _Suggestion:
    text: str
    query: ContactQuery
    icon: str | None = None
    short: str = ""
    """What it says in half a line; empty: the same."""


def chosen_parts(query: ContactQuery, choices: Choices) -> list[tuple[str, ContactQuery]]:
    """What narrows the list now, each in words and with the question left when it is taken away."""
    levels = {level.number: f"{level.number} {level.name}" for level in choices.levels} | {0: "Unsorted"}
    tags = {tag.id: tag.name for tag in choices.tags}
    markets = dict(choices.markets)
    kinds = {kind.value: kind.label for kind in PersonKind}
    parts = [(levels.get(one, str(one)), query.with_toggled("levels", one)) for one in query.levels]
    parts += [(tags.get(one, "A removed tag"), query.with_toggled("tags", one)) for one in query.tags]
    parts += [
        (markets.get(one, "A removed market"), query.with_toggled("markets", one)) for one in query.markets
    ]
    parts += [(kinds[one], query.with_toggled("kinds", one)) for one in query.kinds]
    for said, words, rest in (
        (query.going_cold, "Going cold", replace(query, going_cold=False)),
        (query.ready, "Ready to move up", replace(query, ready=False)),
        (query.snoozed, "Left in peace", replace(query, snoozed=False)),
        (query.archived, "Archived", replace(query, archived=False)),
        (query.binned, "Bin", replace(query, binned=False)),
    ):
        if said:
            parts.append((words, rest))
    return parts


class QueryChip(FilterChip):
    """A chip that leads to a question: pressing it or taking it away says which."""

    picked = Signal(object)

    def __init__(
        self, text: str, query: ContactQuery, checked: bool, icon: str | None = None, closable: bool = False
    ) -> None:
        super().__init__(text, checked, icon, closable)
        self._query = query
        self.clicked.connect(self._pick)
        self.closed.connect(self._pick)

    def _pick(self) -> None:
        self.picked.emit(self._query)


class FilterBar(QWidget):
    """Chips that are on come first and can wrap; suggestions fill what is left of the first line."""

    changed = Signal(object)
    more_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._query = ContactQuery()
        self._choices = Choices()
        self._counts: ContactCounts | None = None
        self._flow = FlowLayout(self, gap=_GAP)
        self._width = 0
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName("Filters")
        self.more = FilterChip("", icon=Icon.ADD, checkable=False, parent=self)
        self.more.hide()

    def show_state(self, query: ContactQuery, choices: Choices, counts: ContactCounts | None) -> None:
        """Draw the chips for a question."""
        if (query, choices, counts) != (self._query, self._choices, self._counts):
            self._query, self._choices, self._counts = query, choices, counts
            self._fill()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.width() != self._width:
            self._width = self.width()
            self._fill()

    def _fill(self) -> None:
        focused = QApplication.focusWidget()
        held = focused.accessibleName() if focused is not None and self.isAncestorOf(focused) else ""
        self._flow.clear()
        saved = self._matching_saved()
        everybody = self._add(
            "All", self._query.everybody(), checked=not self._query.is_filtered, closable=False
        )
        everybody.setToolTip("Everybody who is neither archived nor in the bin")
        if saved is not None:
            self._add(saved.name, self._query.everybody(), checked=True, closable=True)
        else:
            for words, rest in chosen_parts(self._query, self._choices):
                self._add(words, replace(rest, text=self._query.text), checked=True, closable=True)
        if not self._query.is_filtered:
            self._suggest()
        self.more = FilterChip("", icon=Icon.ADD, checkable=False)
        self.more.setAccessibleName("More filters")
        self.more.setToolTip("More filters")
        self.more.clicked.connect(self._ask_more)
        self._flow.addWidget(self.more)
        self.updateGeometry()
        if held:
            # The chips are new; the keyboard stays on the same one, or on the first if it is gone.
            now = [chip for chip in self.findChildren(FilterChip) if self._flow.indexOf(chip) >= 0]
            same = next((chip for chip in now if chip.accessibleName() == held), everybody)
            # Shown at once, or a key pressed right now would go elsewhere.
            same.show()
            same.setFocus()

    def _suggest(self) -> None:
        gap = self._flow.spacing() if self._flow.spacing() > 0 else _GAP
        used = chip_size("All").width() + gap + chip_size("", Icon.ADD).width()
        for one in self._suggestions():
            words = one.short if one.short and self.width() < metrics().px(_WIDE) else one.text
            used += chip_size(words, one.icon).width() + gap
            if used > self.width():
                break
            chip = self._add(words, one.query, checked=False, closable=False, icon=one.icon)
            chip.setAccessibleName(one.text)
            if words != one.text:
                chip.setToolTip(plain_tooltip(one.text))

    def _suggestions(self) -> list[_Suggestion]:
        base = self._query
        cold, ready = (self._counts.going_cold, self._counts.ready) if self._counts else (0, 0)
        found = [_Suggestion(f"Going cold {cold:,}", replace(base, going_cold=True))] if cold else []
        if ready:
            question = replace(base, ready=True)
            found.append(_Suggestion(f"Ready to move up {ready:,}", question, short=f"Ready {ready:,}"))
        found += [
            _Suggestion(one.name, replace(one.query, text=one.query.text or base.text))
            for one in self._choices.saved
        ]
        popular = sorted((tag for tag in self._choices.tags if tag.people), key=lambda tag: -tag.people)
        found += [_Suggestion(tag.name, replace(base, tags=(tag.id,))) for tag in popular[:_SUGGESTED]]
        return found

    def _matching_saved(self) -> SavedFilter | None:
        if not self._query.is_filtered:
            return None
        return next((one for one in self._choices.saved if same_question(one.query, self._query)), None)

    def _add(
        self, text: str, query: ContactQuery, *, checked: bool, closable: bool, icon: str | None = None
    ) -> FilterChip:
        chip = QueryChip(text, query, checked, icon, closable)
        chip.picked.connect(self.changed)
        self._flow.addWidget(chip)
        return chip

    def _ask_more(self) -> None:
        self.more_asked.emit()


def same_question(one: ContactQuery, other: ContactQuery) -> bool:
    """Whether two questions ask for the same people, in whatever order and whatever was typed on top."""
    return replace(one, text="", sort=other.sort, descending=other.descending) == other.without_text()
