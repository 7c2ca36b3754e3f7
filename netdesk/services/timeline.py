"""What happened with one person, in the order it happened: talks, notes, moves, follow-ups, help, events, wins."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from netdesk.method.calendar_words import short_day
from netdesk.method.dates import span_words
from netdesk.method.ledger import EntryState, HelpWay, LedgerKind, counted_as
from netdesk.method.ledger import heading as entry_heading
from netdesk.method.money import plain_money
from netdesk.method.one_to_ones import Outcome
from netdesk.method.rhythm import InteractionKind
from netdesk.method.sources import Source
from netdesk.services.currency_rates import own_currency
from netdesk.store.workspace import Workspace

PAGE = 30
_SHOWN = 4_000
"""Characters of one text that are read; the form reads it whole."""

_SQL = """
SELECT happened_at AS at, 'talk' AS what, i.id, i.kind, i.title,
       trim(substr(i.words, 1, ?2) || CASE WHEN i.made_together = '' THEN ''
            ELSE char(10) || 'Made together: ' || substr(i.made_together, 1, 500) END, char(10)),
       i.place, i.objective,
       i.outcome, e.title, (SELECT count(*) FROM interaction_person o WHERE o.interaction_id = i.id),
       i.event_id,
       (SELECT p.display_name FROM interaction_person o JOIN person p ON p.id = o.person_id
        WHERE o.interaction_id = i.id AND o.person_id <> ?1 ORDER BY o.id LIMIT 1)
FROM interaction_person ip JOIN interaction i ON i.id = ip.interaction_id
LEFT JOIN event e ON e.id = i.event_id WHERE ip.person_id = ?1
UNION ALL
SELECT moved_at, 'move', m.id, m.from_level, m.to_level, m.why, substr(f.name, 1, ?2),
       substr(t.name, 1, ?2), NULL, NULL, 1, NULL, NULL
FROM level_move m LEFT JOIN level f ON f.id = m.from_level LEFT JOIN level t ON t.id = m.to_level
WHERE m.person_id = ?1
UNION ALL
SELECT closed_at, state, id, action, NULL, reason, NULL, NULL, NULL, NULL, 1, NULL, NULL
FROM follow_up WHERE person_id = ?1 AND state <> 'open' AND closed_at IS NOT NULL
UNION ALL
SELECT coalesce(closed_on, happened_on), 'ledger', id, kind, way, words, outcome, reason, state, due_on, 1, NULL,
       happened_on
FROM ledger_entry WHERE person_id = ?1
UNION ALL
SELECT w.won_on, 'win', w.id, w.title, w.client, w.currency, w.value, w.source,
       (SELECT sum(t.weight) FILTER (WHERE t.person_id = ?1) / sum(t.weight) FROM win_thanks t
        WHERE t.win_id = w.id),
       NULL, 1, NULL, w.how
FROM win w WHERE w.binned_at IS NULL
AND w.id IN (SELECT t.win_id FROM win_thanks t WHERE t.person_id = ?1
             UNION SELECT c.id FROM win c WHERE c.client_id = ?1)
ORDER BY at DESC, 3 DESC LIMIT ?3
"""


class EntryKind(StrEnum):
    """What an entry of the timeline is about."""

    TALK = "talk"
    NOTE = "note"
    EVENT = "event"
    MOVE = "move"
    DONE = "done"
    DROPPED = "dropped"
    GIVE = "give"
    RECEIVE = "receive"
    PROMISE = "promise"
    ASK = "ask"
    WIN = "win"


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that happened: its heading, the words below, its day; ``id`` is that of what it shows.

    A promise that was kept is a give, an ask that was answered a receive; both stand at the day that happened.
    ``how`` is the kind of a talk, ``outcome`` that of a one-to-one, ``up`` whether a move led upwards;
    ``event_id`` the event it happened at.
    """

    kind: EntryKind
    id: int
    title: str
    on: date
    words: str = ""
    how: InteractionKind | None = None
    objective: str = ""
    outcome: Outcome | None = None
    up: bool = True
    event_id: int | None = None


@dataclass(frozen=True, slots=True)
class Timeline:
    """The newest entries, oldest of them first; ``earlier`` says whether there are more before."""

    entries: tuple[Entry, ...]
    earlier: bool


def timeline(ws: Workspace, person_id: int, limit: int = PAGE, own: str = "") -> Timeline:
    """The newest ``limit`` things that happened with a person; ``own`` is the own currency where it is known."""
    rows = ws.sql(_SQL, (person_id, _SHOWN, limit + 1)).fetchall()
    moved = _stays(ws, person_id)
    own = own or (own_currency(ws) if any(row[1] == EntryKind.WIN.value for row in rows) else "")
    entries = [_entry(row, moved, own) for row in rows[:limit]]
    return Timeline(tuple(reversed(entries)), len(rows) > limit)


def _entry(row: tuple[object, ...], moved: dict[int, str], own: str) -> Entry:
    at, what, number = str(row[0]), str(row[1]), int(str(row[2]))
    on = datetime.fromisoformat(at).date()
    if what == "talk":
        return _talk(row, number, on)
    if what == "move":
        return _move(row, number, on, moved.get(number, ""))
    if what == "ledger":
        return _help(row, number, on)
    if what == EntryKind.WIN.value:
        return _win(row, number, on, own)
    done = what == EntryKind.DONE.value
    heading = str(row[3]) if done else f"Dropped: {row[3]}"
    return Entry(EntryKind(what), number, heading, on, str(row[5] or ""))


def _talk(row: tuple[object, ...], number: int, on: date) -> Entry:
    how = InteractionKind(str(row[3]))
    title, words, place, objective = (str(text or "") for text in row[4:8])
    event, people = str(row[9] or ""), int(str(row[10]))
    kind = {InteractionKind.NOTE: EntryKind.NOTE, InteractionKind.EVENT: EntryKind.EVENT}.get(how)
    heading = title or (f"Both at {event}" if event and how is InteractionKind.EVENT else how.label)
    if place and not title:
        heading = f"{heading} at {place}"
    if people > 1 and how is not InteractionKind.EVENT:
        others = f" and {people - 2} more" if people > 2 else ""
        heading = f"{heading}, with {row[12]}{others}"
    outcome = Outcome(str(row[8])) if row[8] else None
    return Entry(
        kind or EntryKind.TALK,
        number,
        heading,
        on,
        words,
        how,
        objective,
        outcome,
        event_id=int(str(row[11])) if row[11] is not None else None,
    )


def _help(row: tuple[object, ...], number: int, on: date) -> Entry:
    kind, state = LedgerKind(str(row[3])), EntryState(str(row[8]))
    began = date.fromisoformat(str(row[12]))
    said = [str(row[6] or "")]
    if state is EntryState.OPEN and row[9]:
        said.append(f"by {short_day(date.fromisoformat(str(row[9])), on)}")
    elif kind in (LedgerKind.PROMISE, LedgerKind.ASK) and state is not EntryState.OPEN:
        said += ["let go"] if state is EntryState.DROPPED else []
        said += [f"{kind.past.lower()} {short_day(began, on)}", str(row[7] or "")]
    heading = entry_heading(kind, HelpWay(str(row[4])), str(row[5]), state)
    return Entry(
        EntryKind(counted_as(kind, state).value), number, heading, on, " · ".join(filter(None, said))
    )


def _win(row: tuple[object, ...], number: int, on: date, own: str) -> Entry:
    """Business they brought (``share`` of it is theirs), or that they gave me themselves."""
    title, client, share = str(row[3]), str(row[4]), row[8]
    name = title or client
    about = f"{name} for {client}" if title and client else name
    brought = share is not None
    words = [plain_money(float(str(row[6])), str(row[5]) or own)] if row[6] is not None else []
    if brought and float(str(share)) < 1:
        words.append(f"{round(float(str(share)) * 100)}% thanks to them")
    words += [Source(str(row[7])).label] if row[7] else []
    words += [str(row[12])] if row[12] else []
    heading = f"Brought: {about}" if brought else f"Won as a client: {title}" if title else "Became a client"
    return Entry(EntryKind.WIN, number, heading, on, " · ".join(words))


def _move(row: tuple[object, ...], number: int, on: date, stayed: str) -> Entry:
    before, after = row[6], row[7]
    heading = f"Moved to {after}" if after else "Taken off the board"
    if before is None:
        heading = f"Started as {after}" if after else heading
        said = ""
    else:
        said = f"from {before}{stayed}"
    why = str(row[5] or "")
    up = row[4] is not None and int(str(row[4])) > int(str(row[3] or 0))
    return Entry(EntryKind.MOVE, number, heading, on, ". ".join(part for part in (said, why) if part), up=up)


def _stays(ws: Workspace, person_id: int) -> dict[int, str]:
    """How long somebody had stood where each move began, by the move's id: ", after 7 months"."""
    # The move before is the one that led there: between the two may stand moves of a contact merged into this one.
    rows = ws.sql(
        "SELECT id, moved_at, (SELECT max(led.moved_at) FROM level_move led WHERE led.person_id = level_move.person_id"
        " AND led.to_level = level_move.from_level AND led.moved_at <= level_move.moved_at AND led.id <> level_move.id)"
        " FROM level_move WHERE person_id = ?",
        (person_id,),
    )
    found = {}
    for number, at, before in rows:
        if before is not None:
            days = (datetime.fromisoformat(at).date() - datetime.fromisoformat(before).date()).days
            if days > 0:
                found[int(number)] = f", after {span_words(days)}"
    return found
