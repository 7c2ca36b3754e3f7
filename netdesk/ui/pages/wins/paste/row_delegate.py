"""Paints the rows of a pasted table: a tick, cells, those to be put right in their colour, and what will happen."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QLineEdit,
    QStyle,
    QStyleOptionViewItem,
    QWidget,
)

from netdesk.services.win_paste import PasteRow, Verdict, WinColumn
from netdesk.ui.delegates.tipped import TippedDelegate
from netdesk.ui.pages.wins.paste.row_model import TICK, PasteRows, RowRole, TickRole
from netdesk.ui.theme.current import current_theme
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.icons import paint_icon
from netdesk.ui.theme.metrics import XL, Type, metrics
from netdesk.ui.widgets.paint import LEFT, RIGHT, focus_ring, rounded, text_line

HEIGHT = 38
GAP = 8
"""As much as the heading above has (ui/theme/stylesheet.py)."""
_BOX = 17
_LONGEST = 500
_Index = QModelIndex | QPersistentModelIndex


class PasteRowDelegate(TippedDelegate):
    """A cell is edited in a line of its own, with the text as it was pasted."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(metrics().px(80), metrics().px(HEIGHT))

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: _Index) -> QWidget:
        editor = QLineEdit(parent)
        editor.setMaxLength(_LONGEST)
        editor.setAccessibleName(_rows(index).heading(index.column()))
        return editor

    def setEditorData(self, editor: QWidget, index: _Index) -> None:
        if isinstance(editor, QLineEdit):
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole) or ""))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: Any, index: _Index) -> None:
        if isinstance(editor, QLineEdit):
            model.setData(index, editor.text())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row: PasteRow | None = index.data(RowRole)
        if row is None:
            return
        theme, sizes = current_theme(), metrics()
        rect = option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.color("accent-soft"))
        if index.column() == TICK:
            self._tick(painter, rect, index.data(TickRole))
        else:
            self._cell(painter, rect, row, index)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme.color("line"))
        if option.state & QStyle.StateFlag.State_HasFocus:
            focus_ring(painter, rect.adjusted(1, 1, -1, -2), theme, sizes.px(4))

    def _cell(self, painter: QPainter, rect: QRect, row: PasteRow, index: _Index) -> None:
        theme, sizes = current_theme(), metrics()
        rows = _rows(index)
        column = index.column()
        words = rect.adjusted(sizes.px(GAP), 0, -sizes.px(GAP), -1)
        text = str(index.data() or "")
        if not rows.is_cell(column):
            role = "warn-text" if row.verdict is Verdict.WRONG else "text-2"
            kind = Type.SECONDARY_MEDIUM if row.verdict is Verdict.WRONG else Type.SECONDARY
            text_line(painter, words, text, sizes.font(kind), theme.color(role))
            return
        kind_of = rows.kind(column)
        align = RIGHT if kind_of is WinColumn.VALUE else LEFT
        if row.problem_at(column - 1) is not None:
            painter.fillRect(rect.adjusted(0, 0, 0, -1), theme.color("warn-soft"))
            text_line(
                painter, words, text or "—", sizes.font(Type.BODY_STRONG), theme.color("warn-text"), align
            )
            return
        role = "text-3" if kind_of is None else "text" if rows.is_ticked(row) else "text-2"
        font = sizes.font(Type.BODY_STRONG if kind_of is WinColumn.TITLE else Type.BODY)
        text_line(painter, words, text, font, theme.color(role), align)

    def _tick(self, painter: QPainter, rect: QRect, ticked: bool | None) -> None:
        theme, sizes = current_theme(), metrics()
        side = sizes.px(_BOX)
        box = QRect(rect.left() + sizes.px(XL), rect.center().y() - side // 2, side, side)
        if ticked is None:
            paint_icon(painter, box, Icon.WARNING, theme.color("warn"))
        elif ticked:
            rounded(painter, box, theme.color("accent"), None, sizes.px(4))
            paint_icon(painter, box.adjusted(2, 2, -2, -2), Icon.TICK_BOLD, theme.color("on-accent"))
        else:
            rounded(painter, box, theme.color("panel"), theme.color("control-line"), sizes.px(4))

    def tip(self, index: _Index, box: QRect, spot: QPoint) -> str:
        """What was pasted, and what is wrong with it."""
        row: PasteRow | None = index.data(RowRole)
        return "" if row is None else _tip(row, index)


def _tip(row: PasteRow, index: _Index) -> str:
    rows, column = _rows(index), index.column()
    if not rows.is_cell(column):
        return str(index.data() or "")
    problem = row.problem_at(column - 1)
    pasted = row.cells[column - 1]
    said = [problem.words] if problem is not None else []
    return "\n".join([pasted, *said] if pasted else said)


def _rows(index: _Index) -> PasteRows:
    rows = index.model()
    assert isinstance(rows, PasteRows)
    return rows
