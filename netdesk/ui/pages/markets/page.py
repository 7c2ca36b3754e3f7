"""The page of target markets: the list, the chosen market, and what the keys and the palette do with it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from netdesk.method.contact_kinds import MarketStanding
from netdesk.method.errors import NetDeskError, NotFound
from netdesk.services import market_people, markets
from netdesk.services.market_page import MarketPage, market_page
from netdesk.services.people import person_name
from netdesk.services.workspaces import Workspace
from netdesk.ui.pages.list_page import ListPage
from netdesk.ui.pages.markets.list_panel import MarketListPanel
from netdesk.ui.pages.markets.market_commands import MarketDeeds, add_market_commands
from netdesk.ui.pages.markets.market_forms import NewMarket, open_add_people, open_new_market
from netdesk.ui.pages.markets.market_view import MarketView
from netdesk.ui.shell import Shell
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.widgets.empty_state import EmptyState
from netdesk.ui.widgets.row_menu import Entry

_TABLES = ("target_market", "person_market", "person", "level")


class MarketsPage(ListPage):
    """Target markets, and one of them with its people."""

    name = "markets"
    label = "Target markets"
    list_tables = _TABLES
    page_tables = (*_TABLES, "organisation")

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(shell, parent)
        self.list = MarketListPanel(shell)
        self.view = MarketView(shell)
        self.empty = EmptyState(
            Icon.MARKET,
            "Name one target market",
            "Say who exactly they are and where they gather. Then add who is close to them: the best networking is"
            " with those who know your market.",
            "New target market",
        )
        self.place(self.list, self.view, self.empty, self.show_market, self.view.finish)
        self._connect()
        add_market_commands(shell.commands, self, self._deeds())

    def _connect(self) -> None:
        view = self.view
        self.list.new_wanted.connect(self.new_market)
        self.list.opened.connect(self._into_market)
        self.empty.primary_clicked.connect(self.new_market)
        view.header.add_pressed.connect(self.add_people)
        view.header.title.saved.connect(self._renamed)
        view.header.menu.entries = self._entries
        view.about.saved.connect(self._said)
        for panel in (view.inside, view.close_to):
            panel.opened.connect(self.shell.open_person)
            panel.how_wanted.connect(self._ask_how)
            panel.removed.connect(self._take_out)
        view.inside.add_wanted.connect(self._add_inside)
        view.close_to.add_wanted.connect(self._add_close)
        view.inside.moved.connect(self._move_close)
        view.close_to.moved.connect(self._move_inside)

    # The page ----------------------------------------------------------------------------------

    def open(self, **target: object) -> None:
        """Go to ``market=3``; ``new=True`` opens the form of a new market."""
        market = target.get("market")
        if isinstance(market, int) and market:
            self.list.show_all()
            if not self._drawn:
                self._wanted = market
                self.list.reload()
            self.show_market(market)
        if target.get("new"):
            self.new_market()

    def show_market(self, market_id: object) -> None:
        """Show a market at the right; the list follows."""
        page = self._read(market_id) if isinstance(market_id, int) and market_id else None
        if page is None:
            self._show_another(market_id)
            return
        self.view.show_market(page)
        self._stack.setCurrentWidget(self.view)
        if self.list.selected() != page.id:
            self.list.select(page.id, tell=False)

    def remembered(self) -> dict[str, object]:
        """The chosen market."""
        return {"market": 0 if self.view.page is None else self.view.page.id}

    def remember(self, state: dict[str, object]) -> None:
        """Take back the chosen market."""
        market = state.get("market")
        if isinstance(market, int):
            self._wanted = market

    def _read(self, market_id: int) -> MarketPage | None:
        try:
            return self.shell.desk.read(lambda workspace: market_page(workspace, market_id))
        except NotFound:
            return None

    def _show_another(self, gone: object) -> None:
        first = self.list.selected() or self.list.first()
        if first and first != gone:
            self.list.select(first, tell=False)
            self.show_market(first)
        elif not first:
            self.view.page = None
            self._stack.setCurrentWidget(self.empty)

    def _into_market(self) -> None:
        self.view.header.add.setFocus(Qt.FocusReason.TabFocusReason)

    # What can be done ----------------------------------------------------------------------------

    def new_market(self) -> None:
        """Open the card of a new market."""
        sheet = open_new_market(self.shell)
        if isinstance(sheet, NewMarket):
            sheet.added.connect(self._added)

    def add_people(self) -> None:
        """Open the card that adds people, as close to the market."""
        self._add(MarketStanding.CLOSE)

    def describe(self) -> None:
        """Write what is not said of the market yet."""
        self.view.about.start()

    def delete(self) -> None:
        """Delete the market shown; undo brings it back with its people."""
        page = self.view.page
        if page is None:
            return
        self.view.finish()
        self.list.select(self.list.neighbour(page.id))
        self._do(lambda workspace: markets.remove_market(workspace, page.id), page.gone_words)

    def shows_market(self) -> bool:
        """Tell whether a market is there to do something with."""
        return self.view.page is not None and self.view.isVisible()

    def _added(self, market: int) -> None:
        self.list.show_all()
        self.show_market(market)

    def _add_inside(self) -> None:
        self._add(MarketStanding.IN)

    def _add_close(self) -> None:
        self._add(MarketStanding.CLOSE)

    def _add(self, standing: MarketStanding) -> None:
        if self.view.page is not None:
            self.view.finish()
            open_add_people(self.shell, self.view.page.id, standing)

    def _said(self, key: str, words: str) -> None:
        """Keep a field of the market, "who" for instance."""
        page = self.view.page
        if page is not None:
            changed = replace(page.market, **{key: words})  # type: ignore[arg-type]
            self.shell.desk.do(
                lambda workspace: markets.edit_market(workspace, changed), None, self._refused, owner=self
            )

    def _renamed(self, name: str) -> None:
        self._said("name", name)

    def _refused(self, error: NetDeskError) -> None:
        self.shell.trouble(error)
        self.redraw(None)

    def _move_close(self, person: int) -> None:
        self._move(person, MarketStanding.CLOSE)

    def _move_inside(self, person: int) -> None:
        self._move(person, MarketStanding.IN)

    def _move(self, person: int, standing: MarketStanding) -> None:
        page = self.view.page
        if page is not None:
            words = "in" if standing is MarketStanding.IN else "close to"
            self._do(
                lambda workspace: market_people.set_standing(workspace, page.id, person, standing),
                f"{self._name(person)} is {words} {page.title[:60]}",
            )

    def _take_out(self, people: list[int]) -> None:
        page = self.view.page
        if page is None:
            return
        who = self._name(people[0]) if len(people) == 1 else f"{len(people)} people"
        self._do(
            lambda workspace: market_people.take_out(workspace, page.id, people),
            f"Took {who} out of {page.title[:60]}",
        )

    def _ask_how(self, person: int) -> None:
        page = self.view.page
        if page is None:
            return
        kept = self.shell.desk.read(lambda workspace: market_people.how_close(workspace, page.id, [person]))
        words = self.shell.dialogs.ask_text(
            self.window(), page.title[:60], f"How {self._name(person)} is close", kept.get(person, "")
        )
        if words is not None:
            self._do(
                lambda workspace: market_people.say_how(workspace, page.id, person, words),
                f"Noted how {self._name(person)} is close",
            )

    def _name(self, person: int) -> str:
        def read(workspace: Workspace) -> str:
            return person_name(workspace, person).name

        return self.shell.desk.read(read)[:60]

    # Menu and commands ---------------------------------------------------------------------------

    def _entries(self) -> list[Entry | None]:
        return [
            Entry("Rename", self.view.header.title.edit, Icon.EDIT),
            Entry("Say who they are", self.describe, Icon.LOG, "E"),
            None,
            Entry("Delete this market", self.delete, Icon.BIN),
        ]

    def _deeds(self) -> MarketDeeds:
        return MarketDeeds(
            self.go_and_new, self.start_search, self.shows_market, self.add_people, self.describe, self.delete
        )
