"""Whatever is done with the ledger, in whatever order: the counts are right, and each undo brings back what was."""

from contextlib import suppress
from datetime import date, timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import invariant, precondition, rule

from netdesk.method.errors import InvalidInput
from netdesk.method.ledger import GIVEN, RECEIVED, EntryState, HelpWay, LedgerKind
from netdesk.services import ledger
from netdesk.services.ledger import EntryDraft
from tests.support.undo_machines import StepsUndone
from tests.support.workspaces import sample_people

TODAY = date(2026, 11, 22)
PICK = st.integers(0, 99)
KIND, WAY = st.sampled_from(LedgerKind), st.sampled_from(HelpWay)
DAYS = st.integers(0, 40)
WORDS = st.sampled_from(("A review", "<b>Me</b>", "Introduce Ann\nto Bo 🍞"))


class LedgerUndone(StepsUndone):
    """Two people, and what was given, got, promised and asked."""

    TABLES = ("ledger_entry",)

    def prepare(self) -> None:
        self.people = sample_people(self.ws, 2)

    def entries(self) -> list[int]:
        return self.ids("ledger_entry")

    def draft(self, pick: int, kind: LedgerKind, way: HelpWay, words: str, days: int) -> EntryDraft:
        on = TODAY - timedelta(days=days)
        due = on + timedelta(days=7) if kind is LedgerKind.PROMISE else None
        return EntryDraft(self.people[pick % 2], kind, way, words, on=on, due=due)

    @rule(pick=PICK, kind=KIND, way=WAY, words=WORDS, days=DAYS)
    def write(self, pick: int, kind: LedgerKind, way: HelpWay, words: str, days: int) -> None:
        ledger.add_entry(self.ws, self.draft(pick, kind, way, words, days), TODAY)
        self.step()

    @precondition(lambda self: self.entries())
    @rule(pick=PICK, kind=KIND, way=WAY, words=WORDS, days=DAYS)
    def correct(self, pick: int, kind: LedgerKind, way: HelpWay, words: str, days: int) -> None:
        entries = self.entries()
        draft = self.draft(pick, kind, way, words, days)
        ledger.edit_entry(self.ws, entries[pick % len(entries)], draft, TODAY)
        self.step()

    @precondition(lambda self: self.entries())
    @rule(pick=PICK, deed=st.sampled_from(("keep", "answer", "drop", "reopen", "move", "delete")))
    def do(self, pick: int, deed: str) -> None:
        ws, entries = self.ws, self.entries()
        one = entries[pick % len(entries)]
        with suppress(InvalidInput):  # what is done cannot be kept again, and a give cannot be dropped
            if deed == "keep":
                ledger.keep_promise(ws, one, TODAY)
            elif deed == "answer":
                ledger.answer_ask(ws, one, TODAY)
            elif deed == "drop":
                ledger.drop_entry(ws, one, TODAY, "No more")
            elif deed == "reopen":
                ledger.reopen_entry(ws, one)
            elif deed == "move":
                ledger.move_promise(ws, one, TODAY + timedelta(days=pick))
            else:
                ledger.delete_entry(ws, one)
        self.step()

    @invariant()
    def counts_are_those_of_the_entries(self) -> None:
        for person in self.people:
            done = [one for one in ledger.person_entries(self.ws, person) if one.state is EntryState.DONE]
            given = [one for one in done if one.kind in GIVEN]
            got = [one for one in done if one.kind in RECEIVED]
            row = self.ws.sql(
                "SELECT gives, receives, referrals_given, referrals_received, last_give_on FROM person WHERE id = ?",
                (person,),
            ).fetchone()
            last = max((one.counted_on for one in given), default=None)
            assert tuple(row) == (
                len(given),
                len(got),
                sum(one.way is HelpWay.REFERRAL for one in given),
                sum(one.way is HelpWay.REFERRAL for one in got),
                None if last is None else last.isoformat(),
            )

    @invariant()
    def what_is_open_has_no_end_and_what_is_done_no_reason(self) -> None:
        for person in self.people:
            for one in ledger.person_entries(self.ws, person):
                assert (one.state is EntryState.OPEN) <= (one.closed is None)
                assert one.state is EntryState.DROPPED or not one.reason
                assert one.closed is None or one.closed >= one.on


TestLedgerUndone = LedgerUndone.TestCase
TestLedgerUndone.settings = settings(max_examples=12, stateful_step_count=30, deadline=None)
