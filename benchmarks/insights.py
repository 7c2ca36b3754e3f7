"""All of Insights over 100,000 people, 2,000 events, 200,000 talks, 5,000 wins; and how soon its first chart is seen.

Limit: the barest SQL for the same sums, by the bare sqlite3 module on the same file. The first chart is measured in a
whole window with its threads, from the key that opens the page (and from another period) to the painted chart.
"""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

from PySide6.QtWidgets import QApplication

from benchmarks.figures import Took, now, since, tell_both, timed
from benchmarks.insights_years import fill
from benchmarks.population import TODAY, copy_of, population, remove
from benchmarks.window import Bench, until
from netdesk.method.insights.comparing import compared
from netdesk.method.money import plain_money
from netdesk.method.periods import last_12_months
from netdesk.services.insights.all_figures import all_figures
from netdesk.services.insights.cards import CARDS
from netdesk.store.workspace import Workspace

PEOPLE, TIMES, OPENED = 100_000, 20, 20
AIM_ALL, AIM_FIRST = 300.0, 100.0
BARE = "the barest SQL of it"
YEAR = last_12_months(TODAY)
# For the year and for the one before it.
_SUMS = (
    "SELECT source, currency, count(*), total(value) FROM win WHERE won_on BETWEEN ? AND ? GROUP BY 1, 2",
    "SELECT count(*), total(hours), total(people_met) FROM event WHERE starts_at BETWEEN ? AND ?",
    "SELECT count(*) FROM interaction WHERE kind = 'one_to_one' AND happened_at BETWEEN ? AND ?",
    "SELECT activity, sum(minutes) FROM logged_time WHERE spent_on BETWEEN ? AND ? GROUP BY 1",
    "SELECT substr(received_at, 1, 7), count(*), sum(solid), count(done_at) FROM card"
    " WHERE received_at BETWEEN ? AND ? GROUP BY 1",
    "SELECT substr(moved_at, 1, 7), to_level, count(*) FROM level_move WHERE moved_at BETWEEN ? AND ? GROUP BY 1, 2",
    "SELECT e.host, count(*), sum(e.cost), (SELECT sum(c.solid) FROM card c WHERE c.event_id = e.id) FROM event e"
    " WHERE e.starts_at BETWEEN ? AND ? GROUP BY 1",
    "SELECT w.group_id, count(*), total(w.value) FROM win w WHERE w.won_on BETWEEN ? AND ? GROUP BY 1",
    "SELECT r.pitch_version_id, sum(asked_more), sum(polite), sum(blank) FROM reaction r"
    " JOIN event e ON e.id = r.event_id WHERE e.starts_at BETWEEN ? AND ? GROUP BY 1",
)
_NOW_SUMS = (
    "SELECT level, count(*) FROM person WHERE level IS NOT NULL GROUP BY 1",
    "SELECT level, count(*) FROM person WHERE gives = 0 AND receives > 0 GROUP BY 1",
)


def main() -> bool:
    """Measure and print; whether every aim was reached."""
    path = copy_of(population(PEOPLE), f"insights-{os.getpid()}.netdesk")
    workspace = Workspace(path)
    fill(workspace, PEOPLE)
    _tell_cards(workspace)
    bare = sqlite3.connect(path)
    # In turn, so that both meet the same machine.
    pairs = [
        (timed(lambda: all_figures(workspace, YEAR, TODAY, own="GBP")), timed(lambda: _asked(bare)))
        for _ in range(TIMES)
    ]
    bare.close()
    workspace.close()
    reached = tell_both(
        "all of Insights: 2,000 events, 200,000 talks, 5,000 wins",
        [one for one, _ in pairs],
        [one for _, one in pairs],
        AIM_ALL,
        BARE,
    )
    first, others = _seen(path)
    remove(path)
    print(f"Insights opened for the first time, with the library of the charts: {first[0]:.0f} ms")
    limit = [one for _, one in pairs]
    return tell_both("another period → its first chart painted", others, limit, AIM_FIRST, BARE) and reached


def _tell_cards(workspace: Workspace) -> None:
    for card in CARDS:
        took = [
            timed(lambda card=card: card.chart(workspace, YEAR, TODAY, plain_money, "GBP"))[0]  # type: ignore[misc]
            for _ in range(3)
        ]
        print(f"  {card.name}: {min(took):.1f} ms")


def _asked(bare: sqlite3.Connection) -> None:
    days = compared(YEAR, TODAY)
    for period in (days.now, days.before):
        between = (period.first.isoformat(), period.last.isoformat())
        for question in _SUMS:
            bare.execute(question, between).fetchall()
    for question in _NOW_SUMS:
        bare.execute(question).fetchall()


def _seen(path: Path) -> tuple[Took, list[Took]]:
    """How long the first chart takes when the page is opened, and then for other periods."""
    bench = Bench(PEOPLE, path)
    bench.window.resize(1440, 900)
    QApplication.processEvents()
    # As in use, where the pages are built while nobody waits for them; what draws is imported when it is opened.
    bench.window.build_all_pages()
    QApplication.processEvents()
    begin = now()
    bench.window.show_place("insights")
    from netdesk.ui.pages.insights.page import InsightsPage

    page = bench.window.page("insights")
    assert isinstance(page, InsightsPage)
    card = page.cards["sources"]
    until(lambda: card.chart() is not None)
    card.repaint()
    first = since(begin)
    until(lambda: all(one.chart() is not None for one in page.cards.values()))
    others = []
    for turn in range(OPENED):
        shown = {name: one.chart() for name, one in page.cards.items()}
        begin = now()
        (page.chooser.go_on if turn % 2 else page.chooser.go_back)()
        until(lambda shown=shown: card.chart() is not shown["sources"])  # type: ignore[misc]
        card.repaint()
        others.append(since(begin))
        until(lambda shown=shown: all(one.chart() is not shown[name] for name, one in page.cards.items()))  # type: ignore[misc]
    bench.close()
    return first, others


if __name__ == "__main__":
    raise SystemExit(0 if main() else 1)
