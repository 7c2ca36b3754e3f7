"""What is done about having been at an event: marking it, finishing its debrief, opening it again, its sheet."""

from __future__ import annotations

from PySide6.QtCore import QObject

from netdesk.services import debrief as debriefs
from netdesk.services import event_edit
from netdesk.services.debrief import Debrief
from netdesk.ui.pages.events.after.finish_card import open_finish_card
from netdesk.ui.pages.events.event_view import EventTab, EventView
from netdesk.ui.shell import Shell


class DebriefDeeds(QObject):
    """The deeds for the event that ``view`` shows."""

    def __init__(self, shell: Shell, view: EventView) -> None:
        super().__init__(view)
        self._shell, self._view = shell, view
        view.header.attended_pressed.connect(self.toggle_attended)
        view.header.finish_pressed.connect(self.finish)
        view.header.reopen_pressed.connect(self.reopen)
        view.reopen_wanted.connect(self.reopen)
        view.was_there_wanted.connect(self.was_there)

    def can_finish(self) -> bool:
        """Tell whether an event that has begun is shown, whose debrief is open."""
        debrief = self._view.debrief
        if debrief is None or not self._view.isVisible():
            return False
        return debrief.begun and debrief.finished_at is None

    def has_begun(self) -> bool:
        """Tell whether the event shown has begun, so that there is something to write down."""
        return self._view.debrief is not None and self._view.debrief.begun

    def enter_card(self) -> None:
        """Put the keyboard into the line that takes cards."""
        self._view.go_to_tab(EventTab.AFTER)
        self._view.after.cards.focus_entry()

    def finish(self) -> None:
        """Finish the debrief; what would stay open is listed first."""
        self._view.finish()
        debrief = self._view.debrief
        if debrief is None or not self.can_finish():
            return
        if debrief.open:
            self._view.go_to_tab(EventTab.AFTER)
            open_finish_card(self._shell, debrief.open, self.finish_now, self._view.go_to_part)
        else:
            self.finish_now()

    def finish_now(self) -> None:
        """Finish the debrief as it is."""
        debrief = self._view.debrief
        if debrief is not None:
            event = debrief.event_id
            self._shell.desk.do(
                lambda workspace: debriefs.finish_debrief(workspace, event),
                lambda _: self._say("Finished the debrief of", debrief),
                owner=self,
            )

    def reopen(self) -> None:
        """Open the debrief again."""
        debrief = self._view.debrief
        if debrief is not None and debrief.finished_at is not None:
            event = debrief.event_id
            self._shell.desk.do(
                lambda workspace: debriefs.reopen_debrief(workspace, event),
                lambda _: self._say("Opened again: the debrief of", debrief),
                owner=self,
            )

    def toggle_attended(self) -> None:
        """Mark that I was there, or take the mark away."""
        debrief = self._view.debrief
        if debrief is not None:
            self._mark(None if debrief.attended else True)

    def was_there(self) -> None:
        """Mark that I did go after all."""
        self._mark(True)

    def mark_not_attended(self) -> None:
        """Mark that I did not go, which closes the question how it was."""
        self._mark(False)

    def print_sheet(self) -> None:
        """Show the sheet of the debrief, to print or to save."""
        debrief = self._view.debrief
        if debrief is not None:
            self._view.finish()
            # Printing is loaded when it is first wanted: the start must not wait for it.
            from netdesk.ui.printing.debrief_sheet_window import open_debrief_sheet

            open_debrief_sheet(self._shell, debrief.event_id)

    def show_after(self) -> None:
        """Show what is written down after the event."""
        self._view.go_to_tab(EventTab.AFTER)

    def _mark(self, attended: bool | None) -> None:
        debrief = self._view.debrief
        if debrief is None:
            return
        self._view.finish()
        event = debrief.event_id
        words = {True: "You went to", False: "You did not go to", None: "Not marked any more:"}[attended]
        self._shell.desk.do(
            lambda workspace: event_edit.mark_attended(workspace, event, attended),
            lambda _: self._say(words, debrief),
            owner=self,
        )

    def _say(self, words: str, debrief: Debrief) -> None:
        self._shell.toast(f"{words} “{debrief.title[:60]}”", undo=True)
