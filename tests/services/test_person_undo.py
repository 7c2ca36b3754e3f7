"""Whatever is done with people, in whatever order: each undo brings back exactly what was, each redo what came."""

import tempfile
from datetime import date, timedelta
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from netdesk.method.contact_kinds import MarketStanding, PersonKind, PointKind
from netdesk.method.errors import InvalidInput
from netdesk.method.rhythm import InteractionKind
from netdesk.services.contact_points import Point
from netdesk.services.conversations import Conversation, delete_conversation, log_conversation
from netdesk.services.follow_ups import add_follow_up, drop_follow_up, finish_follow_up, move_follow_up
from netdesk.services.levels import move_people
from netdesk.services.markets import InMarket
from netdesk.services.people import PersonDraft, change_fields, new_person, people_named
from netdesk.services.workspaces import check
from netdesk.store.workspace import Workspace

TODAY = date(2026, 11, 22)
NAMES = st.sampled_from(("Grace", "Zoë", "李", "O’Neil", "<b>", "🎉"))
TABLES = (
    "SELECT * FROM person ORDER BY id",
    "SELECT * FROM organisation ORDER BY id",
    "SELECT * FROM contact_point ORDER BY id",
    "SELECT * FROM person_kind ORDER BY id",
    "SELECT * FROM tag ORDER BY id",
    "SELECT * FROM person_tag ORDER BY id",
    "SELECT * FROM person_market ORDER BY id",
    "SELECT * FROM level_move ORDER BY id",
    "SELECT * FROM interaction ORDER BY id",
    "SELECT * FROM interaction_person ORDER BY id",
    "SELECT * FROM follow_up ORDER BY id",
    "SELECT * FROM search_text ORDER BY person_id",
)

Snapshot = list[list[tuple[object, ...]]]


class PeopleUndone(RuleBasedStateMachine):
    """Keeps what every step left behind, and compares after each undo and redo."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.workspace = Workspace(Path(self.folder.name) / "network.netdesk")
        self.past: list[Snapshot] = [self.snapshot()]
        self.future: list[Snapshot] = []

    def snapshot(self) -> Snapshot:
        return [self.workspace.sql(query).fetchall() for query in TABLES]

    def ids(self, query: str) -> list[int]:
        return [row[0] for row in self.workspace.sql(query)]

    def people(self) -> list[int]:
        return self.ids("SELECT id FROM person ORDER BY id")

    def step(self) -> None:
        """One more thing was done; a step that changed nothing leaves no trace."""
        after = self.snapshot()
        if after != self.past[-1]:
            self.past.append(after)
            self.future.clear()

    @rule(given=NAMES, family=NAMES, firm=st.sampled_from(("", "Bright Copy", "BRIGHT copy")))
    def add(self, given: str, family: str, firm: str) -> None:
        new_person(self.workspace, PersonDraft(given=given, family=family, organisation=firm, level=1))
        self.step()

    @precondition(lambda self: self.people())
    @rule(
        pick=st.integers(0, 99),
        given=NAMES,
        tags=st.sets(st.sampled_from(("retail", "Retail", "speaker")), max_size=2),
        kinds=st.sets(st.sampled_from(PersonKind), max_size=3),
        mail=st.booleans(),
    )
    def edit(self, pick: int, given: str, tags: set[str], kinds: set[PersonKind], mail: bool) -> None:
        people = self.people()
        change_fields(
            self.workspace,
            people[pick % len(people)],
            said="Edit somebody",
            given=given,
            tags=tuple(sorted(tags)),
            kinds=tuple(kinds),
            points=(Point(PointKind.EMAIL, "a@b.example"),) if mail else (),
            markets=(InMarket("Charities", MarketStanding.CLOSE),) if mail else (),
        )
        self.step()

    @precondition(lambda self: self.people())
    @rule(pick=st.integers(0, 99), level=st.sampled_from((None, 1, 2, 5)))
    def move(self, pick: int, level: int | None) -> None:
        people = self.people()
        move_people(self.workspace, [people[pick % len(people)]], level)
        self.step()

    @precondition(lambda self: self.people())
    @rule(pick=st.integers(0, 99), kind=st.sampled_from(InteractionKind), days=st.integers(0, 400))
    def talk(self, pick: int, kind: InteractionKind, days: int) -> None:
        people = self.people()
        chosen = tuple(people[pick % len(people) :][:2])
        log_conversation(
            self.workspace, Conversation(kind, TODAY - timedelta(days=days), chosen, "words"), TODAY
        )
        self.step()

    @precondition(lambda self: self.ids("SELECT id FROM interaction"))
    @rule()
    def forget_talk(self) -> None:
        delete_conversation(self.workspace, self.ids("SELECT id FROM interaction")[0])
        self.step()

    @precondition(lambda self: self.people())
    @rule(pick=st.integers(0, 99), days=st.integers(0, 30))
    def plan(self, pick: int, days: int) -> None:
        people = self.people()
        add_follow_up(self.workspace, people[pick % len(people)], "Call", TODAY + timedelta(days=days))
        self.step()

    @precondition(lambda self: self.ids("SELECT id FROM follow_up"))
    @rule(pick=st.integers(0, 99), what=st.sampled_from(("done", "dropped", "moved")))
    def close(self, pick: int, what: str) -> None:
        found = self.ids("SELECT id FROM follow_up")
        chosen = found[pick % len(found)]
        try:
            if what == "done":
                finish_follow_up(self.workspace, chosen)
            elif what == "dropped":
                drop_follow_up(self.workspace, chosen, "not needed")
            else:
                move_follow_up(self.workspace, chosen, TODAY + timedelta(days=40), TODAY)
        except InvalidInput:
            assert self.snapshot() == self.past[-1]
        self.step()

    @precondition(lambda self: len(self.past) > 1)
    @rule()
    def undo(self) -> None:
        self.workspace.undo()
        self.future.append(self.past.pop())
        assert self.snapshot() == self.past[-1]

    @precondition(lambda self: self.future)
    @rule()
    def redo(self) -> None:
        self.workspace.redo()
        self.past.append(self.future.pop())
        assert self.snapshot() == self.past[-1]

    @invariant()
    def everybody_is_found_by_name(self) -> None:
        for person, given in self.workspace.sql(
            "SELECT id, given FROM person WHERE given = 'Grace'"
        ).fetchall():
            assert person in {one.id for one in people_named(self.workspace, given, 500)}

    def teardown(self) -> None:
        assert check(self.workspace).problems == ()
        self.workspace.close()
        self.folder.cleanup()


TestPeopleUndone = PeopleUndone.TestCase
TestPeopleUndone.settings = settings(max_examples=8, stateful_step_count=25)
