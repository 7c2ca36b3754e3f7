"""Insights: where business really comes from, card by card, for a chosen period beside the one before it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from netdesk.method.changes import Changes
from netdesk.method.errors import InvalidInput, NetDeskError
from netdesk.method.insights.behind import Behind
from netdesk.method.insights.chart import Chart
from netdesk.method.periods import Period, PeriodKind, last_12_months, parse_period
from netdesk.services.currency_rates import own_currency
from netdesk.services.insights.cards import CARDS, Card, touched_cards
from netdesk.services.workspaces import Workspace
from netdesk.ui.charts.drawing import prepare
from netdesk.ui.charts.insight_card import InsightCard
from netdesk.ui.customs import customs_at
from netdesk.ui.money import money
from netdesk.ui.pages.insights.behind_list import open_behind
from netdesk.ui.pages.insights.card_grid import CardGrid
from netdesk.ui.pages.insights.commands import InsightDeeds, add_insight_commands
from netdesk.ui.pages.insights.extras import Extra, extra_of
from netdesk.ui.pages.insights.first_steps import offer_first_step
from netdesk.ui.pages.insights.own_days_form import open_own_days
from netdesk.ui.pages.insights.period_chooser import PeriodChooser
from netdesk.ui.pages.page import Page
from netdesk.ui.shell import Shell
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.metrics import XL, L, M, Type, metrics
from netdesk.ui.widgets.buttons import plain_button
from netdesk.ui.widgets.labels import ElidedLabel, PageTitle
from netdesk.ui.widgets.scroll_area import VerticalScroll


class InsightsPage(Page):
    """The period, and a card for each figure. Each card asks by itself, so that the first need not wait."""

    name = "insights"
    label = "Insights"

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(shell, parent)
        self.cards: dict[str, InsightCard] = {}
        self._extras: dict[str, Extra] = {}
        self._waiting: dict[str, Card] = {}
        self._today = shell.today()
        for card in CARDS:
            self._make_card(card)
        self.chooser = PeriodChooser(shell.today)
        self.print_button = plain_button("Print review", Icon.PRINT, "Ctrl+P")
        self._lay_out()
        self.chooser.chosen.connect(self._period_chosen)
        self.chooser.own_wanted.connect(self.choose_own_days)
        self.print_button.clicked.connect(self.print_review)
        shell.day_clock.struck.connect(self._struck)
        self.setFocusProxy(self.chooser)
        add_insight_commands(shell.commands, self, self._deeds())

    # The page ----------------------------------------------------------------------------------

    def redraw(self, changes: Changes | None) -> None:
        """Ask anew for the cards whose figures ``changes`` may have touched."""
        touched = self.shell.desk.read(lambda workspace: touched_cards(workspace, changes))
        if touched:
            # The first on the page has the readers for itself, so that it is soon seen.
            self._waiting.update((card.name, card) for card in touched[1:])
            self._waiting.pop(touched[0].name, None)
            self._ask(touched[0])

    def open(self, **target: object) -> None:
        """Show the period written as ``period="2026-Q3"``, and go to ``card="mix"``."""
        period, card = target.get("period"), target.get("card")
        if isinstance(period, str):
            self.show_period(parse_period(period, self.shell.today()))
        if isinstance(card, str) and card in self.cards:
            wanted = self.cards[card]
            # After the layout has put everything in its place.
            QTimer.singleShot(0, wanted, partial(self.view.reveal, wanted))
            wanted.view.setFocus()

    def remembered(self) -> dict[str, object]:
        """The period, which cards show their table, and how far the page is scrolled."""
        return {
            "period": self.chooser.period().code,
            "tables": [name for name, card in self.cards.items() if card.shows_table()],
            "scroll": self.view.verticalScrollBar().value(),
        }

    def remember(self, state: dict[str, object]) -> None:
        """Take back what was kept."""
        code, tables, scroll = state.get("period"), state.get("tables"), state.get("scroll")
        if isinstance(code, str):
            try:
                self.chooser.show_period(parse_period(code, self.shell.today()))
            except InvalidInput:
                self.chooser.show_period(last_12_months(self.shell.today()))
        for name in tables if isinstance(tables, list) else ():
            if name in self.cards:
                self.cards[name].show_table(True)
        if isinstance(scroll, int) and scroll > 0:
            self._scroll_to = scroll

    # What a person does ------------------------------------------------------------------------

    def show_period(self, period: Period) -> None:
        """Show the figures of another period."""
        if period != self.chooser.period():
            self.chooser.show_period(period)
            self._period_chosen(period)

    def choose_own_days(self) -> None:
        """Ask for the first and the last day."""
        open_own_days(self.shell, self.chooser.period(), self.show_period)

    def show_tables(self) -> None:
        """Show all figures as tables; when all are, as charts again."""
        as_tables = not all(card.shows_table() for card in self.cards.values())
        for card in self.cards.values():
            card.show_table(as_tables)

    def print_review(self) -> None:
        """Show the review of the period as it will be printed."""
        from netdesk.ui.printing.review_sheet_window import open_review

        open_review(self.shell, self.chooser.period())

    # Asking ------------------------------------------------------------------------------------

    def _period_chosen(self, period: Period) -> None:
        if self.isVisible():
            self.redraw(None)
        else:
            self._drawn = False

    def _ask(self, card: Card) -> None:
        period, today = self.chooser.period(), self.shell.today()
        here = customs_at(self.shell.desk).currency
        shown = self.cards[card.name]

        def question(workspace: Workspace) -> Chart:
            # What draws is imported off the window's thread, before the first picture is painted.
            prepare()
            return card.chart(workspace, period, today, money, own_currency(workspace, here))

        self.shell.desk.ask(shown, "chart", question, partial(self._show, card.name, period), self._refuse)

    def _show(self, name: str, period: Period, chart: Chart) -> None:
        self.cards[name].show_chart(chart)
        extra = self._extras.get(name)
        if extra is not None:
            extra.show_for(period, chart)
        self.grid.settle()
        self._ask_waiting()

    def _refuse(self, error: NetDeskError) -> None:
        self.shell.trouble(error)
        self._ask_waiting()

    def _ask_waiting(self) -> None:
        """The first card is there: ask for the others."""
        waiting, self._waiting = self._waiting, {}
        for card in waiting.values():
            self._ask(card)

    def _struck(self) -> None:
        """The day may have turned: the last twelve months end today, and what is under way is a day longer."""
        today, period = self.shell.today(), self.chooser.period()
        if today == self._today:
            return
        self._today = today
        if period.kind is PeriodKind.LAST_12_MONTHS:
            self.show_period(last_12_months(today))
        else:
            self.chooser.show_period(period)
            self._period_chosen(period)

    def _look_behind(self, behind: object) -> None:
        if isinstance(behind, Behind):
            open_behind(self.shell, behind)

    # Building ----------------------------------------------------------------------------------

    def _make_card(self, card: Card) -> None:
        shown = self.cards[card.name] = InsightCard(self.shell, card.name)
        shown.chosen.connect(self._look_behind)
        offer_first_step(self.shell, shown)
        extra = extra_of(self.shell, card.name)
        if extra is not None:
            self._extras[card.name] = extra
            shown.set_extra(extra)

    def _lay_out(self) -> None:
        sizes = metrics()
        head = QHBoxLayout()
        head.setContentsMargins(sizes.px(XL), sizes.px(L), sizes.px(XL), 0)
        head.setSpacing(sizes.px(M - 2))
        head.addWidget(PageTitle(self.label))
        head.addWidget(ElidedLabel("Where business really comes from", Type.BODY, "text-2"), 1)
        head.addWidget(self.chooser)
        head.addWidget(self.print_button)
        self.grid = CardGrid(list(self.cards.values()))
        self.view = VerticalScroll(self.grid)
        self.view.verticalScrollBar().rangeChanged.connect(self._room_changed)
        self._scroll_to = 0
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(head)
        outer.addWidget(self.view, 1)

    def _room_changed(self, _: int, highest: int) -> None:
        bar = self.view.verticalScrollBar()
        self.grid.leave_room_for(bar.sizeHint().width() if highest > 0 else 0)
        if 0 < self._scroll_to <= highest:
            bar.setValue(self._scroll_to)
            self._scroll_to = 0

    def _deeds(self) -> InsightDeeds:
        return InsightDeeds(
            self.chooser.go_back,
            self.chooser.go_on,
            partial(_open, self.chooser),
            self.choose_own_days,
            self.show_tables,
            self.print_review,
        )


def _open(chooser: PeriodChooser) -> None:
    chooser.open()
