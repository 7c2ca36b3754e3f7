"""One person to meet: who, why, what I can give, what I'd ask."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from netdesk.method.names import hue_index, initials
from netdesk.services.event_page import ExpectedLine
from netdesk.ui.delegates.photos import Photos
from netdesk.ui.pages.events.columns_layout import ColumnsLayout
from netdesk.ui.pages.events.in_place import PAD, InPlaceText
from netdesk.ui.pages.events.name_label import NameLabel
from netdesk.ui.theme.current import current_theme
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.metrics import L, M, S, Type, metrics
from netdesk.ui.widgets.avatar import Avatar
from netdesk.ui.widgets.labels import WrapLabel
from netdesk.ui.widgets.pips import Pips
from netdesk.ui.widgets.row_menu import Entry, RowMenu, open_menu

WEIGHTS = (0, 34, 21, 22, 21, 0)
HEADS = ("", "Who", "Why", "What I can give", "What I'd ask", "")
_FIELDS = ("why", "give", "ask")
_HINTS = {"why": "Why them?", "give": "—", "ask": "—"}


class PersonRow(QWidget):
    """Somebody to meet.

    Signals: ``wrote(str, str)`` a column and its words, ``named(str)`` another name, ``moved(int)``, ``removed()``,
    ``opened()`` to the contact's page, ``contact_wanted()`` to make a contact of a mere name.
    """

    wrote = Signal(str, str)
    named = Signal(str)
    moved = Signal(int)
    removed = Signal()
    opened = Signal()
    contact_wanted = Signal()

    def __init__(self, line: ExpectedLine, photos: Photos, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = line
        self._photos = photos
        sizes = metrics()
        self._avatar = Avatar()
        self.name = NameLabel()
        self._rename: InPlaceText | None = None
        self._pips = Pips()
        self._menu = RowMenu("More about this person")
        self._menu.entries = self._entries
        self.cells = {field: InPlaceText(field, _HINTS[field]) for field in _FIELDS}
        who = QWidget()
        self._who = column = QVBoxLayout(who)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.px(1))
        column.addWidget(self.name)
        level = QHBoxLayout()
        level.setContentsMargins(sizes.px(PAD), 0, 0, 0)
        level.addWidget(self._pips)
        level.addStretch(1)
        column.addLayout(level)
        layout = ColumnsLayout(WEIGHTS, sizes.px(S), self)
        layout.setContentsMargins(sizes.px(L), sizes.px(M - 1), sizes.px(S), sizes.px(M - 1))
        for cell in (self._avatar, who, *self.cells.values(), self._menu):
            layout.addWidget(cell)
        self.setSizePolicy(_growing())
        self.name.pressed.connect(self._name_pressed)
        for field, cell in self.cells.items():
            cell.saved.connect(self._saver(field))
        self.show_line(line)

    def show_line(self, line: ExpectedLine) -> None:
        """Show the person as stored now."""
        self.line = line
        detail = line.organisation
        if line.person_id is None:
            detail = " · ".join(part for part in (line.organisation, "not yet a contact") if part)
        elif line.in_bin:
            detail = "in the bin"
        self.show_picture()
        self.name.set_person(line.name, detail, link=True)
        if self._rename is not None and self._rename.is_editing():
            self._rename.set_text(line.name)
        self._pips.set_level(line.level or 0)
        for field, heading in zip(_FIELDS, HEADS[2:5], strict=True):
            cell = self.cells[field]
            cell.set_text(getattr(line, field))
            cell.setAccessibleName(f"{heading}, {line.name}: {cell.text() or 'empty'}")
        self._menu.set_name(f"More about {line.name}")
        self.setAccessibleName(self.name.text())

    def show_picture(self) -> None:
        """Show the photo if it is there by now, else the initials."""
        side = self._avatar.sizeHint().width()
        picture = self._photos.pixmap(self.line.photo or "", side, self.devicePixelRatioF())
        self._avatar.set_person(initials(self.line.name), hue_index(self.line.name), picture)

    def finish(self) -> None:
        """Save whatever is open in this row."""
        for cell in self.cells.values():
            cell.finish()
        if self._rename is not None:
            self._rename.finish()

    def start_renaming(self) -> None:
        """Open the name of somebody who is not a contact yet."""
        field = self.rename()
        field.set_text(self.line.name)
        self.name.hide()
        field.show()
        field.edit()

    def rename(self) -> InPlaceText:
        """Give the field of the name, made when it is first wanted."""
        if self._rename is None:
            self._rename = InPlaceText("Name", "Name", Type.BODY_STRONG, longest=200)
            self._rename.hide()
            self._rename.saved.connect(self.named)
            self._rename.closed.connect(self._renamed)
            self._who.insertWidget(1, self._rename)
        return self._rename

    def _renamed(self) -> None:
        field = self.rename()
        had_focus = field.hasFocus()
        field.hide()
        self.name.show()
        if had_focus:
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _saver(self, field: str) -> _Saver:
        return _Saver(self, field)

    def _name_pressed(self) -> None:
        if self.line.person_id is None:
            self.start_renaming()
        else:
            self.opened.emit()

    def _entries(self) -> list[Entry | None]:
        first: list[Entry | None] = (
            [
                Entry("Make a contact", self.contact_wanted.emit, Icon.ADD_PERSON),
                Entry("Rename", self.start_renaming, Icon.EDIT),
            ]
            if self.line.person_id is None
            else [Entry("Open their page", self.opened.emit, Icon.PERSON)]
        )
        return [
            *first,
            None,
            Entry("Move up", self._up, Icon.UP, "Alt+Up"),
            Entry("Move down", self._down, Icon.DOWN, "Alt+Down"),
            None,
            Entry("Remove", self.removed.emit, Icon.BIN, "Delete"),
        ]

    def _up(self) -> None:
        self.moved.emit(-1)

    def _down(self) -> None:
        self.moved.emit(1)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        open_menu(self._entries(), self, event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if alt and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.moved.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
        elif event.key() == Qt.Key.Key_Delete:
            self.removed.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(1, 0, self.width() - 2, 1, current_theme().color("line"))


class _Saver:
    """Says which column was saved, without keeping the row alive."""

    def __init__(self, row: PersonRow, field: str) -> None:
        self._wrote = row.wrote
        self._field = field

    def __call__(self, text: str) -> None:
        self._wrote.emit(self._field, text)


class TableHead(QWidget):
    """The headings over the columns, in step with the rows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        sizes = metrics()
        layout = ColumnsLayout(WEIGHTS, sizes.px(S), self)
        layout.setContentsMargins(sizes.px(L), 0, sizes.px(S), sizes.px(S))
        avatar, menu = Avatar().sizeHint().width(), RowMenu("").sizeHint().width()
        for place, words in enumerate(HEADS):
            if WEIGHTS[place]:
                label: QWidget = _Heading(words, sizes.px(PAD))
            else:
                label = _Gap(avatar if place == 0 else menu)
            layout.addWidget(label)
        self.setSizePolicy(_growing())


class _Heading(QWidget):
    """A heading that begins where the words of its column begin."""

    def __init__(self, words: str, indent: int) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(indent, 0, 0, 0)
        row.addWidget(WrapLabel(words, Type.LABEL_STRONG, "faint"))


class _Gap(QWidget):
    def __init__(self, width: int) -> None:
        super().__init__()
        self._width = width

    def sizeHint(self) -> QSize:
        return QSize(self._width, 1)


def _growing() -> QSizePolicy:
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    return policy
