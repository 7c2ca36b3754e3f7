"""Two small forms about one member: what I learned from them, and since when and as what they are in the group."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from netdesk.method.errors import InvalidInput, NetDeskError
from netdesk.services import group_members
from netdesk.services.group_members import MemberDetails
from netdesk.ui.pages.groups.since_field import since_field
from netdesk.ui.pages.person.fields import labelled, line, mark_wrong
from netdesk.ui.pages.person.sheet import Sheet, show_sheet
from netdesk.ui.shell import Shell
from netdesk.ui.theme.metrics import M, metrics
from netdesk.ui.widgets.paint import shortened

_WIDTH = 520


def open_learned_form(shell: Shell, member_id: int, name: str) -> Sheet:
    """Show the line for what I learned from a member. Raises NotFound."""
    return _learned_again(shell, {"member": member_id, "name": name})


def open_member_form(shell: Shell, member_id: int, name: str) -> Sheet:
    """Show the form of a membership. Raises NotFound."""
    return _member_again(shell, {"member": member_id, "name": name})


class LearnedForm(Sheet):
    """One line; an empty one forgets it."""

    def __init__(self, shell: Shell, state: dict[str, Any], kept: MemberDetails) -> None:
        super().__init__(
            shell, f"What I learned from {shortened(str(state['name']), 80)}", "Keep it", "Enter keeps it"
        )
        self._member, self._name, self._kept = int(state["member"]), str(state["name"]), kept
        self.words = line(str(state.get("words", kept.learned)), "Asks the second question", "What I learned")
        self.words.setMaxLength(600)
        self.body.addWidget(labelled("In a sentence", self.words))

    def begin(self) -> None:
        self.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def state(self) -> dict[str, Any]:
        if self.words.text() == self._kept.learned:
            return {}
        return {"member": self._member, "name": self._name, "words": self.words.text()}

    def keep(self) -> None:
        """Keep the sentence."""
        text = self.words.text()
        self.write(
            lambda workspace: group_members.set_member_learned(workspace, self._member, text), self._done
        )

    def refuse(self, error: NetDeskError) -> None:
        mark_wrong(self.words, True)
        self.say(error)

    def _done(self, _: object) -> None:
        self.finish()


class MemberForm(Sheet):
    """Joined, left, role, learned."""

    def __init__(self, shell: Shell, state: dict[str, Any], kept: MemberDetails) -> None:
        super().__init__(
            shell, f"{shortened(str(state['name']), 80)} in this group", "Save", "Enter keeps it"
        )
        self._member, self._name, self._kept = int(state["member"]), str(state["name"]), kept
        shown: MemberDetails = state.get("details", kept)
        self.joined = since_field(shell, "Joined", "Feb 2024")
        self.left = since_field(shell, "Left", "still a member")
        self.joined.set_date(shown.joined)
        self.left.set_date(shown.left)
        self.role = line(shown.role, "Treasurer", "Role in the group")
        self.learned = line(shown.learned, "Asks the second question", "What I learned")
        self.learned.setMaxLength(600)
        days = QHBoxLayout()
        days.setSpacing(metrics().px(M))
        days.addWidget(labelled("Joined", self.joined), 1)
        days.addWidget(labelled("Left", self.left), 1)
        self.body.addLayout(days)
        self.body.addWidget(labelled("Role in the group", self.role))
        self.body.addWidget(labelled("What I learned from them", self.learned))

    def begin(self) -> None:
        self.joined.setFocus(Qt.FocusReason.OtherFocusReason)

    def state(self) -> dict[str, Any]:
        details = self._details()
        if details == self._kept:
            return {}
        return {"member": self._member, "name": self._name, "details": details}

    def keep(self) -> None:
        """Keep the membership."""
        for name, field in (("joined", self.joined), ("left", self.left)):
            if field.is_wrong():
                self.refuse(
                    InvalidInput("That is no day that has been.", "Write it like 2 Feb 2024.", field=name)
                )
                return
        details = self._details()
        self.write(lambda workspace: group_members.edit_member(workspace, self._member, details), self._done)

    def refuse(self, error: NetDeskError) -> None:
        wrong = error.field if isinstance(error, InvalidInput) else ""
        for name in ("joined", "left", "role", "learned"):
            mark_wrong(getattr(self, name), name == wrong)
        self.say(error)

    def _details(self) -> MemberDetails:
        return MemberDetails(self.joined.date(), self.left.date(), self.role.text(), self.learned.text())

    def _done(self, _: object) -> None:
        self.finish()


def _learned_again(shell: Shell, state: dict[str, Any]) -> Sheet:
    sheet = LearnedForm(shell, state, _kept(shell, state))
    return show_sheet(
        shell, sheet, "What you learned is not kept yet.", partial(_learned_again, shell), _WIDTH
    )


def _member_again(shell: Shell, state: dict[str, Any]) -> Sheet:
    sheet = MemberForm(shell, state, _kept(shell, state))
    return show_sheet(
        shell, sheet, "The membership is not changed yet.", partial(_member_again, shell), _WIDTH
    )


def _kept(shell: Shell, state: dict[str, Any]) -> MemberDetails:
    return shell.desk.read(partial(group_members.member_details, member_id=int(state["member"])))
