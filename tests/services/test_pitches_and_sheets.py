"""Pitches for a room: written, chosen, frozen once said; and the sheet that is printed from an event."""

from datetime import date, timedelta

import pytest

from netdesk.method.errors import InvalidInput, NotFound
from netdesk.method.goals import GoalKind, new_goal
from netdesk.method.pitches import PitchKind
from netdesk.method.prep_sheet import compose_prep_sheet
from netdesk.method.preparation import PitchChoice
from netdesk.method.triage import Purpose, Shares
from netdesk.services import event_edit, expected, goals, pitches
from netdesk.services.event_page import event_page
from netdesk.services.pitches import Answers, PitchDraft
from netdesk.services.sheets import prep_sheet_input
from netdesk.store.workspace import Workspace
from tests.support.events import NOW, mixer
from tests.support.workspaces import sample_people

AFTER = NOW + timedelta(days=5)
DRAFT = PitchDraft(
    "Inbox to zero",
    PitchKind.ONE_MINUTE,
    "I give shop owners their evenings back.",
    "owners of shops",
    Answers("Evenings back", "Sorting", "I answer at night", "Who struggles with e-mail?"),
)


def with_text(text: str) -> PitchDraft:
    return PitchDraft(DRAFT.title, DRAFT.kind, text, DRAFT.audience, DRAFT.answers)


def test_a_pitch_is_written_for_an_event(workspace: Workspace) -> None:
    event = mixer(workspace)
    version = pitches.write_pitch(workspace, DRAFT, event)
    page = event_page(workspace, event, NOW)
    assert page.pitch_choice is PitchChoice.CHOSEN
    assert page.pitch is not None
    assert (page.pitch.id, page.pitch.name, page.pitch.frozen) == (version, "Inbox to zero · v1", False)
    assert page.verdict is not None
    assert page.verdict.long_text == "7 words · 3 s"
    assert page.answers == DRAFT.answers
    workspace.undo()
    assert event_page(workspace, event, NOW).pitch is None
    assert pitches.pitch_versions(workspace, NOW) == ()


@pytest.mark.parametrize(
    ("draft", "field"), [(PitchDraft(" ", PitchKind.SENTENCE, "x"), "title"), (with_text(" \n"), "text")]
)
def test_a_pitch_needs_a_title_and_words(workspace: Workspace, draft: PitchDraft, field: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        pitches.write_pitch(workspace, draft)
    assert refused.value.field == field


def test_words_not_said_yet_are_changed_in_place(workspace: Workspace) -> None:
    event = mixer(workspace)
    version = pitches.write_pitch(workspace, DRAFT, event)
    assert pitches.edit_pitch(workspace, version, with_text("Shorter."), NOW, event_id=event) == version
    assert pitches.pitch_version(workspace, version, NOW).text == "Shorter."


def test_words_said_at_an_event_stay_and_a_change_makes_a_version(workspace: Workspace) -> None:
    said_at, next_event = mixer(workspace), mixer(workspace)
    first = pitches.write_pitch(workspace, DRAFT, said_at)
    pitches.choose_pitch(workspace, next_event, first, NOW)
    second = pitches.edit_pitch(
        workspace, first, with_text("Better."), AFTER, event_id=next_event, what_changed="Starts with a story"
    )
    assert second != first
    texts = [(one.number, one.text, one.frozen) for one in pitches.pitch_versions(workspace, AFTER)]
    assert texts == [(2, "Better.", True), (1, DRAFT.text, True)]
    chosen = {event: event_page(workspace, event, AFTER).pitch for event in (said_at, next_event)}
    assert [pitch.number for pitch in chosen.values() if pitch is not None] == [1, 2]
    workspace.undo()
    pitch = event_page(workspace, next_event, AFTER).pitch
    assert pitch is not None
    assert pitch.number == 1


def test_a_binned_event_freezes_nothing(workspace: Workspace) -> None:
    event = mixer(workspace)
    version = pitches.write_pitch(workspace, DRAFT, event)
    event_edit.bin_events(workspace, [event])
    assert not pitches.pitch_version(workspace, version, AFTER).frozen


def test_a_new_version_can_be_asked_for(workspace: Workspace) -> None:
    event = mixer(workspace)
    first = pitches.write_pitch(workspace, DRAFT, event)
    second = pitches.edit_pitch(
        workspace, first, with_text("Other."), NOW, event_id=event, as_new_version=True
    )
    page = event_page(workspace, event, NOW)
    assert page.pitch is not None
    assert (page.pitch.id, page.pitch.number) == (second, 2)
    same = pitches.edit_pitch(workspace, second, with_text("Other."), NOW, as_new_version=True)
    assert same == second


def test_a_room_may_need_no_pitch(workspace: Workspace) -> None:
    event = mixer(workspace)
    pitches.write_pitch(workspace, DRAFT, event)
    pitches.need_no_pitch(workspace, event)
    assert event_page(workspace, event, NOW).pitch_choice is PitchChoice.NONE_NEEDED
    pitches.leave_pitch_open(workspace, event)
    assert event_page(workspace, event, NOW).pitch_choice is PitchChoice.OPEN
    workspace.undo()
    workspace.undo()
    assert event_page(workspace, event, NOW).pitch_choice is PitchChoice.CHOSEN


def test_a_version_that_is_gone_is_said(workspace: Workspace) -> None:
    event = mixer(workspace)
    with pytest.raises(NotFound):
        pitches.choose_pitch(workspace, event, 9, NOW)
    with pytest.raises(NotFound):
        pitches.pitch_answers(workspace, 9)


def test_the_sheet_reads_everything_that_was_prepared(workspace: Workspace) -> None:
    event = mixer(workspace)
    grace, ellen = sample_people(workspace, 2, level=3)
    with workspace.change("Kind"):
        workspace.sql("INSERT INTO person_kind (person_id, kind) VALUES (?, 'competitor')", (ellen,))
    event_edit.set_shares(workspace, event, Shares(10, 60, 20, 10))
    goals.add_goal(workspace, event, new_goal(GoalKind.COLLECT_CARDS))
    expected.expect_people(workspace, event, [grace, ellen])
    guest = expected.expect_name(workspace, event, "Guest <i>x</i>")
    expected.edit_expected(workspace, guest, why="Knows my market", give="Checklist", ask="Coffee")
    pitches.write_pitch(workspace, DRAFT, event)
    given = prep_sheet_input(workspace, event, date(2026, 11, 22))
    assert given.purpose is Purpose.NETWORKING
    assert compose_prep_sheet(given).purpose_sentence == "few clients, many connectors"
    event_edit.set_purpose_words(workspace, event, "Only to see Tom")
    mine = compose_prep_sheet(prep_sheet_input(workspace, event, date(2026, 11, 22)))
    assert mine.purpose_sentence == "Only to see Tom"
    assert given.competitors == ("Ellen Adeyemi",)
    assert [(one.name, one.level, one.is_contact) for one in given.people] == [
        ("Grace Adeyemi", 3, True),
        ("Ellen Adeyemi", 3, True),
        ("Guest <i>x</i>", None, False),
    ]
    sheet = compose_prep_sheet(given)
    assert sheet.meta == (
        "Tuesday 24 November 2026, 17:30–19:30 · Town Hall, Mill Street · hosted by Chamber of Commerce"
    )
    assert sheet.goals[0].boxes == 5
    assert sheet.competitor is not None
    assert "I answer at night" in sheet.competitor.text


def test_the_sheet_of_a_bare_event_can_be_printed_too(workspace: Workspace) -> None:
    event = mixer(workspace, place="", host="")
    given = prep_sheet_input(workspace, event, date(2026, 11, 22))
    assert (given.purpose, given.pitch, given.people) == (None, None, ())
    assert compose_prep_sheet(given).title == "Chamber autumn mixer"
