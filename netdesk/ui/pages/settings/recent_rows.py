"""The workspaces opened last on this computer, each with what can be done with it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from netdesk.services.recent_workspaces import RecentWorkspace
from netdesk.ui.theme.metrics import XS, S, Type, metrics
from netdesk.ui.widgets.buttons import plain_button
from netdesk.ui.widgets.labels import Caption, ElidedLabel


class RecentRows(QWidget):
    """``show_workspaces``; signals ``open_asked(path)`` and ``forget_asked(path)``. Hidden while there are none."""

    open_asked = Signal(object)
    forget_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[RecentRow] = []
        self._list = QVBoxLayout(self)
        self._list.setContentsMargins(0, metrics().px(S), 0, 0)
        self._list.setSpacing(metrics().px(XS))
        self._list.addWidget(Caption(self.tr("Opened before on this computer")))
        self.hide()

    def show_workspaces(self, workspaces: Sequence[RecentWorkspace]) -> None:
        """Show these in the place of those before."""
        for row in self.rows:
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = []
        for one in workspaces:
            row = RecentRow(one)
            row.button.clicked.connect(partial(self._asked, one))
            self.rows.append(row)
            self._list.addWidget(row)
        # Of one width, so that what stands before them is in line.
        widest = max((row.button.sizeHint().width() for row in self.rows), default=0)
        for row in self.rows:
            row.button.setMinimumWidth(widest)
        self.setVisible(bool(self.rows))

    def _asked(self, one: RecentWorkspace, _checked: bool = False) -> None:
        (self.open_asked if one.is_there else self.forget_asked).emit(one.path)


class RecentRow(QWidget):
    """One workspace: its name and folder, and *Open*; one that is gone says so and can be taken off the list."""

    def __init__(self, one: RecentWorkspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(metrics().px(S))
        name = ElidedLabel(one.name, Type.BODY, "text" if one.is_there else "text-2")
        where = (
            str(one.path.parent)
            if one.is_there
            else self.tr("not there any more: {0}").format(one.path.parent)
        )
        place = ElidedLabel(where, Type.SECONDARY, "text-2", middle=True)
        line.addWidget(name, 2)
        line.addWidget(place, 3)
        words = self.tr("Open") if one.is_there else self.tr("Forget")
        self.button = plain_button(words, small=True)
        self.button.setAccessibleName(f"{words} {one.name}")
        line.addWidget(self.button)
