"""From a spreadsheet to a review, driven by keys and pointer: 24 wins pasted, classified, read as charts, printed.

People and firms are invented.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from netdesk.method.sources import Source
from netdesk.ui.charts.chart_view import ChartView
from netdesk.ui.dialogs.card_list import CardList
from netdesk.ui.pages.wins.table.cell_table import CellTable
from netdesk.ui.pages.wins.table.columns import Column
from netdesk.ui.pages.wins.table.entry_table import EntryTable
from tests.support import seeing
from tests.support.driving import Person

_REFERRAL, _NETWORK, _SELF, _MARKETING, _REPUTATION = Source
WINS: tuple[tuple[str, str, str, str, str, Source], ...] = (
    ("18/11/2026", "Inbox set-up", "Lindqvist Interiors", "£1,200.00", "Sam Carter", _REFERRAL),
    (
        "02/11/2026",
        "Monthly support",
        "Mill Street Gifts",
        "£2,400.00",
        "Sam Carter > Nadia Rahman",
        _NETWORK,
    ),
    ("21/10/2026", "Rota tidy-up", "Café Rosa", "£450.00", "", _SELF),
    ("09/10/2026", "Newsletter desk", "Retail 27", "£3,100.00", "Grace Adeyemi", _REFERRAL),
    ("30/09/2026", "Holiday cover", "Novak Studio", "£900.00", "", _REPUTATION),
    ("12/09/2026", "Audit of tools", "Shah Catering", "£600.00", "", _MARKETING),
    ("08/09/2026", "Cover for a launch", "Aldous & Finch", "£1,600.00", "Sam Carter", _NETWORK),
    ("28/08/2026", "Quote templates", "Hobday Heating", "£1,200.00", "Luis Ortega", _REFERRAL),
    ("13/08/2026", "Monthly inbox", "Penrose Florists", "£1,750.00", "", _SELF),
    ("25/07/2026", "Volunteer rota", "River Trust", "£2,600.00", "Ken Oduya", _REFERRAL),
    ("05/07/2026", "Portrait bookings", "Brandl Photography", "£1,300.00", "Felix Brandl", _NETWORK),
    ("12/06/2026", "Order desk", "Tull & Daughters", "£2,300.00", "Ravi Menon", _REFERRAL),
    ("05/06/2026", "Orders in one place", "Corner Deli", "£1,400.00", "", _SELF),
    ("28/05/2026", "Newsletter start", "Petal & Stem", "£1,100.00", "", _MARKETING),
    ("16/05/2026", "Answers for a week", "Pebble & Sail", "£2,200.00", "Nadia Rahman", _NETWORK),
    (
        "01/05/2026",
        "Grant diary",
        "Village Halls Together",
        "£1,900.00",
        "Nadia Rahman, Ken Oduya",
        _REFERRAL,
    ),
    ("14/04/2026", "A year of back office", "Harbour Surveyors", "£5,200.00", "", _REPUTATION),
    ("30/03/2026", "Launch diary", "Lindholm Branding", "£1,450.00", "Eva Lindholm", _REFERRAL),
    ("11/03/2026", "Van bookings", "Marsh Vans", "£1,600.00", "", _SELF),
    ("25/02/2026", "Wedding lists", "Walsh Florists", "£1,500.00", "Sue Walsh", _NETWORK),
    ("10/02/2026", "Payroll letters", "Byrne HR", "£1,950.00", "Aoife Byrne", _REFERRAL),
    ("22/01/2026", "Search page", "Adair Locks", "£1,200.00", "", _MARKETING),
    ("14/01/2026", "Case notes", "Marsh & Vale", "£2,700.00", "Pauline Marsh", _REFERRAL),
    ("03/12/2025", "Class bookings", "Doyle Pilates", "£2,200.00", "Nerys Pugh", _NETWORK),
)
"""The latest first: the day, what was won, the client, the value, thanks to, and the source, which is not pasted."""
VALUE = 43_800
_HEADS = ("Date", "What", "Client", "Value", "Thanks to")
_SOURCES_CHART, _HELPED_CHART = "Where wins came from", "Whom have I not helped yet?"


class WinJourney:
    """What a person does who looks where business came from. Each step waits for what it brings."""

    def __init__(self, person: Person) -> None:
        self.person, self.hands = person, person.hands

    def paste(self) -> None:
        """Copy two years' wins in a spreadsheet, look at what they would become, and add them."""
        lines = ["\t".join(_HEADS), *("\t".join(win[:5]) for win in WINS)]
        self.hands.look(lambda: QGuiApplication.clipboard().setText("\n".join(lines)))
        self.hands.key("Ctrl+8")
        self.person.is_at("wins")
        self.person.see("Where does your business come from?")
        self.hands.picture("wins-empty")
        self.person.press("Paste from a spreadsheet")
        self.person.see("24 rows from the clipboard")
        self.hands.picture("paste")
        self.person.press("Add 24 wins")
        self.person.hear("24 wins added")
        self.hands.wait(lambda: wins_listed() == [win[1] for win in WINS], "the wins are not in their order")
        self.hands.picture("wins-pasted")

    def classify(self) -> None:
        """Say by one key each where the 24 came from; a slip is put right by the next key."""
        self.hands.click(self._cell(0, Column.CLIENT))
        for _ in range(Column.SOURCE - Column.CLIENT):
            self.hands.key("Right")
        self.hands.wait(lambda: _here() == (0, Column.SOURCE), "the keyboard is not on the first source")
        self.hands.key(_REPUTATION.key)
        self._is_said(0, _REPUTATION)
        for row, win in enumerate(WINS):
            self.hands.key(win[5].key)
            self._is_said(row, win[5])
            self.hands.key("Down")
        self.hands.picture("wins-classified")

    def read_the_charts(self) -> None:
        """Read on Insights where the wins came from, and the exact figure of a bar by keys."""
        self.hands.key("Ctrl+9")
        self.person.is_at("insights")
        self.person.see("24 wins · £43,800")
        self.person.see("Six in ten came through people.")
        self.hands.picture("insights")
        self.hands.click(self._bar(_SOURCES_CHART, _NETWORK.label))
        self.person.see("6 wins by network referral")
        self.hands.key("Escape")
        self.hands.wait(lambda: not _rows_behind(), "the list of what is behind did not close")
        self.hands.key("Up")
        told = "Direct or indirect referral: 9 wins, £18,400"
        self.hands.wait(lambda: _told() == told, "the keys do not tell the exact figure")

    def look_behind(self) -> None:
        """See the wins behind a bar and go to one; see who brought business and go to their page."""
        self.hands.key("Return")
        self.person.see("9 wins by direct or indirect referral")
        self.hands.wait(lambda: len(_rows_behind()) == 9, "there are not nine wins behind the bar")
        self.hands.picture("behind-wins")
        self.hands.key("Return")
        self.person.is_at("wins")
        self.hands.wait(lambda: _here()[0] == 0, "the win is not gone to")
        self.hands.key("Ctrl+9")
        self.person.is_at("insights")
        self.hands.click(self._bar(_HELPED_CHART, "Brought me business"))
        self.hands.wait(lambda: len(_rows_behind()) == 12, "there are not 12 people behind the bar")
        self.hands.picture("behind-people")
        self.hands.key("Return")
        self.person.is_at("contacts")
        self.person.is_shown("Sam Carter")
        about = self.hands.look(lambda: seeing.tab_of("About"))
        if about is not None:
            # Where there is little room it stands on a tab of its own.
            self.hands.click(about)
        self.person.see("Business they brought")
        self.hands.picture("person")

    def print_the_review(self, file: Path) -> None:
        """Print the review of the period to a PDF."""
        self.hands.key("Ctrl+9")
        self.person.is_at("insights")
        self.person.print_to(file)
        self.hands.key("Escape")

    # How one gets about ------------------------------------------------------------------------

    def _cell(self, row: int, column: Column) -> QPoint:
        spot = self.hands.look(partial(_cell_place, row, column))
        assert spot is not None, "the table of wins is not shown"
        return spot

    def _bar(self, title: str, label: str) -> QPoint:
        self.hands.wait(lambda: _bar_place(title, label) is not None, f"“{title}” has no bar “{label}”")
        spot = self.hands.look(lambda: _bar_place(title, label))
        assert spot is not None
        return spot

    def _is_said(self, row: int, source: Source) -> None:
        self.hands.wait(lambda: _source(row) is source, f"win {row + 1} is not said to be {source.label}")


def wins_listed() -> list[str]:
    """What was won, from the top of the table."""
    table = _table()
    if table is None:
        return []
    model = table.model()
    return [str(model.index(row, Column.WHAT).data()) for row in range(model.rowCount())]


def _table() -> CellTable | None:
    tables = (one for one in seeing.shown_widgets() if isinstance(one, CellTable))
    return next((one for one in tables if not isinstance(one, EntryTable)), None)


def _here() -> tuple[int, Column]:
    table = _table()
    here = table.here() if table is not None and table.hasFocus() else None
    return here if here is not None else (-1, Column.WHEN)


def _source(row: int) -> Source | None:
    table = _table()
    return table.cells.source(row) if table is not None else None


def _cell_place(row: int, column: Column) -> QPoint | None:
    table = _table()
    if table is None:
        return None
    index = table.model().index(row, column)
    table.scrollTo(index)
    return table.viewport().mapToGlobal(table.visualRect(index).center())


def _bar_place(title: str, label: str) -> QPoint | None:
    for view in (one for one in seeing.shown_widgets() if isinstance(one, ChartView)):
        chart, drawing = view.chart(), view.drawing()
        if chart is None or drawing is None or chart.title != title:
            continue
        for number, spot in enumerate(drawing.spots):
            point = view.point(number)
            if point is not None and point.label == label:
                seeing.scroll_to(view)
                box = spot.mark
                place = QPoint(round(box.x + box.width / 2), round(box.y + box.height / 2))
                return view.mapToGlobal(place)
    return None


def _rows_behind() -> list[str]:
    shown = next((one for one in seeing.shown_widgets() if isinstance(one, CardList)), None)
    return seeing.lines_of(shown.list) if shown is not None else []


def _told() -> str:
    view = QApplication.focusWidget()
    return view.accessibleDescription() if isinstance(view, ChartView) else ""
