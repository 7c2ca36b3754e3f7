"""What stands at the right while several people are selected: who they are in numbers, and what to do with them.

``BulkPanel()``: ``show_counts(counts, levels, tags)``. Signals: ``tag_asked(str)``, ``untag_asked(object)`` with a
tag's id, ``level_asked(object)`` with a number or None, ``asked(str)`` with "archive", "unarchive", "bin",
"restore", "delete", "merge" (of two people) or "export".
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from netdesk.method.levels import Level
from netdesk.services.bulk import SelectedCounts
from netdesk.services.tags import Tag
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.metrics import L, M, S, metrics
from netdesk.ui.widgets.buttons import plain_button
from netdesk.ui.widgets.chip import FilterChip
from netdesk.ui.widgets.flow_layout import FlowLayout
from netdesk.ui.widgets.labels import PageTitle, Secondary
from netdesk.ui.widgets.panel import Panel

_WIDEST = 640
_SHOWN_TAGS = 24
_DEEDS = (
    ("merge", "Merge the two…", Icon.MERGE),
    ("archive", "Archive", Icon.ARCHIVE),
    ("unarchive", "Bring back from the archive", Icon.UNDO),
    ("bin", "Put in the bin", Icon.BIN),
    ("restore", "Restore", Icon.UNDO),
    ("delete", "Delete for good…", Icon.BIN),
    ("export", "Export…", Icon.EXPORT),
)


class BulkPanel(QWidget):
    """Cards for tags, level and the rest; only what makes sense for those selected is offered."""

    tag_asked = Signal(str)
    untag_asked = Signal(object)
    level_asked = Signal(object)
    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        sizes = metrics()
        self._title = PageTitle("")
        self._detail = Secondary("")
        self._known = QStringListModel(self)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(sizes.px(24), sizes.px(L), sizes.px(24), sizes.px(L))
        holder = QWidget()
        holder.setMaximumWidth(sizes.px(_WIDEST))
        outer.addWidget(holder, 1000)
        outer.addStretch(1)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.px(M))
        column.addWidget(self._title)
        column.addWidget(self._detail)
        column.addWidget(self._make_deeds())
        column.addWidget(self._make_tags())
        column.addWidget(self._make_levels())
        column.addStretch(1)

    def show_counts(self, counts: SelectedCounts, levels: Sequence[Level], tags: Sequence[Tag]) -> None:
        """Show those selected."""
        self._title.setText(f"{counts.people:,} people selected")
        self._detail.setText(_at_levels(counts, levels))
        self._known.setStringList([tag.name for tag in tags])
        self._fill_tags(counts.tags)
        self._fill_levels(counts, levels)
        binned = counts.binned == counts.people
        shown = {
            "merge": counts.people == 2 and not counts.binned,
            "archive": not binned and counts.archived < counts.people,
            "unarchive": not binned and counts.archived > 0,
            "bin": not binned,
            "restore": counts.binned > 0,
            "delete": binned,
            "export": self._can_export,
        }
        for name, button in self._buttons.items():
            button.setVisible(shown[name])
        for panel in (self._tag_panel, self._level_panel):
            panel.setVisible(not binned)

    def allow_export(self, allowed: bool) -> None:
        """Whether there is somebody who can export."""
        self._can_export = allowed

    def focus_tag(self) -> None:
        """Go to the field for a tag."""
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _make_deeds(self) -> QWidget:
        self._can_export = False
        self._buttons: dict[str, QPushButton] = {}
        holder = QWidget()
        flow = FlowLayout(holder)
        for name, words, glyph in _DEEDS:
            button = plain_button(words, glyph)
            button.setObjectName(f"bulk-{name}")
            button.clicked.connect(self._pressed)
            self._buttons[name] = button
            flow.addWidget(button)
        return holder

    def _make_tags(self) -> QWidget:
        self._tag_panel = Panel("Tags")
        self._field = QLineEdit()
        self._field.setPlaceholderText("Add a tag to all of them…")
        self._field.setAccessibleName("Add a tag to all of them")
        self._field.setMaxLength(60)
        completer = QCompleter(self._known, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._field.setCompleter(completer)
        self._field.returnPressed.connect(self._tag)
        self._tag_holder = QWidget()
        self._tag_flow = FlowLayout(self._tag_holder, gap=6)
        self._tag_panel.body.addWidget(self._tag_holder)
        self._tag_panel.body.addWidget(self._field)
        return self._tag_panel

    def _make_levels(self) -> QWidget:
        self._level_panel = Panel("Set level")
        holder = QWidget()
        self._level_flow = FlowLayout(holder, gap=metrics().px(S))
        self._level_panel.body.addWidget(holder)
        return self._level_panel

    def _fill_tags(self, tags: Sequence[Tag]) -> None:
        self._tag_flow.clear()
        for tag in tags[:_SHOWN_TAGS]:
            chip = FilterChip(f"{tag.name} {tag.people:,}", icon=Icon.TAG, closable=True, checkable=False)
            chip.setProperty("tag", tag.id)
            chip.setToolTip("The cross takes this tag off them")
            chip.closed.connect(self._untag)
            self._tag_flow.addWidget(chip)
        self._tag_holder.setVisible(bool(tags))
        self._tag_holder.updateGeometry()

    def _fill_levels(self, counts: SelectedCounts, levels: Sequence[Level]) -> None:
        self._level_flow.clear()
        for number, words in [*((one.number, f"{one.number} {one.name}") for one in levels), (0, "Unsorted")]:
            here = counts.levels.get(number, 0)
            button = plain_button(words, small=True)
            button.setProperty("level", number)
            button.setEnabled(here < counts.people)
            button.clicked.connect(self._set_level)
            self._level_flow.addWidget(button)

    def _pressed(self) -> None:
        name = self.sender().objectName()
        self.asked.emit(name.removeprefix("bulk-"))

    def _tag(self) -> None:
        text = self._field.text().strip()
        if text:
            self._field.clear()
            self.tag_asked.emit(text)

    def _untag(self) -> None:
        self.untag_asked.emit(self.sender().property("tag"))

    def _set_level(self) -> None:
        number = self.sender().property("level")
        self.level_asked.emit(number or None)


def _at_levels(counts: SelectedCounts, levels: Sequence[Level]) -> str:
    names = {level.number: level.name for level in levels} | {0: "unsorted"}
    parts = [f"{people:,} {names.get(number, number)}" for number, people in sorted(counts.levels.items())]
    return " · ".join(parts)
