"""The head of a market: its name, how many people, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from netdesk.services.market_page import MarketPage
from netdesk.ui.pages.events.in_place import InPlaceText
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.metrics import XS, M, Type, metrics
from netdesk.ui.widgets.buttons import primary_button
from netdesk.ui.widgets.labels import ElidedLabel
from netdesk.ui.widgets.row_menu import RowMenu


class MarketHeader(QWidget):
    """``add_pressed()``; ``title.saved(str)`` when it is renamed in place; ``menu`` is the button with the dots."""

    add_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        sizes = metrics()
        self.title = InPlaceText("Name of the market", "Name", Type.TITLE, longest=100)
        self.about = ElidedLabel("", Type.BODY, "text-2")
        self.add = primary_button("Add people", Icon.ADD_PERSON)
        self.add.clicked.connect(self._add)
        self.menu = RowMenu("More about this market")
        self.menu.setProperty("kind", "plain")
        self.menu.setProperty("small", None)
        under = QHBoxLayout()
        # In line with the words of the title, which stand in from their field's edge.
        under.setContentsMargins(sizes.px(XS), 0, 0, 0)
        under.addWidget(self.about)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addLayout(under)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(sizes.px(M))
        row.addLayout(words, 1)
        for button in (self.add, self.menu):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)

    def show_market(self, page: MarketPage) -> None:
        """Show another market, or this one as it is now."""
        self.title.set_text(page.title)
        self.about.setText(page.line)

    def _add(self) -> None:
        self.add_pressed.emit()
