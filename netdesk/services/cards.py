"""The cards of an event: each with what the person is to me, its plans, solid or not, or let go (method §3)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from netdesk.method.changes import Changes
from netdesk.method.contact_kinds import PersonKind
from netdesk.method.errors import InvalidInput, NotFound
from netdesk.method.follow_ups import CardState, FollowUpState
from netdesk.services.card_entry import AddedCard, add_card, use_person
from netdesk.services.card_matching import Match, draft_from_card, matches
from netdesk.services.history_words import in_title
from netdesk.services.typed_text import SENTENCE, clean_line
from netdesk.store.tables.talks import Card
from netdesk.store.workspace import Workspace, moment

__all__ = [
    "AddedCard", "CardLine", "CardPlan", "Match", "add_card", "card_line", "card_lines", "draft_from_card",
    "event_cards", "let_go", "matches", "set_card_kind", "set_card_kinds", "set_learned", "set_solid", "take_back",
    "use_person",
]  # fmt: skip

CHOSEN = "(SELECT value FROM json_each(?))"
"""The ids of a JSON list, however many they are."""


@dataclass(frozen=True, slots=True)
class CardPlan:
    """A follow-up planned for a card, by its id."""

    id: int
    action: str
    due: date
    due_time: time | None
    state: FollowUpState


@dataclass(frozen=True, slots=True)
class CardLine:
    """A card with all that its row shows.

    ``portrait`` is the address of the person's picture, ``photo`` of the card's own; ``plans`` the open ones by
    day, then the closed ones; ``was_new``: the person was met at this event; ``in_bin``: the person lies in the bin;
    ``given``: what they are called.
    """

    id: int
    event_id: int | None
    event_title: str
    person_id: int
    name: str
    organisation: str
    email: str
    level: int | None
    portrait: str | None
    photo: str | None
    kind: PersonKind | None
    state: CardState
    plans: tuple[CardPlan, ...]
    solid: bool
    learned: bool
    was_new: bool
    received: datetime
    done_at: datetime | None
    let_go_reason: str
    in_bin: bool
    given: str = ""

    @property
    def next_plan(self) -> CardPlan | None:
        """The open plan that is due first; None without an open one."""
        first = self.plans[0] if self.plans else None
        return first if first is not None and first.state is FollowUpState.OPEN else None


_LINE = """
    SELECT c.id, c.event_id, coalesce(e.title, ''), c.person_id, p.display_name, p.organisation_name,
        coalesce((SELECT value FROM contact_point t WHERE t.person_id = p.id AND t.kind = 'email'
            ORDER BY t.preferred DESC, t.position LIMIT 1), ''),
        p.level, p.photo, c.photo, c.kind, c.state, c.solid, c.learned, c.was_new, c.received_at, c.done_at,
        c.let_go_reason, p.binned_at IS NOT NULL, coalesce(nullif(p.given, ''), p.nickname)
    FROM card c JOIN person p ON p.id = c.person_id LEFT JOIN event e ON e.id = c.event_id"""
_KINDS = {kind.value: kind for kind in PersonKind}


def event_cards(ws: Workspace, event_id: int) -> tuple[CardLine, ...]:
    """The cards of an event in the order they were entered."""
    rows = ws.sql(f"{_LINE} WHERE c.event_id = ? ORDER BY c.id", (event_id,)).fetchall()
    plans = _plans(ws, "SELECT id FROM card WHERE event_id = ?", event_id)
    return tuple(_line(row, plans.get(row[0], ())) for row in rows)


def card_lines(ws: Workspace, card_ids: Iterable[int]) -> tuple[CardLine, ...]:
    """These cards, in the order they were entered; those that are gone are passed over."""
    chosen = json.dumps(list(card_ids))
    rows = ws.sql(f"{_LINE} WHERE c.id IN {CHOSEN} ORDER BY c.id", (chosen,)).fetchall()
    plans = _plans(ws, "SELECT value FROM json_each(?)", chosen)
    return tuple(_line(row, plans.get(row[0], ())) for row in rows)


def card_line(ws: Workspace, card_id: int) -> CardLine:
    """One card. Raises ``NotFound``."""
    lines = card_lines(ws, (card_id,))
    if not lines:
        raise NotFound("That card is not in the workspace any more.")
    return lines[0]


def set_card_kind(ws: Workspace, card_id: int, kind: PersonKind | None) -> Changes:
    """Say what the person is to me; the contact is marked so too. Raises ``NotFound``.

    Somebody met with this card loses the kind it had before; a contact known before keeps all others.
    """
    return set_card_kinds(ws, (card_id,), kind)


def set_card_kinds(ws: Workspace, card_ids: Sequence[int], kind: PersonKind | None) -> Changes:
    """Say of several in one step what they are to me, as :func:`set_card_kind` does. Raises ``NotFound``."""
    words = kind.label.lower() if kind else "nothing in particular"
    with ws.change(f"Mark {who_of(ws, card_ids)} as {words}") as change:
        for line in card_lines(ws, card_ids):
            _write_kind(ws, line, kind)
    return change.changes


def _write_kind(ws: Workspace, line: CardLine, kind: PersonKind | None) -> None:
    ws.run(Card.update(kind=kind.value if kind else "").where(Card.id == line.id))
    if line.was_new and line.kind is not None and line.kind is not kind:
        ws.sql("DELETE FROM person_kind WHERE person_id = ? AND kind = ?", (line.person_id, line.kind.value))
    if kind is not None:
        ws.sql(
            "INSERT OR IGNORE INTO person_kind (person_id, kind) VALUES (?, ?)", (line.person_id, kind.value)
        )


def set_solid(ws: Workspace, card_ids: Sequence[int], solid: bool) -> Changes:
    """Mark people as solid contacts: I will reconnect with them; or take the mark away. Raises ``NotFound``."""
    return _mark(ws, card_ids, "solid", solid, f"Mark {{who}} as {'solid' if solid else 'not solid'}")


def set_learned(ws: Workspace, card_ids: Sequence[int], learned: bool) -> Changes:
    """Note that I learned from people, as a goal counts it; or take the mark away. Raises ``NotFound``."""
    words = "that I learned" if learned else "that I did not learn"
    return _mark(ws, card_ids, "learned", learned, f"Note {words} from {{who}}")


def let_go(ws: Workspace, card_ids: Sequence[int], reason: str = "") -> Changes:
    """Let cards go on purpose; their open plans are dropped. Cards done already stay done.

    Raises ``NotFound``, and ``InvalidInput`` when all of them are done.
    """
    reason = clean_line(reason, SENTENCE, field="reason")
    who = who_of(ws, card_ids)
    lines = [line for line in card_lines(ws, card_ids) if line.state is not CardState.DONE]
    if not lines:
        raise InvalidInput("What was planned is done already; there is nothing to let go.")
    chosen, now = json.dumps([line.id for line in lines]), moment()
    with ws.change(f"Let {who} go") as change:
        ws.sql(
            "UPDATE follow_up SET state = ?, closed_at = ?, reason = ?"
            f" WHERE state = 'open' AND card_id IN {CHOSEN}",
            (FollowUpState.DROPPED.value, now, reason, chosen),
        )
        ws.sql(
            f"UPDATE card SET let_go_reason = ?, let_go_at = coalesce(let_go_at, ?) WHERE id IN {CHOSEN}",
            (reason, now, chosen),
        )
    return change.changes


def take_back(ws: Workspace, card_ids: Sequence[int]) -> Changes:
    """Let cards go no longer: they want a plan again. Raises ``NotFound``."""
    with ws.change(f"Take {who_of(ws, card_ids)} back") as change:
        ws.sql(
            "UPDATE card SET let_go_at = NULL, let_go_reason = ''"
            f" WHERE let_go_at IS NOT NULL AND id IN {CHOSEN}",
            (json.dumps(list(card_ids)),),
        )
    return change.changes


def who_of(ws: Workspace, card_ids: Sequence[int]) -> str:
    """The one person's name, or "3 cards", for a sentence of the history. Raises ``NotFound`` for none."""
    rows = ws.sql(
        f"SELECT p.display_name FROM card c JOIN person p ON p.id = c.person_id WHERE c.id IN {CHOSEN}",
        (json.dumps(list(card_ids)),),
    ).fetchall()
    if not rows:
        raise NotFound("Those cards are not in the workspace any more.")
    return in_title(rows[0][0]) if len(rows) == 1 else f"{len(rows):,} cards"


def _mark(ws: Workspace, card_ids: Sequence[int], column: str, value: bool, title: str) -> Changes:
    with ws.change(title.format(who=who_of(ws, card_ids).replace("{", "(").replace("}", ")"))) as change:
        ws.sql(
            f"UPDATE card SET {column} = ?1 WHERE {column} <> ?1 AND id IN (SELECT value FROM json_each(?2))",
            (int(value), json.dumps(list(card_ids))),
        )
    return change.changes


def _plans(ws: Workspace, cards: str, value: object) -> dict[int, tuple[CardPlan, ...]]:
    rows = ws.sql(
        "SELECT card_id, id, action, due_on, due_time, state FROM follow_up"
        f" WHERE card_id IN ({cards})"
        " ORDER BY state <> 'open', due_on, due_time IS NULL, due_time, id",
        (value,),
    ).fetchall()
    found: dict[int, list[CardPlan]] = {}
    for card, number, action, due, at, state in rows:
        clock = time.fromisoformat(at) if at else None
        plan = CardPlan(number, action, date.fromisoformat(due), clock, FollowUpState(state))
        found.setdefault(card, []).append(plan)
    return {card: tuple(plans) for card, plans in found.items()}


def _line(row: Sequence[object], plans: tuple[CardPlan, ...]) -> CardLine:
    (number, event_id, title, person_id, name, firm, email, level, portrait, photo, kind, state,
     solid, learned, was_new, received, done_at, reason, in_bin, given) = row  # fmt: skip
    return CardLine(
        id=int(str(number)),
        event_id=None if event_id is None else int(str(event_id)),
        event_title=str(title),
        person_id=int(str(person_id)),
        name=str(name),
        organisation=str(firm),
        email=str(email),
        level=None if level is None else int(str(level)),
        portrait=None if portrait is None else str(portrait),
        photo=None if photo is None else str(photo),
        kind=_KINDS.get(str(kind)),
        state=CardState(str(state)),
        plans=plans,
        solid=bool(solid),
        learned=bool(learned),
        was_new=bool(was_new),
        received=datetime.fromisoformat(str(received)),
        done_at=datetime.fromisoformat(str(done_at)) if done_at else None,
        let_go_reason=str(reason),
        in_bin=bool(in_bin),
        given=str(given),
    )
