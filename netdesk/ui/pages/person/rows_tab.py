"""A tab of a person's page with rows below some buttons: so many at first, the rest when asked for.

``RowsTab(shell, at_first)``: what stands above the rows goes into ``head``. Subclasses override ``fill``.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from netdesk.services.person_page import PersonPage
from netdesk.ui.shell import Shell
from netdesk.ui.theme.metrics import M, S, metrics
from netdesk.ui.widgets.buttons import link_button
from netdesk.ui.widgets.keyed_row import KeyedRow, place_of_keyboard
from netdesk.ui.widgets.labels import Caption
from netdesk.ui.widgets.scroll_area import VerticalScroll

_MANY = 300


class RowsTab(QWidget):
    """``rows()`` are those shown; drawn anew, the keyboard stays at its place among them."""

    def __init__(self, shell: Shell, at_first: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        sizes = metrics()
        self.shell = shell
        self.page: PersonPage | None = None
        self._at_first = self._limit = at_first
        self.head = QVBoxLayout()
        self.head.setSpacing(sizes.px(S))
        below = QWidget()
        self._rows = QVBoxLayout(below)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        self.more = link_button("")
        self.more.clicked.connect(self._show_more)
        self.more.hide()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, sizes.px(M), 0, 0)
        outer.setSpacing(sizes.px(S))
        outer.addLayout(self.head)
        outer.addWidget(VerticalScroll(below), 1)
        outer.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)

    def show_page(self, page: PersonPage) -> None:
        """Show another person, or the same one anew."""
        if self.page is None or self.page.id != page.id:
            self._limit = self._at_first
        self.page = page
        self._draw(page)

    def rows(self) -> list[KeyedRow]:
        """The rows shown, from the top."""
        items = (self._rows.itemAt(place) for place in range(self._rows.count()))
        widgets = (item.widget() for item in items if item is not None)
        return [widget for widget in widgets if isinstance(widget, KeyedRow)]

    def fill(self, page: PersonPage, limit: int) -> int:
        """Add at most ``limit`` rows, and tell how many there are in all. Subclasses override this."""
        return 0

    def add_row(self, row: KeyedRow) -> None:
        """Put a row below the others."""
        self._rows.addWidget(row)
        # At once: the keyboard may go there before Qt would show it.
        row.show()

    def add_heading(self, words: str) -> None:
        """Put a small heading over the rows to come."""
        box = QWidget()
        layout = QVBoxLayout(box)
        layout.setContentsMargins(metrics().px(4), metrics().px(S), 0, 0)
        layout.addWidget(Caption(words))
        self._rows.addWidget(box)

    def _draw(self, page: PersonPage) -> None:
        held = place_of_keyboard(self.rows())
        self._clear()
        count = self.fill(page, self._limit)
        self._rows.addStretch(1)
        self.more.setText(self.tr("Show all {0:,}").format(count))
        self.more.setVisible(count > self._limit)
        shown = self.rows()
        if held >= 0 and shown:
            shown[min(held, len(shown) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)

    def _clear(self) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _show_more(self) -> None:
        if self.page is not None:
            self._limit = max(self._limit * 10, _MANY)
            self._draw(self.page)
