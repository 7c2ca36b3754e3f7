"""What Today says: counts, chips, the pace of the month, a good deed."""

from calendar import monthrange
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netdesk.method.attention import Tone
from netdesk.method.goals import GoalKind, new_goal
from netdesk.method.preparation import PitchChoice
from netdesk.method.today import (
    Line,
    Way,
    ask_deed,
    call_deed,
    cards_sentence,
    cold_sentence,
    day_title,
    days_ago,
    event_heading,
    event_when,
    follow_up_chip,
    follow_ups_sentence,
    introduce_deed,
    moving_days,
    names_person,
    needs_sentence,
    notice_words,
    number_words,
    pace,
    pace_sentence,
    preparation_lines,
    thank_deed,
    way_to,
)

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
TODAY = NOW.date()
COUNTS = st.integers(0, 100_000)
DAYS = st.dates(date(2000, 1, 1), date(2100, 12, 31))


def test_the_day_and_the_count_are_said_in_words() -> None:
    assert day_title(TODAY) == "Sunday, 22 November"
    assert needs_sentence(5) == "Five things need you. Help first, then ask."
    assert needs_sentence(1) == "One thing needs you. Help first, then ask."
    assert needs_sentence(0) == "Nothing needs you today. A good day to help somebody."
    assert needs_sentence(4992).startswith("4,992 things need you.")


@given(COUNTS)
def test_every_count_has_its_words(count: int) -> None:
    words = number_words(count)
    assert words.isalpha() == (count <= 12)
    assert words == words[:1].upper() + words[1:]
    assert needs_sentence(count).startswith("One thing needs") == (count == 1)


@given(COUNTS, COUNTS, COUNTS)
def test_a_notice_says_as_many_as_there_are(cards: int, follow_ups: int, debriefs: int) -> None:
    title, body = notice_words(cards, follow_ups, debriefs)
    whole = cards + follow_ups + debriefs
    assert bool(title) == bool(body) == (whole > 0)
    if whole:
        assert title.startswith(f"{whole:,} thing")
        assert sum(int(part.split()[0].replace(",", "")) for part in body.split(", ")) == whole


def test_a_notice_is_short() -> None:
    assert notice_words(2, 1, 0) == ("3 things need you", "2 cards with no plan, 1 follow-up")
    assert notice_words(0, 0, 1) == ("1 thing needs you", "1 debrief left open")
    assert notice_words(0, 0, 0, 2, 1) == ("3 things need you", "2 promises, 1 one-to-one")


@given(COUNTS, COUNTS)
def test_follow_ups_are_counted_apart(overdue: int, today: int) -> None:
    words = follow_ups_sentence(overdue, today)
    assert ("overdue" in words) == (overdue > 0)
    assert ("today" in words) == (today > 0)
    assert (words == "all done") == (overdue + today == 0)


def test_cards_say_where_they_are_from() -> None:
    assert cards_sentence(["Breakfast Club"] * 3, 4) == "from Breakfast Club, 4 days ago"
    assert cards_sentence(["Breakfast Club", "Mixer"], 12) == "the oldest 12 days ago"
    assert cards_sentence([""], 1) == "yesterday"
    assert cards_sentence([], 0) == ""
    assert (days_ago(0), days_ago(1), days_ago(33), days_ago(2000)) == (
        "today",
        "yesterday",
        "33 days ago",
        "2,000 days ago",
    )


@pytest.mark.parametrize(
    ("days", "at", "chip"),
    [
        (-6, None, ("6 d late", Tone.BAD)),
        (-6, time(10), ("6 d late", Tone.BAD)),
        (0, None, ("today", Tone.WARN)),
        (0, time(10), ("10:00", Tone.WARN)),
        (0, time(9), ("09:00", Tone.BAD)),
    ],
)
def test_a_chip_says_when_a_follow_up_is_due(days: int, at: time | None, chip: tuple[str, Tone]) -> None:
    assert follow_up_chip(TODAY + timedelta(days=days), at, NOW) == chip


def test_putting_off_goes_to_days_that_are_near() -> None:
    assert moving_days(TODAY) == (
        ("Tomorrow", date(2026, 11, 23)),
        ("Next week", date(2026, 11, 30)),
        ("In two weeks", date(2026, 12, 6)),
    )
    assert dict(moving_days(date(2026, 11, 25)))["Next week"] == date(2026, 11, 30)


def test_an_action_may_name_the_person_itself() -> None:
    assert names_person("Call Aoife about the handbook", "Aoife Byrne", "Aoife")
    assert names_person("Zoe: confirm coffee", "Zoë Novák", "Zoë")
    assert not names_person("Confirm coffee", "Ellen Brandt", "Ellen")
    assert not names_person("Samples for them", "Sam Carter", "Sam")
    assert not names_person("Call", "", "")


def test_the_next_event_says_how_far_off_it_is() -> None:
    starts = datetime(2026, 11, 24, 17, 30, tzinfo=UTC)
    assert event_heading(starts, NOW) == "NEXT EVENT · IN 2 DAYS"
    assert event_heading(NOW + timedelta(hours=3), NOW) == "NEXT EVENT · TODAY"
    assert event_heading(NOW + timedelta(days=1), NOW) == "NEXT EVENT · TOMORROW"
    assert event_heading(NOW - timedelta(hours=1), NOW) == "UNDER WAY"
    assert event_when(starts, NOW, "Town Hall") == "Tue 17:30 · Town Hall"
    assert event_when(starts + timedelta(days=14), NOW, " ") == "8 Dec 17:30"


def test_a_preparation_says_what_is_there_and_what_is_missing() -> None:
    goals = [new_goal(GoalKind.LEARN)]
    assert preparation_lines(goals, 5, PitchChoice.CHOSEN, "One minute chosen, 54 s") == (
        Line(True, "1 goal set"),
        Line(True, "5 people to meet"),
        Line(True, "One minute chosen, 54 s"),
    )
    missing = preparation_lines([], 0, PitchChoice.OPEN, "")
    assert [line.done for line in missing] == [False, False, False]
    assert missing[2].words == "Choose a pitch for this room, or say that none is needed."
    assert preparation_lines(goals, 1, PitchChoice.NONE_NEEDED, "")[2] == Line(True, "No pitch needed")


def test_going_cold_is_said_with_the_rhythm() -> None:
    assert cold_sentence(21, 33, spoke=True) == "every 3 weeks · last spoke 33 days ago"
    assert cold_sentence(84, 91, spoke=False) == "every 12 weeks · not spoken yet, met 91 days ago"


@pytest.mark.parametrize(
    ("level", "phone", "email", "way"),
    [
        (4, "+44", "a@b.example", Way.CALL),
        (3, "+44", "a@b.example", Way.WRITE),
        (1, "+44", "", Way.CALL),
        (5, "", "a@b.example", Way.WRITE),
        (5, "", "", Way.LOG),
    ],
)
def test_close_people_are_called_and_others_written_to(level: int, phone: str, email: str, way: Way) -> None:
    assert way_to(level, phone, email) is way


@given(st.integers(0, 1000), DAYS)
def test_the_pace_never_falls_behind_what_is_done(done: int, day: date) -> None:
    expected = pace(done, day)
    days = monthrange(day.year, day.month)[1]
    assert (expected is None) == (day.day < 5)
    if expected is not None:
        assert expected >= done
        assert abs(expected - done * days / day.day) <= 0.5
        assert expected == done or day.day < days
    assert bool(pace_sentence(done, day)) == (day.day >= 5)


def test_the_pace_is_said_for_the_end_of_the_month() -> None:
    assert pace_sentence(6, TODAY) == "At this pace: 8 solid contacts by the end of the month."
    assert pace_sentence(7, TODAY) == "At this pace: 10 solid contacts by the end of the month."
    assert pace_sentence(1, TODAY) == "At this pace: 1 solid contact by the end of the month."
    assert pace_sentence(0, TODAY) == "The first solid contact of the month is still to come."
    assert pace_sentence(3, date(2026, 11, 2)) == ""


def test_a_good_deed_becomes_something_to_do() -> None:
    assert call_deed(7, "Peter Novak", 33, Way.CALL).action == "Call Peter Novak"
    assert call_deed(7, "Peter Novak", 33, Way.LOG).words == "Meet Peter Novak, just to hear how it goes."
    introduction = introduce_deed(7, "Tom Okafor", "Hannah Weiss", "design")
    assert introduction.words == "Introduce Tom Okafor to Hannah Weiss."
    assert introduction.why == "Both belong to “design”."
    assert thank_deed(7, "Ellen Brandt", 1).why == "You met yesterday."
    assert ask_deed(7, "Ellen Brandt").action == "Ask Ellen Brandt who would be a good client"
