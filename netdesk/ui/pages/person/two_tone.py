"""A faint word and the text it names, wrapped together as one paragraph."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from netdesk.ui.theme.current import current_theme
from netdesk.ui.theme.metrics import Type, metrics
from netdesk.ui.widgets.labels import wrappable
from netdesk.ui.widgets.paint import one_line

_LINE = 1.48


class TwoTone(QWidget):
    """Plain text only, capped and hard-wrapped as every field’s text is."""

    def __init__(self, label: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = label
        # One paragraph: a line feed would end the layout's first.
        self._text = wrappable(f"{label} {text}").replace("\n", "\u2028")
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(one_line(f"{label}: {text}"))

    def text(self) -> str:
        """The whole paragraph as it is shown."""
        return self._text

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(self._laid_out(width).lineCount() * self._line_height())

    def sizeHint(self) -> QSize:
        width = metrics().px(220)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(metrics().px(90), round(self._line_height()))

    def _line_height(self) -> float:
        font = metrics().font(Type.SECONDARY)
        return max(QFontMetrics(font).height(), font.pixelSize() * _LINE)

    def _laid_out(self, width: int) -> QTextLayout:
        layout = QTextLayout(self._text, metrics().font(Type.SECONDARY))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        faint = QTextLayout.FormatRange()
        faint.start, faint.length = 0, len(self._label)
        style = QTextCharFormat()
        style.setForeground(current_theme().color("faint"))
        faint.format = style
        layout.setFormats([faint])
        layout.beginLayout()
        top = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(width, 1))
            line.setPosition(QPointF(0, top + (self._line_height() - line.height()) / 2))
            top += self._line_height()
        layout.endLayout()
        return layout

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(current_theme().color("text"))
        self._laid_out(self.width()).draw(painter, QPointF(0, 0))
