"""A pitch on its page and in the list: versions, where they were said, how they landed, rehearsals, the bin."""

from datetime import timedelta

import pytest

from netdesk.method.errors import InvalidInput, NotFound
from netdesk.method.pitches import PitchKind, Reactions
from netdesk.method.rehearsal import Rehearsed
from netdesk.services import event_edit, pitch_edit, pitches, reactions, rehearsals
from netdesk.services.debrief import set_change_next
from netdesk.services.pitch_list import PitchFilter, count_binned_pitches, pitch_audiences, pitch_rows
from netdesk.services.pitch_page import (
    PitchPage,
    pitch_of_version,
    pitch_page,
    proposed_change,
    used_last_time,
)
from netdesk.services.pitches import Answers, PitchDraft
from netdesk.store.workspace import Workspace
from tests.support.events import NOW, mixer, wall

AFTER = NOW + timedelta(days=5)
DRAFT = PitchDraft(
    "Inbox to zero",
    PitchKind.ONE_MINUTE,
    "I give shop owners their evenings back. Who is tired?",
    "retail",
    Answers(ask="who is tired"),
)


def written(workspace: Workspace, draft: PitchDraft = DRAFT, event: int | None = None) -> PitchPage:
    version = pitches.write_pitch(workspace, draft, event)
    return pitch_page(workspace, pitch_of_version(workspace, version), NOW)


def test_a_new_pitch_has_one_version_that_was_not_said(workspace: Workspace) -> None:
    page = written(workspace)
    assert (page.title, page.kind, page.audience, page.limit) == (
        "Inbox to zero", PitchKind.ONE_MINUTE, "retail", 60,
    )  # fmt: skip
    (version,) = page.versions
    assert (version.number, version.frozen, version.reactions) == (1, "", Reactions())
    assert version.verdict.long_text == "10 words · 4 s"
    assert version.rehearsed.sentence == "not rehearsed yet"
    assert (page.used_at, page.next_event, page.in_bin) == ((), None, False)


def test_a_version_said_at_an_event_is_frozen_and_the_next_one_is_written(workspace: Workspace) -> None:
    event = mixer(workspace)
    page = written(workspace, event=event)
    assert page.versions[0].frozen == ""
    said = pitch_page(workspace, page.id, AFTER)
    assert said.versions[0].frozen == "Said at Chamber autumn mixer on 24 Nov"
    with pytest.raises(InvalidInput, match="v1 was said already"):
        pitch_edit.edit_words(workspace, said.newest.id, "Other words", AFTER)
    second = pitch_edit.write_next_version(workspace, page.id, "Evenings back. Who?", "Shorter")
    newest = pitch_page(workspace, page.id, AFTER).newest
    assert (newest.id, newest.number, newest.what_changed, newest.frozen) == (second, 2, "Shorter", "")
    undone = workspace.undo()
    assert undone is not None
    assert undone.title == "Write v2 of “Inbox to zero”"
    assert len(pitch_page(workspace, page.id, AFTER).versions) == 1


def test_words_nobody_heard_are_changed_in_place(workspace: Workspace) -> None:
    page = written(workspace)
    pitch_edit.edit_words(workspace, page.newest.id, "Better.", NOW)
    assert pitch_page(workspace, page.id, NOW).newest.text == "Better."
    workspace.undo()
    assert pitch_page(workspace, page.id, NOW).newest.text == DRAFT.text


@pytest.mark.parametrize("text", ["", " \n\t", "x" * 20_001, "word " * 100_000])
def test_no_words_and_a_hundred_thousand_are_refused_in_words(workspace: Workspace, text: str) -> None:
    page = written(workspace)
    with pytest.raises(InvalidInput) as refused:
        pitch_edit.write_next_version(workspace, page.id, text)
    assert refused.value.field == "text"
    assert len(pitch_page(workspace, page.id, NOW).versions) == 1


def test_the_same_words_are_no_next_version(workspace: Workspace) -> None:
    page = written(workspace)
    with pytest.raises(InvalidInput, match="These are the words of v1"):
        pitch_edit.write_next_version(workspace, page.id, f" {DRAFT.text}\n")


def test_markup_is_kept_as_the_words_it_is(workspace: Workspace) -> None:
    page = written(workspace)
    pitch_edit.write_next_version(workspace, page.id, "<b>I</b> help <img src=x>")
    assert pitch_page(workspace, page.id, NOW).newest.text == "<b>I</b> help <img src=x>"


def test_answers_and_what_changed_are_kept_one_by_one(workspace: Workspace) -> None:
    page = written(workspace)
    pitch_edit.set_answer(workspace, page.id, "helps_room", "Three rules for the inbox")
    pitch_edit.set_answer(workspace, page.id, "good_at", "Sorting")
    pitch_edit.say_what_changed(workspace, page.newest.id, "First try")
    again = pitch_page(workspace, page.id, NOW)
    assert again.answers == Answers("", "Sorting", "", "who is tired", "Three rules for the inbox")
    assert again.newest.what_changed == "First try"
    workspace.undo()
    workspace.undo()
    assert pitch_page(workspace, page.id, NOW).answers.good_at == ""
    with pytest.raises(InvalidInput):
        pitch_edit.set_answer(workspace, page.id, "title", "x")
    with pytest.raises(InvalidInput, match="2,001 letters"):
        pitch_edit.set_answer(workspace, page.id, "good_at", "x" * 2_001)


def test_how_each_version_landed_and_where_it_was_said(workspace: Workspace) -> None:
    first_event = mixer(workspace, title="Breakfast", day=wall(2026, 11, 6, 7))
    coming = mixer(workspace)
    page = written(workspace, event=first_event)
    one = page.newest.id
    reactions.set_reactions(workspace, first_event, one, Reactions(6, 13, 8))
    reactions.set_reactions(workspace, None, one, Reactions(1, 0, 0))
    two = pitch_edit.write_next_version(workspace, page.id, "Other words.")
    pitches.choose_pitch(workspace, coming, two, NOW)
    page = pitch_page(workspace, page.id, NOW)
    assert [(each.reactions.total, each.outside.total) for each in page.versions] == [(28, 1), (0, 0)]
    assert [(use.title, use.number, use.reactions.total, use.begun) for use in page.used_at] == [
        ("Chamber autumn mixer", 2, 0, False),
        ("Breakfast", 1, 27, True),
    ]
    assert page.next_event is not None
    assert (page.next_event.title, page.next_event.pitch) == ("Chamber autumn mixer", "Inbox to zero · v2")


def test_an_event_whose_pitch_was_changed_later_still_shows_where_it_was_counted(
    workspace: Workspace,
) -> None:
    event = mixer(workspace, day=wall(2026, 11, 6, 7))
    page = written(workspace, event=event)
    reactions.set_reactions(workspace, event, page.newest.id, Reactions(1, 1, 1))
    two = pitch_edit.write_next_version(workspace, page.id, "Other words.")
    pitches.choose_pitch(workspace, event, two, NOW)
    assert [(use.number, use.reactions.total) for use in pitch_page(workspace, page.id, NOW).used_at] == [
        (2, 0),
        (1, 3),
    ]


def test_the_latest_debrief_says_what_to_change_in_a_version(workspace: Workspace) -> None:
    page = written(workspace)
    one = page.newest.id
    for day, wish in ((6, "Name the shop"), (13, "Shorter"), (18, ""), (24, "Not been yet")):
        event = mixer(workspace, day=wall(2026, 11, day, 7))
        pitches.choose_pitch(workspace, event, one, NOW)
        set_change_next(workspace, event, wish)
    assert proposed_change(workspace, one, NOW) == "Shorter"
    assert proposed_change(workspace, pitch_edit.write_next_version(workspace, page.id, "New."), NOW) == ""


def test_words_people_reacted_to_outside_events_are_kept(workspace: Workspace) -> None:
    page = written(workspace)
    reactions.set_reactions(workspace, None, page.newest.id, Reactions(0, 2, 0))
    assert pitch_page(workspace, page.id, NOW).newest.frozen == "Said to 2 people already"
    kept = pitches.edit_pitch(
        workspace, page.newest.id, PitchDraft("Inbox to zero", DRAFT.kind, "New words."), NOW
    )
    assert kept != page.newest.id


def test_rehearsals_are_kept_and_summed_up(workspace: Workspace) -> None:
    page = written(workspace)
    rehearsals.keep_rehearsals(workspace, page.newest.id, [58, 52])
    rehearsals.keep_rehearsals(workspace, page.newest.id, [54])
    assert pitch_page(workspace, page.id, NOW).newest.rehearsed == Rehearsed(3, 54, 52)
    workspace.undo()
    assert pitch_page(workspace, page.id, NOW).newest.rehearsed == Rehearsed(2, 52, 52)
    for seconds in (0, -1, 86_401):
        with pytest.raises(InvalidInput):
            rehearsals.keep_rehearsals(workspace, page.newest.id, [seconds])
    with pytest.raises(NotFound):
        rehearsals.keep_rehearsals(workspace, 999, [5])


def test_a_pitch_in_the_bin_is_out_of_the_list_and_still_at_its_events(workspace: Workspace) -> None:
    event = mixer(workspace)
    page = written(workspace, event=event)
    pitch_edit.bin_pitches(workspace, [page.id])
    assert pitch_rows(workspace, PitchFilter()) == ()
    assert [row.title for row in pitch_rows(workspace, PitchFilter(binned=True))] == ["Inbox to zero"]
    assert count_binned_pitches(workspace) == 1
    assert pitch_page(workspace, page.id, NOW).in_bin
    assert pitches.pitch_version(workspace, page.newest.id, NOW).text == DRAFT.text
    pitch_edit.restore_pitches(workspace, [page.id])
    assert [row.id for row in pitch_rows(workspace, PitchFilter())] == [page.id]
    workspace.undo()
    workspace.undo()
    assert not pitch_page(workspace, page.id, NOW).in_bin


def test_the_list_is_found_by_words_kind_and_audience(workspace: Workspace) -> None:
    written(workspace)
    slot = PitchDraft("Ten-minute slot", PitchKind.PRESENTATION, "Hands up.", "Breakfast Club")
    written(workspace, slot)

    def titles(wanted: PitchFilter) -> list[str]:
        return [row.title for row in pitch_rows(workspace, wanted)]

    assert titles(PitchFilter()) == ["Ten-minute slot", "Inbox to zero"]
    assert titles(PitchFilter("EVENINGS shop")) == ["Inbox to zero"]
    assert titles(PitchFilter("hands breakfast")) == ["Ten-minute slot"]
    assert titles(PitchFilter(kind=PitchKind.PRESENTATION)) == ["Ten-minute slot"]
    assert titles(PitchFilter(audience="retail")) == ["Inbox to zero"]
    assert titles(PitchFilter("evenings", PitchKind.SENTENCE)) == []
    assert sorted(pitch_audiences(workspace)) == ["Breakfast Club", "retail"]
    assert pitch_rows(workspace, PitchFilter("inbox"))[0].line == "one minute · retail · v1 · new"


def test_a_pitch_is_one_row_with_its_newest_version(workspace: Workspace) -> None:
    page = written(workspace)
    two = pitch_edit.write_next_version(workspace, page.id, "Other words.")
    reactions.set_reactions(workspace, None, two, Reactions(17, 13, 4))
    (row,) = pitch_rows(workspace, PitchFilter())
    assert (row.version_id, row.number, row.line) == (two, 2, "one minute · retail · v2 · 50%")


def test_the_same_words_to_the_same_group_are_noticed(workspace: Workspace) -> None:
    page = written(workspace)
    one = page.newest.id
    before = mixer(workspace, day=wall(2026, 11, 18, 7), host="Breakfast Club")
    elsewhere = mixer(workspace, day=wall(2026, 11, 19, 7), host="Chamber")
    coming = mixer(workspace, day=wall(2026, 11, 25, 7), host="BREAKFAST club")
    for event in (before, elsewhere):
        pitches.choose_pitch(workspace, event, one, NOW)
    assert used_last_time(workspace, coming, one, NOW) == (
        "You said v1 here last time (18 Nov). Say something new, or change one line."
    )
    two = pitch_edit.write_next_version(workspace, page.id, "Other words.")
    assert used_last_time(workspace, coming, two, NOW) == ""
    assert used_last_time(workspace, before, one, NOW) == ""
    event_edit.mark_attended(workspace, before, False)
    assert used_last_time(workspace, coming, one, NOW) == ""


def test_only_the_last_time_counts_and_only_the_same_host(workspace: Workspace) -> None:
    page = written(workspace)
    one = page.newest.id
    two = pitch_edit.write_next_version(workspace, page.id, "Other words.")
    for day, version in ((11, one), (18, two)):
        event = mixer(workspace, day=wall(2026, 11, day, 7), host="Breakfast Club")
        pitches.choose_pitch(workspace, event, version, NOW)
    coming = mixer(workspace, day=wall(2026, 11, 25, 7), host="Breakfast Club")
    later = mixer(workspace, day=wall(2026, 12, 2, 7), host="Breakfast Club")
    pitches.choose_pitch(workspace, coming, one, NOW)
    assert used_last_time(workspace, coming, one, NOW) == ""
    # The event between has not been yet: what counts is what was said.
    assert used_last_time(workspace, later, two, NOW) != ""
    nobody = mixer(workspace, host="")
    assert used_last_time(workspace, nobody, one, NOW) == ""


def test_what_is_gone_is_said_to_be_gone(workspace: Workspace) -> None:
    with pytest.raises(NotFound):
        pitch_page(workspace, 7, NOW)
    with pytest.raises(NotFound):
        pitch_edit.write_next_version(workspace, 7, "Words")
    with pytest.raises(NotFound):
        pitch_edit.set_answer(workspace, 7, "ask", "Words")
    with pytest.raises(NotFound):
        pitch_edit.say_what_changed(workspace, 7, "Words")
    with pytest.raises(NotFound):
        used_last_time(workspace, 7, 7, NOW)
    assert pitch_of_version(workspace, 7) == 0
    assert pitch_edit.bin_pitches(workspace, []).is_empty
