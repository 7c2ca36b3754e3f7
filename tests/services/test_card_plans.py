"""Plans for cards: from words, from templates, edited, done, moved, dropped; every step undone and done again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from netdesk.method.contact_kinds import PersonKind
from netdesk.method.errors import InvalidInput, NotFound
from netdesk.method.follow_ups import CardState, FollowUp, FollowUpState, card_state
from netdesk.services.card_plans import (
    PlanDraft,
    apply_templates,
    drop_plans,
    edit_plan,
    finish_plans,
    move_plans,
    plan_cards,
    proposed_plan,
)
from netdesk.services.cards import (
    CardLine,
    add_card,
    card_line,
    draft_from_card,
    event_cards,
    let_go,
    set_card_kind,
    take_back,
)
from netdesk.services.follow_ups import drop_follow_up, finish_follow_up, reopen_follow_up
from netdesk.services.plan_templates import (
    PlanTemplate,
    add_template,
    delete_template,
    move_template,
    plan_templates,
    save_template,
)
from netdesk.store.workspace import Workspace
from tests.support.events import mixer
from tests.support.kept_files import new_workspace

TODAY = date(2026, 11, 25)
MORNING = datetime(2026, 11, 25, 8, 30, tzinfo=UTC)
TOMORROW = TODAY + timedelta(days=1)


@pytest.fixture
def cards(workspace: Workspace) -> list[int]:
    event = mixer(workspace)
    people = ("Marta Lindqvist, Lindqvist Interiors", "Bill Marsh", "Shah Catering Ltd")
    return [add_card(workspace, event, draft_from_card(each), MORNING).card_id for each in people]


def planned(workspace: Workspace, card: int) -> list[tuple[str, date]]:
    return [(plan.action, plan.due) for plan in card_line(workspace, card).plans]


def test_a_plan_is_made_for_each_card_with_its_name(workspace: Workspace, cards: list[int]) -> None:
    plan_cards(workspace, cards[:2], PlanDraft("Ring {name}", TOMORROW, time(10)), TODAY)
    line = card_line(workspace, cards[0])
    assert planned(workspace, cards[0]) == [("Ring Marta", TOMORROW)]
    assert (line.plans[0].due_time, line.state) == (time(10), CardState.PLANNED)
    assert planned(workspace, cards[1]) == [("Ring Bill", TOMORROW)]
    assert workspace.history()[0].title == "Plan a follow-up with 2 cards"
    follow_ups = workspace.sql("SELECT event_id, person_id, card_id FROM follow_up ORDER BY id").fetchall()
    assert follow_ups[0] == (line.event_id, line.person_id, line.id)
    workspace.undo()
    assert card_line(workspace, cards[0]).state is CardState.NO_PLAN
    workspace.redo()
    assert card_line(workspace, cards[0]) == line


def test_the_same_plan_made_twice_is_one(workspace: Workspace, cards: list[int]) -> None:
    for _ in range(2):
        plan_cards(workspace, cards, PlanDraft("Ring", TOMORROW), TODAY)
        apply_templates(workspace, cards, [1], TODAY)
    assert [len(line.plans) for line in event_cards(workspace, 1)] == [2, 2, 2]


def test_open_plans_come_first_by_day_and_time(workspace: Workspace, cards: list[int]) -> None:
    card = cards[0]
    for words, day, at in (("third", 3, None), ("second", 2, None), ("first", 2, time(9)), ("done", 1, None)):
        plan_cards(workspace, [card], PlanDraft(words, TODAY + timedelta(days=day), at), TODAY)
    finish_follow_up(workspace, card_line(workspace, card).plans[0].id)
    line = card_line(workspace, card)
    assert [plan.action for plan in line.plans] == ["first", "second", "third", "done"]
    assert line.next_plan == line.plans[0]


@pytest.mark.parametrize(
    ("plan", "field"),
    [
        (PlanDraft("", TOMORROW), "action"),
        (PlanDraft("\0 \t", TOMORROW), "action"),
        (PlanDraft("x" * 501, TOMORROW), "action"),
        (PlanDraft("Ring", TODAY - timedelta(days=1)), "due"),
    ],
)
def test_what_is_no_plan_is_refused_at_its_field(
    workspace: Workspace, cards: list[int], plan: PlanDraft, field: str
) -> None:
    with pytest.raises(InvalidInput) as refused:
        plan_cards(workspace, cards, plan, TODAY)
    assert refused.value.field == field
    assert planned(workspace, cards[0]) == []


def test_a_plan_is_edited_even_when_it_is_late(workspace: Workspace, cards: list[int]) -> None:
    plan_cards(workspace, cards[:1], PlanDraft("Ring", TODAY, time(9)), TODAY)
    number = card_line(workspace, cards[0]).plans[0].id
    edit_plan(workspace, number, PlanDraft("Ring \0 her", TODAY))
    (plan,) = card_line(workspace, cards[0]).plans
    assert (plan.action, plan.due, plan.due_time) == ("Ring her", TODAY, None)
    workspace.undo()
    assert card_line(workspace, cards[0]).plans[0].due_time == time(9)
    with pytest.raises(NotFound):
        edit_plan(workspace, 999, PlanDraft("Ring", TODAY))


def test_what_is_offered_fits_the_kind_and_the_name(workspace: Workspace, cards: list[int]) -> None:
    assert proposed_plan(workspace, cards[0], TODAY) == PlanDraft(
        "Write to Marta: good to meet you", TOMORROW
    )
    set_card_kind(workspace, cards[0], PersonKind.POTENTIAL_CLIENT)
    assert proposed_plan(workspace, cards[0], TODAY).action == "Send Marta something useful"
    with pytest.raises(NotFound):
        proposed_plan(workspace, 999, TODAY)


def test_templates_make_one_plan_each_from_the_day_they_are_applied(
    workspace: Workspace, cards: list[int]
) -> None:
    ids = [each.id for each in plan_templates(workspace)]
    apply_templates(workspace, cards[:2], ids, TODAY)
    assert planned(workspace, cards[1]) == [
        ("Say thank you to Bill", TOMORROW),
        ("Have a coffee with Bill", TODAY + timedelta(days=7)),
        ("Send Bill something useful", TODAY + timedelta(days=30)),
    ]
    workspace.undo()
    assert planned(workspace, cards[0]) == planned(workspace, cards[1]) == []
    with pytest.raises(NotFound, match="templates"):
        apply_templates(workspace, cards, [99], TODAY)
    with pytest.raises(NotFound, match="cards"):
        apply_templates(workspace, [99], ids, TODAY)


def test_several_plans_are_done_moved_and_dropped_in_one_step(workspace: Workspace, cards: list[int]) -> None:
    plan_cards(workspace, cards, PlanDraft("Ring", TOMORROW), TODAY)
    plans = [line.plans[0].id for line in event_cards(workspace, 1)]
    friday = date(2026, 11, 27)
    move_plans(workspace, plans, friday, TODAY)
    assert {line.plans[0].due for line in event_cards(workspace, 1)} == {friday}
    assert workspace.history()[0].title == "Move the plan to 27 Nov: 3 cards"
    finish_plans(workspace, plans[:2])
    drop_plans(workspace, plans[2:])
    states = [line.state for line in event_cards(workspace, 1)]
    assert states == [CardState.DONE, CardState.DONE, CardState.NO_PLAN]
    workspace.undo()
    workspace.undo()
    assert [line.state for line in event_cards(workspace, 1)] == [CardState.PLANNED] * 3
    for nothing in ([], [999]):
        with pytest.raises(NotFound, match="plans"):
            finish_plans(workspace, nothing)
    with pytest.raises(InvalidInput):
        move_plans(workspace, plans, TODAY - timedelta(days=1), TODAY)


def test_templates_are_kept_ordered_and_deleted(workspace: Workspace) -> None:
    assert [each.name for each in plan_templates(workspace)] == ["Thank-you", "Coffee", "Something useful"]
    number = add_template(workspace, " Ring ", "Ring {name}", 3)
    save_template(workspace, PlanTemplate(number, "Call", "Call {name}\0", 4))
    move_template(workspace, number, 0)
    first = plan_templates(workspace)[0]
    assert first == PlanTemplate(number, "Call", "Call {name}", 4)
    move_template(workspace, number, 99)
    assert plan_templates(workspace)[-1] == first
    delete_template(workspace, number)
    assert len(plan_templates(workspace)) == 3
    workspace.undo()
    assert plan_templates(workspace)[-1] == first
    for gone in (
        lambda: delete_template(workspace, 99),
        lambda: save_template(workspace, PlanTemplate(99, "a", "b", 1)),
        lambda: move_template(workspace, 99, 0),
    ):
        with pytest.raises(NotFound):
            gone()


@pytest.mark.parametrize(
    ("name", "action", "days", "field"),
    [
        ("", "Ring", 1, "name"),
        ("n" * 61, "Ring", 1, "name"),
        ("Ring", " ", 1, "action"),
        ("Ring", "x" * 501, 1, "action"),
        ("Ring", "Ring", -1, "days"),
        ("Ring", "Ring", 367, "days"),
    ],
)
def test_an_impossible_template_is_refused_at_its_field(
    workspace: Workspace, name: str, action: str, days: int, field: str
) -> None:
    with pytest.raises(InvalidInput) as refused:
        add_template(workspace, name, action, days)
    assert refused.value.field == field
    assert len(plan_templates(workspace)) == 3


def test_twenty_templates_are_enough(workspace: Workspace) -> None:
    for number in range(17):
        add_template(workspace, f"T{number}", "Ring", 1)
    with pytest.raises(InvalidInput, match="20 templates"):
        add_template(workspace, "One more", "Ring", 1)


class CardsMachine(RuleBasedStateMachine):
    """Whatever is done to cards, their state follows from their plans; undo and redo take the same steps."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = TemporaryDirectory()
        self.workspace = new_workspace(Path(self.folder.name) / "x.netdesk")
        self.cards: list[int] = []

    def teardown(self) -> None:
        self.workspace.close()
        self.folder.cleanup()

    @initialize()
    def enter(self) -> None:
        event = mixer(self.workspace)
        for name in ("Marta Lindqvist", "Bill Marsh"):
            self.cards.append(add_card(self.workspace, event, draft_from_card(name), MORNING).card_id)

    @rule(both=st.booleans(), days=st.integers(0, 9))
    def plan(self, both: bool, days: int) -> None:
        chosen = self.cards if both else self.cards[:1]
        plan_cards(self.workspace, chosen, PlanDraft("Ring {name}", TODAY + timedelta(days=days)), TODAY)

    @rule(templates=st.sets(st.integers(1, 3), min_size=1))
    def use_templates(self, templates: set[int]) -> None:
        apply_templates(self.workspace, self.cards, templates, TODAY)

    @rule(act=st.sampled_from([finish_follow_up, drop_follow_up, reopen_follow_up]), which=st.integers(0, 20))
    def close_a_plan(self, act: Callable[[Workspace, int], object], which: int) -> None:
        plans = [plan for line in self._lines() for plan in line.plans]
        if plans:
            plan = plans[which % len(plans)]
            if (plan.state is FollowUpState.OPEN) is (act is not reopen_follow_up):
                act(self.workspace, plan.id)

    @rule(reason=st.text(max_size=8))
    def let_one_go(self, reason: str) -> None:
        if card_line(self.workspace, self.cards[0]).state is not CardState.DONE:
            let_go(self.workspace, self.cards[:1], reason)
            assert card_line(self.workspace, self.cards[0]).state is CardState.LET_GO

    @rule()
    def take_all_back(self) -> None:
        take_back(self.workspace, self.cards)
        assert all(line.state is not CardState.LET_GO for line in self._lines())

    @rule()
    def undo_and_redo(self) -> None:
        before = self._lines()
        if self.workspace.history() and self.workspace.undo() is not None:
            self.workspace.redo()
        assert self._lines() == before

    @invariant()
    def states_follow_the_plans(self) -> None:
        for line in self._lines():
            follow_ups = tuple(FollowUp(plan.action, plan.due, plan.state) for plan in line.plans)
            kept = self.workspace.sql("SELECT let_go_at FROM card WHERE id = ?", (line.id,)).fetchone()
            assert line.state is card_state(follow_ups, kept[0] is not None)
            assert (line.next_plan is None) is (line.state is not CardState.PLANNED)

    def _lines(self) -> tuple[CardLine, ...]:
        return event_cards(self.workspace, 1) if self.cards else ()


TestCardsMachine = CardsMachine.TestCase
TestCardsMachine.settings = settings(max_examples=15, stateful_step_count=12, deadline=None)
