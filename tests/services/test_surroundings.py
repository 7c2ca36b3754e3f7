"""Two steps around a person, and the way to somebody I do not know yet."""

from datetime import date

import pytest

from netdesk.method.errors import NotFound
from netdesk.method.relations import RelationKind
from netdesk.method.rhythm import InteractionKind
from netdesk.services.bulk import archive, to_bin
from netdesk.services.conversations import Conversation, log_conversation
from netdesk.services.path_to import path_to
from netdesk.services.people import PersonDraft, new_person
from netdesk.services.relations import RelationDraft, add_relation
from netdesk.services.selection import Selection
from netdesk.services.surroundings import surroundings
from netdesk.store.workspace import Workspace

TODAY = date(2026, 11, 22)


def somebody(ws: Workspace, name: str, through: int | None = None, level: int | None = None) -> int:
    return new_person(ws, PersonDraft(given=name, met_through_id=through, level=level))


def knows(ws: Workspace, one: int, other: int) -> None:
    add_relation(ws, RelationDraft(one, other, RelationKind.KNOWS))


def spoke(ws: Workspace, person: int) -> None:
    log_conversation(ws, Conversation(InteractionKind.CALL, TODAY, (person,), "Rang"), TODAY)


def test_two_steps_are_shown_each_once_through_whom_they_are_known(workspace: Workspace) -> None:
    sam = somebody(workspace, "Sam")
    grace, nadia = somebody(workspace, "Grace", sam), somebody(workspace, "Nadia")
    ken, far = somebody(workspace, "Ken", sam), somebody(workspace, "Far", nadia)
    add_relation(workspace, RelationDraft(nadia, grace, RelationKind.CLIENT_OF))
    knows(workspace, ken, nadia)
    third = somebody(workspace, "Third", far)
    found = surroundings(workspace, grace)
    assert found.centre.name == "Grace"
    assert {(one.name, one.words) for one in found.near} == {
        ("Sam", "introduced us"),
        ("Nadia", "Grace’s client"),
    }
    behind = {
        one.name: [each.name for each in those] for one, those in zip(found.near, found.far, strict=True)
    }
    assert sorted(name for those in behind.values() for name in those) == ["Far", "Ken"]
    assert third not in {one.id for one in found.everybody}
    lines = {(one, other) for one, other, _ in found.lines}
    assert lines == {(sam, grace), (grace, nadia), (sam, ken), (nadia, ken), (nadia, far)}
    assert (found.more_near, found.more_far) == (0, 0)


def test_the_closest_are_shown_and_the_rest_is_counted(workspace: Workspace) -> None:
    hub = somebody(workspace, "Hub")
    plain = [somebody(workspace, f"Plain {number}", hub) for number in range(6)]
    close = somebody(workspace, "Close", hub, level=5)
    spoken = plain[4]
    spoke(workspace, spoken)
    for number in range(7):
        somebody(workspace, f"Beyond {number}", close)
    found = surroundings(workspace, hub, near=3, far=5)
    assert [one.id for one in found.near] == [close, spoken, plain[0]]
    assert found.more_near == 4
    assert [len(those) for those in found.far] == [4, 0, 0]
    assert found.more_far == 3
    assert found.near[0].more == 3


def test_who_is_in_the_bin_is_not_on_the_map(workspace: Workspace) -> None:
    ann = somebody(workspace, "Ann")
    gone = somebody(workspace, "Gone", ann)
    behind = somebody(workspace, "Behind", gone)
    to_bin(workspace, Selection.of([gone]), TODAY)
    assert [one.id for one in surroundings(workspace, ann).everybody] == [ann]
    assert [one.id for one in surroundings(workspace, behind).everybody] == [behind]
    with pytest.raises(NotFound):
        surroundings(workspace, gone)


def test_nobody_leads_to_somebody_who_is_gone(workspace: Workspace) -> None:
    with pytest.raises(NotFound):
        path_to(workspace, 99)


def test_whom_i_am_in_touch_with_needs_no_way(workspace: Workspace) -> None:
    ann = somebody(workspace, "Ann")
    spoke(workspace, ann)
    found = path_to(workspace, ann)
    assert (found.known, found.ways) == (True, ())


def test_the_shortest_way_leads_through_somebody_i_know(workspace: Workspace) -> None:
    sam, tom = somebody(workspace, "Sam", level=2), somebody(workspace, "Tom", level=4)
    grace = somebody(workspace, "Grace", sam)
    target = somebody(workspace, "Target")
    knows(workspace, grace, target)
    detour = somebody(workspace, "Detour", tom)
    longer = somebody(workspace, "Longer", detour)
    knows(workspace, longer, target)
    spoke(workspace, sam)
    spoke(workspace, tom)
    found = path_to(workspace, target)
    assert not found.known
    assert [[step.person.name for step in way.steps] for way in found.ways] == [["Sam", "Grace", "Target"]]
    assert [step.words for step in found.ways[0].steps] == ["", "met through Sam", "knows Grace"]


def test_of_ways_of_one_length_the_closest_person_is_asked_first(workspace: Workspace) -> None:
    target = somebody(workspace, "Target")
    levels = (1, 5, 3, 2)
    for level in levels:
        friend = somebody(workspace, f"Level {level}", level=level)
        knows(workspace, friend, target)
        spoke(workspace, friend)
    ways = path_to(workspace, target).ways
    assert [way.steps[0].person.name for way in ways] == ["Level 5", "Level 3", "Level 2"]


def test_nobody_put_aside_or_in_the_bin_is_asked(workspace: Workspace) -> None:
    target = somebody(workspace, "Target")
    aside, gone = somebody(workspace, "Aside"), somebody(workspace, "Gone")
    for friend in (aside, gone):
        knows(workspace, friend, target)
        spoke(workspace, friend)
    archive(workspace, Selection.of([aside]), TODAY)
    to_bin(workspace, Selection.of([gone]), TODAY)
    found = path_to(workspace, target)
    assert (found.known, found.ways) == (False, ())


def test_a_circle_of_acquaintances_ends_the_search(workspace: Workspace) -> None:
    people = [somebody(workspace, f"P{number}") for number in range(5)]
    for number, one in enumerate(people):
        knows(workspace, one, people[(number + 1) % 5])
    assert path_to(workspace, people[0]).ways == ()


def test_a_way_that_is_too_long_is_none(workspace: Workspace) -> None:
    people = [somebody(workspace, f"P{number}") for number in range(9)]
    for number, one in enumerate(people[1:]):
        knows(workspace, people[number], one)
    spoke(workspace, people[-1])
    assert path_to(workspace, people[0]).ways == ()
    assert len(path_to(workspace, people[2]).ways[0].steps) == 7
