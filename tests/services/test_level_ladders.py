"""Evidence as a setting, ladders, and names that could be mistaken."""

from __future__ import annotations

from datetime import date

import pytest

from netdesk.method.errors import InvalidInput, NotFound
from netdesk.method.ladders import LADDERS, ladder, ladder_of
from netdesk.method.level_settings import evidence_words, level_problems
from netdesk.method.levels import DEFAULT_LEVELS, EvidenceKind
from netdesk.services import levels
from netdesk.services.contacts import ContactQuery, ids
from netdesk.services.levels import move_people
from netdesk.services.person_page import person_page
from netdesk.services.ready import count_ready, ready_to_move_up
from netdesk.store.workspace import Workspace
from tests.support.today import TODAY, somebody, spoke
from tests.support.workspaces import sample_people

GOOD = {"name": "A", "meaning": "", "rhythm_days": 7, "capacity": None, "moves_up": ""}


def test_what_moves_people_up_can_be_chosen(workspace: Workspace) -> None:
    person = somebody(workspace, level=2)
    spoke(workspace, person, 3, "one_to_one")
    assert count_ready(workspace) == 0
    levels.save_level(
        workspace, 2, **GOOD, evidence=[EvidenceKind.ONE_TO_ONE_HELD, EvidenceKind.GIVE], evidence_any=True
    )
    kept = levels.levels(workspace)[1]
    assert kept.evidence == (EvidenceKind.ONE_TO_ONE_HELD, EvidenceKind.GIVE)
    assert kept.evidence_any
    (ready,) = ready_to_move_up(workspace, TODAY)
    assert (ready.name, ready.next_level.number) == ("Grace Adeyemi", 3)
    assert ready.because == ("one-to-one held 19 Nov",)
    assert list(ids(workspace, ContactQuery(ready=True), TODAY)) == [person]
    page = person_page(workspace, person, TODAY)
    assert page.readiness is not None
    assert page.readiness.sentence == "Ready to move up: one-to-one held 19 Nov."
    levels.save_level(workspace, 2, **GOOD, evidence=[])  # type: ignore[arg-type]
    assert count_ready(workspace) == 0
    workspace.undo()
    assert count_ready(workspace) == 1


def test_saving_a_level_leaves_the_evidence_as_it_is(workspace: Workspace) -> None:
    levels.save_level(workspace, 1, **GOOD)  # type: ignore[arg-type]
    assert levels.levels(workspace)[0].evidence == DEFAULT_LEVELS[0].evidence
    assert levels.levels(workspace)[0].evidence_any


@pytest.mark.parametrize("one", LADDERS, ids=lambda one: one.key)
def test_a_ladder_sets_all_five_levels_and_is_one_step_back(workspace: Workspace, one: object) -> None:
    key = one.key  # type: ignore[attr-defined]
    person = sample_people(workspace, 1, level=3)[0]
    levels.save_level(workspace, 1, **GOOD)  # type: ignore[arg-type]
    before = levels.levels(workspace)
    changes = levels.use_ladder(workspace, key)
    assert levels.levels(workspace) == ladder(key).levels
    assert ladder_of(levels.levels(workspace)) == ladder(key)
    assert changes.title == f"Use the ladder “{ladder(key).name}”"
    assert person_page(workspace, person, TODAY).level == 3
    workspace.undo()
    assert levels.levels(workspace) == before


def test_there_are_only_so_many_ladders(workspace: Workspace) -> None:
    with pytest.raises(NotFound, match="moon"):
        levels.use_ladder(workspace, "moon")


@pytest.mark.parametrize(
    "name", ["Proven partner", "PROVEN  PARTNER", "Próven partner", "unsorted", "Unsorted", "3", "12"]
)
def test_a_name_that_could_be_mistaken_is_refused(workspace: Workspace, name: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        levels.save_level(workspace, 2, **(GOOD | {"name": name}))  # type: ignore[arg-type]
    assert refused.value.field == "name"


def test_names_from_a_ladder_count_as_well(workspace: Workspace) -> None:
    levels.use_ladder(workspace, "trust")
    with pytest.raises(InvalidInput, match="Level 5 is called Profitable already"):
        levels.save_level(workspace, 2, **(GOOD | {"name": "profitable"}))  # type: ignore[arg-type]
    levels.save_level(workspace, 2, **(GOOD | {"name": "Proven partner"}))  # type: ignore[arg-type]
    assert levels.levels(workspace)[1].name == "Proven partner"


def test_signs_alone_can_be_names() -> None:
    assert level_problems(2, "★★", "", 7, None, "", DEFAULT_LEVELS) == ()


def test_who_is_ready_is_told_from_the_top_and_without_those_set_aside(workspace: Workspace) -> None:
    low, high, away = (somebody(workspace, given, level=2) for given in ("Tom", "Ann", "Zoë"))
    for person in (low, high, away):
        spoke(workspace, person, 3)
        spoke(workspace, person, 9, "met")
    with workspace.change("Set aside, help and met twice"):
        workspace.sql("UPDATE person SET archived_at = '2026-11-01' WHERE id = ?", (away,))
        workspace.sql("UPDATE person SET met_days = 2")
        workspace.sql("UPDATE person SET gives = 1, receives = 2, made_together = 1 WHERE id = ?", (high,))
    move_people(workspace, [low], 1)
    move_people(workspace, [high], 3)
    assert [one.person_id for one in ready_to_move_up(workspace, TODAY)] == [high, low]
    assert [one.person_id for one in ready_to_move_up(workspace, TODAY, 1)] == [high]
    assert count_ready(workspace) == 2


@pytest.mark.parametrize(
    ("asked", "any_will_do", "words"),
    [
        ((), False, "Nothing is asked for: you move people when you feel it is time."),
        ((EvidenceKind.GIVE,), False, "Ready to move up with this in the record: I helped them."),
        (
            (EvidenceKind.MET_TWICE, EvidenceKind.FOLLOW_UP),
            True,
            "Ready to move up with one of these in the record: met on two different days; a follow-up done.",
        ),
        (
            (EvidenceKind.GIVE, EvidenceKind.RECEIVE),
            False,
            "Ready to move up with all of these in the record: I helped them; they helped me.",
        ),
    ],
)
def test_what_a_level_asks_for_in_words(
    asked: tuple[EvidenceKind, ...], any_will_do: bool, words: str
) -> None:
    assert evidence_words(asked, any_will_do=any_will_do) == words


def test_the_day_is_a_parameter(workspace: Workspace) -> None:
    assert ready_to_move_up(workspace, date(2030, 1, 1)) == ()
