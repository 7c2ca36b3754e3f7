"""Conversations, follow-ups and the timeline they make."""

from datetime import date

import pytest

from netdesk.method.errors import InvalidInput, NotFound
from netdesk.method.one_to_ones import Outcome
from netdesk.method.rhythm import InteractionKind
from netdesk.services.conversations import (
    Conversation,
    add_note,
    delete_conversation,
    edit_conversation,
    log_conversation,
    people_of,
    read_conversation,
)
from netdesk.services.follow_ups import (
    add_follow_up,
    drop_follow_up,
    edit_follow_up,
    finish_follow_up,
    move_follow_up,
    open_follow_ups,
    reopen_follow_up,
)
from netdesk.services.levels import move_people
from netdesk.services.people import PersonDraft, new_person
from netdesk.services.person_page import person_page
from netdesk.services.timeline import EntryKind, timeline
from netdesk.store.workspace import Workspace

TODAY = date(2026, 11, 22)


@pytest.fixture
def grace(workspace: Workspace) -> int:
    return new_person(workspace, PersonDraft(given="Grace", family="Adeyemi", level=2))


def test_a_conversation_resets_the_rhythm_and_undo_takes_it_back(workspace: Workspace, grace: int) -> None:
    assert person_page(workspace, grace, date(2027, 6, 1)).cold > 0
    said = Conversation(InteractionKind.CALL, TODAY, (grace,), "She wants charities.")
    log_conversation(workspace, said, TODAY)
    page = person_page(workspace, grace, TODAY)
    assert (page.contacted, page.cold) == (TODAY, 0)
    assert page.contacted_words(TODAY) == "today"
    assert workspace.history()[0].title == "Log a call with Grace Adeyemi"
    workspace.undo()
    assert person_page(workspace, grace, TODAY).contacted is None
    workspace.redo()
    assert person_page(workspace, grace, TODAY).contacted == TODAY


def test_a_note_is_no_contact(workspace: Workspace, grace: int) -> None:
    add_note(workspace, grace, "Hates pitching on price", TODAY)
    assert person_page(workspace, grace, TODAY).contacted is None
    assert timeline(workspace, grace).entries[-1].kind is EntryKind.NOTE
    with pytest.raises(InvalidInput) as refused:
        add_note(workspace, grace, " \0 ", TODAY)
    assert refused.value.field == "words"


def test_a_one_to_one_achieved_makes_ready_to_move_up(workspace: Workspace, grace: int) -> None:
    readiness = person_page(workspace, grace, TODAY).readiness
    assert readiness is not None
    assert not readiness.ready
    said = Conversation(
        InteractionKind.ONE_TO_ONE,
        date(2026, 10, 14),
        (grace,),
        "She wants charities.",
        place="Café Rosa",
        objective="understand her ideal client",
        outcome=Outcome.ACHIEVED,
    )
    talk = log_conversation(workspace, said, TODAY)
    readiness = person_page(workspace, grace, TODAY).readiness
    assert readiness is not None
    assert readiness.sentence == "Ready to move up: one-to-one held 14 Oct."
    entry = timeline(workspace, grace).entries[0]
    assert (entry.title, entry.on, entry.outcome) == (
        "One-to-one at Café Rosa",
        date(2026, 10, 14),
        Outcome.ACHIEVED,
    )
    assert read_conversation(workspace, talk) == said


def test_an_objective_belongs_to_a_one_to_one_only(workspace: Workspace, grace: int) -> None:
    talk = log_conversation(
        workspace,
        Conversation(InteractionKind.CALL, TODAY, (grace,), objective="x", outcome=Outcome.PARTLY),
        TODAY,
    )
    kept = read_conversation(workspace, talk)
    assert (kept.objective, kept.outcome) == ("", None)


def test_a_conversation_of_several_is_everybodys(workspace: Workspace, grace: int) -> None:
    sam = new_person(workspace, PersonDraft(given="Sam", family="Carter"))
    talk = log_conversation(workspace, Conversation(InteractionKind.MET, TODAY, (grace, sam, grace)), TODAY)
    assert [one.id for one in people_of(workspace, talk)] == [grace, sam]
    assert person_page(workspace, sam, TODAY).contacted == TODAY
    assert timeline(workspace, sam).entries[-1].title == "Met, with Grace Adeyemi"
    assert workspace.history()[0].title == "Log a meeting with Grace Adeyemi and 1 more"
    edit_conversation(
        workspace, talk, Conversation(InteractionKind.EMAIL, date(2026, 11, 1), (grace,), "wrote"), TODAY
    )
    assert person_page(workspace, sam, TODAY).contacted is None
    assert person_page(workspace, grace, TODAY).contacted == date(2026, 11, 1)
    workspace.undo()
    assert person_page(workspace, sam, TODAY).contacted == TODAY


def test_a_deleted_conversation_comes_back(workspace: Workspace, grace: int) -> None:
    talk = log_conversation(workspace, Conversation(InteractionKind.MET, TODAY, (grace,), "hello"), TODAY)
    delete_conversation(workspace, talk)
    assert person_page(workspace, grace, TODAY).contacted is None
    with pytest.raises(NotFound):
        read_conversation(workspace, talk)
    workspace.undo()
    assert read_conversation(workspace, talk).words == "hello"
    assert person_page(workspace, grace, TODAY).contacted == TODAY


@pytest.mark.parametrize(
    ("said", "field"),
    [
        (Conversation(InteractionKind.MET, date(2026, 11, 23), (1,)), "on"),
        (Conversation(InteractionKind.MET, TODAY, ()), "people"),
        (Conversation(InteractionKind.MET, TODAY, (1,), "w" * 20_001), "words"),
    ],
)
def test_what_cannot_have_been_is_refused(workspace: Workspace, said: Conversation, field: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        log_conversation(workspace, said, TODAY)
    assert refused.value.field == field


def test_a_follow_up_is_planned_moved_done_and_dropped(workspace: Workspace, grace: int) -> None:
    one = add_follow_up(workspace, grace, "Send the article", date(2026, 11, 24))
    two = add_follow_up(workspace, grace, "Call", date(2026, 11, 23))
    assert [each.action for each in open_follow_ups(workspace, grace)] == ["Call", "Send the article"]
    move_follow_up(workspace, two, date(2026, 11, 27), TODAY)
    assert workspace.history()[0].title == "Move “Call” to 27 Nov"
    assert [each.id for each in open_follow_ups(workspace, grace)] == [one, two]
    finish_follow_up(workspace, one)
    drop_follow_up(workspace, two, "no longer needed")
    assert open_follow_ups(workspace, grace) == ()
    kinds = {entry.id: (entry.kind, entry.title, entry.words) for entry in timeline(workspace, grace).entries}
    assert kinds[two] == (EntryKind.DROPPED, "Dropped: Call", "no longer needed")
    workspace.undo()
    assert [each.id for each in open_follow_ups(workspace, grace)] == [two]
    reopen_follow_up(workspace, one)
    edit_follow_up(workspace, one, "Send two articles", date(2026, 11, 25))
    assert open_follow_ups(workspace, grace)[0].action == "Send two articles"


def test_a_follow_up_needs_an_action_a_day_and_an_open_state(workspace: Workspace, grace: int) -> None:
    for action, due, field in (("", date(2026, 11, 24), "action"), ("Call", None, "due")):
        with pytest.raises(InvalidInput) as refused:
            add_follow_up(workspace, grace, action, due)
        assert refused.value.field == field
    one = add_follow_up(workspace, grace, "Call", TODAY)
    with pytest.raises(InvalidInput):
        move_follow_up(workspace, one, date(2026, 11, 1), TODAY)
    finish_follow_up(workspace, one)
    for again in (finish_follow_up, drop_follow_up):
        with pytest.raises(InvalidInput):
            again(workspace, one)
    with pytest.raises(NotFound):
        finish_follow_up(workspace, 999)


def test_the_timeline_tells_moves_with_their_reasons(workspace: Workspace, grace: int) -> None:
    move_people(workspace, [grace], 3, why="made a workshop together")
    entries = timeline(workspace, grace).entries
    assert [entry.title for entry in entries] == ["Started as Familiar face", "Moved to Equally engaged"]
    assert entries[1].words == "from Familiar face. made a workshop together"
    assert entries[1].up
    move_people(workspace, [grace], 1)
    assert not timeline(workspace, grace).entries[-1].up


def test_a_long_timeline_comes_in_pages(workspace: Workspace, grace: int) -> None:
    for day in range(1, 41):
        add_note(
            workspace, grace, f"note {day}", date(2026, 1, 1).replace(month=1 + day // 20, day=1 + day % 20)
        )
    found = timeline(workspace, grace, limit=10)
    assert len(found.entries) == 10
    assert found.earlier
    assert [entry.on for entry in found.entries] == sorted(entry.on for entry in found.entries)
    whole = timeline(workspace, grace, limit=100)
    assert not whole.earlier


def test_what_was_made_together_stands_in_the_timeline(workspace: Workspace, grace: int) -> None:
    for words in ("She wants charities.", ""):
        said = Conversation(InteractionKind.MET, TODAY, (grace,), words, made_together="A leaflet")
        log_conversation(workspace, said, TODAY)
    found = [entry.words for entry in timeline(workspace, grace).entries if entry.kind is EntryKind.TALK]
    assert found == ["She wants charities.\nMade together: A leaflet", "Made together: A leaflet"]
