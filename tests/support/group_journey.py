"""From a group to an introduction, driven by keys and pointer: eighteen members, their audit, one-to-ones, help.

People and firms are invented. Everything is counted from the moment of the journey, so that one of the one-to-ones
has just begun.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QLineEdit

from netdesk.services.people import PersonDraft, new_person
from netdesk.store.workspace import Workspace
from netdesk.ui.pages.events.add_person_line import AddPersonLine
from netdesk.ui.pages.groups.matrix_model import FIRST_MARK, MARKS
from netdesk.ui.pages.groups.matrix_view import MatrixView
from netdesk.ui.pages.today.row import TodayRow
from tests.support import seeing
from tests.support.driving import Person

GROUP = "Breakfast Club"
HEROINE, OTHER = "Aoife Byrne", "Nadia Rahman"
OBJECTIVE = "whom she would like to meet"
LEARNED = "owners who hire their first people"
PROMISED = "Send Aoife the rota template"
KNOWN = (
    (HEROINE, "Byrne HR", "HR for firms too small for an HR department", 2, ""),
    ("Sam Carter", "Carter VA", "Diaries and travel for executives", 1, ""),
    ("Grace Adeyemi", "Bright Copy", "Copy for charities", 1, ""),
    ("Luis Ortega", "Ortega Finance", "Loans for shopfitting", 1, ""),
    ("Ravi Menon", "Menon Accountancy", "Accounts for forty retailers", 1, ""),
    ("Joe Prentice", "Prentice Plumbing", "Plumbing, four vans", 1, ""),
    ("Marta Lindqvist", "Lindqvist Interiors", "", 1, ""),
    ("Ken Oduya", "River Trust", "", 1, ""),
    ("Sue Walsh", "Walsh Florists", "Flowers, weddings", 1, ""),
    ("Felix Brandl", "Brandl Photography", "Portraits of people at work", 1, ""),
    ("Pauline Marsh", "Marsh & Vale", "Employment law", 1, ""),
    ("Nerys Pugh", "Pugh Wellbeing", "Stress and sleep", 1, ""),
    ("Bill Marsh", "Marsh Vans", "Moves offices and shops", 1, ""),
    ("Priti Shah", "Shah Catering", "Lunches for offices", 1, ""),
    ("Eva Lindholm", "Lindholm Branding", "Names for new shops", 1, ""),
    (OTHER, "Rahman Consulting", "Grant applications", 1, "Hiring two people for the spring."),
)
"""Who is known already: name, firm, what they do ("" when I do not know), level, and a note."""
NEW = ("Keira Doyle, Doyle Pilates", "Noel Adair, Adair Locks")


def prepare(workspace: Workspace) -> None:
    """Put the people who are known already into the workspace."""
    for name, firm, does, level, note in KNOWN:
        given, _, family = name.partition(" ")
        draft = PersonDraft(
            given=given, family=family, organisation=firm, what_they_do=does, level=level, note=note
        )
        new_person(workspace, draft)


class GroupJourney:
    """What a person does with a group. Each step waits for what it brings; ``now`` is when it begins."""

    def __init__(self, person: Person, now: datetime) -> None:
        self.person, self.hands, self.now = person, person.hands, now

    def add_the_group(self) -> None:
        """Write down a group; a reason that speaks of business alone gets a hint, and becomes a better one."""
        self.hands.key("Ctrl+5")
        self.person.is_at("groups")
        self.person.press("New group")
        self.person.write("Name", GROUP)
        self.person.write("Why I go", "get more business")
        self.person.see("Learn and help first")
        self.hands.picture("why-hint")
        self.person.write("Why I go", "Learn from people who know shop owners, and help two a month")
        self.hands.key("Tab")
        self.hands.key("Down")
        self.hands.key("Tab")
        self.hands.type("Friday")
        self.person.write("At what time", "07:00")
        self.person.write("Fee", "780")
        self.person.write("Place", "The Old Mill")
        self.hands.picture("group-form")
        self.hands.key("Return")
        self.person.hear(f"Added {GROUP}")

    def add_the_members(self) -> None:
        """Type eighteen names, two of them of people who are new; the group shows its audit."""
        self.person.press("Add members")
        for name in (*(each[0] for each in KNOWN), *NEW):
            self.hands.wait(_line_is_ready, "the line for names does not listen")
            self.hands.type(name)
            self.hands.key("Return")
        self.hands.wait(_line_is_ready, "the last name was not taken")
        self.person.see("18 people, 2 of them new")
        chip = "Keira Doyle, Doyle Pilates, new*"
        self.hands.wait(lambda: seeing.place_of(chip) is not None, "who is chosen is not shown")
        self.hands.picture("members-form")
        self.hands.key("Ctrl+Return")
        self.hands.wait(lambda: len(members_listed()) == len(KNOWN) + len(NEW), "there are not 18 members")
        self.hands.picture("audit-empty")

    def answer_the_audit(self) -> None:
        """Say by keys and by a press what the record cannot know; Delete gives an answer back to the record."""
        self.go_to_member("Marta Lindqvist")
        self.hands.key("1")
        self.hands.wait(
            partial(_is_answered, "Marta Lindqvist", 0, True), "Marta's first mark is not answered"
        )
        self.hands.key("Delete")
        self.hands.wait(
            partial(_is_answered, "Marta Lindqvist", 0, False), "the record does not answer again"
        )
        self.go_to_member("Sue Walsh")
        self.hands.click(self._cell("Sue Walsh", 2))
        self.hands.wait(partial(_is_answered, "Sue Walsh", 2, True), "a press does not answer")
        self.hands.picture("audit")

    def plan_three(self) -> None:
        """Plan one-to-ones with the first three of the audit; the first has just begun."""
        self.go_to_member(HEROINE)
        for _ in range(2):
            self.hands.key("Shift+Down")
        self.person.press("Plan one-to-ones")
        self.person.see("3 one-to-ones")
        begins = self.now - timedelta(minutes=20)
        self.person.write(f"Objective with {HEROINE}", OBJECTIVE)
        self.person.write(f"Day with {HEROINE}", "today")
        self.person.write(f"Time with {HEROINE}", f"{begins:%H:%M}")
        self.person.write("Place", "The Corn Exchange")
        self.hands.picture("plan-three")
        self.hands.key("Ctrl+Return")
        self.person.hear(f"Planned: one-to-one with {HEROINE} and 2 more")
        self.hands.picture("audit-planned")

    def write_it_down(self) -> None:
        """Come to the one-to-one on Today; say that it did what it was for, what I learned and what I promised."""
        self.hands.key("Ctrl+1")
        self.person.is_at("today")
        self.walk_to(f"One-to-one with {HEROINE}")
        self.hands.picture("today-one-to-one")
        self.hands.key("d")
        self.person.see(f"Objective: {OBJECTIVE}")
        self.hands.key("Right")
        self.hands.wait(
            lambda: seeing.place_of("Reached?: Achieved") is not None, "it is not said to be achieved"
        )
        self.person.write("What did you learn?", LEARNED)
        self.person.press("Keep as Ideal client")
        self.person.write("I promised", PROMISED)
        self.person.write("I promised: by when", "tomorrow")
        self.hands.picture("held-form")
        self.hands.key("Ctrl+Return")
        self.person.hear(f"Kept the one-to-one with {HEROINE}")

    def keep_the_promise(self) -> None:
        """See the promise on Today, and keep it by a key."""
        self.person.see("I promised")
        self.walk_to(f"I promised: {PROMISED}")
        self.hands.picture("today-promise")
        self.hands.key("d")
        self.person.hear(f"Kept: {PROMISED}")
        self.hands.wait(lambda: not _today_row("I promised:"), "the promise is still there")

    def see_who_is_ready(self) -> None:
        """Read on her page why she is ready to move up."""
        self.hands.key("Ctrl+2")
        self.person.is_at("contacts")
        self.person.choose_person(HEROINE)
        self.person.see("Ready to move up: one-to-one held")
        self.hands.picture("ready")

    def drag_her_up(self) -> None:
        """Drag her card on the board to the level she is ready for."""
        self.hands.key("Ctrl+3")
        self.person.is_at("board")
        self.hands.wait(lambda: HEROINE in seeing.column_names(2), f"{HEROINE} is not on level 2")
        self.hands.picture("board-before")
        self.person.drag_to(HEROINE, 3)
        self.person.hear(f"{HEROINE} moved to Equally engaged")
        self.hands.picture("board-after")

    def introduce_her(self) -> None:
        """Take the proposal of who fits whom, keep it for later, and make it from the list of introductions."""
        self.hands.key("Ctrl+7")
        self.person.is_at("ledger")
        self.person.press(f"Introduce {HEROINE} to {OTHER}")
        self.person.see(f"Introduce {HEROINE} to {OTHER}")
        self.hands.picture("introduction-form")
        self.person.press("Keep for later")
        self.person.hear(f"To be introduced: {HEROINE} to {OTHER}")
        self.person.press("0 introductions made*")
        self.hands.wait(lambda: seeing.place_of("Which: All 1") is not None, "the list does not hold one")
        self.hands.picture("introductions")
        self.person.press("Made today")
        self.person.hear(f"Introduced {HEROINE} to {OTHER}")
        self.hands.key("Escape")
        self.person.see("times I helped")
        self.hands.picture("give-and-ask")

    def look_back(self) -> None:
        """See the month on Today and the audit of the group: all of it was counted."""
        self.hands.key("Ctrl+1")
        self.person.is_at("today")
        self.person.see("2 / 6")
        self.person.see("1 / 4")
        self.hands.picture("today-after")
        self.hands.key("Ctrl+5")
        self.person.is_at("groups")
        self.hands.wait(partial(_is_answered, HEROINE, 1, True), "the held one-to-one does not tick its box")
        self.hands.picture("audit-after")

    # How one gets about ------------------------------------------------------------------------

    def go_to_member(self, name: str) -> None:
        """Press a member's name in the audit."""
        self.hands.wait(lambda: _row(name) is not None, f"{name} is not in the audit")
        self.hands.click(self._cell(name, -2))
        self.hands.wait(lambda: _current() == name, f"the keyboard is not on {name}")

    def walk_to(self, words: str) -> None:
        """Walk with the arrows to the row of Today that begins with ``words``."""
        self.hands.wait(lambda: _today_row(words), f"Today has no row “{words}”")
        self.hands.key("Down")
        self.hands.key("Home")
        for _ in range(40):
            if self.hands.look(lambda: _held().startswith(words)):
                return
            self.hands.key("Down")
        raise AssertionError(f"the arrows do not come to “{words}”")

    def _cell(self, name: str, mark: int) -> QPoint:
        spot = self.hands.look(lambda: _cell_place(name, FIRST_MARK + mark))
        assert spot is not None, f"{name} cannot be seen in the audit"
        return spot


def members_listed() -> list[str]:
    """The names in the audit, from the top."""
    table = _table()
    if table is None:
        return []
    lines = (table.matrix.line(row) for row in range(table.matrix.rowCount()))
    return [line.name for line in lines if line is not None]


def _table() -> MatrixView | None:
    return next((one for one in seeing.shown_widgets() if isinstance(one, MatrixView)), None)


def _row(name: str) -> int | None:
    names = members_listed()
    return names.index(name) if name in names else None


def _cell_place(name: str, column: int) -> QPoint | None:
    table, row = _table(), _row(name)
    if table is None or row is None:
        return None
    index = table.matrix.index(row, column)
    table.scrollTo(index)
    rect = table.visualRect(index) & table.viewport().rect()
    return table.viewport().mapToGlobal(rect.center()) if not rect.isEmpty() else None


def _current() -> str:
    table = _table()
    line = table.matrix.line(table.currentIndex().row()) if table is not None else None
    return line.name if line is not None else ""


def _is_answered(name: str, mark: int, yes: bool) -> bool:
    table, row = _table(), _row(name)
    line = table.matrix.line(row) if table is not None and row is not None else None
    return line is not None and line.marks[MARKS[mark]].yes is yes


def _held() -> str:
    held = QApplication.focusWidget()
    return held.accessibleName() if isinstance(held, TodayRow) else ""


def _today_row(words: str) -> bool:
    rows = (one for one in seeing.shown_widgets() if isinstance(one, TodayRow))
    return any(row.accessibleName().startswith(words) for row in rows)


def _line_is_ready() -> bool:
    line: QLineEdit | None = next(
        (one for one in seeing.shown_widgets() if isinstance(one, AddPersonLine)), None
    )
    return line is not None and line.text() == "" and QApplication.focusWidget() is line
