"""One entry of the timeline: its mark on the line, heading, day and words."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from netdesk.method.calendar_words import full_day, short_day
from netdesk.method.one_to_ones import Outcome
from netdesk.method.rhythm import InteractionKind
from netdesk.services.timeline import Entry, EntryKind
from netdesk.ui.pages.person.outside import copy_text
from netdesk.ui.theme.current import current_theme
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.icons import paint_icon
from netdesk.ui.theme.metrics import S, Type, metrics
from netdesk.ui.widgets.chip import Tone, chip_size, paint_chip
from netdesk.ui.widgets.labels import plain_tooltip, wrappable
from netdesk.ui.widgets.paint import LEFT, RIGHT, focus_ring, one_line, rounded, text_line

_MARK = 24
_LEFT = 36
_RIGHT = 4
_BELOW = 11
_HOW = {
    InteractionKind.MET: Icon.PERSON,
    InteractionKind.CALL: Icon.CALL,
    InteractionKind.ONE_TO_ONE: Icon.ONE_TO_ONE,
    InteractionKind.MESSAGE: Icon.CONVERSATION,
    InteractionKind.EMAIL: Icon.MESSAGE,
    InteractionKind.EVENT: Icon.EVENTS,
    InteractionKind.NOTE: Icon.NOTE,
}
_HELP = {
    EntryKind.GIVE: Icon.GIVE,
    EntryKind.RECEIVE: Icon.ASK,
    EntryKind.PROMISE: Icon.PROMISE,
    EntryKind.ASK: Icon.HELP,
}
_MARKS = {**_HELP, EntryKind.WIN: Icon.WINS}
_TONES = {Outcome.ACHIEVED: Tone.GOOD, Outcome.PARTLY: Tone.WARN, Outcome.NOT: Tone.PLAIN}


class TimelineEntry(QWidget):
    """Press Enter or double click to change it. ``edit_asked(Entry)`` and ``remove_asked(Entry)`` tell so."""

    edit_asked = Signal(object)
    remove_asked = Signal(object)

    def __init__(self, entry: Entry, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entry = entry
        self._day = short_day(entry.on, today)
        said = [f"Objective: {entry.objective}"] if entry.objective else []
        said += [entry.words] if entry.words else []
        self._words = wrappable("\n".join(said))
        self._broken: tuple[int, list[str]] = (-1, [])
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(one_line(f"{full_day(entry.on)}: {entry.title}. {' '.join(said)}"))
        self.setToolTip(plain_tooltip(f"{full_day(entry.on)}\n{entry.title}"))

    # Measuring: everything is painted, because a page shows thirty of these and is drawn at every step in the list.

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        sizes = metrics()
        lines = len(self._lines(width - sizes.px(_LEFT + _RIGHT)))
        return sizes.px(_MARK + _BELOW) + round(lines * self._line_height()) + (sizes.px(2) if lines else 0)

    def sizeHint(self) -> QSize:
        width = metrics().px(360)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        # The height follows from the width; a height for the narrowest width would make the list scroll.
        return QSize(metrics().px(160), metrics().px(_MARK))

    def _line_height(self) -> float:
        font = metrics().font(Type.SECONDARY)
        return max(QFontMetrics(font).height(), font.pixelSize() * 1.48)

    def _lines(self, width: int) -> list[str]:
        if self._broken[0] != width:
            self._broken = (width, broken_lines(self._words, metrics().font(Type.SECONDARY), width))
        return self._broken[1]

    def glyph(self) -> Icon:
        """The icon of what happened."""
        if self.entry.how is not None:
            return _HOW[self.entry.how]
        if self.entry.kind is EntryKind.MOVE:
            return Icon.READY if self.entry.up else Icon.DOWN
        if self.entry.kind in _MARKS:
            return _MARKS[self.entry.kind]
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
            EntryKind.WIN: self.tr("All about this win…"),
        }.get(self.entry.kind, self.tr("Edit…"))
        menu.addAction(words).triggered.connect(self._ask_edit)
        menu.addAction(self.tr("Copy")).triggered.connect(self._copy)
        if self._removable():
            menu.addAction(self.tr("Delete")).triggered.connect(self._ask_remove)
        menu.popup(event.globalPos())

    def _removable(self) -> bool:
        return self.entry.kind in (EntryKind.TALK, EntryKind.NOTE, *_HELP)

    def _copy(self) -> None:
        copy_text(
            "\n".join(part for part in (self.entry.title, self.entry.objective, self.entry.words) if part)
        )

    def _ask_edit(self) -> None:
        self.edit_asked.emit(self.entry)

    def _ask_remove(self) -> None:
        self.remove_asked.emit(self.entry)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, sizes = current_theme(), metrics()
        painter = QPainter(self)
        self._paint_mark(painter)
        left, side = sizes.px(_LEFT), sizes.px(_MARK)
        room = self.width() - left - sizes.px(_RIGHT)
        small = sizes.font(Type.SECONDARY)
        day_width = QFontMetrics(small).horizontalAdvance(self._day) + 2
        head = QRect(left, 0, room, side)
        text_line(painter, head, self._day, small, theme.color("faint"), RIGHT)
        chip = chip_size(self.entry.outcome.label) if self.entry.outcome else QSize(0, 0)
        strong = sizes.font(Type.BODY_STRONG)
        gap = sizes.px(S)
        title = QRect(left, 0, room - day_width - gap - (chip.width() + gap if chip.width() else 0), side)
        used = text_line(painter, title, self.entry.title, strong, theme.color("text"), LEFT)
        if self.entry.outcome:
            box = QRect(left + used + gap, (side - chip.height()) // 2, chip.width(), chip.height())
            paint_chip(painter, box, self.entry.outcome.label, theme, _TONES[self.entry.outcome])
        painter.setFont(small)
        painter.setPen(theme.color("text-2"))
        top, height = float(side + sizes.px(2)), self._line_height()
        for line in self._lines(room):
            painter.drawText(QRectF(left, top, room, height), int(LEFT), line.rstrip())
            top += height
        if self.hasFocus():
            focus_ring(painter, self.rect(), theme, sizes.px(6))

    def _paint_mark(self, painter: QPainter) -> None:
        theme, sizes = current_theme(), metrics()
        side, width = sizes.px(_MARK), sizes.px(2)
        painter.fillRect(QRect((side - width) // 2, 0, width, self.height()), theme.color("line"))
        box = QRect(0, 0, side, side)
        rounded(painter, box, theme.color("panel"), theme.color("line"), side / 2)
        inner = QRect(0, 0, sizes.px(13), sizes.px(13))
        inner.moveCenter(box.center())
        paint_icon(painter, inner, self.glyph(), theme.color("text-2"))


def broken_lines(text: str, font: QFont, width: int) -> list[str]:
    """Break plain text into the lines that fit a width; none for no text."""
    lines: list[str] = []
    for paragraph in text.split("\n") if text else ():
        layout = QTextLayout(paragraph, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(width, 1))
            lines.append(paragraph[line.textStart() : line.textStart() + line.textLength()])
        layout.endLayout()
        if not paragraph:
            lines.append("")
    return lines
