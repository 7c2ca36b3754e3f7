"""The palette’s card: a field, the lines below it, and the keys at its foot."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QListView, QVBoxLayout, QWidget

from netdesk.method.levels import Level
from netdesk.services.levels import levels
from netdesk.services.palette import Finds, find, recent_people, uses
from netdesk.services.workspaces import Workspace
from netdesk.ui.palette.entries import Entry, entries_for, person_actions
from netdesk.ui.palette.line_delegate import ENTRY_ROLE, HEIGHT, LineDelegate
from netdesk.ui.shell import Shell
from netdesk.ui.theme.current import current_theme
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.icons import paint_icon
from netdesk.ui.theme.metrics import ICON, L, M, Type, metrics
from netdesk.ui.widgets.labels import Faint

SHOWN_LINES = 9


class _Lines(QAbstractListModel):
    """The lines found."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.entries: list[Entry] = []

    def show(self, entries: Sequence[Entry]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self.entries = list(entries)
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.entries)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if not index.isValid():
            return None
        entry = self.entries[index.row()]
        if role == ENTRY_ROLE:
            return entry
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return " ".join(part for part in (entry.text, entry.detail, entry.shortcut) if part)
        return None


class Palette(QWidget):
    """Find anything, do anything. ``finished`` when a line was chosen, ``grown`` when the height changed."""

    finished = Signal()
    grown = Signal()

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._used: dict[str, int] = {}
        self._levels: tuple[Level, ...] = ()
        self._finds = Finds("")
        self.field = QLineEdit()
        self.lines = QListView()
        self._model = _Lines(self)
        self._lay_out()
        self.field.textChanged.connect(self._ask)
        self.field.installEventFilter(self)
        self.lines.clicked.connect(self._clicked)
        self._used = shell.desk.read(uses)
        self._levels = shell.desk.read(levels)
        self._ask("")

    def entries(self) -> list[Entry]:
        """The lines shown now."""
        return list(self._model.entries)

    def _lay_out(self) -> None:
        sizes = metrics()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.field.setPlaceholderText("Find a person, an event, a note or a command")
        self.field.setAccessibleName("Find anything")
        self.field.setFont(sizes.font(Type.FIELD_LARGE))
        self.field.setProperty("bare", True)
        head = QHBoxLayout()
        head.setContentsMargins(sizes.px(L), sizes.px(L), sizes.px(L), sizes.px(L))
        head.setSpacing(sizes.px(M))
        head.addWidget(_Glass())
        head.addWidget(self.field, 1)
        self.lines.setModel(self._model)
        self.lines.setItemDelegate(LineDelegate(self.lines))
        self.lines.setUniformItemSizes(True)
        self.lines.setFrameShape(QFrame.Shape.NoFrame)
        self.lines.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.lines.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.lines.setAccessibleName("What was found")
        foot = QHBoxLayout()
        foot.setContentsMargins(sizes.px(L), sizes.px(8), sizes.px(L), sizes.px(9))
        foot.setSpacing(sizes.px(M))
        for hint in ("↑↓ choose", "Enter open", "Tab actions", "“>” commands only"):
            foot.addWidget(Faint(hint))
        foot.addStretch(1)
        column.addLayout(head)
        column.addWidget(_Rule())
        column.addSpacing(sizes.px(6))
        column.addWidget(self.lines)
        column.addSpacing(sizes.px(6))
        column.addWidget(_Rule())
        column.addLayout(foot)

    # Finding -----------------------------------------------------------------------------------

    def _ask(self, text: str) -> None:
        today = self._shell.today()

        def question(workspace: Workspace) -> Finds:
            if not text.strip():
                return Finds("", recent_people(workspace))
            return Finds(text) if text.strip().startswith(">") else find(workspace, text, today)

        self._shell.desk.ask(self, "find", question, self._show)

    def _show(self, finds: Finds) -> None:
        self._finds = finds
        self._fill(entries_for(self._shell, finds, self._used, self._levels, self._shell.today()))

    def _fill(self, entries: Sequence[Entry]) -> None:
        self._model.show(entries)
        self.lines.setFixedHeight(metrics().px(HEIGHT) * min(max(len(entries), 1), SHOWN_LINES))
        self.grown.emit()
        if entries:
            self.lines.setCurrentIndex(self._model.index(0, 0))

    # Choosing ----------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The field keeps the keyboard; arrows, Enter and Tab work on the lines."""
        if watched is self.field and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._pressed(event.key())
        return super().eventFilter(watched, event)

    def _pressed(self, key: int) -> bool:
        step = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: SHOWN_LINES,
            Qt.Key.Key_PageUp: -SHOWN_LINES,
        }.get(Qt.Key(key))
        if step is not None:
            self._step(step)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._choose(self.lines.currentIndex())
        elif key == Qt.Key.Key_Tab:
            self._offer_actions()
        else:
            return False
        return True

    def _step(self, by: int) -> None:
        count = self._model.rowCount()
        if count:
            row = self.lines.currentIndex().row() + by
            row = row % count if abs(by) == 1 else min(max(row, 0), count - 1)
            self.lines.setCurrentIndex(self._model.index(row, 0))

    def _offer_actions(self) -> None:
        entry = self.lines.currentIndex().data(ENTRY_ROLE)
        if not isinstance(entry, Entry) or entry.person is None:
            return
        by_number = {level.number: level for level in self._levels}
        person = next((person for person in self._finds.people if person.id == entry.person), None)
        if person is not None:
            self._fill(person_actions(self._shell, person, by_number))

    def _clicked(self, index: QModelIndex) -> None:
        self._choose(index)

    def _choose(self, index: QModelIndex) -> None:
        entry = index.data(ENTRY_ROLE)
        if isinstance(entry, Entry):
            self.finished.emit()
            entry.run()


class _Glass(QWidget):
    """The magnifying glass before the field."""

    def __init__(self) -> None:
        super().__init__()
        side = metrics().px(ICON)
        self.setFixedSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_icon(QPainter(self), self.rect(), Icon.SEARCH, current_theme().color("text-2"))


class _Rule(QWidget):
    """A line across the card."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), current_theme().color("line"))
