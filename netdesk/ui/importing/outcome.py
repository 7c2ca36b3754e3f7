"""What an import did: the counts, and every place of the files that could not be used, to be copied or saved."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QListView, QVBoxLayout, QWidget

from netdesk.services.importing import ImportReport, Remark, remark_line
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.metrics import XL, L, M, S, Type, metrics
from netdesk.ui.widgets.buttons import quiet_button
from netdesk.ui.widgets.labels import Figure, Secondary, SectionTitle, WrapLabel, plain_tooltip
from netdesk.ui.widgets.paint import one_line

_Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()


class Remarks(QAbstractListModel):
    """Remarks as lines of plain text, made when they are painted."""

    def __init__(self, remarks: tuple[Remark, ...], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._remarks = remarks

    def rowCount(self, parent: _Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self._remarks)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return one_line(remark_line(self._remarks[index.row()]))
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(remark_line(self._remarks[index.row()]))
        return None


class Outcome(QWidget):
    """Signals ``save_asked(str)`` with the whole report as text."""

    save_asked = Signal(str)

    def __init__(self, report: ImportReport, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        sizes = metrics()
        self._report = report
        column = QVBoxLayout(self)
        column.setContentsMargins(sizes.px(XL), sizes.px(L), sizes.px(XL), sizes.px(L))
        column.setSpacing(sizes.px(L))
        column.addLayout(self._figures())
        remarks = report.unreadable + report.warnings
        self.list = QListView()
        if remarks:
            column.addLayout(self._head(len(remarks)))
            self.list.setModel(Remarks(remarks, self.list))
            self.list.setUniformItemSizes(True)
            self.list.setSpacing(sizes.px(3))
            self.list.setProperty("framed", True)
            self.list.setAccessibleName("What could not be used")
            self.list.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
            self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
            column.addWidget(self.list, 1)
        else:
            self.list.setParent(self)
            self.list.hide()
            column.addWidget(WrapLabel("Everything in the file could be read.", Type.BODY, "text-2"))
            column.addStretch(1)

    def _figures(self) -> QHBoxLayout:
        report = self._report
        row = QHBoxLayout()
        row.setSpacing(metrics().px(40))
        for count, words in (
            (report.added, "added"),
            (report.updated, "updated"),
            (report.already_there, "already there"),
            (report.left_out, "left out"),
            (len(report.unreadable), "could not be read"),
        ):
            cell = QVBoxLayout()
            cell.setSpacing(0)
            figure = Figure(f"{count:,}")
            figure.setAccessibleName(f"{count:,} {words}")
            cell.addWidget(figure)
            cell.addWidget(Secondary(words))
            row.addLayout(cell)
        row.addStretch(1)
        return row

    def _head(self, count: int) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(metrics().px(S))
        row.addWidget(SectionTitle("What could not be used"))
        row.addWidget(Secondary(f"{count:,}"))
        row.addStretch(1)
        copy = quiet_button("Copy", Icon.COPY, small=True)
        copy.clicked.connect(self._copy)
        save = quiet_button("Save as text…", Icon.SAVE, small=True)
        save.clicked.connect(self._save)
        row.addWidget(copy)
        row.addSpacing(metrics().px(M))
        row.addWidget(save)
        return row

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report.as_text())

    def _save(self) -> None:
        self.save_asked.emit(self._report.as_text())
