"""When a one-to-one reminds me, and the moments the clock waits for."""

from datetime import UTC, datetime, timedelta

import pytest

from netdesk.services.one_to_one_reminders import next_one_to_one_moment, reminders_due
from netdesk.services.one_to_ones import OneToOneDraft, call_off, plan_one_to_one
from netdesk.services.people import PersonDraft, new_person
from netdesk.store.workspace import Workspace

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
STARTS = datetime(2026, 11, 22, 11, tzinfo=UTC)


@pytest.fixture
def grace(workspace: Workspace) -> int:
    return new_person(workspace, PersonDraft(given="Grace", family="Adeyemi"))


def _plan(ws: Workspace, person: int, remind: int | None = 60, when: str = "2026-11-22T11:00") -> int:
    draft = OneToOneDraft(
        person, datetime.fromisoformat(when), "Europe/London", 45, "Café Rosa", remind_minutes=remind
    )
    return plan_one_to_one(ws, draft, NOW)


def test_it_reminds_once_its_minutes_are_left(workspace: Workspace, grace: int) -> None:
    plan = _plan(workspace, grace)
    ten = STARTS - timedelta(minutes=60)
    assert reminders_due(workspace, NOW, ten - timedelta(seconds=1)) == ()
    due = reminders_due(workspace, NOW, ten)
    assert [(one.id, one.name, one.starts, one.place) for one in due] == [
        (plan, "Grace Adeyemi", STARTS, "Café Rosa")
    ]
    assert reminders_due(workspace, ten, ten + timedelta(minutes=1)) == ()


def test_at_the_start_those_are_told_whose_reminder_was_missed(workspace: Workspace, grace: int) -> None:
    _plan(workspace, grace)
    assert len(reminders_due(workspace, None, STARTS - timedelta(minutes=5))) == 1
    assert reminders_due(workspace, None, STARTS) == ()


def test_a_computer_that_slept_through_it_is_quiet(workspace: Workspace, grace: int) -> None:
    _plan(workspace, grace)
    assert reminders_due(workspace, NOW, STARTS + timedelta(hours=2)) == ()
    assert len(reminders_due(workspace, NOW, STARTS + timedelta(minutes=5))) == 1


def test_without_a_reminder_or_called_off_it_is_quiet(workspace: Workspace, grace: int) -> None:
    _plan(workspace, grace, None)
    call_off(workspace, _plan(workspace, grace))
    assert reminders_due(workspace, NOW, STARTS) == ()


def test_people_set_aside_remind_of_nothing(workspace: Workspace, grace: int) -> None:
    _plan(workspace, grace)
    with workspace.change("Archive"):
        workspace.sql("UPDATE person SET archived_at = '2026-11-22'")
    assert reminders_due(workspace, NOW, STARTS) == ()
    assert next_one_to_one_moment(workspace, NOW) is None


def test_the_clock_waits_for_the_reminder_and_then_for_the_end(workspace: Workspace, grace: int) -> None:
    assert next_one_to_one_moment(workspace, NOW) is None
    _plan(workspace, grace)
    assert next_one_to_one_moment(workspace, NOW) == STARTS - timedelta(minutes=60)
    assert next_one_to_one_moment(workspace, STARTS) == STARTS + timedelta(minutes=45)
    assert next_one_to_one_moment(workspace, STARTS + timedelta(hours=1)) is None


def test_the_day_before_comes_from_far_ahead(workspace: Workspace, grace: int) -> None:
    _plan(workspace, grace, 14 * 24 * 60, "2026-12-06T11:00")
    assert len(reminders_due(workspace, NOW, STARTS)) == 1
