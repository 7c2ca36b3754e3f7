"""What one does with the members of the group shown: answer marks, add, plan, note what was learned, see them go."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QPoint

from netdesk.method.groups import Mark
from netdesk.services import group_members
from netdesk.services.group_audit import MemberLine
from netdesk.services.workspaces import Workspace
from netdesk.ui.pages.groups.group_view import GroupView
from netdesk.ui.pages.groups.matrix_model import mark_of
from netdesk.ui.shell import Shell
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.widgets.paint import shortened
from netdesk.ui.widgets.row_menu import Entry, open_menu


class MemberDeeds(QObject):
    """Acts on the rows that are chosen in the audit; does nothing while no group is shown."""

    def __init__(self, shell: Shell, view: GroupView) -> None:
        super().__init__(view)
        self._shell = shell
        self._view = view
        view.matrix.answered.connect(self.turn)
        view.matrix.given_back.connect(self.give_back)
        view.matrix.opened.connect(self.open_row)
        view.matrix.menu_wanted.connect(self._show_menu)

    # Marks -------------------------------------------------------------------------------------

    def turn(self, row: int, mark: Mark) -> None:
        """Answer a mark the other way; an answer the record gives itself is left to the record.

        Where the row is one of several chosen, all of them get the same answer.
        """
        line = self._view.model.line(row)
        if line is None:
            return
        wanted = not line.marks[mark].yes
        self._mark(self._together(line), mark, wanted)

    def give_back(self, row: int, mark: Mark) -> None:
        """Take the answer by hand away; the record answers again."""
        line = self._view.model.line(row)
        if line is not None:
            self._mark(self._together(line), mark, None)

    def _mark(self, lines: list[MemberLine], mark: Mark, wanted: bool | None) -> None:
        if wanted is None:
            ids = [line.member_id for line in lines if line.marks[mark].by == "hand"]
        else:
            ids = [line.member_id for line in lines if line.marks[mark].yes is not wanted]
        same = {line.member_id for line in lines if line.marks[mark].recorded is wanted}
        if ids:
            self._do(
                lambda workspace: group_members.set_marks(workspace, ids, mark, wanted, left_to_record=same)
            )

    def _together(self, line: MemberLine) -> list[MemberLine]:
        chosen = self._chosen_rows()
        return chosen if len(chosen) > 1 and line in chosen else [line]

    # Members -----------------------------------------------------------------------------------

    def add(self) -> None:
        """Open the form that adds members."""
        from netdesk.ui.pages.groups.members_form import open_members_form

        if self._view.audit is not None and not self._view.audit.group.binned:
            open_members_form(self._shell, self._view.group_id())

    def plan(self) -> None:
        """Plan one-to-ones with the members chosen, else with those who are next."""
        from netdesk.ui.one_to_ones.plan_form import open_one_to_one_form

        found = self._view.audit
        if found is None:
            return
        people = [line.person_id for line in self._chosen_rows()]
        people = people or [one.id for one in found.next_one_to_ones]
        if people:
            open_one_to_one_form(self._shell, people, group_id=found.group.id)
        else:
            self._shell.toast(found.next_sentence or "Add the members first.")

    def learned(self) -> None:
        """Note what I learned from the member on whom the keyboard is."""
        from netdesk.ui.pages.groups.member_form import open_learned_form

        line = self._current()
        if line is not None:
            open_learned_form(self._shell, line.member_id, line.name)

    def membership(self) -> None:
        """Open the form of the membership on which the keyboard is."""
        from netdesk.ui.pages.groups.member_form import open_member_form

        line = self._current()
        if line is not None:
            open_member_form(self._shell, line.member_id, line.name)

    def open_row(self, row: int) -> None:
        """Go to the person of a row."""
        line = self._view.model.line(row)
        if line is not None:
            self._shell.open_person(line.person_id)

    def leave(self) -> None:
        """Note that the chosen members left the group today."""
        lines, today = [line for line in self._some() if line.left is None], self._shell.today()
        ids = [line.member_id for line in lines]
        if ids:
            self._do(
                lambda workspace: group_members.members_left(workspace, ids, today),
                f"{_who(lines)} left the group",
            )

    def come_back(self) -> None:
        """Note that a member who left is in the group again."""
        line = self._current()
        if line is not None:
            self._do(
                lambda workspace: group_members.member_back(workspace, line.member_id),
                f"{shortened(line.name, 60)} is in the group again",
            )

    def remove(self) -> None:
        """Take the chosen members out as if they had never been in it."""
        lines = self._some()
        ids = [line.member_id for line in lines]
        if ids:
            self._do(
                lambda workspace: group_members.remove_members(workspace, ids),
                f"Took {_who(lines)} out of the group",
            )

    # Together ----------------------------------------------------------------------------------

    def _show_menu(self, row: int, place: QPoint) -> None:
        lines = self._some()
        line = self._view.model.line(row)
        if line is not None:
            marks = self._mark_entries(row, line)
            open_menu([*marks, *self._entries(line, len(lines))], self._view.matrix, place)

    def _mark_entries(self, row: int, line: MemberLine) -> list[Entry | None]:
        """What can be said of the mark on which the keyboard is."""
        column = self._view.matrix.currentIndex().column()
        mark = mark_of(column)
        if mark is None:
            return []
        answer = line.marks[mark]
        turned = f"{mark.label}: {'no' if answer.yes else 'yes'}"
        record = Entry(
            "Leave it to the record",
            partial(self.give_back, row, mark),
            Icon.HISTORY,
            "Del",
            enabled=answer.by == "hand",
        )
        sort = Entry("Sort by this mark", partial(self._view.matrix.sort_by, column), Icon.SORT)
        return [Entry(turned, partial(self.turn, row, mark), Icon.TICK, "Space"), record, sort, None]

    def _entries(self, line: MemberLine, count: int) -> list[Entry | None]:
        several = f" with {count} members" if count > 1 else ""
        entries: list[Entry | None] = [
            Entry(
                f"Open {shortened(line.name, 40)}",
                partial(self._shell.open_person, line.person_id),
                Icon.PERSON,
                "Return",
            ),
            Entry(
                f"Plan one-to-ones{several}…" if several else "Plan a one-to-one…", self.plan, Icon.ONE_TO_ONE
            ),
            Entry("What I learned…", self.learned, Icon.LEARN, "Ctrl+L"),
            Entry("Membership…", self.membership, Icon.EDIT, "Ctrl+D"),
            None,
        ]
        if line.left is None:
            words = f"These {count} left the group" if several else "They left the group"
            entries.append(Entry(words, self.leave, Icon.BACK))
        else:
            entries.append(Entry("They are in the group again", self.come_back, Icon.UNDO))
        words = f"Take these {count} out of the group" if several else "Take out of the group"
        entries.append(Entry(words, self.remove, Icon.BIN))
        return entries

    def _chosen_rows(self) -> list[MemberLine]:
        matrix = self._view.matrix
        return matrix.chosen() if matrix.selectionModel().hasSelection() else []

    def _some(self) -> list[MemberLine]:
        return self._chosen_rows() or [line for line in (self._current(),) if line is not None]

    def _current(self) -> MemberLine | None:
        return self._view.model.line(self._view.matrix.currentIndex().row())

    def _do(self, operation: Callable[[Workspace], object], said: str = "") -> None:
        def done(_: object) -> None:
            if said:
                self._shell.toast(said, undo=True)

        self._shell.desk.do(operation, done, owner=self)


def _who(lines: list[MemberLine]) -> str:
    return shortened(lines[0].name, 60) if len(lines) == 1 else f"{len(lines)} members"
