"""Whatever is done with people, in whatever order: each undo brings back exactly what was, each redo what came."""

from datetime import date, timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import invariant, precondition, rule

from netdesk.method.contact_kinds import MarketStanding, PersonKind, PointKind
from netdesk.method.errors import InvalidInput
from netdesk.method.rhythm import InteractionKind
from netdesk.services.contact_points import Point
from netdesk.services.conversations import Conversation, delete_conversation, log_conversation
from netdesk.services.follow_ups import add_follow_up, drop_follow_up, finish_follow_up, move_follow_up
from netdesk.services.levels import move_people
from netdesk.services.markets import InMarket
from netdesk.services.people import PersonDraft, change_fields, new_person, people_named
from tests.support.undo_machines import StepsUndone

TODAY = date(2026, 11, 22)
NAMES = st.sampled_from(("Grace", "Zoë", "李", "O’Neil", "<b>", "🎉"))


class PeopleUndone(StepsUndone):
    """People, and what is said and planned with them."""

    TABLES = (
        "person",
        "organisation",
        "contact_point",
        "person_kind",
        "tag",
        "person_tag",
        "person_market",
        "level_move",
        "interaction",
        "interaction_person",
        "follow_up",
        "search_text",
    )

    def people(self) -> list[int]:
        return self.ids("person")

    @rule(given=NAMES, family=NAMES, firm=st.sampled_from(("", "Bright Copy", "BRIGHT copy")))
    def add(self, given: str, family: str, firm: str) -> None:
        new_person(self.ws, PersonDraft(given=given, family=family, organisation=firm, level=1))
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
            self.ws,
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
        move_people(self.ws, [people[pick % len(people)]], level)
        self.step()

    @precondition(lambda self: self.people())
    @rule(pick=st.integers(0, 99), kind=st.sampled_from(InteractionKind), days=st.integers(0, 400))
    def talk(self, pick: int, kind: InteractionKind, days: int) -> None:
        people = self.people()
        chosen = tuple(people[pick % len(people) :][:2])
        log_conversation(self.ws, Conversation(kind, TODAY - timedelta(days=days), chosen, "words"), TODAY)
        self.step()

    @precondition(lambda self: self.ids("interaction"))
    @rule()
    def forget_talk(self) -> None:
        delete_conversation(self.ws, self.ids("interaction")[0])
        self.step()

    @precondition(lambda self: self.people())
    @rule(pick=st.integers(0, 99), days=st.integers(0, 30))
    def plan(self, pick: int, days: int) -> None:
        people = self.people()
        add_follow_up(self.ws, people[pick % len(people)], "Call", TODAY + timedelta(days=days))
        self.step()

    @precondition(lambda self: self.ids("follow_up"))
    @rule(pick=st.integers(0, 99), what=st.sampled_from(("done", "dropped", "moved")))
    def close(self, pick: int, what: str) -> None:
        found = self.ids("follow_up")
        chosen = found[pick % len(found)]
        try:
            if what == "done":
                finish_follow_up(self.ws, chosen)
            elif what == "dropped":
                drop_follow_up(self.ws, chosen, "not needed")
            else:
                move_follow_up(self.ws, chosen, TODAY + timedelta(days=40), TODAY)
        except InvalidInput:
            assert self.snapshot() == self.past[-1][1]
        self.step()

    @invariant()
    def everybody_is_found_by_name(self) -> None:
        for person, given in self.ws.sql("SELECT id, given FROM person WHERE given = 'Grace'").fetchall():
            assert person in {one.id for one in people_named(self.ws, given, 500)}


TestPeopleUndone = PeopleUndone.TestCase
TestPeopleUndone.settings = settings(max_examples=8, stateful_step_count=25)
