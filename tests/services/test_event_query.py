"""Filters and sorts of the list of events, held against the rules they stand for."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netdesk.method.event_worth import Verdict, verdict_of
from netdesk.method.goals import Goal, GoalKind
from netdesk.method.triage import Purpose, Shares, known_purpose
from netdesk.services import event_edit, goals
from netdesk.services.event_list import event_rows
from netdesk.services.event_query import EventQuery, EventSort, find_events, known_hosts
from netdesk.services.event_sql import PURPOSE
from netdesk.store.workspace import Workspace
from tests.support.events import NOW, mixer, wall
from tests.support.judged_events import card, judge
from tests.support.kept_files import new_workspace
from tests.support.workspaces import sample_people

DAY = wall(2026, 11, 18, 17, 30)
SHARE = st.none() | st.sampled_from((-5, 0, 10, 25, 30, 50, 70, 100))


@given(st.builds(Shares, SHARE, SHARE, SHARE, SHARE), st.none() | st.sampled_from(Purpose))
def test_the_purpose_in_sql_is_the_purpose_of_the_rule(
    tmp_path_factory: pytest.TempPathFactory, shares: Shares, overruled: Purpose | None
) -> None:
    folder: Path = tmp_path_factory.mktemp("purpose")
    workspace = new_workspace(folder / "network.netdesk", folder / "backups")
    columns = "share_target, share_close, share_same, share_other, purpose"
    values = (shares.target_market, shares.close, shares.same_trade, shares.other, overruled)
    found = workspace.sql(
        f"WITH e ({columns}) AS (SELECT ?, ?, ?, ?, ?) SELECT {PURPOSE} FROM e", values
    ).fetchone()[0]
    workspace.close()
    assert found == (known_purpose(shares, overruled) or "")


def found(workspace: Workspace, **asked: object) -> list[int]:
    ids = find_events(workspace, EventQuery(**asked), NOW)  # type: ignore[arg-type]
    return [*ids.coming, *ids.past, *ids.ranked]


@pytest.fixture
def four(workspace: Workspace) -> dict[str, int]:
    """Four events: three that lie behind, judged good, bad and not at all, and one to come."""
    events = {
        "good": mixer(workspace, day=DAY, cost=84.0),
        "bad": mixer(workspace, day=DAY - timedelta(days=20), host="Print expo", cost=10.0),
        "open": mixer(workspace, day=DAY - timedelta(days=1), host=""),
        "coming": mixer(workspace, title="To come"),
    }
    people = sample_people(workspace, 4)
    card(workspace, events["good"], people[0], solid=True, plan="Call")
    card(workspace, events["good"], people[1], solid=True, plan="Call")
    card(workspace, events["bad"], people[2], solid=True, done=True, plan="Call")
    card(workspace, events["open"], people[3])
    judge(workspace, events["good"], stars=4.5, hours=1.0, finished=True)
    judge(workspace, events["bad"], stars=1.5, hours=3.0, finished=True)
    event_edit.set_shares(workspace, events["good"], Shares(10, 60, 20, 10))
    return events


def test_each_filter_keeps_what_it_says(workspace: Workspace, four: dict[str, int]) -> None:
    assert found(workspace, verdict=Verdict.WORTH_IT) == [four["good"]]
    assert found(workspace, verdict=Verdict.NOT_WORTH_IT) == [four["bad"]]
    assert found(workspace, verdict=Verdict.SO_SO) == []
    assert found(workspace, purpose="networking") == [four["good"]]
    assert found(workspace, purpose="") == [four["coming"], four["open"], four["bad"]]
    assert found(workspace, host="chamber OF commerce") == [four["coming"], four["good"]]
    assert found(workspace, host="") == [four["open"]]
    assert found(workspace, host="nobody") == []
    assert found(workspace, no_plan=True) == [four["open"]]
    assert found(workspace, debrief_open=True) == [four["open"]]
    assert found(workspace, attended=True) == [four["good"], four["open"], four["bad"]]
    event_edit.mark_attended(workspace, four["open"], False)
    assert found(workspace, attended=False) == [four["open"]]
    assert found(workspace, debrief_open=True) == []


@given(st.sampled_from((None, 0.0, 1.5, 2.0, 2.5, 3.0, 3.5, 4.0, 5.0)))
def test_the_verdict_in_sql_is_the_verdict_of_the_rule(
    tmp_path_factory: pytest.TempPathFactory, stars: float | None
) -> None:
    folder: Path = tmp_path_factory.mktemp("verdict")
    workspace = new_workspace(folder / "network.netdesk", folder / "backups")
    event = mixer(workspace, day=DAY)
    judge(workspace, event, stars=stars)
    fitting = [verdict for verdict in Verdict if found(workspace, verdict=verdict) == [event]]
    workspace.close()
    assert fitting == [verdict for verdict in (verdict_of(stars),) if verdict]


def test_sorts_put_the_best_first_and_those_that_say_nothing_last(
    workspace: Workspace, four: dict[str, int]
) -> None:
    good, bad, opened, coming = four["good"], four["bad"], four["open"], four["coming"]
    assert found(workspace, sort=EventSort.DATE) == [coming, good, opened, bad]
    assert found(workspace, sort=EventSort.VERDICT) == [good, bad, coming, opened]
    assert found(workspace, sort=EventSort.SOLID) == [good, bad, opened, coming]
    assert found(workspace, sort=EventSort.COST_PER_SOLID) == [bad, good, coming, opened]
    assert found(workspace, sort=EventSort.HOURS_PER_SOLID) == [good, bad, coming, opened]
    assert found(workspace, sort=EventSort.SOLID, text="print EXPO") == [bad]


def test_a_debrief_is_open_from_the_moment_the_event_has_begun(
    workspace: Workspace, four: dict[str, int]
) -> None:
    begun = mixer(workspace, day=wall(2026, 11, 22, 8))
    assert found(workspace, debrief_open=True) == [begun, four["open"]]


def test_a_row_says_what_came_of_its_event(workspace: Workspace, four: dict[str, int]) -> None:
    goals.add_goal(workspace, four["good"], Goal(GoalKind.HELP, 2, "Do it"))
    goals.set_reached(workspace, workspace.sql("SELECT id FROM goal").fetchone()[0], 2)
    good, opened = event_rows(workspace, [four["good"], four["open"]], NOW)
    came = good.outcome
    assert (came.solid, came.cards, came.no_plan, came.goals, came.reached) == (2, 2, 0, 1, 1)
    assert (came.stars, came.verdict, came.cost_per_solid, came.hours_per_solid) == (
        4.5,
        Verdict.WORTH_IT,
        42.0,
        0.5,
    )
    assert (good.took_part, good.debrief_open, good.over) == (True, False, True)
    assert (opened.outcome.no_plan, opened.debrief_open, opened.took_part) == (1, True, True)


def test_hosts_are_offered_by_how_often_they_invite(workspace: Workspace) -> None:
    for host in ("Guild", "chamber", "Chamber", "Chamber", ""):
        mixer(workspace, host=host)
    assert known_hosts(workspace) == ("Chamber", "Guild")
    assert known_hosts(workspace, limit=1) == ("Chamber",)


@given(
    st.builds(
        EventQuery,
        purpose=st.none() | st.sampled_from(("", *(each.value for each in Purpose))),
        host=st.none() | st.text(max_size=20),
        verdict=st.none() | st.sampled_from(Verdict),
        debrief_open=st.booleans(),
        no_plan=st.booleans(),
        attended=st.none() | st.booleans(),
        sort=st.sampled_from(EventSort),
    )
)
def test_what_is_remembered_comes_back(query: EventQuery) -> None:
    assert EventQuery.from_kept(query.kept()) == query


@given(
    st.dictionaries(
        st.sampled_from(("purpose", "host", "verdict", "sort", "attended", "no_plan")),
        st.integers() | st.text() | st.none(),
    )
)
def test_odd_memories_are_passed_over(values: dict[str, object]) -> None:
    query = EventQuery.from_kept(values)
    assert query.sort in EventSort
    assert query.purpose is None or query.purpose in ("", *Purpose)
