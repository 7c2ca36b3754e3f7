"""The ledger: writing down help, keeping promises, answering asks, and taking all of it back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from netdesk.method.attention import Tone
from netdesk.method.errors import InvalidInput, NotFound
from netdesk.method.ledger import EntryState, HelpWay, LedgerKind
from netdesk.services import ledger
from netdesk.services.bulk import to_bin
from netdesk.services.ledger import EntryDraft
from netdesk.services.selection import Selection
from netdesk.services.timeline import timeline
from netdesk.store.workspace import Workspace
from tests.support.workspaces import sample_people

TODAY = date(2026, 11, 22)
EARLIER = date(2026, 11, 12)


@pytest.fixture
def grace(workspace: Workspace) -> int:
    return sample_people(workspace, 1)[0]


def promise(person: int, due: date | None = date(2026, 11, 18)) -> EntryDraft:
    return EntryDraft(
        person, LedgerKind.PROMISE, HelpWay.TESTIMONIAL, "Review for her website", on=EARLIER, due=due
    )


def give(person: int, words: str = "Showed her the template") -> EntryDraft:
    return EntryDraft(person, LedgerKind.GIVE, HelpWay.ADVICE, words, on=EARLIER)


def counts(ws: Workspace, person: int) -> tuple[int, int]:
    row = ws.sql("SELECT gives, receives FROM person WHERE id = ?", (person,)).fetchone()
    return int(row[0]), int(row[1])


def test_a_give_and_a_receive_are_done_at_once_and_counted(workspace: Workspace, grace: int) -> None:
    number = ledger.add_entry(workspace, give(grace), TODAY)
    ledger.add_entry(workspace, replace(give(grace), kind=LedgerKind.RECEIVE, words="Her view"), TODAY)
    line = ledger.entry(workspace, number)
    assert (line.state, line.due, line.counted_on) == (EntryState.DONE, None, EARLIER)
    assert line.heading == "Gave: Showed her the template"
    assert counts(workspace, grace) == (1, 1)


def test_a_promise_is_open_until_kept_and_then_counts_once_as_a_give(
    workspace: Workspace, grace: int
) -> None:
    number = ledger.add_entry(workspace, promise(grace), TODAY)
    assert counts(workspace, grace) == (0, 0)
    (line,) = ledger.open_promises(workspace, TODAY)
    assert (line.words, line.days_late, line.chip, line.tone) == (
        "Review for her website",
        4,
        "4 d late",
        Tone.BAD,
    )
    changes = ledger.keep_promise(workspace, number, TODAY, " She put it\non her site ")
    assert changes.title == "Keep: Review for her website"
    kept = ledger.entry(workspace, number)
    assert (kept.state, kept.closed, kept.outcome) == (EntryState.DONE, TODAY, "She put it on her site")
    assert ledger.open_promises(workspace, TODAY) == ()
    assert counts(workspace, grace) == (1, 0)
    workspace.undo()
    assert counts(workspace, grace) == (0, 0)
    assert len(ledger.open_promises(workspace, TODAY)) == 1


def test_an_ask_that_is_answered_counts_as_a_receive(workspace: Workspace, grace: int) -> None:
    draft = EntryDraft(grace, LedgerKind.ASK, HelpWay.REFERRAL, "A name at the council", on=EARLIER)
    number = ledger.add_entry(workspace, draft, TODAY)
    with pytest.raises(InvalidInput, match="That is an ask"):
        ledger.keep_promise(workspace, number, TODAY)
    ledger.answer_ask(workspace, number, TODAY)
    assert counts(workspace, grace) == (0, 1)
    row = workspace.sql("SELECT referrals_received FROM person WHERE id = ?", (grace,)).fetchone()
    assert row[0] == 1


def test_a_promise_without_a_date_is_refused_kindly(workspace: Workspace, grace: int) -> None:
    with pytest.raises(InvalidInput, match=r"By when\? A promise has a date\.") as refused:
        ledger.add_entry(workspace, promise(grace, None), TODAY)
    assert refused.value.field == "due"
    assert ledger.person_entries(workspace, grace) == ()


@pytest.mark.parametrize(
    ("draft", "field"),
    [
        (EntryDraft(1, LedgerKind.GIVE, HelpWay.OTHER, " ", on=EARLIER), "words"),
        (EntryDraft(1, LedgerKind.ASK, HelpWay.ADVICE, "", on=EARLIER), "words"),
        (EntryDraft(1, LedgerKind.GIVE, HelpWay.ADVICE, "", on=date(2026, 11, 23)), "on"),
        (EntryDraft(1, LedgerKind.ASK, HelpWay.ADVICE, "x", on=EARLIER, due=date(2026, 11, 11)), "due"),
        (EntryDraft(1, LedgerKind.GIVE, HelpWay.ADVICE, "x" * 501, on=EARLIER), "words"),
    ],
)
def test_what_cannot_be_meant_is_refused_with_its_field(
    workspace: Workspace, grace: int, draft: EntryDraft, field: str
) -> None:
    with pytest.raises(InvalidInput) as refused:
        ledger.add_entry(workspace, replace(draft, person_id=grace), TODAY)
    assert refused.value.field == field


def test_an_entry_for_nobody_is_not_written(workspace: Workspace) -> None:
    with pytest.raises(NotFound):
        ledger.add_entry(workspace, give(99), TODAY)


def test_a_give_needs_no_due_day_and_forgets_one(workspace: Workspace, grace: int) -> None:
    number = ledger.add_entry(workspace, replace(give(grace), due=date(2026, 12, 1)), TODAY)
    assert ledger.entry(workspace, number).due is None


def test_dropping_says_why_and_opening_again_takes_it_back(workspace: Workspace, grace: int) -> None:
    number = ledger.add_entry(workspace, promise(grace), TODAY)
    ledger.drop_entry(workspace, number, TODAY, "She has one")
    dropped = ledger.entry(workspace, number)
    assert (dropped.state, dropped.reason, counts(workspace, grace)) == (
        EntryState.DROPPED,
        "She has one",
        (0, 0),
    )
    with pytest.raises(InvalidInput, match="let go already"):
        ledger.keep_promise(workspace, number, TODAY)
    ledger.reopen_entry(workspace, number)
    again = ledger.entry(workspace, number)
    assert (again.state, again.closed, again.reason) == (EntryState.OPEN, None, "")


def test_a_give_cannot_be_dropped_nor_opened(workspace: Workspace, grace: int) -> None:
    number = ledger.add_entry(workspace, give(grace), TODAY)
    with pytest.raises(InvalidInput, match="done already"):
        ledger.drop_entry(workspace, number, TODAY)
    with pytest.raises(InvalidInput, match="Only a promise or an ask"):
        ledger.reopen_entry(workspace, number)


def test_a_promise_moves_to_another_day_but_not_before_it_was_given(workspace: Workspace, grace: int) -> None:
    number = ledger.add_entry(workspace, promise(grace), TODAY)
    ledger.move_promise(workspace, number, date(2026, 11, 25))
    assert ledger.open_promises(workspace, TODAY)[0].chip == "by Wed"
    with pytest.raises(InvalidInput, match="before it was promised"):
        ledger.move_promise(workspace, number, date(2026, 11, 1))


def test_correcting_a_kept_promise_leaves_it_kept_and_a_give_made_a_promise_is_open(
    workspace: Workspace, grace: int
) -> None:
    kept = ledger.add_entry(workspace, promise(grace), TODAY)
    ledger.keep_promise(workspace, kept, TODAY)
    ledger.edit_entry(workspace, kept, replace(promise(grace), words="A review"), TODAY)
    line = ledger.entry(workspace, kept)
    assert (line.words, line.state, line.closed) == ("A review", EntryState.DONE, TODAY)
    given = ledger.add_entry(workspace, give(grace), TODAY)
    ledger.edit_entry(workspace, given, promise(grace, date(2026, 12, 1)), TODAY)
    assert ledger.entry(workspace, given).state is EntryState.OPEN
    ledger.edit_entry(workspace, kept, give(grace), TODAY)
    plain = ledger.entry(workspace, kept)
    assert (plain.kind, plain.closed, plain.due) == (LedgerKind.GIVE, None, None)


def test_deleting_an_entry_is_undone_with_its_counts(workspace: Workspace, grace: int) -> None:
    number = ledger.add_entry(workspace, give(grace), TODAY)
    ledger.delete_entry(workspace, number)
    assert counts(workspace, grace) == (0, 0)
    with pytest.raises(NotFound):
        ledger.entry(workspace, number)
    workspace.undo()
    assert counts(workspace, grace) == (1, 0)


def test_the_give_of_an_introduction_is_left_to_the_introduction(workspace: Workspace) -> None:
    one, other = sample_people(workspace, 2)
    with workspace.change("Introduce them"):
        workspace.sql(
            "INSERT INTO introduction (person_id, other_id, state, made_on, created_at)"
            " VALUES (?, ?, 'made', '2026-11-12', '2026-11-12T09:00:00+00:00')",
            (one, other),
        )
    draft = replace(give(one), way=HelpWay.INTRODUCTION, introduction_id=1)
    number = ledger.add_entry(workspace, draft, TODAY)
    with pytest.raises(InvalidInput, match="Take the introduction back"):
        ledger.delete_entry(workspace, number)
    with pytest.raises(InvalidInput, match="Change the introduction"):
        ledger.edit_entry(workspace, number, give(other), TODAY)
    ledger.edit_entry(workspace, number, give(one, "Told her the date"), TODAY)
    assert ledger.entry(workspace, number).introduction_id == 1


def test_entries_of_a_person_show_what_is_open_first_then_the_newest(
    workspace: Workspace, grace: int
) -> None:
    old = ledger.add_entry(workspace, replace(give(grace), on=date(2025, 3, 1)), TODAY)
    new = ledger.add_entry(workspace, give(grace), TODAY)
    waiting = ledger.add_entry(workspace, promise(grace), TODAY)
    assert [line.id for line in ledger.person_entries(workspace, grace)] == [waiting, new, old]


def test_promises_to_people_in_the_bin_are_not_asked_for(workspace: Workspace, grace: int) -> None:
    ledger.add_entry(workspace, promise(grace), TODAY)
    to_bin(workspace, Selection.of([grace]), TODAY)
    assert ledger.open_promises(workspace, TODAY) == ()


def test_the_timeline_tells_of_help_promises_and_asks_on_their_day(workspace: Workspace, grace: int) -> None:
    draft = EntryDraft(
        grace,
        LedgerKind.GIVE,
        HelpWay.INTRODUCTION,
        "Introduction to Rahman Consulting",
        on=date(2026, 10, 16),
    )
    ledger.add_entry(workspace, replace(draft, outcome="Became a £1,200 job for her."), TODAY)
    kept = ledger.add_entry(workspace, promise(grace), TODAY)
    ledger.keep_promise(workspace, kept, TODAY)
    asked = EntryDraft(grace, LedgerKind.ASK, HelpWay.REFERRAL, "A name at the council", on=EARLIER)
    dropped = ledger.add_entry(workspace, asked, TODAY)
    ledger.drop_entry(workspace, dropped, date(2026, 11, 20), "Found one")
    ledger.add_entry(workspace, promise(grace, date(2026, 12, 4)), TODAY)
    told = [(one.kind.value, one.title, one.words) for one in timeline(workspace, grace).entries]
    assert told == [
        ("give", "Gave: introduction to Rahman Consulting", "Became a £1,200 job for her."),
        ("promise", "Promised: Review for her website", "by 4 Dec"),
        ("ask", "Asked: A name at the council", "let go · asked 12 Nov · Found one"),
        ("give", "Gave: Review for her website", "promised 12 Nov"),
    ]
