"""How pitch versions landed in a period, recounted in plain Python from random events."""

from datetime import date, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from netdesk.method.insights.behind import Behind, BehindKind
from netdesk.method.periods import parse_period
from netdesk.method.pitches import PitchKind, Reactions
from netdesk.services import event_edit, pitches, reactions
from netdesk.services.insights.behind import Leads
from netdesk.services.insights.pitches import behind, chart_of, figures
from netdesk.services.pitches import PitchDraft
from netdesk.store.workspace import Workspace, moment
from tests.support.events import mixer, wall

TODAY = date(2026, 11, 22)
YEAR = parse_period("2026", TODAY)
COUNTS = st.tuples(st.integers(0, 9), st.integers(0, 9), st.integers(0, 9))
SAID = st.tuples(
    st.integers(0, 800),  # days ago
    st.integers(1, 4),  # which version, of two pitches
    COUNTS,
    st.booleans(),  # whether the event is in the bin
)


def pitch(ws: Workspace, title: str) -> int:
    """A pitch; its version chosen for an event, whose id comes first."""
    return pitches.write_pitch(ws, PitchDraft(title, PitchKind.ONE_MINUTE, "I help."), mixer(ws))


def said(ws: Workspace, version: int, day: date, counts: tuple[int, int, int]) -> int:
    event = mixer(ws, title=f"Mixer of {day}", day=wall(day.year, day.month, day.day, 18))
    reactions.set_reactions(ws, event, version, Reactions(*counts))
    return event


def write_down(ws: Workspace, days: list[tuple[int, int, tuple[int, int, int], bool]]) -> None:
    """Two pitches of two versions each, and events they were said at, in one operation."""
    now = moment()
    with ws.change("Pitches"):
        for number in (1, 2):
            ws.sql(
                "INSERT INTO pitch (id, title, kind, created_at) VALUES (?, 'P', 'sentence', ?)",
                (number, now),
            )
        for version in range(4):
            ws.sql(
                "INSERT INTO pitch_version (id, pitch_id, number, text, created_at) VALUES (?, ?, ?, 'x', ?)",
                (version + 1, version // 2 + 1, version % 2 + 1, now),
            )
        for place, (ago, version, counts, binned) in enumerate(days, 1):
            on = f"{TODAY - timedelta(days=ago)}T18:00:00+00:00"
            ws.sql(
                "INSERT INTO event (id, title, starts_at, created_at, binned_at) VALUES (?, 'E', ?, ?, ?)",
                (place, on, now, now if binned else None),
            )
            ws.sql(
                "INSERT INTO reaction (event_id, pitch_version_id, asked_more, polite, blank) VALUES (?, ?, ?, ?, ?)",
                (place, version, *counts),
            )


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(days=st.lists(SAID, max_size=8), period=st.sampled_from(["2026", "2026-Q4", "2025", "last-12-months"]))
def test_the_figures_are_those_counted_by_hand(
    workspace: Workspace, days: list[tuple[int, int, tuple[int, int, int], bool]], period: str
) -> None:
    asked = parse_period(period, TODAY)
    write_down(workspace, days)
    found = {one.version_id: (one.events, one.reactions) for one in figures(workspace, asked, TODAY).versions}
    workspace.undo()
    expected: dict[int, tuple[int, Reactions]] = {}
    for ago, version, counts, binned in days:
        inside = asked.first <= TODAY - timedelta(days=ago) <= asked.last
        if inside and not binned and sum(counts):
            events, so_far = expected.get(version, (0, Reactions()))
            expected[version] = (events + 1, so_far.plus(Reactions(*counts)))
    assert found == expected


def test_the_events_behind_a_version_come_latest_first(workspace: Workspace) -> None:
    version = pitch(workspace, "Inbox to zero")
    early = said(workspace, version, date(2026, 3, 2), (2, 3, 1))
    late = said(workspace, version, date(2026, 10, 5), (4, 0, 0))
    said(workspace, version, date(2025, 10, 5), (1, 1, 1))
    binned = said(workspace, version, date(2026, 6, 5), (9, 0, 0))
    event_edit.bin_events(workspace, [binned])
    (one,) = figures(workspace, YEAR, TODAY).versions
    assert (one.events, one.reactions, one.name) == (2, Reactions(6, 3, 1), "Inbox to zero v1")
    told = chart_of(workspace, YEAR, TODAY, lambda amount, _: str(amount), "GBP")
    asked = told.series[0].points[0].behind
    assert asked is not None
    assert asked.title == "Inbox to zero v1: 10 people at 2 events"
    rows = behind(workspace, asked, TODAY)
    assert rows.count == 2
    assert [(row.leads, row.id) for row in rows.rows] == [(Leads.EVENT, late), (Leads.EVENT, early)]
    assert rows.rows[1].figure == "2 of 6 people asked more"
    assert rows.rows[1].detail == "2 Mar · 3 polite, 1 blank"


def test_reactions_outside_events_belong_to_no_period(workspace: Workspace) -> None:
    version = pitch(workspace, "Inbox to zero")
    reactions.set_reactions(workspace, None, version, Reactions(5, 0, 0))
    assert figures(workspace, YEAR, TODAY).versions == ()
    unknown = Behind(BehindKind.REACTIONS, "pitches", "Gone", YEAR, "999")
    assert behind(workspace, unknown, TODAY).count == 0
