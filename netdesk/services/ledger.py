"""The ledger: what was given, received, promised and asked; kept, answered, dropped, moved (method §4)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from netdesk.method.changes import Changes
from netdesk.method.errors import InvalidInput, NotFound
from netdesk.method.ledger import EntryState, HelpWay, LedgerKind
from netdesk.services.history_words import in_title
from netdesk.services.ledger_list import LedgerEntryLine, PromiseLine, entry_lines, promise_lines
from netdesk.services.people import person_name
from netdesk.services.typed_text import SENTENCE, clean_line
from netdesk.store.tables.help import LedgerEntry
from netdesk.store.workspace import Workspace, moment

__all__ = [
    "EntryDraft",
    "LedgerEntryLine",
    "PromiseLine",
    "add_entry",
    "answer_ask",
    "delete_entry",
    "drop_entry",
    "edit_entry",
    "entry",
    "keep_promise",
    "move_promise",
    "open_promises",
    "person_entries",
    "reopen_entry",
]
_WAITING = (LedgerKind.PROMISE, LedgerKind.ASK)
_GONE = "That entry is not in the workspace any more."


@dataclass(frozen=True, slots=True)
class EntryDraft:
    """What is written down of help. ``on`` is the day it happened, was promised or was asked; ``due`` by when.

    ``words`` say what it was, ``outcome`` what came of it. A promise needs ``due``; a give and a receive have none.
    """

    person_id: int
    kind: LedgerKind
    way: HelpWay = HelpWay.OTHER
    words: str = ""
    on: date = field(kw_only=True)
    due: date | None = None
    outcome: str = ""
    interaction_id: int | None = None
    event_id: int | None = None
    group_id: int | None = None
    introduction_id: int | None = None


def add_entry(ws: Workspace, draft: EntryDraft, today: date) -> int:
    """Write an entry and give its id; promises and asks begin open.

    Raises ``InvalidInput`` naming ``words``, ``on`` or ``due``, ``NotFound``.
    """
    columns = _columns(draft, today)
    name = person_name(ws, draft.person_id).name
    state = EntryState.OPEN if draft.kind in _WAITING else EntryState.DONE
    with ws.change(_TITLES[draft.kind].format(in_title(name))):
        number = ws.run(LedgerEntry.insert(**columns, state=state.value, created_at=moment()))
    return int(number)


def edit_entry(ws: Workspace, entry_id: int, draft: EntryDraft, today: date) -> Changes:
    """Correct an entry; one that becomes a promise or an ask is open again, one that was kept stays so.

    Raises ``InvalidInput``, ``NotFound``.
    """
    before = entry(ws, entry_id)
    if before.introduction_id and (draft.person_id, draft.kind) != (before.person_id, before.kind):
        raise InvalidInput("This stands for an introduction you made.", "Change the introduction instead.")
    columns = _columns(draft, today)
    if before.introduction_id:
        columns["introduction_id"] = before.introduction_id
    if draft.kind not in _WAITING:
        columns |= {"state": EntryState.DONE.value, "closed_on": None, "reason": ""}
    elif before.kind not in _WAITING:
        columns |= {"state": EntryState.OPEN.value, "closed_on": None, "reason": ""}
    elif before.closed is not None and draft.on > before.closed:
        raise InvalidInput("That is after the day it was closed.", "Choose an earlier day.", field="on")
    name = person_name(ws, draft.person_id).name
    with ws.change(f"Edit what stands between {in_title(name)} and me") as change:
        _update(ws, entry_id, **columns)
    return change.changes


def delete_entry(ws: Workspace, entry_id: int) -> Changes:
    """Take an entry out. Raises ``NotFound``, ``InvalidInput`` for the give of an introduction."""
    before = entry(ws, entry_id)
    if before.introduction_id:
        raise InvalidInput("This stands for an introduction you made.", "Take the introduction back instead.")
    with ws.change(f"Delete “{in_title(before.heading)}”") as change:
        ws.run(LedgerEntry.delete().where(LedgerEntry.id == entry_id))
    return change.changes


def keep_promise(ws: Workspace, entry_id: int, today: date, outcome: str = "") -> Changes:
    """A promise is kept: it counts as a give from ``today`` on. Raises ``NotFound``, ``InvalidInput``."""
    return _close(ws, entry_id, LedgerKind.PROMISE, today, outcome)


def answer_ask(ws: Workspace, entry_id: int, today: date, outcome: str = "") -> Changes:
    """What I asked for was given: it counts as a receive from ``today`` on. Raises ``NotFound``, ``InvalidInput``."""
    return _close(ws, entry_id, LedgerKind.ASK, today, outcome)


def drop_entry(ws: Workspace, entry_id: int, today: date, reason: str = "") -> Changes:
    """Let a promise or an ask go on purpose. Raises ``NotFound``, ``InvalidInput`` for one that is not open."""
    before = _open(ws, entry_id)
    reason = clean_line(reason, SENTENCE, field="reason")
    with ws.change(f"Let go: {in_title(_said(before))}") as change:
        _update(
            ws, entry_id, state=EntryState.DROPPED.value, closed_on=_closing(before, today), reason=reason
        )
    return change.changes


def reopen_entry(ws: Workspace, entry_id: int) -> Changes:
    """A kept, answered or dropped one is open again. Raises ``NotFound``, ``InvalidInput`` for a give or receive."""
    before = entry(ws, entry_id)
    if before.kind not in _WAITING:
        raise InvalidInput("Only a promise or an ask can be open.")
    if before.introduction_id:
        raise InvalidInput("It was kept by an introduction you made.", "Take the introduction back instead.")
    with ws.change(f"Open again: {in_title(_said(before))}") as change:
        _update(ws, entry_id, state=EntryState.OPEN.value, closed_on=None, reason="")
    return change.changes


def move_promise(ws: Workspace, entry_id: int, due: date) -> Changes:
    """Keep it by another day. Raises ``NotFound``, ``InvalidInput`` for a day before it was promised."""
    before = _open(ws, entry_id)
    _check_due(before.kind, before.on, due)
    with ws.change(f"Another day for: {in_title(_said(before))}") as change:
        _update(ws, entry_id, due_on=due.isoformat())
    return change.changes


def entry(ws: Workspace, entry_id: int) -> LedgerEntryLine:
    """One entry. Raises ``NotFound``."""
    found = entry_lines(ws, (entry_id,))
    if not found:
        raise NotFound(_GONE)
    return found[0]


def person_entries(ws: Workspace, person_id: int) -> tuple[LedgerEntryLine, ...]:
    """Everything given, received, promised and asked between a person and me: what is open first, then the newest."""
    ids = ws.sql(
        "SELECT id FROM ledger_entry WHERE person_id = ? ORDER BY state = 'open' DESC,"
        " coalesce(closed_on, happened_on) DESC, id DESC",
        (person_id,),
    ).fetchall()
    return entry_lines(ws, [row[0] for row in ids])


def open_promises(ws: Workspace, today: date, limit: int | None = None) -> tuple[PromiseLine, ...]:
    """What I promised and have not kept yet, the earliest day first; nobody archived or in the bin."""
    return promise_lines(ws, today, limit)


_TITLES = {
    LedgerKind.GIVE: "Help {}",
    LedgerKind.RECEIVE: "Be helped by {}",
    LedgerKind.PROMISE: "Promise {} something",
    LedgerKind.ASK: "Ask {} for something",
}
_ASKS_FOR_WORDS = {
    LedgerKind.GIVE: "What did you give?",
    LedgerKind.RECEIVE: "What did you get?",
    LedgerKind.PROMISE: "What did you promise?",
    LedgerKind.ASK: "What did you ask for?",
}


def _columns(draft: EntryDraft, today: date) -> dict[str, object]:
    words = clean_line(draft.words, SENTENCE, field="words")
    waiting = draft.kind in _WAITING
    if not words and (waiting or draft.way is HelpWay.OTHER):
        raise InvalidInput(_ASKS_FOR_WORDS[draft.kind], "A few words will do.", field="words")
    if draft.on > today:
        raise InvalidInput("That day is still to come.", "Choose today or an earlier day.", field="on")
    _check_due(draft.kind, draft.on, draft.due)
    return {
        "person_id": draft.person_id,
        "kind": draft.kind.value,
        "way": draft.way.value,
        "words": words,
        "outcome": clean_line(draft.outcome, SENTENCE, field="outcome"),
        "happened_on": draft.on.isoformat(),
        "due_on": draft.due.isoformat() if waiting and draft.due else None,
        "interaction_id": draft.interaction_id,
        "event_id": draft.event_id,
        "group_id": draft.group_id,
        "introduction_id": draft.introduction_id,
    }


def _check_due(kind: LedgerKind, on: date, due: date | None) -> None:
    if kind is LedgerKind.PROMISE and due is None:
        raise InvalidInput("By when? A promise has a date.", field="due")
    if kind in _WAITING and due is not None and due < on:
        word = "promised" if kind is LedgerKind.PROMISE else "asked"
        raise InvalidInput(f"That is before it was {word}.", "Choose a later day.", field="due")


def _close(ws: Workspace, entry_id: int, kind: LedgerKind, today: date, outcome: str) -> Changes:
    before = _open(ws, entry_id)
    if before.kind is not kind:
        raise InvalidInput(f"That is a{'n' if before.kind is LedgerKind.ASK else ''} {before.kind.value}.")
    columns = {"state": EntryState.DONE.value, "closed_on": _closing(before, today)}
    if said := clean_line(outcome, SENTENCE, field="outcome"):
        columns["outcome"] = said
    word = "Keep" if kind is LedgerKind.PROMISE else "Get"
    with ws.change(f"{word}: {in_title(_said(before))}") as change:
        _update(ws, entry_id, **columns)
    return change.changes


def _open(ws: Workspace, entry_id: int) -> LedgerEntryLine:
    before = entry(ws, entry_id)
    if before.state is not EntryState.OPEN:
        done = "It was let go already." if before.state is EntryState.DROPPED else "It is done already."
        raise InvalidInput(done, "Open it again to change that." if before.kind in _WAITING else "")
    return before


def _closing(before: LedgerEntryLine, today: date) -> str:
    """The day it is closed: never before it began, whatever this computer's clock says."""
    return max(before.on, today).isoformat()


def _said(line: LedgerEntryLine) -> str:
    return line.words or line.way.said_of(line.kind)


def _update(ws: Workspace, entry_id: int, **columns: object) -> None:
    ws.run(LedgerEntry.update(**columns).where(LedgerEntry.id == entry_id))
