"""One market: its head, who they are, and the people in it and close to it side by side."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from netdesk.method.contact_kinds import MarketStanding
from netdesk.services.market_page import MarketPage
from netdesk.ui.delegates.photos import Photos
from netdesk.ui.pages.list_page import lay_out_view
from netdesk.ui.pages.markets.about_panel import AboutPanel
from netdesk.ui.pages.markets.market_header import MarketHeader
from netdesk.ui.pages.markets.people_panel import MarketPeople
from netdesk.ui.shell import Shell
from netdesk.ui.theme.metrics import XL, L, S, metrics


class MarketView(QWidget):
    """The right side of the page."""

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        sizes = metrics()
        self.page: MarketPage | None = None
        self.header = MarketHeader()
        self.about = AboutPanel()
        photos = Photos(shell.desk, self)
        self.inside = MarketPeople(shell, photos, MarketStanding.IN)
        self.close_to = MarketPeople(shell, photos, MarketStanding.CLOSE)
        below = QWidget()
        column = QVBoxLayout(below)
        column.setContentsMargins(0, sizes.px(S), sizes.px(XL), sizes.px(XL))
        column.setSpacing(sizes.px(L))
        column.addWidget(self.about)
        lists = QHBoxLayout()
        lists.setSpacing(sizes.px(L))
        for panel in (self.inside, self.close_to):
            lists.addWidget(panel, 1)
        column.addLayout(lists, 1)
        lay_out_view(self, (self.header,), below)

    def show_market(self, page: MarketPage) -> None:
        """Show a market."""
        if self.page is not None and self.page.id != page.id:
            self.finish()
        self.page = page
        self.header.show_market(page)
        self.about.show_market(page.market)
        for panel in (self.inside, self.close_to):
            panel.show_market(page.id)

    def finish(self) -> None:
        """Save whatever is open anywhere."""
        self.header.title.finish()
        self.about.finish()
