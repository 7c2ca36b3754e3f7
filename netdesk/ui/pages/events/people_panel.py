"""People to meet: why, what I can give, what I'd ask."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from netdesk.services import expected
from netdesk.services.event_page import EventPage, ExpectedLine
from netdesk.ui.delegates.photos import Photos
from netdesk.ui.pages.events.add_person_line import AddPersonLine
from netdesk.ui.pages.events.person_row import PersonRow, TableHead
from netdesk.ui.shell import Shell
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.metrics import L, M, S, Type, metrics
from netdesk.ui.widgets.buttons import link_button
from netdesk.ui.widgets.labels import WrapLabel
from netdesk.ui.widgets.panel import Panel
from netdesk.ui.widgets.row_order import RowOrder

SHOWN_AT_FIRST = 20
_EMPTY = (
    "Who do you want to meet? A contact, a name, or a trade is enough; then why, and what you can give them."
)


class PeoplePanel(Panel):
    """The table of people to meet, and the line that adds to it."""

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__("People to meet", "-", action="Add", glyph=Icon.ADD, parent=parent)
        sizes = metrics()
        self._shell = shell
        self._photos = Photos(shell.desk, self)
        self._photos.arrived.connect(self._show_pictures)
        self._event = 0
        self._page: EventPage | None = None
        self._all = False
        self._is_adding = False
        self._left = 0
        self._rows: dict[int, PersonRow] = {}
        self._spare: list[PersonRow] = []
        self._holders: list[QWidget] = []
        # The rules between the rows reach from edge to edge.
        outer = self.layout()
        assert outer is not None
        outer.setContentsMargins(0, sizes.px(M), 0, sizes.px(S))
        self.header.setContentsMargins(sizes.px(L), 0, sizes.px(L), 0)
        self.body.setSpacing(0)
        self._head = TableHead()
        self._table = QVBoxLayout()
        self._table.setSpacing(0)
        self._empty = WrapLabel(_EMPTY, Type.SECONDARY, "text-2")
        self._more = link_button("")
        self._more.clicked.connect(self._show_all)
        self.line = AddPersonLine(shell)
        self.body.addWidget(self._head)
        self.body.addLayout(self._table)
        margin = sizes.px(L)
        for widget in (self._empty, self._more, self.line):
            holder = QWidget()
            row = QHBoxLayout(holder)
            row.setContentsMargins(margin, sizes.px(S), margin, sizes.px(S))
            row.addWidget(widget)
            self.body.addWidget(holder)
            self._holders.append(holder)
        self._add = next(each for each in self.findChildren(QPushButton) if each is not self._more)
        self._add.setAccessibleName("Add somebody to meet")
        self.order = RowOrder(self, self.rows)
        self._connect()

    def _connect(self) -> None:
        self.action_clicked.connect(self.open_line)
        self.order.moved.connect(self._place)
        self.line.person_chosen.connect(self._add_contact)
        self.line.name_typed.connect(self._add_name)
        self.line.left_alone.connect(self._close_line)

    def show_event(self, page: EventPage) -> None:
        """Show the people of an event; rows of people who stay keep what is open in them."""
        if page.id != self._event:
            self.finish()
            self._event, self._all = page.id, False
            self.line.set_event(page.id)
            self._is_adding = False
            self._forget(list(self._rows))
        self._page = page
        shown = page.people if self._all else page.people[:SHOWN_AT_FIRST]
        self._show_rows(shown)
        left = len(page.people) - len(shown)
        self._more.setText(f"Show {left} more")
        self._left = left
        self._head.setVisible(bool(shown))
        self._show_foot()
        self.set_detail(page.expected_sentence if page.people else "")

    def _show_rows(self, shown: Sequence[ExpectedLine]) -> None:
        wanted = {line.id for line in shown}
        outer = self.layout()
        assert outer is not None
        # Each row that comes would have the whole page laid out; once for all of them is enough.
        outer.setEnabled(False)
        try:
            self._forget([number for number in self._rows if number not in wanted])
            for place, line in enumerate(shown):
                row = self._rows.get(line.id) or self._new_row(line)
                if self._table.indexOf(row) != place:
                    self._table.removeWidget(row)
                    self._table.insertWidget(place, row)
                row.show_line(line)
                row.show()
        finally:
            outer.setEnabled(True)

    def rows(self) -> list[PersonRow]:
        """Give the rows in their order."""
        return sorted(self._rows.values(), key=self._table.indexOf)

    def open_line(self) -> None:
        """Open the line that adds somebody."""
        self._is_adding = True
        self._show_foot()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def finish(self) -> None:
        """Save whatever is open."""
        for row in self._rows.values():
            row.finish()

    def _show_pictures(self) -> None:
        for row in self._rows.values():
            row.show_picture()

    def _close_line(self) -> None:
        self._is_adding = False
        self._show_foot()
        # After the hiding, which hands the keyboard to whatever comes next.
        self._add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_foot(self) -> None:
        empty, more, line = self._holders
        empty.setVisible(not self._rows and not self._is_adding)
        more.setVisible(self._left > 0)
        line.setVisible(self._is_adding)

    def _show_all(self) -> None:
        self._all = True
        if self._page is not None:
            self.show_event(self._page)

    def _new_row(self, line: ExpectedLine) -> PersonRow:
        if self._spare:
            row = self._spare.pop()
            self._rows[line.id] = row
            return row
        row = PersonRow(line, self._photos)
        self._rows[line.id] = row
        row.wrote.connect(partial(self._write, row))
        row.named.connect(partial(self._rename, row))
        row.moved.connect(partial(self._move, row))
        row.removed.connect(partial(self._remove, row))
        row.opened.connect(partial(self._open, row))
        row.contact_wanted.connect(partial(self._make_contact, row))
        self.order.watch(row)
        return row

    def _forget(self, numbers: list[int]) -> None:
        for number in numbers:
            row = self._rows.pop(number)
            row.hide()
            self._table.removeWidget(row)
            # Another event's people are shown in the same rows: making new ones takes far longer.
            self._spare.append(row)

    def _add_contact(self, person: int) -> None:
        event = self._event
        self._shell.desk.do(lambda workspace: expected.expect_people(workspace, event, [person]))

    def _add_name(self, name: str) -> None:
        event = self._event
        self._shell.desk.do(lambda workspace: expected.expect_name(workspace, event, name))

    def _write(self, row: PersonRow, field: str, text: str) -> None:
        number = row.line.id
        self._shell.desk.do(lambda workspace: expected.edit_expected(workspace, number, **{field: text}))

    def _rename(self, row: PersonRow, name: str) -> None:
        number = row.line.id
        if name:
            self._shell.desk.do(lambda workspace: expected.edit_expected(workspace, number, name=name))

    def _move(self, row: PersonRow, by: int) -> None:
        number, rows = row.line.id, self.rows()
        place = rows.index(row) + by
        if 0 <= place < len(rows):
            self._shell.desk.do(lambda workspace: expected.move_expected(workspace, number, place))

    def _place(self, row: PersonRow, place: int) -> None:
        number = row.line.id
        self._shell.desk.do(lambda workspace: expected.move_expected(workspace, number, place))

    def _remove(self, row: PersonRow) -> None:
        number, name, rows = row.line.id, row.line.name, self.rows()
        place = rows.index(row)
        around = rows[place + 1 : place + 2] or rows[max(0, place - 1) : place]
        (around[0].name if around else self._add).setFocus(Qt.FocusReason.OtherFocusReason)
        self._shell.desk.do(
            lambda workspace: expected.remove_expected(workspace, number),
            lambda _: self._shell.toast(f"Took {name[:60]} off the people to meet", undo=True),
            owner=self,
        )

    def _open(self, row: PersonRow) -> None:
        person = row.line.person_id
        if person is not None:
            self._shell.open_person(person)

    def _make_contact(self, row: PersonRow) -> None:
        number, name, today = row.line.id, row.line.name, self._shell.today()
        self._shell.desk.do(
            lambda workspace: expected.make_contact(workspace, number, today),
            lambda person: self._shell.toast(
                f"{name[:60]} is a contact now",
                undo=True,
                actions=[("Open", partial(self._shell.open_person, person))],
            ),
            owner=self,
        )
