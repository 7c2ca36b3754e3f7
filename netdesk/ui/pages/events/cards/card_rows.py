"""The rows of an event's cards: as high as their words, marked for several at once, with parts that can be pressed.

``CardRows(shell, photos)``: ``current_line()``, ``marked()``, ``chosen()`` (the marked cards, else the current one),
``go_to(card_id)``, ``part_at(place)``, ``part_box(row, part)``. Signals ``marks_changed()``, ``fitted()``.
"""

from __future__ import annotations

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QPoint,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QHelpEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFrame,
    QListView,
    QScrollArea,
    QSizePolicy,
    QToolTip,
    QWidget,
)

from netdesk.method.calendar_words import full_day
from netdesk.method.follow_ups import CardState
from netdesk.services.cards import CardLine
from netdesk.ui.delegates.photos import Photos
from netdesk.ui.pages.events.cards.card_model import CardModel
from netdesk.ui.pages.events.cards.row_delegate import CardDelegate
from netdesk.ui.pages.events.cards.row_layout import EDITING, Part, row_parts
from netdesk.ui.shell import Shell
from netdesk.ui.theme.metrics import metrics
from netdesk.ui.widgets.buttons import shortcut_text
from netdesk.ui.widgets.labels import plain_tooltip

Flag = QItemSelectionModel.SelectionFlag
_TIPS = {
    Part.AVATAR: ("Choose for several", "Space"),
    Part.WHO: ("Open the contact", "O"),
    Part.KIND: ("What they are to me", "K"),
    Part.LEARNED: ("I learned from them", "I"),
    Part.PLAN: ("Change the plan", "Return"),
    Part.FOLLOW_UP: ("Plan what follows; Enter plans in the row", "P"),
    Part.LET_GO: ("Let this card go", "L"),
    Part.TAKE_BACK: ("It wants a plan again", ""),
    Part.RESTORE: ("Take the contact out of the bin", ""),
    Part.WHEN: ("Another day", "M"),
    Part.STAR: ("Solid: I will reconnect", "S"),
}


class CardRows(QListView):
    """Rows are painted, never widgets; the list is as high as all of them, and the page around it scrolls."""

    marks_changed = Signal()
    fitted = Signal()

    def __init__(self, shell: Shell, photos: Photos, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self.cards = CardModel(shell.today, self)
        self.rows = CardDelegate(photos, shell.today, self)
        self._width, self._tall = 0, -1
        self.setModel(self.cards)
        self.setItemDelegate(self.rows)
        self.setAccessibleName("Cards")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.MultiSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self._fitting = QTimer(self)
        self._fitting.setSingleShot(True)
        self._fitting.timeout.connect(self.fit)
        for signal in (self.cards.rowsInserted, self.cards.rowsRemoved, self.cards.modelReset):
            signal.connect(self._rows_changed)
        self.cards.dataChanged.connect(self._rows_changed)
        self.selectionModel().selectionChanged.connect(self._marks_moved)
        photos.arrived.connect(self.viewport().update)

    def current_line(self) -> CardLine | None:
        """The card the keyboard is at."""
        return self.cards.line_at(self.currentIndex().row())

    def marked(self) -> tuple[CardLine, ...]:
        """The cards chosen for doing something to several at once, in their order."""
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        return tuple(line for row in rows if (line := self.cards.line_at(row)) is not None)

    def chosen(self) -> tuple[CardLine, ...]:
        """The marked cards; without any the current one."""
        line = self.current_line()
        return self.marked() or (() if line is None else (line,))

    def go_to(self, card_id: int, *, focus: bool = False) -> bool:
        """Make a card the current one and bring it into sight."""
        row = self.cards.row_of(card_id)
        if row < 0:
            return False
        self.selectionModel().setCurrentIndex(self.cards.index(row), Flag.NoUpdate)
        if focus:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.reveal(row)
        return True

    def mark_all_without_plan(self) -> None:
        """Choose every card that has no plan."""
        selection = QItemSelection()
        for row, line in enumerate(self.cards.lines()):
            if line.state is CardState.NO_PLAN and line.id > 0:
                selection.select(self.cards.index(row), self.cards.index(row))
        self.selectionModel().select(selection, Flag.ClearAndSelect)

    def row_box(self, row: int) -> QRect:
        """Where a row lies in the viewport."""
        return self.visualRect(self.cards.index(row))

    def part_box(self, row: int, part: Part) -> QRect:
        """Where a part of a row lies in the viewport; empty when the row has no such part."""
        line, box = self.cards.line_at(row), self.row_box(row)
        if line is None:
            return QRect()
        found = row_parts(line, box.width(), self._shell.today()).boxes.get(part)
        return QRect() if found is None else found.translated(box.topLeft())

    def reveal(self, row: int) -> None:
        """Scroll the page until a row is in sight."""
        self.fit()
        page = page_around(self)
        content = page.widget() if page is not None else None
        if page is not None and content is not None:
            box = self.row_box(row)
            top = self.viewport().mapTo(content, box.topLeft())
            # The middle of the row, with half of it and a little more around.
            page.ensureVisible(top.x(), top.y() + box.height() // 2, 0, box.height() // 2 + metrics().px(60))

    def part_at(self, place: QPoint) -> tuple[int, Part | None]:
        """The row and the part under a point of the viewport."""
        index = self.indexAt(place)
        line = self.cards.line_at(index.row()) if index.isValid() else None
        if line is None or line.id == self.rows.edited:
            return index.row(), None
        box = self.visualRect(index)
        parts = row_parts(line, box.width(), self._shell.today())
        return index.row(), parts.at(place - box.topLeft())

    # Its size ------------------------------------------------------------------------------------

    def _rows_changed(self) -> None:
        self._tall = -1
        self.updateGeometry()
        self._fitting.start(0)

    def lay_out_anew(self) -> None:
        """A row became higher or lower."""
        self._tall = -1
        self.scheduleDelayedItemsLayout()
        self.updateGeometry()
        self.fit()

    def fit(self) -> None:
        """Take the height of all rows."""
        self._fitting.stop()
        self.rows.width = self.viewport().width()
        height = self._height()
        if height != self.height() or self.minimumHeight() != height:
            self.setFixedHeight(height)
        self.doItemsLayout()
        self.fitted.emit()

    def _height(self) -> int:
        if self._tall < 0:
            self._tall = self._measured()
        return self._tall

    def _measured(self) -> int:
        width, today, editing = self.viewport().width(), self._shell.today(), metrics().px(EDITING)
        return sum(
            editing if line.id == self.rows.edited else row_parts(line, width, today).height
            for line in self.cards.lines()
        )

    def sizeHint(self) -> QSize:
        return QSize(metrics().px(440), self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(metrics().px(360), self._height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != self._width:
            self._width, self._tall = event.size().width(), -1
            self.rows.width = self._width
            self._fitting.start(0)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._rows_changed()

    def wheelEvent(self, event: QWheelEvent) -> None:
        # All rows are in sight already: the page scrolls.
        event.ignore()

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            row, part = self.part_at(event.pos())
            QToolTip.showText(event.globalPos(), plain_tooltip(self._tip(row, part)), self)
            return True
        return super().viewportEvent(event)

    def _tip(self, row: int, part: Part | None) -> str:
        line = self.cards.line_at(row)
        if line is None or part is None:
            return ""
        words, key = _TIPS[part]
        words = f"{words}  ({shortcut_text(key)})" if key else words
        plan = line.next_plan
        if part is Part.WHO:
            about = "\n".join(text for text in (line.name, line.organisation, line.email) if text)
            return f"{about}\n{words}"
        if part is Part.KIND and line.kind is not None:
            return f"{line.kind.label}\n{words}"
        if part is Part.PLAN:
            return "\n".join([*(each.action for each in line.plans[:3]), words])
        if part is Part.WHEN and plan is not None:
            return f"{full_day(plan.due)}\n{words}"
        return words

    def _marks_moved(self) -> None:
        self.viewport().update()
        self.marks_changed.emit()


def page_around(widget: QWidget) -> QScrollArea | None:
    """The page in which a widget is scrolled, laid out as it is now; None where none scrolls."""
    page = widget.parentWidget()
    inside: list[QWidget] = []
    while page is not None and not isinstance(page, QScrollArea):
        inside.append(page)
        page = page.parentWidget()
    if not isinstance(page, QScrollArea):
        return None
    # A row that has just come makes the page longer only once every layout around it has heard of it.
    for each in inside:
        layout = each.layout()
        if layout is not None:
            layout.activate()
    QApplication.sendEvent(page, QEvent(QEvent.Type.LayoutRequest))
    return page
