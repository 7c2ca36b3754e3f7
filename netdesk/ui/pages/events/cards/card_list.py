"""The list of an event's cards: as high as its rows, walked and marked by keys, pressed part by part.

``CardList(shell, photos)``: ``show_lines``, ``chosen()`` (the marked cards, else the current one), ``edit_plan()``.
Signals: ``asked(str, object)`` a deed ("kind", "solid", …) and the cards it is for, ``opened(object)`` a person's
card to be shown in contacts, ``planned(object, object)`` a card and its draft, ``left_below()``, ``marks_changed()``.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QScrollArea,
    QSizePolicy,
    QToolTip,
    QWidget,
)

from netdesk.method.calendar_words import full_day
from netdesk.method.follow_ups import CardState
from netdesk.services.card_plans import PlanDraft
from netdesk.services.cards import CardLine
from netdesk.ui.delegates.photos import Photos
from netdesk.ui.pages.events.cards.card_model import CardModel
from netdesk.ui.pages.events.cards.plan_editor import PlanEditor
from netdesk.ui.pages.events.cards.row_delegate import CardDelegate
from netdesk.ui.pages.events.cards.row_layout import EDITING, Part, columns, row_parts
from netdesk.ui.shell import Shell
from netdesk.ui.theme.metrics import metrics
from netdesk.ui.widgets.buttons import shortcut_text
from netdesk.ui.widgets.labels import plain_tooltip

Index = QModelIndex | QPersistentModelIndex
Flag = QItemSelectionModel.SelectionFlag
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)
DEEDS = {
    Qt.Key.Key_P: "plan",
    Qt.Key.Key_K: "kind",
    Qt.Key.Key_S: "solid",
    Qt.Key.Key_L: "let go",
    Qt.Key.Key_T: "templates",
    Qt.Key.Key_I: "learned",
    Qt.Key.Key_D: "done",
    Qt.Key.Key_M: "move",
    Qt.Key.Key_O: "open",
}
_PRESSED = {
    Part.KIND: "kind",
    Part.LEARNED: "learned",
    Part.FOLLOW_UP: "plan",
    Part.LET_GO: "let go",
    Part.TAKE_BACK: "take back",
    Part.RESTORE: "restore",
    Part.WHEN: "move",
    Part.STAR: "solid",
    Part.WHO: "open",
}
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


class CardList(QListView):
    """Rows are painted; only the one in which a plan is written holds widgets."""

    asked = Signal(str, object)
    planned = Signal(object, object)
    left_below = Signal()
    marks_changed = Signal()

    def __init__(self, shell: Shell, photos: Photos, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self.cards = CardModel(shell.today, self)
        self.rows = CardDelegate(photos, shell.today, self)
        self._editor: PlanEditor | None = None
        self._width = 0
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

    # What is shown -------------------------------------------------------------------------------

    def show_lines(self, lines: Sequence[CardLine]) -> None:
        """Show these cards, what is chosen and written stays."""
        self.cards.show_lines(lines)
        if self.rows.edited and self.cards.row_of(self.rows.edited) < 0:
            self.close_editor()

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
        page = self.parentWidget()
        while page is not None and not isinstance(page, QScrollArea):
            page = page.parentWidget()
        content = page.widget() if isinstance(page, QScrollArea) else None
        if isinstance(page, QScrollArea) and content is not None:
            box = self.row_box(row)
            top = self.viewport().mapTo(content, box.topLeft())
            # The middle of the row, with half of it and a little more around.
            page.ensureVisible(top.x(), top.y() + box.height() // 2, 0, box.height() // 2 + metrics().px(60))

    # The plan written in its row -----------------------------------------------------------------

    def edit_plan(self, card_id: int, draft: PlanDraft | None = None) -> None:
        """Open the fields of a plan in the card's row; with ``draft`` they hold what was typed before."""
        row, line = self.cards.row_of(card_id), None
        if row >= 0:
            line = self.cards.line_at(row)
        if line is None or line.id < 0 or line.in_bin:
            return
        self.close_editor()
        self.rows.edited = card_id
        self.selectionModel().setCurrentIndex(self.cards.index(row), Flag.NoUpdate)
        self._editor = PlanEditor(self._shell, line, draft, self.viewport())
        self._editor.kept.connect(partial(self.planned.emit, card_id))
        self._editor.left.connect(self._editor_left)
        self._editor.form_wanted.connect(partial(self._form_wanted, card_id))
        self._lay_out_anew()
        self._editor.show()
        self.reveal(row)
        self._editor.begin()

    def is_editing(self) -> bool:
        """Whether a plan is being written."""
        return self._editor is not None

    def close_editor(self) -> None:
        """Take the fields away."""
        editor, self._editor = self._editor, None
        self.rows.edited = 0
        if editor is not None:
            had_focus = editor.isAncestorOf(self.focusWidget() or self) or editor.has_keyboard()
            editor.hide()
            editor.deleteLater()
            self._lay_out_anew()
            if had_focus:
                self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _editor_left(self) -> None:
        self.close_editor()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _form_wanted(self, card_id: int) -> None:
        self.close_editor()
        line = self.cards.line_at(self.cards.row_of(card_id))
        if line is not None:
            self.asked.emit("plan", (line,))

    def _place_editor(self) -> None:
        if self._editor is None:
            return
        row = self.cards.row_of(self.rows.edited)
        box = self.row_box(row)
        sizes = metrics()
        left = columns(box.width()).who[0] - sizes.px(2)
        top = box.top() + sizes.px(34)
        height = box.height() - sizes.px(34) - sizes.px(6)
        self._editor.setGeometry(left, top, box.width() - left - sizes.px(12), height)

    # Its size ------------------------------------------------------------------------------------

    def _rows_changed(self) -> None:
        self.updateGeometry()
        self._fitting.start(0)

    def _lay_out_anew(self) -> None:
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
        self._place_editor()

    def _height(self) -> int:
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
            self._width = event.size().width()
            self.rows.width = self._width
            self._fitting.start(0)

    # Keys ----------------------------------------------------------------------------------------

    def selectionCommand(
        self, index: Index, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        """Walking marks nothing: Space, Ctrl and a press, or Shift with the arrows do."""
        if isinstance(event, QKeyEvent):
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and event.key() in (
                Qt.Key.Key_Up,
                Qt.Key.Key_Down,
                Qt.Key.Key_Home,
                Qt.Key.Key_End,
            ):
                return Flag.Select
            return Flag.NoUpdate
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonPress:
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                return Flag.Toggle
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                return Flag.Select
        return Flag.NoUpdate

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
            mark_all = (
                event.modifiers() == Qt.KeyboardModifier.ControlModifier and event.key() == Qt.Key.Key_A
            )
            if mark_all or (plain and (event.key() in DEEDS or event.key() in _ENTER)):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, line = Qt.Key(event.key()), self.current_line()
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if event.modifiers() == Qt.KeyboardModifier.ControlModifier and key == Qt.Key.Key_A:
            self.mark_all_without_plan()
        elif plain and key in DEEDS:
            self.ask(DEEDS[key])
        elif plain and key in _ENTER and line is not None:
            self._enter(line)
        elif plain and key == Qt.Key.Key_Space:
            self.selectionModel().select(self.currentIndex(), Flag.Toggle)
        elif plain and key == Qt.Key.Key_Down and self.currentIndex().row() == self.cards.rowCount() - 1:
            self.left_below.emit()
        elif plain and key == Qt.Key.Key_Escape and self.marked():
            self.clearSelection()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End):
            self._walk(event, key)
        else:
            # Letters are not for finding rows here: what they do elsewhere they shall go on doing.
            event.ignore()

    def ask(self, deed: str) -> None:
        """Ask for a deed to the chosen cards."""
        lines = tuple(line for line in self.chosen() if line.id > 0)
        if lines:
            self.asked.emit(deed, lines)

    def _enter(self, line: CardLine) -> None:
        several = self.marked()
        if len(several) > 1:
            self.asked.emit("plan", several)
        elif line.in_bin:
            self.asked.emit("restore", (line,))
        else:
            self.edit_plan(line.id)

    def _walk(self, event: QKeyEvent, key: Qt.Key) -> None:
        before = self.currentIndex()
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and before.isValid():
            self.selectionModel().select(before, Flag.Select)
        rows = self.cards.rowCount()
        place = before.row()
        row = {Qt.Key.Key_Up: place - 1, Qt.Key.Key_Down: place + 1, Qt.Key.Key_Home: 0}.get(key, rows - 1)
        row = max(0, min(row, rows - 1))
        if rows:
            command = self.selectionCommand(self.cards.index(row), event)
            self.selectionModel().setCurrentIndex(self.cards.index(row), command)
            self.reveal(row)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.cards.rowCount():
            self.selectionModel().setCurrentIndex(self.cards.index(0), Flag.NoUpdate)

    # The mouse -----------------------------------------------------------------------------------

    def part_at(self, place: QPoint) -> tuple[int, Part | None]:
        """The row and the part under a point of the viewport."""
        index = self.indexAt(place)
        line = self.cards.line_at(index.row()) if index.isValid() else None
        if line is None or line.id == self.rows.edited:
            return index.row(), None
        box = self.visualRect(index)
        parts = row_parts(line, box.width(), self._shell.today())
        return index.row(), parts.at(place - box.topLeft())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(*self.part_at(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(-1, None)
        super().leaveEvent(event)

    def _hover(self, row: int, part: Part | None) -> None:
        if self.rows.hovered == (row, part):
            return
        self.rows.hovered = (row, part)
        can_press = part is not None and part is not Part.AVATAR
        shape = Qt.CursorShape.PointingHandCursor if can_press else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        held = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
        if event.button() != Qt.MouseButton.LeftButton or held:
            return
        row, part = self.part_at(event.position().toPoint())
        line = self.cards.line_at(row)
        if line is None or line.id < 0 or part is None or row != self.currentIndex().row():
            return
        if part is Part.AVATAR:
            self.selectionModel().select(self.cards.index(row), Flag.Toggle)
        elif part is Part.PLAN:
            self.edit_plan(line.id)
        else:
            self.asked.emit(_PRESSED[part], (line,))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        if index.isValid() and not by_key:
            self.selectionModel().setCurrentIndex(index, Flag.NoUpdate)
            if not self.selectionModel().isSelected(index):
                self.clearSelection()
        self.ask("menu")

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
        if part is Part.PLAN:
            return "\n".join([*(each.action for each in line.plans[:3]), words])
        if part is Part.WHEN and plan is not None:
            return f"{full_day(plan.due)}\n{words}"
        return words

    def _marks_moved(self) -> None:
        self.viewport().update()
        self.marks_changed.emit()
