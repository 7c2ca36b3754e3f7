"""The history: every step that can be taken back or done again, newest first.

Choosing a step that stands undoes it and everything after it; choosing one that is undone does it again, with
everything before it.
"""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QListView,
    QStyleOptionViewItem,
)

from netdesk.method.calendar_words import full_day
from netdesk.method.changes import Changes
from netdesk.method.dates import relative_day
from netdesk.services.history import Step, redo_up_to, steps, undo_up_to
from netdesk.ui.delegates.tipped import TippedDelegate
from netdesk.ui.dialogs.card_list import ROW_ROLE, CardList, Rows
from netdesk.ui.shell import Shell
from netdesk.ui.theme.current import current_theme
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.icons import paint_icon
from netdesk.ui.theme.metrics import ICON, L, M, Type, metrics
from netdesk.ui.widgets.labels import WrapLabel
from netdesk.ui.widgets.paint import RIGHT, text_line

HEIGHT = 40
_WIDTH, _TALL = 620, 560
_WHEN_WIDTH = 150


def show_history(shell: Shell) -> History:
    """Show the history over the window."""
    content = History(shell)
    overlay = shell.show_overlay(content, width=_WIDTH, height=_TALL, keeps=("edit.undo", "edit.redo"))
    content.cross.clicked.connect(overlay.close_overlay)
    content.list.setFocus()
    return content


class History(CardList):
    """What stands in the overlay."""

    def __init__(self, shell: Shell) -> None:
        super().__init__("History", "Steps, newest first")
        self._shell = shell
        self._model = _Steps(self)
        self.list.setModel(self._model)
        self.list.setItemDelegate(_StepDelegate(shell.today(), self.list))
        self.list.setMouseTracking(True)
        self.list.entered.connect(self.list.setCurrentIndex)
        self.list.clicked.connect(self._choose)
        self.list.installEventFilter(self)
        self.list.selectionModel().currentChanged.connect(self._say)
        self._empty = WrapLabel(
            self.tr("Nothing yet. Whatever you do in NetDesk stands here and can be taken back.")
        )
        self.above.addWidget(self._empty)
        shell.desk.changed.connect(self._read)
        self._read()

    def steps(self) -> tuple[Step, ...]:
        """The steps shown, newest first."""
        return self._model.steps()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter and Space choose."""
        chooses = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}
        if watched is self.list and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() not in chooses:
                return False
            self._choose(self.list.currentIndex())
            return True
        return super().eventFilter(watched, event)

    def _read(self, _changes: Changes | None = None) -> None:
        self._shell.desk.ask(self, "steps", steps, self._show)

    def _show(self, found: tuple[Step, ...]) -> None:
        before = self.list.currentIndex().data(ROW_ROLE)
        self._model.show(found)
        self._empty.setVisible(not found)
        place = next(
            (
                row
                for row, step in enumerate(found)
                if isinstance(before, Step) and step.operation == before.operation
            ),
            next((row for row, step in enumerate(found) if not step.undone), 0),
        )
        self.list.setCurrentIndex(self._model.index(place, 0))
        self._say()

    def _say(self) -> None:
        """Say at the foot what Enter would do."""
        count, undone = self._model.reach(self.list.currentIndex().row())
        self.list.viewport().update()
        if not count:
            self.hint.setText("")
        elif undone:
            self.hint.setText(
                self.tr("Enter or a click does this step again.")
                if count == 1
                else self.tr("Enter or a click does these {0} steps again.").format(count)
            )
        else:
            self.hint.setText(
                self.tr("Enter or a click undoes this step.")
                if count == 1
                else self.tr("Enter or a click undoes these {0} steps.").format(count)
            )

    def _choose(self, index: QModelIndex) -> None:
        step = index.data(ROW_ROLE)
        if not isinstance(step, Step):
            return
        count, _ = self._model.reach(index.row())
        go = redo_up_to if step.undone else undo_up_to
        what = "Done again" if step.undone else "Undone"
        more = f" and {count - 1} more" if count > 1 else ""

        def done(changes: Changes | None) -> None:
            if changes is not None:
                self._shell.toast(f"{what}: {step.title}{more}")

        self._shell.desk.do(lambda workspace: go(workspace, step.operation), done, owner=self)


class _Steps(Rows):
    def steps(self) -> tuple[Step, ...]:
        return tuple(row for row in self.rows if isinstance(row, Step))

    def words(self, row: object) -> str:
        if not isinstance(row, Step):
            return ""
        return f"{row.title}, {row.made_at:%H:%M}" + (", undone" if row.undone else "")

    def reach(self, row: int) -> tuple[int, bool]:
        """How many steps choosing ``row`` takes back or does again, and which of both."""
        known = self.steps()
        if not 0 <= row < len(known):
            return 0, False
        if known[row].undone:
            return sum(step.undone for step in known[row:]), True
        return sum(not step.undone for step in known[: row + 1]), False


class _StepDelegate(TippedDelegate):
    """Sentence and time; what would go together is marked together."""

    def __init__(self, today: date, view: QListView) -> None:
        super().__init__(view)
        self._today = today
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(200, metrics().px(HEIGHT))

    def tip(self, index: QModelIndex | QPersistentModelIndex, box: QRect, spot: QPoint) -> str:
        """The whole sentence and the full date."""
        step = index.data(ROW_ROLE)
        if not isinstance(step, Step):
            return ""
        return f"{step.title}\n{full_day(step.made_at.date())}, {step.made_at:%H:%M}"

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        step, model = index.data(ROW_ROLE), index.model()
        if not isinstance(step, Step) or not isinstance(model, _Steps):
            return
        theme, sizes = current_theme(), metrics()
        box: QRect = option.rect
        current = self._view.currentIndex().row()
        _, redoing = model.reach(current)
        row = index.row()
        if step.undone == redoing and (row >= current if redoing else row <= current):
            painter.fillRect(box, theme.color("accent-soft"))
        ink = theme.color("faint" if step.undone else "text")
        side = sizes.px(ICON)
        left = box.left() + sizes.px(L)
        glyph = Icon.REDO if step.undone else Icon.TICK
        paint_icon(painter, QRect(left, box.center().y() - side // 2, side, side), glyph, ink)
        left += side + sizes.px(M)
        wide = sizes.px(_WHEN_WIDTH)
        when = QRect(box.right() - sizes.px(L) - wide, box.top(), wide, box.height())
        words = ("undone · " if step.undone else "") + when_words(step.made_at, self._today)
        text_line(painter, when, words, sizes.font(Type.SECONDARY), theme.color("faint"), RIGHT)
        line = QRect(left, box.top(), when.left() - sizes.px(M) - left, box.height())
        text_line(painter, line, step.title, sizes.font(Type.BODY_MEDIUM), ink)


def when_words(moment: datetime, today: date) -> str:
    """Write when something was done: "14:05" today, else the day in words."""
    day = moment.date()
    return f"{moment:%H:%M}" if day == today else relative_day(day, today)
