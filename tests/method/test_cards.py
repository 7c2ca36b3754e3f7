"""When a card was received, who may be meant by it, what is offered as its plan; templates applied."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netdesk.method.cards import (
    default_due,
    firms_agree,
    names_meet,
    no_plan_words,
    proposed_action,
    received_at,
)
from netdesk.method.contact_kinds import PersonKind
from netdesk.method.follow_ups import CardState
from netdesk.method.plan_templates import (
    LONGEST_DAYS,
    PlanDraft,
    applied,
    days_words,
    template_problems,
    worded,
)
from tests.support.events import wall

START = datetime(2026, 11, 24, 17, 30, tzinfo=UTC)
TODAY = date(2026, 11, 24)
moments = st.datetimes(wall(2000, 1, 1), wall(2100, 1, 1), timezones=st.just(UTC))


@given(moments, st.none() | st.timedeltas(timedelta(0), timedelta(days=3)), moments)
def test_a_card_is_received_when_the_event_ended_and_never_later_than_now(
    starts: datetime, length: timedelta | None, now: datetime
) -> None:
    ends = None if length is None else starts + length
    received = received_at(starts, ends, now)
    assert received <= now
    assert received in {now, ends, starts + timedelta(hours=2)}


def test_an_event_without_an_end_lasts_two_hours() -> None:
    assert received_at(START, None, START + timedelta(days=1)) == START + timedelta(hours=2)
    assert received_at(START, None, START + timedelta(minutes=5)) == START + timedelta(minutes=5)


def test_a_plan_is_offered_for_tomorrow_in_words_that_fit() -> None:
    assert default_due(TODAY) == date(2026, 11, 25)
    assert proposed_action(None, "Bill") == "Write to Bill: good to meet you"
    assert proposed_action(PersonKind.STRATEGIC_PARTNER, "Ellen") == "Book a one-to-one with Ellen"
    assert len({proposed_action(kind, "Bo") for kind in PersonKind}) == len(PersonKind)
    assert all("Bo" in proposed_action(kind, "Bo") for kind in PersonKind)
    assert proposed_action(None, " ") == "Write to them: good to meet you"


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("", "Marsh Vans", True),
        ("Marsh Vans", "marsh  vans", True),
        ("Café Rosa", "Cafe Rosa", True),
        ("Marsh Vans", "Marsh", False),
    ],
)
def test_firms_contradict_each_other_only_when_both_are_known(one: str, other: str, agree: bool) -> None:
    assert firms_agree(one, other) is firms_agree(other, one) is agree


@pytest.mark.parametrize(
    ("one", "other", "meet"),
    [("Bill Marsh", "William Marsh", True), ("Priti Shah", "Bill Marsh", False), ("", "Bill Marsh", True)],
)
def test_names_meet_in_a_word(one: str, other: str, meet: bool) -> None:
    assert names_meet(one, other) is names_meet(other, one) is meet


def test_cards_with_no_plan_are_counted_in_words() -> None:
    assert no_plan_words([]) == no_plan_words([CardState.DONE, CardState.LET_GO]) == ""
    assert no_plan_words([CardState.NO_PLAN, CardState.PLANNED, CardState.NO_PLAN]) == "2 with no plan"


@given(st.integers(0, LONGEST_DAYS), st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.text(max_size=30))
def test_a_template_falls_due_so_many_days_on_whatever_the_name(days: int, today: date, name: str) -> None:
    draft = applied("Ring {name} about {name}", days, name, today)
    assert draft.due - today == timedelta(days=days)
    assert draft.at is None
    called = " ".join(name.split()) or "them"
    assert draft == PlanDraft(f"Ring {called} about {called}", draft.due)


def test_words_without_a_mark_and_names_with_braces_stay_as_they_are() -> None:
    assert worded("Ring {0} {names}", "Bo") == "Ring {0} {names}"
    assert worded("Ring {name}", "{name}") == "Ring {name}"


def test_the_days_of_a_template_in_words() -> None:
    assert [days_words(days) for days in (0, 1, 7)] == ["the same day", "the next day", "after 7 days"]


@pytest.mark.parametrize(
    ("name", "action", "days", "fields"),
    [
        ("Coffee", "Have a coffee", 7, []),
        ("Coffee", "Have a coffee", 0, []),
        ("Coffee", "Have a coffee", 366, []),
        (" ", "\t", -1, ["name", "action", "days"]),
        ("Coffee", "Have a coffee", 367, ["days"]),
    ],
)
def test_what_a_template_needs(name: str, action: str, days: int, fields: list[str]) -> None:
    assert [field for field, _ in template_problems(name, action, days)] == fields
