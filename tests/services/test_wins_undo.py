"""Whatever is done with wins, in whatever order: shares sum to one, and each undo brings back what was."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, timedelta

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import invariant, precondition, rule

from netdesk.method.errors import InvalidInput
from netdesk.method.sources import Source
from netdesk.method.thanks import Thank
from netdesk.services import currency_rates, wins
from netdesk.services.bin import delete_for_good
from netdesk.services.bulk import restore, to_bin
from netdesk.services.follow_ups import finish_follow_up
from netdesk.services.selection import Selection
from netdesk.services.win_list import WinQuery, win_ids, win_rows, win_totals
from netdesk.services.wins import WinDraft
from tests.support.undo_machines import StepsUndone
from tests.support.workspaces import sample_people

TODAY = date(2026, 11, 22)
PICK = st.integers(0, 99)
SOURCE = st.none() | st.sampled_from(Source)
CHAINS = st.lists(st.lists(st.integers(0, 4), min_size=1, max_size=3, unique=True), max_size=2)
TYPED = st.sampled_from(
    (
        ("title", "Rota tidy-up"),
        ("title", ""),
        ("client", "Grace Adeyemi"),
        ("client", "<b>Nobody</b>"),
        ("won_on", "fri"),
        ("won_on", "tomorrow"),
        ("value", "€1.200,50"),
        ("value", "-3"),
        ("thanks", "Grace Adeyemi > Bo, Ellen Adeyemi"),
        ("thanks", "web search"),
        ("place", "Nowhere"),
    )
)


class WinsUndone(StepsUndone):
    """Three people, and the wins they are thanked for."""

    TABLES = ("win", "win_thanks", "follow_up", "currency_rate")

    def prepare(self) -> None:
        self.people = sample_people(self.ws, 3)
        self.names = [row[0] for row in self.ws.sql("SELECT display_name FROM person ORDER BY id")]

    def some(self) -> list[int]:
        return self.ids("win")

    def draft(self, pick: int, chains: list[list[int]]) -> WinDraft:
        # The last two of the five are names only.
        there = set(self.ids("person"))
        thanks = tuple(
            tuple(
                Thank(self.names[one], self.people[one], 1.0 + one)
                if one < len(self.people) and self.people[one] in there
                else Thank(f"Name {one}")
                for one in chain
            )
            for chain in chains
        )
        return WinDraft(
            title=f"Win {pick}",
            won_on=TODAY - timedelta(days=pick),
            value=None if pick % 3 == 0 else float(pick),
            currency=("", "CHF")[pick % 2],
            thanks=thanks,
        )

    @rule(picks=st.lists(PICK, min_size=1, max_size=3), chains=CHAINS)
    def write(self, picks: list[int], chains: list[list[int]]) -> None:
        wins.add_wins(self.ws, [self.draft(pick, chains) for pick in picks], TODAY)
        self.step()

    @precondition(lambda self: self.some())
    @rule(pick=PICK, chains=CHAINS)
    def correct(self, pick: int, chains: list[list[int]]) -> None:
        wins.edit_win(self.ws, self.one_of("win", pick), self.draft(pick, chains), TODAY)
        self.step()

    @precondition(lambda self: self.some())
    @rule(pick=PICK, typed=TYPED)
    def type_into(self, pick: int, typed: tuple[str, str]) -> None:
        with suppress(InvalidInput):
            wins.set_field(self.ws, self.one_of("win", pick), *typed, TODAY)
        self.step()

    @precondition(lambda self: self.some())
    @rule(pick=PICK, source=SOURCE)
    def classify(self, pick: int, source: Source | None) -> None:
        wins.set_source(self.ws, self.one_of("win", pick), source)
        self.step()

    @precondition(lambda self: self.some())
    @rule(pick=PICK, deed=st.sampled_from((wins.bin_win, wins.restore_win, wins.delete)))
    def throw(self, pick: int, deed: object) -> None:
        deed(self.ws, self.one_of("win", pick))  # type: ignore[operator]
        self.step()

    @precondition(lambda self: self.some() and self.ids("person"))
    @rule(pick=PICK, done=st.booleans())
    def thank(self, pick: int, done: bool) -> None:
        with suppress(InvalidInput):
            said = wins.thank(self.ws, self.one_of("win", pick), self.one_of("person", pick), TODAY)
            self.step()
            if done:
                finish_follow_up(self.ws, said)
                self.step()

    @precondition(lambda self: self.ids("person"))
    @rule(pick=PICK, deed=st.sampled_from((to_bin, restore, delete_for_good)))
    def person_goes(self, pick: int, deed: object) -> None:
        deed(self.ws, Selection.of([self.one_of("person", pick)]), TODAY)  # type: ignore[operator]
        self.step()

    @rule(rate=st.sampled_from((0.5, 2.0)))
    def rate(self, rate: float) -> None:
        currency_rates.set_rate(self.ws, "CHF", "GBP", rate, TODAY)
        self.step()

    @invariant()
    def shares_sum_to_one(self) -> None:
        for row in win_rows(self.ws, self.some()):
            assert not row.people or sum(one.share for one in row.people) == pytest.approx(1.0)
            assert all(chain for chain in row.thanks)

    @invariant()
    def a_win_counts_once(self) -> None:
        totals = win_totals(self.ws, WinQuery(), "GBP")
        known = [row[0] for row in self.ws.sql("SELECT id FROM win WHERE binned_at IS NULL")]
        assert sorted(win_ids(self.ws, WinQuery())) == sorted(known)
        assert totals.count == len(known) == sum(one.count for one in totals.by_source)

    @invariant()
    def evidence_is_that_of_the_wins(self) -> None:
        for person, received in self.ws.sql("SELECT id, wins_received FROM person").fetchall():
            assert received == len(win_ids(self.ws, WinQuery(person_id=person)))


TestWinsUndone = WinsUndone.TestCase
TestWinsUndone.settings = settings(max_examples=12, stateful_step_count=30, deadline=None)
