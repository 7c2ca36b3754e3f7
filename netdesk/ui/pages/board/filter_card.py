"""The board’s filter: text, tag, target market and kind, in a small card below its button."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QFrame, QLabel, QVBoxLayout, QWidget

from netdesk.method.contact_kinds import PersonKind
from netdesk.services.board_query import BoardQuery
from netdesk.ui.theme.current import current_theme
from netdesk.ui.theme.metrics import L, S, metrics
from netdesk.ui.widgets.buttons import quiet_button
from netdesk.ui.widgets.labels import Secondary
from netdesk.ui.widgets.search_field import SearchField

Named = Sequence[tuple[int, str]]
_LONGEST = 60


class FilterCard(QFrame):
    """Pops up below a widget. ``changed`` carries the new query at each choice."""

    changed = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAccessibleName(self.tr("Filter the board"))
        self._query = BoardQuery()
        self._filling = False
        sizes = metrics()
        column = QVBoxLayout(self)
        column.setContentsMargins(sizes.px(L), sizes.px(L), sizes.px(L), sizes.px(L))
        column.setSpacing(sizes.px(S))
        self._text = SearchField(self.tr("Name, firm, note, tag…"))
        self._tag = self._add_choice(column, self.tr("Tag"))
        self._market = self._add_choice(column, self.tr("Target market"))
        self._kind = self._add_choice(column, self.tr("Kind"))
        column.insertWidget(0, self._text)
        clear = quiet_button(self.tr("Show everybody"), small=True)
        clear.clicked.connect(self.clear)
        column.addWidget(clear, 0, Qt.AlignmentFlag.AlignLeft)
        self.setMinimumWidth(sizes.px(280))
        self._text.searched.connect(self._chosen)

    def set_choices(self, tags: Named, markets: Named) -> None:
        """Offer these tags and target markets."""
        self._filling = True
        _fill(self._tag, self.tr("Any tag"), tags)
        _fill(self._market, self.tr("Any target market"), markets)
        kinds = [(kind, kind.label) for kind in PersonKind]
        _fill(self._kind, self.tr("Any kind"), kinds)
        self._filling = False
        self.set_query(self._query)

    def set_query(self, query: BoardQuery) -> None:
        """Show what is asked for now."""
        self._filling = True
        self._query = query
        if self._text.text().strip() != query.text:
            self._text.setText(query.text)
        for box, value in ((self._tag, query.tag), (self._market, query.market), (self._kind, query.kind)):
            box.setCurrentIndex(max(0, box.findData(value)))
        self._filling = False

    def words(self, query: BoardQuery) -> str:
        """What the button says: "Breakfast Club · any target market"."""
        parts = [f"“{query.text}”"] if query.text else []
        parts.append(self._tag.currentText() if query.tag is not None else self.tr("Any tag"))
        market = self.tr("any target market")
        parts.append(self._market.currentText() if query.market is not None else market)
        if query.kind is not None:
            parts.append(query.kind.label)
        return " · ".join(parts)

    def pop_up(self, below: QWidget) -> None:
        """Show the card below a widget, right edges in line."""
        self.adjustSize()
        corner = below.mapToGlobal(QPoint(below.width() - self.width(), below.height() + metrics().px(4)))
        self.move(corner)
        self.show()
        self._text.setFocus(Qt.FocusReason.PopupFocusReason)

    def clear(self) -> None:
        """Ask for everybody again, in the same order."""
        self.set_query(BoardQuery(sort=self._query.sort))
        self.changed.emit(self._query)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = current_theme()
        painter.fillRect(self.rect(), theme.color("panel"))
        painter.setPen(theme.color("line"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def _add_choice(self, column: QVBoxLayout, name: str) -> QComboBox:
        label: QLabel = Secondary(name)
        box = QComboBox()
        box.setAccessibleName(name)
        label.setBuddy(box)
        column.addWidget(label)
        column.addWidget(box)
        box.currentIndexChanged.connect(self._chosen)
        return box

    def _chosen(self) -> None:
        if self._filling:
            return
        kind = self._kind.currentData()
        self._query = replace(
            self._query,
            text=self._text.text().strip(),
            tag=self._tag.currentData(),
            market=self._market.currentData(),
            kind=None if kind is None else PersonKind(kind),
        )
        self.changed.emit(self._query)


def _fill(box: QComboBox, everybody: str, choices: Sequence[tuple[object, str]]) -> None:
    held = box.currentData()
    box.clear()
    box.addItem(everybody, None)
    for value, name in choices:
        box.addItem(" ".join(name.split())[:_LONGEST], value)
    box.setCurrentIndex(max(0, box.findData(held)))
