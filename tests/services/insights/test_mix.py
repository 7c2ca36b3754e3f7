"""The hours of networking by activity, against a slow and obvious recount; the plan that is kept beside them."""

import json
from datetime import date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from netdesk.method.errors import InvalidInput
from netdesk.method.insights.behind import Behind, BehindKind
from netdesk.method.insights.mix import Mix
from netdesk.method.periods import last_12_months, month_of
from netdesk.method.strategy import DEFAULT_PLAN, Activity
from netdesk.services.bulk import to_bin
from netdesk.services.insights.answers import rows_behind
from netdesk.services.insights.behind import Leads
from netdesk.services.insights.mix import chart_of, figures
from netdesk.services.selection import Selection
from netdesk.services.strategy_plan import reset_strategy_plan, save_strategy_plan, strategy_plan
from netdesk.store.workspace import Workspace
from tests.support.today import TODAY, card, somebody
from tests.support.workspaces import taken_back

YEAR = last_12_months(TODAY)
MADE = "2026-01-01T00:00:00+00:00"


def money(amount: float, currency: str) -> str:
    return f"{amount} {currency}"


def took_part(
    ws: Workspace,
    day: date,
    *,
    attended: int | None = 1,
    hours: float | None = None,
    long: int | None = 120,
    title: str = "Mixer",
) -> int:
    """Add an event by hand; ``long`` in minutes, None: without an end."""
    starts = datetime.combine(day, datetime.min.time()).replace(hour=18)
    ends = None if long is None else f"{starts + timedelta(minutes=long):%Y-%m-%dT%H:%M:%S}+00:00"
    with ws.change("Add an event"):
        row = ws.sql(
            "INSERT INTO event (title, starts_at, ends_at, attended, hours, created_at)"
            " VALUES (?, ?, ?, ?, ?, ?) RETURNING id",
            (title, f"{starts:%Y-%m-%dT%H:%M:%S}+00:00", ends, attended, hours, MADE),
        ).fetchone()
    return int(row[0])


def sat_down(ws: Workspace, day: date, *people: int, minutes: int | None = None) -> int:
    """Add a one-to-one that was held, planned for so many minutes or not planned at all."""
    with ws.change("Sit down"):
        (talk,) = ws.sql(
            "INSERT INTO interaction (kind, happened_at, created_at) VALUES ('one_to_one', ?, ?) RETURNING id",
            (f"{day}T10:00:00+00:00", MADE),
        ).fetchone()
        for person in people:
            ws.sql("INSERT INTO interaction_person (interaction_id, person_id) VALUES (?, ?)", (talk, person))
            if minutes is not None:
                ws.sql(
                    "INSERT INTO one_to_one (person_id, starts_at, minutes, interaction_id, uid, created_at)"
                    " VALUES (?, ?, ?, ?, 'plan', ?)",
                    (person, f"{day}T10:00:00+00:00", minutes, talk, MADE),
                )
    return int(talk)


def logged(ws: Workspace, activity: Activity, day: date, minutes: int, words: str = "") -> None:
    with ws.change("Log time"):
        ws.sql(
            "INSERT INTO logged_time (activity, spent_on, minutes, words, created_at) VALUES (?, ?, ?, ?, ?)",
            (activity.value, day.isoformat(), minutes, words, MADE),
        )


def hours_of(mix: Mix) -> list[float]:
    return [mix.minutes[activity] / 60 for activity in Activity]


def behind(activity: Activity) -> Behind:
    return Behind(BehindKind.HOURS, "mix", "", YEAR, activity.value)


def test_hours_come_from_events_one_to_ones_and_logged_time(workspace: Workspace) -> None:
    day = TODAY - timedelta(days=20)
    took_part(workspace, day, hours=3.5)
    took_part(workspace, day, long=90)
    took_part(workspace, day, long=None)
    took_part(workspace, day, long=-60)
    took_part(workspace, day, long=60 * 24 * 30)
    ravi, dina = somebody(workspace, "Ravi"), somebody(workspace, "Dina")
    sat_down(workspace, day, ravi)
    sat_down(workspace, day, ravi, dina, minutes=45)
    logged(workspace, Activity.EVENTS, day, 30)
    logged(workspace, Activity.COMMUNITY, day, 90)
    mix = figures(workspace, YEAR, TODAY)
    assert hours_of(mix) == [3.5 + 1.5 + 2 + 2 + 200 + 0.5, 1.75, 0, 0, 1.5]
    assert mix.event_minutes == round((3.5 + 1.5 + 2 + 2 + 200) * 60 / 5)


def test_only_what_i_took_part_in_and_what_is_not_in_the_bin_counts(workspace: Workspace) -> None:
    day = TODAY - timedelta(days=3)
    took_part(workspace, day, attended=0)
    took_part(workspace, day, attended=None)
    took_part(workspace, TODAY + timedelta(days=2))
    with_card = took_part(workspace, day, attended=None, hours=1)
    gone = took_part(workspace, day)
    kept, binned = somebody(workspace, "Kept"), somebody(workspace, "Binned")
    card(workspace, kept, with_card)
    sat_down(workspace, day, binned)
    sat_down(workspace, day, binned, kept)
    with workspace.change("Bin"):
        workspace.sql("UPDATE event SET binned_at = ? WHERE id = ?", (MADE, gone))
    to_bin(workspace, Selection.of([binned]), TODAY)
    assert hours_of(figures(workspace, YEAR, TODAY)) == [1, 1, 0, 0, 0]


def test_what_stands_behind_the_hours_adds_up_to_them(workspace: Workspace) -> None:
    day = TODAY - timedelta(days=3)
    event = took_part(workspace, day, hours=1.5, title="Breakfast")
    ravi, dina = somebody(workspace, "Ravi", "Menon"), somebody(workspace, "Dina", "Haddad")
    sat_down(workspace, day, ravi, dina)
    logged(workspace, Activity.EVENTS, TODAY, 20, "On the way there")
    logged(workspace, Activity.ONE_TO_ONES, TODAY, 30)
    events = rows_behind(workspace, behind(Activity.EVENTS), TODAY)
    assert [(row.leads, row.title, row.detail, row.figure) for row in events.rows] == [
        (Leads.TIME, "On the way there", "22 Nov · logged", "20 min"),
        (Leads.EVENT, "Breakfast", "19 Nov", "1 h 30"),
    ]
    assert events.rows[1].id == event
    talks = rows_behind(workspace, behind(Activity.ONE_TO_ONES), TODAY)
    assert [(row.leads, row.title, row.figure) for row in talks.rows] == [
        (Leads.TIME, "One-to-ones", "30 min"),
        (Leads.PERSON, "Ravi Menon, Dina Haddad", "1 h"),
    ]
    assert talks.rows[1].id == ravi
    assert rows_behind(workspace, behind(Activity.COMMUNITY), TODAY).count == 0


def test_a_talk_that_outlived_everybody_still_took_its_time(workspace: Workspace) -> None:
    sat_down(workspace, TODAY)
    assert hours_of(figures(workspace, YEAR, TODAY)) == [0, 1, 0, 0, 0]
    (row,) = rows_behind(workspace, behind(Activity.ONE_TO_ONES), TODAY).rows
    assert (row.leads, row.title) == (Leads.NOWHERE, "One-to-ones")


def test_the_period_before_is_as_long_as_what_has_been_of_this_one(workspace: Workspace) -> None:
    logged(workspace, Activity.FOLLOW_UP, date(2026, 11, 1), 60)
    logged(workspace, Activity.FOLLOW_UP, date(2026, 10, 22), 45)
    logged(workspace, Activity.FOLLOW_UP, date(2026, 10, 23), 600)
    mix = figures(workspace, month_of(TODAY), TODAY)
    assert (mix.total, mix.total_before) == (60, 45)
    drawn = chart_of(workspace, month_of(TODAY), TODAY, money, "GBP")
    assert drawn.compared == "1 h; 45 min in the same part of October 2026"


SPANS = st.integers(0, 800)
EVENTS = st.tuples(
    SPANS,
    st.sampled_from([0, 1, None]),
    st.none() | st.integers(0, 40).map(lambda quarters: quarters / 4),
    st.none() | st.integers(-30, 400),
    st.booleans(),
)
TALKS = st.tuples(SPANS, st.none() | st.integers(1, 300), st.booleans())
LOGS = st.tuples(SPANS, st.sampled_from(list(Activity)), st.integers(1, 1440))


@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(EVENTS, max_size=6), st.lists(TALKS, max_size=6), st.lists(LOGS, max_size=6))
def test_the_hours_are_those_of_a_slow_recount(
    workspace: Workspace,
    events: list[tuple[int, int | None, float | None, int | None, bool]],
    talks: list[tuple[int, int | None, bool]],
    logs: list[tuple[int, Activity, int]],
) -> None:
    with taken_back(workspace) as ws:
        ada, gone = somebody(ws, "Ada"), somebody(ws, "Gone")
        to_bin(ws, Selection.of([gone]), TODAY)
        now, before = dict.fromkeys(Activity, 0), dict.fromkeys(Activity, 0)

        def add(ago: int, activity: Activity, minutes: int) -> None:
            if ago < 365:
                now[activity] += minutes
            elif ago < 730:
                before[activity] += minutes

        for ago, attended, hours, long, with_card in events:
            made = took_part(ws, TODAY - timedelta(days=ago), attended=attended, hours=hours, long=long)
            if with_card:
                card(ws, ada, made)
            if attended == 1 or (attended is None and with_card):
                minutes = round(hours * 60) if hours is not None else long if long and long > 0 else 120
                add(ago, Activity.EVENTS, minutes)
        for ago, planned, with_gone in talks:
            sat_down(ws, TODAY - timedelta(days=ago), gone if with_gone else ada, minutes=planned)
            if not with_gone:
                add(ago, Activity.ONE_TO_ONES, planned or 60)
        for ago, activity, minutes in logs:
            logged(ws, activity, TODAY - timedelta(days=ago), minutes)
            add(ago, activity, minutes)
        mix = figures(ws, YEAR, TODAY)
        assert mix.minutes == now
        assert mix.before == before
        for activity in Activity:
            found = rows_behind(ws, behind(activity), TODAY)
            assert found.count == len(found.rows)
            assert bool(found.count) == bool(now[activity]) or all(row.figure == "0 h" for row in found.rows)


def test_a_plan_is_kept_undone_and_set_back(workspace: Workspace) -> None:
    assert strategy_plan(workspace) == DEFAULT_PLAN
    wanted = dict(zip(Activity, (20, 40, 20, 5, 15), strict=True))
    changes = save_strategy_plan(workspace, wanted)
    assert changes.title == "Plan networking time as 20 / 40 / 20 / 5 / 15"
    assert strategy_plan(workspace) == wanted
    assert figures(workspace, YEAR, TODAY).plan == wanted
    workspace.undo()
    assert strategy_plan(workspace) == DEFAULT_PLAN
    workspace.redo()
    reset_strategy_plan(workspace)
    assert strategy_plan(workspace) == DEFAULT_PLAN


def test_a_plan_that_does_not_sum_to_100_is_not_kept(workspace: Workspace) -> None:
    with pytest.raises(InvalidInput, match="The shares make 95; 5 are still to be given") as caught:
        save_strategy_plan(workspace, dict(zip(Activity, (20, 40, 20, 5, 10), strict=True)))
    assert caught.value.field == "plan"
    assert strategy_plan(workspace) == DEFAULT_PLAN


@pytest.mark.parametrize(
    "value", [[1, 2], {"events": 100}, "30", {one.value: "20" for one in Activity}, None]
)
def test_a_plan_this_version_does_not_understand_is_no_plan(workspace: Workspace, value: object) -> None:
    with workspace.change("Write it as another version would"):
        kept = json.dumps(value) if value is not None else "{"
        workspace.sql("INSERT INTO preference (name, value) VALUES ('strategy_plan', ?)", (kept,))
    assert strategy_plan(workspace) == DEFAULT_PLAN
