"""How people took a version of a pitch: counted at an event, or in conversations outside events (no event)."""

from __future__ import annotations

from netdesk.method.changes import Changes
from netdesk.method.errors import InvalidInput
from netdesk.method.pitches import Reactions, reaction_problem
from netdesk.services.event_edit import event_title
from netdesk.services.history_words import in_title
from netdesk.services.pitches import version_name
from netdesk.store.tables.events import Event, Reaction
from netdesk.store.workspace import Workspace

_SUMS = "coalesce(sum(r.asked_more), 0), coalesce(sum(r.polite), 0), coalesce(sum(r.blank), 0)"
_COUNTED = " FROM reaction r LEFT JOIN event e ON e.id = r.event_id WHERE e.binned_at IS NULL"
"""The reactions of an event in the bin wait there with it."""


def event_reactions(ws: Workspace, event_id: int | None, version_id: int) -> Reactions:
    """Return how people took a version at one event; ``event_id`` None: in conversations outside events."""
    row = ws.sql(
        f"SELECT {_SUMS} FROM reaction r WHERE r.event_id IS ? AND r.pitch_version_id = ?",
        (event_id, version_id),
    ).fetchone()
    return Reactions(*row)


def version_reactions(ws: Workspace, pitch_id: int) -> dict[int, Reactions]:
    """Return the reactions to each version of a pitch, over all events and outside them; untried ones are left out."""
    rows = ws.sql(
        f"SELECT r.pitch_version_id, {_SUMS}{_COUNTED}"
        " AND r.pitch_version_id IN (SELECT id FROM pitch_version WHERE pitch_id = ?)"
        " GROUP BY r.pitch_version_id",
        (pitch_id,),
    )
    return {row[0]: Reactions(*row[1:]) for row in rows}


def set_reactions(ws: Workspace, event_id: int | None, version_id: int, reactions: Reactions) -> Changes:
    """Keep the counts for a version at an event (None: outside events); all nought forgets them.

    Raises InvalidInput for a count below nought or above a thousand (``field`` names it), NotFound.
    """
    problem = reaction_problem(reactions)
    if problem is not None:
        raise InvalidInput(problem.sentence, field=problem.field)
    title = f"Count reactions to “{in_title(version_name(ws, version_id))}”{_where(ws, event_id)}"
    with ws.change(title, merge_key=f"reaction:{event_id}:{version_id}") as change:
        _keep(ws, event_id, version_id, reactions)
    return change.changes


def add_reactions(
    ws: Workspace, event_id: int, asked_more: int = 0, polite: int = 0, blank: int = 0
) -> Changes:
    """Count more people (or, below nought, fewer) for the version chosen for an event.

    Raises InvalidInput where the event has no pitch or a count leaves 0 to 1,000, NotFound.
    """
    event_title(ws, event_id)
    (version,) = ws.row(Event.select(Event.pitch_version_id).where(Event.id == event_id))
    if version is None:
        raise InvalidInput("No pitch was chosen for this event.", "Choose the one you said first.")
    so_far = event_reactions(ws, event_id, version)
    return set_reactions(ws, event_id, version, so_far.plus(Reactions(asked_more, polite, blank)))


def _keep(ws: Workspace, event_id: int | None, version_id: int, reactions: Reactions) -> None:
    here = (Reaction.event_id.is_null() if event_id is None else Reaction.event_id == event_id) & (
        Reaction.pitch_version_id == version_id
    )
    # Several rows without an event are possible: the file's rule of one a pair does not hold for them.
    rows = [row[0] for row in ws.run(Reaction.select(Reaction.id).where(here).order_by(Reaction.id).tuples())]
    counts = {"asked_more": reactions.asked_more, "polite": reactions.polite, "blank": reactions.blank}
    if not reactions.total:
        ws.run(Reaction.delete().where(here))
    elif not rows:
        ws.run(Reaction.insert({"event_id": event_id, "pitch_version_id": version_id, **counts}))
    else:
        ws.run(Reaction.update(counts).where(Reaction.id == rows[0]))
        ws.run(Reaction.delete().where(Reaction.id.in_(rows[1:])))


def _where(ws: Workspace, event_id: int | None) -> str:
    return "" if event_id is None else f" at {in_title(event_title(ws, event_id))}"
