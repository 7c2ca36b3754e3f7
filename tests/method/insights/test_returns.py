"""What groups and events gave: order, best and idle ones, readings, tables."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netdesk.method.insights.returns import (
    EventReturn,
    EventReturns,
    Given,
    GroupReturn,
    GroupReturns,
    groups_in_order,
    hosts_in_order,
    years,
)
from netdesk.method.insights.returns_charts import events_chart, groups_chart
from netdesk.method.money import Total, plain_money
from netdesk.method.periods import parse_period

YEAR = parse_period("2026", date(2026, 11, 22))


def pounds(amount: float | None) -> Total:
    return Total(amount or 0.0, "GBP", (), 0 if amount is None else 1)


def came(
    wins: int = 0, won: float | None = None, cost: float | None = None, hours: float = 0.0, solid: int = 0,
    times: int = 1,
) -> Given:  # fmt: skip
    return Given(wins, pounds(won), pounds(cost), hours, solid, times)


CLUB = GroupReturn(1, "Breakfast Club", came(3, 4150, 780, 96, 4, 40))
CHAMBER = GroupReturn(2, "Chamber", came(2, 900, 120, 30, 2, 10))
CIRCLE = GroupReturn(3, "Circle", came(0, None, 60, 24.5, 0, 12), estimated=True)


def groups(*found: GroupReturn, before: int = 3) -> GroupReturns:
    wins = sum(one.given.wins for one in found)
    won = sum(one.given.won.value for one in found)
    return GroupReturns(YEAR, groups_in_order(found), wins, pounds(won), before, "2025")


def hosts(*found: EventReturn, before: int = 0) -> EventReturns:
    events = sum(one.given.times for one in found)
    solid = sum(one.given.solid for one in found)
    return EventReturns(YEAR, hosts_in_order(found), events, solid, before, "2025")


def test_groups_are_read_by_what_an_hour_brought() -> None:
    told = groups_chart(groups(CIRCLE, CHAMBER, CLUB), plain_money)
    assert told.reading == (
        "Breakfast Club brought most for its hours: £43 an hour. Circle (£60, 24 h) brought no win yet."
    )
    assert told.note == "5 wins · £5,050"
    assert told.compared == "2 more than in 2025"
    points = told.series[0].points
    assert [point.label for point in points] == ["Breakfast Club", "Chamber", "Circle"]
    assert [point.value for point in points] == [4150, 900, 0]
    assert [point.words for point in points] == ["£4,150", "£900", "–"]
    assert [point.more for point in points] == ["3 wins", "2 wins", "no win yet"]
    assert points[0].tip == "Breakfast Club: 3 wins, £4,150 for £780 and 96 h, 4 solid contacts"
    assert points[2].tip == "Circle: no win yet for £60 and about 24 h"
    assert points[0].behind is not None
    assert points[0].behind.title == "Breakfast Club: 3 wins, 40 meetings"


def test_the_table_of_groups_holds_the_same_as_words_and_numbers() -> None:
    table = groups_chart(groups(CLUB, CIRCLE), plain_money).table
    assert table.rows[0] == ("Breakfast Club", "3", "£4,150", "£780", "96 h", "4", "£43 an hour")
    assert table.exact[0] == ("Breakfast Club", 3, 4150.0, 780.0, 96.0, 4, 43.23)
    assert table.rows[1] == ("Circle", "0", "–", "£60", "about 24 h", "0", "–")
    assert table.exact[1] == ("Circle", 0, None, 60.0, 24.5, 0, None)
    assert all(len(row) == len(table.columns) for row in (*table.rows, *table.exact))


def test_an_amount_without_a_rate_stays_in_words() -> None:
    apart = Given(1, Total(0.0, "GBP", ((1200.0, "CHF"),), 1), pounds(None), 2.0, 0, 1)
    told = groups_chart(groups(GroupReturn(1, "Club", apart)), plain_money)
    assert told.table.exact[0][2] == "1,200 CHF"
    assert told.series[0].points[0].words == "1,200 CHF"


@pytest.mark.parametrize(
    ("found", "reading"),
    [
        ((CLUB,), "3 wins through groups in this time: too few to say."),
        ((CIRCLE,), "No win through a group in this time yet."),
        ((GroupReturn(1, "Club", came(6, 30, None, 8)),), "Club brought £3.75 an hour."),
        ((), ""),
    ],
)
def test_too_little_is_not_ranked(found: tuple[GroupReturn, ...], reading: str) -> None:
    assert groups_chart(groups(*found), plain_money).reading == reading


def test_without_values_the_wins_are_drawn() -> None:
    told = groups_chart(groups(GroupReturn(1, "Club", came(6, None, None, 8))), plain_money)
    (point,) = told.series[0].points
    assert (point.value, point.words, point.more) == (6.0, "6 wins", "")


def test_no_groups_teach_what_belongs_there() -> None:
    assert "Add the groups you go to" in groups_chart(groups(), plain_money).empty
    assert "after an event" in events_chart(hosts(), plain_money).empty


MIXER = EventReturn("chamber", "Chamber", came(1, 500, 84, 9, 9, 3), 4.2)
DRINKS = EventReturn("city", "City Drinks", came(0, None, None, 6, 0, 3))
NOBODY = EventReturn("", "", came(0, None, None, 2, 1, 1))


def test_events_are_read_by_the_hours_of_a_solid_contact() -> None:
    told = events_chart(hosts(NOBODY, DRINKS, MIXER, before=10), plain_money)
    assert told.reading == (
        "Chamber gives most for your time: a solid contact for every 1 h. City Drinks gave none in three times."
    )
    assert told.compared == "as many as in 2025"
    points = told.series[0].points
    assert [point.label for point in points] == ["Chamber", "City Drinks", "No host named"]
    assert [(point.words, point.more) for point in points] == [("9", "£500"), ("0", "6 h"), ("1", "2 h")]
    assert told.table.rows[0] == ("Chamber", "3", "9", "1", "£500", "£84", "9 h", "4.2")
    assert points[0].tip == "Chamber, 3 events: 1 win, £500 for £84 and 9 h, 9 solid contacts"
    assert points[0].behind is not None
    assert points[0].behind.title == "Chamber: 1 win, 3 events"


def test_few_events_say_nothing_yet() -> None:
    assert events_chart(hosts(MIXER), plain_money).reading == "3 events in this time: too few to say."
    none = hosts(EventReturn("a", "A", came(hours=10, times=5)))
    assert events_chart(none, plain_money).reading == (
        "No solid contact in five events: choose two people to meet before you go."
    )


def test_once_is_not_enough_to_call_a_host_idle_or_best() -> None:
    once = hosts(EventReturn("a", "A", came(solid=9, hours=1)), EventReturn("b", "B", came(hours=3)))
    assert once.best is None
    assert once.idle == ()


def test_meetings_of_a_group_are_judged_with_the_group() -> None:
    meetings = EventReturn("club", "Club", came(hours=9, times=6), of_group=True)
    assert hosts(meetings).idle == ()


def test_many_hosts_are_cut_and_the_note_says_so() -> None:
    many = [EventReturn(str(n), f"Host {n}", came(solid=9 - n)) for n in range(9)]
    told = events_chart(hosts(*many), plain_money)
    assert [point.label for point in told.series[0].points] == [f"Host {n}" for n in range(6)]
    assert told.note == "6 of 9 hosts · 9 events"
    assert len(told.table.rows) == 9


def test_a_group_i_left_is_not_called_idle() -> None:
    assert groups(GroupReturn(1, "Old", came(hours=9), left=True)).idle == ()


@pytest.mark.parametrize(("days", "told"), [(365, 1.0), (366, 1.0), (731, 2.0), (0, 0.0)])
def test_whole_years_are_whole(days: int, told: float) -> None:
    assert years(days) == told


@given(st.integers(0, 40_000), st.integers(0, 400))
def test_more_days_are_never_fewer_years(days: int, more: int) -> None:
    assert years(days) <= years(days + more) + 0.003
