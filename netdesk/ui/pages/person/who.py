"""Small rows that name somebody: picture, name, a word beside it; pressing one opens the person."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from netdesk.method.names import hue_index, initials
from netdesk.services.people import PersonName
from netdesk.ui.theme.current import current_theme
from netdesk.ui.theme.metrics import M, S, Type, metrics
from netdesk.ui.widgets.avatar import paint_avatar
from netdesk.ui.widgets.paint import LEFT, focus_ring, one_line, text_line


class PersonRow(QAbstractButton):
    """One person in a list of a few. ``opened(object)`` carries the id."""

    opened = Signal(object)

    def __init__(self, person: PersonName, word: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._person = person
        self._word = word
        self.setAccessibleName(one_line(f"{person.name} {word}"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._clicked)

    def _clicked(self) -> None:
        self.opened.emit(self._person.id)

    def sizeHint(self) -> QSize:
        return QSize(metrics().px(180), metrics().px(32))

    def minimumSizeHint(self) -> QSize:
        return QSize(metrics().px(80), metrics().px(32))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, sizes = current_theme(), metrics()
        painter = QPainter(self)
        side = sizes.px(26)
        box = QRect(0, (self.height() - side) // 2, side, side)
        name = self._person.name
        paint_avatar(painter, box, initials(name), hue_index(name), theme)
        left = side + sizes.px(M)
        room = self.width() - left
        font = sizes.font(Type.SECONDARY_MEDIUM)
        role = "accent" if self.underMouse() else "text"
        wish = QFontMetrics(font).horizontalAdvance(one_line(name)) + 2
        word_wish = QFontMetrics(sizes.font(Type.SECONDARY)).horizontalAdvance(self._word)
        width = min(wish, max(room - word_wish - sizes.px(S), room // 2))
        text_line(painter, QRect(left, 0, width, self.height()), name, font, theme.color(role), LEFT)
        at = left + width + sizes.px(S)
        rest = QRect(at, 0, self.width() - at, self.height())
        text_line(painter, rest, self._word, sizes.font(Type.SECONDARY), theme.color("faint"), LEFT)
        if self.hasFocus():
            focus_ring(painter, self.rect(), theme, sizes.px(6))
