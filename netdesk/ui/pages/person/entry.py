"""One entry of the timeline: its mark on the line, heading, day and words."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from netdesk.method.calendar_words import full_day, short_day
from netdesk.method.rhythm import InteractionKind
from netdesk.services.conversations import Outcome
from netdesk.services.timeline import Entry, EntryKind
from netdesk.ui.theme.current import current_theme
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.icons import paint_icon
from netdesk.ui.theme.metrics import M, S, Type, metrics
from netdesk.ui.widgets.chip import Chip, Tone
from netdesk.ui.widgets.labels import ElidedLabel, Faint, WrapLabel, plain_tooltip
from netdesk.ui.widgets.paint import focus_ring, one_line, rounded

_MARK = 24
_HOW = {
    InteractionKind.MET: Icon.PERSON,
    InteractionKind.CALL: Icon.CALL,
    InteractionKind.ONE_TO_ONE: Icon.ONE_TO_ONE,
    InteractionKind.MESSAGE: Icon.CONVERSATION,
    InteractionKind.EMAIL: Icon.MESSAGE,
    InteractionKind.EVENT: Icon.EVENTS,
    InteractionKind.NOTE: Icon.NOTE,
}
_TONES = {Outcome.ACHIEVED: Tone.GOOD, Outcome.PARTLY: Tone.WARN, Outcome.NOT: Tone.PLAIN}


class TimelineEntry(QWidget):
    """Press Enter or double click to change it. ``edit_asked(Entry)`` and ``remove_asked(Entry)`` tell so."""

    edit_asked = Signal(object)
    remove_asked = Signal(object)

    def __init__(self, entry: Entry, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entry = entry
        sizes = metrics()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(sizes.px(_MARK + M), sizes.px(3), sizes.px(2), sizes.px(M))
        outer.setSpacing(sizes.px(2))
        head = QHBoxLayout()
        head.setSpacing(sizes.px(S))
        self.heading = ElidedLabel(entry.title, Type.BODY_STRONG)
        head.addWidget(self.heading)
        if entry.outcome is not None:
            head.addWidget(Chip(entry.outcome.label, _TONES[entry.outcome]))
        head.addStretch(1)
        day = Faint(short_day(entry.on, today))
        day.setToolTip(plain_tooltip(full_day(entry.on)))
        head.addWidget(day)
        outer.addLayout(head)
        said = [f"Objective: {entry.objective}"] if entry.objective else []
        said += [entry.words] if entry.words else []
        if said:
            outer.addWidget(WrapLabel("\n".join(said)))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(one_line(f"{full_day(entry.on)}: {entry.title}. {' '.join(said)}"))

    def minimumSizeHint(self) -> QSize:
        # The height follows from the width; a height for the narrowest width would make the list scroll.
        return QSize(super().minimumSizeHint().width(), metrics().px(_MARK))

    def glyph(self) -> Icon:
        """The icon of what happened."""
        if self.entry.how is not None:
            return _HOW[self.entry.how]
        if self.entry.kind is EntryKind.MOVE:
            return Icon.READY if self.entry.up else Icon.DOWN
        return Icon.TICK if self.entry.kind is EntryKind.DONE else Icon.CLOSE

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.edit_asked.emit(self.entry)
        elif event.key() == Qt.Key.Key_Delete and self._removable():
            self.remove_asked.emit(self.entry)
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.edit_asked.emit(self.entry)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        words = {
            EntryKind.MOVE: self.tr("Say why…"),
            EntryKind.DONE: self.tr("Open again"),
            EntryKind.DROPPED: self.tr("Open again"),
            EntryKind.EVENT: self.tr("Open the event"),
        }.get(self.entry.kind, self.tr("Edit…"))
        menu.addAction(words).triggered.connect(self._ask_edit)
        if self._removable():
            menu.addAction(self.tr("Delete")).triggered.connect(self._ask_remove)
        menu.popup(event.globalPos())

    def _removable(self) -> bool:
        return self.entry.kind in (EntryKind.TALK, EntryKind.NOTE)

    def _ask_edit(self) -> None:
        self.edit_asked.emit(self.entry)

    def _ask_remove(self) -> None:
        self.remove_asked.emit(self.entry)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, sizes = current_theme(), metrics()
        painter = QPainter(self)
        side = sizes.px(_MARK)
        width = sizes.px(2)
        painter.fillRect(QRect((side - width) // 2, 0, width, self.height()), theme.color("line"))
        box = QRect(0, 0, side, side)
        rounded(painter, box, theme.color("panel"), theme.color("line"), side / 2)
        glyph_side = sizes.px(13)
        inner = QRect(0, 0, glyph_side, glyph_side)
        inner.moveCenter(box.center())
        paint_icon(painter, inner, self.glyph(), theme.color("text-2"))
        if self.hasFocus():
            focus_ring(painter, self.rect(), theme, sizes.px(6))
