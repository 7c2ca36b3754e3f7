"""The invented network: its figures, one step in the history, and nothing left when it goes."""

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from netdesk.app import resources
from netdesk.method.contact_kinds import PointKind
from netdesk.method.errors import InvalidInput, NotFound
from netdesk.method.triage import Shares
from netdesk.services.contact_points import Point
from netdesk.services.contacts import counts
from netdesk.services.event_list import event_ids, event_rows
from netdesk.services.event_page import event_page
from netdesk.services.people import PersonDraft, new_person, people_named, read_draft
from netdesk.services.sample import add_sample, has_sample, remove_sample
from netdesk.services.workspaces import Workspace, check

TODAY = date(2026, 11, 22)
EVERY_DAY_OF_A_WEEK = [TODAY + timedelta(days=days) for days in range(1, 8)]
TABLES = ("person", "event", "tag", "organisation", "pitch", "target_market", "own_field", "interaction")


def sample_folder() -> Path:
    return resources.path("sample")


def left(ws: Workspace) -> dict[str, int]:
    return {table: ws.sql(f"SELECT count(*) FROM {table}").fetchone()[0] for table in TABLES}


def test_eighty_people_stand_on_the_levels_as_designed(workspace: Workspace) -> None:
    add_sample(workspace, sample_folder(), TODAY)
    figures = counts(workspace, TODAY)
    assert figures.levels == {1: 38, 2: 21, 3: 12, 4: 6, 5: 3}
    assert (figures.people, figures.going_cold, figures.ready) == (80, 7, 2)
    assert len(figures.markets) == 2


@pytest.mark.parametrize("today", EVERY_DAY_OF_A_WEEK)
def test_the_figures_hold_on_whatever_day_it_is_told(workspace: Workspace, today: date) -> None:
    add_sample(workspace, sample_folder(), today)
    figures = counts(workspace, today)
    assert (figures.people, figures.going_cold, figures.ready) == (80, 7, 2)
    now = datetime.combine(today, datetime.min.time()).astimezone()
    found = event_ids(workspace, now)
    assert (len(found.coming), len(found.past)) == (4, 8)
    rows = event_rows(workspace, [*found.coming, *found.past], now)
    assert {row.starts.isoweekday() for row in rows} == {2, 3, 4, 5}


def test_one_follow_up_is_late_and_one_is_for_today(workspace: Workspace) -> None:
    add_sample(workspace, sample_folder(), TODAY)
    due = [
        date.fromisoformat(row[0])
        for row in workspace.sql("SELECT due_on FROM follow_up WHERE state = 'open'")
    ]
    assert [TODAY - day for day in due if day < TODAY] == [timedelta(days=6)]
    assert due.count(TODAY) == 1


def test_the_autumn_mixer_is_prepared_as_drawn(workspace: Workspace) -> None:
    add_sample(workspace, sample_folder(), TODAY)
    now = datetime(2026, 11, 22, 9, 0).astimezone()
    page = event_page(workspace, event_ids(workspace, now).coming[0], now)
    assert page.title == "Chamber autumn mixer"
    assert page.starts == datetime.fromisoformat("2026-11-24T17:30:00+00:00")
    assert page.shares == Shares(10, 60, 20, 10)
    assert page.sentence == "few clients, many connectors"
    assert [line.goal.count for line in page.goals] == [5, 10, 1]
    assert page.gaps == ()
    assert page.pitch is not None
    assert (page.pitch.name, page.verdict and page.verdict.text) == ("Inbox to zero · v3", "24 s")
    assert [line.name for line in page.people][:5] == [
        "Ravi Menon",
        "Ellen Brandt",
        "Luis Ortega",
        "Tom Okafor",
        "Head of Retail 27",
    ]
    assert page.notice.startswith("Competitor in the room: Sam Carter.")
    assert page.earlier is not None
    assert page.earlier.worth.times == 3


def test_grace_is_who_she_is_in_the_pictures(workspace: Workspace) -> None:
    add_sample(workspace, sample_folder(), TODAY)
    (grace,) = people_named(workspace, "grace adeyemi")
    draft = read_draft(workspace, grace.id)
    assert draft.level == 3
    assert draft.met_on == date(2026, 3, 6)
    assert {point.value for point in draft.points} == {
        "grace@brightcopy.example",
        "+44 7700 900123",
        "brightcopy.example",
    }
    (sam,) = people_named(workspace, "sam carter")
    assert draft.met_through_id == sam.id


def test_every_address_and_number_is_invented(workspace: Workspace) -> None:
    add_sample(workspace, sample_folder(), TODAY)
    points = workspace.sql("SELECT kind, value FROM contact_point").fetchall()
    assert len(points) > 160
    for kind, value in points:
        assert value.startswith("+44 7700 900") if kind == "phone" else value.endswith(".example")
    numbers = [value for kind, value in points if kind == "phone"]
    assert len(set(numbers)) == len(numbers) == 80


def test_one_undo_takes_all_of_it_back_and_redo_brings_it(workspace: Workspace) -> None:
    before = left(workspace)
    add_sample(workspace, sample_folder(), TODAY)
    assert [entry.title for entry in workspace.history()] == ["Add the sample network"]
    added = left(workspace)
    workspace.undo()
    assert left(workspace) == before
    workspace.redo()
    assert left(workspace) == added
    assert check(workspace).problems == ()


def test_removing_it_leaves_what_was_added_by_hand(workspace: Workspace) -> None:
    mine = new_person(
        workspace,
        PersonDraft(
            given="Noor",
            organisation="Bright Copy",
            tags=("retail", "mine"),
            points=(Point(PointKind.EMAIL, "noor@mine.example"),),
        ),
    )
    before = left(workspace)
    add_sample(workspace, sample_folder(), TODAY)
    remove_sample(workspace)
    assert left(workspace) == before
    assert read_draft(workspace, mine).tags == ("mine", "retail")
    assert not has_sample(workspace)
    workspace.undo()
    assert has_sample(workspace)
    assert check(workspace).problems == ()


def test_it_is_not_added_twice_and_not_removed_twice(workspace: Workspace) -> None:
    add_sample(workspace, sample_folder(), TODAY)
    with pytest.raises(InvalidInput, match="already"):
        add_sample(workspace, sample_folder(), TODAY)
    remove_sample(workspace)
    with pytest.raises(NotFound):
        remove_sample(workspace)


def test_it_is_the_same_every_time(workspace: Workspace) -> None:
    asked = "SELECT uid, level, level_since, last_contact_on, board_rank FROM person ORDER BY uid"
    add_sample(workspace, sample_folder(), TODAY)
    first = workspace.sql(asked).fetchall()
    remove_sample(workspace)
    add_sample(workspace, sample_folder(), TODAY)
    assert workspace.sql(asked).fetchall() == first
