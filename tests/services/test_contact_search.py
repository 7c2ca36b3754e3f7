"""Searching as one types: what is found, in which order, and what is near when nothing is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netdesk.method.names import fold
from netdesk.services import contacts
from netdesk.services.contacts import ContactQuery, ContactSort
from netdesk.store.workspace import Workspace
from tests.support.contact_people import add_person
from tests.support.kept_files import new_workspace
from tests.support.workspaces import sample_people

TODAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def network(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """Four people with everything that can be searched."""
    ws = new_workspace(tmp_path_factory.mktemp("search") / "network.netdesk")
    add_person(
        ws,
        "Grace Adeyemi",
        "Bright Copy",
        tags=("copywriting",),
        note="Daughter starts school in January",
        points=[
            ("email", "grace@brightcopy.example", "grace@brightcopy.example"),
            ("phone", "+44 7700 900123", "+447700900123"),
        ],
    )
    add_person(ws, "Søren Brandt", "Brandt & Co", points=[("phone", "555 0142", "+15555550142")])
    add_person(ws, "Zoë Müller-Straße", "Café Rosa", tags=("Retail",))
    add_person(ws, "Bright Okafor", "Grace and Sons")
    with ws.change("Add a field"):
        ws.sql("INSERT INTO own_field (name, kind) VALUES ('Hobby', 'text')")
        ws.sql("INSERT INTO own_field_value (person_id, own_field_id, value) VALUES (2, 1, 'woodturning')")
    yield ws
    ws.close()


def found(ws: Workspace, text: str, **more: object) -> list[str]:
    query = ContactQuery(text=text, **more)  # type: ignore[arg-type]
    return [row.name for row in contacts.rows(ws, contacts.ids(ws, query, TODAY))]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("adey", "Grace Adeyemi"),
        ("bright cop", "Grace Adeyemi"),
        ("school jan", "Grace Adeyemi"),
        ("copywri", "Grace Adeyemi"),
        ("brightcopy.exam", "Grace Adeyemi"),
        ("grace@brightcopy", "Grace Adeyemi"),
        ("07700 900", "Grace Adeyemi"),
        ("07700900123", "Grace Adeyemi"),
        ("(0)7700-900 123", "Grace Adeyemi"),
        ("0044 7700 900123", "Grace Adeyemi"),
        ("+44 7700 900123", "Grace Adeyemi"),
        ("900123", "Grace Adeyemi"),
        ("5555550142", "Søren Brandt"),
        ("soren", "Søren Brandt"),
        ("SØREN", "Søren Brandt"),
        ("woodtur", "Søren Brandt"),
        ("zoe muller", "Zoë Müller-Straße"),
        ("strasse", "Zoë Müller-Straße"),
        ("cafe ros", "Zoë Müller-Straße"),
        ("retail", "Zoë Müller-Straße"),
    ],
)
def test_everything_known_about_a_person_finds_them(network: Workspace, text: str, who: str) -> None:
    assert found(network, text) == [who]


def test_all_words_must_be_there_in_any_order(network: Workspace) -> None:
    assert found(network, "copy grace") == ["Grace Adeyemi"]
    assert found(network, "grace rosa") == []


def test_names_that_begin_so_come_before_other_mentions(network: Workspace) -> None:
    assert found(network, "grace") == ["Grace Adeyemi", "Bright Okafor"]
    assert found(network, "bright") == ["Bright Okafor", "Grace Adeyemi"]


def test_one_and_two_letters_keep_the_order_of_the_list(network: Workspace) -> None:
    assert found(network, "gr") == ["Grace Adeyemi", "Bright Okafor"]
    assert found(network, "gr", descending=True) == ["Bright Okafor", "Grace Adeyemi"]
    assert found(network, "gr", sort=ContactSort.ORGANISATION) == ["Grace Adeyemi", "Bright Okafor"]


@pytest.mark.parametrize(
    "text", [chr(34), "AND x", "NEAR(", "a* OR b", "^x", "-", "()", "DROP;", "🙂", "{name}:", "%"]
)
def test_whatever_is_typed_is_text(network: Workspace, text: str) -> None:
    assert found(network, text) == []


@given(st.text(max_size=30))
def test_no_text_breaks_the_search(network: Workspace, text: str) -> None:
    ids = contacts.ids(network, ContactQuery(text=text), TODAY)
    assert len(set(ids)) == len(ids) <= 4


@pytest.fixture(scope="module")
def crowd(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    ws = new_workspace(tmp_path_factory.mktemp("crowd") / "network.netdesk")
    sample_people(ws, 300)
    yield ws
    ws.close()


@given(data=st.data())
def test_every_beginning_of_a_name_finds_the_person(crowd: Workspace, data: st.DataObject) -> None:
    rows = crowd.sql("SELECT id, display_name FROM person").fetchall()
    person, name = data.draw(st.sampled_from(rows))
    word = data.draw(st.sampled_from(name.split()))
    typed = word[: data.draw(st.integers(1, len(word)))]
    typed = data.draw(st.sampled_from([typed, typed.upper(), fold(typed)]))
    assert person in contacts.ids(crowd, ContactQuery(text=typed), TODAY)


@given(
    text=st.sampled_from(["", "a", "g", "gr", "gra", "mar", "ade 1", "zoe", "nov"]),
    sort=st.sampled_from(ContactSort),
    descending=st.booleans(),
    count=st.integers(1, 60),
)
def test_the_beginning_is_the_beginning_of_the_whole_answer(
    crowd: Workspace, text: str, sort: ContactSort, descending: bool, count: int
) -> None:
    query = ContactQuery(text=text, sort=sort, descending=descending)
    whole = contacts.ids(crowd, query, TODAY)
    assert contacts.first_ids(crowd, query, TODAY, count) == whole[:count]
    begun = contacts.beginning(crowd, query, TODAY, count)
    assert begun.ids == whole[:count]
    assert begun.complete == (len(whole) < count)


def test_a_letter_nearly_everybody_has_is_found_along_the_list(tmp_path: Path) -> None:
    ws = new_workspace(tmp_path / "many.netdesk")
    people = sample_people(ws, 2_600)
    with ws.change("Note something about everybody"):
        ws.sql("UPDATE person SET note = 'quartz'")
    for sort in ContactSort:
        for descending in (False, True):
            query = ContactQuery(text="q", sort=sort, descending=descending)
            whole = contacts.ids(ws, query, TODAY)
            assert sorted(whole) == people
            assert contacts.first_ids(ws, query, TODAY, 50) == whole[:50]
    ws.close()


def test_somebody_near_is_offered_when_nothing_matches(network: Workspace) -> None:
    assert [near.name for near in contacts.near_misses(network, "grce")] == ["Grace Adeyemi"]
    assert contacts.near_misses(network, "Grce Adeyeni")[0].name == "Grace Adeyemi"
    assert [near.name for near in contacts.near_misses(network, "sorn brant")] == ["Søren Brandt"]
    assert contacts.near_misses(network, "qqqqq") == ()
    assert contacts.near_misses(network, "") == ()


def test_people_put_away_are_not_offered(tmp_path: Path) -> None:
    ws = new_workspace(tmp_path / "network.netdesk")
    person = add_person(ws, "Grace Adeyemi")
    with ws.change("Archive"):
        ws.sql("UPDATE person SET archived_at = 'x' WHERE id = ?", (person,))
    assert contacts.near_misses(ws, "grce") == ()
    assert list(contacts.ids(ws, ContactQuery(text="grace"), TODAY)) == []
    assert list(contacts.ids(ws, ContactQuery(text="grace", archived=True), TODAY)) == [person]
    ws.close()
