"""The head of a column: the level’s name, pips, how many stand there, what it means, and whether that is too many."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QContextMenuEvent, QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from netdesk.method.levels import Level, over_capacity_sentence, people_over_capacity
from netdesk.ui.theme.current import current_theme
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.metrics import M, S, Type, metrics
from netdesk.ui.widgets.buttons import icon_button
from netdesk.ui.widgets.chip import Chip, Tone
from netdesk.ui.widgets.labels import ElidedLabel, Faint, WrapLabel, plain_tooltip
from netdesk.ui.widgets.pips import Pips


class ColumnHeader(QWidget):
    """Shown above the cards; its menu is wanted by the button, a right click or the menu key."""

    menu_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        sizes = metrics()
        self._name = ElidedLabel("", Type.SECTION, "text")
        self._count = Faint("")
        self._more = icon_button(Icon.MORE, self.tr("More about this level"), framed=False, small=True)
        self._more.clicked.connect(self.menu_wanted)
        kept = self._more.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self._more.setSizePolicy(kept)
        self._pips = Pips(0)
        self._over = Chip("", Tone.WARN, Icon.WARNING)
        self._meaning = WrapLabel("", Type.LABEL, "text-2")
        self._meaning.set_max_lines(3)
        top = QHBoxLayout()
        top.setSpacing(sizes.px(4))
        top.addWidget(self._name, 1)
        top.addWidget(self._count)
        marks = QHBoxLayout()
        marks.setSpacing(sizes.px(S))
        marks.addWidget(self._pips)
        marks.addWidget(self._over)
        marks.addStretch(1)
        marks.addWidget(self._more)
        column = QVBoxLayout(self)
        column.setContentsMargins(sizes.px(M), sizes.px(10), sizes.px(M), sizes.px(10))
        column.setSpacing(sizes.px(2))
        column.addLayout(top)
        column.addLayout(marks)
        column.addWidget(self._meaning)
        self._hide_more()

    def set_level(self, level: Level) -> None:
        """Show a level’s settings."""
        self._name.setText(level.name)
        self._pips.set_level(level.number)
        self._meaning.setText(level.meaning)
        self._meaning.setVisible(bool(level.meaning))
        self._more.setAccessibleName(self.tr("More about {0}").format(level.name))

    def set_people(self, shown: int, standing: int, level: Level) -> None:
        """Show how many cards there are, and whether more people stand here than can be tended."""
        self._count.setText(
            f"{shown:,}" if shown == standing else self.tr("{0} of {1}").format(f"{shown:,}", f"{standing:,}")
        )
        over = people_over_capacity(level, standing)
        self._over.setVisible(bool(over))
        self._over.set_chip(self.tr("{0} too many").format(f"{over:,}"), Tone.WARN, Icon.WARNING)
        sentence = over_capacity_sentence(level, standing)
        self._over.setToolTip(plain_tooltip(sentence))
        self._over.setAccessibleDescription(sentence)

    def meaning_height(self, width: int) -> int:
        """The height the meaning wants in a column so wide, so that all columns can agree."""
        inner = width - 2 * metrics().px(M)
        return self._meaning.heightForWidth(inner) if not self._meaning.isHidden() else 0

    def set_meaning_height(self, height: int) -> None:
        """Give the meaning the height the columns agreed on."""
        self._meaning.setMinimumHeight(height)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._more.setVisible(True)

    def leaveEvent(self, event: QEvent) -> None:
        self._hide_more()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wanted.emit()
        event.accept()

    def _hide_more(self) -> None:
        self._more.setVisible(False)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(current_theme().color("line"))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
