"""Relations noted, changed and forgotten in any order: nobody knows themselves, nothing is said twice, no circle."""

from __future__ import annotations

from itertools import combinations

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import invariant, precondition, rule

from netdesk.method.errors import InvalidInput
from netdesk.method.relations import RelationKind, says_the_same
from netdesk.services.people import PersonDraft, change_fields, new_person
from netdesk.services.relations import (
    Relation,
    RelationDraft,
    add_relation,
    edit_relation,
    known_by,
    relations_of,
    remove_relation,
)
from netdesk.services.surroundings import surroundings
from tests.support.undo_machines import AllUndone

PEOPLE = 5
who = st.integers(0, PEOPLE - 1)
kinds = st.sampled_from(list(RelationKind))
own = st.sampled_from(["", "sister of", "brother of", "friends"])


class NotingRelations(AllUndone):
    """Five people, and what is said of them."""

    def prepare(self) -> None:
        self.people = [new_person(self.ws, PersonDraft(given=f"P{number}")) for number in range(PEOPLE)]

    def noted(self) -> list[Relation]:
        found = {one.id: one for person in self.people for one in relations_of(self.ws, person)}
        return [found[number] for number in sorted(found)]

    def met_through(self) -> dict[int, int]:
        rows = self.ws.sql("SELECT id, met_through_id FROM person WHERE met_through_id IS NOT NULL")
        return dict(rows.fetchall())

    def seen(self) -> tuple[object, ...]:
        return self.noted(), self.met_through()

    @rule(one=who, other=who, kind=kinds, words=own, inverse=own)
    def note(self, one: int, other: int, kind: RelationKind, words: str, inverse: str) -> None:
        draft = RelationDraft(self.people[one], self.people[other], kind, words, inverse)
        before = self.seen()
        try:
            add_relation(self.ws, draft)
        except InvalidInput:
            assert self.seen() == before

    @precondition(lambda self: self.noted())
    @rule(which=st.integers(0, 50), kind=kinds, words=own, turned=st.booleans())
    def change(self, which: int, kind: RelationKind, words: str, turned: bool) -> None:
        one = self.noted()[which % len(self.noted())]
        ends = (one.other.id, one.person.id) if turned else (one.person.id, one.other.id)
        before = self.seen()
        try:
            edit_relation(self.ws, one.id, RelationDraft(*ends, kind, words))
        except InvalidInput:
            assert self.seen() == before

    @precondition(lambda self: self.noted())
    @rule(which=st.integers(0, 50))
    def forget(self, which: int) -> None:
        remove_relation(self.ws, self.noted()[which % len(self.noted())].id)

    @rule(one=who, other=who)
    def say_how_we_met(self, one: int, other: int) -> None:
        before = self.seen()
        try:
            change_fields(self.ws, self.people[one], said="Met", met_through_id=self.people[other])
        except InvalidInput:
            assert self.seen() == before

    @rule()
    def undo_and_redo(self) -> None:
        if len(self.ws.history()) > self.first:
            before = self.seen()
            self.ws.undo()
            self.ws.redo()
            assert self.seen() == before

    @invariant()
    def nobody_knows_themselves_and_nothing_is_said_twice(self) -> None:
        noted = self.noted()
        assert all(one.person.id != one.other.id for one in noted)
        for one, other in combinations(noted, 2):
            if one.kind is other.kind and {one.person.id, one.other.id} == {other.person.id, other.other.id}:
                words, others = (one.words, one.inverse), (other.words, other.inverse)
                turned = one.person.id != other.person.id
                assert not says_the_same(one.kind, words, others, turned=turned)

    @invariant()
    def nobody_introduced_themselves_through_others(self) -> None:
        above: dict[int, set[int]] = {person: set() for person in self.people}
        for person, by in self.met_through().items():
            above[person].add(by)
        for one in self.noted():
            if one.kind is RelationKind.INTRODUCED_BY:
                above[one.person.id].add(one.other.id)
        for person in self.people:
            reached: set[int] = set()
            waiting = list(above[person])
            while waiting:
                here = waiting.pop()
                if here not in reached:
                    reached.add(here)
                    waiting += above[here]
            assert person not in reached

    @invariant()
    def both_pages_and_the_map_name_each_other(self) -> None:
        known = {
            person: {one.person.id for one in known_by(self.ws, person, "x", limit=PEOPLE).people}
            for person in self.people
        }
        for one, other in combinations(self.people, 2):
            assert (other in known[one]) == (one in known[other])
        near = {one.id for one in surroundings(self.ws, self.people[0]).near}
        assert near == known[self.people[0]]


TestNotingRelations = NotingRelations.TestCase
TestNotingRelations.settings = settings(max_examples=12, stateful_step_count=15, deadline=None)
