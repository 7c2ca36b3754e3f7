"""The plan for the room, what a prepared event needs, and the kinds of contacts."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netdesk.method.contact_kinds import MarketStanding, PersonKind, PointKind
from netdesk.method.goals import Goal, GoalKind, new_goal
from netdesk.method.preparation import PitchChoice, is_prepared, missing_until_prepared, preparation_chip
from netdesk.method.room import (
    duration_words,
    expected_sentence,
    room_plan,
    too_many_cards_sentence,
)
from netdesk.method.settings import DEFAULT_SETTINGS

GOOD = new_goal(GoalKind.LEARN)


def test_two_hours_are_planned_as_the_method_says() -> None:
    assert room_plan(120).lines == (
        "Learn from 6–8 people, not 20",
        "Leave with 2–4 solid contacts",
        "Book 2 one-to-ones on the spot",
    )
    assert room_plan(None) == room_plan(0) == room_plan(120)


def test_a_short_and_a_very_long_event() -> None:
    short = room_plan(15)
    assert short.lines == (
        "Learn from 1 person, not 20",
        "Leave with 1 solid contact",
        "Book 1 one-to-one on the spot",
    )
    assert room_plan(480).learn_line == "Learn from 24–32 people"
    assert len(room_plan(120, replace(DEFAULT_SETTINGS, one_to_ones_to_book=0)).lines) == 2


@given(st.integers(1, 2000), st.integers(1, 2000))
def test_a_longer_event_never_leaves_time_for_fewer(one: int, other: int) -> None:
    shorter, longer = room_plan(min(one, other)), room_plan(max(one, other))
    assert 1 <= shorter.learn_low <= longer.learn_low
    assert shorter.learn_high <= longer.learn_high
    assert shorter.solid_low <= shorter.solid_high <= shorter.learn_high
    assert shorter.one_to_ones <= shorter.learn_high


def test_the_people_expected_against_the_time() -> None:
    assert expected_sentence(5, room_plan(120)) == "5 of the 6–8 that two hours allow"
    assert expected_sentence(2, room_plan(60)) == "2 of the 3–4 that one hour allows"
    assert expected_sentence(9, room_plan(120)) == "9 people, more than the 6–8 that two hours allow"


def test_lengths_in_words() -> None:
    assert [duration_words(minutes) for minutes in (45, 60, 90, 120, 360, 540)] == [
        "45 minutes",
        "one hour",
        "90 minutes",
        "two hours",
        "six hours",
        "9 hours",
    ]


def test_fifteen_cards_are_a_warning() -> None:
    assert too_many_cards_sentence(14) == ""
    assert too_many_cards_sentence(15).startswith("15 cards: too many")


@pytest.mark.parametrize(
    ("goals", "pitch", "people", "missing", "chip"),
    [
        ((GOOD,), PitchChoice.CHOSEN, 1, 0, "Prepared"),
        ((GOOD, Goal(GoalKind.HELP)), PitchChoice.NONE_NEEDED, 3, 0, "Prepared"),
        ((), PitchChoice.CHOSEN, 1, 1, "No goal yet"),
        ((Goal(GoalKind.HELP),), PitchChoice.CHOSEN, 1, 1, "Goal not counted"),
        ((GOOD,), PitchChoice.OPEN, 1, 1, "No pitch yet"),
        ((GOOD,), PitchChoice.CHOSEN, 0, 1, "Nobody to meet yet"),
        ((), PitchChoice.OPEN, 0, 3, "No goal yet"),
    ],
)
def test_what_is_missing_until_an_event_is_prepared(
    goals: tuple[Goal, ...], pitch: PitchChoice, people: int, missing: int, chip: str
) -> None:
    sentences = missing_until_prepared(goals, pitch, people)
    assert len(sentences) == missing
    assert all(sentence.endswith(".") for sentence in sentences)
    assert is_prepared(goals, pitch, people) == (missing == 0)
    assert preparation_chip(goals, pitch, people) == chip


def test_an_uncounted_goal_is_named() -> None:
    assert missing_until_prepared((Goal(GoalKind.HELP, None, "Call"),), PitchChoice.CHOSEN, 1) == (
        "Help people: give it a number, so that you know when you are there.",
    )


def test_the_words_for_kinds_of_contacts() -> None:
    assert [kind.label for kind in PersonKind][:3] == ["Potential client", "Strategic partner", "Connector"]
    assert {kind for kind in PersonKind if kind.competes} == {PersonKind.COMPETITOR, PersonKind.SAME_TRADE}
    assert [standing.label for standing in MarketStanding] == ["In this market", "Close to it"]
    assert [kind.label for kind in PointKind] == ["E-mail", "Phone", "Address", "Web", "Social"]
    assert all(kind.use_labels for kind in PointKind)
