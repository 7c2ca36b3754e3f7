"""The page of pitches: the list, the chosen pitch, and what the keys and the palette do with it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from netdesk.method.errors import NotFound
from netdesk.method.settings import MethodSettings
from netdesk.services import pitch_edit, pitches
from netdesk.services.pitch_page import (
    PitchPage,
    pitch_of_version,
    pitch_page,
    proposed_change,
    used_last_time,
)
from netdesk.services.preferences import method_settings
from netdesk.services.workspaces import Workspace
from netdesk.ui.pages.list_page import ListPage
from netdesk.ui.pages.pitches.list_model import Grouping
from netdesk.ui.pages.pitches.list_panel import PitchListPanel
from netdesk.ui.pages.pitches.next_version_form import open_next_version_form
from netdesk.ui.pages.pitches.pitch_commands import PitchDeeds, add_pitch_commands
from netdesk.ui.pages.pitches.pitch_form import open_pitch_form
from netdesk.ui.pages.pitches.pitch_view import PitchView
from netdesk.ui.pages.pitches.reactions_form import open_reactions_form
from netdesk.ui.pages.pitches.rehearsal import open_rehearsal
from netdesk.ui.shell import Shell
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.widgets.empty_state import EmptyState
from netdesk.ui.widgets.row_menu import Entry

_LIST_TABLES = ("pitch", "pitch_version", "reaction", "event", "preference")


class PitchesPage(ListPage):
    """Pitches, and one of them with its versions."""

    name = "pitches"
    label = "Pitches"
    list_tables = _LIST_TABLES
    page_tables = (*_LIST_TABLES, "rehearsal")

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(shell, parent)
        self._wanted_version = 0
        self.list = PitchListPanel(shell)
        self.view = PitchView(shell.today)
        self.empty = EmptyState(
            Icon.PITCHES,
            "Write your first sentence",
            "A pitch says whom you help and what you ask for. Say it, count who asked more, change one line,"
            " and keep every version.",
            "New pitch",
        )
        self.place(self.list, self.view, self.empty, self.show_pitch, self.view.finish)
        self._connect()
        add_pitch_commands(shell.commands, self, self._deeds())

    def _connect(self) -> None:
        view = self.view
        self.list.new_wanted.connect(self.new_pitch)
        self.list.opened.connect(self._into_pitch)
        self.empty.primary_clicked.connect(self.new_pitch)
        view.restore_wanted.connect(self.restore)
        view.header.rehearse_pressed.connect(self.rehearse)
        view.header.write_pressed.connect(self.write_next)
        view.header.menu.entries = self._entries
        view.version.write_wanted.connect(self.write_from_shown)
        view.version.edit_wanted.connect(self.edit_pitch)
        view.version.what_saved.connect(self._what_saved)
        view.questions.saved.connect(self._answered)
        view.landed.count_wanted.connect(self.count_reactions)
        view.used.opened.connect(self.shell.open_event)
        view.used.take_wanted.connect(self._take)

    # The page ----------------------------------------------------------------------------------

    def open(self, **target: object) -> None:
        """Go to ``pitch=3`` or ``version=7``; ``new=True`` opens the form of a new pitch.

        With ``write_next=True`` the form of the next version opens; it proposes what the debrief says to change.
        """
        pitch, version = target.get("pitch"), target.get("version")
        if isinstance(version, int):
            pitch = self.shell.desk.read(lambda workspace: pitch_of_version(workspace, version))
            self._wanted_version = version
        if isinstance(pitch, int) and pitch:
            self._show_wanted(pitch)
        if target.get("write_next"):
            self._write(from_shown=True)
        if target.get("new"):
            self.new_pitch()

    def _show_wanted(self, pitch: int) -> None:
        self.list.show_all()
        if not self._drawn:
            # The page comes up drawn for what is wanted; a form over it needs the pitch at once.
            self._wanted = pitch
            self.list.reload()
        page = self._read(pitch)
        if page is not None and page.in_bin:
            self.list.show_bin()
        self.show_pitch(pitch)

    def show_pitch(self, pitch_id: object) -> None:
        """Show a pitch at the right; the list follows."""
        page = self._read(pitch_id) if isinstance(pitch_id, int) and pitch_id else None
        if page is None or page.in_bin is not self.list.shows_bin():
            self._show_another(pitch_id)
            return
        version, self._wanted_version = self._wanted_version, 0
        self.view.show_pitch(page, self._settings(), version)
        self._stack.setCurrentWidget(self.view)
        if self.list.selected() != page.id:
            self.list.select(page.id, tell=False)

    def remembered(self) -> dict[str, object]:
        """The chosen pitch and how the list is grouped."""
        page = self.view.page
        return {"pitch": 0 if page is None else page.id, "grouping": self.list.grouping.value}

    def remember(self, state: dict[str, object]) -> None:
        """Take back the chosen pitch and the grouping."""
        pitch, grouping = state.get("pitch"), state.get("grouping")
        if isinstance(pitch, int):
            self._wanted = pitch
        if grouping in list(Grouping):
            self.list.grouping = Grouping(str(grouping))

    def _read(self, pitch_id: int) -> PitchPage | None:
        now = self.shell.now()
        try:
            return self.shell.desk.read(lambda workspace: pitch_page(workspace, pitch_id, now))
        except NotFound:
            return None

    def _settings(self) -> MethodSettings:
        return self.shell.desk.read(method_settings)

    def _show_another(self, gone: object) -> None:
        first = self.list.selected() or self.list.first()
        if first and first != gone:
            self.list.select(first, tell=False)
            self.show_pitch(first)
        elif not first:
            self.view.page = None
            self._stack.setCurrentWidget(self.empty)

    def _into_pitch(self) -> None:
        self.view.header.rehearse.setFocus(Qt.FocusReason.TabFocusReason)

    # What can be done ----------------------------------------------------------------------------

    def new_pitch(self) -> None:
        """Open the form of a new pitch."""
        form = open_pitch_form(self.shell, None, self.shell.now())
        form.saved.connect(self._written)

    def edit_pitch(self) -> None:
        """Open the form of the pitch shown; words that were said become a new version."""
        page, version = self.view.page, self.view.shown_version()
        if page is not None and version is not None:
            self.view.finish()
            form = open_pitch_form(
                self.shell, None, self.shell.now(), version=page.plain(version), answers=page.answers
            )
            form.saved.connect(self._written)

    def write_next(self) -> None:
        """Open the form of the next version, with the newest words in it."""
        self._write(from_shown=False)

    def write_from_shown(self) -> None:
        """Open the form of the next version, with the words that are looked at in it."""
        self._write(from_shown=True)

    def _write(self, *, from_shown: bool) -> None:
        page, shown = self.view.page, self.view.shown_version()
        if page is not None and not page.in_bin:
            self.view.finish()
            version = shown if from_shown and shown is not None else page.newest
            now = self.shell.now()
            what = self.shell.desk.read(lambda workspace: proposed_change(workspace, version.id, now))
            open_next_version_form(self.shell, page, version, what, self._written)

    def rehearse(self) -> None:
        """Open the clock with the words of the version shown."""
        page, version = self.view.page, self.view.shown_version()
        if page is not None and version is not None:
            self.view.finish()
            open_rehearsal(self.shell, page, version)

    def count_reactions(self) -> None:
        """Count people the version shown was said to outside events."""
        page, version = self.view.page, self.view.shown_version()
        if page is not None and version is not None:
            open_reactions_form(self.shell, page, version)

    def take_to_next_event(self) -> None:
        """Choose the version shown for the next event."""
        page = self.view.page
        if page is not None and page.next_event is not None:
            self._take(page.next_event.event_id)
        else:
            self.shell.toast("No event is planned. Plan one first.")

    def put_in_bin(self) -> None:
        """Put the pitch shown into the bin; its neighbour is shown."""
        page = self.view.page
        if page is not None and not page.in_bin:
            self.move_to_bin(page, lambda workspace: pitch_edit.bin_pitches(workspace, [page.id]))

    def restore(self) -> None:
        """Take the pitch shown out of the bin."""
        page = self.view.page
        if page is not None and page.in_bin:
            self.take_out_of_bin(page, lambda workspace: pitch_edit.restore_pitches(workspace, [page.id]))

    def _take(self, event_id: int) -> None:
        version, now = self.view.shown_version(), self.shell.now()
        page = self.view.page
        if version is None or page is None or page.next_event is None:
            return
        again = self.shell.desk.read(lambda workspace: used_last_time(workspace, event_id, version.id, now))
        said = f"v{version.number} is chosen for {page.next_event.title[:60]}. {again}".removesuffix(". ")
        self.shell.desk.do(
            lambda workspace: pitches.choose_pitch(workspace, event_id, version.id, now),
            lambda _: self.shell.toast(said, undo=True),
            owner=self,
        )

    def _written(self, version: int) -> None:
        def of(workspace: Workspace) -> int:
            return pitch_of_version(workspace, version)

        self._wanted_version = version
        self.list.show_all()
        self.show_pitch(self.shell.desk.read(of))

    def _answered(self, key: str, text: str) -> None:
        page = self.view.page
        if page is not None:
            self.shell.desk.do(lambda workspace: pitch_edit.set_answer(workspace, page.id, key, text))

    def _what_saved(self, version: int, words: str) -> None:
        self.shell.desk.do(lambda workspace: pitch_edit.say_what_changed(workspace, version, words))

    # Menu and commands ---------------------------------------------------------------------------

    def _entries(self) -> list[Entry | None]:
        if self.list.shows_bin():
            return [Entry("Take it out of the bin", self.restore, Icon.UNDO)]
        return [
            Entry("Edit…", self.edit_pitch, Icon.EDIT, "Ctrl+E"),
            Entry("Count a conversation…", self.count_reactions, Icon.CONVERSATION, "Ctrl+G"),
            Entry("Take it to the next event", self.take_to_next_event, Icon.EVENTS),
            None,
            Entry("Move to the bin", self.put_in_bin, Icon.BIN),
        ]

    def _deeds(self) -> PitchDeeds:
        version = self.view.version
        return PitchDeeds(
            self.go_and_new,
            self.start_search,
            self.shows_pitch,
            self.write_next,
            self.rehearse,
            self.edit_pitch,
            self.view.questions.start,
            version.go_earlier,
            version.go_later,
            version.toggle_compare,
            self.count_reactions,
            self.take_to_next_event,
            self.put_in_bin,
        )

    def shows_pitch(self) -> bool:
        """Tell whether a pitch is there, not in the bin, to do something with."""
        return self.view.page is not None and not self.view.page.in_bin and self.isVisible()
