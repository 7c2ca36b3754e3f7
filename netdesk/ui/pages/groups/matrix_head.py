"""The heads of the audit: over the marks they stand in the middle, on two lines where there is little room."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from netdesk.ui.pages.groups.matrix_delegate import name_left, two_lines
from netdesk.ui.pages.groups.matrix_model import HEADS, LEVEL, MEMBER, MatrixModel
from netdesk.ui.theme.current import current_theme
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.icons import paint_icon
from netdesk.ui.theme.metrics import Type, metrics
from netdesk.ui.widgets.paint import text_line


class MatrixHead(QHeaderView):
    """Heads over the marks stand in the middle; a small arrow says what the table is sorted by."""

    def __init__(self, model: MatrixModel, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._matrix = model
        self.wraps = False
        self.setSectionsClickable(True)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(10)
        self.setAccessibleName("Heads of the audit")

    def sizeHint(self) -> QSize:
        ruler = QFontMetrics(metrics().font(Type.LABEL_STRONG))
        lines = 2 if self.wraps else 1
        return QSize(super().sizeHint().width(), ruler.lineSpacing() * lines + metrics().px(18))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        theme, sizes = current_theme(), metrics()
        font = sizes.font(Type.LABEL_STRONG)
        by = self._matrix.sorted_by()
        chosen = by is not None and by[0] == section
        ink = theme.color("text" if chosen else "faint")
        painter.save()
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme.color("line"))
        words = HEADS[section]
        width = QFontMetrics(font).horizontalAdvance(words)
        if section == MEMBER:
            box = rect.adjusted(name_left(), 0, 0, -1)
            text_line(painter, box, words, font, ink)
            end = box.left() + width
        elif section == LEVEL:
            text_line(painter, rect.adjusted(0, 0, 0, -1), words, font, ink)
            end = rect.left() + width
        else:
            painter.setFont(font)
            painter.setPen(ink)
            flags = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
            painter.drawText(rect.adjusted(2, 0, -2, -1), flags, words)
            end = rect.center().x() + min(width, two_lines(words, font) if self.wraps else width) // 2
        if chosen and by is not None:
            side = sizes.px(9)
            glyph = Icon.DOWN_BOLD if by[1] == Qt.SortOrder.AscendingOrder else Icon.UP_BOLD
            place = QRect(end + sizes.px(3), rect.center().y() - side // 2, side, side)
            paint_icon(painter, place, glyph, ink)
        painter.restore()
