"""Events as the services keep them: planned, changed, marked, binned, and every step taken back."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netdesk.method.errors import InvalidInput, NotFound
from netdesk.method.goals import GoalKind, new_goal
from netdesk.method.preparation import Part
from netdesk.method.triage import Purpose, Shares
from netdesk.services import event_edit, expected, goals, pitches
from netdesk.services.event_edit import EventDetails
from netdesk.services.event_list import event_ids, event_rows
from netdesk.services.event_page import event_page
from netdesk.store.workspace import Workspace
from tests.support.events import NOW, mixer, wall
from tests.support.kept_files import new_workspace

NASTY = "<b>Ü</b> 🎉 \u202eabc שלום & “x”"


def columns(ws: Workspace, event: int) -> tuple[object, ...]:
    row = ws.sql("SELECT * FROM event WHERE id = ?", (event,)).fetchone()
    return tuple(row)


def test_a_time_is_kept_with_the_offset_of_its_zone(workspace: Workspace) -> None:
    winter = mixer(workspace, zone="Europe/Berlin")
    summer = mixer(workspace, day=wall(2027, 7, 1, 17, 30), zone="Europe/Berlin")
    found = dict(workspace.sql("SELECT id, starts_at FROM event").fetchall())
    assert found == {winter: "2026-11-24T17:30:00+01:00", summer: "2027-07-01T17:30:00+02:00"}
    assert event_page(workspace, winter, NOW).zone == "Europe/Berlin"


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"title": "  "}, "title"),
        ({"title": "x" * 201}, "title"),
        ({"ends": wall(2026, 11, 24, 17, 30)}, "ends"),
        ({"ends": wall(2026, 11, 24, 16, 0)}, "ends"),
        ({"ends": wall(2029, 1, 1)}, "ends"),
        ({"zone": "Moon/Base"}, "zone"),
        ({"zone": "../../etc/passwd"}, "zone"),
        ({"cost": -1.0}, "cost"),
        ({"cost": float("nan")}, "cost"),
        ({"cost": 3.0, "currency": "pounds"}, "currency"),
        ({"host": "x" * 500}, "host"),
    ],
)
def test_what_cannot_be_kept_names_its_field(
    workspace: Workspace, changes: dict[str, object], field: str
) -> None:
    good = {"title": "Mixer", "starts": wall(2026, 11, 24, 17, 30), "ends": None, "zone": "Europe/London"}
    with pytest.raises(InvalidInput) as refused:
        event_edit.add_event(workspace, EventDetails(**(good | changes)))  # type: ignore[arg-type]
    assert refused.value.field == field
    assert refused.value.what.endswith((".", "?"))
    assert workspace.sql("SELECT count(*) FROM event").fetchone()[0] == 0


def test_coming_and_past_are_told_apart_by_their_end(workspace: Workspace) -> None:
    under_way = mixer(workspace, day=wall(2026, 11, 22, 8, 30))
    over = mixer(workspace, day=wall(2026, 11, 22, 6, 0))
    older = mixer(workspace, day=wall(2026, 10, 1, 6, 0))
    tomorrow_elsewhere = mixer(workspace, day=wall(2026, 11, 22, 8, 0), zone="America/New_York")
    ids = event_ids(workspace, NOW)
    assert list(ids.coming) == [under_way, tomorrow_elsewhere]
    assert list(ids.past) == [over, older]
    assert [row.over for row in event_rows(workspace, [under_way, over], NOW)] == [False, True]


def test_events_are_found_by_title_place_host_and_note(workspace: Workspace) -> None:
    event = mixer(workspace, place="Café Rosa", host="Zoë")
    mixer(workspace)
    event_edit.set_note(workspace, event, "Bring the blue folder")
    for typed in ("cafe", "zoe mixer", "BLUE", "autumn rosa"):
        assert list(event_ids(workspace, NOW, typed).coming) == [event], typed
    assert list(event_ids(workspace, NOW, "nowhere").coming) == []
    assert list(event_ids(workspace, NOW, "' OR 1=1 --").coming) == []


def test_rows_come_in_the_order_asked_and_gone_ones_are_left_out(workspace: Workspace) -> None:
    first, second = mixer(workspace), mixer(workspace, title="Second")
    rows = event_rows(workspace, [second, 99, first], NOW)
    assert [row.id for row in rows] == [second, first]
    assert rows[0].chip == "No goal yet"
    assert rows[0].purpose is None
    assert event_rows(workspace, [], NOW) == ()


def test_the_page_says_what_is_missing_until_it_is_prepared(workspace: Workspace) -> None:
    event = mixer(workspace)
    assert [gap.part for gap in event_page(workspace, event, NOW).gaps] == [
        Part.GOALS,
        Part.PITCH,
        Part.PEOPLE,
    ]
    goals.add_goal(workspace, event, new_goal(GoalKind.HELP))
    pitches.need_no_pitch(workspace, event)
    assert [gap.part for gap in event_page(workspace, event, NOW).gaps] == [Part.PEOPLE]
    expected.expect_name(workspace, event, "Guest: head of Retail 27")
    assert event_page(workspace, event, NOW).gaps == ()
    assert event_rows(workspace, [event], NOW)[0].prepared
    workspace.undo()
    assert not event_rows(workspace, [event], NOW)[0].prepared


def test_shares_give_the_purpose_and_a_hand_overrules_it(workspace: Workspace) -> None:
    event = mixer(workspace)
    event_edit.set_shares(workspace, event, Shares(10, 60, 20, 10))
    assert event_page(workspace, event, NOW).purpose is Purpose.NETWORKING
    event_edit.set_purpose(workspace, event, Purpose.SOCIALISING)
    event_edit.set_purpose_words(workspace, event, "Only to see Tom")
    page = event_page(workspace, event, NOW)
    assert (page.purpose, page.overruled, page.sentence) == (
        Purpose.SOCIALISING,
        Purpose.SOCIALISING,
        "Only to see Tom",
    )
    event_edit.set_purpose(workspace, event, None)
    event_edit.set_purpose_words(workspace, event, "")
    page = event_page(workspace, event, NOW)
    assert (page.purpose, page.sentence) == (Purpose.NETWORKING, "few clients, many connectors")


@pytest.mark.parametrize(
    "shares", [Shares(50, 50, 50, 0), Shares(1, 2, 3, 4), Shares(100), Shares(-10, 110, 0, 0)]
)
def test_shares_that_do_not_sum_to_100_are_refused(workspace: Workspace, shares: Shares) -> None:
    event = mixer(workspace)
    with pytest.raises(InvalidInput) as refused:
        event_edit.set_shares(workspace, event, shares)
    assert refused.value.field == "shares"
    assert event_page(workspace, event, NOW).shares.is_empty


def test_quick_changes_of_the_shares_are_one_step_of_the_history(workspace: Workspace) -> None:
    event = mixer(workspace)
    for close in range(10, 60, 10):
        event_edit.set_shares(workspace, event, Shares(0, close, 100 - close, 0))
    workspace.undo()
    assert event_page(workspace, event, NOW).shares.is_empty
    workspace.redo()
    assert event_page(workspace, event, NOW).shares.close == 50


def test_every_operation_is_taken_back_and_done_again(workspace: Workspace) -> None:
    event = mixer(workspace)
    before = columns(workspace, event)
    event_edit.edit_event(
        workspace,
        event,
        EventDetails("Other", wall(2026, 12, 1, 9), None, "Europe/Paris", "P", "H", 12.5, "eur"),
    )
    event_edit.mark_attended(workspace, event, True)
    event_edit.set_different(workspace, event, "I answer at night")
    event_edit.bin_events(workspace, [event])
    after = columns(workspace, event)
    titles = [entry.title for entry in workspace.history()]
    assert titles[:4] == [
        "Bin Other",
        "Say what is different for Other",
        "Attended Other",
        "Edit Other",
    ]
    for _ in range(4):
        workspace.undo()
    assert columns(workspace, event) == before
    for _ in range(4):
        workspace.redo()
    assert columns(workspace, event) == after
    assert "EUR" in after


def test_a_binned_event_leaves_the_list_and_comes_back(workspace: Workspace) -> None:
    event = mixer(workspace)
    event_edit.bin_events(workspace, [event])
    assert list(event_ids(workspace, NOW).coming) == []
    assert event_page(workspace, event, NOW).in_bin
    event_edit.restore_events(workspace, [event])
    assert list(event_ids(workspace, NOW).coming) == [event]
    assert event_edit.bin_events(workspace, []).is_empty


def test_what_is_gone_is_said_in_words(workspace: Workspace) -> None:
    with pytest.raises(NotFound, match="not in the workspace"):
        event_page(workspace, 12, NOW)
    with pytest.raises(NotFound):
        event_edit.mark_attended(workspace, 12, True)
    assert workspace.history() == ()


def test_earlier_times_come_from_the_record_only(workspace: Workspace) -> None:
    event = mixer(workspace, host="Chamber")
    assert event_page(workspace, event, NOW).earlier is None
    for number in range(1, 5):
        past = mixer(workspace, day=wall(2026, 10, number, 18), host="CHAMBER", cost=20.0 + number)
        event_edit.mark_attended(workspace, past, True)
    not_there = mixer(workspace, day=wall(2026, 11, 1, 18), host="Chamber", cost=500.0)
    event_edit.mark_attended(workspace, not_there, False)
    earlier = event_page(workspace, event, NOW).earlier
    assert earlier is not None
    worth = earlier.worth
    assert (worth.times, worth.cost, worth.currency, worth.solid) == (3, 69.0, "GBP", 0)


def test_hosts_and_places_are_offered_the_usual_one_first(workspace: Workspace) -> None:
    mixer(workspace, host="Rare", place="")
    mixer(workspace, host="Usual")
    mixer(workspace, host="Usual")
    assert event_edit.hosts(workspace) == ("Usual", "Rare")
    assert event_edit.places(workspace) == ("Town Hall, Mill Street",)


def test_text_of_every_kind_stays_as_it_was_typed(workspace: Workspace) -> None:
    event = mixer(workspace, title=NASTY, place=NASTY, host=NASTY)
    event_edit.set_note(workspace, event, f"{NASTY}\n\n{NASTY}\0\x07")
    page = event_page(workspace, event, NOW)
    assert (page.title, page.place, page.host) == (NASTY, NASTY, NASTY)
    assert page.note == f"{NASTY}\n\n{NASTY}"


@given(text=st.text(max_size=150))
def test_any_title_is_kept_or_refused_in_words(text: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    ws = new_workspace(tmp_path_factory.mktemp("any") / "any.netdesk")
    refused, title = "", ""
    try:
        title = event_page(ws, mixer(ws, title=text), NOW).title
    except InvalidInput as error:
        refused = error.field
    ws.close()
    assert bool(title) != bool(refused)
    assert refused in ("", "title")
    assert "\n" not in title


def test_two_thousand_events_are_listed_a_page_at_a_time(workspace: Workspace) -> None:
    start = datetime(2026, 1, 1, 18, tzinfo=UTC)
    with workspace.change("Plan 2,000 events"):
        workspace.many(
            "INSERT INTO event (title, starts_at, zone, created_at) VALUES (?, ?, 'UTC', '2026-01-01T00:00:00+00:00')",
            [
                (f"Event {number}", (start + timedelta(hours=5 * number)).isoformat())
                for number in range(2_000)
            ],
        )
    ids = event_ids(workspace, NOW)
    assert len(ids.coming) + len(ids.past) == 2_000
    page = event_rows(workspace, ids.coming[:60], NOW)
    assert [row.starts for row in page] == sorted(row.starts for row in page)
