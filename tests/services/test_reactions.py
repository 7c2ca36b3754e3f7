"""Reactions to a version of a pitch: counted at events and outside them, changed, undone, refused in words."""

import pytest

from netdesk.method.errors import InvalidInput, NotFound
from netdesk.method.pitches import PitchKind, Reactions
from netdesk.services import event_edit, pitches, reactions
from netdesk.services.pitches import PitchDraft
from netdesk.store.workspace import Workspace
from tests.support.events import NOW, mixer


def chosen_pitch(workspace: Workspace) -> tuple[int, int]:
    """An event and the version chosen for it."""
    event = mixer(workspace)
    draft = PitchDraft("Inbox to zero", PitchKind.ONE_MINUTE, "I give shop owners their evenings back.")
    return event, pitches.write_pitch(workspace, draft, event)


def pitch_of(workspace: Workspace, version: int) -> int:
    return pitches.pitch_version(workspace, version, NOW).pitch_id


def rows(workspace: Workspace) -> int:
    return int(workspace.sql("SELECT count(*) FROM reaction").fetchone()[0])


def test_reactions_are_counted_for_a_version_at_an_event(workspace: Workspace) -> None:
    event, version = chosen_pitch(workspace)
    assert reactions.event_reactions(workspace, event, version) == Reactions()
    reactions.set_reactions(workspace, event, version, Reactions(3, 4, 1))
    assert reactions.event_reactions(workspace, event, version) == Reactions(3, 4, 1)
    assert reactions.version_reactions(workspace, pitch_of(workspace, version)) == {
        version: Reactions(3, 4, 1)
    }


def test_more_people_are_added_to_the_version_of_the_event(workspace: Workspace) -> None:
    event, version = chosen_pitch(workspace)
    reactions.add_reactions(workspace, event, asked_more=2)
    reactions.add_reactions(workspace, event, polite=1, asked_more=-1)
    assert reactions.event_reactions(workspace, event, version) == Reactions(1, 1, 0)
    assert rows(workspace) == 1


def test_counting_within_a_minute_is_one_step_and_undone_as_one(workspace: Workspace) -> None:
    event, version = chosen_pitch(workspace)
    for _ in range(3):
        reactions.add_reactions(workspace, event, blank=1)
    undone = workspace.undo()
    assert undone is not None
    assert undone.title == "Count reactions to “Inbox to zero · v1” at Chamber autumn mixer"
    assert reactions.event_reactions(workspace, event, version) == Reactions()
    workspace.redo()
    assert reactions.event_reactions(workspace, event, version) == Reactions(0, 0, 3)


def test_nought_of_everything_forgets_the_row(workspace: Workspace) -> None:
    event, version = chosen_pitch(workspace)
    reactions.set_reactions(workspace, event, version, Reactions(1, 0, 0))
    reactions.set_reactions(workspace, event, version, Reactions())
    assert rows(workspace) == 0
    assert reactions.version_reactions(workspace, pitch_of(workspace, version)) == {}


def test_conversations_outside_events_keep_one_row_a_version(workspace: Workspace) -> None:
    event, version = chosen_pitch(workspace)
    reactions.set_reactions(workspace, None, version, Reactions(1, 1, 1))
    reactions.set_reactions(workspace, None, version, Reactions(2, 1, 1))
    reactions.set_reactions(workspace, event, version, Reactions(0, 5, 0))
    assert rows(workspace) == 2
    assert reactions.event_reactions(workspace, None, version) == Reactions(2, 1, 1)
    assert reactions.version_reactions(workspace, pitch_of(workspace, version))[version] == Reactions(2, 6, 1)


def test_rows_that_lost_their_event_count_together_and_become_one(workspace: Workspace) -> None:
    event, version = chosen_pitch(workspace)
    reactions.set_reactions(workspace, None, version, Reactions(1, 0, 0))
    reactions.set_reactions(workspace, event, version, Reactions(0, 2, 0))
    with workspace.change("Lose the event"):
        workspace.sql("DELETE FROM event WHERE id = ?", (event,))
    assert reactions.event_reactions(workspace, None, version) == Reactions(1, 2, 0)
    reactions.set_reactions(workspace, None, version, Reactions(1, 3, 0))
    assert rows(workspace) == 1
    assert reactions.event_reactions(workspace, None, version) == Reactions(1, 3, 0)


def test_an_event_in_the_bin_takes_its_reactions_along(workspace: Workspace) -> None:
    event, version = chosen_pitch(workspace)
    reactions.set_reactions(workspace, event, version, Reactions(3, 4, 1))
    event_edit.bin_events(workspace, [event])
    assert reactions.version_reactions(workspace, pitch_of(workspace, version)) == {}
    event_edit.restore_events(workspace, [event])
    assert reactions.version_reactions(workspace, pitch_of(workspace, version))[version].total == 8


@pytest.mark.parametrize(
    ("counts", "field"),
    [(Reactions(-1, 0, 0), "asked_more"), (Reactions(0, 1_001, 0), "polite"), (Reactions(0, 0, -5), "blank")],
)
def test_impossible_counts_are_refused_in_words(workspace: Workspace, counts: Reactions, field: str) -> None:
    event, version = chosen_pitch(workspace)
    with pytest.raises(InvalidInput, match="a number from 0 to 1,000") as refused:
        reactions.set_reactions(workspace, event, version, counts)
    assert refused.value.field == field
    assert rows(workspace) == 0


def test_fewer_than_nobody_is_refused(workspace: Workspace) -> None:
    event, _ = chosen_pitch(workspace)
    with pytest.raises(InvalidInput):
        reactions.add_reactions(workspace, event, polite=-1)


def test_an_event_without_a_pitch_has_nothing_to_count(workspace: Workspace) -> None:
    event = mixer(workspace)
    with pytest.raises(InvalidInput, match="No pitch was chosen"):
        reactions.add_reactions(workspace, event, polite=1)


def test_an_unknown_version_or_event_is_said_to_be_gone(workspace: Workspace) -> None:
    event, version = chosen_pitch(workspace)
    with pytest.raises(NotFound):
        reactions.set_reactions(workspace, event, 999, Reactions(1))
    with pytest.raises(NotFound):
        reactions.set_reactions(workspace, 999, version, Reactions(1))
    with pytest.raises(NotFound):
        reactions.add_reactions(workspace, 999, polite=1)
