"""Introductions proposed, made, followed, taken back, deleted, undone and done again in any order: the help counted
is always that of the introductions that stand, and no promise is counted twice."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule

from netdesk.method.errors import InvalidInput
from netdesk.method.introductions import OUTCOMES, IntroductionState
from netdesk.method.ledger import EntryState, HelpWay, LedgerKind
from netdesk.services.introductions import (
    IntroductionDraft,
    delete_introduction,
    introduction,
    introductions,
    make_introduction,
    propose,
    set_outcome,
    take_back,
)
from netdesk.services.ledger import EntryDraft, add_entry, entry
from tests.support.fitting import add_person
from tests.support.undo_machines import WorkspaceMachine

TODAY = date(2026, 11, 22)
NAMES = ("Ada", "Ben", "Cleo")
WHO = st.integers(0, len(NAMES) - 1)


class AnyOrder(WorkspaceMachine):
    """Three people, of whom one was promised an introduction."""

    def __init__(self) -> None:
        super().__init__()
        self.ids = [add_person(self.ws, f"{name} Invented") for name in NAMES]
        draft = EntryDraft(
            self.ids[0], LedgerKind.PROMISE, HelpWay.INTRODUCTION, "Introduce Ada to Ben", on=TODAY, due=TODAY
        )
        self.promise = add_entry(self.ws, draft, TODAY)
        self.oldest = self.ws.history()[0].operation

    def _one(self, place: int) -> int | None:
        lines = introductions(self.ws)
        return lines[place % len(lines)].id if lines else None

    @rule(one=WHO, other=WHO)
    def propose_two(self, one: int, other: int) -> None:
        with suppress(InvalidInput):
            propose(self.ws, IntroductionDraft(self.ids[one], self.ids[other]))

    @rule(one=WHO, other=WHO, both=st.booleans(), days=st.integers(0, 9))
    def introduce_two(self, one: int, other: int, both: bool, days: int) -> None:
        draft = IntroductionDraft(self.ids[one], self.ids[other])
        with suppress(InvalidInput):
            make_introduction(self.ws, draft, TODAY - timedelta(days=days), helps_both=both)

    @rule(place=st.integers(0, 5), both=st.booleans())
    def make_one(self, place: int, both: bool) -> None:
        number = self._one(place)
        if number is not None and not introduction(self.ws, number).state.is_made:
            make_introduction(self.ws, number, TODAY, helps_both=both)

    @rule(place=st.integers(0, 5), state=st.sampled_from(OUTCOMES))
    def say_what_came_of_it(self, place: int, state: IntroductionState) -> None:
        number = self._one(place)
        if number is not None and introduction(self.ws, number).state.is_made:
            set_outcome(self.ws, number, state, TODAY, "words")

    @rule(place=st.integers(0, 5))
    def take_one_back(self, place: int) -> None:
        number = self._one(place)
        if number is not None and introduction(self.ws, number).state.is_made:
            take_back(self.ws, number)

    @rule(place=st.integers(0, 5))
    def delete_one(self, place: int) -> None:
        number = self._one(place)
        if number is not None:
            delete_introduction(self.ws, number)

    @rule()
    def undo(self) -> None:
        newest = next((step for step in self.ws.history() if not step.undone), None)
        if newest is not None and newest.operation > self.oldest:
            self.ws.undo()

    @rule()
    def redo(self) -> None:
        self.ws.redo()

    @invariant()
    def help_counted_is_that_of_what_was_made(self) -> None:
        made = [line for line in introductions(self.ws) if line.state.is_made]
        for number in self.ids:
            row = self.ws.sql("SELECT gives FROM person WHERE id = ?", (number,)).fetchone()
            helped = [
                line for line in made if line.person_id == number or (line.other_id == number and line.helps_both)
            ]  # fmt: skip
            assert row[0] == len(helped)

    @invariant()
    def a_promise_is_kept_by_an_introduction_that_stands_or_is_open(self) -> None:
        promise = entry(self.ws, self.promise)
        kept_by = {line.id for line in introductions(self.ws) if line.state.is_made}
        assert (promise.state is EntryState.DONE) == (promise.introduction_id in kept_by)

    @invariant()
    def nobody_stands_there_with_themselves(self) -> None:
        assert all(line.person_id != line.other_id for line in introductions(self.ws))

    @invariant()
    def a_day_it_was_made_belongs_to_what_was_made(self) -> None:
        for line in introductions(self.ws):
            assert (line.made_on is not None) == line.state.is_made
            assert (line.outcome_on is None) or line.state in OUTCOMES[1:]


TestAnyOrder = AnyOrder.TestCase
TestAnyOrder.settings = settings(max_examples=25, stateful_step_count=25, deadline=None)
