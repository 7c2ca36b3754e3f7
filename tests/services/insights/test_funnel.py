"""The way from events to clients, against counting everything by hand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from netdesk.method.insights.funnel import FunnelCounts, Step
from netdesk.method.insights.what_if import THE_METHODS, WhatIf
from netdesk.method.money import plain_money
from netdesk.method.periods import Period, last_12_months, month_of, quarter_of, year_of
from netdesk.services.insights import funnel
from netdesk.services.insights.answers import rows_behind
from netdesk.services.insights.behind import Leads
from netdesk.services.what_if import forget_what_if, keep_what_if, what_if
from netdesk.store.workspace import Workspace
from tests.support.workspaces import sample_people

TODAY = date(2026, 11, 22)
MADE = "2026-11-01T09:00:00+00:00"
PEOPLE = 4
IN_THE_BIN = 3
"""Of the people the last is in the bin."""
_DAYS = st.integers(-20, 800)


@dataclass(frozen=True)
class AnEvent:
    ago: int
    attended: int | None
    stars: float | None
    binned: bool
    met: int | None
    cards: dict[int, tuple[bool, bool]]
    """By the place of the person: whether solid, whether let go."""

    @property
    def took_part(self) -> bool:
        if self.attended is not None:
            return self.attended == 1
        return self.stars is not None or bool(self.cards)


_EVENTS = st.lists(
    st.builds(
        AnEvent,
        _DAYS,
        st.sampled_from((None, None, 0, 1)),
        st.sampled_from((None, 3.5)),
        st.booleans(),
        st.none() | st.integers(0, 20),
        st.dictionaries(st.integers(0, PEOPLE - 1), st.tuples(st.booleans(), st.booleans())),
    ),
    max_size=8,
)
_TALKS = st.lists(
    st.tuples(
        _DAYS,
        st.sampled_from(("one_to_one", "call")),
        # A talk with nobody is deleted with the last of its people.
        st.frozensets(st.integers(0, PEOPLE - 1), min_size=1),
    ),
    max_size=8,
)
_WINS = st.lists(st.tuples(_DAYS, st.booleans()), max_size=6)
_PERIODS = st.sampled_from(
    (last_12_months(TODAY), month_of(TODAY), quarter_of(TODAY), year_of(TODAY), year_of(TODAY).before())
)
Talks = list[tuple[int, str, frozenset[int]]]
Wins = list[tuple[int, bool]]


def day(ago: int) -> date:
    return TODAY - timedelta(days=ago)


def put(ws: Workspace, people: list[int], events: list[AnEvent], talks: Talks, wins: Wins) -> None:
    """Write these events with their cards, talks and wins, and no others."""
    with ws.change("Put the year"):
        for table in ("event", "card", "interaction", "win"):
            ws.sql(f"DELETE FROM {table}")
        ws.sql("UPDATE person SET binned_at = ? WHERE id = ?", (MADE, people[IN_THE_BIN]))
        for one in events:
            number = ws.sql(
                "INSERT INTO event (title, starts_at, attended, stars, people_met, binned_at, created_at)"
                " VALUES ('Evening', ?, ?, ?, ?, ?, ?)",
                (f"{day(one.ago)}T23:30:00-05:00", one.attended, one.stars, one.met, MADE if one.binned else None,
                 MADE),
            ).lastrowid  # fmt: skip
            for place, (solid, let_go) in one.cards.items():
                ws.sql(
                    "INSERT INTO card (event_id, person_id, solid, let_go_at, received_at, created_at)"
                    " VALUES (?, ?, ?, ?, ?, ?)",
                    (number, people[place], int(solid), MADE if let_go else None, MADE, MADE),
                )
        for ago, kind, places in talks:
            talk = ws.sql(
                "INSERT INTO interaction (kind, happened_at, created_at) VALUES (?, ?, ?)",
                (kind, f"{day(ago)}T00:15:00+14:00", MADE),
            ).lastrowid
            ws.many(
                "INSERT INTO interaction_person (interaction_id, person_id) VALUES (?, ?)",
                [(talk, people[place]) for place in places],
            )
        ws.many(
            "INSERT INTO win (title, won_on, created_at, binned_at) VALUES ('Win', ?, ?, ?)",
            [(str(day(ago)), MADE, MADE if binned else None) for ago, binned in wins],
        )


def recounted(days: Period, events: list[AnEvent], talks: Talks, wins: Wins) -> FunnelCounts:
    """Count the slow way."""
    mine = [one for one in events if one.took_part and not one.binned and days.holds(day(one.ago))]
    cards = [[state for place, state in one.cards.items() if place != IN_THE_BIN and True] for one in mine]
    return FunnelCounts(
        events=len(mine),
        met=sum(len(given) if one.met is None else one.met for one, given in zip(mine, cards, strict=True)),
        solid=sum(1 for given in cards for solid, let_go in given if solid and not let_go),
        one_to_ones=sum(
            1
            for ago, kind, places in talks
            if kind == "one_to_one" and days.holds(day(ago)) and any(place != IN_THE_BIN for place in places)
        ),
        clients=sum(1 for ago, binned in wins if not binned and days.holds(day(ago))),
    )


def test_the_way_is_what_one_counts_by_hand_and_what_stands_behind_it(workspace: Workspace) -> None:
    people = sample_people(workspace, PEOPLE)

    @given(events=_EVENTS, talks=_TALKS, wins=_WINS, period=_PERIODS)
    def holds(events: list[AnEvent], talks: Talks, wins: Wins, period: Period) -> None:
        put(workspace, people, events, talks, wins)
        found = funnel.figures(workspace, period, TODAY)
        assert found.now == recounted(found.compared.now, events, talks, wins)
        assert found.before == recounted(found.compared.before, events, talks, wins)
        shown = funnel.chart_of(workspace, period, TODAY, plain_money, "GBP")
        for step, point in zip(
            Step, shown.series[0].points if shown.series else (), strict=bool(shown.series)
        ):
            assert (point.behind is None) == (found.now.of(step) == 0)
            if point.behind is not None:
                rows = rows_behind(workspace, point.behind, TODAY)
                assert rows.count == len(rows.rows)
                assert rows.count == found.now.of(Step.EVENTS if step is Step.MET else step)

    holds()


def test_behind_each_step_stand_its_events_people_and_wins(workspace: Workspace) -> None:
    people = sample_people(workspace, PEOPLE)
    mixer = AnEvent(3, 1, 4.0, False, 9, {0: (True, False), 1: (True, True), 2: (False, False)})
    put(workspace, people, [mixer], [(5, "one_to_one", frozenset({0, 1}))], [(1, False)])
    shown = funnel.chart_of(workspace, last_12_months(TODAY), TODAY, plain_money, "GBP")
    told = [
        rows_behind(workspace, point.behind, TODAY).rows[0]
        for point in shown.series[0].points
        if point.behind
    ]
    assert [(row.leads, row.title) for row in told] == [
        (Leads.EVENT, "Evening"),
        (Leads.EVENT, "Evening"),
        (Leads.PERSON, "Grace Adeyemi"),
        (Leads.PERSON, "Grace Adeyemi and 1 more"),
        (Leads.WIN, "Win"),
    ]
    assert (told[1].detail, told[1].figure) == ("19 Nov", "9 met, 1 solid")
    assert told[2].detail == "19 Nov · Evening"


def test_the_if_is_kept_undone_and_given_back(workspace: Workspace) -> None:
    assert what_if(workspace) == THE_METHODS
    mine = WhatIf(Fraction(5, 2), Fraction(3), Fraction(1, 3))
    keep_what_if(workspace, mine)
    assert what_if(workspace) == mine
    assert workspace.history()[0].title == "See what would be if: 30 a year"
    forget_what_if(workspace)
    assert what_if(workspace) is None
    workspace.undo()
    assert what_if(workspace) == THE_METHODS, "one step of the history for one after the other"


def test_an_if_that_cannot_be_read_counts_as_not_chosen(workspace: Workspace) -> None:
    for kept in ('{"events": "1/0", "solid": "1", "closed": "1"}', '{"events": 7}', "[1]", "nonsense",
                 '{"events": "2", "solid": "4", "closed": "7"}'):  # fmt: skip
        with workspace.change("Write"):
            workspace.sql(
                "INSERT INTO preference (name, value) VALUES ('insights.what_if', ?)"
                " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                (kept,),
            )
        assert what_if(workspace) == THE_METHODS
