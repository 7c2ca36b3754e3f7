"""The line under a cell that says what is wrong with what was typed, and what to do."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from netdesk.method.errors import NetDeskError
from netdesk.ui.theme.current import current_theme
from netdesk.ui.theme.metrics import XL, M, Type, metrics
from netdesk.ui.widgets.labels import WrapLabel
from netdesk.ui.widgets.paint import rounded

_WIDEST = 380


class CellTrouble(QFrame):
    """Lies over the page, under the cell; above it where there is no room below."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._words = WrapLabel("", Type.SECONDARY_MEDIUM, "bad-text")
        layout = QVBoxLayout(self)
        sizes = metrics()
        layout.setContentsMargins(sizes.px(M), sizes.px(6), sizes.px(M), sizes.px(6))
        layout.addWidget(self._words)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def words(self) -> str:
        """What is said, "" while nothing is wrong."""
        return "" if self.isHidden() else self._words.text()

    def say(self, error: NetDeskError, field: QWidget) -> None:
        """Say what is wrong with what stands in a field."""
        self._words.setText(str(error))
        self.setAccessibleName(str(error))
        field.setAccessibleDescription(str(error))
        self.place(field)
        self.show()
        self.raise_()

    def place(self, field: QWidget) -> None:
        """Lie under the field wherever it is now."""
        page = self.parentWidget()
        if page is None:
            return
        sizes = metrics()
        cell = QRect(field.mapTo(page, QPoint(0, 0)), field.size())
        pads = 2 * sizes.px(M) + 2
        width = min(
            self._words.fontMetrics().horizontalAdvance(self._words.text()) + pads + 4, sizes.px(_WIDEST)
        )
        height = self._words.heightForWidth(width - pads) + sizes.px(12) + 2
        left = max(0, min(cell.left(), page.width() - width - sizes.px(XL)))
        top = cell.bottom() + sizes.px(4)
        if top + height > page.height():
            top = cell.top() - sizes.px(4) - height
        self.setGeometry(left, top, width, height)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        rounded(QPainter(self), self.rect(), theme.color("bad-soft"), theme.color("bad"), metrics().px(6))
