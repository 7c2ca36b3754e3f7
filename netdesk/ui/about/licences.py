"""The licences: every part inside NetDesk at the left, found by typing; the text of its licence at the right."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    qVersion,
)
from PySide6.QtGui import QFontDatabase, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListView,
    QPlainTextEdit,
    QStyle,
    QStyleOptionViewItem,
    QVBoxLayout,
)

from netdesk.method.names import fold
from netdesk.services.about.parts import Part, all_parts, licence_text
from netdesk.ui.delegates.row_painting import paint_ring
from netdesk.ui.delegates.tipped import TippedDelegate
from netdesk.ui.dialogs.card_list import ROW_ROLE, CardList, Rows
from netdesk.ui.shell import Shell
from netdesk.ui.theme.current import current_theme
from netdesk.ui.theme.metrics import L, M, S, Type, metrics
from netdesk.ui.widgets.labels import ElidedLabel, WrapLabel
from netdesk.ui.widgets.paint import RIGHT, text_line
from netdesk.ui.widgets.search_field import SearchField

HEIGHT = 46
_WIDTH, _TALL = 1040, 680
_LIST_WIDTH = 330
_VERSION_WIDTH = 90


def show_licences(shell: Shell) -> Licences:
    """Show the licences over the window."""
    content = Licences(shell)
    overlay = shell.show_overlay(content, width=_WIDTH, height=_TALL)
    content.cross.clicked.connect(overlay.close_overlay)
    content.field.setFocus()
    return content


class Licences(CardList):
    """What stands in the overlay."""

    def __init__(self, shell: Shell) -> None:
        super().__init__("Licences of all parts", "Parts by name")
        self._parts: tuple[Part, ...] = ()
        self.field = SearchField(self.tr("Find a part or a licence"))
        self.above.addWidget(self.field)
        self._model = _Parts(self)
        self.list.setModel(self._model)
        self.list.setItemDelegate(_PartDelegate(self.list))
        self.list.selectionModel().currentChanged.connect(self._show_text)
        self.name = ElidedLabel("", Type.SECTION, "text")
        self.what = WrapLabel("", Type.SECONDARY, "text-2")
        self.text = _LicenceText()
        self._lay_out_text()
        self.field.textChanged.connect(self._fill)
        self.field.installEventFilter(self)
        self.hint.setText(self.tr("↑↓ choose a part · Tab to read it · Esc close"))
        resources, version = shell.resources, qVersion()
        shell.desk.ask(self, "parts", lambda _workspace: all_parts(resources, version), self._show)

    def parts(self) -> tuple[Part, ...]:
        """The parts that are listed now."""
        return tuple(row for row in self._model.rows if isinstance(row, Part))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The field keeps the keyboard; arrows choose in the list, the pages turn the text."""
        if watched is self.field and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            deed = self._deeds().get(Qt.Key(event.key()))
            if deed is not None:
                deed()
                return True
        return super().eventFilter(watched, event)

    def _deeds(self) -> dict[Qt.Key, Callable[[], object]]:
        return {
            Qt.Key.Key_Down: lambda: self._step(1),
            Qt.Key.Key_Up: lambda: self._step(-1),
            Qt.Key.Key_PageDown: lambda: self.text.turn(1),
            Qt.Key.Key_PageUp: lambda: self.text.turn(-1),
        }

    def _lay_out_text(self) -> None:
        """Put the list, which the base laid out alone, beside the text."""
        sizes = metrics()
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        place = column.indexOf(self.list)
        column.removeWidget(self.list)
        self.list.setMaximumWidth(sizes.px(_LIST_WIDTH))
        right = QVBoxLayout()
        right.setSpacing(sizes.px(S))
        right.addWidget(self.name)
        right.addWidget(self.what)
        right.addWidget(self.text, 1)
        both = QHBoxLayout()
        both.setContentsMargins(0, 0, sizes.px(L), 0)
        both.setSpacing(sizes.px(M))
        both.addWidget(self.list, 2)
        both.addLayout(right, 3)
        column.insertLayout(place, both, 1)
        stops = (self.field, self.text, self.list, self.cross)
        for first, second in pairwise(stops):
            self.setTabOrder(first, second)

    def _show(self, parts: tuple[Part, ...]) -> None:
        self._parts = parts
        self._fill()

    def _fill(self) -> None:
        words = fold(self.field.text()).split()
        before = self.list.currentIndex().data(ROW_ROLE)
        # Who types "qt" means Qt before what is inside it.
        found = sorted(
            (part for part in self._parts if _fits(part, words)), key=lambda part: _place(part, words)
        )
        self._model.show(found)
        self.list.setCurrentIndex(self._model.index(found.index(before) if before in found else 0, 0))
        if not found:
            self._show_text()

    def _step(self, by: int) -> None:
        count = self._model.rowCount()
        if count:
            row = (self.list.currentIndex().row() + by) % count
            self.list.setCurrentIndex(self._model.index(row, 0))

    def _show_text(self) -> None:
        part = self.list.currentIndex().data(ROW_ROLE)
        if isinstance(part, Part):
            self.name.setText(f"{part.name} {part.version}".rstrip())
            self.what.setText(" · ".join(words for words in (_licence(part), part.what) if words))
            self.text.show_text(licence_text(part), part.name)
        else:
            self.name.setText(self.tr("Nothing of that name") if self._parts else "")
            self.what.setText("")
            self.text.show_text("", "")


def _licence(part: Part) -> str:
    return part.licence or "as its text says"


def _place(part: Part, words: list[str]) -> int:
    """Names that begin with what was typed stand first, then names that hold it."""
    name, typed = fold(part.name), " ".join(words)
    return 0 if name.startswith(typed) else 1 if typed in name else 2


def _fits(part: Part, words: list[str]) -> bool:
    known = fold(f"{part.name} {part.version} {part.licence} {part.what}")
    return all(word in known for word in words)


class _LicenceText(QPlainTextEdit):
    """The text, to read, to choose from with the keyboard, and to copy."""

    def __init__(self) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPixelSize(metrics().font(Type.SECONDARY).pixelSize())
        self.setFont(font)

    def show_text(self, text: str, name: str) -> None:
        """Show ``text`` from its beginning."""
        self.setPlainText(text)
        self.setAccessibleName(self.tr("The licence of {0}").format(name))

    def turn(self, pages: int) -> None:
        """Turn so many pages."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + pages * bar.pageStep())


class _Parts(Rows):
    def words(self, row: object) -> str:
        return f"{row.name} {row.version}, {_licence(row)}" if isinstance(row, Part) else ""


class _PartDelegate(TippedDelegate):
    """Name and version; under them the licence in a word."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(200, metrics().px(HEIGHT))

    def tip(self, index: QModelIndex | QPersistentModelIndex, box: QRect, spot: QPoint) -> str:
        """All of it, as the row may cut it."""
        part = index.data(ROW_ROLE)
        return f"{part.name} {part.version}\n{_licence(part)}" if isinstance(part, Part) else ""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        part = index.data(ROW_ROLE)
        if not isinstance(part, Part):
            return
        theme, sizes = current_theme(), metrics()
        box: QRect = option.rect
        state: QStyle.StateFlag = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, theme.color("accent-soft"))
        line = box.adjusted(sizes.px(L), sizes.px(4), -sizes.px(M), -sizes.px(4))
        upper, lower = QRect(line), QRect(line)
        upper.setHeight(line.height() // 2)
        lower.setTop(upper.bottom() + 1)
        version = QRect(upper)
        version.setLeft(upper.right() - sizes.px(_VERSION_WIDTH))
        text_line(painter, version, part.version, sizes.font(Type.SECONDARY), theme.color("text-2"), RIGHT)
        upper.setRight(version.left() - sizes.px(S) if part.version else upper.right())
        text_line(painter, upper, part.name, sizes.font(Type.BODY_MEDIUM), theme.color("text"))
        text_line(painter, lower, _licence(part), sizes.font(Type.SECONDARY), theme.color("text-2"))
        paint_ring(painter, option, theme)
