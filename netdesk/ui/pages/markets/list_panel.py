"""The left side: title, + new, search, the list of markets."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from netdesk.services.market_page import market_rows
from netdesk.ui.pages.markets.list_delegate import MarketDelegate
from netdesk.ui.pages.markets.list_model import MarketListModel
from netdesk.ui.pages.side_panel import SidePanel
from netdesk.ui.shell import Shell
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.widgets.buttons import icon_button
from netdesk.ui.widgets.row_menu import RowMenu


class MarketListPanel(SidePanel):
    """The markets by name. A market has no bin: deleted, undo brings it back with its people."""

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        self.text = ""
        self.model = MarketListModel()
        super().__init__(
            shell, "Target markets", self.model, MarketDelegate(), RowMenu("Target markets"), parent
        )
        self.lay_out(icon_button(Icon.ADD, "New target market", framed=False), None)
        self.menu.hide()

    def reload(self) -> None:
        """Read the markets anew; the chosen one stays chosen."""
        text, chosen = self.text, self.selected()
        rows = self._shell.desk.read(lambda workspace: market_rows(workspace, text))
        self.model.show_rows(rows)
        self.show_nothing("" if rows or not text else f"No market mentions “{text[:60]}”.")
        if chosen:
            self.select(chosen, tell=False)

    def look_for(self, text: str) -> None:
        """Show the markets that mention these words."""
        if text != self.text:
            self.text = text
            self.reload()

    def show_all(self) -> None:
        """Take the search away."""
        if self.text:
            self.text = ""
            self.search.clear()
            self.reload()
