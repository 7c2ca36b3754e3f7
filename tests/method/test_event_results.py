"""What came of events, in words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netdesk.method.event_results import (
    earlier_line,
    no_plan_words,
    per_solid_line,
    result_line,
    waiting_sentence,
    won_words,
    worth_going_sentence,
)
from netdesk.method.event_worth import Outcome, add_up
from netdesk.method.money import Total, plain_money


@pytest.mark.parametrize(
    ("numbers", "line"),
    [
        ((4, 6, 1, 1, 8), "4 solid · goal met"),
        ((2, 3, 0, 0, 1), "2 solid · 1 pitch trial"),
        ((2, 3, 2, 0, 8), "2 solid · 8 pitch trials"),
        ((0, 22, 1, 0, 0), "0 solid · 22 cards"),
        ((1, 1, 0, 0, 0), "1 solid · 1 card"),
        ((2, 5, 3, 2, 8), "2 solid · 2 of 3 goals"),
        ((2, 5, 3, 3, 8), "2 solid · all goals met"),
        ((0, 0, 0, 0, 0), "0 solid"),
    ],
)
def test_the_line_says_the_most_telling_thing(numbers: tuple[int, int, int, int, int], line: str) -> None:
    solid, cards, goals, reached, trials = numbers
    assert result_line(solid=solid, cards=cards, goals=goals, reached=reached, trials=trials) == line


def test_business_that_came_stands_before_all_else() -> None:
    assert result_line(solid=4, cards=6, goals=1, reached=1, trials=8, wins=1) == "4 solid · 1 win"
    assert result_line(solid=0, cards=0, goals=0, reached=0, trials=0, wins=2) == "0 solid · 2 wins"


@given(st.integers(0, 99), st.integers(0, 99), st.integers(0, 9), st.integers(0, 9), st.integers(0, 99))
def test_the_line_always_begins_with_the_solid_contacts(
    solid: int, cards: int, goals: int, reached: int, trials: int
) -> None:
    line = result_line(solid=solid, cards=cards, goals=max(goals, reached), reached=reached, trials=trials)
    assert line.split(" · ")[0] == f"{solid} solid"
    assert not line.endswith("· ")


def test_cards_that_wait_are_said_kindly() -> None:
    assert no_plan_words(0) == ""
    assert no_plan_words(1) == "1 card with no plan"
    assert no_plan_words(2, short=True) == "2 cards, no plan"
    assert waiting_sentence(0, 1) == ""
    assert waiting_sentence(3, 1) == "3 cards from last time have no plan yet."
    assert waiting_sentence(1, 3) == "1 card from earlier times has no plan yet."


def test_earlier_events_are_told_with_money_and_hours_for_each_time() -> None:
    three = add_up([Outcome(solid=3, cost=84.0, hours=3.0, stars=4.0)] * 3)
    assert earlier_line(three, "£84") == "Last 3 times: 9 solid contacts, £84 and 3 h each, 4 stars."
    one = add_up([Outcome(hours=2.0, stars=1.0)])
    assert earlier_line(one, "") == "Last time: no solid contact yet, 2 h, 1 star."
    assert earlier_line(add_up([Outcome(solid=1)]), "") == "Last time: 1 solid contact."
    assert per_solid_line("£28", "1 h") == "£28 and 1 h for each solid contact."
    assert per_solid_line("", "") == ""


@pytest.mark.parametrize(
    ("outcomes", "begins"),
    [
        ([Outcome(solid=2, stars=4.5)], "Worth going again."),
        ([Outcome(solid=0, stars=4.5)], "You liked it"),
        ([Outcome(cards=3, stars=4.5)] * 2, "No solid contact in 2 times"),
        ([Outcome(stars=4.5)] * 2, "You liked it"),
        ([Outcome(solid=1, stars=3.0)], "So-so until now"),
        ([Outcome(solid=1, stars=1.0)], "Not worth it until now"),
        ([Outcome(solid=1)], ""),
        ([Outcome()], ""),
    ],
)
def test_going_again_is_advised_by_a_rule(outcomes: list[Outcome], begins: str) -> None:
    sentence = worth_going_sentence(add_up(outcomes))
    assert sentence.startswith(begins)
    assert bool(sentence) is bool(begins)


def test_business_that_came_is_said_and_speaks_for_the_event() -> None:
    outcome = Outcome(cards=4, stars=4.0, wins=1, won=Total(1850.0, "GBP", (), 1))
    worth = add_up([outcome, outcome])
    words = won_words(worth.wins, worth.won, plain_money)
    assert words == "2 wins worth £3,700"
    assert earlier_line(worth, "", "", words) == (
        "Last 2 times: no solid contact yet, 2 wins worth £3,700, 4 stars."
    )
    assert worth_going_sentence(worth) == "Worth going again."
    assert won_words(1, Total(0.0, "GBP"), plain_money) == "1 win"
    assert won_words(0, None, plain_money) == ""
