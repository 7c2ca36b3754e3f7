"""A card's fields that scroll only when the window is too low for all of them."""

from __future__ import annotations

from PySide6.QtCore import QSize

from netdesk.ui.widgets.scroll_area import VerticalScroll


class GrowingScroll(VerticalScroll):
    """As high as its content where there is room."""

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        content = self.widget()
        layout = content.layout() if content is not None else None
        if layout is None:
            return super().heightForWidth(width)
        return layout.heightForWidth(width) if layout.hasHeightForWidth() else layout.sizeHint().height()

    def sizeHint(self) -> QSize:
        content = self.widget()
        least = super().sizeHint() if content is None else content.sizeHint()
        return QSize(least.width(), self.heightForWidth(max(self.width(), least.width())))
