"""Who was introduced by whom never runs in a circle, whether it is said by how we met or by a relation."""

from __future__ import annotations

from netdesk.method.errors import InvalidInput
from netdesk.store.workspace import Workspace

_CHAIN = """
WITH RECURSIVE up(id, below, steps) AS (
    SELECT ?1, NULL, 0
    UNION
    SELECT p.met_through_id, up.id, up.steps + 1 FROM up JOIN person p ON p.id = up.id
        WHERE p.met_through_id IS NOT NULL AND up.steps < ?3
    UNION
    SELECT r.other_id, up.id, up.steps + 1 FROM up JOIN relation r ON r.person_id = up.id
        WHERE r.kind = 'introduced_by' AND r.id <> ?4 AND up.steps < ?3
)
SELECT id, below FROM up WHERE steps > 0 ORDER BY steps
"""
_FURTHEST = 40
"""Steps that are followed upwards; nobody was introduced through more people than that."""


def refuse_circle(ws: Workspace, person_id: int, by: int, *, field: str, leaving_out: int = 0) -> None:
    """Raise ``InvalidInput`` naming ``field`` when ``by`` was introduced, directly or through others, by the person.

    ``leaving_out`` is the id of a relation that is being changed.
    """
    if person_id == by:
        raise InvalidInput("Nobody is introduced by themselves.", field=field)
    below: dict[int, int] = {}
    for found, under in ws.sql(_CHAIN, (by, person_id, _FURTHEST, leaving_out)):
        below.setdefault(found, under)
    if person_id not in below:
        return
    chain = [person_id]
    while chain[-1] != by:
        chain.append(below[chain[-1]])
    names = [_name(ws, one) for one in chain]
    told = f"{names[0]} introduced " + ", who introduced ".join(names[1:])
    raise InvalidInput(
        f"That would go round in a circle: {told}.",
        "Say who introduced whom the other way round.",
        field=field,
    )


def _name(ws: Workspace, person_id: int) -> str:
    row = ws.sql("SELECT display_name FROM person WHERE id = ?", (person_id,)).fetchone()
    return str(row[0])[:60] if row else "somebody"
