"""Tags (two of one name become one) and filters kept under a name."""

from __future__ import annotations

import pytest

from netdesk.method.errors import InvalidInput, NotFound
from netdesk.services.contact_query import ContactQuery
from netdesk.services.saved_filters import remove_filter, save_filter, saved_filters
from netdesk.services.tags import delete_tag, popular_tags, rename_tag, tag_named, tags, tags_of
from netdesk.store.workspace import Workspace
from tests.support.contact_people import add_person, everything, tag_id


def test_tags_by_name_and_by_how_many_wear_them(workspace: Workspace) -> None:
    ws = workspace
    grace = add_person(ws, "Grace Adeyemi", tags=("retail", "Zebra"))
    add_person(ws, "Ellen Brandt", tags=("Zebra",))
    away = add_person(ws, "Karl Jensen", tags=("retail", "away"))
    with ws.change("Archive"):
        ws.sql("UPDATE person SET archived_at = 'x' WHERE id = ?", (away,))
    assert [(tag.name, tag.people) for tag in tags(ws)] == [("away", 0), ("retail", 1), ("Zebra", 2)]
    assert [tag.name for tag in popular_tags(ws)] == ["Zebra", "retail"]
    assert [tag.name for tag in popular_tags(ws, 1)] == ["Zebra"]
    assert [tag.name for tag in tags_of(ws, grace)] == ["retail", "Zebra"]


def test_names_that_differ_in_case_or_accents_are_one_tag(workspace: Workspace) -> None:
    with workspace.change("Tag"):
        assert tag_named(workspace, "Café") == tag_named(workspace, " CAFE ") == tag_named(workspace, "café")
    assert [tag.name for tag in tags(workspace)] == ["Café"]


def test_a_tag_given_another_name(workspace: Workspace) -> None:
    ws = workspace
    grace = add_person(ws, "Grace Adeyemi", tags=("retial",))
    rename_tag(ws, tag_id(ws, "retial"), "Retail")
    assert [tag.name for tag in tags_of(ws, grace)] == ["Retail"]
    rename_tag(ws, tag_id(ws, "retail"), "RETAIL")
    assert [tag.name for tag in tags_of(ws, grace)] == ["RETAIL"]
    assert ws.sql("SELECT tags FROM search_text WHERE person_id = ?", (grace,)).fetchone()[0] == "RETAIL"


def test_two_tags_become_one_and_come_apart_again(workspace: Workspace) -> None:
    ws = workspace
    grace = add_person(ws, "Grace Adeyemi", tags=("shop", "retail"))
    ellen = add_person(ws, "Ellen Brandt", tags=("shop",))
    before = everything(ws)
    rename_tag(ws, tag_id(ws, "shop"), "Retail")
    assert [(tag.name, tag.people) for tag in tags(ws)] == [("Retail", 2)]
    assert [tag.name for tag in tags_of(ws, ellen)] == ["Retail"]
    assert len(tags_of(ws, grace)) == 1
    ws.undo()
    assert everything(ws) == before


def test_a_tag_taken_off_everybody(workspace: Workspace) -> None:
    ws = workspace
    grace = add_person(ws, "Grace Adeyemi", tags=("shop",))
    before, number = everything(ws), tag_id(ws, "shop")
    delete_tag(ws, number)
    assert tags(ws) == tags_of(ws, grace) == ()
    with pytest.raises(NotFound):
        delete_tag(ws, number)
    with pytest.raises(NotFound):
        rename_tag(ws, number, "x")
    ws.undo()
    assert everything(ws) == before


def test_a_filter_is_kept_replaced_and_removed(workspace: Workspace) -> None:
    ws = workspace
    cold = ContactQuery(text="shop", going_cold=True, levels=(2, 3))
    save_filter(ws, " Shops  going cold ", cold)
    save_filter(ws, "Unsorted", ContactQuery(levels=(0,)))
    assert [(one.name, one.query) for one in saved_filters(ws)] == [
        ("Shops going cold", cold),
        ("Unsorted", ContactQuery(levels=(0,))),
    ]
    save_filter(ws, "Unsorted", ContactQuery(archived=True))
    assert [one.query.archived for one in saved_filters(ws)] == [False, True]
    first = saved_filters(ws)[0]
    remove_filter(ws, first.id)
    assert [one.name for one in saved_filters(ws)] == ["Unsorted"]
    with pytest.raises(NotFound):
        remove_filter(ws, first.id)
    ws.undo()
    assert saved_filters(ws)[0] == first


def test_a_filter_needs_a_sensible_name(workspace: Workspace) -> None:
    for name in ("", " \t ", "x" * 41):
        with pytest.raises(InvalidInput):
            save_filter(workspace, name, ContactQuery())
    assert saved_filters(workspace) == ()


def test_a_filter_that_cannot_be_read_is_left_alone(workspace: Workspace) -> None:
    with workspace.change("Break a filter"):
        workspace.sql("INSERT INTO saved_filter (name, query) VALUES ('Broken', 'no json')")
    save_filter(workspace, "Good", ContactQuery(ready=True))
    assert [one.name for one in saved_filters(workspace)] == ["Good"]
    assert workspace.sql("SELECT count(*) FROM saved_filter").fetchone()[0] == 2
