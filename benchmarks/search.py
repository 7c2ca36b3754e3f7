"""From a key press in the search field to the painted list, among 100,000 people.

Limit: the same FTS5 query for 50 rows by the bare sqlite3 module on the same file.
"""

from __future__ import annotations

import random
import sqlite3
from time import perf_counter

from PySide6.QtTest import QTest

from benchmarks.figures import Took, now, since, tell_both
from benchmarks.population import population
from benchmarks.window import Bench, Painted, until
from netdesk.store.search_index import match_query
from netdesk.ui.pages.contacts.page import ContactsPage

PEOPLE = 100_000
QUERIES = 200
AIM_LONG = 16.0
AIM_SHORT = 50.0
BESIDE = "the same FTS5 query by sqlite3, 50 rows"


def main() -> bool:
    """Measure and print; whether both aims were reached."""
    bench = Bench(PEOPLE)
    page = bench.window.page("contacts")
    assert isinstance(page, ContactsPage)
    bench.window.show_place("contacts")
    until(lambda: page.side.finder.is_complete and page.model.rowCount() > PEOPLE // 2)
    painted = Painted(page.list.viewport())
    words = _words()
    long: list[Took] = []
    short: list[Took] = []
    for word in words:
        for letters, took in _typed(page, painted, word):
            (long if letters >= 3 else short).append(took)
        page.side.header.search.clear()
        until(lambda: page.side.finder.is_complete and page.model.rowCount() > PEOPLE // 2)
        until(lambda: not page.is_about_to_show)
    bench.close()
    reached = [
        tell_both(f"key → list of 100,000, 3 letters and more ({len(long)})", long, _limit(words, 3, 9), AIM_LONG,
                  BESIDE),
        tell_both(f"key → list of 100,000, 1 and 2 letters ({len(short)})", short, _limit(words, 1, 2), AIM_SHORT,
                  BESIDE),
    ]  # fmt: skip
    return all(reached)


def _typed(page: ContactsPage, painted: Painted, word: str) -> list[tuple[int, Took]]:
    """Type a word letter by letter, each when the last is shown; how long each took."""
    took: list[tuple[int, Took]] = []
    shown: list[str] = []
    page.side.finder.begun.connect(lambda: shown.append(page.side.query.text))
    for letters, letter in enumerate(word, start=1):
        begin = now()
        text = word[:letters]
        QTest.keyClicks(page.side.header.search, letter)
        until(lambda text=text: bool(shown) and shown[-1] == text)  # type: ignore[misc]
        answered = perf_counter()
        page.list.viewport().update()
        until(lambda answered=answered: painted.last > answered)  # type: ignore[misc]
        took.append((letters, ((painted.last - begin[0]) * 1000, since(begin)[1])))
    page.side.finder.begun.disconnect()
    page.side.finder.begun.connect(page.side._begun)
    return took


def _words() -> list[str]:
    """Beginnings of names, firms and tags that are there, up to five letters."""
    chance = random.Random(11)
    connection = sqlite3.connect(population(PEOPLE))
    rows = connection.execute(
        "SELECT sort_name FROM person UNION ALL SELECT sort_name FROM organisation UNION ALL SELECT folded FROM tag"
    ).fetchall()
    connection.close()
    found: list[str] = []
    while len(found) < QUERIES // 2:
        word = chance.choice(chance.choice(rows)[0].split())
        if word.isalpha() and word.isascii() and len(word) >= 4:
            found.append(word[:5])
    return found


def _limit(words: list[str], fewest: int, most: int) -> list[Took]:
    connection = sqlite3.connect(population(PEOPLE))
    took = []
    for word in words:
        for letters in range(fewest, min(most, len(word)) + 1):
            begin = now()
            connection.execute(
                "SELECT rowid FROM person_search WHERE person_search MATCH ? LIMIT 50",
                (match_query(word[:letters]),),
            ).fetchall()
            took.append(since(begin))
    connection.close()
    return took


if __name__ == "__main__":
    raise SystemExit(0 if main() else 1)
