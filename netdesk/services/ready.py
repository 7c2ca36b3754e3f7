"""Who is ready to move up, and why: the evidence their level asks for stands in the record (method §1).

Read from the index ``person_evidence``; the reasons are those of the person's own page.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from netdesk.method.evidence import readiness
from netdesk.method.levels import Level
from netdesk.services import attention_sql
from netdesk.services.levels import levels
from netdesk.services.record import record_of
from netdesk.store.workspace import Workspace

_SHOWN = 200


@dataclass(frozen=True, slots=True)
class ReadyPerson:
    """Somebody ready to move up: from and to which level, and the reasons in words."""

    person_id: int
    name: str
    organisation: str
    level: Level
    next_level: Level
    because: tuple[str, ...]


def count_ready(ws: Workspace) -> int:
    """Count who is ready to move up, whoever is archived or binned left out."""
    return int(ws.sql(f"SELECT count(*) FROM ({attention_sql.ready_people(levels(ws))})").fetchone()[0])


def ready_to_move_up(ws: Workspace, today: date, limit: int | None = None) -> tuple[ReadyPerson, ...]:
    """Return who is ready to move up, the highest level first, within it by name."""
    known = {level.number: level for level in levels(ws)}
    rows = ws.sql(
        "SELECT p.id, p.display_name, p.organisation_name, p.level FROM person p"
        f" WHERE p.id IN ({attention_sql.ready_people(tuple(known.values()))})"
        " ORDER BY p.level DESC, p.sort_name, p.id LIMIT ?",
        (-1 if limit is None else limit,),
    ).fetchall()
    return tuple(
        ReadyPerson(
            number,
            name[:_SHOWN],
            firm[:_SHOWN],
            known[level],
            known[level + 1],
            readiness(known[level], record_of(ws, number), today).because,
        )
        for number, name, firm, level in rows
    )
