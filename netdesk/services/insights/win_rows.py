"""Wins as rows behind a figure: what was won, when and from whom, whom to thank, what it is worth."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from netdesk.method.calendar_words import short_day
from netdesk.method.periods import Period
from netdesk.services.insights.behind import MOST_ROWS, BehindRow, BehindRows, Leads
from netdesk.store.workspace import Workspace

_LONGEST = 200


def rows_of_wins(
    ws: Workspace,
    period: Period,
    today: date,
    condition: str = "1",
    values: Mapping[str, object] | None = None,
) -> BehindRows:
    """Return the wins ``w`` of a period that a condition of SQL holds for, the latest first; none from the bin."""
    asked = {"first": period.first.isoformat(), "last": period.last.isoformat(), **(values or {})}
    where = f"FROM win w WHERE w.binned_at IS NULL AND w.won_on BETWEEN :first AND :last AND ({condition})"
    (count,) = ws.sql(f"SELECT count(*) {where}", asked).fetchone()
    found = ws.sql(
        f"SELECT w.id, w.won_on, w.title, w.client, w.value, w.currency {where}"
        f" ORDER BY w.won_on DESC, w.id DESC LIMIT {MOST_ROWS}",
        asked,
    ).fetchall()
    thanks = _thanks(ws, [row[0] for row in found])
    return BehindRows(count, tuple(_row(row, thanks.get(row[0], ""), today) for row in found))


def _row(row: tuple[int, str, str, str, float | None, str], thanks: str, today: date) -> BehindRow:
    number, won_on, title, client, value, currency = row
    parts = (
        short_day(date.fromisoformat(won_on), today),
        client[:_LONGEST] if title else "",
        f"thanks to {thanks}" if thanks else "",
    )
    return BehindRow(
        Leads.WIN,
        number,
        (title or client)[:_LONGEST],
        " · ".join(part for part in parts if part),
        amount=value,
        currency=currency,
    )


def _thanks(ws: Workspace, wins: Sequence[int]) -> dict[int, str]:
    """Whom to thank, by win: people along a chain, several chains beside each other."""
    if not wins:
        return {}
    chains: dict[int, dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
    numbers = ",".join(str(int(number)) for number in wins)
    for win, chain, name in ws.sql(
        f"SELECT win_id, chain, name FROM win_thanks WHERE win_id IN ({numbers}) ORDER BY win_id, chain, step, id"
    ):
        chains[win][chain].append(name[:_LONGEST])
    return {
        win: ", ".join(" → ".join(names) for names in found.values())[: 2 * _LONGEST]
        for win, found in chains.items()
    }
