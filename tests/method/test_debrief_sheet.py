"""What stands on the debrief sheet."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from netdesk.method.contact_kinds import PersonKind
from netdesk.method.debrief import PeopleMet
from netdesk.method.debrief_sheet import (
    CardRow,
    CountRow,
    DebriefCard,
    DebriefGoal,
    DebriefPlan,
    DebriefSheetInput,
    compose_debrief_sheet,
)
from netdesk.method.follow_ups import CardState
from netdesk.method.goals import Goal, GoalKind
from netdesk.method.pitches import Reactions
from netdesk.method.settings import DEFAULT_SETTINGS
from netdesk.method.sheet_text import LONGEST_TEXT
from tests.support.debrief_sheets import DEBRIEF, EMPTY
from tests.support.prep_sheets import START


def test_a_debrief_stands_on_the_sheet_as_it_was_entered() -> None:
    sheet = compose_debrief_sheet(DEBRIEF)
    assert (sheet.title, sheet.purpose) == ("Chamber autumn mixer", "NETWORKING")
    assert sheet.goals_beside == "2 of 3 reached"
    assert [(goal.boxes, goal.filled, goal.count) for goal in sheet.goals] == [
        (5, 5, "5 / 5"),
        (10, 8, "8 / 10"),
        (1, 1, "1 / 1"),
    ]
    assert sheet.reactions == (CountRow("Asked more", "4"), CountRow("Polite", "3"), CountRow("Blank", "1"))
    assert sheet.met == (
        CountRow("People met", "7"),
        CountRow("of them new", "4"),
        CountRow("Solid contacts", "2"),
    )
    assert sheet.cards_beside == "1 with no plan"
    assert [writing.text for writing in sheet.writing] == [DEBRIEF.learned, DEBRIEF.change_next]
    assert (sheet.stars, sheet.worth_beside) == (4.5, "Worth it")
    assert sheet.spent == (CountRow("Money", "£84"), CountRow("Time", "3 h"))


def test_each_card_stands_with_its_plans_or_room_for_one() -> None:
    marta, ellen, bill, priti = compose_debrief_sheet(DEBRIEF).cards
    assert marta == CardRow(
        "Marta Lindqvist",
        "Lindqvist Interiors",
        "Potential client",
        (("Send retail checklist", "Wed 25 Nov"),),
        solid=True,
    )
    assert ellen.plans == (
        ("One-to-one: plan joint webinar", "Thu 26 Nov 10:00"),
        ("Say thank you", "Wed 25 Nov, done"),
    )
    assert bill.plans == ()
    assert priti.plans == (("Let go: moves away", ""),)


def test_before_the_event_everything_is_left_to_the_pen() -> None:
    sheet = compose_debrief_sheet(EMPTY)
    assert sheet.goals_beside == ""
    assert [goal.count for goal in sheet.goals] == ["of 5", "of 10", "of 1"]
    assert {row.number for row in (*sheet.reactions, *sheet.met, *sheet.spent)} == {""}
    assert sheet.card_rows == DEFAULT_SETTINGS.card_rows
    assert all(writing.lines and not writing.text for writing in sheet.writing)
    assert sheet.stars is None


def test_empty_rows_go_once_the_debrief_is_finished() -> None:
    assert compose_debrief_sheet(DEBRIEF).card_rows == 2
    assert compose_debrief_sheet(replace(DEBRIEF, finished=True)).card_rows == 0


def test_a_finished_debrief_where_nobody_was_met_leaves_no_false_numbers() -> None:
    sheet = compose_debrief_sheet(replace(EMPTY, finished=True))
    assert sheet.goals_beside == "0 of 3 reached"
    assert sheet.met[0].number == ""


def test_money_is_written_as_it_is_asked_for() -> None:
    assert compose_debrief_sheet(DEBRIEF).spent[0].number == "£84"
    sheet = compose_debrief_sheet(DEBRIEF, money=lambda amount, _: f"{amount:g} pounds")
    assert sheet.spent[0].number == "84 pounds"


TEXT = st.text(max_size=60)
CARD = st.builds(
    DebriefCard,
    TEXT,
    TEXT,
    st.none() | st.sampled_from(PersonKind),
    st.sampled_from(CardState),
    st.lists(st.builds(DebriefPlan, TEXT, st.dates(), st.none() | st.times(), st.booleans()), max_size=3).map(
        tuple
    ),
    st.booleans(),
    TEXT,
)
GOAL = st.builds(
    DebriefGoal,
    st.builds(Goal, st.sampled_from(GoalKind), st.none() | st.integers(-5, 2000), TEXT, TEXT),
    st.integers(0, 2000),
)
ANY = st.builds(
    DebriefSheetInput,
    title=TEXT,
    start=st.just(START),
    printed_on=st.just(date(2026, 11, 22)),
    goals=st.lists(GOAL, max_size=4).map(tuple),
    pitch=TEXT,
    reactions=st.builds(Reactions, *[st.integers(0, 1000)] * 3),
    cards=st.lists(CARD, max_size=4).map(tuple),
    people=st.integers(0, 1000).map(lambda met: PeopleMet(met, met // 2)),
    learned=TEXT,
    change_next=TEXT,
    stars=st.none() | st.floats(0, 5),
    cost=st.none() | st.floats(0, 1e7),
    hours=st.none() | st.floats(0, 200),
    finished=st.booleans(),
)


@given(ANY)
def test_any_debrief_has_a_sheet_that_can_be_drawn(event: DebriefSheetInput) -> None:
    sheet = compose_debrief_sheet(event)
    assert sheet.title
    assert len(sheet.cards) == len(event.cards)
    assert all(0 <= goal.filled <= goal.boxes for goal in sheet.goals)
    assert all(bool(writing.text) is (writing.lines == 0) for writing in sheet.writing)
    assert all(card.name for card in sheet.cards)
    for text in texts(sheet):
        assert len(text) <= LONGEST_TEXT + 40
        assert "\n" not in text
        assert "\0" not in text


def texts(value: object) -> list[str]:
    """Every text in a sheet."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, tuple):
        return [text for each in value for text in texts(each)]
    if is_dataclass(value):
        return [text for field in fields(value) for text in texts(getattr(value, field.name))]
    return []
