"""Relations between people, and that nobody is introduced in a circle."""

from datetime import date
from itertools import pairwise

import pytest

from netdesk.method.errors import InvalidInput, NotFound
from netdesk.method.relations import RelationKind
from netdesk.services.bulk import to_bin
from netdesk.services.people import PersonDraft, change_fields, new_person
from netdesk.services.relations import (
    RelationDraft,
    add_relation,
    edit_relation,
    known_by,
    relation,
    relations_of,
    remove_relation,
)
from netdesk.services.selection import Selection
from netdesk.store.workspace import Workspace


def somebody(ws: Workspace, name: str, through: int | None = None) -> int:
    return new_person(ws, PersonDraft(given=name, met_through_id=through))


def told(ws: Workspace, person: int, given: str) -> list[tuple[str, str]]:
    return [(one.person.name, one.words) for one in known_by(ws, person, given).people]


def test_a_relation_is_read_from_both_sides_by_its_own_name(workspace: Workspace) -> None:
    sam = somebody(workspace, "Sam")
    grace, nadia = somebody(workspace, "Grace", sam), somebody(workspace, "Nadia")
    number = add_relation(workspace, RelationDraft(nadia, grace, RelationKind.CLIENT_OF))
    assert told(workspace, grace, "Grace") == [("Sam", "introduced us"), ("Nadia", "Grace’s client")]
    assert told(workspace, nadia, "Nadia") == [("Grace", "has Nadia as a client")]
    assert told(workspace, sam, "Sam") == [("Grace", "met through Sam")]
    assert relation(workspace, number).sentence == "Nadia: client of Grace"
    assert [one.id for one in relations_of(workspace, grace)] == [number]


def test_own_words_need_words_and_may_have_an_inverse(workspace: Workspace) -> None:
    ann, bob = somebody(workspace, "Ann"), somebody(workspace, "Bob")
    with pytest.raises(InvalidInput) as refused:
        add_relation(workspace, RelationDraft(ann, bob, RelationKind.OWN, " \n"))
    assert refused.value.field == "words"
    add_relation(workspace, RelationDraft(ann, bob, RelationKind.OWN, " rents  from ", "landlord of"))
    assert told(workspace, ann, "Ann") == [("Bob", "landlord of")]
    assert told(workspace, bob, "Bob") == [("Ann", "rents from")]


def test_several_relations_with_one_person_stand_in_one_line(workspace: Workspace) -> None:
    ann, bob = somebody(workspace, "Ann"), somebody(workspace, "Bob")
    first = add_relation(workspace, RelationDraft(ann, bob, RelationKind.WORKS_WITH))
    third = add_relation(workspace, RelationDraft(ann, bob, RelationKind.KNOWS))
    second = add_relation(workspace, RelationDraft(bob, ann, RelationKind.CLIENT_OF))
    known = known_by(workspace, ann, "Ann")
    assert (known.count, known.people[0].words) == (1, "works with Ann, Ann’s client")
    assert known.people[0].relations == (first, third, second)


@pytest.mark.parametrize("kind", list(RelationKind))
def test_nobody_stands_in_a_relation_to_themselves(workspace: Workspace, kind: RelationKind) -> None:
    ann = somebody(workspace, "Ann")
    with pytest.raises(InvalidInput, match="joins two people"):
        add_relation(workspace, RelationDraft(ann, ann, kind, "twin of"))
    assert relations_of(workspace, ann) == ()


def test_the_same_is_not_noted_twice_from_either_side(workspace: Workspace) -> None:
    sam = somebody(workspace, "Sam")
    ann, bob = somebody(workspace, "Ann", sam), somebody(workspace, "Bob")
    add_relation(workspace, RelationDraft(ann, bob, RelationKind.PARTNER))
    add_relation(workspace, RelationDraft(ann, bob, RelationKind.CLIENT_OF))
    add_relation(workspace, RelationDraft(ann, bob, RelationKind.OWN, "sister of", "brother of"))
    for again in (
        RelationDraft(bob, ann, RelationKind.PARTNER),
        RelationDraft(ann, bob, RelationKind.CLIENT_OF),
        RelationDraft(bob, ann, RelationKind.OWN, "Brother of", "Sister of"),
        RelationDraft(ann, sam, RelationKind.INTRODUCED_BY),
    ):
        with pytest.raises(InvalidInput, match="noted already of"):
            add_relation(workspace, again)
    # Each may be the other's client.
    add_relation(workspace, RelationDraft(bob, ann, RelationKind.CLIENT_OF))
    assert len(relations_of(workspace, ann)) == 4


def test_a_circle_of_introductions_is_refused_and_said_in_words(workspace: Workspace) -> None:
    sam = somebody(workspace, "Sam")
    grace = somebody(workspace, "Grace", sam)
    nadia = somebody(workspace, "Nadia")
    add_relation(workspace, RelationDraft(nadia, grace, RelationKind.INTRODUCED_BY))
    with pytest.raises(InvalidInput, match="Sam introduced Grace, who introduced Nadia") as refused:
        add_relation(workspace, RelationDraft(sam, nadia, RelationKind.INTRODUCED_BY))
    assert refused.value.field == "other"
    with pytest.raises(InvalidInput, match="Sam introduced Grace, who introduced Nadia") as refused:
        change_fields(workspace, sam, met_through_id=nadia)
    assert refused.value.field == "met_through_id"


def test_a_long_chain_of_introductions_is_followed(workspace: Workspace) -> None:
    people = [somebody(workspace, f"P{number}") for number in range(30)]
    for earlier, later in pairwise(people):
        add_relation(workspace, RelationDraft(later, earlier, RelationKind.INTRODUCED_BY))
    with pytest.raises(InvalidInput, match="round in a circle"):
        add_relation(workspace, RelationDraft(people[0], people[-1], RelationKind.INTRODUCED_BY))


def test_an_edited_relation_may_stay_as_it_is_or_turn_round(workspace: Workspace) -> None:
    ann, bob = somebody(workspace, "Ann"), somebody(workspace, "Bob")
    number = add_relation(workspace, RelationDraft(ann, bob, RelationKind.INTRODUCED_BY))
    edit_relation(workspace, number, relation(workspace, number).draft)
    edit_relation(workspace, number, RelationDraft(bob, ann, RelationKind.INTRODUCED_BY))
    assert told(workspace, bob, "Bob") == [("Ann", "introduced us")]
    workspace.undo()
    assert told(workspace, bob, "Bob") == [("Ann", "met through Bob")]


def test_a_relation_goes_with_one_undo_and_comes_back(workspace: Workspace) -> None:
    ann, bob = somebody(workspace, "Ann"), somebody(workspace, "Bob")
    number = add_relation(workspace, RelationDraft(ann, bob, RelationKind.KNOWS))
    remove_relation(workspace, number)
    assert known_by(workspace, ann, "Ann").count == 0
    for gone in (lambda: relation(workspace, number), lambda: remove_relation(workspace, number)):
        with pytest.raises(NotFound):
            gone()
    workspace.undo()
    assert told(workspace, bob, "Bob") == [("Ann", "knows Bob")]


def test_who_is_in_the_bin_is_not_named(workspace: Workspace) -> None:
    ann, bob = somebody(workspace, "Ann"), somebody(workspace, "Bob")
    add_relation(workspace, RelationDraft(ann, bob, RelationKind.KNOWS))
    to_bin(workspace, Selection.of([bob]), date(2026, 11, 22))
    assert known_by(workspace, ann, "Ann").people == ()
    assert relations_of(workspace, ann) == ()


def test_only_the_first_are_named_and_all_are_counted(workspace: Workspace) -> None:
    hub = somebody(workspace, "Hub")
    for number in range(9):
        somebody(workspace, f"P{number}", hub)
    known = known_by(workspace, hub, "Hub", limit=4)
    assert ([one.person.name for one in known.people], known.count) == (["P0", "P1", "P2", "P3"], 9)


def test_an_introduction_that_led_to_a_meeting_makes_two_people_know_each_other(workspace: Workspace) -> None:
    ann, bob = somebody(workspace, "Ann"), somebody(workspace, "Bob")
    with workspace.change("Introduce"):
        workspace.sql(
            "INSERT INTO introduction (person_id, other_id, state, created_at) VALUES (?, ?, 'made', '2026-11-01')",
            (ann, bob),
        )
    assert known_by(workspace, ann, "Ann").count == 0
    with workspace.change("They met"):
        workspace.sql("UPDATE introduction SET state = 'met'")
    assert told(workspace, ann, "Ann") == [("Bob", "introduced by you")]
    assert told(workspace, bob, "Bob") == [("Ann", "introduced by you")]
