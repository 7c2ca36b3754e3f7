"""A debrief written in any order: what counted itself is never lost, and undo finds the beginning, redo the end."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import invariant, precondition, rule

from netdesk.method.contact_kinds import PersonKind
from netdesk.method.errors import InvalidInput
from netdesk.method.goals import GoalKind, new_goal
from netdesk.method.pitches import PitchKind, Reactions
from netdesk.services import cards, debrief, goal_counts, goals, pitches, reactions
from netdesk.services.card_plans import PlanDraft, plan_cards
from netdesk.services.open_debriefs import debriefs_left_open
from netdesk.services.people import PersonDraft
from netdesk.services.pitches import PitchDraft
from tests.support.events import NOW, mixer
from tests.support.undo_machines import AllUndone

AFTER = NOW + timedelta(days=3)
TODAY = AFTER.date()
counts = st.integers(-2, 1002)


class WritingADebrief(AllUndone):
    """One event with a goal of every kind and a pitch."""

    def prepare(self) -> None:
        self.event = mixer(self.ws)
        for kind in GoalKind:
            goals.add_goal(self.ws, self.event, new_goal(kind, "x"))
        draft = PitchDraft("Inbox to zero", PitchKind.ONE_MINUTE, "A line.")
        self.version = pitches.write_pitch(self.ws, draft, self.event)
        self.people = 0

    def seen(self) -> debrief.Debrief:
        return debrief.debrief(self.ws, self.event, AFTER)

    def card_ids(self) -> list[int]:
        return [line.id for line in cards.event_cards(self.ws, self.event)]

    @rule(kind=st.sampled_from([None, *PersonKind]), solid=st.booleans(), learned=st.booleans())
    def add_card(self, kind: PersonKind | None, solid: bool, learned: bool) -> None:
        self.people += 1
        draft = PersonDraft(given="Ann", family=f"Lee{self.people}")
        card = cards.add_card(self.ws, self.event, draft, AFTER).card_id
        if kind is not None:
            cards.set_card_kind(self.ws, card, kind)
        cards.set_solid(self.ws, [card], solid)
        cards.set_learned(self.ws, [card], learned)

    @precondition(lambda self: self.card_ids())
    @rule(which=st.integers(0, 50), action=st.sampled_from(["Coffee", "Write", "One-to-one"]))
    def plan(self, which: int, action: str) -> None:
        found = self.card_ids()
        plan_cards(self.ws, [found[which % len(found)]], PlanDraft(action, TODAY), TODAY)

    @precondition(lambda self: self.card_ids())
    @rule(which=st.integers(0, 50))
    def let_go(self, which: int) -> None:
        found = self.card_ids()
        cards.let_go(self.ws, [found[which % len(found)]])

    @rule(which=st.integers(0, 6), wanted=counts)
    def count_goal(self, which: int, wanted: int) -> None:
        line = self.seen().goals[which]
        possible = (line.linked or 0) <= wanted <= 1000 and wanted >= 0
        try:
            goal_counts.count_goal(self.ws, line.goal_id, wanted)
        except InvalidInput:
            assert not possible
            assert self.seen().goals[which] == line
        else:
            assert possible
            assert self.seen().goals[which].reached == wanted

    @rule(asked=st.integers(0, 9), polite=st.integers(0, 9))
    def react(self, asked: int, polite: int) -> None:
        reactions.set_reactions(self.ws, self.event, self.version, Reactions(asked, polite, 0))

    @rule(met=st.none() | counts, new=st.none() | counts)
    def count_people(self, met: int | None, new: int | None) -> None:
        before = self.seen().people
        try:
            debrief.set_people_met(self.ws, self.event, met, new)
        except InvalidInput:
            assert self.seen().people == before

    @rule(finished=st.booleans())
    def finish(self, finished: bool) -> None:
        deed = debrief.finish_debrief if finished else debrief.reopen_debrief
        deed(self.ws, self.event)
        found = [one.event_id for one in debriefs_left_open(self.ws, AFTER)]
        assert (self.event in found) is not finished

    @invariant()
    def numbers_hold_together(self) -> None:
        shown = self.seen()
        for line in shown.goals:
            assert line.reached >= max(line.linked or 0, line.by_hand)
        assert shown.people.met >= shown.cards.all >= shown.cards.solid
        assert 0 <= shown.people.new <= shown.people.met
        assert (shown.cards.no_plan > 0) is any("no plan" in point.words for point in shown.open)


TestWritingADebrief = WritingADebrief.TestCase
TestWritingADebrief.settings = settings(max_examples=12, stateful_step_count=15, deadline=None)
