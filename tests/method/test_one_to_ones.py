"""One-to-ones: where they stand, what a plan begins with, slots on working days, texts kept once."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from netdesk.method.one_to_ones import (
    LEARNED_FIELDS,
    SIDE_FIELDS,
    Standing,
    added_to_field,
    first_free_day,
    proposed_objective,
    proposed_questions,
    reminder_words,
    slots,
    standing,
)

TEN = datetime(2026, 11, 24, 10, tzinfo=UTC)


def test_it_is_over_once_its_minutes_have_passed() -> None:
    assert standing(TEN, 60, TEN - timedelta(days=1)) is Standing.COMING
    assert standing(TEN, 60, TEN + timedelta(minutes=59)) is Standing.COMING
    assert standing(TEN, 60, TEN + timedelta(minutes=60)) is Standing.OVER
    assert standing(TEN, 60, TEN, called_off=True) is Standing.CALLED_OFF
    assert standing(TEN, 60, TEN, held=True, called_off=True) is Standing.HELD


def test_the_objective_is_what_is_not_known_yet() -> None:
    assert proposed_objective("Grace", {}) == "Understand what Grace does"
    known = {"what_they_do": "copywriting", "ideal_client": " "}
    assert proposed_objective("Grace", known) == "Understand Grace’s ideal client"
    everything = {field.name: "known" for field in LEARNED_FIELDS}
    assert proposed_objective("Grace", everything) == "Find one way to help Grace this month"


def test_the_second_question_is_about_what_is_not_known_yet() -> None:
    assert proposed_questions({"ideal_client": "charities"}, "Who fits?") == (
        "Who fits?",
        "Where do you want to be in a year?",
    )
    assert proposed_questions({field.name: "known" for field in LEARNED_FIELDS}, "")[1].startswith(
        "What would"
    )


def test_the_sheet_speaks_of_goals_accomplishments_interests_networks_and_skills() -> None:
    assert [field.label for field in SIDE_FIELDS] == [
        "Goals",
        "Accomplishments",
        "Interests",
        "Networks",
        "Skills",
    ]


def test_several_get_a_slot_on_the_working_days_that_follow() -> None:
    thursday = datetime.fromisoformat("2026-11-26T10:30")
    days = [f"{one:%a %d %H:%M}" for one in slots(thursday, 4)]
    assert days == ["Thu 26 10:30", "Fri 27 10:30", "Mon 30 10:30", "Tue 01 10:30"]
    assert slots(thursday, 0) == ()


@given(st.dates(date(2020, 1, 1), date(2040, 1, 1)))
def test_the_first_day_proposed_is_a_working_day_within_ten_days(today: date) -> None:
    day = first_free_day(today)
    assert day.weekday() < 5
    assert 7 <= (day - today).days <= 9


def test_reminders_are_said_in_the_largest_whole_unit() -> None:
    said = [reminder_words(minutes) for minutes in (None, 0, 15, 60, 90, 1440, 2880)]
    assert said == [
        "no reminder",
        "when it begins",
        "15 minutes before",
        "1 hour before",
        "90 minutes before",
        "1 day before",
        "2 days before",
    ]


def test_what_stands_in_a_field_already_is_not_doubled() -> None:
    assert added_to_field("", " charities ") == "charities"
    assert added_to_field("charities", "shops") == "charities\nshops"
    assert added_to_field("Charities\nshops", "charities") == "Charities\nshops"
    assert added_to_field("charities", "  ") == "charities"
