"""`netdesk insights`: where business comes from, card by card, as tables and in one sentence each."""

from __future__ import annotations

from datetime import date

from netdesk.app.arguments.reading import Given
from netdesk.app.commands.output import write_json, write_line, write_table
from netdesk.app.commands.time import plan
from netdesk.method.errors import InvalidInput
from netdesk.method.insights.chart import Chart
from netdesk.method.periods import Period, parse_period
from netdesk.services.insights.all_figures import AllFigures, all_figures
from netdesk.services.insights.cards import CARDS
from netdesk.services.workspaces import Workspace


def insights(ws: Workspace, given: Given, today: date) -> int:
    """Write the figures of a period, or see to the plan of the mix."""
    if given.verb == "plan":
        return plan(ws, given)
    period = parse_period(given.period, today)
    names = [card.name for card in CARDS]
    if given.card and given.card not in names:
        raise InvalidInput(
            f"There is no card “{given.card[:40]}”.", f"Choose one of: {', '.join(names)}.", field="card"
        )
    found = all_figures(ws, period, today, wanted=lambda card: given.card in ("", card.name))
    if given.json:
        write_json(_as_json(found))
        return 0
    write_line(f"Insights: {period.name} ({period.days_words})")
    for chart in found.charts:
        _write(chart)
    return 0


def _write(chart: Chart) -> None:
    write_line("")
    write_line(f"{chart.title} – {chart.note}" if chart.note else chart.title)
    if chart.empty:
        write_line(chart.empty)
        return
    write_table(chart.table.columns, chart.table.rows)
    for words in (chart.reading, chart.compared):
        if words:
            write_line(words)


def _as_json(found: AllFigures) -> dict[str, object]:
    return {
        "period": {"code": found.period.code, "name": found.period.name, **_days(found.period)},
        "counted": _days(found.compared.now),
        "before": {"name": found.compared.words, **_days(found.compared.before)},
        "currency": found.own,
        "cards": [_card(chart) for chart in found.charts],
    }


def _days(period: Period) -> dict[str, object]:
    return {"first": period.first.isoformat(), "last": period.last.isoformat()}


def _card(chart: Chart) -> dict[str, object]:
    return {
        "name": chart.name,
        "title": chart.title,
        "note": chart.note,
        "reading": chart.reading,
        "compared": chart.compared,
        "empty": chart.empty,
        "columns": list(chart.table.columns),
        "rows": [list(row) for row in chart.table.exact],
    }
