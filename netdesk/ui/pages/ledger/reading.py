"""What Give & ask asks the workspace for: the figures of the year and the ids of the view that is shown."""

from __future__ import annotations

from array import array
from dataclasses import dataclass, replace
from datetime import date

from netdesk.method.ledger import LedgerKind
from netdesk.services.ledger_list import LedgerQuery, Totals, YearFigures, entry_ids, totals, year_figures
from netdesk.services.not_helped import not_helped
from netdesk.services.workspaces import Workspace
from netdesk.ui.pages.ledger.list_panel import View


@dataclass(frozen=True, slots=True)
class Answer:
    """``totals`` count the entries by kind, whatever kinds are chosen; None where they are not shown."""

    view: View
    figures: YearFigures
    ids: array[int]
    totals: Totals | None


def read(ws: Workspace, view: View, query: LedgerQuery, today: date) -> Answer:
    """Answer for one view; off the window's thread."""
    figures = year_figures(ws, today)
    if view is View.NOT_HELPED:
        return Answer(view, figures, not_helped(ws, today).ids, None)
    if view is View.ALL:
        return Answer(view, figures, entry_ids(ws, query), totals(ws, replace(query, kinds=())))
    kind = LedgerKind.PROMISE if view is View.PROMISES else LedgerKind.ASK
    only = LedgerQuery(kinds=(kind,), text=query.text, open_only=True)
    return Answer(view, figures, entry_ids(ws, only), None)


def nothing_words(answer: Answer, *, filtered: bool) -> str:
    """What an empty view says: what belongs there and the first step."""
    if filtered:
        return "Nothing fits that. Take a filter away, or search for other words."
    figures = answer.figures
    if answer.view is View.PROMISES:
        return "No promise is open. Offer somebody a small thing: promise it with a date, and keep it."
    if answer.view is View.ASKS:
        return "You have asked nobody for anything. Who helps likes to be asked: say plainly what would help you."
    if answer.view is View.ALL:
        return (
            "Nothing is written down yet. Begin with the last time somebody helped you, or you helped them."
        )
    if figures.gave or figures.got:
        return "Everybody who helped you was helped, and nobody close waited a year. Have a look at who fits whom."
    return (
        "Whoever helped you and got nothing back comes first here. Write down the last help you got or gave;"
        " people you place on level 3 or higher show up as well."
    )
