"""What the sheet for a one-to-one needs, read in one go (method §5)."""

from __future__ import annotations

from datetime import UTC, date, timedelta

from netdesk.method.one_to_one_sheet import LastTalk, OpenEntry, SheetOneToOne
from netdesk.method.one_to_ones import SIDE_FIELDS
from netdesk.method.rhythm import InteractionKind
from netdesk.services.levels import levels
from netdesk.services.my_side import my_side
from netdesk.services.one_to_ones import one_to_one
from netdesk.services.people import PersonDraft, read_draft
from netdesk.store.workspace import Workspace

_OPEN = 4
_SHOWN = 2_000


def one_to_one_sheet_input(ws: Workspace, one_to_one_id: int, today: date) -> SheetOneToOne:
    """Return a plan with both sides, the last talk and what is open between us. Raises ``NotFound``."""
    plan = one_to_one(ws, one_to_one_id)
    draft = read_draft(ws, plan.person_id)
    mine = my_side(ws)
    gave, got = ws.sql("SELECT gives, receives FROM person WHERE id = ?", (plan.person_id,)).fetchone()
    level = next((one for one in levels(ws) if one.number == draft.level), None)
    names = ["what_they_do", "ideal_client", "good_introduction", *(field.name for field in SIDE_FIELDS)]
    return SheetOneToOne(
        name=plan.name,
        given=draft.given or draft.nickname or plan.name,
        starts=plan.starts,
        ends=(plan.starts.astimezone(UTC) + timedelta(minutes=plan.minutes)).astimezone(plan.starts.tzinfo),
        printed_on=today,
        place=plan.place,
        beneath=_who(draft),
        level=f"level {level.number}, {level.name}" if level else "",
        objective=plan.objective,
        questions=(plan.first_question, plan.second_question),
        theirs={name: getattr(draft, name) for name in names},
        mine={
            "where_to": mine.goals,
            "accomplishments": mine.accomplishments,
            "interests": mine.interests,
            "networks": mine.networks,
            "skills": mine.skills,
        },
        last=_last_talk(ws, plan.person_id, plan.talk_id),
        gave=gave,
        got=got,
        open=_open(ws, plan.person_id),
    )


def _who(draft: PersonDraft) -> str:
    return ", ".join(part for part in (draft.role, draft.organisation) if part)


def _last_talk(ws: Workspace, person_id: int, but: int | None) -> LastTalk | None:
    row = ws.sql(
        "SELECT i.happened_at, i.kind, i.place, substr(i.words, 1, ?), coalesce(e.title, '')"
        " FROM interaction_person ip JOIN interaction i ON i.id = ip.interaction_id"
        " LEFT JOIN event e ON e.id = i.event_id"
        " WHERE ip.person_id = ? AND i.real_contact AND i.id IS NOT ?"
        " ORDER BY i.kind = 'event', i.happened_at DESC LIMIT 1",
        (_SHOWN, person_id, but),
    ).fetchone()
    if row is None:
        return None
    kind = InteractionKind(row[1])
    what = f"At {row[4]}" if kind is InteractionKind.EVENT and row[4] else kind.label
    where = f" at {row[2]}" if row[2] else ""
    return LastTalk(date.fromisoformat(row[0][:10]), f"{what}{where}", row[3])


def _open(ws: Workspace, person_id: int) -> tuple[OpenEntry, ...]:
    rows = ws.sql(
        "SELECT words, kind, due_on FROM ledger_entry WHERE person_id = ? AND state = 'open'"
        " ORDER BY kind DESC, due_on IS NULL, due_on, id LIMIT ?",
        (person_id, _OPEN),
    )
    return tuple(
        OpenEntry(row[0], row[1] == "promise", date.fromisoformat(row[2]) if row[2] else None) for row in rows
    )
