"""Who answers what stands behind a figure, by the topic of the figure; asked when it is clicked."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from netdesk.method.errors import NotFound
from netdesk.method.insights.behind import Behind
from netdesk.services.insights import (
    funnel,
    helped,
    levels_over_time,
    mix,
    pitches,
    prompt,
    returns_behind,
    sources,
    wins_of,
)
from netdesk.services.insights.behind import BehindRows
from netdesk.store.workspace import Workspace

Answer = Callable[[Workspace, Behind, date], BehindRows]
ANSWERS: dict[str, Answer] = {
    "sources": sources.behind,
    "mix": mix.behind,
    "funnel": funnel.behind,
    "levels": levels_over_time.behind_level,
    "moves": levels_over_time.behind_moves,
    "groups": returns_behind.behind_group,
    "events": returns_behind.behind_host,
    "pitches": pitches.behind,
    "helped": helped.behind,
    "prompt": prompt.behind,
    wins_of.TOPIC: wins_of.behind,
}
"""A line for each topic a chart's ``Behind`` may name: ``"sources": sources.behind``."""


def rows_behind(ws: Workspace, behind: Behind, today: date) -> BehindRows:
    """Return what stands behind a figure. Raises NotFound for a figure this version does not know."""
    answer = ANSWERS.get(behind.topic)
    if answer is None:
        raise NotFound(f"Nothing is known behind “{behind.title}”.", "Look at the figure again in Insights.")
    return answer(ws, behind, today)
