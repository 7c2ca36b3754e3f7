"""How did the line land? The version that was said, its reactions by count, and what I change next."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from netdesk.method.debrief import landed_sentence
from netdesk.method.goal_counts import count_problem
from netdesk.method.pitches import Reactions
from netdesk.method.preparation import PitchChoice
from netdesk.services import debrief as debriefs
from netdesk.services import pitches
from netdesk.services.debrief import Debrief
from netdesk.services.preferences import method_settings
from netdesk.services.reactions import set_reactions
from netdesk.ui.pages.events.after.counted_panel import CountedPanel
from netdesk.ui.pages.events.after.words_field import WordsField
from netdesk.ui.shell import Shell
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.metrics import XS, M, S, Type, metrics
from netdesk.ui.widgets.buttons import link_button
from netdesk.ui.widgets.count_field import CountField
from netdesk.ui.widgets.flow_layout import FlowLayout
from netdesk.ui.widgets.labels import ElidedLabel, WrapLabel
from netdesk.ui.widgets.row_menu import Entry, RowMenu, open_menu
from netdesk.ui.widgets.share_bar import Bar

_REACTIONS = (
    ("asked_more", "Asked more", "good"),
    ("polite", "Polite", "level-4-mark"),
    ("blank", "Blank", "bad"),
)


class LandedPanel(CountedPanel):
    """Three counts with bars, a sentence, and what I change next; or the ways to say which line it was."""

    def __init__(self, shell: Shell, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__("How did the line land?", shell, parent)
        self._now = now
        self.menu = RowMenu("More about the line")
        self.menu.entries = self._entries
        self.add_to_header(self.menu)
        self.version = ElidedLabel("", Type.SECONDARY, "text-2")
        self.fields = {key: CountField(label, count_problem) for key, label, _ in _REACTIONS}
        self.bars = {key: Bar(0, role) for key, _, role in _REACTIONS}
        self.sentence = WrapLabel("", Type.SECONDARY, "text")
        self.write = link_button("")
        self.change_next = WordsField("What I change next")
        self.choose = link_button("Choose the one I said")
        self.none_used = link_button("None used")
        self._counts, self._ways = QWidget(), QWidget()
        self._lay_out()
        self.watch(tuple(self.fields.values()), self._counted)
        self.write.clicked.connect(self.write_next)
        self.change_next.saved.connect(self._change_saved)
        self.choose.clicked.connect(self.offer_versions)
        self.none_used.clicked.connect(self.use_none)

    def _lay_out(self) -> None:
        sizes = metrics()
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(sizes.px(S))
        grid.setVerticalSpacing(sizes.px(XS))
        for row, (key, label, _) in enumerate(_REACTIONS):
            grid.addWidget(ElidedLabel(label, Type.SECONDARY, "text"), row, 0)
            grid.addWidget(self.fields[key], row, 1)
            grid.addWidget(self.bars[key], row, 2)
        grid.setColumnStretch(2, 1)
        foot = QHBoxLayout()
        foot.setSpacing(sizes.px(S))
        foot.addWidget(self.sentence, 1)
        self.write.setFont(sizes.font(Type.SECONDARY_MEDIUM))
        foot.addWidget(self.write, 0, Qt.AlignmentFlag.AlignBottom)
        counts = QVBoxLayout(self._counts)
        counts.setContentsMargins(0, 0, 0, 0)
        counts.setSpacing(sizes.px(S))
        counts.addLayout(grid)
        counts.addWidget(self.error)
        counts.addLayout(foot)
        flow = FlowLayout(self._ways, gap=14)
        for button in (self.choose, self.none_used):
            flow.addWidget(button)
        self.body.setSpacing(sizes.px(M - 4))
        for widget in (self.version, self._counts, self._ways, self.change_next):
            self.body.addWidget(widget)

    def show_parts(self, debrief: Debrief, settled: bool) -> None:
        """Show how the line of an event landed."""
        pitch, counted = debrief.pitch, debrief.reactions
        said = pitch is not None
        self._counts.setVisible(said)
        self.menu.setVisible(said)
        self._ways.setVisible(not said)
        self.none_used.setVisible(debrief.pitch_choice is PitchChoice.OPEN)
        self.choose.setText("Choose the one I said" if self.none_used.isVisibleTo(self) else "I did use one")
        self.change_next.setVisible(said or bool(debrief.change_next))
        self.change_next.set_text(debrief.change_next)
        if pitch is None:
            none = debrief.pitch_choice is PitchChoice.NONE_NEEDED
            self.version.setText("No pitch was used here." if none else "Which line did you say there?")
            return
        people = f"{counted.total} {'person' if counted.total == 1 else 'people'}"
        self.version.setText(f"{pitch.name} · {people}" if counted.total else pitch.name)
        for key, _, _ in _REACTIONS:
            number = getattr(counted, key)
            if settled:
                self.fields[key].set_value(number)
            self.bars[key].set_share(number / counted.total if counted.total else 0)
        settings = self._shell.desk.read(method_settings)
        earlier = debrief.earlier
        self.sentence.setText(
            landed_sentence(counted, settings=settings)
            if earlier is None
            else landed_sentence(counted, earlier.number, earlier.reactions, settings)
        )
        self.write.setText(f"Write v{debrief.next_version}…")
        self.write.setAccessibleName(f"Write version {debrief.next_version} of this pitch")

    def finish(self) -> None:
        """Save whatever is open."""
        super().finish()
        self.change_next.finish()

    def focus_first(self) -> None:
        """Put the keyboard on the first count, or on the ways to a line."""
        target: QWidget = self.choose
        if self._debrief is not None and self._debrief.pitch is not None:
            target = self.fields["asked_more"]
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def write_next(self) -> None:
        """Go and write the next version, with these words to begin with."""
        if self._debrief is not None and self._debrief.pitch is not None:
            self.finish()
            self._shell.go("pitches", version=self._debrief.pitch.id, write_next=True)

    def offer_versions(self) -> None:
        """Open the menu of the versions there are."""
        target: QPushButton | RowMenu = self.choose if self._ways.isVisible() else self.menu
        entries = self._versions() or [Entry("There is no pitch yet", _nothing, enabled=False)]
        open_menu(entries, target, target.mapToGlobal(QPoint(0, target.height())))

    def choose_version(self, version: int) -> None:
        """Say which version was used."""
        if self._debrief is not None:
            event, now = self._debrief.event_id, self._now()
            self._shell.desk.do(
                lambda workspace: debriefs.said_version(workspace, event, version, now),
                lambda _: self._shell.toast("The version that was used is changed", undo=True),
                owner=self,
            )

    def use_none(self) -> None:
        """Say that no pitch was used."""
        if self._debrief is not None:
            event = self._debrief.event_id
            self._shell.desk.do(lambda workspace: pitches.need_no_pitch(workspace, event))

    def show_pitch(self) -> None:
        """Go to the pitch."""
        if self._debrief is not None and self._debrief.pitch is not None:
            self._shell.go("pitches", pitch=self._debrief.pitch.pitch_id)

    def _entries(self) -> list[Entry | None]:
        debrief = self._debrief
        if debrief is None or debrief.pitch is None:
            return self._versions()
        return [
            Entry("Show this pitch", self.show_pitch, Icon.PITCHES),
            None,
            *self._versions(),
            None,
            # Reactions that were counted must not stand there without the line they belong to.
            Entry("None used", self.use_none, enabled=not debrief.reactions.total),
        ]

    def _versions(self) -> list[Entry | None]:
        now, debrief = self._now(), self._debrief
        chosen = None if debrief is None or debrief.pitch is None else debrief.pitch.id
        entries: list[Entry | None] = []
        last = 0
        for version in self._shell.desk.read(lambda workspace: pitches.pitch_versions(workspace, now)):
            if entries and version.pitch_id != last:
                entries.append(None)
            last = version.pitch_id
            run = partial(self.choose_version, version.id)
            entries.append(Entry(version.name, run, checked=version.id == chosen))
        return entries

    def _counted(self, _: int) -> None:
        debrief = self._debrief
        if debrief is None or debrief.pitch is None:
            return
        event, version = debrief.event_id, debrief.pitch.id
        reactions = Reactions(*(self.fields[key].value() for key, _, _ in _REACTIONS))
        self.keep(lambda workspace: set_reactions(workspace, event, version, reactions))

    def _change_saved(self, text: str) -> None:
        if self._debrief is not None:
            event = self._debrief.event_id
            self._shell.desk.do(lambda workspace: debriefs.set_change_next(workspace, event, text))


def _nothing() -> None:
    """An entry that only tells."""
