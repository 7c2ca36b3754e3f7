"""Adding members: names typed or pasted become a row of chips, contacts and new people, kept in one step."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from netdesk.method.errors import InvalidInput, NetDeskError
from netdesk.method.names import fold
from netdesk.services.expected import Suggestion
from netdesk.services.group_members import AddedMembers, NewMember, add_members, member_suggestions
from netdesk.services.groups import group_name
from netdesk.services.people import person_name
from netdesk.services.workspaces import Workspace
from netdesk.ui.pages.events.add_person_line import MOST_OFFERED, AddPersonLine
from netdesk.ui.pages.groups.since_field import since_field
from netdesk.ui.pages.person.fields import labelled, mark_wrong
from netdesk.ui.pages.person.sheet import Sheet, show_sheet
from netdesk.ui.shell import Shell
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.metrics import S, metrics
from netdesk.ui.widgets.chip import FilterChip
from netdesk.ui.widgets.flow_layout import FlowLayout
from netdesk.ui.widgets.labels import Secondary
from netdesk.ui.widgets.paint import one_line, shortened
from netdesk.ui.widgets.scroll_area import VerticalScroll

_WIDTH = 560
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_MOST_HEIGHT = 180
_MOST_PASTED = 500
_Chosen = int | NewMember


def open_members_form(shell: Shell, group_id: int) -> Sheet:
    """Show the form that adds members to a group. Raises NotFound."""
    return _again(shell, {"group": group_id})


def _again(shell: Shell, state: dict[str, Any]) -> Sheet:
    name = shell.desk.read(partial(group_name, group_id=int(state["group"])))
    return show_sheet(
        shell,
        MembersForm(shell, name, state),
        "The members are not added yet.",
        partial(_again, shell),
        width=_WIDTH,
    )


class MemberLineField(AddPersonLine):
    """Offers contacts, and says who is in the group already; several lines pasted become several names.

    ``all_wanted()`` for Ctrl+Enter, whether or not names are being offered.
    """

    all_wanted = Signal()

    def __init__(self, shell: Shell, group_id: int, pasted: Callable[[list[str]], None]) -> None:
        super().__init__(shell)
        self._group, self._pasted = group_id, pasted
        self.setPlaceholderText("A name, or “Sue Walsh, Walsh Florists”; a list can be pasted")
        self.setAccessibleName("Who is in the group")

    def question(self, text: str, limit: int = MOST_OFFERED) -> Callable[[Workspace], tuple[Suggestion, ...]]:
        """Give the question for whom to offer."""
        group = self._group
        return lambda workspace: member_suggestions(workspace, group, text, limit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and event.key() in _ENTER:
            # The names on offer, which hand their keys on to this line first, would take it for themselves.
            self.offer_nothing()
            self.all_wanted.emit()
            return
        if event.key() == Qt.Key.Key_Escape and not self.text():
            # Nothing to take back here: it closes the card.
            event.ignore()
            return
        if event.matches(QKeySequence.StandardKey.Paste):
            lines = [one_line(each) for each in QApplication.clipboard().text().splitlines()[:_MOST_PASTED]]
            lines = [each for each in lines if each]
            if len(lines) > 1:
                self._pasted(lines)
                return
        super().keyPressEvent(event)


class MembersForm(Sheet):
    """Enter takes what is typed; with nothing typed it adds whoever is chosen."""

    def __init__(self, shell: Shell, name: str, state: dict[str, Any]) -> None:
        super().__init__(
            shell, f"Who is in {shortened(name, 80)}?", "Add them", "Enter takes a name, Ctrl+Enter adds all"
        )
        self._group = int(state["group"])
        self._chosen: list[_Chosen] = list(state.get("chosen", ()))
        self.line = MemberLineField(shell, self._group, self.take_lines)
        self.line.person_chosen.connect(self._person)
        self.line.name_typed.connect(self._name)
        self.line.left_alone.connect(self._left)
        self.line.all_wanted.connect(self.keep_once)
        self._chips_box = QWidget()
        self._chips = FlowLayout(self._chips_box, gap=6)
        self.count = Secondary("")
        self.joined = since_field(shell, "Joined", "Feb 2024, or leave it open")
        self.joined.set_date(state.get("joined", shell.today()))
        self.body.addWidget(labelled("Name", self.line))
        self._scroll = VerticalScroll(self._chips_box)
        self.body.addWidget(self._scroll)
        self.body.addWidget(self.count)
        self.body.addSpacing(metrics().px(S))
        self.body.addWidget(labelled("Joined", self.joined))
        self._draw()

    def begin(self) -> None:
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def state(self) -> dict[str, Any]:
        if not self._chosen:
            return {}
        return {"group": self._group, "chosen": tuple(self._chosen), "joined": self.joined.date()}

    def chosen(self) -> tuple[_Chosen, ...]:
        """Give whoever is chosen: ids of contacts, and new people."""
        return tuple(self._chosen)

    def clear(self) -> None:
        """Choose nobody."""
        self._chosen = []
        self._draw()

    def take_lines(self, lines: list[str]) -> None:
        """Take every line as a name: a contact of exactly that name, else a new person."""
        for each in lines:
            self._take(each)
        self._draw()

    def keep(self) -> None:
        """Add them; what still stands in the line counts too."""
        if one_line(self.line.text()):
            self._take(self.line.text())
            self.line.clear()
            self._draw()
        if self.joined.is_wrong():
            self.refuse(
                InvalidInput("That is no day that has been.", "Write it like 2 Feb 2024.", field="joined")
            )
            return
        people = [one for one in self._chosen if isinstance(one, int)]
        new = [one for one in self._chosen if isinstance(one, NewMember)]
        group, joined = self._group, self.joined.date()
        self.write(lambda workspace: add_members(workspace, group, people, joined, new), self._added)

    def refuse(self, error: NetDeskError) -> None:
        wrong = error.field if isinstance(error, InvalidInput) else ""
        mark_wrong(self.line, wrong in {"people", "name"})
        mark_wrong(self.joined, wrong == "joined")
        self.say(error)
        self.grow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.keep_once()
        else:
            super().keyPressEvent(event)

    def _added(self, done: AddedMembers) -> None:
        self.finish()
        self.shell.toast(done.sentence, undo=bool(done.added or done.back))

    def _left(self) -> None:
        """Enter or Esc in the empty line: Enter adds whoever is chosen."""
        if self._chosen:
            self.keep_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _person(self, person_id: int) -> None:
        if person_id not in self._chosen:
            self._chosen.append(person_id)
        self._draw()

    def _name(self, text: str) -> None:
        self._take(text)
        self._draw()

    def _take(self, text: str) -> None:
        name, _, firm = one_line(text).partition(",")
        found = self.shell.desk.read(self.line.question(name, 1))
        if found and fold(found[0].name) == fold(name):
            if found[0].person_id not in self._chosen:
                self._chosen.append(found[0].person_id)
            return
        new = NewMember(name.strip(), firm.strip())
        chosen = {
            (fold(one.name), fold(one.organisation)) for one in self._chosen if isinstance(one, NewMember)
        }
        if name.strip() and (fold(new.name), fold(new.organisation)) not in chosen:
            self._chosen.append(new)

    def _draw(self) -> None:
        self._chips.clear()
        for one in self._chosen:
            known = isinstance(one, int)
            words = self._called(one)
            chip = FilterChip(words, not known, None if known else Icon.ADD_PERSON, True, checkable=False)
            chip.setAccessibleName(f"{words}{'' if known else ', new'}; Delete takes them out again")
            chip.closed.connect(partial(self._remove, one))
            self._chips.addWidget(chip)
            # At once: the room for all of them is measured below, and what is hidden takes none.
            chip.show()
        count, new = len(self._chosen), sum(isinstance(one, NewMember) for one in self._chosen)
        people = "1 person" if count == 1 else f"{count} people"
        self.count.setText("" if not count else f"{people}, {new} of them new" if new else people)
        self._scroll.setVisible(count > 0)
        self.count.setVisible(count > 0)
        self.keep_button.setText("Add them" if count < 2 else f"Add {count} members")
        self._chips_box.adjustSize()
        height = self._chips.heightForWidth(metrics().px(_WIDTH - 60))
        self._scroll.setFixedHeight(min(metrics().px(_MOST_HEIGHT), height))
        self.grow()

    def _called(self, one: _Chosen) -> str:
        if isinstance(one, NewMember):
            return shortened(f"{one.name}, {one.organisation}" if one.organisation else one.name, 60)
        return shortened(self.shell.desk.read(partial(person_name, person_id=one)).name, 60)

    def _remove(self, one: _Chosen) -> None:
        self._chosen = [each for each in self._chosen if each != one]
        self._draw()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
