"""All keys of the program by page, with a line to find one; Enter does what the line says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from netdesk.method.names import fold
from netdesk.ui.actions.catalogue import Command
from netdesk.ui.dialogs.card_list import ROW_ROLE, CardList, Rows
from netdesk.ui.places import PLACES
from netdesk.ui.shell import Shell
from netdesk.ui.theme.current import current_theme
from netdesk.ui.theme.metrics import L, M, Type, metrics
from netdesk.ui.widgets.buttons import shortcut_text
from netdesk.ui.widgets.key_badge import key_size, key_words, paint_key
from netdesk.ui.widgets.paint import text_line
from netdesk.ui.widgets.search_field import SearchField

HEIGHT = 34
_WIDTH, _TALL = 560, 620


@dataclass(frozen=True, slots=True)
class Heading:
    """The name of a page above its keys."""

    text: str


@dataclass(frozen=True, slots=True)
class Key:
    """A command and its keys as this system writes them."""

    name: str
    title: str
    keys: tuple[str, ...]


def show_shortcuts(shell: Shell) -> Shortcuts:
    """Show the keys over the window."""
    content = Shortcuts(shell)
    overlay = shell.show_overlay(content, width=_WIDTH, height=_TALL)
    content.cross.clicked.connect(overlay.close_overlay)
    content.close_first = overlay.close_overlay
    content.field.setFocus()
    return content


def grouped(shell: Shell, wanted: str = "") -> list[Heading | Key]:
    """The commands with keys under the name of their page, those of everywhere first; all words must be found."""
    words = fold(wanted).split()
    labels = {place.name: place.label for place in PLACES}
    pages: dict[str, list[Key]] = {"Everywhere": []}
    for command in shell.commands.all():
        keys = _keys(shell, command)
        page = labels.get(command.page or "", (command.page or "Everywhere").replace("_", " ").capitalize())
        known = fold(f"{command.title} {command.keywords} {page} {' '.join(keys)}")
        if keys and all(word in known for word in words):
            pages.setdefault(page, []).append(Key(command.name, command.title, keys))
    rows: list[Heading | Key] = []
    for page, found in pages.items():
        if found:
            rows.append(Heading(page))
            rows.extend(found)
    return rows


def _keys(shell: Shell, command: Command) -> tuple[str, ...]:
    return tuple(
        shortcut_text(sequence.toString()) for sequence in shell.commands.action(command.name).shortcuts()
    )


class Shortcuts(CardList):
    """What stands in the overlay."""

    def __init__(self, shell: Shell) -> None:
        super().__init__("Keyboard shortcuts", "Keys by page")
        self._shell = shell
        self.close_first: Callable[[], object] = self.close
        self.field = SearchField(self.tr("Find a key or what it does"))
        self.above.addWidget(self.field)
        self._model = _Keys(self)
        self.list.setModel(self._model)
        self.list.setItemDelegate(_KeyDelegate(self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.clicked.connect(self._choose)
        self.field.textChanged.connect(self._fill)
        self.field.installEventFilter(self)
        self.hint.setText(self.tr("↑↓ choose · Enter do it · Esc close"))
        self._fill()

    def rows(self) -> tuple[object, ...]:
        """The rows shown: headings and keys."""
        return self._model.rows

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The field keeps the keyboard; arrows and Enter work on the list."""
        if watched is self.field and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step is not None:
                self._step(step)
                return True
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self._choose(self.list.currentIndex())
                return True
        return super().eventFilter(watched, event)

    def _fill(self) -> None:
        self._model.show(grouped(self._shell, self.field.text()))
        self.list.setCurrentIndex(self._model.index(0, 0))
        self._step(1)

    def _step(self, by: int) -> None:
        places = [row for row, value in enumerate(self._model.rows) if isinstance(value, Key)]
        if not places:
            return
        now = self.list.currentIndex().row()
        place = places.index(now) + by if now in places else 0
        self.list.setCurrentIndex(self._model.index(places[place % len(places)], 0))

    def _choose(self, index: QModelIndex) -> None:
        key = index.data(ROW_ROLE)
        if isinstance(key, Key):
            shell = self._shell
            self.close_first()
            shell.commands.run(key.name)


class _Keys(Rows):
    def words(self, row: object) -> str:
        if isinstance(row, Key):
            return f"{row.title}: {' or '.join(row.keys)}"
        return row.text if isinstance(row, Heading) else ""

    def can_choose(self, row: object) -> bool:
        return isinstance(row, Key)


class _KeyDelegate(QStyledItemDelegate):
    """A heading, or a title with its keys at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(200, metrics().px(HEIGHT))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row = index.data(ROW_ROLE)
        theme, sizes = current_theme(), metrics()
        box: QRect = option.rect
        line = box.adjusted(sizes.px(L), 0, -sizes.px(L), 0)
        if isinstance(row, Heading):
            line.setTop(line.top() + sizes.px(8))
            text_line(painter, line, row.text, sizes.font(Type.LABEL_STRONG), theme.color("faint"))
            return
        if not isinstance(row, Key):
            return
        state: QStyle.StateFlag = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, theme.color("accent-soft"))
        right = line.right()
        for keys in reversed(row.keys):
            words = key_words(keys)
            size = key_size(words)
            badge = QRect(
                right - size.width(), box.center().y() - size.height() // 2, size.width(), size.height()
            )
            paint_key(painter, badge, words, theme)
            right = badge.left() - sizes.px(6)
        line.setRight(right - sizes.px(M))
        text_line(painter, line, row.title, sizes.font(Type.BODY), theme.color("text"))
