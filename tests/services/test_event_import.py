"""Events from calendar files: looked at first, brought in as one step, met again, called off, undone."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from netdesk.background.jobs import Progress, Report
from netdesk.method.contact_kinds import PointKind
from netdesk.method.errors import Cancelled
from netdesk.services.calendar_files import save_one_to_one_calendar
from netdesk.services.contact_points import Point
from netdesk.services.event_edit import bin_events
from netdesk.services.event_import import EventPlan, EventReport, EventVerdict, bring_events, plan_events
from netdesk.services.one_to_ones import OneToOneDraft, plan_one_to_one
from netdesk.services.people import PersonDraft, new_person
from netdesk.store.workspace import Workspace
from tests.support.calendar_files import BREAKFAST, BROKEN, FAIR, MIXER, OLD, calendar_file, changed
from tests.support.events import NOW, mixer, wall

TODAY = date(2026, 11, 22)
ALL = (OLD, FAIR, BROKEN, BREAKFAST, MIXER)


def look(ws: Workspace, *files: Path, today: date = TODAY) -> EventPlan:
    return plan_events(ws, files, zone="Europe/London", today=today, report=Report())


def bring(ws: Workspace, *files: Path, with_people: bool = True, today: date = TODAY) -> EventReport:
    plan = look(ws, *files, today=today)
    return bring_events(ws, plan, plan.proposed(), with_people=with_people, report=Report())


def rows(
    ws: Workspace, columns: str = "title, starts_at, ends_at, zone, place, host"
) -> list[tuple[object, ...]]:
    found = ws.sql(f"SELECT {columns} FROM event WHERE binned_at IS NULL ORDER BY starts_at")
    return [tuple(row) for row in found.fetchall()]


def expected(ws: Workspace) -> list[str]:
    found = ws.sql(
        "SELECT p.display_name FROM expected_person x JOIN person p ON p.id = x.person_id ORDER BY x.position"
    )
    return [row[0] for row in found.fetchall()]


@pytest.fixture
def grace(workspace: Workspace) -> int:
    points = (Point(PointKind.EMAIL, "grace@adeyemi.example"),)
    return new_person(workspace, PersonDraft(given="Grace", family="Adeyemi", points=points))


def test_what_is_to_come_is_proposed_first_and_what_is_past_is_not(
    workspace: Workspace, tmp_path: Path
) -> None:
    plan = look(workspace, calendar_file(tmp_path / "all.ics", *ALL))
    assert [(row.title, row.found, row.ticked) for row in plan.rows] == [
        ("Chamber autumn mixer", "new", True),
        ("Breakfast club", "new, every week: the next one", True),
        ("Trade fair", "new, all day", True),
        ("Summer party", "past", False),
        ("Some day", "“some day” is not a date I can read.", False),
    ]
    assert plan.counts()[EventVerdict.NEW] == 3
    assert rows(workspace) == []


def test_what_is_over_stands_last_however_it_was_found(workspace: Workspace, tmp_path: Path) -> None:
    off = ("UID:off@club.example", "SUMMARY:Off", "STATUS:CANCELLED", "DTSTART:20260801T180000Z")
    plan = look(workspace, calendar_file(tmp_path / "all.ics", OLD, OLD, off, MIXER))
    assert [(row.title, row.found) for row in plan.rows] == [
        ("Chamber autumn mixer", "new"),
        ("Off", "called off"),
        ("Summer party", "past"),
        ("Summer party", "twice in the file"),
    ]


def test_one_event_alone_is_proposed_even_when_it_is_past(workspace: Workspace, tmp_path: Path) -> None:
    plan = look(workspace, calendar_file(tmp_path / "old.ics", OLD))
    assert plan.proposed() == {0}


def test_events_come_in_as_one_step_with_the_people_i_know(
    workspace: Workspace, tmp_path: Path, grace: int
) -> None:
    report = bring(workspace, calendar_file(tmp_path / "all.ics", *ALL))
    assert report.sentence() == "3 events added"
    assert rows(workspace) == [
        (
            "Chamber autumn mixer",
            "2026-11-24T17:30:00+00:00",
            "2026-11-24T19:30:00+00:00",
            "Europe/London",
            "Town Hall, Mill Street",
            "Chamber of Commerce",
        ),
        (
            "Breakfast club",
            "2026-11-25T07:00:00+01:00",
            "2026-11-25T08:30:00+01:00",
            "Europe/Berlin",
            "",
            "",
        ),
        ("Trade fair", "2026-12-01T09:00:00+00:00", "2026-12-02T17:00:00+00:00", "Europe/London", "", ""),
    ]
    assert expected(workspace) == ["Grace Adeyemi"]
    assert (report.left_out, len(report.unreadable)) == (1, 1)
    assert "line" in report.as_text()
    changes = workspace.undo()
    assert changes is not None
    assert changes.title == "Bring 3 events from all.ics"
    assert rows(workspace) == []
    workspace.redo()
    assert len(rows(workspace)) == 3


def test_people_stay_out_when_they_are_not_wanted(workspace: Workspace, tmp_path: Path, grace: int) -> None:
    bring(workspace, calendar_file(tmp_path / "mixer.ics", MIXER), with_people=False)
    assert expected(workspace) == []


def test_the_same_event_is_not_doubled_and_a_new_time_moves_it(workspace: Workspace, tmp_path: Path) -> None:
    path = calendar_file(tmp_path / "mixer.ics", MIXER)
    first = bring(workspace, path)
    again = look(workspace, path)
    assert [(row.verdict, row.found, row.can_tick) for row in again.rows] == [
        (EventVerdict.HERE, "already here", False)
    ]
    assert bring(workspace, path).operation == 0
    moved = changed(
        MIXER,
        DTSTART="20261125T180000",
        DTEND="20261125T200000",
        LOCATION="Library",
        ORGANIZER="",
        SUMMARY="Mixer",
    )
    report = bring(workspace, calendar_file(tmp_path / "moved.ics", moved))
    assert (report.updated, report.sentence()) == (first.added, "1 event updated")
    assert rows(workspace, "id, title, starts_at, place, host") == [
        (first.added[0], "Mixer", "2026-11-25T18:00:00+00:00", "Library", "Chamber of Commerce")
    ]


def test_an_event_written_down_by_hand_is_met_by_name_and_time_and_keeps_what_i_wrote(
    workspace: Workspace, tmp_path: Path, grace: int
) -> None:
    number = mixer(workspace, title="chamber Autumn mixer", place="", host="Ellen")
    path = calendar_file(tmp_path / "mixer.ics", (*MIXER, "DESCRIPTION:Bring cards"))
    (row,) = look(workspace, path).rows
    assert (row.event, row.found) == (number, "same name and time")
    assert row.will == "Update the place and what was empty and whom to meet"
    bring(workspace, path)
    assert rows(workspace, "id, place, host, note, uid") == [
        (number, "Town Hall, Mill Street", "Ellen", "Bring cards", "mixer@chamber.example")
    ]
    assert expected(workspace) == ["Grace Adeyemi"]
    assert look(workspace, path).proposed() == set()


def test_hours_i_gave_to_a_whole_day_stay(workspace: Workspace, tmp_path: Path) -> None:
    path = calendar_file(tmp_path / "fair.ics", FAIR)
    bring(workspace, path)
    with workspace.change("Edit"):
        workspace.sql("UPDATE event SET starts_at = '2026-12-01T11:00:00+00:00'")
    assert look(workspace, path).proposed() == set()


def test_the_next_meeting_of_a_series_is_another_event(workspace: Workspace, tmp_path: Path) -> None:
    path = calendar_file(tmp_path / "club.ics", BREAKFAST)
    bring(workspace, path)
    assert look(workspace, path).proposed() == set()
    bring(workspace, path, today=date(2026, 11, 26))
    assert [row[0] for row in rows(workspace, "substr(starts_at, 1, 10)")] == ["2026-11-25", "2026-12-02"]


def test_what_is_called_off_goes_into_the_bin_if_it_is_here(workspace: Workspace, tmp_path: Path) -> None:
    off = calendar_file(tmp_path / "off.ics", MIXER, method="CANCEL")
    (row,) = look(workspace, off).rows
    assert (row.found, row.unticked, row.can_tick) == ("called off", "Nothing to do", False)
    bring(workspace, calendar_file(tmp_path / "mixer.ics", MIXER))
    report = bring(workspace, off)
    assert (report.binned, report.sentence()) == (1, "1 event put into the bin")
    assert rows(workspace) == []
    workspace.undo()
    assert len(rows(workspace)) == 1


def test_what_i_put_into_the_bin_stays_there_unless_i_tick_it(workspace: Workspace, tmp_path: Path) -> None:
    path = calendar_file(tmp_path / "mixer.ics", MIXER)
    bin_events(workspace, bring(workspace, path).added)
    plan = look(workspace, path)
    assert (plan.proposed(), plan.rows[0].found) == (set(), "in the bin")
    assert bring_events(workspace, plan, {0}, report=Report()).updated
    assert len(rows(workspace)) == 1


def test_an_event_that_stands_twice_comes_once(workspace: Workspace, tmp_path: Path) -> None:
    one = calendar_file(tmp_path / "one.ics", MIXER, MIXER)
    two = calendar_file(tmp_path / "two.ics", MIXER, changed(FAIR, UID=""), changed(FAIR, UID=""))
    report = bring(workspace, one, two)
    assert (len(report.added), report.already_there) == (2, 3)


def test_a_one_to_one_of_mine_is_not_made_an_event(workspace: Workspace, tmp_path: Path, grace: int) -> None:
    plan = plan_one_to_one(workspace, OneToOneDraft(grace, wall(2026, 11, 24, 10), "Europe/London", 45), NOW)
    path = save_one_to_one_calendar(workspace, [plan], tmp_path / "mine.ics")
    (row,) = look(workspace, path).rows
    assert (row.found, row.can_tick) == ("a one-to-one of yours", False)


def test_files_that_cannot_be_read_are_named_and_the_others_come_in(
    workspace: Workspace, tmp_path: Path
) -> None:
    letter = tmp_path / "letter.ics"
    letter.write_text("Dear aunt,", encoding="utf-8")
    (tmp_path / "empty.ics").touch()
    good = calendar_file(tmp_path / "good.ics", FAIR)
    plan = look(workspace, letter, tmp_path / "empty.ics", tmp_path / "gone.ics", tmp_path, good)
    assert [source.problem for source in plan.sources] == [
        "This is no calendar file.",
        "The file is empty.",
        "There is no such file any more.",
        "This is a folder.",
        "",
    ]
    report = bring_events(workspace, plan, plan.proposed(), report=Report())
    assert (len(report.added), len(report.unreadable)) == (1, 4)


def test_stopping_leaves_nothing_of_it(workspace: Workspace, tmp_path: Path) -> None:
    many = [changed(MIXER, UID=f"{number}@x.example", SUMMARY=f"Mixer {number}") for number in range(120)]
    plan = look(workspace, calendar_file(tmp_path / "many.ics", *many))
    said: list[int] = []

    def stop_later(progress: Progress) -> None:
        said.append(progress.done)
        if progress.done:
            report.cancel()

    report = Report(stop_later)
    with pytest.raises(Cancelled):
        bring_events(workspace, plan, plan.proposed(), report=report)
    assert said
    assert rows(workspace) == []


def test_very_long_words_are_cut_and_control_characters_go(workspace: Workspace, tmp_path: Path) -> None:
    hostile = (
        f"SUMMARY:<b>{'x' * 5000}</b>\x07",
        f"DESCRIPTION:{'y ' * 20000}",
        f"LOCATION:Hall\\n{'z' * 900}",
        "DTSTART:20261124T100000",
        f"UID:{'u' * 9000}",
    )
    bring(workspace, calendar_file(tmp_path / "long.ics", hostile))
    ((title, place, note, uid),) = rows(workspace, "title, place, length(note), length(uid)")
    assert str(title).startswith("<b>xxx")
    assert (len(str(title)), len(str(place))) == (200, 200)
    assert isinstance(note, int)
    assert note <= 20_000
    assert uid == 64


def test_a_zone_of_this_computer_that_nobody_knows_is_no_trouble(
    workspace: Workspace, tmp_path: Path
) -> None:
    path = calendar_file(tmp_path / "x.ics", ("SUMMARY:x", "DTSTART:20261124T100000"))
    plan = plan_events(workspace, [path], zone="Nowhere/At all", today=TODAY, report=Report())
    assert plan.rows[0].values is not None
    assert plan.rows[0].values.zone == "UTC"


def test_a_new_time_without_an_end_takes_an_end_away_that_lies_before_it(
    workspace: Workspace, tmp_path: Path
) -> None:
    bring(workspace, calendar_file(tmp_path / "mixer.ics", MIXER))
    earlier = changed(MIXER, DTSTART="20261124T160000", DTEND="")
    bring(workspace, calendar_file(tmp_path / "earlier.ics", earlier))
    assert rows(workspace, "starts_at, ends_at") == [
        ("2026-11-24T16:00:00+00:00", "2026-11-24T19:30:00+00:00")
    ]
    later = changed(MIXER, DTSTART="20261125T160000", DTEND="")
    bring(workspace, calendar_file(tmp_path / "later.ics", later))
    assert rows(workspace, "starts_at, ends_at") == [("2026-11-25T16:00:00+00:00", None)]


def test_an_event_that_went_between_looking_and_bringing_is_added(
    workspace: Workspace, tmp_path: Path
) -> None:
    (number,) = bring(workspace, calendar_file(tmp_path / "mixer.ics", MIXER)).added
    moved = calendar_file(tmp_path / "moved.ics", changed(MIXER, LOCATION="Library"))
    plan = look(workspace, moved)
    off = look(workspace, calendar_file(tmp_path / "off.ics", MIXER, method="CANCEL"))
    with workspace.change("Delete"):
        workspace.sql("DELETE FROM event WHERE id = ?", (number,))
    report = bring_events(workspace, plan, plan.proposed(), report=Report())
    assert report.sentence() == "1 event added"
    assert rows(workspace, "place") == [("Library",)]
    assert bring_events(workspace, off, off.proposed(), report=Report()).binned == 0


def test_everything_that_can_happen_is_said_in_one_sentence(workspace: Workspace, tmp_path: Path) -> None:
    bring(workspace, calendar_file(tmp_path / "two.ics", MIXER, FAIR))
    moved, off = changed(MIXER, LOCATION="Library"), (*FAIR, "STATUS:CANCELLED")
    report = bring(workspace, calendar_file(tmp_path / "all.ics", moved, off, BREAKFAST))
    assert report.sentence() == "1 event added, 1 updated, 1 put into the bin"
    assert workspace.undo() is not None
    assert len(rows(workspace)) == 2
