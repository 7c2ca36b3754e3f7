"""The figures of a chart as a table: for screen readers, and for whoever would rather read than look."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from netdesk.method.insights.behind import Behind
from netdesk.method.insights.chart import Chart
from netdesk.ui.theme.metrics import metrics
from netdesk.ui.widgets.paint import shortened

_ROW = 30
_MOST_ROWS = 8
_LONGEST = 200
_MEASURED, _SHORT_HEAD = 60, 9
_CELL_PAD, _HEAD_PAD, _LEAST_FIRST = 24, 22, 150
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class FiguresModel(QAbstractTableModel):
    """``show_chart(chart)``; ``behind(index)`` what stands behind a cell, if anything does."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chart: Chart | None = None

    def show_chart(self, chart: Chart) -> None:
        """Show the table of a chart."""
        self.beginResetModel()
        self._chart = chart
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() or self._chart is None else len(self._chart.table.rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() or self._chart is None else len(self._chart.table.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if self._chart is None or not self.checkIndex(index, self.CheckIndexOption.IndexIsValid):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return shortened(self._chart.table.rows[index.row()][index.column()], _LONGEST)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if self._is_figures(index.column()) else _LEFT
        if role == Qt.ItemDataRole.AccessibleTextRole:
            head = self._chart.table.columns[index.column()]
            words = self._chart.table.rows[index.row()][index.column()]
            return shortened(f"{head}: {words}", _LONGEST)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if self._chart is None or orientation is not Qt.Orientation.Horizontal:
            return None
        if not 0 <= section < len(self._chart.table.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return _in_lines(shortened(self._chart.table.columns[section], _LONGEST))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return shortened(self._chart.table.columns[section], _LONGEST)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if self._is_figures(section) else _LEFT
        return None

    def behind(self, index: Index) -> Behind | None:
        """What stands behind a cell: its own where the table names it, else of its column's series or the first."""
        if self._chart is None or not index.isValid():
            return None
        if self._chart.table.behind:
            own_row = self._chart.table.behind[index.row()]
            if index.column() > 0:
                return own_row[index.column() - 1]
            return next((one for one in own_row if one is not None), None)
        series, place = self._chart.series, self._place(index.row())
        own = index.column() - 1
        ordered = [series[own], *series] if 0 <= own < len(series) > 1 else list(series)
        for one in ordered:
            if 0 <= place < len(one.points) and one.points[place].behind is not None:
                return one.points[place].behind
        return None

    def _place(self, row: int) -> int:
        """Which point a row tells of: the one with its name where there are more rows than points; -1 for none."""
        assert self._chart is not None
        rows, labels = self._chart.table.rows, self._chart.labels
        if len(rows) == len(labels):
            return row
        return labels.index(rows[row][0]) if rows[row][0] in labels else -1

    def _is_figures(self, column: int) -> bool:
        """Whether a column holds figures: they stand at the right, as they are compared."""
        assert self._chart is not None
        cells = [row[column] for row in self._chart.table.exact if row[column] is not None]
        return bool(cells) and not any(isinstance(cell, str) for cell in cells)


class FiguresTable(QTableView):
    """Arrows walk, Enter or a double click shows what stands behind a row: signal ``chosen(object)``."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.figures = FiguresModel(self)
        self.setModel(self.figures)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setHighlightSections(False)
        head.setSectionsClickable(False)
        self._needs_bar = False
        self.doubleClicked.connect(self._double_clicked)

    def show_chart(self, chart: Chart) -> None:
        """Show the figures of a chart; the keyboard stays in the row it stood in."""
        row = self.currentIndex().row()
        self.figures.show_chart(chart)
        self.setAccessibleName(shortened(f"{chart.title}: figures", _LONGEST))
        self.verticalHeader().setDefaultSectionSize(metrics().px(_ROW))
        if row >= 0 and self.figures.rowCount():
            self.setCurrentIndex(self.figures.index(min(row, self.figures.rowCount() - 1), 0))
        # Words are measured when somebody looks at them.
        if self.isVisible():
            self._share_out()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        rows = min(_MOST_ROWS, max(1, self.figures.rowCount()))
        height = rows * metrics().px(_ROW) + self.horizontalHeader().sizeHint().height() + 4
        if self._needs_bar:
            height += self.horizontalScrollBar().sizeHint().height()
        return QSize(metrics().px(320), height)

    def minimumSizeHint(self) -> QSize:
        return QSize(metrics().px(200), self.sizeHint().height())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._share_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.isVisible():
            self._share_out()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self._choose(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _share_out(self) -> None:
        """Every column gets what its words need, the first what is left; where that is little, the table scrolls."""
        count, room = self.figures.columnCount(), self.viewport().width()
        if not count:
            return
        needs = [self._need(column) for column in range(count)]
        for column in range(1, count):
            self.setColumnWidth(column, needs[column])
        first = max(room - sum(needs[1:]), min(needs[0], metrics().px(_LEAST_FIRST)))
        self.setColumnWidth(0, first)
        needs_bar = first + sum(needs[1:]) > room
        if needs_bar != self._needs_bar:
            self._needs_bar = needs_bar
            self.updateGeometry()

    def _need(self, column: int) -> int:
        """How wide a column must be: as its longest figure, and as the two lines of its head."""
        rows = range(min(self.figures.rowCount(), _MEASURED))
        cells = (str(self.figures.index(row, column).data() or "") for row in rows)
        ruler, head = QFontMetrics(self.font()), QFontMetrics(self.horizontalHeader().font())
        widest = max((ruler.horizontalAdvance(cell) for cell in cells), default=0)
        words = str(self.figures.headerData(column, Qt.Orientation.Horizontal) or "")
        heading = max(head.horizontalAdvance(line) for line in words.split("\n"))
        return max(widest + metrics().px(_CELL_PAD), heading + metrics().px(_HEAD_PAD))

    def _double_clicked(self, index: QModelIndex) -> None:
        self._choose(index)

    def _choose(self, index: QModelIndex) -> None:
        behind = self.figures.behind(index)
        if behind is not None:
            self.chosen.emit(behind)


def _in_lines(words: str) -> str:
    """Divide a longer heading between two words so that neither line is much longer than the other."""
    parts = words.split()
    if len(words) <= _SHORT_HEAD or len(parts) < 2:
        return words
    cuts = [(" ".join(parts[:cut]), " ".join(parts[cut:])) for cut in range(1, len(parts))]
    return "\n".join(min(cuts, key=lambda lines: max(map(len, lines))))
