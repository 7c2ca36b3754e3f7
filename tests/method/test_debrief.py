"""The rules of the debrief: people met, the kind hints, what is still open, when an event is over."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netdesk.method.debrief import (
    DebriefPart,
    ends_at,
    landed_sentence,
    open_points,
    people_hint,
    people_met,
    people_words,
    solid_hint,
    solid_words,
    spent_sentence,
    usual_hours,
)
from netdesk.method.pitches import Reactions
from netdesk.method.room import room_plan
from netdesk.method.settings import MethodSettings

START = datetime(2026, 11, 24, 17, 30, tzinfo=UTC)
TWO_HOURS = room_plan(120)
counts = st.integers(0, 1000)
maybe = st.none() | counts


@given(counts, counts, maybe, maybe)
def test_people_met_are_never_fewer_than_their_cards(
    cards: int, new_cards: int, met: int | None, new: int | None
) -> None:
    people = people_met(cards, min(new_cards, cards), met, new)
    assert people.met == max(cards, met or 0)
    assert min(new_cards, cards) <= people.new <= people.met
    assert people.known >= 0
    assert (people.new_percent is None) is (people.met == 0)
    assert people.new_percent is None or 0 <= people.new_percent <= 100


def test_without_a_count_by_hand_the_cards_are_the_people_met() -> None:
    people = people_met(5, 3, None, None)
    assert (people.met, people.new, people.known) == (5, 3, 2)
    assert people_words(people, TWO_HOURS) == "people in two hours, 60% of them new"
    assert people_words(people_met(0, 0, None, None), TWO_HOURS) == "people in two hours"


@pytest.mark.parametrize(
    ("met", "hint"),
    [
        (0, "there was time to learn about 6–8"),
        (1, "there was time for 6–8; a few well known are worth more than many"),
        (6, "inside the 6–8 that leave time to learn"),
        (8, "inside the 6–8 that leave time to learn"),
        (9, "more than the 6–8 that leave time to learn about each"),
    ],
)
def test_the_hint_on_people_gives_its_reason(met: int, hint: str) -> None:
    assert people_hint(met, TWO_HOURS) == hint


@pytest.mark.parametrize(
    ("solid", "hint"),
    [
        (0, "plan was 2–4; press the star of a card to mark one"),
        (1, "plan was 2–4; one you do see again is worth ten you do not"),
        (2, "plan was 2–4"),
        (4, "plan was 2–4"),
        (5, "plan was 2–4; keep to those you will really see again"),
    ],
)
def test_the_hint_on_solid_contacts_compares_with_the_plan(solid: int, hint: str) -> None:
    assert solid_hint(solid, TWO_HOURS) == hint


@given(counts, st.integers(1, 3000))
def test_hints_follow_the_length_of_the_event(met: int, minutes: int) -> None:
    plan = room_plan(minutes)
    hint = people_hint(met, plan)
    assert hint.startswith("more than") is (met > plan.learn_high)
    assert hint.startswith("inside") is (plan.learn_low <= met <= plan.learn_high)
    assert "must" not in hint
    assert "fail" not in hint


@pytest.mark.parametrize(
    ("met", "new", "share"),
    [(3, 3, "all"), (3, 0, "none"), (1000, 999, "99%"), (1000, 1, "1%"), (7, 4, "57%")],
)
def test_some_new_people_are_neither_none_nor_all(met: int, new: int, share: str) -> None:
    people = people_met(0, 0, met, new)
    assert people_words(people, TWO_HOURS) == f"people in two hours, {share} of them new"


def test_the_words_beside_the_numbers_know_one_and_many() -> None:
    assert people_words(people_met(1, 1, None, None), room_plan(90)) == "person in 90 minutes, new to me"
    assert people_words(people_met(1, 0, None, None), TWO_HOURS) == "person in two hours, known before"
    assert solid_words(1) == "solid contact to reconnect with"
    assert solid_words(2) == "solid contacts to reconnect with"


@pytest.mark.parametrize(
    ("money", "hours", "solid", "sentence"),
    [
        ("£84", "3 h", 2, "£84 and 3 h for 2 solid contacts."),
        ("£84", "", 1, "£84 for 1 solid contact."),
        ("", "3 h", 0, "3 h for no solid contact yet."),
        ("", "", 4, ""),
    ],
)
def test_what_an_event_took_is_said_with_what_it_gave(
    money: str, hours: str, solid: int, sentence: str
) -> None:
    assert spent_sentence(money, hours, solid) == sentence


@pytest.mark.parametrize(
    ("here", "number", "earlier", "sentence"),
    [
        (Reactions(4, 3, 1), 2, Reactions(7, 8, 2), "50% asked more, up from 41% (v2)."),
        (Reactions(1, 3, 1), 2, Reactions(7, 8, 2), "20% asked more, down from 41% (v2)."),
        (Reactions(4, 3, 1), 2, Reactions(5, 5, 0), "50% asked more, as many as with v2."),
        (Reactions(4, 3, 1), 2, Reactions(1, 1, 1), "50% asked more."),
        (Reactions(4, 3, 1), None, None, "50% asked more."),
        (Reactions(1, 1, 1), 2, Reactions(7, 8, 2), "3 people: too few to say."),
        (Reactions(1, 0, 0), None, None, "1 person: too few to say."),
        (Reactions(), 2, Reactions(7, 8, 2), "Count how people took it, as far as you remember."),
    ],
)
def test_how_a_line_landed_is_compared_with_the_version_before(
    here: Reactions, number: int | None, earlier: Reactions | None, sentence: str
) -> None:
    assert landed_sentence(here, number, earlier) == sentence


def test_too_few_to_say_heeds_the_setting() -> None:
    said = landed_sentence(Reactions(1, 1, 0), settings=MethodSettings(few_reactions=2))
    assert said == "50% asked more."


def test_everything_open_is_named_with_its_part() -> None:
    points = open_points(
        no_plan=2, uncounted=["Help people"], pitch="Inbox to zero · v3", reactions=0, rated=False
    )
    assert [(point.part, point.words) for point in points] == [
        (DebriefPart.CARDS, "2 cards with no plan"),
        (DebriefPart.GOALS, "Goal not counted: Help people"),
        (DebriefPart.REACTIONS, "Reactions to Inbox to zero · v3 not counted"),
        (DebriefPart.WORTH, "No stars yet: was it worth it?"),
    ]


def test_a_whole_debrief_leaves_nothing_open() -> None:
    assert open_points(no_plan=0, uncounted=[], pitch="", reactions=0, rated=True) == ()
    assert open_points(no_plan=0, uncounted=[], pitch="A · v1", reactions=1, rated=True) == ()


def test_many_uncounted_goals_are_named_in_part() -> None:
    (point,) = open_points(no_plan=0, uncounted=list("abcde"), pitch="", reactions=0, rated=True)
    assert point.words == "5 goals not counted: a, b, c and 2 more"
    (card,) = open_points(no_plan=1, uncounted=[], pitch="", reactions=0, rated=True)
    assert card.words == "1 card with no plan"


def test_an_event_without_an_end_is_over_after_two_hours() -> None:
    assert ends_at(START, None) == START + timedelta(hours=2)
    assert ends_at(START, START + timedelta(hours=3)) == START + timedelta(hours=3)


@pytest.mark.parametrize(
    ("length", "hours"),
    [(None, 2.0), (timedelta(hours=3), 3.0), (timedelta(minutes=100), 1.75), (timedelta(days=300), 200.0)],
)
def test_the_hours_offered_are_the_length_of_the_event(length: timedelta | None, hours: float) -> None:
    assert usual_hours(START, None if length is None else START + length) == hours
