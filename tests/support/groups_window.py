"""A program that shows the page of groups over a group of five and one of nobody."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from netdesk.app.compose import Program
from netdesk.method.groups import Mark
from netdesk.method.ledger import HelpWay, LedgerKind
from netdesk.services import groups
from netdesk.services.group_audit import Audit, audit
from netdesk.services.people import change_fields
from netdesk.store.workspace import Workspace
from netdesk.ui.pages.groups.matrix_model import FIRST_MARK, MARKS
from netdesk.ui.pages.groups.page import GroupsPage
from tests.support.audited_groups import BREAKFAST, breakfast_club, helped, one_to_one_planned
from tests.support.contact_people import add_person, talk
from tests.support.kept_files import new_workspace
from tests.support.programs import TODAY, running

NAMES = ("Sam Carter", "Grace Adeyemi", "Ravi Menon", "Aoife Byrne", "Joe Prentice")


@dataclass(frozen=True)
class Filled:
    """The ids of what stands in the workspace."""

    group: int
    other: int
    people: tuple[int, ...]


def fill(workspace: Workspace) -> Filled:
    """Five members: Sam with every mark, Grace half, Ravi booked for Tuesday, two of whom little is known."""
    firms = ("Carter VA", "Bright Copy", "Menon Accountancy", "Byrne HR", "")
    levels = (5, 3, 3, 2, None)
    people = tuple(
        add_person(workspace, name, firm, level=level)
        for name, firm, level in zip(NAMES, firms, levels, strict=True)
    )
    sam, grace, ravi, aoife, _ = people
    for person in (sam, grace, aoife):
        change_fields(workspace, person, what_they_do="Something useful")
    talk(workspace, [sam, grace], "2026-10-02", "one_to_one", "achieved")
    helped(workspace, sam, LedgerKind.GIVE, HelpWay.BOUGHT)
    for kind in (LedgerKind.GIVE, LedgerKind.RECEIVE):
        helped(workspace, sam, kind, HelpWay.REFERRAL)
    one_to_one_planned(workspace, ravi, "2026-11-24")
    group = breakfast_club(workspace, people)
    return Filled(group, groups.add_group(workspace, replace(BREAKFAST, name="Founders' circle")), people)


class GroupsWindow:
    """The program, its page, and what stands in the workspace."""

    def __init__(self, program: Program, filled: Filled) -> None:
        self.program, self.filled = program, filled
        self.workspace = program.workspace
        self.shell = program.window.shell
        page = program.window.page("groups")
        assert isinstance(page, GroupsPage)
        self.page, self.view = page, page.view
        self.matrix, self.model = page.view.matrix, page.view.model

    def read(self) -> Audit:
        """The audit as it is kept."""
        return audit(self.workspace, self.filled.group, TODAY)

    def names(self) -> list[str]:
        """Who stands in the table, from the top."""
        return [str(self.model.index(row, 0).data()) for row in range(self.model.rowCount())]

    def cell(self, name: str, mark: Mark) -> QModelIndex:
        """The cell of somebody's mark."""
        return self.model.index(self.names().index(name), FIRST_MARK + MARKS.index(mark))

    def shown(self, name: str, mark: Mark) -> str:
        """What the cell says."""
        return str(self.cell(name, mark).data())

    def click(
        self, name: str, mark: Mark | None, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """Press a mark of somebody, or their name."""
        index = self.model.index(self.names().index(name), 0) if mark is None else self.cell(name, mark)
        spot = self.matrix.visualRect(index).center()
        QTest.mouseClick(self.matrix.viewport(), Qt.MouseButton.LeftButton, modifier, spot)

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key in the table."""
        QTest.keyClick(self.matrix, key, modifier)

    def toast(self) -> str:
        """What is being said at the foot of the window."""
        return self.shell.says.text()

    def menu(self) -> list[str]:
        """The lines of the menu that is open."""
        return [action.text() for action in self._menu().actions() if not action.isSeparator()]

    def pick(self, words: str) -> None:
        """Choose a line of the menu that is open."""
        menu = self._menu()
        action = next(each for each in menu.actions() if each.text().startswith(words))
        menu.close()
        action.trigger()

    def _menu(self) -> QMenu:
        (menu,) = [each for each in self.program.window.findChildren(QMenu) if each.isVisible()]
        assert isinstance(menu, QMenu)
        return menu


@contextmanager
def groups_window(
    app: QApplication, folder: Path, *, filled: bool = True, size: tuple[int, int] = (1440, 900)
) -> Iterator[GroupsWindow]:
    """A window that shows the page of groups."""
    path = folder / "network.netdesk"
    workspace = new_workspace(path)
    known = fill(workspace) if filled else Filled(0, 0, (add_person(workspace, "Sam Carter"),))
    workspace.close()
    with running(app, path, size=size) as program:
        program.window.show_place("groups")
        QCoreApplication.processEvents()
        yield GroupsWindow(program, known)
