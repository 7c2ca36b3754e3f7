"""Whom have I not helped yet: who comes first, and who is left out."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from netdesk.method.ledger import Balance, HelpWay, LedgerKind, next_to_help
from netdesk.services.bulk import archive, to_bin
from netdesk.services.ledger import EntryDraft, add_entry
from netdesk.services.not_helped import gave_first, gave_most, not_helped, not_helped_rows
from netdesk.services.selection import Selection
from netdesk.store.workspace import Workspace
from tests.support.workspaces import sample_people

TODAY = date(2026, 11, 22)
LONG_AGO = date(2025, 11, 1)


@pytest.fixture
def people(workspace: Workspace) -> list[int]:
    return sample_people(workspace, 7, level=2)


def write(ws: Workspace, person: int, gave: int = 0, got: int = 0, on: date = date(2026, 6, 1)) -> None:
    for kind, times in ((LedgerKind.GIVE, gave), (LedgerKind.RECEIVE, got)):
        for _ in range(times):
            add_entry(ws, EntryDraft(person, kind, HelpWay.ADVICE, "Words", on=on), TODAY)


def put_on_level(ws: Workspace, person: int, level: int) -> None:
    with ws.change("Move"):
        ws.sql("UPDATE person SET level = ? WHERE id = ?", (level, person))


def test_who_gave_and_got_nothing_comes_first_then_who_is_close_then_who_got_least(
    workspace: Workspace, people: list[int]
) -> None:
    once, often, close, even, generous, helped, nobody = people
    write(workspace, once, got=1)
    write(workspace, often, got=4)
    put_on_level(workspace, close, 4)
    write(workspace, close, gave=2, on=LONG_AGO)
    write(workspace, even, gave=2, got=2)
    write(workspace, generous, gave=1, got=2)
    write(workspace, helped, gave=1)
    found = not_helped(workspace, TODAY)
    assert list(found.ids) == [often, once, close, generous, even]
    assert (found.got_nothing, found.close) == (2, 1)
    assert nobody not in found.ids


def test_somebody_close_whom_i_helped_within_a_year_is_among_the_others_only_if_they_gave(
    workspace: Workspace, people: list[int]
) -> None:
    gave, silent = people[:2]
    for one in (gave, silent):
        put_on_level(workspace, one, 3)
        write(workspace, one, gave=1)
    write(workspace, gave, got=1)
    found = not_helped(workspace, TODAY)
    assert (list(found.ids), found.close) == ([gave], 0)


def test_nobody_is_in_the_list_twice(workspace: Workspace, people: list[int]) -> None:
    put_on_level(workspace, people[0], 5)
    write(workspace, people[0], got=2)
    put_on_level(workspace, people[1], 5)
    write(workspace, people[1], gave=1, got=2, on=LONG_AGO)
    assert list(not_helped(workspace, TODAY).ids) == people[:2]


def test_people_archived_or_in_the_bin_are_left_out(workspace: Workspace, people: list[int]) -> None:
    for one in people[:3]:
        write(workspace, one, got=1)
    archive(workspace, Selection.of([people[0]]), TODAY)
    to_bin(workspace, Selection.of([people[1]]), TODAY)
    assert list(not_helped(workspace, TODAY).ids) == [people[2]]


def test_a_row_says_what_they_want_and_the_balance(workspace: Workspace, people: list[int]) -> None:
    write(workspace, people[0], gave=1, got=3, on=LONG_AGO)
    with workspace.change("Note"):
        workspace.sql(
            "UPDATE person SET ideal_client = 'shops that outgrew\n a spreadsheet' WHERE id = ?", (people[0],)
        )
        workspace.sql(
            "UPDATE person SET where_to = 'a speaking slot', ideal_client = 'x' WHERE id = ?", (people[1],)
        )
    first, second = not_helped_rows(workspace, people[:2], TODAY)
    assert (first.wants, first.balance, first.since) == (
        "shops that outgrew a spreadsheet",
        Balance(1, 3),
        "helped 13 months ago",
    )
    assert (second.wants, second.since) == ("a speaking slot", "not helped yet")


def test_who_gave_most_and_got_nothing_is_named(workspace: Workspace, people: list[int]) -> None:
    assert gave_most(workspace, TODAY) is None
    write(workspace, people[0], got=1)
    write(workspace, people[1], got=2)
    found = gave_most(workspace, TODAY)
    assert found is not None
    assert (found.id, found.balance.got) == (people[1], 2)


def test_those_who_gave_first_are_counted_and_the_first_named(
    workspace: Workspace, people: list[int]
) -> None:
    assert gave_first(workspace, TODAY, 2) == (0, ())
    for times, person in enumerate(people[:3], 1):
        write(workspace, person, got=times)
    count, named = gave_first(workspace, TODAY, 2)
    assert count == not_helped(workspace, TODAY).got_nothing == 3
    assert [one.id for one in named] == [people[2], people[1]]


@given(
    history=st.lists(
        st.tuples(
            st.integers(0, 4),
            st.sampled_from(("give", "receive")),
            st.sampled_from((date(2025, 11, 22), date(2025, 11, 23), date(2026, 6, 1))),
        ),
        max_size=12,
    ),
    levels=st.lists(st.sampled_from((None, 1, 2, 3, 4)), min_size=5, max_size=5),
)
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_order_is_that_of_the_rule(
    workspace: Workspace, history: list[tuple[int, str, date]], levels: list[int | None]
) -> None:
    with workspace.change("Begin anew"):
        workspace.sql("DELETE FROM person")
    people = sample_people(workspace, 5)
    with workspace.change("Fill"):
        workspace.many("UPDATE person SET level = ? WHERE id = ?", zip(levels, people, strict=True))
        workspace.many(
            "INSERT INTO ledger_entry (person_id, kind, happened_on, created_at) VALUES (?, ?, ?, ?)",
            [(people[who], kind, str(on), "2026-06-01T09:00:00+00:00") for who, kind, on in history],
        )
    keys = []
    for person, level in zip(people, levels, strict=True):
        gave = [on for who, kind, on in history if people[who] == person and kind == "give"]
        got = sum(people[who] == person and kind == "receive" for who, kind, _ in history)
        key = next_to_help(Balance(len(gave), got), level or 0, max(gave, default=None), TODAY)
        if key is not None:
            keys.append((*key, person))
    found = not_helped(workspace, TODAY)
    assert list(found.ids) == [int(key[-1]) for key in sorted(keys)]
    assert found.got_nothing == sum(key[0] == 0 for key in keys)
    assert found.close == sum(key[0] == 1 for key in keys)
