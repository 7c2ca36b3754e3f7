"""The map as a list with steps: whom they know, and below each whom these know; read aloud as sentences."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTreeView, QWidget

from netdesk.services.surroundings import Acquaintance, Surroundings
from netdesk.ui.pages.person.map.tree_delegate import PERSON, TreeDelegate
from netdesk.ui.theme.metrics import metrics
from netdesk.ui.widgets.paint import one_line


class PeopleTree(QTreeView):
    """``show_map(found)``. ``opened(object)`` and ``middle_asked(object)`` carry ids, as does ``looked_at(object)``."""

    opened = Signal(object)
    looked_at = Signal(object)
    middle_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = QStandardItemModel(self)
        self.setModel(self._rows)
        self.setHeaderHidden(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setUniformRowHeights(True)
        self.setMouseTracking(True)
        self.setIndentation(metrics().px(28))
        self.setItemDelegate(TreeDelegate(self))
        self.setAccessibleName(self.tr("Whom they know"))
        self.clicked.connect(self._open)
        self.selectionModel().currentChanged.connect(self._moved)

    def show_map(self, found: Surroundings) -> None:
        """Show the surroundings of somebody, all steps open."""
        self._rows.clear()
        middle = _item(found.centre)
        for one, those in zip(found.near, found.far, strict=True):
            row = _item(one)
            for other in those:
                row.appendRow(_item(other))
            _add_more(row, self.tr("and {0} more"), one.more)
            middle.appendRow(row)
        _add_more(middle, self.tr("and {0} more"), found.more_near)
        self._rows.appendRow(middle)
        self.expandAll()
        self.setCurrentIndex(self._rows.index(0, 0))

    def current_id(self) -> int | None:
        """Who is chosen; None on a line that only counts."""
        return _id_of(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        person = self.current_id()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and person is not None:
            self.opened.emit(person)
        elif event.key() == Qt.Key.Key_Space and person is not None:
            self.middle_asked.emit(person)
        else:
            super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        person = _id_of(index)
        if person is not None:
            self.opened.emit(person)

    def _moved(self, index: QModelIndex, _before: QModelIndex) -> None:
        person = _id_of(index)
        if person is not None:
            self.looked_at.emit(person)


def _item(person: Acquaintance) -> QStandardItem:
    firm = f", {person.organisation}" if person.organisation else ""
    words = f"  ·  {person.words}" if person.words else ""
    item = QStandardItem(one_line(f"{person.name[:80]}{firm[:80]}{words}"))
    item.setData(person, PERSON)
    level = f"level {person.level}" if person.level else "on no level"
    item.setData(one_line(f"{person.name}, {person.words or 'in the middle'}, {level}"),
                 Qt.ItemDataRole.AccessibleTextRole)  # fmt: skip
    return item


def _add_more(item: QStandardItem, words: str, count: int) -> None:
    if count > 0:
        more = QStandardItem(words.format(f"{count:,}"))
        more.setEnabled(False)
        item.appendRow(more)


def _id_of(index: QModelIndex) -> int | None:
    found = index.data(PERSON) if index.isValid() else None
    return found.id if isinstance(found, Acquaintance) else None
