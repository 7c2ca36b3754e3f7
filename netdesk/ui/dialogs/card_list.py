"""What the cards of this room have in common: a title, something in the middle, and keys at the foot."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListView, QVBoxLayout, QWidget

from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.metrics import L, M, S, Type, metrics
from netdesk.ui.widgets.buttons import icon_button
from netdesk.ui.widgets.labels import ElidedLabel, Faint

ROW_ROLE = int(Qt.ItemDataRole.UserRole) + 1


class Rows(QAbstractListModel):
    """Values shown as rows; ``words(value)`` is overridden to say one to a screen reader."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[object, ...] = ()

    def show(self, rows: Sequence[object]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def words(self, row: object) -> str:
        """What a row says."""
        return str(row)

    def can_choose(self, row: object) -> bool:
        """Whether a row is more than a heading."""
        return True

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return self.words(row)
        return None

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        if index.isValid() and self.can_choose(self.rows[index.row()]):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        return Qt.ItemFlag.ItemNeverHasChildren


class CardList(QWidget):
    """A title with a cross beside it, a list, a line of hints.

    ``above`` is the layout over the list, ``foot`` the one of the hints.
    """

    def __init__(self, title: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        sizes = metrics()
        self.setAccessibleName(title)
        self.list = QListView()
        self.list.setUniformItemSizes(True)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setAccessibleName(name)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.cross = icon_button(Icon.CLOSE, self.tr("Close"), "Esc", framed=False)
        self.hint = Faint("")
        head = QHBoxLayout()
        head.setContentsMargins(sizes.px(L), sizes.px(M), sizes.px(M), 0)
        head.addWidget(ElidedLabel(title, Type.TITLE), 1)
        head.addWidget(self.cross)
        self.above = QVBoxLayout()
        self.above.setContentsMargins(sizes.px(L), 0, sizes.px(L), 0)
        foot = self.foot = QHBoxLayout()
        foot.setContentsMargins(sizes.px(L), sizes.px(S), sizes.px(L), sizes.px(M))
        foot.addWidget(self.hint, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.px(S))
        column.addLayout(head)
        column.addLayout(self.above)
        column.addWidget(self.list, 1)
        column.addLayout(foot)
