"""The head of the list: its title, how many people, the menu, the button for a new person, and the search.

``ListHeader(bar)``: ``set_count(words)``, ``set_title(words)``. ``search`` is the field, ``menu_button`` and
``add_button`` the buttons.
"""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from netdesk.ui.pages.contacts.filter_bar import FilterBar
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.metrics import L, S, Type, metrics
from netdesk.ui.widgets.buttons import icon_button
from netdesk.ui.widgets.labels import ElidedLabel, PageTitle
from netdesk.ui.widgets.search_field import SearchField


class ListHeader(QWidget):
    """Title row, search and chips, one above the other."""

    def __init__(self, bar: FilterBar, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        sizes = metrics()
        self._title = PageTitle("Contacts")
        self._count = ElidedLabel("", Type.BODY, "faint")
        self.menu_button = icon_button(Icon.MORE, "More", framed=False)
        self.add_button = icon_button(Icon.ADD, "New person", "Ctrl+N", primary=True)
        self.search = SearchField("Name, company, note, phone…")
        column = QVBoxLayout(self)
        column.setContentsMargins(sizes.px(L), sizes.px(L), sizes.px(L), sizes.px(S))
        column.setSpacing(sizes.px(10))
        row = QHBoxLayout()
        row.setSpacing(sizes.px(S))
        row.addWidget(self._title)
        row.addWidget(self._count, 1)
        row.addWidget(self.menu_button)
        row.addSpacing(sizes.px(S))
        row.addWidget(self.add_button)
        column.addLayout(row)
        column.addWidget(self.search)
        column.addWidget(bar)

    def set_title(self, words: str) -> None:
        """Name the list: "Contacts", "Bin"."""
        self._title.setText(words)

    def set_count(self, words: str) -> None:
        """Say how many are listed."""
        self._count.setText(words)
        self._count.setAccessibleName(f"{words} people")
