"""Choosing one of the ladders for all five levels; one's own is told as such."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

from netdesk.method.ladders import LADDERS, OWN, ladder_of
from netdesk.method.levels import Level


class LadderChoice(QComboBox):
    """``picked(str)`` carries the key of the ladder a person chose. One's own is shown, but cannot be chosen."""

    picked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Ladder of levels"))
        for one in LADDERS:
            self.addItem(one.name, one.key)
            names = ", ".join(level.name for level in one.levels)
            self.setItemData(self.count() - 1, f"{one.meaning}: {names}", Qt.ItemDataRole.ToolTipRole)
        self.setPlaceholderText(OWN)
        self.activated.connect(self._activated)
        self._kept = -1

    def show_levels(self, levels: Sequence[Level]) -> None:
        """Show which ladder these levels are."""
        known = ladder_of(levels)
        self._kept = -1 if known is None else self.findData(known.key)
        self.setCurrentIndex(self._kept)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page: a ladder is not changed in passing."""
        event.ignore()

    def _activated(self, place: int) -> None:
        if place != self._kept:
            self.picked.emit(str(self.itemData(place)))
