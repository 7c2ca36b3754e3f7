"""Wins over 100,000 people with 5,000 wins of two busy years: the quick table read, searched, opened and typed in.

Limit: the barest SQL for the same ids and sums, by the bare sqlite3 module on the same file. What a person does is
measured in a whole window with its threads, from the key to the painted table.
"""

from __future__ import annotations

import sqlite3
from array import array
from contextlib import closing
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from benchmarks.figures import Took, now, since, tell_both, timed
from benchmarks.insights_years import fill
from benchmarks.population import TODAY, copy_of, population, remove
from benchmarks.window import Bench, until
from netdesk.services.win_list import WinQuery, win_ids, win_rows
from netdesk.store.workspace import Workspace
from netdesk.ui.pages.wins.page import WinsPage
from netdesk.ui.pages.wins.table.columns import Column
from netdesk.ui.pages.wins.win_reading import read

PEOPLE, TIMES, TYPED = 100_000, 20, 15
AIM_READ, AIM_FOUND, AIM_SEEN = 50.0, 100.0, 100.0
BESIDE = "the barest SQL of it"
_PAGE = 100
_ALL = (
    "SELECT id FROM win WHERE binned_at IS NULL ORDER BY won_on DESC, id DESC",
    "SELECT source, currency, count(*), total(value) FROM win WHERE binned_at IS NULL GROUP BY 1, 2",
    "SELECT currency, count(*), total(value) FROM win WHERE won_on >= '2025-11-23' AND binned_at IS NULL GROUP BY 1",
    "SELECT count(*) FROM win WHERE source IS NULL AND binned_at IS NULL",
)
_FOUND = (
    "SELECT w.id FROM win w WHERE w.title LIKE '%9%' OR w.client LIKE '%9%' OR EXISTS (SELECT 1 FROM win_thanks t"
    " WHERE t.win_id = w.id AND t.name LIKE '%9%') ORDER BY w.won_on DESC, w.id DESC",
)


def main() -> bool:
    """Measure and print; whether all aims were reached."""
    path = copy_of(population(PEOPLE), "wins.netdesk")
    workspace = Workspace(path)
    fill(workspace, PEOPLE)
    with closing(sqlite3.connect(path)) as bare:
        # In turn, so that both meet the same machine.
        whole = [(timed(partial(_open, workspace)), _asked(bare, _ALL)) for _ in range(TIMES)]
        found = [(timed(partial(_find, workspace)), _asked(bare, _FOUND)) for _ in range(TIMES)]
    workspace.sql("PRAGMA wal_checkpoint(TRUNCATE)")
    workspace.close()
    reached = [
        tell_both(what, [one for one, _ in pairs], [limit for _, limit in pairs], aim, BESIDE)
        for what, pairs, aim in (
            ("5,000 wins by day with their sums, and the first page", whole, AIM_READ),
            ("the wins in whose words something stands, of 5,000", found, AIM_FOUND),
        )
    ]
    opened, typed = _in_a_window(path)
    remove(path)
    limit = [beside for _, beside in whole]
    reached += [
        tell_both(what, took, limit, AIM_SEEN, BESIDE)
        for what, took in (
            ("the page opened → 5,000 wins painted", opened),
            ("Enter → the new win painted among 5,000", typed),
        )
    ]
    return all(reached)


def _open(workspace: Workspace) -> None:
    answer = read(workspace, WinQuery(), TODAY, "GBP")
    win_rows(workspace, answer.ids[:_PAGE])


def _find(workspace: Workspace) -> None:
    win_ids(workspace, WinQuery(text="9"))


def _asked(bare: sqlite3.Connection, queries: tuple[str, ...]) -> Took:
    def ask() -> None:
        for query in queries:
            bare.execute(query).fetchall()

    return timed(ask)


def _in_a_window(path: Path) -> tuple[list[Took], list[Took]]:
    """How long the page takes to come up, and a win to be written down."""
    bench = Bench(PEOPLE, path)
    bench.window.build_all_pages()
    page = bench.window.page("wins")
    assert isinstance(page, WinsPage)
    opened, typed = [], []
    for number in range(TYPED):
        bench.window.show_place("today")
        QApplication.processEvents()
        start = now()
        page.rows.show_ids(array("q"))
        page.redraw(None)
        bench.window.show_place("wins")
        until(lambda: page.rows.rowCount() > 0)
        page.table.viewport().repaint()
        opened.append(since(start))
        page.write()
        QTest.keyClicks(page.entry.editor, f"Desk {number}")
        start = now()
        QTest.keyClick(page.entry.editor, Qt.Key.Key_Return)
        until(lambda title=f"Desk {number}": _first(page) == title)  # type: ignore[misc]
        page.table.viewport().repaint()
        typed.append(since(start))
    bench.close()
    return opened, typed


def _first(page: WinsPage) -> object:
    return page.rows.index(0, Column.WHAT).data()


if __name__ == "__main__":
    raise SystemExit(0 if main() else 1)
