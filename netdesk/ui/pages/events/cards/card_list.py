"""The list of an event's cards, walked, marked and pressed; the plan of one row at a time is written in it.

``CardList(shell, photos)``: ``show_lines``, ``edit_plan(card_id)``, ``close_editor()``, ``ask(deed)``. Signals:
``asked(str, object)`` a deed ("kind", "solid", …) and the cards it is for, ``planned(object, object)`` a card's id
and its draft, ``left_below()`` by the arrow under the last row.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from netdesk.services.card_plans import PlanDraft
from netdesk.services.cards import CardLine
from netdesk.ui.delegates.photos import Photos
from netdesk.ui.pages.events.cards.card_rows import CardRows
from netdesk.ui.pages.events.cards.plan_editor import PlanEditor
from netdesk.ui.pages.events.cards.row_layout import Part, columns
from netdesk.ui.shell import Shell
from netdesk.ui.theme.metrics import metrics

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


class CardList(CardRows):
    """Rows are painted; only the one in which a plan is written holds widgets."""

    asked = Signal(str, object)
    planned = Signal(object, object)
    left_below = Signal()

    def __init__(self, shell: Shell, photos: Photos, parent: QWidget | None = None) -> None:
        super().__init__(shell, photos, parent)
        self._editor: PlanEditor | None = None
        self._unfinished: dict[int, PlanDraft] = {}
        self.fitted.connect(self._place_editor)

    def show_lines(self, lines: Sequence[CardLine]) -> None:
        """Show these cards, what is chosen and written stays."""
        self.cards.show_lines(lines)
        if self.rows.edited and self.cards.row_of(self.rows.edited) < 0:
            self.close_editor()

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
        draft = draft or self._unfinished.pop(card_id, None)
        self._editor = PlanEditor(self._shell, line, draft, self.viewport())
        self._editor.kept.connect(partial(self.planned.emit, card_id))
        self._editor.left.connect(self._editor_left)
        self._editor.form_wanted.connect(partial(self._form_wanted, card_id))
        self.lay_out_anew()
        self._editor.show()
        self.reveal(row)
        self._editor.begin()

    def is_editing(self) -> bool:
        """Whether a plan is being written."""
        return self._editor is not None

    def close_editor(self, *, keep: bool = True) -> None:
        """Take the fields away; unless ``keep`` is False, what was typed is there when they open again."""
        editor, self._editor = self._editor, None
        card_id, self.rows.edited = self.rows.edited, 0
        if keep and editor is not None and (typed := editor.changed()) is not None:
            self._unfinished[card_id] = typed
        if editor is not None:
            had_focus = editor.isAncestorOf(self.focusWidget() or self) or editor.has_keyboard()
            editor.hide()
            editor.deleteLater()
            self.lay_out_anew()
            if had_focus:
                self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _editor_left(self) -> None:
        self.close_editor(keep=False)
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
