"""The help an introduction counts as: its gives in the ledger, or the promise that is kept by it (method §4)."""

from __future__ import annotations

from datetime import date

from netdesk.method.introductions import names_in
from netdesk.method.ledger import EntryState, HelpWay, LedgerKind
from netdesk.services.introduction_list import IntroductionLine
from netdesk.services.typed_text import SENTENCE
from netdesk.store.tables.help import LedgerEntry
from netdesk.store.workspace import Workspace, moment


def write_gives(ws: Workspace, line: IntroductionLine, on: date, *, helps_both: bool) -> None:
    """Count an introduction made on a day: a give for the one it was made for, and for the other if it helps both.

    A promise to introduce these two is kept by it, and stands for the give to whom it was made.
    """
    helped = [(line.person_id, line.other)]
    if helps_both:
        helped.append((line.other_id, line.person))
    promised = _promise(ws, line, on)
    if promised is not None:
        number, to = promised
        ws.run(
            LedgerEntry.update(
                state=EntryState.DONE.value, closed_on=on.isoformat(), introduction_id=line.id
            ).where(LedgerEntry.id == number)
        )
        helped = [(person, other) for person, other in helped if person != to]
    for person, other in helped:
        ws.run(
            LedgerEntry.insert(
                person_id=person,
                kind=LedgerKind.GIVE.value,
                way=HelpWay.INTRODUCTION.value,
                words=f"Introduction to {other}"[:SENTENCE],
                happened_on=on.isoformat(),
                introduction_id=line.id,
                created_at=moment(),
            )
        )


def _promise(ws: Workspace, line: IntroductionLine, on: date) -> tuple[int, int] | None:
    """An open promise to one of the two, made by then, that names the other; and to whom it was made."""
    rows = ws.sql(
        "SELECT l.id, l.person_id, l.words, o.given, o.family, o.display_name FROM ledger_entry l"
        " JOIN person o ON o.id = CASE l.person_id WHEN ?1 THEN ?2 ELSE ?1 END"
        " WHERE l.person_id IN (?1, ?2) AND l.kind = 'promise' AND l.state = 'open' AND l.way = 'introduction'"
        " AND l.happened_on <= ?3"
        " ORDER BY l.person_id = ?1 DESC, l.due_on, l.id",
        (line.person_id, line.other_id, on.isoformat()),
    )
    for number, person, words, *names in rows.fetchall():
        if names_in(words, *names):
            return number, person
    return None


def take_gives_back(ws: Workspace, introduction_id: int) -> None:
    """Count it no more: the gives go, and a promise that was kept by it is open again."""
    ws.run(
        LedgerEntry.update(
            state=EntryState.OPEN.value, closed_on=None, outcome="", introduction_id=None
        ).where(LedgerEntry.introduction_id == introduction_id, LedgerEntry.kind == LedgerKind.PROMISE.value)
    )
    ws.run(LedgerEntry.delete().where(LedgerEntry.introduction_id == introduction_id))
