"""The names above the columns of the tray; pressing one sorts by it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from netdesk.services.card_tray import TrayOrder
from netdesk.ui.pages.events.tray.tray_columns import columns
from netdesk.ui.theme.current import current_theme
from netdesk.ui.theme.metrics import Type, metrics
from netdesk.ui.widgets.labels import plain_tooltip
from netdesk.ui.widgets.paint import CENTRE, LEFT, text_line

_HEIGHT = 32


class TrayHeading(QWidget):
    """One line of words; the one that the rows are sorted by is in the accent's colour."""

    order_picked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.events = True
        self.order = TrayOrder.URGENCY
        self._right = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName("Columns of the cards")

    def show_order(self, order: TrayOrder, *, events: bool) -> None:
        """Show by what the rows are sorted, and whether they tell of events."""
        self.order, self.events = order, events
        self.update()

    def leave_room(self, pixels: int) -> None:
        """Keep the place above a scroll bar free."""
        self._right = pixels
        self.update()

    def sizeHint(self) -> QSize:
        height = QFontMetrics(metrics().font(Type.LABEL_MEDIUM)).height()
        return QSize(100, max(metrics().px(_HEIGHT), height + metrics().px(10)))

    def names(self) -> list[tuple[QRect, str, TrayOrder]]:
        """Each name with its room and the order it stands for."""
        found = columns(self.rect().adjusted(0, 0, -self._right, 0), events=self.events)
        where = "Event and age" if self.events and not found.narrow else "Age"
        by_event = TrayOrder.EVENT if self.events and not found.narrow else TrayOrder.AGE
        return [
            (found.who, "Who", TrayOrder.NAME),
            (found.met, where, by_event),
            (found.plan, "What I will do", TrayOrder.DAY),
            (found.chip, "State", TrayOrder.URGENCY),
        ]

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        for box, _, order in self.names():
            if box.contains(place) and event.button() == Qt.MouseButton.LeftButton:
                self.order_picked.emit(order)

    def event(self, event: QEvent) -> bool:
        """Say what a press sorts by."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            for box, _, order in self.names():
                if box.contains(event.pos()):
                    QToolTip.showText(event.globalPos(), plain_tooltip(f"Sort: {order.label.lower()}"), self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, sizes = current_theme(), metrics()
        painter = QPainter(self)
        font = sizes.font(Type.LABEL_MEDIUM)
        for box, words, order in self.names():
            role = "accent" if order is self.order else "faint"
            text_line(painter, box, words, font, theme.color(role), LEFT)
        star = columns(self.rect().adjusted(0, 0, -self._right, 0), events=self.events).star
        room = star.adjusted(-sizes.px(6), 0, sizes.px(6), 0)
        text_line(painter, room, "Solid", font, theme.color("faint"), CENTRE)
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.color("line"))
