"""Markets filled and meetings planned in any order: nobody twice, no day twice, and undo finds the beginning."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import invariant, precondition, rule

from netdesk.method.contact_kinds import MarketStanding
from netdesk.method.recurrence import Every
from netdesk.services.event_edit import bin_events
from netdesk.services.group_meetings import meetings, plan_meetings, set_group
from netdesk.services.group_worth import group_worth
from netdesk.services.market_page import market_rows
from netdesk.services.market_people import add_people, how_close, people_of_market, set_standing, take_out
from netdesk.services.markets import add_market, remove_market
from tests.support.events import NOW, wall
from tests.support.groups import breakfast_club, join
from tests.support.undo_machines import AllUndone
from tests.support.workspaces import sample_people

STANDINGS = st.sampled_from(list(MarketStanding))
LONDON = "Europe/London"
Standing = dict[int, dict[int, MarketStanding]]


class MarketsAndMeetings(AllUndone):
    """Six people, a group with three of them, and markets that come and go."""

    def prepare(self) -> None:
        self.people = sample_people(self.ws, 6)
        self.group = breakfast_club(self.ws)
        join(self.ws, self.group, self.people[:3])
        self.expected: Standing = {}
        self.named = 0

    def seen(self) -> tuple[Any, ...]:
        found = meetings(self.ws, self.group, NOW)
        hows = [how_close(self.ws, row.id, self.people) for row in market_rows(self.ws)]
        return (self.standing(), hows, found, group_worth(self.ws, self.group, NOW.date()))

    def standing(self) -> Standing:
        return {
            row.id: {
                person: standing
                for standing in MarketStanding
                for person in people_of_market(self.ws, row.id, standing)
            }
            for row in market_rows(self.ws)
        }

    def market(self, which: int) -> int:
        return sorted(self.expected)[which % len(self.expected)]

    @rule()
    def name_a_market(self) -> None:
        self.named += 1
        self.expected[add_market(self.ws, f"Market {self.named}")] = {}

    @precondition(lambda self: self.expected)
    @rule(which=st.integers(0, 9), people=st.lists(st.integers(0, 5), min_size=1), standing=STANDINGS)
    def add(self, which: int, people: list[int], standing: MarketStanding) -> None:
        market, ids = self.market(which), [self.people[one] for one in people]
        before = self.expected[market]
        added = add_people(self.ws, market, ids, standing, "Knows them")
        wanted = set(ids)
        assert added.added == len(wanted - before.keys())
        assert added.moved == sum(before.get(one, standing) is not standing for one in wanted)
        assert added.added + added.moved + added.already == len(wanted)
        self.expected[market] = before | dict.fromkeys(ids, standing)

    @precondition(lambda self: any(self.expected.values()))
    @rule(which=st.integers(0, 9), standing=STANDINGS)
    def move(self, which: int, standing: MarketStanding) -> None:
        filled = [market for market in sorted(self.expected) if self.expected[market]]
        market = filled[which % len(filled)]
        person = min(self.expected[market])
        set_standing(self.ws, market, person, standing)
        self.expected[market][person] = standing

    @precondition(lambda self: self.expected)
    @rule(which=st.integers(0, 9), people=st.lists(st.integers(0, 5)))
    def take(self, which: int, people: list[int]) -> None:
        market = self.market(which)
        take_out(self.ws, market, [self.people[one] for one in people])
        for one in people:
            self.expected[market].pop(self.people[one], None)

    @precondition(lambda self: self.expected)
    @rule(which=st.integers(0, 9))
    def delete(self, which: int) -> None:
        market = self.market(which)
        remove_market(self.ws, market)
        del self.expected[market]

    @rule(day=st.integers(0, 20), every=st.sampled_from(list(Every)), times=st.integers(1, 6))
    def plan(self, day: int, every: Every, times: int) -> None:
        first = wall(2026, 11, 20, 7) + timedelta(days=day)
        made = plan_meetings(self.ws, self.group, first, every, times, zone=LONDON)
        assert len(made.made) + len(made.already_there) == times

    @precondition(lambda self: meetings(self.ws, self.group, NOW).coming)
    @rule(which=st.integers(0, 50), away=st.booleans())
    def lose_one(self, which: int, away: bool) -> None:
        coming = meetings(self.ws, self.group, NOW).coming
        event = coming[which % len(coming)].event_id
        if away:
            bin_events(self.ws, [event])
        else:
            set_group(self.ws, event, None)

    @invariant()
    def everybody_stands_where_they_were_put_once(self) -> None:
        assert self.standing() == self.expected

    @invariant()
    def no_day_has_two_meetings(self) -> None:
        found = meetings(self.ws, self.group, NOW)
        days = [one.starts.date() for one in (*found.coming, *found.past)]
        assert len(days) == len(set(days))
        assert {one.starts.hour for one in found.coming} <= {7}


TestMarketsAndMeetings = MarketsAndMeetings.TestCase
TestMarketsAndMeetings.settings = settings(max_examples=12, stateful_step_count=15, deadline=None)
