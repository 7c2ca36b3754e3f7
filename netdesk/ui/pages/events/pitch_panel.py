"""My one minute: the pitch and its version for this room."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from netdesk.method.pitches import PitchKind
from netdesk.method.preparation import PitchChoice
from netdesk.services import event_edit, pitches
from netdesk.services.event_page import EventPage
from netdesk.services.pitch_choices import OfferedVersion, pitch_choices
from netdesk.services.pitch_page import LastTime, last_time_here
from netdesk.ui.pages.events.in_place import InPlaceText
from netdesk.ui.pages.pitches.pitch_chooser import open_pitch_chooser
from netdesk.ui.pages.pitches.pitch_fields import CHIP_TONES
from netdesk.ui.pages.pitches.pitch_form import open_pitch_form
from netdesk.ui.shell import Shell
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.metrics import S, Type, metrics
from netdesk.ui.widgets.banner import Banner
from netdesk.ui.widgets.buttons import link_button
from netdesk.ui.widgets.chip import Chip, Tone
from netdesk.ui.widgets.flow_layout import FlowLayout
from netdesk.ui.widgets.labels import Faint, WrapLabel
from netdesk.ui.widgets.panel import Panel
from netdesk.ui.widgets.row_menu import Entry, RowMenu, open_menu

LINES_SHOWN = 7
_LONGEST_TITLE = 30


class PitchPanel(Panel):
    """The chosen version with its length, or the ways to one."""

    def __init__(self, shell: Shell, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(PitchKind.ONE_MINUTE.mine, parent=parent)
        sizes = metrics()
        self._shell, self._now = shell, now
        self._page: EventPage | None = None
        self.chip = Chip("", Tone.GOOD, Icon.TIMER)
        self.menu = RowMenu("More about the pitch")
        self.menu.entries = self._entries
        self.add_to_header(self.chip)
        self.add_to_header(self.menu)
        self.words = WrapLabel("", Type.SECONDARY, "text")
        self.words.set_max_lines(LINES_SHOWN)
        self.advice = WrapLabel("", Type.LABEL, "warn-text")
        self.version = Faint()
        self.last_time = Banner("", "warn", Icon.HISTORY)
        self.notice = Banner("", "warn")
        self.different = InPlaceText(
            "What is different about me here", "Say here what you do differently", longest=500
        )
        self.choose = link_button("Choose a pitch")
        self.write = link_button("Write a pitch…")
        self.none_needed = link_button("None needed")
        ways = QWidget()
        flow = FlowLayout(ways, gap=14)
        for button in (self.choose, self.write, self.none_needed):
            flow.addWidget(button)
        notice = QVBoxLayout()
        notice.setContentsMargins(0, sizes.px(S), 0, 0)
        notice.addWidget(self.notice)
        notice.addWidget(self.different)
        for widget in (self.words, self.advice, self.version, self.last_time, ways):
            self.body.addWidget(widget)
        self.body.addLayout(notice)
        self._ways = ways
        self.choose.clicked.connect(self.offer_pitches)
        self.write.clicked.connect(self.write_new)
        self.none_needed.clicked.connect(self.need_none)
        self.different.saved.connect(self._different_saved)

    def show_event(self, page: EventPage) -> None:
        """Show the pitch of an event."""
        if self._page is not None and page.id != self._page.id:
            self.finish()
        self._page = page
        pitch, verdict = page.pitch, page.verdict
        self.set_title((PitchKind.ONE_MINUTE if pitch is None else pitch.kind).mine)
        self.chip.setVisible(verdict is not None)
        if verdict is not None:
            self.chip.set_chip(verdict.text, CHIP_TONES[verdict.tone], Icon.TIMER)
            self.chip.setToolTip(verdict.long_text)
        if pitch is not None:
            self.words.setText(f"“{pitch.text}”")
            self.version.setText(pitch.name[:120])
        elif page.pitch_choice is PitchChoice.NONE_NEEDED:
            self.words.setText("No pitch is needed here.")
        else:
            self.words.setText("What will you say when somebody asks what you do?")
        self.words.set_role("text" if pitch is not None else "text-2")
        self.version.setVisible(pitch is not None)
        self.advice.setText("" if verdict is None else verdict.advice)
        self.advice.setVisible(verdict is not None and bool(verdict.advice))
        self._ways.setVisible(pitch is None)
        self.none_needed.setVisible(page.pitch_choice is PitchChoice.OPEN)
        last = self._last_time() if pitch is not None else None
        again = last is not None and pitch is not None and last.version_id == pitch.id
        self.last_time.set_text(last.sentence if last is not None and again else "")
        self.last_time.setVisible(again)
        self.notice.set_text(page.notice)
        self.notice.setVisible(bool(page.notice))
        self.different.set_text(page.different)
        # The pitch may have said it for every room already.
        self.different.setVisible(bool(page.notice) and bool(page.different or not page.answers.different))

    def finish(self) -> None:
        """Save whatever is open."""
        self.different.finish()

    def offer_pitches(self) -> None:
        """Open the menu of pitches and their versions."""
        target: QPushButton | RowMenu = self.choose if self._ways.isVisible() else self.menu
        open_menu(self._pitch_entries(), target, target.mapToGlobal(QPoint(0, target.height())))

    def focus_gap(self) -> None:
        """Put the keyboard on the first way to a pitch."""
        self.choose.setFocus()
        self.offer_pitches()

    def write_new(self) -> None:
        """Write a pitch for this room."""
        if self._page is not None:
            open_pitch_form(self._shell, self._page.id, self._now())

    def need_none(self) -> None:
        """Say that this room needs no pitch."""
        if self._page is not None:
            event = self._page.id
            self._shell.desk.do(lambda workspace: pitches.need_no_pitch(workspace, event))

    def edit(self) -> None:
        """Change the pitch; words that were said already become a new version."""
        self._edit(as_new=False)

    def new_version(self) -> None:
        """Write the next version."""
        self._edit(as_new=True)

    def _edit(self, *, as_new: bool) -> None:
        page = self._page
        if page is not None and page.pitch is not None:
            open_pitch_form(
                self._shell, page.id, self._now(), version=page.pitch, answers=page.answers, as_new=as_new
            )

    def _last_time(self) -> LastTime | None:
        """What was said to this group the time before."""
        if self._page is None:
            return None
        event, now = self._page.id, self._now()
        return self._shell.desk.read(lambda workspace: last_time_here(workspace, event, now))

    def _pitch_entries(self) -> list[Entry | None]:
        entries: list[Entry | None] = []
        last = 0
        pitch = None if self._page is None else self._page.pitch
        of_pitch = None if pitch is None else pitch.pitch_id
        choices = self._shell.desk.read(lambda workspace: pitch_choices(workspace, of_pitch))
        said = self._last_time()
        for version in choices.versions:
            if entries and version.pitch_id != last and not choices.more:
                entries.append(None)
            last = version.pitch_id
            again = " (said here last time)" if said is not None and said.version_id == version.id else ""
            chosen = pitch is not None and version.id == pitch.id
            entries.append(Entry(_entry_name(version) + again, _Chooser(self, version.id), checked=chosen))
        if choices.more:
            entries.append(Entry("All pitches…", self.choose_of_all, Icon.SEARCH))
        if entries:
            entries.append(None)
        entries.append(Entry("Write a pitch…", self.write_new, Icon.EDIT))
        return entries

    def _entries(self) -> list[Entry | None]:
        if self._page is None or self._page.pitch is None:
            return self._pitch_entries()
        frozen = self._page.pitch.frozen
        return [
            Entry("Edit (makes a new version)…" if frozen else "Edit…", self.edit, Icon.EDIT),
            Entry("New version…", self.new_version, Icon.ADD),
            None,
            *self._pitch_entries(),
            None,
            Entry("No pitch needed here", self.need_none),
            Entry("Leave it open", self._leave_open),
        ]

    def choose_of_all(self) -> None:
        """Search all pitches for the one to take."""
        open_pitch_chooser(self._shell, self.choose_version, self._last_time())

    def choose_version(self, version: int) -> None:
        """Take a version to this event."""
        if self._page is not None:
            event, now = self._page.id, self._now()
            self._shell.desk.do(lambda workspace: pitches.choose_pitch(workspace, event, version, now))

    def _leave_open(self) -> None:
        if self._page is not None:
            event = self._page.id
            self._shell.desk.do(lambda workspace: pitches.leave_pitch_open(workspace, event))

    def _different_saved(self, words: str) -> None:
        if self._page is not None:
            event = self._page.id
            self._shell.desk.do(lambda workspace: event_edit.set_different(workspace, event, words))


def _entry_name(version: OfferedVersion) -> str:
    """A version's name in a menu; a long title is cut so that the number stays."""
    title = (
        version.title if len(version.title) <= _LONGEST_TITLE else f"{version.title[: _LONGEST_TITLE - 1]}…"
    )
    return f"{title} · v{version.number}"


class _Chooser:
    def __init__(self, panel: PitchPanel, version: int) -> None:
        self._panel = panel
        self._version = version

    def __call__(self) -> None:
        self._panel.choose_version(self._version)
