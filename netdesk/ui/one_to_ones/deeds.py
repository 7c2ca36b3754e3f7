"""What one does with one-to-ones: plan, change, hold, call off, print, put into the calendar; each said with Undo."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject

from netdesk.method.changes import Changes
from netdesk.method.one_to_ones import LEARNED_FIELDS, Standing
from netdesk.services import one_to_ones
from netdesk.services.conversations import delete_conversation
from netdesk.services.held_one_to_ones import keep_learned
from netdesk.services.one_to_one_lists import HeldLine, PlannedLine
from netdesk.services.workspaces import Workspace
from netdesk.ui.shell import Shell
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.widgets.paint import one_line
from netdesk.ui.widgets.row_menu import Entry

PATTERNS = ("Calendar file (*.ics)",)
_NAME = 80


class OneToOneDeeds(QObject):
    """Takes plans and talks by their lines. Forms are imported when they open first."""

    def __init__(self, shell: Shell, parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell

    # Opening -----------------------------------------------------------------------------------

    def plan(self, person_ids: Sequence[int] = (), group_id: int | None = None) -> None:
        """Open the form that plans one-to-ones; with nobody named it asks with whom."""
        from netdesk.ui.one_to_ones.plan_form import open_one_to_one_form

        open_one_to_one_form(self._shell, person_ids, group_id=group_id)

    def edit(self, line: PlannedLine) -> None:
        """Open the form that changes a plan."""
        from netdesk.ui.one_to_ones.plan_form import open_one_to_one_form

        open_one_to_one_form(self._shell, (line.person_id,), one_to_one_id=line.id)

    def begun(self, line: PlannedLine) -> bool:
        """Whether one can ask how it was."""
        return line.starts <= self._shell.now()

    def hold(self, line: PlannedLine) -> None:
        """Open the form that writes it down as held, once it has begun."""
        if self.begun(line):
            self.hold_early(line)
        else:
            words = self.tr("The one-to-one with {0} is still to come").format(one_line(line.name)[:_NAME])
            self._shell.toast(words)

    def hold_early(self, line: PlannedLine) -> None:
        """Write it down as held though it was planned for later: we have sat down already."""
        from netdesk.ui.one_to_ones.held_form import open_held_form

        open_held_form(self._shell, line.id)

    def log(self, person_id: int) -> None:
        """Log one that was never planned."""
        from netdesk.method.rhythm import InteractionKind
        from netdesk.ui.pages.person.log_talk import log_talk

        log_talk(self._shell, person_id, InteractionKind.ONE_TO_ONE)

    def edit_talk(self, line: HeldLine) -> None:
        """Open the form that corrects what was written down."""
        from netdesk.ui.pages.person.log_talk import edit_talk

        edit_talk(self._shell, line.id)

    def print_sheet(self, line: PlannedLine) -> None:
        """Open the preview of its sheet."""
        from netdesk.ui.printing.one_to_one_sheet_window import open_one_to_one_sheet

        open_one_to_one_sheet(self._shell, line.id)

    def open_person(self, person_id: int) -> None:
        """Show with whom it is."""
        self._shell.open_person(person_id)

    # Changing ----------------------------------------------------------------------------------

    def call_off(self, line: PlannedLine) -> None:
        """It will not take place."""
        self._do(partial(one_to_ones.call_off, one_to_one_id=line.id), self.tr("Called off: {0}"), line.name)

    def call_off_because(self, line: PlannedLine) -> None:
        """Call it off and say why."""
        why = self._shell.dialogs.ask_text(
            self._shell.window, self.tr("Call off the one-to-one"), self.tr("Why? It stays in the record.")
        )
        if why is not None:
            off = partial(one_to_ones.call_off, one_to_one_id=line.id, reason=why)
            self._do(off, self.tr("Called off: {0}"), line.name)

    def put_back(self, line: PlannedLine) -> None:
        """It takes place after all."""
        self._do(partial(one_to_ones.put_back, one_to_one_id=line.id), self.tr("Put back: {0}"), line.name)

    def delete(self, line: PlannedLine) -> None:
        """Take a plan out of the record."""
        delete = partial(one_to_ones.delete_one_to_one, one_to_one_id=line.id)
        self._do(delete, self.tr("Deleted the plan: {0}"), line.name)

    def delete_talk(self, line: HeldLine) -> None:
        """Take a talk out of the record."""
        delete = partial(delete_conversation, conversation_id=line.id)
        self._do(delete, self.tr("Deleted the one-to-one: {0}"), line.name)

    def keep(self, line: HeldLine, field: str, label: str) -> None:
        """Put what was learned into a field of the person."""
        keep = partial(keep_learned, person_id=line.person_id, name=field, words=line.learned)
        self._do(keep, self.tr("Added to {0}: {{0}}").format(label.lower()), line.name)

    def to_calendar(self, lines: Sequence[PlannedLine]) -> None:
        """Save a file for the calendar."""
        from netdesk.services.calendar_files import calendar_file_name, save_one_to_one_calendar

        ids = tuple(line.id for line in lines)
        if not ids:
            return
        proposed = self._shell.desk.read(partial(calendar_file_name, ids=ids))
        path = self._shell.dialogs.save_file(
            self._shell.window, self.tr("Add to calendar"), proposed, PATTERNS
        )
        if path is None:
            return
        if not path.suffix:
            path = path.with_suffix(".ics")
        save = partial(save_one_to_one_calendar, ids=ids, path=path)
        saved = self.tr("Saved {0}: open it with your calendar").format(path.name[:_NAME])
        self._shell.desk.ask(self, "calendar", save, lambda _: self._shell.toast(saved), self._shell.trouble)

    def _do(self, operation: Callable[[Workspace], Changes], words: str, name: str) -> None:
        said = words.format(one_line(name)[:_NAME])
        self._shell.desk.do(operation, lambda _: self._shell.toast(said, undo=True), owner=self)

    # Menus -------------------------------------------------------------------------------------

    def planned_entries(self, line: PlannedLine, *, person: bool = True) -> list[Entry | None]:
        """The menu of a plan; ``person`` says whether it leads to the person."""
        open_person = Entry("Open the person", partial(self.open_person, line.person_id), Icon.PERSON, "O")
        to_person: list[Entry | None] = [None, open_person] if person else []
        delete: list[Entry | None] = [None, Entry("Delete the plan", partial(self.delete, line), Icon.BIN)]
        if line.standing is Standing.CALLED_OFF:
            back = Entry("Put it back", partial(self.put_back, line), Icon.UNDO)
            calendar = Entry("Take it out of the calendar…", partial(self.to_calendar, (line,)), Icon.DATE)
            return [back, calendar, *to_person, *delete]
        held = (
            Entry("How was it?…", partial(self.hold, line), Icon.DONE, "H")
            if self.begun(line)
            else Entry("We have met already…", partial(self.hold_early, line), Icon.DONE)
        )
        return [
            held,
            Entry("Edit…", partial(self.edit, line), Icon.EDIT, "E"),
            Entry("Print the sheet…", partial(self.print_sheet, line), Icon.PRINT, "P"),
            Entry("Add to calendar…", partial(self.to_calendar, (line,)), Icon.DATE),
            *to_person,
            None,
            Entry("Call off", partial(self.call_off, line), Icon.CLOSE, "X"),
            Entry("Call off, because…", partial(self.call_off_because, line)),
            *delete,
        ]

    def held_entries(self, line: HeldLine, *, person: bool = True) -> list[Entry | None]:
        """The menu of one that was held: what was learned goes to a field with one press."""
        entries: list[Entry | None] = [Entry("Edit…", partial(self.edit_talk, line), Icon.EDIT, "E")]
        if person:
            open_person = partial(self.open_person, line.person_id)
            entries.append(Entry("Open the person", open_person, Icon.PERSON, "O"))
        if line.learned:
            entries += [None, *self.field_entries(line)]
        return [*entries, None, Entry("Delete", partial(self.delete_talk, line), Icon.BIN, "Del")]

    def field_entries(self, line: HeldLine) -> list[Entry | None]:
        """The fields to which what was learned can go."""
        return [
            Entry(
                f"Keep as {field.label.lower()}",
                partial(self.keep, line, field.name, field.label),
                Icon.LEARN,
            )
            for field in LEARNED_FIELDS
        ]
