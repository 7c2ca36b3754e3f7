"""A program that shows Give & ask over a few people between whom and me something was given, got and promised."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtWidgets import QApplication

from netdesk.app.compose import Program
from netdesk.method.ledger import HelpWay, LedgerKind
from netdesk.services.ledger import EntryDraft, LedgerEntryLine, add_entry, person_entries
from netdesk.services.people import PersonDraft, new_person
from netdesk.services.workspaces import Workspace
from netdesk.ui.pages.ledger.page import LedgerPage
from netdesk.ui.pages.ledger.row_columns import Part
from netdesk.ui.pages.person.sheet import Sheet
from tests.support.programs import TODAY, running, said

S = TypeVar("S", bound=Sheet)
_PEOPLE = (
    ("Luis", "Ortega", "Ortega Finance", 3, "shops that outgrew a spreadsheet", 0, 4),
    ("Dina", "Haddad", "Haddad Print", 1, "a first charity client", 0, 1),
    ("Ravi", "Menon", "Menon Accountancy", 2, "restaurants", 1, 2),
    ("Grace", "Adeyemi", "Bright Copy", 3, "a speaking slot in spring", 3, 2),
    ("Peter", "Novak", "Novak Studio", 4, "", 0, 0),
)
ORDER = ("Luis Ortega", "Dina Haddad", "Peter Novak", "Ravi Menon", "Grace Adeyemi")
"""The people of the list in the order in which they are thought of."""


def fill(ws: Workspace) -> dict[str, int]:
    """Add the people, what was given and got, two promises and an ask; gives their ids by given name."""
    ids = {}
    for given, family, firm, level, wants, gave, got in _PEOPLE:
        draft = PersonDraft(given=given, family=family, organisation=firm, level=level, where_to=wants)
        ids[given] = new_person(ws, draft)
        for kind, count in ((LedgerKind.GIVE, gave), (LedgerKind.RECEIVE, got)):
            for number in range(count):
                on = TODAY - timedelta(days=20 + number)
                words = f"Advice {number + 1} of {given}"
                add_entry(ws, EntryDraft(ids[given], kind, HelpWay.ADVICE, words, on=on), TODAY)
    for given, kind, way, words, due in (
        ("Grace", LedgerKind.PROMISE, HelpWay.TESTIMONIAL, "Review for Grace's website", date(2026, 11, 18)),
        ("Ravi", LedgerKind.PROMISE, HelpWay.INTRODUCTION, "Introduce Tom to Ravi", date(2026, 11, 25)),
        ("Peter", LedgerKind.ASK, HelpWay.REFERRAL, "A name at the council", None),
    ):
        draft = EntryDraft(ids[given], kind, way, words, on=date(2026, 11, 12), due=due)
        add_entry(ws, draft, TODAY)
    return ids


class LedgerWindow:
    """The program, its page, and the ids of the people by their given names."""

    def __init__(self, program: Program, people: dict[str, int]) -> None:
        self.program, self.people = program, people
        self.workspace = program.workspace
        self.shell = program.window.shell
        page = program.window.page("ledger")
        assert isinstance(page, LedgerPage)
        self.page, self.panel = page, page.panel

    def rows(self) -> list[str]:
        """What the rows of the list say first, from the top."""
        QCoreApplication.processEvents()
        shown = self.panel.list()
        rows = [shown.rows.item(place) for place in range(shown.rows.rowCount())]
        return [
            row.words if isinstance(row, LedgerEntryLine) else row.name for row in rows if row is not None
        ]

    def entries(self, given: str) -> list[tuple[str, str, str]]:
        """Kind, words and state of what stands between somebody and me, what is open first."""
        found = person_entries(self.workspace, self.people[given])
        return [(one.kind.value, one.words, one.state.value) for one in found]

    def place_of(self, row: int, part: Part) -> QPoint:
        """A place in the list where a part of a row can be pressed."""
        shown = self.panel.list()
        rect = shown.visualRect(shown.rows.index(row, 0))
        item = shown.rows.item(row)
        delegate = shown.itemDelegate()
        for left in range(rect.right() - 4, rect.left(), -4):
            place = QPoint(left, rect.center().y())
            if delegate.part_at(rect, item, place) is part:  # type: ignore[attr-defined]
                return place
        raise AssertionError(f"{part} is not in row {row}")

    def sheet(self, kind: type[S]) -> S:
        """The card of that kind that is open."""
        QCoreApplication.processEvents()
        return next(one for one in self.program.window.findChildren(kind) if one.isVisible())

    def said(self) -> str:
        """What the toast says now."""
        return said(self.program)


@contextmanager
def ledger_window(
    app: QApplication,
    path: Path,
    *,
    filled: bool = True,
    size: tuple[int, int] = (1440, 900),
    inline: bool = True,
) -> Iterator[LedgerWindow]:
    """Give & ask in a window of its own."""
    with running(app, path, size=size, inline=inline) as program:
        people = fill(program.workspace) if filled else {}
        if not filled:
            new_person(program.workspace, PersonDraft(given="Noor"))
        program.window.shell.go("ledger")
        QCoreApplication.processEvents()
        yield LedgerWindow(program, people)
