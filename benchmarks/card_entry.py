"""A card typed on the After tab: from Enter until its row is painted, and until it is written; beside 10,000 people.

Limit taken in the same run: the same page repainted as it stands.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from benchmarks.figures import Took, now, since, tell_both, timed
from benchmarks.population import TODAY
from benchmarks.window import Bench, Painted, until
from netdesk.services.cards import add_card
from netdesk.services.event_edit import EventDetails, add_event
from netdesk.services.people import PersonDraft
from netdesk.ui.pages.events.cards.card_list import CardList
from netdesk.ui.pages.events.cards.entry_line import EntryLine
from netdesk.ui.pages.events.page import EventsPage

PEOPLE = 10_000
STANDING, ENTERED = 12, 40
AIM_PAINTED = 16.7
AIM_WRITTEN = 100.0
LIMIT = "the same page painted"


def main() -> bool:
    """Measure and print; whether both aims were reached."""
    bench = Bench(PEOPLE)
    bench.window.resize(1440, 900)
    bench.window.build_all_pages()
    yesterday = datetime(TODAY.year, TODAY.month, TODAY.day, 17, 30, tzinfo=UTC) - timedelta(days=1)
    starts = yesterday.replace(tzinfo=None)
    details = EventDetails("Traders' evening", starts, starts + timedelta(hours=2), "Europe/London")
    event = add_event(bench.workspace, details)
    for number in range(STANDING):
        draft = PersonDraft(given=f"Guest {number}", organisation=f"Firm number {number}")
        add_card(bench.workspace, event, draft, yesterday)
    bench.window.shell.go("events", event=event)
    page = bench.window.page("events")
    assert isinstance(page, EventsPage)
    panel = page.view.after.cards
    until(panel.isVisible)
    panel.focus_entry()
    painted, written, limit = _enter(panel.list, panel.entry)
    bench.close()
    first = tell_both("a card typed and entered → its row is painted", painted, limit, AIM_PAINTED, LIMIT)
    return tell_both("a card typed and entered → written", written, limit, AIM_WRITTEN, LIMIT) and first


def _enter(rows: CardList, entry: EntryLine) -> tuple[list[Took], list[Took], list[Took]]:
    """Enter one card after the other, each when the one before is written."""
    seen = Painted(rows.viewport())
    painted, written, limit = [], [], []
    for number in range(ENTERED):
        QTest.keyClicks(entry, f"Nova {number} Starr, Starr Works, nova{number}@starr.example")
        QApplication.processEvents()
        limit.append(timed(rows.window().repaint))
        before, both = rows.cards.rowCount(), now()
        begin = both[0]
        QTest.keyClick(entry, Qt.Key.Key_Return)
        until(lambda: rows.cards.rowCount() > before and seen.last > begin)  # noqa: B023 - asked at once
        painted.append(since(both))
        until(lambda: all(line.id > 0 for line in rows.cards.lines()))
        written.append(since(both))
    return painted, written, limit


if __name__ == "__main__":
    raise SystemExit(0 if main() else 1)
