"""One version of a pitch: its words in large type, its length, why it changed, and the way to the others."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from netdesk.method.calendar_words import short_day
from netdesk.method.pitch_text import ask_span, changes_sentence, word_changes
from netdesk.services.pitch_page import PitchPage, VersionLine
from netdesk.ui.pages.pitches.pitch_fields import LONGEST_LINE, verdict_chip
from netdesk.ui.pages.pitches.questions_panel import AnswerRow
from netdesk.ui.pages.pitches.spoken_text import SpokenText
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.metrics import XS, M, S, Type, metrics
from netdesk.ui.widgets.buttons import icon_button, link_button, shortcut_tooltip
from netdesk.ui.widgets.chip import Chip, FilterChip, Tone
from netdesk.ui.widgets.flow_layout import FlowLayout
from netdesk.ui.widgets.labels import ElidedLabel, WrapLabel
from netdesk.ui.widgets.panel import Panel
from netdesk.ui.widgets.segments import Segments

SEGMENTS = 5
"""Versions side by side; the arrows lead to the others."""


class VersionPanel(Panel):
    """A version at a time.

    ``turned(int)``: another version is wanted, by its id; ``write_wanted()``: the next one from these words;
    ``edit_wanted()``: these words are to be changed; ``what_saved(int, str)``: what changed in a version.
    """

    turned = Signal(object)
    write_wanted = Signal()
    edit_wanted = Signal()
    what_saved = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("v1", "since", parent=parent, detail_right=True)
        self._page: PitchPage | None = None
        self._version: VersionLine | None = None
        self._first = 0
        self.chip = Chip("", Tone.GOOD, Icon.TIMER)
        self.header.insertWidget(1, self.chip)
        self.words = SpokenText()
        self.changed = WrapLabel("", Type.LABEL, "text-2")
        self.advice = WrapLabel("", Type.SECONDARY, "warn-text")
        self._why = AnswerRow(
            "what_changed", "Changed", "Say what you changed, and why", longest=LONGEST_LINE
        )
        self.what = self._why.answer
        self.frozen = WrapLabel("", Type.SECONDARY, "text-2")
        self.write = link_button("")
        self.edit = link_button("Edit these words…")
        self.segments = Segments(("v1",), name="Version")
        self.earlier = icon_button(Icon.LEFT, "Earlier version", "Ctrl+[", framed=False, small=True)
        self.later = icon_button(Icon.RIGHT, "Later version", "Ctrl+]", framed=False, small=True)
        self.compare = FilterChip("What changed", icon=Icon.HISTORY)
        self.compare.setToolTip(
            shortcut_tooltip("Words that came and went since the version before", "Ctrl+D")
        )
        self.rehearsed = ElidedLabel("", Type.SECONDARY, "faint")
        self._lay_out()
        self.compare.toggled.connect(self._show_words)
        self.segments.picked.connect(self._picked)
        self.earlier.clicked.connect(self.go_earlier)
        self.later.clicked.connect(self.go_later)
        self.write.clicked.connect(self._write)
        self.edit.clicked.connect(self._edit)
        self.what.saved.connect(self._what_saved)

    def show_version(self, page: PitchPage, version: VersionLine, today: date) -> None:
        """Show a version of a pitch."""
        if self._version is not None and self._version.id != version.id:
            self.what.finish()
        self._page, self._version = page, version
        place = page.versions.index(version)
        self.set_title(f"v{version.number}")
        self.set_detail(_since(page, place, today))
        self.chip.set_chip(*verdict_chip(version.verdict))
        self.advice.setText(version.verdict.advice)
        self.advice.setVisible(bool(version.verdict.advice))
        self.what.set_text(version.what_changed)
        self._why.setVisible(place > 0 or bool(version.what_changed))
        self.frozen.setText(f"{version.frozen}: these words stay as they were." if version.frozen else "")
        self.frozen.setVisible(bool(version.frozen))
        ahead = f"v{page.newest.number + 1}"
        self.write.setText(f"Write {ahead}" if version is page.newest else f"Write {ahead} from these words")
        self.write.setAccessibleName(self.write.text())
        self.edit.setVisible(not version.frozen and not page.in_bin)
        self.write.setVisible((bool(version.frozen) or version is not page.newest) and not page.in_bin)
        self.rehearsed.setText(version.rehearsed.sentence)
        self._show_steps(place)
        self.compare.setVisible(place > 0)
        self._show_words()

    def version(self) -> VersionLine | None:
        """Give the version that is shown."""
        return self._version

    def go_earlier(self) -> None:
        """Turn to the version before."""
        self._step(-1)

    def go_later(self) -> None:
        """Turn to the version after."""
        self._step(1)

    def toggle_compare(self) -> None:
        """Show what changed since the version before, or the words again."""
        if not self.compare.isHidden():
            self.compare.toggle()

    def finish(self) -> None:
        """Save whatever is open."""
        self.what.finish()

    def _show_words(self) -> None:
        page, version = self._page, self._version
        if page is None or version is None:
            return
        place = page.versions.index(version)
        comparing = self.compare.isChecked() and place > 0
        self.changed.setVisible(comparing)
        if comparing:
            before = page.versions[place - 1]
            changes = word_changes(before.text, version.text)
            self.words.set_changes(changes)
            self.changed.setText(f"{changes_sentence(changes)} since v{before.number}.")
        else:
            self.words.set_words(version.text, ask_span(version.text, page.answers.ask))
        self.words.setAccessibleName(f"v{version.number}: {version.text[:500]}")

    def _show_steps(self, place: int) -> None:
        assert self._page is not None
        numbers = [version.number for version in self._page.versions]
        self._first = max(0, min(place - SEGMENTS // 2, len(numbers) - SEGMENTS))
        shown = numbers[self._first : self._first + SEGMENTS]
        self.segments.set_labels([f"v{number}" for number in shown], place - self._first)
        many = len(numbers) > 1
        for part in (self.segments, self.earlier, self.later):
            part.setVisible(many)
        self.earlier.setEnabled(place > 0)
        self.later.setEnabled(place < len(numbers) - 1)

    def _step(self, by: int) -> None:
        if self._page is not None and self._version is not None:
            place = self._page.versions.index(self._version) + by
            if 0 <= place < len(self._page.versions):
                self.turned.emit(self._page.versions[place].id)

    def _picked(self, index: int) -> None:
        if self._page is not None:
            self.turned.emit(self._page.versions[self._first + index].id)

    def _write(self) -> None:
        self.write_wanted.emit()

    def _edit(self) -> None:
        self.edit_wanted.emit()

    def _what_saved(self, words: str) -> None:
        if self._version is not None:
            self.what_saved.emit(self._version.id, words)

    def _lay_out(self) -> None:
        sizes = metrics()
        steps, compared = QHBoxLayout(), QHBoxLayout()
        steps.setSpacing(sizes.px(XS))
        for part in (self.earlier, self.segments, self.later):
            steps.addWidget(part)
        steps.addStretch(1)
        compared.setSpacing(sizes.px(M - 2))
        compared.addWidget(self.compare)
        compared.addWidget(self.rehearsed, 1)
        links = QWidget()
        flow = FlowLayout(links, gap=14)
        flow.addWidget(self.write)
        flow.addWidget(self.edit)
        for widget in (self.words, self.changed, self.advice, self._why, self.frozen, links):
            self.body.addWidget(widget)
        self.body.addSpacing(sizes.px(S))
        self.body.addLayout(steps)
        self.body.addLayout(compared)
        self.header.setSpacing(sizes.px(M - 2))


def _since(page: PitchPage, place: int, today: date) -> str:
    """Write "since 6 Nov" of the newest version, "24 Jul to 6 Nov" of an earlier one."""
    day = short_day(page.versions[place].since, today)
    if place == len(page.versions) - 1:
        return f"since {day}"
    until = short_day(page.versions[place + 1].since, today)
    return f"{day} to {until}" if until != day else day
