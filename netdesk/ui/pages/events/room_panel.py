"""Plan for the room: how many people the length of the event leaves time for."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from netdesk.services.event_page import EventPage
from netdesk.ui.theme.current import current_theme
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.icons import paint_icon
from netdesk.ui.theme.metrics import ICON, XS, S, Type, metrics
from netdesk.ui.widgets.labels import WrapLabel
from netdesk.ui.widgets.panel import Panel


class RoomPanel(Panel):
    """Three lines, scaled to the event's length."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Plan for the room", parent=parent)
        self._lines = [IconLine(glyph) for glyph in (Icon.PEOPLE, Icon.WORTH, Icon.ONE_TO_ONE)]
        self.body.setSpacing(metrics().px(XS))
        for line in self._lines:
            self.body.addWidget(line)

    def show_event(self, page: EventPage) -> None:
        """Show the plan of an event."""
        plan = page.plan
        for line, words in zip(self._lines, (plan.learn_line, plan.solid_line, plan.book_line), strict=True):
            line.set_text(words)
            line.setVisible(bool(words))

    def lines(self) -> list[str]:
        """Give the words of the plan."""
        return [line.text() for line in self._lines if not line.isHidden()]


class IconLine(QWidget):
    """A glyph and a sentence."""

    def __init__(self, glyph: str, kind: Type = Type.SECONDARY, role: str = "text") -> None:
        super().__init__()
        self._label = WrapLabel("", kind, role)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(metrics().px(S))
        row.addWidget(Glyph(glyph), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._label, 1)

    def text(self) -> str:
        """Give the sentence."""
        return self._label.text()

    def set_text(self, text: str) -> None:
        """Say something else."""
        self._label.setText(text)
        self.setAccessibleName(text)


class Glyph(QWidget):
    """A small icon in the second colour."""

    def __init__(self, glyph: str, role: str = "text-2") -> None:
        super().__init__()
        self._glyph, self._role = glyph, role
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        side = metrics().px(ICON)
        return QSize(side, side + metrics().px(1))

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_icon(QPainter(self), self.rect(), self._glyph, current_theme().color(self._role))
