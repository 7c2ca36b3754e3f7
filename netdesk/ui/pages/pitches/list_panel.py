"""The left side: title, + new, search, what is shown, the list of pitches."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QWidget

from netdesk.method.pitches import PitchKind
from netdesk.services.pitch_list import PitchFilter, count_binned_pitches, pitch_audiences, pitch_rows
from netdesk.ui.pages.pitches.list_delegate import PitchDelegate
from netdesk.ui.pages.pitches.list_model import Grouping, PitchListModel
from netdesk.ui.pages.side_panel import SidePanel
from netdesk.ui.shell import Shell
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.widgets.buttons import icon_button
from netdesk.ui.widgets.chip import FilterChip
from netdesk.ui.widgets.flow_layout import FlowLayout
from netdesk.ui.widgets.row_menu import Entry, RowMenu

_MOST_AUDIENCES = 12
_GROUPINGS = {
    Grouping.NONE: "The newest first",
    Grouping.KIND: "Group by kind",
    Grouping.AUDIENCE: "Group by audience",
}


class PitchListPanel(SidePanel):
    """The pitches, perhaps under headings, perhaps only those of one kind or for one audience."""

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        self.wanted = PitchFilter()
        self.grouping = Grouping.NONE
        self.model = PitchListModel()
        menu = RowMenu("What the list shows", Icon.FILTER)
        super().__init__(shell, "Pitches", self.model, PitchDelegate(), menu, parent)
        self.kind_chip, self.audience_chip = _closable(), _closable()
        self.kind_chip.closed.connect(self._any_kind)
        self.audience_chip.closed.connect(self._any_audience)
        self._chips = QWidget()
        flow = FlowLayout(self._chips, gap=6)
        flow.addWidget(self.kind_chip)
        flow.addWidget(self.audience_chip)
        self._chips.hide()
        self.lay_out(icon_button(Icon.ADD, "New pitch", "Ctrl+Shift+P", framed=False), None, self._chips)

    def reload(self) -> None:
        """Read the pitches anew; the chosen one stays chosen."""
        if self.wanted.binned and not self.count_in_bin():
            self._set(replace(self.wanted, binned=False))
        wanted = self.wanted
        chosen = self.selected()
        rows = self._shell.desk.read(lambda workspace: pitch_rows(workspace, wanted))
        self.model.show_rows(rows, self.grouping)
        self.show_nothing("" if rows else _nothing_words(wanted))
        if chosen:
            self.select(chosen, tell=False)

    def shows_bin(self) -> bool:
        """Tell whether the bin is shown in the place of the pitches."""
        return self.wanted.binned

    def turn_to_bin(self, binned: bool) -> None:
        """Ask for everything that lies in the bin from now on, or for all pitches again."""
        self._set(PitchFilter(binned=binned))
        self.search.clear()

    def count_in_bin(self) -> int:
        """Count the pitches that lie in the bin."""
        return self._shell.desk.read(count_binned_pitches)

    def look_for(self, text: str) -> None:
        """Show the pitches that mention these words."""
        if text != self.wanted.text:
            self._set(replace(self.wanted, text=text))
            self.reload()

    def show_all(self) -> None:
        """Take the search and every filter away, and leave the bin."""
        if self.wanted != PitchFilter():
            self._set(PitchFilter())
            self.search.clear()
            self.reload()

    def group_by(self, grouping: Grouping) -> None:
        """Put the pitches under headings, or all together."""
        self.grouping = grouping
        self.reload()

    def only_kind(self, kind: PitchKind | None) -> None:
        """Show the pitches of one kind, or of every kind."""
        self._set(replace(self.wanted, kind=kind))
        self.reload()

    def only_audience(self, audience: str | None) -> None:
        """Show the pitches for one audience, or for all."""
        self._set(replace(self.wanted, audience=audience))
        self.reload()

    def focus_list(self) -> None:
        """Put the keyboard into the list, on a pitch; what was typed last in the search is looked for first."""
        self.look_for(self.search.text().strip())
        super().focus_list()

    def list_entries(self) -> list[Entry | None]:
        """Give what the list can be grouped by, and what it can be held to."""
        entries: list[Entry | None] = [
            Entry(words, partial(self.group_by, grouping), checked=self.grouping is grouping)
            for grouping, words in _GROUPINGS.items()
        ]
        entries.append(None)
        entries += [
            Entry(
                f"Only: {kind.label.lower()}", partial(self.only_kind, kind), checked=self.wanted.kind is kind
            )
            for kind in PitchKind
        ]
        audiences = self._shell.desk.read(pitch_audiences)[:_MOST_AUDIENCES]
        if audiences:
            entries.append(None)
        entries += [
            Entry(f"For {each}", partial(self.only_audience, each), checked=self.wanted.audience == each)
            for each in audiences
        ]
        return entries

    def _set(self, wanted: PitchFilter) -> None:
        self.wanted = wanted
        self.title.setText("Bin" if wanted.binned else "Pitches")
        for chip, words in (
            (self.kind_chip, "" if wanted.kind is None else wanted.kind.label),
            (self.audience_chip, wanted.audience or ""),
        ):
            chip.setText(words if len(words) <= 24 else f"{words[:23]}…")
            chip.setAccessibleName(f"Only {words}; Delete shows all again")
            chip.setVisible(bool(words))
        self._chips.setVisible(wanted.kind is not None or wanted.audience is not None)

    def _any_kind(self) -> None:
        self.only_kind(None)

    def _any_audience(self) -> None:
        self.only_audience(None)


def _closable() -> FilterChip:
    chip = FilterChip("", checked=True, closable=True, checkable=False)
    chip.hide()
    return chip


def _nothing_words(wanted: PitchFilter) -> str:
    if wanted.text:
        return f"No pitch mentions “{wanted.text[:60]}”."
    return "No pitch of that sort." if wanted.is_narrow else "No pitches yet."
