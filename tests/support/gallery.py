"""Every widget on one page, to look at.

``python -m tests.support.gallery DIRECTORY [light|dark] [family] [pixels]`` writes pictures.
"""

import datetime as dt
import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.metrics import L, M, S, metrics
from netdesk.ui.theme.scheme import apply
from netdesk.ui.theme.tokens import load_theme
from netdesk.ui.widgets.avatar import Avatar
from netdesk.ui.widgets.balance_bar import BalanceBar
from netdesk.ui.widgets.banner import Banner
from netdesk.ui.widgets.buttons import icon_button, link_button, plain_button, primary_button, quiet_button
from netdesk.ui.widgets.chip import Chip, FilterChip, Tone
from netdesk.ui.widgets.date_field import DateField
from netdesk.ui.widgets.empty_state import EmptyState
from netdesk.ui.widgets.flow_layout import FlowLayout
from netdesk.ui.widgets.labels import Caption, Faint, Figure, PageTitle, Secondary, Strong, WrapLabel
from netdesk.ui.widgets.level_steps import LevelSteps
from netdesk.ui.widgets.nav import NavBar, NavItem
from netdesk.ui.widgets.overlay import Overlay
from netdesk.ui.widgets.panel import Panel
from netdesk.ui.widgets.pips import Pips
from netdesk.ui.widgets.progress_line import ProgressLine
from netdesk.ui.widgets.scroll_area import VerticalScroll
from netdesk.ui.widgets.search_field import SearchField
from netdesk.ui.widgets.segments import Segments
from netdesk.ui.widgets.share_bar import Bar, ShareBar, ShareSlider
from netdesk.ui.widgets.stars import Stars
from netdesk.ui.widgets.stepper import Stepper
from netdesk.ui.widgets.tab_bar import TabBar
from netdesk.ui.widgets.tick_boxes import TickBoxes
from netdesk.ui.widgets.tile import DateTile, IconTile
from netdesk.ui.widgets.toast import Toast, ToastAction

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
LEVEL_NAMES = (
    "Sausage sharer",
    "Familiar face",
    "Equally engaged",
    "Creative collaborator",
    "Proven partner",
)
PLACES = (
    NavItem("today", "Today", Icon.TODAY, "Ctrl+1"),
    NavItem("contacts", "Contacts", Icon.CONTACTS, "Ctrl+2"),
    NavItem("board", "Board", Icon.BOARD, "Ctrl+3"),
    NavItem("events", "Events", Icon.EVENTS, "Ctrl+4"),
    NavItem("groups", "Groups", Icon.GROUPS, "Ctrl+5"),
    NavItem("pitches", "Pitches", Icon.PITCHES, "Ctrl+6"),
    NavItem("ledger", "Give & ask", Icon.LEDGER, "Ctrl+7"),
    NavItem("wins", "Wins", Icon.WINS, "Ctrl+8"),
    NavItem("insights", "Insights", Icon.INSIGHTS, "Ctrl+9"),
)
FOOT = (NavItem("settings", "Settings", Icon.SETTINGS),)


def a_date(text: str) -> dt.date | None:
    """Understand only ISO dates and "tomorrow": enough to look at the field."""
    if text == "tomorrow":
        return dt.date(2026, 11, 23)
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None


def in_words(date: dt.date) -> str:
    return f"{date:%a} {date.day} {date:%b %Y}"


def row(*widgets: QWidget | int, gap: int = S) -> QHBoxLayout:
    layout = QHBoxLayout()
    layout.setSpacing(metrics().px(gap))
    for widget in widgets:
        if isinstance(widget, int):
            layout.addStretch(widget)
        else:
            layout.addWidget(widget)
    return layout


class Gallery(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setAutoFillBackground(True)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        self.nav = NavBar(PLACES, FOOT)
        self.nav.set_current("contacts")
        for key, count in (("contacts", 412), ("events", 3), ("groups", 2), ("ledger", 4)):
            self.nav.set_count(key, count)
        self.nav.set_count("today", 5, urgent=True)
        outer.addWidget(self.nav)
        page = QWidget()
        layout = QVBoxLayout(page)
        sizes = metrics()
        layout.setContentsMargins(sizes.px(24), sizes.px(16), sizes.px(24), sizes.px(16))
        layout.setSpacing(sizes.px(M))
        self._head(layout)
        columns = QHBoxLayout()
        columns.setSpacing(sizes.px(L))
        columns.addLayout(self._left(), 5)
        columns.addLayout(self._right(), 3)
        layout.addLayout(columns)
        layout.addStretch(1)
        outer.addWidget(VerticalScroll(page), 1)
        self.toast = Toast(self)
        self.toast.show_message(
            "Olga Petrova moved to Proven partner", (ToastAction("undo", "Undo", "Ctrl+Z"),), seconds=600
        )

    def _head(self, layout: QVBoxLayout) -> None:
        names = QVBoxLayout()
        names.setSpacing(metrics().px(5))
        names.addWidget(PageTitle("Grace Adeyemi"))
        names.addWidget(Secondary("Owner, Bright Copy · met at Founders' evening, 6 Mar"))
        chips = FlowLayout()
        for chip in (
            Chip("copywriting", Tone.PLAIN, Icon.TAG),
            Chip("Connector"),
            Chip("Breakfast Club", Tone.ACCENT, Icon.GROUPS),
        ):
            chips.addWidget(chip)
        names.addLayout(chips)
        head = row(Avatar("GA", 0, 64), gap=16)
        head.addLayout(names, 1)
        for button in (
            icon_button(Icon.CALL, "Call"),
            icon_button(Icon.MESSAGE, "Write"),
            plain_button("One-to-one", Icon.ONE_TO_ONE),
            plain_button("Follow up", Icon.FOLLOW_UP),
            primary_button("Log", Icon.LOG, "Ctrl+L"),
        ):
            head.addWidget(button)
        layout.addLayout(head)
        layout.addWidget(LevelSteps(LEVEL_NAMES, 3))
        layout.addWidget(
            WrapLabel("Ready to move up: one-to-one held 14 Oct, she helped twice, you helped three times.")
        )

    def _left(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(metrics().px(M))
        goals = Panel("What I'm there to do", "", "Goal", glyph=Icon.ADD)
        goals.body.addWidget(TabBar(("Timeline", "One-to-ones 2", "Gave & got 5", "Files"), rule=False))
        for icon, title, text, total, done in (
            (
                Icon.CARD,
                "Collect cards from potential clients",
                "Email each within 24 h with the checklist",
                5,
                5,
            ),
            (Icon.PITCHES, "Try “Inbox to zero” on people", "Tally: asked more · polite · blank", 10, 8),
            (Icon.BRAND, "Find one strategic partner", "Book a coffee in the next seven days", 1, 0),
        ):
            words = QVBoxLayout()
            words.setSpacing(1)
            words.addWidget(Strong(title))
            words.addWidget(Secondary(text))
            line = row(IconTile(icon), gap=M)
            line.addLayout(words, 1)
            line.addWidget(TickBoxes(total, done, editable=True))
            line.addWidget(Faint(f"{done} / {total}"))
            goals.body.addLayout(line)
        column.addWidget(goals)
        cold = Panel("Cards with no plan", "from Breakfast Club, 4 days ago", edge="bad", detail_right=True)
        cold.body.addLayout(
            row(
                Avatar("BM", 6),
                Strong("Bill Marsh"),
                Pips(3),
                1,
                plain_button("Follow up…", small=True),
                quiet_button("Let go", small=True),
            )
        )
        cold.body.addLayout(row(*(Chip(tone.name.lower().replace("_", " "), tone) for tone in Tone), 1))
        column.addWidget(cold)
        column.addLayout(
            row(
                SearchField("Name, company, note, phone…", "Ctrl+F"),
                icon_button(Icon.ADD, "Add", primary=True),
            )
        )
        chips = FlowLayout()
        for chip in (
            FilterChip("All", True),
            FilterChip("Going cold 7"),
            FilterChip("Retail", closable=True),
            FilterChip("Connectors"),
            FilterChip("", icon=Icon.ADD),
        ):
            chips.addWidget(chip)
        column.addLayout(chips)
        combo = QComboBox()
        combo.addItems(["Unsorted", "Sausage sharer"])
        spin = QSpinBox()
        tick = QCheckBox("Remind me")
        tick.setChecked(True)
        date = DateField(a_date, in_words, "When, for instance: Friday")
        date.set_date(dt.date(2026, 11, 27))
        column.addLayout(row(combo, spin, tick, date, QLineEdit("LinkedIn 2026")))
        column.addLayout(
            row(Segments(("Not helped yet", "Promises", "All")), Stars(4, True), Stepper(4, name="Polite"), 1)
        )
        self.progress = ProgressLine(delay_ms=0)
        self.progress.start("Bringing 1,204 of 1,841…")
        self.progress.advance(1204, 1841)
        column.addWidget(self.progress)
        column.addStretch(1)
        return column

    def _right(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(metrics().px(M))
        worth = Panel("Is it worth going?")
        worth.body.addLayout(
            row(
                Chip("Networking", Tone.ACCENT, Icon.BRAND, large=True),
                WrapLabel("few clients, many connectors"),
            )
        )
        worth.body.addWidget(ShareBar("Target market", 10, "level-2-mark"))
        worth.body.addWidget(ShareBar("Close to it", 60))
        worth.body.addWidget(ShareSlider("Same trade", 20, "level-1-mark"))
        worth.body.addWidget(WrapLabel("Last 3 times: 9 solid contacts, 2 wins, £84 each."))
        column.addWidget(worth)
        minute = Panel("My one minute")
        minute.add_to_header(Chip("54 s", Tone.GOOD, Icon.TIMER))
        minute.body.addWidget(
            WrapLabel(
                "“You know how shop owners answer email at midnight? I give them their evenings back.”",
                role="text",
            )
        )
        minute.body.addWidget(
            Banner("Competitor in the room: Sam Carter. Keep your line; say what you do differently.")
        )
        minute.body.addWidget(link_button("Three people you know match."))
        column.addWidget(minute)
        given = Panel("Gave and got", "3 : 2", detail_right=True)
        given.body.addWidget(BalanceBar(3, 2))
        column.addWidget(given)
        figure = Panel()
        figure.body.addWidget(Figure("78%"))
        figure.body.addWidget(Secondary("of 18 members I know"))
        figure.body.addWidget(Bar(0.78))
        dated = QVBoxLayout()
        dated.addWidget(Caption("Coming up"))
        dated.addLayout(row(DateTile("24", "Nov"), Strong("Chamber autumn mixer"), 1))
        both = row(figure, gap=M)
        both.addLayout(dated, 1)
        column.addLayout(both)
        column.addStretch(1)
        return column


def main(arguments: list[str]) -> None:
    folder = Path(arguments[0])
    scheme = arguments[1] if len(arguments) > 1 else "light"
    app = QApplication([])
    font = QFont(arguments[2] if len(arguments) > 2 else "Inter")
    font.setPixelSize(int(arguments[3]) if len(arguments) > 3 else 13)
    app.setFont(font)
    apply(app, load_theme(RESOURCES, scheme))
    gallery = Gallery()
    gallery.resize(1440, 900)
    gallery.show()
    app.processEvents()
    stem = f"{scheme}-{font.family().replace(' ', '')}-{font.pixelSize()}"
    gallery.grab().save(str(folder / f"gallery-{stem}.png"))
    empty = EmptyState(
        Icon.CONTACTS,
        "Nobody here yet",
        "People you meet belong here. Bring your contacts, or write down the first one.",
        "Bring my contacts",
        "New person",
    )
    overlay = Overlay(gallery, empty, 640, 380, 120)
    overlay.open()
    app.processEvents()
    gallery.grab().save(str(folder / f"overlay-{stem}.png"))
    overlay.close_overlay()
    gallery.nav.set_compact(True)
    gallery.resize(1100, 700)
    app.processEvents()
    gallery.grab().save(str(folder / f"narrow-{stem}.png"))
    gallery.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    gallery.close()


if __name__ == "__main__":
    main(sys.argv[1:])
