"""Last time's event again: one copy, or a row of them in one step."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netdesk.method.errors import InvalidInput, NotFound
from netdesk.method.goals import GoalKind, new_goal
from netdesk.method.pitches import PitchKind
from netdesk.method.recurrence import Every
from netdesk.method.triage import Purpose, Shares
from netdesk.services import event_edit, expected, goals, pitches, repeating
from netdesk.services.event_page import event_page
from netdesk.services.repeating import Copied
from netdesk.store.workspace import Workspace
from tests.support.events import NOW, mixer, wall
from tests.support.kept_files import new_workspace

AGAIN = wall(2026, 12, 22, 18, 0)


def prepared(ws: Workspace) -> int:
    event = mixer(ws, cost=12.0)
    event_edit.set_shares(ws, event, Shares(10, 60, 20, 10))
    event_edit.set_purpose(ws, event, Purpose.PROSPECTING)
    goal = goals.add_goal(ws, event, new_goal(GoalKind.HELP))
    goals.set_reached(ws, goal, 2)
    line = expected.expect_name(ws, event, "Guest")
    expected.edit_expected(ws, line, why="Because")
    pitches.write_pitch(ws, pitches.PitchDraft("One", PitchKind.SENTENCE, "I help."), event)
    event_edit.mark_attended(ws, event, True)
    event_edit.set_note(ws, event, "It rained")
    return event


def test_a_copy_takes_the_preparation_and_nothing_of_how_it_went(workspace: Workspace) -> None:
    event = prepared(workspace)
    copy = event_page(workspace, repeating.duplicate_event(workspace, event, AGAIN), NOW)
    assert (copy.starts.isoformat(), copy.ends and copy.ends.isoformat()) == (
        "2026-12-22T18:00:00+00:00",
        "2026-12-22T20:00:00+00:00",
    )
    assert (copy.title, copy.host, copy.cost, copy.place) == (
        "Chamber autumn mixer",
        "Chamber of Commerce",
        12.0,
        "Town Hall, Mill Street",
    )
    assert copy.overruled is Purpose.PROSPECTING
    assert [(line.goal.kind, line.reached) for line in copy.goals] == [(GoalKind.HELP, 0)]
    assert copy.pitch is not None
    assert copy.people == ()
    assert (copy.attended, copy.note) == (None, "")


@pytest.mark.parametrize("goals_too", [True, False])
@pytest.mark.parametrize("people", [True, False])
@pytest.mark.parametrize("pitch", [True, False])
@pytest.mark.parametrize("place", [True, False])
def test_a_copy_takes_what_was_asked_for(
    workspace: Workspace, goals_too: bool, people: bool, pitch: bool, place: bool
) -> None:
    event = prepared(workspace)
    number = repeating.duplicate_event(workspace, event, AGAIN, Copied(goals_too, people, pitch, place))
    copy = event_page(workspace, number, NOW)
    found = (bool(copy.goals), bool(copy.people), copy.pitch is not None, bool(copy.place))
    assert found == (goals_too, people, pitch, place)
    if people:
        assert copy.people[0].why == "Because"


def test_a_row_of_repeats_is_one_step(workspace: Workspace) -> None:
    event = prepared(workspace)
    made = repeating.repeat_event(workspace, event, Every.WEEK, 4)
    assert len(made) == 4
    starts = [event_page(workspace, number, NOW).starts for number in made]
    assert [start.day for start in starts] == [1, 8, 15, 22]
    workspace.undo()
    assert workspace.sql("SELECT count(*) FROM event").fetchone()[0] == 1
    workspace.redo()
    assert workspace.sql("SELECT count(*) FROM goal").fetchone()[0] == 5


def test_repeats_keep_the_hour_on_the_wall_when_the_clock_changes(workspace: Workspace) -> None:
    event = mixer(workspace, day=wall(2027, 3, 22, 18), zone="Europe/London")
    (after,) = repeating.repeat_event(workspace, event, Every.WEEK, 1)
    assert event_page(workspace, after, NOW).starts.isoformat() == "2027-03-29T18:00:00+01:00"


@pytest.mark.parametrize("times", [0, -1, 105, 10**9])
def test_a_number_of_repeats_out_of_bounds_is_refused(workspace: Workspace, times: int) -> None:
    event = mixer(workspace)
    with pytest.raises(InvalidInput) as refused:
        repeating.repeat_event(workspace, event, Every.MONTH, times)
    assert refused.value.field == "times"
    details = event_edit.EventDetails("X", AGAIN, None, "UTC")
    with pytest.raises(InvalidInput):
        repeating.add_repeated_event(workspace, details, Every.MONTH, times)
    assert workspace.sql("SELECT count(*) FROM event").fetchone()[0] == 1


def test_the_calendars_end_is_said(workspace: Workspace) -> None:
    event = mixer(workspace, day=wall(9999, 12, 1, 18))
    with pytest.raises(InvalidInput, match="calendar ends"):
        repeating.repeat_event(workspace, event, Every.MONTH, 5)


def test_a_new_event_and_its_repeats_are_one_step(workspace: Workspace) -> None:
    details = event_edit.EventDetails("Breakfast Club", wall(2026, 11, 27, 7), None, "Europe/London")
    first = repeating.add_repeated_event(workspace, details, Every.TWO_WEEKS, 2)
    assert workspace.sql("SELECT count(*), min(id) FROM event").fetchone() == (3, first)
    assert workspace.history()[0].title == "Plan Breakfast Club 3 times"
    workspace.undo()
    assert workspace.sql("SELECT count(*) FROM event").fetchone()[0] == 0


def test_the_next_time_is_after_today(workspace: Workspace) -> None:
    event = mixer(workspace)
    assert repeating.next_time(workspace, event, date(2026, 11, 22)).start.date() == date(2026, 12, 22)
    old = mixer(workspace, day=wall(1990, 1, 2, 9))
    found = repeating.next_time(workspace, old, date(2026, 11, 22)).start
    assert (found.date(), found.hour) == (date(2026, 12, 1), 9)


def test_an_event_without_a_zone_keeps_its_offset(workspace: Workspace) -> None:
    with workspace.change("Bring in"):
        workspace.sql(
            "INSERT INTO event (title, starts_at, created_at) VALUES ('X', '2026-11-24T17:30:00+03:00', '2026-01-01')"
        )
    (made,) = repeating.repeat_event(workspace, 1, Every.WEEK, 1)
    assert event_page(workspace, made, NOW).starts.isoformat() == "2026-12-01T17:30:00+03:00"


def test_an_event_that_is_gone_is_said(workspace: Workspace) -> None:
    with pytest.raises(NotFound):
        repeating.duplicate_event(workspace, 3, AGAIN)


@given(
    start=st.datetimes(wall(2000, 1, 1), wall(2090, 1, 1)).map(
        lambda day: day.replace(second=0, microsecond=0)
    ),
    zone=st.sampled_from(
        ["Europe/London", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe", "UTC"]
    ),
    every=st.sampled_from(Every),
    times=st.integers(1, 30),
)
def test_any_event_repeats_in_order_with_its_length(
    start: datetime, zone: str, every: Every, times: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    ws = new_workspace(tmp_path_factory.mktemp("any") / "any.netdesk")
    event = mixer(ws, day=start, zone=zone)
    first = event_page(ws, event, NOW)
    pages = [event_page(ws, number, NOW) for number in repeating.repeat_event(ws, event, every, times)]
    moments = [first.starts.astimezone(UTC), *(page.starts.astimezone(UTC) for page in pages)]
    assert moments == sorted(set(moments))
    assert first.ends is not None
    assert {page.ends - page.starts for page in pages if page.ends} == {first.ends - first.starts}
    ws.undo()
    assert ws.sql("SELECT count(*) FROM event").fetchone()[0] == 1
    ws.close()
