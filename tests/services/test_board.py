"""Who stands where and in which order; the SQL of the board held against the rules of the method."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netdesk.method.attention import AttentionKind, attention_key
from netdesk.method.contact_kinds import PersonKind
from netdesk.services import board, levels
from netdesk.services.board import BoardQuery, BoardSort, Only
from netdesk.services.board_ranks import Place
from netdesk.store.blobs import keep_photo
from netdesk.store.workspace import Workspace
from tests.support.kept_files import new_workspace
from tests.support.mockup_people import TODAY, add_mockup_people
from tests.support.workspaces import sample_people

ALL = BoardQuery()


@pytest.fixture
def people(workspace: Workspace) -> dict[str, int]:
    """The people of the mock-up by given name."""
    return add_mockup_people(workspace)


def names(
    workspace: Workspace, people: dict[str, int], level: int | None, query: BoardQuery = ALL
) -> list[str]:
    by_id = {person: name for name, person in people.items()}
    return [by_id[one] for one in board.column_order(workspace, query, level, TODAY).ids]


def test_who_needs_attention_most_stands_on_top(workspace: Workspace, people: dict[str, int]) -> None:
    assert names(workspace, people, 1) == ["Joe", "Sue", "Dina", "Marta", "Tom"]
    assert names(workspace, people, 2) == ["Aoife", "Ellen", "Ravi", "Karl"]
    assert names(workspace, people, None) == ["Omar", "Priti"]


def test_the_other_orders(workspace: Workspace, people: dict[str, int]) -> None:
    by_name = BoardQuery(sort=BoardSort.NAME)
    assert names(workspace, people, 2, by_name) == ["Ellen", "Aoife", "Karl", "Ravi"]
    by_contact = BoardQuery(sort=BoardSort.LAST_CONTACT)
    assert names(workspace, people, 2, by_contact) == ["Ravi", "Ellen", "Karl", "Aoife"]
    own = BoardQuery(sort=BoardSort.OWN)
    levels.move_people(workspace, [people["Karl"]], 2, place=Place(above=people["Ravi"]))
    assert names(workspace, people, 2, own) == ["Karl", "Ravi", "Ellen", "Aoife"]


def test_archived_and_binned_people_are_not_on_the_board(
    workspace: Workspace, people: dict[str, int]
) -> None:
    with workspace.change("Put two away"):
        workspace.sql("UPDATE person SET archived_at = '2026-11-01' WHERE id = ?", (people["Joe"],))
        workspace.sql("UPDATE person SET binned_at = '2026-11-01' WHERE id = ?", (people["Sue"],))
    assert names(workspace, people, 1) == ["Dina", "Marta", "Tom"]
    assert board.counts(workspace, ALL, TODAY).at_level[1] == 3
    gone = [people["Joe"], people["Tom"]]
    assert set(board.keys_at(workspace, ALL, gone, 2, TODAY)) == {people["Tom"]}


def test_the_filter_narrows_every_column(workspace: Workspace, people: dict[str, int]) -> None:
    with workspace.change("Mark some"):
        workspace.sql("INSERT INTO tag (id, name, folded) VALUES (5, 'Retail', 'retail')")
        workspace.sql("INSERT INTO person_tag (person_id, tag_id) VALUES (?, 5)", (people["Tom"],))
        workspace.sql("INSERT INTO target_market (id, name) VALUES (7, 'Shops')")
        workspace.sql(
            "INSERT INTO person_market (person_id, target_market_id, standing) VALUES (?, 7, 'close')",
            (people["Dina"],),
        )
        workspace.sql("INSERT INTO person_kind (person_id, kind) VALUES (?, 'connector')", (people["Marta"],))
    assert names(workspace, people, 1, BoardQuery(text="okaf")) == ["Tom"]
    assert names(workspace, people, 1, BoardQuery(text="wal flor")) == ["Sue"]
    assert names(workspace, people, 1, BoardQuery(tag=5)) == ["Tom"]
    assert names(workspace, people, 1, BoardQuery(market=7)) == ["Dina"]
    assert names(workspace, people, 1, BoardQuery(kind=PersonKind.CONNECTOR)) == ["Marta"]
    assert names(workspace, people, 1, BoardQuery(tag=5, market=7)) == []
    assert names(workspace, people, 1, BoardQuery(only=Only.COLD)) == ["Joe"]
    assert names(workspace, people, 2, BoardQuery(only=Only.READY)) == ["Ravi"]
    assert board.choices(workspace) == (((5, "Retail"),), ((7, "Shops"),))


@pytest.mark.parametrize("text", ['"', "NEAR(", "a* OR b", "-", "'; DROP TABLE person;--", "\0", "  "])
def test_any_text_is_just_text(workspace: Workspace, people: dict[str, int], text: str) -> None:
    found = board.column_order(workspace, BoardQuery(text=text), 1, TODAY).ids
    assert len(found) in (0, 5)
    assert board.starting_with(workspace, text) <= set(people.values())


def test_counts_in_one_go(workspace: Workspace, people: dict[str, int]) -> None:
    counts = board.counts(workspace, ALL, TODAY)
    assert counts.at_level == {1: 5, 2: 4, 3: 3, 4: 2, 5: 2}
    assert (counts.people, counts.unsorted, counts.cold, counts.ready) == (16, 2, 2, 1)
    narrowed = board.counts(workspace, BoardQuery(text="novak", only=Only.READY), TODAY)
    assert (narrowed.people, narrowed.cold, narrowed.ready) == (16, 1, 0)
    assert BoardQuery(text="novak").is_filtered
    assert not replace(ALL, sort=BoardSort.OWN).is_filtered


def test_a_card_says_the_one_thing_that_matters(workspace: Workspace, people: dict[str, int]) -> None:
    wanted = [people[name] for name in ("Aoife", "Ellen", "Joe", "Ravi", "Marta", "Omar")]
    cards = board.cards(workspace, [*wanted, 999], TODAY)
    assert [card.id for card in cards] == wanted
    assert [card.chip.text for card in cards] == [
        "overdue 6 d",
        "follow-up today",
        "cold 12 d",
        "ready to move up",
        "met 3 d ago",
        "met 2 d ago",
    ]
    aoife = cards[0]
    assert (aoife.name, aoife.organisation, aoife.initials, aoife.level) == (
        "Aoife Byrne",
        "Byrne HR",
        "AB",
        2,
    )
    assert cards[3].ready
    assert cards[5].level is None


def test_somebody_without_any_contact(workspace: Workspace) -> None:
    first, second = sample_people(workspace, 2, level=1)
    with workspace.change("Days met"):
        workspace.sql("UPDATE person SET created_at = '2026-11-01T08:00:00+00:00'")
        workspace.sql("UPDATE person SET met_on = '2026-10' WHERE id = ?", (first,))
        workspace.sql("UPDATE person SET met_on = '2026-11-08' WHERE id = ?", (second,))
    cards = board.cards(workspace, [first, second], TODAY)
    assert [card.chip.text for card in cards] == ["added 3 w ago", "met 2 w ago"]


def test_by_what_people_would_be_sorted_elsewhere(workspace: Workspace, people: dict[str, int]) -> None:
    sam, olga = people["Sam"], people["Olga"]
    keys = board.keys_at(workspace, ALL, [sam, olga], 1, TODAY)
    levels.move_people(workspace, [sam, olga], 1)
    assert dict(zip(*_ids_and_keys(workspace), strict=True))[sam] == keys[sam]


def _ids_and_keys(workspace: Workspace) -> tuple[list[int], list[tuple[float, str, int]]]:
    order = board.column_order(workspace, ALL, 1, TODAY)
    return list(order.ids), order.keys


def test_typed_letters_find_the_beginnings_of_words(workspace: Workspace, people: dict[str, int]) -> None:
    assert board.starting_with(workspace, "LI") == {people["Marta"]}
    assert board.starting_with(workspace, "pe") == {people["Peter"], people["Olga"]}
    assert board.starting_with(workspace, "grace ad") == {people["Grace"]}
    assert board.starting_with(workspace, "") == frozenset()


def test_a_card_names_the_picture_by_its_address(workspace: Workspace) -> None:
    (person,) = sample_people(workspace, 1, level=1)
    with workspace.change("Add a picture"):
        address = keep_photo(workspace.connection, b"picture", "image/png")
        workspace.sql("UPDATE person SET photo = ? WHERE id = ?", (address, person))
    assert board.cards(workspace, [person], TODAY)[0].photo == address


DAYS = st.one_of(st.none(), st.integers(-3, 900))
SOMEBODY = st.fixed_dictionaries(
    {
        "level": st.sampled_from([None, 1, 2, 3, 4, 5]),
        "contact": DAYS,
        "due": st.one_of(st.none(), st.integers(-40, 40)),
        "met": DAYS,
        "added": st.integers(0, 900),
        "rhythm": st.one_of(st.none(), st.integers(1, 400)),
        "outcome": st.sampled_from(["achieved", "not"]),
        "kind": st.sampled_from(["met", "call", "one_to_one", "note"]),
        "done": st.booleans(),
    }
)


def _add(workspace: Workspace, one: dict[str, object]) -> int:
    def day(days: object) -> str | None:
        return None if days is None else (TODAY - timedelta(days=int(str(days)))).isoformat()

    person = workspace.sql(
        "INSERT INTO person (uid, display_name, sort_name, level, met_on, rhythm_days, created_at, updated_at)"
        " VALUES (hex(randomblob(8)), 'Somebody', 'somebody', ?, ?, ?, ?, '')",
        (one["level"], day(one["met"]), one["rhythm"], f"{day(one['added'])}T10:00:00+00:00"),
    ).lastrowid
    assert person is not None
    if one["contact"] is not None:
        interaction = workspace.sql(
            "INSERT INTO interaction (kind, happened_at, outcome, real_contact, created_at)"
            " VALUES (?, ?, ?, ?, '')",
            (
                one["kind"],
                f"{day(one['contact'])}T12:00:00+00:00",
                one["outcome"] if one["kind"] == "one_to_one" else None,
                one["kind"] != "note",
            ),
        ).lastrowid
        workspace.sql(
            "INSERT INTO interaction_person (interaction_id, person_id) VALUES (?, ?)", (interaction, person)
        )
    for state, wanted in (("open", one["due"] is not None), ("done", one["done"])):
        if wanted:
            workspace.sql(
                "INSERT INTO follow_up (person_id, action, due_on, state, created_at) VALUES (?, 'x', ?, ?, '')",
                (person, day(one["due"] or 0), state),
            )
    return person


@given(st.lists(SOMEBODY, min_size=1, max_size=8))
@settings(max_examples=40)
def test_the_order_in_sql_is_the_order_of_the_method(
    tmp_path_factory: pytest.TempPathFactory, somebodies: list[dict[str, object]]
) -> None:
    workspace = new_workspace(tmp_path_factory.mktemp("attention") / "network.netdesk")
    try:
        with workspace.change("Add some"):
            added = [_add(workspace, one) for one in somebodies]
        cards = {card.id: card for card in board.cards(workspace, added, TODAY)}
        cold, ready = set(), set()
        for level in (None, 1, 2, 3, 4, 5):
            order = list(board.column_order(workspace, ALL, level, TODAY).ids)
            keys = [attention_key(cards[one].chip) for one in order]
            assert keys == sorted(keys)
            cold |= set(board.column_order(workspace, BoardQuery(only=Only.COLD), level, TODAY).ids)
            ready |= set(board.column_order(workspace, BoardQuery(only=Only.READY), level, TODAY).ids)
        assert ready == {card.id for card in cards.values() if card.ready}
        assert {one for one, card in cards.items() if card.chip.kind is AttentionKind.COLD} <= cold
        pressed = {AttentionKind.OVERDUE, AttentionKind.FOLLOW_UP_TODAY, AttentionKind.COLD}
        assert all(cards[one].chip.kind in pressed for one in cold)
        counts = board.counts(workspace, ALL, TODAY)
        on_levels = [card for card in cards.values() if card.level is not None]
        assert counts.people == len(on_levels)
        assert counts.cold == len([card for card in on_levels if card.id in cold])
        assert counts.ready == len(ready)
    finally:
        workspace.close()


def test_a_date_is_a_parameter(workspace: Workspace, people: dict[str, int]) -> None:
    later = date(2027, 11, 22)
    assert board.counts(workspace, ALL, later).cold == 16
    assert board.cards(workspace, [people["Nadia"]], later)[0].chip.kind is AttentionKind.COLD
