"""Counted goals and their sentences."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netdesk.method.goals import (
    Goal,
    GoalKind,
    TickBoxes,
    goal_gaps,
    goal_sentence,
    goal_title,
    is_counted,
    is_reached,
    new_goal,
    tick_boxes,
)
from netdesk.method.settings import DEFAULT_SETTINGS


@pytest.mark.parametrize(
    ("goal", "sentence", "title"),
    [
        (
            Goal(GoalKind.COLLECT_CARDS, 5),
            "Collect 5 cards from potential clients",
            "Collect cards from potential clients",
        ),
        (
            Goal(GoalKind.COLLECT_CARDS, 1, "", "florists"),
            "Collect one card from florists",
            "Collect cards from florists",
        ),
        (
            Goal(GoalKind.TRY_MESSAGE, 10, "", "Inbox to zero"),
            "Try “Inbox to zero” on 10 people",
            "Try “Inbox to zero” on people",
        ),
        (Goal(GoalKind.TRY_MESSAGE, 1), "Try a message on one person", "Try a message on people"),
        (Goal(GoalKind.CONNECT_PARTNERS, 1), "Find one strategic partner", "Find one strategic partner"),
        (Goal(GoalKind.CONNECT_PARTNERS, 3), "Find 3 strategic partners", "Find strategic partners"),
        (Goal(GoalKind.LEARN, 6), "Learn from 6 people", "Learn from people"),
        (Goal(GoalKind.BOOK_ONE_TO_ONES, 2), "Book 2 one-to-ones", "Book one-to-ones"),
        (
            Goal(GoalKind.HELP, 1, "", "find a venue"),
            "Help one person: find a venue",
            "Help people: find a venue",
        ),
        (Goal(GoalKind.OWN_WORDS, 3, "", "Ask for a stage"), "Ask for a stage (3)", "Ask for a stage"),
        (Goal(GoalKind.OWN_WORDS, 1, "", "Thank the host"), "Thank the host", "Thank the host"),
        (Goal(GoalKind.OWN_WORDS, 3, "", "Meet 3 bakers"), "Meet 3 bakers", "Meet 3 bakers"),
        (Goal(GoalKind.OWN_WORDS), "Goal without words yet", "Goal without words yet"),
        (Goal(GoalKind.LEARN, None), "Learn from people", "Learn from people"),
    ],
)
def test_a_goal_in_words(goal: Goal, sentence: str, title: str) -> None:
    assert goal_sentence(goal) == sentence
    assert goal_title(goal) == title


@pytest.mark.parametrize("kind", [kind for kind in GoalKind if kind is not GoalKind.OWN_WORDS])
def test_a_goal_as_offered_is_counted_and_followed_up(kind: GoalKind) -> None:
    goal = new_goal(kind, "Inbox to zero")
    assert is_counted(goal)
    assert kind.label


def test_what_a_goal_lacks_is_said_kindly() -> None:
    assert goal_gaps(Goal(GoalKind.LEARN)) == (
        "Give it a number, so that you know when you are there.",
        "Write how you will follow up.",
    )
    assert goal_gaps(replace(new_goal(GoalKind.TRY_MESSAGE), subject=" ")) == (
        "Say which message you want to try.",
    )
    assert goal_gaps(Goal(GoalKind.OWN_WORDS, 1, "Call")) == ("Say in your own words what you want to do.",)
    assert goal_gaps(Goal(GoalKind.HELP, 1001, "Call")) == (
        "Choose a number up to 1,000; a small one you can reach is better.",
    )
    assert not is_counted(Goal(GoalKind.HELP, 0, "Call"))


def test_a_goal_is_reached_at_its_count() -> None:
    assert is_reached(Goal(GoalKind.HELP, 3), 3)
    assert not is_reached(Goal(GoalKind.HELP, 3), 2)
    assert not is_reached(Goal(GoalKind.HELP, None), 9)
    assert not is_reached(Goal(GoalKind.HELP, 0), 0)


@given(count=st.integers(-5, 2000), most=st.integers(1, 100))
def test_boxes_up_to_a_number_then_a_tally_line(count: int, most: int) -> None:
    boxes = tick_boxes(count, replace(DEFAULT_SETTINGS, tick_boxes=most))
    assert boxes.boxes <= most
    assert boxes.tally == (count > most)
    assert boxes.boxes == (count if 1 <= count <= most else 0)


def test_twenty_boxes_are_the_most_and_no_count_has_none() -> None:
    assert tick_boxes(20) == TickBoxes(20, tally=False)
    assert tick_boxes(21) == TickBoxes(0, tally=True)
    assert tick_boxes(None) == TickBoxes(0, tally=False)
