"""One-to-ones as a file for the calendar."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from icalendar import Calendar

from netdesk.method.errors import InvalidInput, NetDeskError, NotFound
from netdesk.services.calendar_files import (
    calendar_file_name,
    one_to_one_calendar,
    save_one_to_one_calendar,
)
from netdesk.services.one_to_ones import OneToOneDraft, call_off, move_one_to_one, plan_one_to_one
from netdesk.services.people import PersonDraft, new_person
from netdesk.store.workspace import Workspace

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)


@pytest.fixture
def plan(workspace: Workspace) -> int:
    grace = new_person(workspace, PersonDraft(given="Grace", family="Adeyemi/../x"))
    draft = OneToOneDraft(
        grace,
        datetime.fromisoformat("2026-11-24T10:00"),
        "Europe/London",
        45,
        "Café Rosa, Mill Street",
        "Her ideal client; and\nmore",
        60,
        "Who is your best client?",
    )
    return plan_one_to_one(workspace, draft, NOW)


def test_the_file_says_when_where_and_what_for(workspace: Workspace, plan: int) -> None:
    event = Calendar.from_ical(one_to_one_calendar(workspace, [plan])).walk("VEVENT")[0]
    assert event.decoded("dtstart") == datetime(2026, 11, 24, 10, tzinfo=UTC)
    assert event.decoded("dtend") == datetime(2026, 11, 24, 10, 45, tzinfo=UTC)
    assert str(event["location"]) == "Café Rosa, Mill Street"
    assert str(event["description"]).split("\n") == [
        "Objective: Her ideal client; and more",
        "To ask: Who is your best client?",
    ]


def test_moved_it_keeps_its_name_for_the_calendar(workspace: Workspace, plan: int) -> None:
    before = Calendar.from_ical(one_to_one_calendar(workspace, [plan])).walk("VEVENT")[0]
    move_one_to_one(workspace, plan, datetime.fromisoformat("2026-11-26T10:00"), NOW)
    after = Calendar.from_ical(one_to_one_calendar(workspace, [plan])).walk("VEVENT")[0]
    assert str(before["uid"]) == str(after["uid"])
    assert before.decoded("dtstart") != after.decoded("dtstart")
    call_off(workspace, plan)
    gone = Calendar.from_ical(one_to_one_calendar(workspace, [plan])).walk("VEVENT")[0]
    assert str(gone["status"]) == "CANCELLED"


def test_the_file_is_written_under_a_name_that_is_safe(
    workspace: Workspace, plan: int, tmp_path: Path
) -> None:
    name = calendar_file_name(workspace, [plan])
    assert name == "one-to-one Grace Adeyemi..x 2026-11-24.ics"
    assert (
        save_one_to_one_calendar(workspace, [plan], tmp_path / name)
        .read_bytes()
        .startswith(b"BEGIN:VCALENDAR")
    )
    assert calendar_file_name(workspace, [plan, plan]) == "one-to-ones.ics"


def test_what_cannot_be_written_is_said(workspace: Workspace, plan: int, tmp_path: Path) -> None:
    with pytest.raises(NetDeskError, match="could not be written"):
        save_one_to_one_calendar(workspace, [plan], tmp_path / "nowhere" / "x.ics")
    with pytest.raises(InvalidInput):
        one_to_one_calendar(workspace, [])
    with pytest.raises(NotFound):
        one_to_one_calendar(workspace, [99])
