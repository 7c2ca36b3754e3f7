"""How far a goal is: what counts itself, what is added by hand, and what cannot be counted."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netdesk.method.goal_counts import (
    EventTally,
    cannot_count_fewer,
    count_problem,
    count_reached,
    counts_itself,
    is_one_to_one,
    kept_by_hand,
    linked_count,
    linked_words,
)
from netdesk.method.goals import GoalKind

counts = st.integers(0, 1000)
linked_counts = st.none() | counts
TALLY = EventTally(potential_clients=5, strategic_partners=1, learned=7, booked=2, reactions=8)


@pytest.mark.parametrize(
    ("kind", "linked", "words"),
    [
        (GoalKind.COLLECT_CARDS, 5, "5 counted from the cards"),
        (GoalKind.CONNECT_PARTNERS, 1, "1 counted from the cards"),
        (GoalKind.LEARN, 7, "7 counted from the cards"),
        (GoalKind.BOOK_ONE_TO_ONES, 2, "2 counted from the plans"),
        (GoalKind.TRY_MESSAGE, 8, "8 counted from the reactions"),
        (GoalKind.HELP, None, ""),
        (GoalKind.OWN_WORDS, None, ""),
    ],
)
def test_each_kind_counts_its_own_part_of_the_event(kind: GoalKind, linked: int | None, words: str) -> None:
    assert linked_count(kind, TALLY) == linked
    assert counts_itself(kind) is (linked is not None)
    assert linked_words(kind, linked) == words


def test_nothing_counted_says_nothing() -> None:
    assert linked_words(GoalKind.LEARN, 0) == ""


def test_a_count_below_the_cards_is_refused_with_what_to_do() -> None:
    said = cannot_count_fewer(GoalKind.COLLECT_CARDS, 5)
    assert said == "5 counted from the cards. Change the card to count fewer."


@given(linked_counts, counts)
def test_what_was_reached_is_never_less_than_either_count(linked: int | None, by_hand: int) -> None:
    reached = count_reached(linked, by_hand)
    assert reached >= by_hand
    assert reached >= (linked or 0)
    assert reached in {linked or 0, by_hand}


@given(linked_counts, counts)
def test_what_is_wanted_is_what_is_reached_unless_more_counted_itself(
    linked: int | None, wanted: int
) -> None:
    reached = count_reached(linked, kept_by_hand(wanted, linked))
    assert reached == max(wanted, linked or 0)


@given(counts, counts, counts)
def test_more_cards_never_lower_a_goal(linked: int, more: int, wanted: int) -> None:
    by_hand = kept_by_hand(wanted, linked)
    assert count_reached(linked + more, by_hand) >= count_reached(linked, by_hand)


@given(st.integers())
def test_only_counts_from_nought_to_a_thousand_are_taken(number: int) -> None:
    assert (count_problem(number) == "") is (0 <= number <= 1000)


@pytest.mark.parametrize(
    "action",
    [
        "One-to-one: plan joint webinar",
        "one to one with Ellen",
        "1-2-1 on Thursday",
        "1:1",
        "Book a one\u2011to\u2011one",
        "121 with Ravi",
        "Have a coffee with Ellen",
        "Lunch on Friday",
    ],
)
def test_a_plan_to_sit_down_together_is_a_one_to_one(action: str) -> None:
    assert is_one_to_one(action)


@pytest.mark.parametrize(
    "action", ["Send retail checklist", "Call 1210", "Say thank you", "Send the lunchbox price list", ""]
)
def test_other_plans_are_none(action: str) -> None:
    assert not is_one_to_one(action)
