"""What events gave by host or by purpose, as a table that is sorted by its heads."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from netdesk.method.event_results import NO_SOLID_YET, won_words
from netdesk.method.event_worth import WorthSum, hours_text, stars_text
from netdesk.method.money import total_words
from netdesk.method.names import fold
from netdesk.services.event_worth import Grouping, GroupWorth
from netdesk.ui.money import money
from netdesk.ui.pages.events.list_filter import NO_HOST, NO_PURPOSE
from netdesk.ui.widgets.labels import plain_tooltip
from netdesk.ui.widgets.paint import one_line

GROUP = Qt.ItemDataRole.UserRole
NOTHING = "–"
Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its head, what it says of a group, and by what it is sorted; ``rising``: small values come first."""

    head: str
    words: Callable[[GroupWorth], str]
    key: Callable[[GroupWorth], float | str | None]
    rising: bool = False


def _name(group: GroupWorth) -> str:
    return one_line(group.name)[:120]


def _won_words(group: GroupWorth) -> str:
    worth = group.worth
    value = "" if worth.won is None else total_words(worth.won, money)
    return " · ".join(part for part in (f"{worth.wins:,}" if worth.wins else NOTHING, value) if part)


def _money_words(group: GroupWorth) -> str:
    worth = group.worth
    if worth.mixed_money:
        return "mixed"
    return NOTHING if worth.cost_per_solid is None else money(round(worth.cost_per_solid, 2), worth.currency)


def _hours_words(group: GroupWorth) -> str:
    hours = group.worth.hours_per_solid
    return NOTHING if hours is None else hours_text(hours)


def _stars_words(group: GroupWorth) -> str:
    stars = group.worth.stars
    return NOTHING if stars is None else stars_text(stars)


COLUMNS = (
    Column("", _name, lambda group: fold(group.name), rising=True),
    Column("Times", lambda group: f"{group.worth.times:,}", lambda group: group.worth.times),
    Column("Solid", lambda group: f"{group.worth.solid:,}", lambda group: group.worth.solid),
    Column("Wins", _won_words, lambda group: group.worth.wins),
    Column("No plan", lambda group: f"{group.worth.no_plan:,}", lambda group: group.worth.no_plan),
    Column("Money for each", _money_words, lambda group: group.worth.cost_per_solid, rising=True),
    Column("Hours for each", _hours_words, lambda group: group.worth.hours_per_solid, rising=True),
    Column("Stars", _stars_words, lambda group: group.worth.stars),
)
WINS, MONEY, HOURS, STARS = 3, 5, 6, 7


class OverviewModel(QAbstractTableModel):
    """``GROUP`` gives the :class:`GroupWorth` of a row."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._groups: list[GroupWorth] = []
        self._grouping = Grouping.HOST
        self._sorted = (STARS, Qt.SortOrder.AscendingOrder)

    def show_groups(self, grouping: Grouping, groups: Sequence[GroupWorth]) -> None:
        """Show other groups in the order that was chosen."""
        self.beginResetModel()
        self._grouping, self._groups = grouping, list(groups)
        self._order()
        self.endResetModel()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, 0)

    def group(self, row: int) -> GroupWorth | None:
        """Give the group of a row, None outside the table."""
        return self._groups[row] if 0 <= row < len(self._groups) else None

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._groups)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        group = self.group(index.row()) if index.isValid() else None
        if group is None:
            return None
        if role == GROUP:
            return group
        column = index.column()
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return None if not column else Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        words, why = self._words(group, column), _why(group, column)
        return {
            Qt.ItemDataRole.DisplayRole: words,
            Qt.ItemDataRole.AccessibleTextRole: f"{self._head(column)}: {why or words}",
            Qt.ItemDataRole.ToolTipRole: plain_tooltip(why or (group.name if not column else "")) or None,
        }.get(Qt.ItemDataRole(role))

    def _words(self, group: GroupWorth, column: int) -> str:
        if column or group.name:
            return COLUMNS[column].words(group)
        return NO_HOST if self._grouping is Grouping.HOST else NO_PURPOSE

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(COLUMNS):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._head(section)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column, the best first; the other way round when its head is pressed again."""
        if not 0 <= column < len(COLUMNS):
            return
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        groups = [self._groups[index.row()] for index in before]
        self._sorted = column, order
        self._order()
        rows = {id(group): row for row, group in enumerate(self._groups)}
        after = [
            self.index(rows[id(group)], index.column()) for group, index in zip(groups, before, strict=True)
        ]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _order(self) -> None:
        number, order = self._sorted
        column = COLUMNS[number]
        backwards = column.rising is (order == Qt.SortOrder.DescendingOrder)
        told = [group for group in self._groups if column.key(group) is not None]
        silent = [group for group in self._groups if column.key(group) is None]
        # Those of whom a column says nothing stay at the end either way.
        self._groups = sorted(told, key=column.key, reverse=backwards) + silent  # type: ignore[arg-type]

    def _head(self, section: int) -> str:
        if section:
            return COLUMNS[section].head
        return "Host" if self._grouping is Grouping.HOST else "Purpose"


def _why(group: GroupWorth, column: int) -> str:
    worth = group.worth
    if column == WINS:
        return won_words(worth.wins, worth.won, money)
    return _why_not(worth, column)


def _why_not(worth: WorthSum, column: int) -> str:
    """Say why a column has nothing to say; empty where it has."""
    if column == MONEY and worth.mixed_money:
        return "Written down in several currencies, so it is not added up"
    if column in (MONEY, HOURS) and not worth.solid:
        return NO_SOLID_YET
    if column == MONEY and worth.cost is None:
        return "What it cost is not written down"
    if column == HOURS and worth.hours is None:
        return "How long it took is not written down"
    if column == STARS and worth.stars is None:
        return "not judged yet"
    return ""
