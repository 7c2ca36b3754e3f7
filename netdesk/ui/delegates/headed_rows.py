"""Paints rows under headings, in the list at the side of a page.

``HeadedDelegate`` paints the headings, the frame of a row and the ring of the keyboard. A subclass gives
``row_height()`` and paints what stands in a row: ``paint_row(painter, box, index, chosen, theme)``.
"""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from netdesk.ui.models.headed_ids import IS_HEADING
from netdesk.ui.theme.current import current_theme
from netdesk.ui.theme.metrics import RADIUS_CARD, XS, M, Type, metrics
from netdesk.ui.theme.tokens import Theme
from netdesk.ui.widgets.paint import focus_ring, rounded, text_line

_HEADING = 34
Index = QModelIndex | QPersistentModelIndex


class HeadedDelegate(QStyledItemDelegate):
    """Headings are low, rows all of the same height."""

    chosen_fill: ClassVar[str] = "accent-soft"
    chosen_line: ClassVar[str] = ""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._measured: tuple[QFont, QSize, QSize] | None = None

    def row_height(self) -> int:
        """Give the pixels a row takes. Subclasses override this."""
        return metrics().px(_HEADING)

    def paint_row(self, painter: QPainter, box: QRect, index: Index, chosen: bool, theme: Theme) -> None:
        """Paint what stands in a row; its frame is painted already. Subclasses override this."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        font = QApplication.font()
        if self._measured is None or self._measured[0] != font:
            # The list asks for every row; measuring letters each time would take longer than all the rest.
            self._measured = font, QSize(100, metrics().px(_HEADING)), QSize(100, self.row_height())
        return self._measured[1] if index.data(IS_HEADING) else self._measured[2]

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        theme = current_theme()
        painter.save()
        if index.data(IS_HEADING):
            _paint_heading(painter, rect, str(index.data()), theme)
        else:
            box = rect.adjusted(0, 1, 0, -1)
            chosen = bool(state & QStyle.StateFlag.State_Selected)
            self._paint_frame(painter, box, state, theme)
            self.paint_row(painter, box, index, chosen, theme)
            if state & QStyle.StateFlag.State_HasFocus and state & QStyle.StateFlag.State_KeyboardFocusChange:
                focus_ring(painter, box, theme, metrics().px(RADIUS_CARD))
        painter.restore()

    def _paint_frame(self, painter: QPainter, box: QRect, state: QStyle.StateFlag, theme: Theme) -> None:
        radius = metrics().px(RADIUS_CARD)
        if state & QStyle.StateFlag.State_Selected:
            line = theme.color(self.chosen_line) if self.chosen_line else None
            rounded(painter, box, theme.color(self.chosen_fill), line, radius)
        elif state & QStyle.StateFlag.State_MouseOver:
            rounded(painter, box, theme.color("hover"), None, radius)


def _paint_heading(painter: QPainter, rect: QRect, words: str, theme: Theme) -> None:
    sizes = metrics()
    box = rect.adjusted(sizes.px(M - 2), 0, 0, -sizes.px(XS + 2))
    font = sizes.font(Type.LABEL)
    font.setCapitalization(font.Capitalization.AllUppercase)
    bottom = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft
    text_line(painter, box, words, font, theme.color("faint"), bottom)
