"""Would you stay? A year of a group in words."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netdesk.method.group_worth import (
    GroupCosts,
    GroupYear,
    HeldMeeting,
    Wins,
    cost_sentence,
    group_year,
    referral_sentence,
    verdict,
)
from netdesk.method.groups import FeePer, Mark, MarkShare, share
from netdesk.method.recurrence import Every

TODAY = date(2026, 11, 22)
CLUB = GroupCosts(780.0, FeePer.YEAR, "GBP", Every.WEEK, 120)


def money(amount: float, currency: str) -> str:
    return f"{'£' if currency == 'GBP' else currency + ' '}{amount:,.0f}"


def shares(
    know: int, sat: int, used: int, i_referred: int, they_referred: int, of: int = 18
) -> dict[Mark, MarkShare]:
    counts = (know, sat, used, i_referred, they_referred)
    return {mark: share(count, of) for mark, count in zip(Mark, counts, strict=True)}


def test_a_year_is_said_as_in_the_picture() -> None:
    held = (HeldMeeting(2.0),) * 48
    costs = GroupCosts(780.0, FeePer.YEAR, "GBP", Every.WEEK, 120, held)
    year = group_year(costs, 6, 5, Wins(3, 4150.0, "GBP"))
    assert cost_sentence(year, money) == "£780 and 96 h a year for 3 wins worth £4,150."
    assert referral_sentence(year) == "You gave 6 referrals and received 5."
    assert verdict(18, shares(14, 6, 4, 3, 5), date(2024, 2, 2), TODAY) == (
        "You know the room; you have not helped it yet."
    )


def test_hours_follow_from_the_rhythm_while_few_meetings_are_recorded() -> None:
    year = group_year(CLUB, 0, 0)
    assert (year.hours, year.estimated) == (104.0, True)
    assert cost_sentence(year, money) == "£780 and about 104 h a year."


def test_hours_come_from_the_record_once_half_of_the_meetings_stand_there() -> None:
    half = GroupCosts(None, FeePer.YEAR, "", Every.MONTH, 90, (HeldMeeting(1.5),) * 6)
    assert group_year(half, 0, 0).hours == 9.0
    fewer = GroupCosts(None, FeePer.YEAR, "", Every.MONTH, 90, (HeldMeeting(1.5),) * 5)
    assert (group_year(fewer, 0, 0).hours, group_year(fewer, 0, 0).estimated) == (18.0, True)


@pytest.mark.parametrize(
    ("per", "amount"), [(FeePer.YEAR, 20.0), (FeePer.MONTH, 240.0), (FeePer.MEETING, 1040.0)]
)
def test_a_fee_is_counted_for_the_year(per: FeePer, amount: float) -> None:
    year = group_year(GroupCosts(20.0, per, "GBP", Every.WEEK, 60), 0, 0)
    assert year.money == ((amount, "GBP"),)


def test_a_fee_paid_by_the_meeting_is_not_counted_beside_its_meetings_cost() -> None:
    held = (*(HeldMeeting(1.0, 20.0, "GBP"),) * 6, *(HeldMeeting(1.0),) * 5, HeldMeeting(1.0, 30.0, "GBP"))
    costs = GroupCosts(20.0, FeePer.MEETING, "GBP", Every.MONTH, 60, held)
    assert group_year(costs, 0, 0).money == ((250.0, "GBP"),)


def test_money_of_several_currencies_is_never_added_up() -> None:
    held = (HeldMeeting(1.0, 12.0, "EUR"),) * 12
    year = group_year(GroupCosts(500.0, FeePer.YEAR, "GBP", Every.MONTH, 60, held), 0, 0)
    assert cost_sentence(year, money) == "£500 + EUR 144 and 12 h a year."


def test_nothing_known_says_nothing_and_nothing_given_is_said_kindly() -> None:
    year = group_year(GroupCosts(None, FeePer.YEAR, "", None, 90), 0, 0)
    assert cost_sentence(year, money) == ""
    assert referral_sentence(year) == "No referrals yet, either way."
    assert referral_sentence(GroupYear((), None, False, 1, 0)) == "You gave 1 referral and received none."
    assert referral_sentence(GroupYear((), None, False, 0, 2)) == "You gave no referrals and received 2."


@pytest.mark.parametrize(
    ("counts", "sentence"),
    [
        ((8, 0, 0, 0, 0), "You do not know the room yet: learn what they do first."),
        ((9, 4, 0, 0, 0), "You know the room; sit down with more of them."),
        ((9, 5, 4, 4, 9), "You know the room; you have not helped it yet."),
        ((9, 5, 0, 5, 4), "You help the room; now say whom you would like to meet."),
        ((9, 5, 5, 0, 4), "You help the room; now say whom you would like to meet."),
        ((9, 5, 0, 5, 5), "You know the room and help each other: it is worth staying."),
        ((18, 18, 18, 18, 18), "You know the room and help each other: it is worth staying."),
    ],
)
def test_the_verdict_names_the_first_thing_missing(
    counts: tuple[int, int, int, int, int], sentence: str
) -> None:
    assert verdict(18, shares(*counts), None, TODAY) == sentence


def test_a_new_member_and_an_empty_group_are_told_where_to_begin() -> None:
    none = shares(0, 0, 0, 0, 0)
    assert (
        verdict(18, none, date(2026, 10, 1), TODAY) == "You are new here: learn what each of them does first."
    )
    assert verdict(0, none, None, TODAY) == "Add the members to see whom you know."


@pytest.mark.parametrize(
    ("wins", "tail"),
    [
        (Wins(0), " and no wins yet"),
        (Wins(1), " for 1 win"),
        (Wins(1, 900.0, "GBP"), " for 1 win worth £900"),
        (Wins(2, 900.0, "GBP", ((50.0, "GBP"),)), " for 2 wins worth £900 + £50"),
        (Wins(1, None, "GBP", ((50.0, "GBP"),)), " for 1 win worth £50"),
    ],
)
def test_wins_are_said_where_they_are_counted(wins: Wins, tail: str) -> None:
    assert cost_sentence(group_year(CLUB, 0, 0, wins), money) == f"£780 and about 104 h a year{tail}."


@given(st.tuples(*(st.integers(0, 18),) * 5))
def test_the_verdict_is_always_one_sentence_without_a_debt(counts: tuple[int, int, int, int, int]) -> None:
    said = verdict(18, shares(*counts), None, TODAY)
    assert said.endswith(".")
    assert said.count(".") == 1
    assert "owe" not in said
