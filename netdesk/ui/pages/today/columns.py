"""The panels of Today in three columns, two or one, as wide as the page is; panels that are hidden take no place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from netdesk.ui.theme.metrics import L, metrics

THREE_FROM, TWO_FROM = 1100, 800
"""The widths of the columns together, in logical pixels at the usual font size."""
_WEIGHTS = {3: (40, 40, 30), 2: (54, 46, 0), 1: (1, 0, 0)}
_COLUMNS = 3


class TodayColumns(QWidget):
    """``first``, ``second`` and ``third`` are the panels of the three columns.

    In two columns the second stands among the third, below its first panel, and takes the place of the first while
    that has nothing to show; so does the third but its last panel when neither has. In one, all stand below each other.
    """

    def __init__(
        self,
        first: Sequence[QWidget],
        second: Sequence[QWidget],
        third: Sequence[QWidget],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._groups = (tuple(first), tuple(second), tuple(third))
        self._placed: tuple[tuple[QWidget, ...], ...] = ()
        self._shown: set[QWidget] = set()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(metrics().px(L))
        self._holders: list[QWidget] = []
        self._columns: list[QVBoxLayout] = []
        for _ in range(_COLUMNS):
            holder = QWidget()
            column = QVBoxLayout(holder)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(metrics().px(L))
            column.addStretch(1)
            self._holders.append(holder)
            self._columns.append(column)
            self._row.addWidget(holder)
        for panel in (*first, *second, *third):
            # A panel without a parent would come up as a window.
            panel.setParent(self)
            panel.hide()
        self.arrange()

    def count(self) -> int:
        """How many columns there are now."""
        return len(self._placed)

    def panels(self) -> list[QWidget]:
        """The panels that are shown, in the order the arrows walk through them."""
        return [panel for column in self._placed for panel in column if panel in self._shown]

    def show_panel(self, panel: QWidget, shown: bool) -> None:
        """Say whether a panel is shown; :meth:`arrange` does it."""
        # Not asked of the panel: while it moves from column to column Qt calls it hidden.
        if shown:
            self._shown.add(panel)
        else:
            self._shown.discard(panel)
            panel.hide()

    def arrange(self) -> None:
        """Put the panels where there is room for them now; call it when some were shown or hidden."""
        placed = self._wanted()
        if placed != self._placed:
            self._placed = placed
            for place, column in enumerate(self._columns):
                panels = placed[place] if place < len(placed) else ()
                for position, panel in enumerate(panels):
                    column.insertWidget(position, panel)
        for panel in self._shown:
            panel.show()
        for place, holder in enumerate(self._holders):
            holder.setVisible(place < len(placed))
            self._row.setStretch(place, _WEIGHTS[len(placed)][place])

    def minimumSizeHint(self) -> QSize:
        return QSize(metrics().px(320), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def _wanted(self) -> tuple[tuple[QWidget, ...], ...]:
        first, second, third = self._groups
        width = self.width()
        beside = (*third[:1], *second, *third[1:])
        if width < metrics().px(TWO_FROM):
            return ((*first, *beside),)
        has_first, has_second = (any(panel in self._shown for panel in group) for group in (first, second))
        if has_second and not has_first:
            return ((*first, *second), third)
        if not has_first:
            # Only what stands at the right: its last panel stays there, the others come to the left.
            return ((*first, *second, *third[:-1]), third[-1:])
        if width >= metrics().px(THREE_FROM) and has_second:
            return (first, second, third)
        return (first, beside)
