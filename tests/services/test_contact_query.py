"""The chips and the order of the list, held against the method's own rules."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from netdesk.method.contact_kinds import PersonKind
from netdesk.method.errors import InvalidInput
from netdesk.method.evidence import Evidence, readiness
from netdesk.method.levels import DEFAULT_LEVELS
from netdesk.method.rhythm import counted_from, effective_rhythm, is_going_cold
from netdesk.services import contacts
from netdesk.services.contacts import ContactQuery, ContactSort
from netdesk.store.workspace import Workspace
from tests.support.contact_people import add_person, tag_id, talk

TODAY = date(2026, 11, 22)
QUERIES = st.builds(
    ContactQuery,
    text=st.text(max_size=12),
    levels=st.lists(st.integers(0, 5), max_size=4).map(tuple),
    tags=st.lists(st.integers(1, 9), max_size=3).map(tuple),
    markets=st.lists(st.integers(1, 9), max_size=3).map(tuple),
    kinds=st.lists(st.sampled_from([kind.value for kind in PersonKind]), max_size=3).map(tuple),
    going_cold=st.booleans(),
    ready=st.booleans(),
    archived=st.booleans(),
    binned=st.booleans(),
    sort=st.sampled_from(ContactSort),
    descending=st.booleans(),
)


@given(QUERIES)
def test_a_question_comes_back_from_its_text(query: ContactQuery) -> None:
    assert ContactQuery.from_json(query.to_json()) == query


@pytest.mark.parametrize(
    "text", ["", "[]", "nonsense", "null", '{"levels": "x"}', '{"sort": "shoe size"}', "[" * 9999]
)
def test_text_that_is_no_question_is_refused_in_words(text: str) -> None:
    with pytest.raises(InvalidInput, match="saved filter"):
        ContactQuery.from_json(text)


def test_what_a_later_version_adds_is_passed_over() -> None:
    read = ContactQuery.from_json(
        '{"going_cold": true, "moon": 3, "kinds": ["client", "astronaut"], "levels": [2, 9]}'
    )
    assert read == ContactQuery(going_cold=True, kinds=("client",), levels=(2,))


def test_toggling_and_sorting() -> None:
    query = ContactQuery(text="  a \0 b ")
    assert query.text == "a b"
    assert query.with_toggled("levels", 3).with_toggled("levels", 1).levels == (1, 3)
    assert query.with_toggled("levels", 3).with_toggled("levels", 3) == query
    assert query.sorted_by(ContactSort.ADDED).descending
    assert not query.sorted_by(ContactSort.ADDED).sorted_by(ContactSort.ADDED).descending
    assert query.sorted_by(ContactSort.NAME).descending
    assert query.narrows
    assert not query.is_filtered
    assert query.everybody() == ContactQuery()
    assert ContactQuery(archived=True).is_filtered


def listed(ws: Workspace, **chosen: object) -> set[str]:
    query = ContactQuery(**chosen)  # type: ignore[arg-type]
    return {row.name for row in contacts.rows(ws, contacts.ids(ws, query, TODAY))}


def test_each_chip_narrows(workspace: Workspace) -> None:
    ws = workspace
    add_person(ws, "Grace Adeyemi", level=3, tags=("retail", "local"), kinds=("client", "connector"))
    add_person(ws, "Ellen Brandt", level=2, tags=("retail",), kinds=("client",))
    karl = add_person(ws, "Karl Jensen")
    away = add_person(ws, "Ravi Menon", level=3)
    gone = add_person(ws, "Tom Okafor", level=3)
    with ws.change("Set the scene"):
        ws.sql("INSERT INTO target_market (id, name) VALUES (1, 'Shops')")
        ws.sql(
            "INSERT INTO person_market (person_id, target_market_id, standing) VALUES (?, 1, 'close')",
            (karl,),
        )
        ws.sql("UPDATE person SET archived_at = 'x' WHERE id IN (?, ?)", (away, gone))
        ws.sql("UPDATE person SET binned_at = 'x' WHERE id = ?", (gone,))
    retail, local = tag_id(ws, "retail"), tag_id(ws, "local")
    assert listed(ws) == {"Grace Adeyemi", "Ellen Brandt", "Karl Jensen"}
    assert listed(ws, levels=(2, 3)) == {"Grace Adeyemi", "Ellen Brandt"}
    assert listed(ws, levels=(0, 2)) == {"Ellen Brandt", "Karl Jensen"}
    assert listed(ws, levels=(0,)) == {"Karl Jensen"}
    assert listed(ws, tags=(retail,)) == {"Grace Adeyemi", "Ellen Brandt"}
    assert listed(ws, tags=(retail, local)) == {"Grace Adeyemi"}
    assert listed(ws, kinds=("client", "connector")) == {"Grace Adeyemi"}
    assert listed(ws, markets=(1,)) == {"Karl Jensen"}
    assert listed(ws, archived=True) == {"Ravi Menon"}
    assert listed(ws, binned=True) == {"Tom Okafor"}
    assert listed(ws, text="a", tags=(retail,), levels=(2,)) == set()
    counts = contacts.counts(ws, TODAY)
    assert (counts.people, counts.archived, counts.binned) == (3, 1, 1)
    assert counts.levels == {0: 1, 2: 1, 3: 1}
    assert counts.tags == {retail: 2, local: 1}
    assert counts.kinds == {"client": 2, "connector": 1}
    assert counts.markets == {1: 1}


DAYS = st.one_of(st.none(), st.integers(-3, 400))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(
    level=st.one_of(st.none(), st.integers(1, 5)),
    rhythm=st.one_of(st.none(), st.integers(1, 400)),
    contact=DAYS,
    met=DAYS,
    added=st.integers(0, 400),
)
def test_going_cold_is_what_the_method_says(
    workspace: Workspace,
    level: int | None,
    rhythm: int | None,
    contact: int | None,
    met: int | None,
    added: int,
) -> None:
    def day(ago: int | None) -> date | None:
        return None if ago is None else TODAY - timedelta(days=ago)

    added_on = TODAY - timedelta(days=added)
    person = add_person(
        workspace, "Grace Adeyemi", level=level, rhythm=rhythm, added=f"{added_on}T09:00:00+00:00",
        met_on=None if met is None else str(day(met)),
    )  # fmt: skip
    if contact is not None:
        talk(workspace, [person], str(day(contact)))
    own = effective_rhythm(rhythm, None if level is None else DEFAULT_LEVELS[level - 1])
    expected = is_going_cold(counted_from(day(contact), day(met), added_on), own, TODAY)
    assert (person in contacts.ids(workspace, ContactQuery(going_cold=True), TODAY)) == expected


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(
    level=st.integers(1, 5),
    met=st.lists(st.integers(0, 5), max_size=3),
    achieved=st.integers(0, 2),
    done=st.integers(0, 2),
)
def test_ready_is_what_the_method_says(
    workspace: Workspace, level: int, met: list[int], achieved: int, done: int
) -> None:
    person = add_person(workspace, "Grace Adeyemi", level=level)
    for ago in met:
        talk(workspace, [person], str(TODAY - timedelta(days=ago)))
    for number in range(achieved):
        talk(workspace, [person], f"2026-0{number + 1}-01", "one_to_one", "achieved")
    with workspace.change("Follow up"):
        for _ in range(done):
            workspace.sql(
                "INSERT INTO follow_up (person_id, action, due_on, state, created_at)"
                " VALUES (?, 'Call', '2026-11-01', 'done', 'x')",
                (person,),
            )
    evidence = Evidence(
        days_met=len(set(met)) + achieved, follow_ups_done=done, one_to_ones_achieved=achieved
    )
    expected = readiness(DEFAULT_LEVELS[level - 1], evidence, TODAY).ready
    assert (person in contacts.ids(workspace, ContactQuery(ready=True), TODAY)) == expected
    assert contacts.counts(workspace, TODAY).ready == len(
        contacts.ids(workspace, ContactQuery(ready=True), TODAY)
    )


def test_every_order(workspace: Workspace) -> None:
    ws = workspace
    ann = add_person(ws, "Ann Zeller", "", level=1, added="2026-03-01T09:00:00+00:00")
    bob = add_person(ws, "Bob Young", "Alpha", level=5, added="2026-01-01T09:00:00+00:00")
    cat = add_person(ws, "Cat Xavier", "Beta", added="2026-02-01T09:00:00+00:00")
    talk(ws, [ann], "2026-05-01")
    talk(ws, [cat], "2026-06-01")
    expected = {
        ContactSort.NAME: [cat, bob, ann],
        ContactSort.ORGANISATION: [bob, cat, ann],
        ContactSort.LEVEL: [cat, ann, bob],
        ContactSort.LAST_CONTACT: [bob, ann, cat],
        ContactSort.ADDED: [bob, cat, ann],
    }
    for sort, people in expected.items():
        assert list(contacts.ids(ws, ContactQuery(sort=sort), TODAY)) == people, sort
        turned = list(contacts.ids(ws, ContactQuery(sort=sort, descending=True), TODAY))
        assert turned == people[::-1], sort


def test_rows_come_in_the_order_asked_for_and_leave_out_who_is_gone(workspace: Workspace) -> None:
    ws = workspace
    grace = add_person(ws, "Grace Adeyemi", "Bright Copy", level=3)
    ellen = add_person(ws, "Ellen Brandt")
    talk(ws, [grace], "2026-11-13")
    rows = contacts.rows(ws, [ellen, 99, grace])
    assert [row.id for row in rows] == [ellen, grace]
    assert rows[1].organisation == "Bright Copy"
    assert rows[1].initials == "GA"
    assert rows[1].last_contact_on == date(2026, 11, 13)
    assert (rows[0].level, rows[1].level) == (0, 3)


def test_a_very_long_name_is_cut_for_the_list(workspace: Workspace) -> None:
    person = add_person(workspace, "A" * 5000)
    assert len(contacts.rows(workspace, [person])[0].name) <= 200
