"""Used at: the events a pitch was said at, or will be; pressing one opens it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from netdesk.method.calendar_words import short_day, weekday_and_day
from netdesk.method.pitches import landing_sentence
from netdesk.services.pitch_page import NextEvent, PitchPage, UsedAt, VersionLine
from netdesk.ui.pages.pitches.reaction_bars import paint_strip
from netdesk.ui.theme.current import current_theme
from netdesk.ui.theme.metrics import RADIUS_BUTTON, M, S, Type, metrics
from netdesk.ui.widgets.buttons import link_button
from netdesk.ui.widgets.labels import WrapLabel, plain_tooltip
from netdesk.ui.widgets.paint import RIGHT, focus_ring, rounded, text_line
from netdesk.ui.widgets.panel import Panel

ROW = Qt.ItemDataRole.UserRole
ROWS_SHOWN = 6
_SHARE, _STRIP = 100, 8
Index = QModelIndex | QPersistentModelIndex


class UsedPanel(Panel):
    """``opened(int)``: an event; ``take_wanted(int)``: the version shown is wanted for an event."""

    opened = Signal(object)
    take_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Used at", "", parent=parent)
        self._next = 0
        self.never = WrapLabel("", Type.SECONDARY, "text-2")
        self.model = UsedModel()
        self.list = UsedList(self.model)
        self.list.opened.connect(self.opened)
        self.take = link_button("")
        self.take.clicked.connect(self._take)
        for widget in (self.never, self.list, self.take):
            self.body.addWidget(widget)

    def show_pitch(self, page: PitchPage, version: VersionLine, today: date) -> None:
        """Show where the versions of a pitch were said; ``version`` may be taken to the next event."""
        self.model.show_uses(page.used_at, today)
        used = bool(page.used_at)
        self.list.setVisible(used)
        self.list.fit()
        said = any(use.begun for use in page.used_at)
        self.never.setText("" if said else "Never said at an event yet.")
        self.never.setVisible(not said)
        self._offer(page.next_event, version, page)

    def _offer(self, event: NextEvent | None, version: VersionLine, page: PitchPage) -> None:
        name = f"{page.title} · v{version.number}"
        self.take.setVisible(event is not None and event.pitch != name and not page.in_bin)
        self._next = 0 if event is None else event.event_id
        if event is not None:
            title = event.title if len(event.title) <= 40 else f"{event.title[:39]}…"
            words = f"Take v{version.number} to {title} ({weekday_and_day(event.starts.date())})"
            self.take.setText(words.replace("&", "&&"))
            self.take.setAccessibleName(words)
            tip = f"In the place of {event.pitch}" if event.pitch else "No pitch is chosen there yet"
            self.take.setToolTip(plain_tooltip(tip))

    def _take(self) -> None:
        self.take_wanted.emit(self._next)


class UsedModel(QAbstractListModel):
    """``ROW`` gives a :class:`UsedAt`."""

    def __init__(self) -> None:
        super().__init__()
        self._uses: tuple[UsedAt, ...] = ()
        self.today = date.min

    def show_uses(self, uses: Sequence[UsedAt], today: date) -> None:
        """Show these."""
        if tuple(uses) != self._uses or today != self.today:
            self.beginResetModel()
            self._uses, self.today = tuple(uses), today
            self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._uses)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._uses):
            return None
        use = self._uses[index.row()]
        if role == ROW:
            return use
        if role == Qt.ItemDataRole.DisplayRole:
            return use.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return (
                f"{use.title}, {second_line(use, self.today)}, {landing_sentence(use.number, use.reactions)}"
            )
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(f"{use.title}\n{landing_sentence(use.number, use.reactions)}")
        return None


def second_line(use: UsedAt, today: date) -> str:
    """Write "v3 · 18 Nov", or "v3 · will be, 24 Nov" of an event to come."""
    day = short_day(use.starts.date(), today)
    return f"v{use.number} · {day}" if use.begun else f"v{use.number} · to come, {day}"


class UsedList(QListView):
    """A few rows high; ``opened(int)`` with the event's id by Enter or a press."""

    opened = Signal(object)

    def __init__(self, model: UsedModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setItemDelegate(UsedDelegate(self))
        self.setAccessibleName("Events it was used at")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setStyleSheet("QListView { background: transparent; }")
        self.viewport().setAutoFillBackground(False)
        self.clicked.connect(self._open)

    def fit(self) -> None:
        """Take the height of the rows, at most six."""
        rows = min(self.model().rowCount(), ROWS_SHOWN)
        self.setFixedHeight(max(1, rows) * row_height() + 2)

    def _open(self, index: QModelIndex) -> None:
        use = index.data(ROW)
        if isinstance(use, UsedAt):
            self.opened.emit(use.event_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)


def row_height() -> int:
    """The height of a row."""
    sizes = metrics()
    title = QFontMetrics(sizes.font(Type.BODY)).height()
    return title + QFontMetrics(sizes.font(Type.SECONDARY)).height() + sizes.px(S + 2)


class UsedDelegate(QStyledItemDelegate):
    """Title, version and day; at the right how people took it."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, row_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        use, model = index.data(ROW), index.model()
        if not isinstance(use, UsedAt) or not isinstance(model, UsedModel):
            return
        theme, sizes = current_theme(), metrics()
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        if state & QStyle.StateFlag.State_MouseOver:
            rounded(painter, rect, theme.color("hover"), None, sizes.px(RADIUS_BUTTON))
        pad = sizes.px(S - 2)
        share = QRect(rect.right() - sizes.px(_SHARE) - pad, rect.top(), sizes.px(_SHARE), rect.height())
        title, under = sizes.font(Type.BODY), sizes.font(Type.SECONDARY)
        heights = QFontMetrics(title).height(), QFontMetrics(under).height()
        top = rect.top() + (rect.height() - sum(heights)) // 2
        room = share.left() - sizes.px(M) - rect.left() - pad
        left = rect.left() + pad
        text_line(painter, QRect(left, top, room, heights[0]), use.title, title, theme.color("text"))
        line = QRect(left, top + heights[0], room, heights[1])
        text_line(painter, line, second_line(use, model.today), under, theme.color("faint"))
        total = use.reactions.total
        words = f"{total:,}" if total else ("not counted" if use.begun else "")
        text_line(painter, share, words, under, theme.color("text-2" if total else "faint"), RIGHT)
        if total:
            strip = QRect(share.left(), share.center().y() - sizes.px(_STRIP) // 2, 0, sizes.px(_STRIP))
            strip.setWidth(share.width() - QFontMetrics(under).horizontalAdvance("1,000"))
            paint_strip(painter, strip, use.reactions, theme)
        if state & QStyle.StateFlag.State_HasFocus:
            focus_ring(painter, rect, theme, sizes.px(RADIUS_BUTTON))
        painter.restore()
