"""The tray against a slow and obvious recomputation, over invented networks in every state there can be."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netdesk.method.card_age import CardAge, days_old, days_words
from netdesk.method.contact_kinds import PersonKind
from netdesk.method.dates import parse_moment
from netdesk.method.follow_ups import CardState
from netdesk.method.names import fold
from netdesk.services.card_tray import (
    TrayOrder,
    TrayQuery,
    all_solid,
    latest_event,
    next_plans,
    tray_counts,
    tray_ids,
    tray_rows,
)
from netdesk.store.workspace import Workspace
from tests.support.events import NOW
from tests.support.kept_files import new_workspace
from tests.support.workspaces import sample_people

TITLES = ("Breakfast Club", "Chamber autumn mixer", "Founders’ evening", "Café Rosa")
ACTIONS = (
    "Send the retail checklist",
    "Book a coffee",
    "Say thank you to Zoë",
    "Call about the Søren letter",
)
FIRMS = ("", "Brandt & Co", "Menon Accountancy", "Café Rosa")


@dataclass
class Plan:
    id: int
    action: str
    due: str
    at: str | None
    state: str
    closed: str | None


@dataclass
class Card:
    id: int
    person: int
    name: str
    sort_name: str
    firm: str
    binned: bool
    event: int | None
    title: str
    starts: str
    received: str
    let_go: str | None
    plans: list[Plan]

    @property
    def state(self) -> CardState:
        if any(plan.state == "open" for plan in self.plans):
            return CardState.PLANNED
        if self.let_go:
            return CardState.LET_GO
        return CardState.DONE if any(plan.state == "done" for plan in self.plans) else CardState.NO_PLAN

    @property
    def due(self) -> str:
        return min((plan.due for plan in self.plans if plan.state == "open"), default="")

    @property
    def done(self) -> str:
        return min((plan.closed or "" for plan in self.plans if plan.state == "done"), default="")

    def says(self, word: str) -> bool:
        plans = " ".join(plan.action for plan in self.plans if plan.state != "dropped")
        words = (
            fold(f"{self.name} {self.firm} {self.title} {plans}").replace("&", " ").replace("’", " ").split()
        )
        return any(each.startswith(word) for each in words)


def moment_of(hours_before: int) -> str:
    return (NOW - timedelta(hours=hours_before)).isoformat(timespec="seconds")


def fill(ws: Workspace, chance: Random, cards: int = 25) -> None:
    people = sample_people(ws, 12)
    with ws.change("Fill"):
        for title in TITLES:
            ws.sql(
                "INSERT INTO event (title, starts_at, created_at) VALUES (?, ?, ?)",
                (title, moment_of(chance.randrange(500)), moment_of(0)),
            )
        for person in people:
            firm = chance.choice(FIRMS)
            if firm:
                ws.sql(
                    "INSERT OR IGNORE INTO organisation (name, sort_name) VALUES (?, ?)", (firm, fold(firm))
                )
                ws.sql(
                    "UPDATE person SET organisation_id = (SELECT id FROM organisation WHERE name = ?)"
                    " WHERE id = ?",
                    (firm, person),
                )
        for _ in range(cards):
            ws.sql(
                "INSERT OR IGNORE INTO card (event_id, person_id, received_at, created_at) VALUES (?, ?, ?, ?)",
                (
                    chance.choice([None, 1, 2, 3, 4]),
                    chance.choice(people),
                    moment_of(chance.randrange(400)),
                    "",
                ),
            )
    with ws.change("Plan"):
        for card, person in ws.sql("SELECT id, person_id FROM card").fetchall():
            for _ in range(chance.choice([0, 0, 1, 1, 2, 3])):
                state = chance.choice(["open", "open", "done", "dropped"])
                ws.sql(
                    "INSERT INTO follow_up (person_id, card_id, action, due_on, due_time, state, closed_at,"
                    " created_at) VALUES (?, ?, ?, ?, ?, ?, ?, '')",
                    (
                        person,
                        card,
                        chance.choice(ACTIONS),
                        str(NOW.date() + timedelta(days=chance.randrange(-9, 9))),
                        chance.choice([None, "10:00", "08:30"]),
                        state,
                        None if state == "open" else moment_of(chance.randrange(300)),
                    ),
                )
            if chance.random() < 0.25:
                ws.sql("UPDATE card SET let_go_at = ? WHERE id = ?", (moment_of(chance.randrange(99)), card))
    with ws.change("Put away"):
        ws.sql("UPDATE person SET binned_at = ? WHERE id = ?", (moment_of(1), chance.choice(people)))
        ws.sql("UPDATE event SET binned_at = ? WHERE id = ?", (moment_of(1), chance.randrange(1, 5)))
        if chance.random() < 0.5:
            ws.sql("DELETE FROM event WHERE id = ?", (chance.randrange(1, 5),))


def cards_of(ws: Workspace) -> list[Card]:
    """Read everything, one row at a time."""
    cards = []
    for card, person, event, received, let_go in ws.sql(
        "SELECT id, person_id, event_id, received_at, let_go_at FROM card"
    ).fetchall():
        name, sort_name, binned, firm = ws.sql(
            "SELECT display_name, sort_name, binned_at, organisation_id FROM person WHERE id = ?", (person,)
        ).fetchone()
        row = ws.sql("SELECT name FROM organisation WHERE id = ?", (firm,)).fetchone()
        where = ws.sql("SELECT title, starts_at FROM event WHERE id = ?", (event,)).fetchone() or ("", "")
        plans = ws.sql(
            "SELECT id, action, due_on, due_time, state, closed_at FROM follow_up WHERE card_id = ?", (card,)
        ).fetchall()
        cards.append(
            Card(
                card, person, name, sort_name, row[0] if row else "", binned is not None, event, where[0], where[1],
                received, let_go, [Plan(*plan) for plan in plans],
            )
        )  # fmt: skip
    return cards


def wanted(cards: list[Card], query: TrayQuery) -> list[int]:
    """What the query asks for, filtered and sorted by hand."""
    kept = [
        card
        for card in cards
        if card.binned is query.binned
        and (query.event_id is None or card.event == query.event_id)
        and (not query.states or card.state in query.states)
        and all(card.says(word) for word in fold(query.text).split())
    ]
    states = list(CardState)
    # Python's sort keeps the order of equals: the last key is sorted first.
    kept.sort(key=lambda card: card.id)
    if query.order is TrayOrder.NAME:
        kept.sort(key=lambda card: (card.sort_name, card.received))
    elif query.order is TrayOrder.AGE:
        kept.sort(key=lambda card: card.received)
    elif query.order is TrayOrder.DAY:
        kept.sort(key=lambda card: (not card.due, card.due, card.received))
    elif query.order is TrayOrder.EVENT:
        kept.sort(key=lambda card: card.sort_name)
        kept.sort(key=lambda card: card.event or 0)
        kept.sort(key=lambda card: card.starts, reverse=True)
    else:
        waiting = [card for card in kept if card.state is CardState.NO_PLAN]
        planned = [card for card in kept if card.state is CardState.PLANNED]
        done = [card for card in kept if card.state is CardState.DONE]
        let_go = [card for card in kept if card.state is CardState.LET_GO]
        waiting.sort(key=lambda card: card.received)
        planned.sort(key=lambda card: (card.due, card.received))
        done.sort(key=lambda card: (card.done, card.id), reverse=True)
        let_go.sort(key=lambda card: (card.let_go or "", card.id), reverse=True)
        kept = waiting + planned + done + let_go
        assert [states.index(card.state) for card in kept] == sorted(
            states.index(card.state) for card in kept
        )
    return [card.id for card in kept]


@given(
    st.randoms(use_true_random=False),
    st.sampled_from([None, 1, 3]),
    st.frozensets(st.sampled_from(list(CardState))),
    st.sampled_from(["", "", "gr", "café", "grace BRE", "retail", "soren", "brandt co", "nobody"]),
    st.sampled_from(list(TrayOrder)),
    st.booleans(),
)
@settings(max_examples=40)
def test_ids_and_counts_are_those_of_the_slow_way(
    chance: Random, event: int | None, states: frozenset[CardState], text: str, order: TrayOrder, binned: bool
) -> None:
    with TemporaryDirectory() as folder:
        ws = new_workspace(Path(folder) / "network.netdesk")
        try:
            fill(ws, chance)
            cards = cards_of(ws)
            query = TrayQuery(event, states, text, order, binned)
            assert list(tray_ids(ws, query)) == wanted(cards, query)
            here = [card for card in cards if event is None or card.event == event]
            counts = tray_counts(ws, event)
            for state in CardState:
                assert counts.of(state) == sum(card.state is state and not card.binned for card in here)
            assert counts.binned == sum(card.binned for card in here)
            assert counts.all + counts.binned == len(here)
            check_rows(ws, cards)
        finally:
            ws.close()


def check_rows(ws: Workspace, cards: list[Card]) -> None:
    rows = {row.id: row for row in tray_rows(ws, [card.id for card in cards], NOW)}
    every = [next_plans(ws, [card.id]) for card in cards]
    assert sorted(next_plans(ws, [card.id for card in cards])) == sorted(
        one for plans in every for one in plans
    )
    for card in cards:
        row = rows[card.id]
        assert (row.name, row.organisation, row.state) == (card.name, card.firm, card.state)
        assert (row.event, row.in_bin) == (card.title, card.binned)
        waiting = [plan for plan in card.plans if plan.state == "open"]
        done = [plan for plan in card.plans if plan.state == "done"]
        shown = None
        if waiting:
            shown = min(waiting, key=lambda plan: (plan.due, plan.at or "24", plan.id))
        elif done:
            shown = min(done, key=lambda plan: (plan.closed or "", plan.at or "24", plan.id))
        assert row.action == (shown.action if shown else "")
        assert row.due == (date.fromisoformat(shown.due) if shown else None)
        assert row.at == (time.fromisoformat(shown.at) if shown and shown.at else None)
        assert next_plans(ws, [card.id]) == ((shown.id,) if shown and waiting else ())
        assert row.more_plans == max(0, len(waiting) - 1)
        assert row.done_at == (parse_moment(card.done) if card.done else None)


@pytest.fixture
def one(workspace: Workspace) -> Workspace:
    """A workspace with one person and one card, four days old, without an event."""
    sample_people(workspace, 1)
    with workspace.change("Enter a card"):
        workspace.sql(
            "INSERT INTO card (person_id, kind, solid, photo, received_at, created_at)"
            " VALUES (1, 'connector', 1, 'abc', ?, '')",
            (moment_of(4 * 24),),
        )
    return workspace


def test_a_row_says_what_is_known_of_the_card(one: Workspace) -> None:
    (row,) = tray_rows(one, [1, 99], NOW)
    assert (row.kind, row.solid, row.photo, row.event, row.event_id) == (
        PersonKind.CONNECTOR, True, "abc", "", None,
    )  # fmt: skip
    assert (row.days, row.age, row.state) == (4, CardAge.LATE, CardState.NO_PLAN)


@pytest.mark.parametrize(
    ("hours", "age"),
    [(0, CardAge.FRESH), (48, CardAge.FRESH), (49, CardAge.LATE), (168, CardAge.LATE), (169, CardAge.LONG)],
)
def test_the_age_turns_after_the_hours_and_after_a_week(one: Workspace, hours: int, age: CardAge) -> None:
    with one.change("Age"):
        one.sql("UPDATE card SET received_at = ?", (moment_of(hours),))
    (row,) = tray_rows(one, [1], NOW)
    assert row.age is age


def test_a_card_leaves_no_plan_only_by_a_plan_done_or_let_go(one: Workspace) -> None:
    def state() -> CardState:
        (row,) = tray_rows(one, [1], NOW)
        assert list(tray_ids(one, TrayQuery(states=frozenset({row.state})))) == [1]
        return row.state

    with one.change("Plan"):
        one.sql(
            "INSERT INTO follow_up (person_id, card_id, action, due_on, created_at) VALUES (1, 1, 'Call', ?, '')",
            (str(NOW.date()),),
        )
    assert state() is CardState.PLANNED
    with one.change("Drop"):
        one.sql("UPDATE follow_up SET state = 'dropped', closed_at = ?", (moment_of(0),))
    assert state() is CardState.NO_PLAN
    one.undo()
    assert state() is CardState.PLANNED
    one.undo()
    assert state() is CardState.NO_PLAN


def test_text_without_letters_finds_nothing(one: Workspace) -> None:
    assert len(tray_ids(one, TrayQuery(text="&&"))) == 0
    assert len(tray_ids(one, TrayQuery(text="  "))) == 1


@pytest.mark.parametrize(("hours", "days", "words"), [(0, 0, "today"), (10, 1, "1 day"), (96, 4, "4 days")])
def test_days_are_counted_by_midnights(hours: int, days: int, words: str) -> None:
    received = NOW - timedelta(hours=hours)
    assert days_old(received, NOW) == days
    assert days_words(days) == words
    assert days_old(datetime(2027, 1, 1, tzinfo=UTC), NOW) == 0


def test_the_event_that_began_last_takes_the_next_cards(workspace: Workspace) -> None:
    assert latest_event(workspace, NOW) is None
    with workspace.change("Plan"):
        for title, hours in (("Long ago", 900), ("Under way", 1), ("To come", -5)):
            workspace.sql(
                "INSERT INTO event (title, starts_at, created_at) VALUES (?, ?, '')",
                (title, moment_of(hours)),
            )
    assert latest_event(workspace, NOW) == 2
    with workspace.change("Bin"):
        workspace.sql("UPDATE event SET binned_at = ? WHERE id = 2", (moment_of(0),))
    assert latest_event(workspace, NOW) == 1


def test_all_are_solid_only_when_each_is(one: Workspace) -> None:
    assert all_solid(one, [1])
    with one.change("Another"):
        one.sql(
            "INSERT INTO card (id, person_id, received_at, created_at) VALUES (2, 1, ?, '')", (moment_of(1),)
        )
    assert not all_solid(one, [1, 2])
