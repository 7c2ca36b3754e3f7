"""In which way somebody was helped: one of seven words, by press, arrows or number."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QWidget

from netdesk.method.ledger import HelpWay, LedgerKind
from netdesk.ui.pages.ledger.words import way_icon
from netdesk.ui.widgets.chip import FilterChip
from netdesk.ui.widgets.flow_layout import FlowLayout

_WAYS = tuple(HelpWay)


class WayChips(QWidget):
    """``way()``, ``buttons()``, ``set_kind(kind)``: the words depend on who helped. ``changed()``."""

    changed = Signal()

    def __init__(self, kind: LedgerKind, way: HelpWay, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        layout = FlowLayout(self, gap=6)
        for number, each in enumerate(_WAYS):
            chip = FilterChip(each.said_of(kind), each is way, way_icon(each))
            self._group.addButton(chip, number)
            layout.addWidget(chip)
        self._group.idClicked.connect(self._clicked)
        self.setFocusProxy(self._group.button(_WAYS.index(way)))

    def way(self) -> HelpWay:
        """The way chosen."""
        return _WAYS[max(0, self._group.checkedId())]

    def buttons(self) -> list[QAbstractButton]:
        """The chips in their order."""
        return self._group.buttons()

    def set_kind(self, kind: LedgerKind) -> None:
        """Say the ways as they are said of this kind."""
        for number, each in enumerate(_WAYS):
            self._group.button(number).setText(each.said_of(kind))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        chip = self._group.button(event.key() - ord("1")) if event.text().isdecimal() else None
        if chip is not None:
            chip.setFocus()
            chip.click()
        else:
            super().keyPressEvent(event)

    def _clicked(self, _number: int) -> None:
        self.changed.emit()
