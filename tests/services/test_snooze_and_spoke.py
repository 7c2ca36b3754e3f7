"""Leaving somebody in peace until a day, and one press after a call."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from netdesk.method.attention import AttentionKind
from netdesk.method.errors import InvalidInput, NotFound
from netdesk.method.rhythm import InteractionKind, is_snoozed, snooze_choices
from netdesk.services import board, contacts
from netdesk.services.board import BoardQuery, Only
from netdesk.services.contacts import ContactQuery
from netdesk.services.conversations import Conversation, add_note, log_conversation
from netdesk.services.going_cold import going_cold
from netdesk.services.person_page import person_page
from netdesk.services.snooze import snooze, unsnooze
from netdesk.services.spoke import spoke_today
from netdesk.services.timeline import timeline
from netdesk.store.workspace import Workspace
from tests.support.today import TODAY, met_long_ago, somebody, spoke

IN_A_WEEK = TODAY + timedelta(days=7)
COLD = ContactQuery(going_cold=True)


@pytest.fixture
def peter(workspace: Workspace) -> int:
    """Somebody at level 4 who is going cold: every 3 weeks, last spoke 33 days ago."""
    person = somebody(workspace, "Peter", "Novak", level=4)
    met_long_ago(workspace, person, 400)
    spoke(workspace, person, 33)
    return person


def cold_everywhere(ws: Workspace, today: date) -> list[bool]:
    """Whether anybody is going cold on Today, in the list and its chip, on the board, its chip and cards."""
    counts = board.counts(ws, BoardQuery(), today)
    people = contacts.ids(ws, ContactQuery(), today)
    chips = [card.chip.kind for card in board.cards(ws, people, today)]
    pages = [person_page(ws, person, today).cold > 0 for person in people]
    return [
        bool(going_cold(ws, today)),
        bool(contacts.ids(ws, COLD, today)),
        contacts.counts(ws, today).going_cold > 0,
        any(board.column_order(ws, BoardQuery(only=Only.COLD), level, today).ids for level in range(1, 6)),
        counts.cold > 0,
        AttentionKind.COLD in chips,
        any(pages),
    ]


def test_who_was_snoozed_is_told_of_nowhere_until_the_day(workspace: Workspace, peter: int) -> None:
    assert all(cold_everywhere(workspace, TODAY))
    changes = snooze(workspace, [peter], IN_A_WEEK, TODAY)
    assert changes.title == "Leave Peter Novak in peace until 29 Nov"
    assert not any(cold_everywhere(workspace, TODAY))
    assert not any(cold_everywhere(workspace, IN_A_WEEK - timedelta(days=1)))
    assert all(cold_everywhere(workspace, IN_A_WEEK))
    assert person_page(workspace, peter, TODAY).snoozed_until == IN_A_WEEK
    assert person_page(workspace, peter, IN_A_WEEK).snoozed_until is None
    workspace.undo()
    assert all(cold_everywhere(workspace, TODAY))


def test_a_snooze_can_be_ended(workspace: Workspace, peter: int) -> None:
    snooze(workspace, [peter], IN_A_WEEK, TODAY)
    assert unsnooze(workspace, [peter]).title == "Tell of Peter Novak again"
    assert all(cold_everywhere(workspace, TODAY))
    assert unsnooze(workspace, [peter]).is_empty


def test_the_same_snooze_twice_is_nothing_new(workspace: Workspace, peter: int) -> None:
    ellen = somebody(workspace, "Ellen", "Brandt")
    assert "2 people" in snooze(workspace, [peter, ellen, peter], IN_A_WEEK, TODAY).title
    assert snooze(workspace, [peter, ellen], IN_A_WEEK, TODAY).is_empty


@pytest.mark.parametrize("until", [TODAY, TODAY - timedelta(days=1), date(2036, 11, 22), date.max, date.min])
def test_a_day_that_makes_no_sense_is_refused(workspace: Workspace, peter: int, until: date) -> None:
    with pytest.raises(InvalidInput) as refused:
        snooze(workspace, [peter], until, TODAY)
    assert refused.value.field == "until"
    with pytest.raises(NotFound):
        snooze(workspace, [999], IN_A_WEEK, TODAY)


def test_the_days_offered() -> None:
    assert snooze_choices(date(2027, 1, 31)) == (
        ("A week", date(2027, 2, 7)),
        ("Two weeks", date(2027, 2, 14)),
        ("A month", date(2027, 2, 28)),
    )
    assert snooze_choices(date(2026, 12, 5))[2] == ("A month", date(2027, 1, 5))
    assert not is_snoozed(None, TODAY)


def test_one_press_starts_the_rhythm_anew(workspace: Workspace, peter: int) -> None:
    done = spoke_today(workspace, [peter], InteractionKind.CALL, TODAY)
    assert (done.who, len(done.talks)) == ("Peter Novak", 1)
    assert done.changes.title == "Spoke with Peter Novak today"
    assert not any(cold_everywhere(workspace, TODAY))
    newest = timeline(workspace, peter).entries[-1]
    assert newest.on == TODAY
    assert person_page(workspace, peter, TODAY).contacted == TODAY
    workspace.undo()
    assert all(cold_everywhere(workspace, TODAY))


def test_a_second_press_adds_nothing_another_kind_does(workspace: Workspace, peter: int) -> None:
    spoke_today(workspace, [peter], InteractionKind.CALL, TODAY)
    again = spoke_today(workspace, [peter], InteractionKind.CALL, TODAY)
    assert again.talks == ()
    assert again.changes.is_empty
    assert len(spoke_today(workspace, [peter], InteractionKind.EMAIL, TODAY).talks) == 1


def test_several_people_are_one_step_of_the_history(workspace: Workspace, peter: int) -> None:
    ellen = somebody(workspace, "Ellen", "Brandt", level=2)
    done = spoke_today(workspace, [peter, ellen, peter], InteractionKind.MESSAGE, TODAY)
    assert done.changes.title == "Wrote to 2 people today"
    assert len(done.talks) == 2
    workspace.undo()
    assert person_page(workspace, ellen, TODAY).contacted is None


def test_real_contact_ends_a_snooze_and_a_note_does_not(workspace: Workspace, peter: int) -> None:
    snooze(workspace, [peter], IN_A_WEEK, TODAY)
    add_note(workspace, peter, "He likes rowing", TODAY)
    assert person_page(workspace, peter, TODAY).snoozed_until == IN_A_WEEK
    log_conversation(workspace, Conversation(InteractionKind.EMAIL, TODAY, (peter,)), TODAY)
    assert person_page(workspace, peter, TODAY).snoozed_until is None
    snooze(workspace, [peter], IN_A_WEEK, TODAY)
    spoke_today(workspace, [peter], InteractionKind.CALL, TODAY)
    assert person_page(workspace, peter, TODAY).snoozed_until is None
    workspace.undo()
    assert person_page(workspace, peter, TODAY).snoozed_until == IN_A_WEEK


@pytest.mark.parametrize("kind", [InteractionKind.NOTE, InteractionKind.EVENT])
def test_a_note_is_no_talk(workspace: Workspace, peter: int, kind: InteractionKind) -> None:
    with pytest.raises(InvalidInput) as refused:
        spoke_today(workspace, [peter], kind, TODAY)
    assert refused.value.field == "kind"


def test_nobody_and_too_many(workspace: Workspace) -> None:
    with pytest.raises(NotFound):
        spoke_today(workspace, [7], InteractionKind.CALL, TODAY)
    with pytest.raises(InvalidInput, match="500"):
        spoke_today(workspace, range(1, 502), InteractionKind.CALL, TODAY)


def test_a_talk_with_several_people_warms_all_of_them_up(workspace: Workspace, peter: int) -> None:
    ellen = somebody(workspace, "Ellen", "Brandt", level=4)
    met_long_ago(workspace, ellen, 400)
    assert {one.person_id for one in going_cold(workspace, TODAY)} == {peter, ellen}
    add_note(workspace, ellen, "She likes rowing", TODAY)
    assert {one.person_id for one in going_cold(workspace, TODAY)} == {peter, ellen}
    log_conversation(workspace, Conversation(InteractionKind.MET, TODAY, (peter, ellen)), TODAY)
    assert not any(cold_everywhere(workspace, TODAY))
