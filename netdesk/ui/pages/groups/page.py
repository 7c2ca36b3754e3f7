"""The page of groups: one group with its audit; the name of the group leads to the others."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from netdesk.method.changes import Changes
from netdesk.method.errors import NetDeskError, NotFound
from netdesk.services import groups
from netdesk.services.group_audit import Audit, audit
from netdesk.services.group_list import count_binned_groups, group_rows
from netdesk.services.workspaces import Workspace
from netdesk.ui.pages.groups.group_commands import GroupDeeds, add_group_commands
from netdesk.ui.pages.groups.group_view import GroupView
from netdesk.ui.pages.groups.member_deeds import MemberDeeds
from netdesk.ui.pages.groups.other_groups import OtherGroups
from netdesk.ui.pages.page import Page
from netdesk.ui.shell import Shell
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.widgets.empty_state import EmptyState
from netdesk.ui.widgets.paint import shortened
from netdesk.ui.widgets.row_menu import Entry

Operation = Callable[[Workspace], object]
_TABLES = (
    "networking_group",
    "member",
    "audit_mark",
    "person",
    "organisation",
    "one_to_one",
    "interaction",
    "interaction_person",
    "ledger_entry",
    "event",
    "preference",
    "win",
    "currency_rate",
)


class GroupsPage(Page):
    """Shows the group looked at last; ``open(group=3)`` goes to another one, ``new=True`` opens the form."""

    name = "groups"
    label = "Groups"

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(shell, parent)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._group = 0
        self._with_left = False
        self._person = 0
        self.view = GroupView(shell)
        self.empty, self.empty_beside_bin = _empty(""), _empty("Show the bin")
        self.members = MemberDeeds(shell, self.view)
        self.others = OtherGroups(shell, self.view, self.show_group, self.new_group)
        self._stack = QStackedWidget()
        for widget in (self.empty, self.empty_beside_bin, self.view):
            self._stack.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        self._connect()
        add_group_commands(shell.commands, self, self._deeds())

    def _connect(self) -> None:
        view, header = self.view, self.view.header
        for empty in (self.empty, self.empty_beside_bin):
            empty.primary_clicked.connect(self.new_group)
        self.empty_beside_bin.secondary_clicked.connect(self.others.show_bin)
        view.restore_wanted.connect(self.restore)
        view.member_wanted.connect(self.members.add)
        header.title.clicked.connect(self.others.choose)
        header.member_pressed.connect(self.members.add)
        header.plan_pressed.connect(self.members.plan)
        header.meetings_pressed.connect(self.meetings)
        header.menu.entries = self._entries

    # The page ----------------------------------------------------------------------------------

    def open(self, **target: object) -> None:
        """Go to ``group=3``, there perhaps to the member ``person=7``; ``new=True`` opens the form of a new one."""
        group, person = target.get("group"), target.get("person")
        if isinstance(group, int) and group:
            self._person = person if isinstance(person, int) else 0
            self.show_group(group)
        if target.get("new"):
            self.new_group()

    def redraw(self, changes: Changes | None) -> None:
        """Read the group anew where something in it was touched."""
        if changes is None or changes.touches(*_TABLES):
            self._read()

    def remembered(self) -> dict[str, object]:
        """The group shown, and whether those who left are."""
        return {"group": self._group, "with_left": self._with_left}

    def remember(self, state: dict[str, object]) -> None:
        """Take back the group and who is shown."""
        group = state.get("group")
        if isinstance(group, int):
            self._group = group
        self._with_left = state.get("with_left") is True

    def show_group(self, group_id: int) -> None:
        """Show a group, be it one in the bin."""
        self._group = group_id
        self._read()

    def _read(self) -> None:
        wanted, with_left, today = self._group, self._with_left, self.shell.today()

        def read(workspace: Workspace) -> Audit | None:
            group_id = _existing(workspace, wanted)
            return audit(workspace, group_id, today, with_left=with_left) if group_id else None

        self.shell.desk.ask(self, "audit", read, self._show)

    def _show(self, found: Audit | None) -> None:
        if found is None:
            self._group = 0
            self.view.audit = None
            binned = self.shell.desk.read(count_binned_groups)
            if self.view.isAncestorOf(self.focusWidget() or self):
                self.setFocus(Qt.FocusReason.OtherFocusReason)
            self._stack.setCurrentWidget(self.empty_beside_bin if binned else self.empty)
            return
        self._group = found.group.id
        self.view.show_audit(found)
        self._stack.setCurrentWidget(self.view)
        if self._person:
            member = next((one for one in found.members if one.person_id == self._person), None)
            self._person = 0
            if member is not None:
                self.view.matrix.go_to(member.member_id)

    # What can be done ----------------------------------------------------------------------------

    def new_group(self) -> None:
        """Open the form of a new group."""
        from netdesk.ui.pages.groups.group_form import open_group_form

        open_group_form(self.shell, None, self.show_group)

    def edit_group(self) -> None:
        """Open the form of the group shown."""
        from netdesk.ui.pages.groups.group_form import open_group_form

        if self.shows_group():
            open_group_form(self.shell, self._group)

    def meetings(self) -> None:
        """Open the meetings of the group shown."""
        from netdesk.ui.pages.groups.meetings_form import open_meetings_form

        if self.shows_group():
            open_meetings_form(self.shell, self._group)

    def print_audit(self) -> None:
        """Show the audit as it is printed."""
        from netdesk.ui.printing.audit_sheet_window import open_audit_sheet

        if self.shows_group():
            open_audit_sheet(self.shell, self._group)

    def show_left(self) -> None:
        """Show those who left among the members, or leave them out again."""
        self._with_left = not self._with_left
        self._read()

    def leave_group(self) -> None:
        """Note that I left the group today, or that I am in it again."""
        found, today = self.view.audit, self.shell.today()
        if found is None:
            return
        if found.group.left_on is None:
            self._do(lambda workspace: groups.leave_group(workspace, found.group.id, today), "You left {0}")
        else:
            self._do(lambda workspace: groups.rejoin_group(workspace, found.group.id), "You are in {0} again")

    def put_in_bin(self) -> None:
        """Put the group shown into the bin; another one is shown."""
        found = self.view.audit
        if found is not None and not found.group.binned:
            neighbour = self.others.neighbour()
            self._do(lambda workspace: groups.bin_group(workspace, found.group.id), "Moved “{0}” to the bin")
            self.show_group(neighbour)

    def restore(self) -> None:
        """Take the group shown out of the bin."""
        found = self.view.audit
        if found is not None and found.group.binned:
            self._do(
                lambda workspace: groups.restore_group(workspace, found.group.id), "Took “{0}” out of the bin"
            )

    def _do(self, operation: Operation, said: str) -> None:
        found = self.view.audit
        if found is not None:
            words = said.format(shortened(found.group.name, 60))
            self.shell.desk.do(
                operation, lambda _: self.shell.toast(words, undo=True), self._refused, owner=self
            )

    def _refused(self, error: NetDeskError) -> None:
        self.shell.trouble(error)

    # Menu and commands ---------------------------------------------------------------------------

    def _entries(self) -> list[Entry | None]:
        found = self.view.audit
        if found is None or found.group.binned:
            return [Entry("Take it out of the bin", self.restore, Icon.UNDO)]
        left = Entry(
            f"Show who left ({found.gone})", self.show_left, checked=self._with_left, enabled=found.gone > 0
        )
        again = "I am in this group again" if found.group.left_on else "I left this group"
        return [
            Entry("Edit…", self.edit_group, Icon.EDIT, "Ctrl+E"),
            Entry("Print the audit…", self.print_audit, Icon.PRINT, "Ctrl+P"),
            Entry("Search members", self.view.panel.start_search, Icon.SEARCH, "Ctrl+F"),
            left,
            None,
            Entry("New group…", self.new_group, Icon.ADD, "Ctrl+Shift+G"),
            None,
            Entry(again, self.leave_group, Icon.BACK),
            Entry("Move to the bin", self.put_in_bin, Icon.BIN),
        ]

    def _deeds(self) -> GroupDeeds:
        return GroupDeeds(
            new=self.go_and_new,
            shown=self.shows_group,
            find=self.view.panel.start_search,
            choose=self.others.choose,
            following=self.others.following,
            previous=self.others.previous,
            add_members=self.members.add,
            plan=self.members.plan,
            meetings=self.meetings,
            edit=self.edit_group,
            learned=self.members.learned,
            membership=self.members.membership,
            show_left=self.show_left,
            print_audit=self.print_audit,
            put_in_bin=self.put_in_bin,
        )

    def go_and_new(self) -> None:
        """Come to this page and open the form of a new group."""
        self.shell.go(self.name, new=True)

    def shows_group(self) -> bool:
        """Tell whether a group is there, not in the bin, to do something with."""
        return self.view.audit is not None and not self.view.audit.group.binned and self.isVisible()


def _existing(workspace: Workspace, wanted: int) -> int:
    """The group that is wanted, be it in the bin; where it is gone, the first one; 0 without any."""
    try:
        groups.group_name(workspace, wanted)
    except NotFound:
        rows = group_rows(workspace)
        return rows[0].id if rows else 0
    return wanted


def _empty(second: str) -> EmptyState:
    return EmptyState(
        Icon.GROUPS,
        "Would you stay?",
        "A group you go to, why you go, and its members: whom you know, sat down with, used and referred to."
        " NetDesk fills in what it knows.",
        "New group",
        second,
    )
