"""A program that shows Wins over a few people, a group, an event and five wins."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from netdesk.app.compose import Program
from netdesk.method.sources import Source
from netdesk.method.thanks import Thank
from netdesk.services.groups import GroupDraft, add_group
from netdesk.services.people import PersonDraft, new_person
from netdesk.services.win_drafts import WinDraft
from netdesk.services.win_list import WinQuery, WinRow, win_ids, win_rows
from netdesk.services.wins import add_wins
from netdesk.services.workspaces import Workspace
from netdesk.ui.memory import WindowMemory
from netdesk.ui.pages.person.sheet import Sheet
from netdesk.ui.pages.wins.page import WinsPage
from netdesk.ui.pages.wins.table.cell_table import CellTable
from netdesk.ui.pages.wins.table.columns import Column
from tests.support.events import mixer, wall
from tests.support.programs import TODAY, running, said

S = TypeVar("S", bound=Sheet)
_PEOPLE = (
    ("Olga", "Petrova", "Petrova Payroll"),
    ("Sam", "Carter", "Carter Joinery"),
    ("Nadia", "Rahman", "Rahman Consulting"),
    ("Rosa", "Marino", "Café Rosa"),
)
TITLES = ["Inbox set-up", "Monthly support", "Rota tidy-up", "Audit of tools", "First desk"]
"""The wins as they are listed."""


def fill(ws: Workspace) -> dict[str, int]:
    """Add the people, the group, the event and the wins; gives their ids by given name, "group" and "event"."""
    ids = {
        given: new_person(ws, PersonDraft(given=given, family=family, organisation=firm))
        for given, family, firm in _PEOPLE
    }
    ids["group"] = add_group(ws, GroupDraft(name="Breakfast Club", why="Learn from people I would not meet"))
    ids["event"] = mixer(ws, title="Founders' evening", day=wall(2026, 10, 15, 18))
    olga, sam, nadia = (
        Thank(f"{one}", ids[one.split()[0]]) for one in ("Olga Petrova", "Sam Carter", "Nadia Rahman")
    )
    wins = (
        WinDraft(won_on=date(2026, 11, 18), title="Inbox set-up", client="Lindqvist Interiors", value=1200,
                 source=Source.REFERRAL, thanks=((olga,),), group_id=ids["group"]),
        WinDraft(won_on=date(2026, 11, 2), title="Monthly support", client="Mill Street Gifts", value=2400,
                 source=Source.NETWORK_REFERRAL, thanks=((sam, nadia),)),
        WinDraft(won_on=date(2026, 10, 21), title="Rota tidy-up", client="Café Rosa", client_id=ids["Rosa"],
                 value=450, source=Source.SELF_REFERRAL, event_id=ids["event"]),
        WinDraft(won_on=date(2026, 9, 12), title="Audit of tools", client="Shah Catering", how="web search"),
        WinDraft(won_on=date(2024, 3, 1), title="First desk", client="Retail 27", value=900, currency="CHF"),
    )  # fmt: skip
    add_wins(ws, wins, TODAY)
    return ids


class WinsWindow:
    """The program, its page, and the ids of who and what is in it."""

    def __init__(self, program: Program, ids: dict[str, int]) -> None:
        self.program, self.ids = program, ids
        self.workspace, self.shell = program.workspace, program.window.shell
        page = program.window.page("wins")
        assert isinstance(page, WinsPage)
        self.page, self.table, self.entry = page, page.table, page.entry

    def wins(self) -> tuple[WinRow, ...]:
        """What is kept, the newest first."""
        return win_rows(self.workspace, win_ids(self.workspace, WinQuery()))

    def shown(self, column: Column) -> list[str]:
        """What the cells of a column show, from the top."""
        QCoreApplication.processEvents()
        model = self.page.rows
        return [str(model.index(row, column).data()) for row in range(model.rowCount())]

    def go(self, row: int, column: Column) -> CellTable:
        """Put the keyboard on a cell of the table."""
        self._come_forward()
        self.table.setFocus()
        self.table.go(row, column)
        return self.table

    def type(self, text: str) -> None:
        """Type where the keyboard is."""
        for letter in text:
            # The first letter may open a cell, and another one a list of offers.
            QTest.keyClicks(self._listening(), letter)
            QCoreApplication.processEvents()

    def key(
        self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier, times: int = 1
    ) -> None:
        """Press a key where the keyboard is."""
        for _ in range(times):
            QTest.keyClick(self._listening(), key, held)
            QCoreApplication.processEvents()

    def sheet(self, kind: type[S]) -> S:
        """The card of that kind that is open."""
        QCoreApplication.processEvents()
        return next(one for one in self.program.window.findChildren(kind) if one.isVisible())

    def said(self) -> str:
        """What the toast says now."""
        return said(self.program)

    def _come_forward(self) -> None:
        """No window manager gives the keyboard back after a menu here."""
        if QApplication.activeWindow() is None:
            self.program.window.activateWindow()
            QCoreApplication.processEvents()

    def _listening(self) -> QWidget:
        self._come_forward()
        widget = QApplication.activePopupWidget() or QApplication.focusWidget()
        assert widget is not None, "nothing has the keyboard"
        return widget


@contextmanager
def wins_window(
    app: QApplication,
    path: Path,
    *,
    filled: bool = True,
    size: tuple[int, int] = (1440, 900),
    memory: WindowMemory | None = None,
) -> Iterator[WinsWindow]:
    """Wins in a window of its own."""
    with running(app, path, size=size, memory=memory) as program:
        ws = program.workspace
        ids = fill(ws) if filled else {"Noor": new_person(ws, PersonDraft(given="Noor"))}
        program.window.shell.go("wins")
        QCoreApplication.processEvents()
        yield WinsWindow(program, ids)
