"""Selections as values, what is done with many people at once, and that all of it can be undone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from netdesk.method.contact_kinds import MarketStanding
from netdesk.method.errors import InvalidInput, NotFound
from netdesk.services import bin as the_bin
from netdesk.services import bulk, contacts
from netdesk.services.bulk import Bulk
from netdesk.services.contacts import ContactQuery
from netdesk.services.selection import Selection, choose, chosen_ids
from netdesk.store.workspace import Workspace
from tests.support.contact_people import add_person, everything, tag_id, talk
from tests.support.wins import won
from tests.support.workspaces import sample_people

TODAY = date(2026, 11, 22)
PEOPLE = st.frozensets(st.integers(1, 14), max_size=14)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
@given(
    everybody=st.booleans(),
    first=PEOPLE,
    steps=st.lists(st.tuples(st.booleans(), PEOPLE), max_size=5),
)
def test_a_selection_is_the_set_it_says(
    workspace: Workspace, everybody: bool, first: frozenset[int], steps: list[tuple[bool, frozenset[int]]]
) -> None:
    there = set(workspace_people(workspace))
    selection = Selection.all_of(ContactQuery(), first) if everybody else Selection.of(first)
    expected = there - first if everybody else there & first
    for adds, people in steps:
        selection = selection.with_people(people) if adds else selection.without_people(people)
        expected = expected | (people & there) if adds else expected - people
    assert set(chosen_ids(workspace, selection, TODAY)) == expected
    assert choose(workspace, selection, TODAY) == len(expected)


def workspace_people(ws: Workspace) -> list[int]:
    rows = ws.sql("SELECT id FROM person").fetchall()
    return [row[0] for row in rows] or sample_people(ws, 12)


@pytest.mark.parametrize("text", ["", "gra", "g", "07700", "🙂"])
def test_all_of_a_question_are_those_it_lists(workspace: Workspace, text: str) -> None:
    sample_people(workspace, 60)
    query = ContactQuery(text=text)
    listed = set(contacts.ids(workspace, query, TODAY))
    assert set(chosen_ids(workspace, Selection.all_of(query), TODAY)) == listed


def market(ws: Workspace) -> int:
    with ws.change("Add a market"):
        return int(ws.sql("INSERT INTO target_market (name) VALUES ('Shops')").lastrowid or 0)


Deed = Callable[[Workspace, Selection], Bulk]
DEEDS: dict[str, tuple[Deed, str]] = {
    "tag": (lambda ws, who: bulk.tag(ws, who, " retail ", TODAY), "Tag 2 people “retail”"),
    "untag": (lambda ws, who: bulk.untag(ws, who, tag_id(ws, "old"), TODAY), "Take the tag “old” off 2 people"),
    "level": (lambda ws, who: bulk.set_level(ws, who, 4, TODAY, "why not"), "Move 2 people to Creative collaborator"),
    "unsorted": (lambda ws, who: bulk.set_level(ws, who, None, TODAY), "Move 2 people to unsorted"),
    "archive": (lambda ws, who: bulk.archive(ws, who, TODAY), "Archive 2 people"),
    "bin": (lambda ws, who: bulk.to_bin(ws, who, TODAY), "Put 2 people in the bin"),
    "market": (
        lambda ws, who: bulk.add_to_market(ws, who, market(ws), TODAY, MarketStanding.CLOSE),
        "Note 2 people as close to Shops",
    ),
}  # fmt: skip


@pytest.mark.parametrize("deed", DEEDS)
def test_each_deed_is_one_step_that_can_be_taken_back(workspace: Workspace, deed: str) -> None:
    ws = workspace
    grace = add_person(ws, "Grace Adeyemi", level=3, tags=("old",))
    ellen = add_person(ws, "Ellen Brandt", level=2, tags=("old",))
    add_person(ws, "Karl Jensen", level=2, tags=("old",))
    before, act = everything(ws), DEEDS[deed]
    done = act[0](ws, Selection.of([grace, ellen]))
    assert (done.who, done.people) == ("2 people", 2)
    assert ws.history()[0].title == act[1]
    assert done.changes.touches("person", "person_tag", "person_market")
    after = everything(ws)
    assert after != before
    ws.undo()
    assert everything(ws) == before
    ws.redo()
    assert everything(ws) == after


def test_one_person_is_called_by_name_and_braces_stay_braces(workspace: Workspace) -> None:
    person = add_person(workspace, "Grace {who}")
    done = bulk.tag(workspace, Selection.of([person]), "a {who} {0}", TODAY)
    assert done.who == "Grace {who}"
    assert workspace.history()[0].title == "Tag Grace {who} “a {who} {0}”"


def test_putting_away_and_bringing_back(workspace: Workspace) -> None:
    ws = workspace
    people = sample_people(ws, 30)
    everybody = Selection.all_of(ContactQuery(), people[:10])
    assert bulk.archive(ws, everybody, TODAY).people == 20
    assert list(contacts.ids(ws, ContactQuery(), TODAY)) != []
    assert len(contacts.ids(ws, ContactQuery(archived=True), TODAY)) == 20
    bulk.unarchive(ws, Selection.all_of(ContactQuery(archived=True)), TODAY)
    assert len(contacts.ids(ws, ContactQuery(), TODAY)) == 30
    bulk.to_bin(ws, Selection.all_of(ContactQuery()), TODAY)
    assert len(contacts.ids(ws, ContactQuery(binned=True), TODAY)) == 30
    bulk.restore(ws, Selection.all_of(ContactQuery(binned=True), people[:1]), TODAY)
    assert list(contacts.ids(ws, ContactQuery(binned=True), TODAY)) == people[:1]


def test_a_second_time_keeps_the_first_day(workspace: Workspace) -> None:
    person = add_person(workspace, "Grace Adeyemi")
    with workspace.change("Archive"):
        workspace.sql("UPDATE person SET archived_at = '2026-01-01T00:00:00+00:00'")
    done = bulk.archive(workspace, Selection.of([person]), TODAY)
    assert done.changes.is_empty
    assert workspace.sql("SELECT archived_at FROM person").fetchone()[0].startswith("2026-01-01")


def test_nobody_left_is_said_in_words(workspace: Workspace) -> None:
    with pytest.raises(NotFound, match="Nobody"):
        bulk.archive(workspace, Selection.of([99]), TODAY)
    person = add_person(workspace, "Grace Adeyemi")
    with pytest.raises(NotFound, match="tag"):
        bulk.untag(workspace, Selection.of([person]), 77, TODAY)
    with pytest.raises(NotFound, match="market"):
        bulk.add_to_market(workspace, Selection.of([person]), 77, TODAY)
    before = everything(workspace)
    with pytest.raises(InvalidInput, match="name"):
        bulk.tag(workspace, Selection.of([person]), " \0 ", TODAY)
    with pytest.raises(InvalidInput, match="letters"):
        bulk.tag(workspace, Selection.of([person]), "x" * 61, TODAY)
    assert everything(workspace) == before


def test_a_market_noted_twice_takes_the_newer_standing(workspace: Workspace) -> None:
    person, number = add_person(workspace, "Grace Adeyemi"), market(workspace)
    for standing in (MarketStanding.IN, MarketStanding.CLOSE):
        bulk.add_to_market(workspace, Selection.of([person]), number, TODAY, standing)
    assert workspace.sql("SELECT standing FROM person_market").fetchall() == [("close",)]


def test_those_selected_are_counted(workspace: Workspace) -> None:
    ws = workspace
    grace = add_person(ws, "Grace Adeyemi", level=3, tags=("retail", "local"))
    ellen = add_person(ws, "Ellen Brandt", tags=("retail",))
    counted = bulk.selected_counts(ws, Selection.of([grace, ellen]), TODAY)
    assert counted.people == 2
    assert counted.levels == {0: 1, 3: 1}
    assert [(tag.name, tag.people) for tag in counted.tags] == [("retail", 2), ("local", 1)]
    assert (counted.archived, counted.binned) == (0, 0)


def test_deleting_for_good_takes_only_what_is_theirs(workspace: Workspace) -> None:
    ws = workspace
    grace = add_person(ws, "Grace Adeyemi", tags=("retail",))
    ellen = add_person(ws, "Ellen Brandt")
    alone = talk(ws, [grace], "2026-10-01")
    both = talk(ws, [grace, ellen], "2026-10-02")
    with ws.change("Plan"):
        ws.sql(
            "INSERT INTO follow_up (person_id, action, due_on, created_at) VALUES (?, 'Call', '2026-12-01', 'x')",
            (grace,),
        )
        ws.sql("UPDATE person SET met_through_id = ? WHERE id = ?", (grace, ellen))
        ws.sql(
            "INSERT INTO ledger_entry (person_id, kind, happened_on, created_at)"
            " VALUES (?, 'give', '2026-10-01', 'x')",
            (grace,),
        )
        ws.sql(
            "INSERT INTO introduction (person_id, other_id, created_at) VALUES (?, ?, 'x')", (ellen, grace)
        )
    won(ws, "Inbox set-up", "Grace Adeyemi")
    everybody = Selection.of([grace, ellen])
    assert the_bin.what_goes(ws, everybody, TODAY).people == 0
    bulk.to_bin(ws, Selection.of([grace]), TODAY)
    goes = the_bin.what_goes(ws, everybody, TODAY)
    assert goes.people == 1
    assert goes.sentence == (
        "With them go 1 conversation, 1 follow-up, 1 entry of the ledger and 1 introduction."
        " Who introduced 1 person to you will no longer be known. The win that names them stays, with the name."
    )
    before = everything(ws)
    the_bin.delete_for_good(ws, everybody, TODAY)
    assert ws.history()[0].title == "Delete 1 person for good"
    assert ws.sql("SELECT id FROM person").fetchall() == [(ellen,)]
    assert [row[0] for row in ws.sql("SELECT id FROM interaction")] == [both]
    assert ws.sql("SELECT count(*) FROM person_tag").fetchone()[0] == 0
    ws.undo()
    assert everything(ws) == before
    assert alone in [row[0] for row in ws.sql("SELECT id FROM interaction")]
    assert list(contacts.ids(ws, ContactQuery(text="grace", binned=True), TODAY)) == [grace]


def test_what_goes_is_said_plainly() -> None:
    goes = the_bin.WhatGoes
    assert goes(1).sentence == ""
    assert goes(1, ((1, "conversation"),)).sentence == "With them goes 1 conversation."
    assert (
        goes(2, ((3, "conversations"), (1, "follow-up"), (4, "cards"))).sentence
        == "With them go 3 conversations, 1 follow-up and 4 cards."
    )
    assert goes(2, ((1_200, "conversations"),), introduced=3).sentence == (
        "With them go 1,200 conversations. Who introduced 3 people to you will no longer be known."
    )
    assert goes(1, (), wins=1).sentence == "The win that names them stays, with the name."
    assert goes(2, (), 0, 2).sentence == "The wins that name them stay, with the name."
