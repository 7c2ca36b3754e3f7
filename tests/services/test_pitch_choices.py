"""Which versions a menu offers, few or many."""

from netdesk.method.pitches import PitchKind
from netdesk.services import pitch_edit, pitches
from netdesk.services.pitch_choices import FEW, pitch_choices
from netdesk.services.pitch_page import pitch_of_version
from netdesk.services.pitches import PitchDraft
from netdesk.store.workspace import Workspace


def written(workspace: Workspace, title: str, versions: int = 1) -> int:
    first = pitches.write_pitch(workspace, PitchDraft(title, PitchKind.ONE_MINUTE, "v1"))
    pitch = pitch_of_version(workspace, first)
    for number in range(2, versions + 1):
        pitch_edit.write_next_version(workspace, pitch, f"v{number}")
    return pitch


def names(workspace: Workspace, pitch: int | None = None) -> list[str]:
    return [version.name for version in pitch_choices(workspace, pitch).versions]


def test_a_few_versions_are_all_offered_those_of_a_pitch_together(workspace: Workspace) -> None:
    written(workspace, "zest", 2)
    written(workspace, "Apples")
    gone = written(workspace, "Gone")
    pitch_edit.bin_pitches(workspace, [gone])
    assert names(workspace) == ["Apples · v1", "zest · v2", "zest · v1"]
    assert not pitch_choices(workspace).more


def test_of_many_the_newest_of_each_and_more_of_the_chosen_one(workspace: Workspace) -> None:
    own = written(workspace, "Own", 4)
    for number in range(FEW):
        written(workspace, f"Pitch {number:02}", 2)
    choices = pitch_choices(workspace, own)
    assert choices.more
    assert [version.name for version in choices.versions] == [
        *(f"Own · v{number}" for number in (4, 3, 2, 1)),
        *(f"Pitch {number:02} · v2" for number in range(FEW - 10, FEW)),
    ]
    assert "Own · v4" not in names(workspace)
