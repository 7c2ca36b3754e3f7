"""The line that takes one card after the other; contacts are offered under it while one types.

``EntryLine(shell)``: ``set_event(id)``. Signals ``contact_chosen(object)`` with a :class:`Match`, ``typed(str)`` a
whole line, ``left_above()`` for the list over it, ``plan_wanted()``. Enter takes the offered contact that is
highlighted, else the line; on the empty line it goes on to planning.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from netdesk.services.cards import Match, matches
from netdesk.ui.shell import Shell
from netdesk.ui.theme.current import current_theme
from netdesk.ui.theme.metrics import M, S, Type, metrics
from netdesk.ui.widgets.labels import plain_tooltip
from netdesk.ui.widgets.paint import RIGHT, one_line, rounded, text_line
from netdesk.ui.widgets.pips import paint_pips, pips_size

PLACEHOLDER = "Type “Name, company, email” and press Enter; the next card is ready at once"
_LONGEST = 1_000
_ROW = 32
MATCH = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


class EntryLine(QLineEdit):
    """Keeps the hands on the keys: after Enter it is empty and ready."""

    contact_chosen = Signal(object)
    typed = Signal(str)
    left_above = Signal()
    plan_wanted = Signal()

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._event = 0
        self._offer: MatchList | None = None
        self.setPlaceholderText(PLACEHOLDER)
        self.setAccessibleName("Enter a card: name, company, e-mail")
        self.setToolTip(plain_tooltip("Enter on the empty line plans the cards one after the other"))
        self.setMaxLength(_LONGEST)
        self.setProperty("bare", True)
        self.textEdited.connect(self._ask)
        self.textChanged.connect(self._close_if_empty)

    def set_event(self, event_id: int) -> None:
        """Offer and enter for another event from now on."""
        if event_id != self._event:
            self._event = event_id
            self.close_offer()

    def offered(self) -> tuple[Match, ...]:
        """The contacts offered now."""
        return self._offer.matches.found if self._offer is not None and self._offer.isVisible() else ()

    def close_offer(self) -> None:
        """Take the list away."""
        if self._offer is not None:
            self._offer.hide()
        self.setAccessibleDescription("")

    def _close_if_empty(self, text: str) -> None:
        if not text:
            self.close_offer()

    def _ask(self, text: str) -> None:
        if not text.strip():
            self.close_offer()
            return
        event = self._event
        self._shell.desk.ask(
            self,
            "matches",
            lambda workspace: matches(workspace, text, event_id=event),
            partial(self.show_offer, text),
        )

    def show_offer(self, text: str, found: tuple[Match, ...]) -> None:
        """Show who was found for ``text``, unless something else stands there by now."""
        if text != self.text() or not self.isVisible() or not self.hasFocus():
            return
        if not found:
            self.close_offer()
            return
        if self._offer is None:
            self._offer = MatchList(self.window())
            self._offer.picked.connect(self._picked)
            self.destroyed.connect(self._offer.deleteLater)
        self._offer.show_matches(found, self)
        count = "1 contact" if len(found) == 1 else f"{len(found)} contacts"
        self.setAccessibleDescription(f"{count} offered, the arrow keys choose")

    def _picked(self, match: Match) -> None:
        self._empty()
        self.close_offer()
        self.contact_chosen.emit(match)

    def _enter(self) -> None:
        match = self._offer.chosen() if self._offer is not None and self._offer.isVisible() else None
        text = self.text()
        if match is not None:
            self._picked(match)
        elif text.strip():
            self._empty()
            self.close_offer()
            self.typed.emit(text)
        else:
            self.plan_wanted.emit()

    def _empty(self) -> None:
        # Unlike clear(), this forgets what could be undone in the line: the next undo is the card's.
        self.setText("")

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undo = event.matches(QKeySequence.StandardKey.Undo) and not self.isUndoAvailable()
            redo = event.matches(QKeySequence.StandardKey.Redo) and not self.isRedoAvailable()
            if undo or redo:
                # A line in which nothing can be undone leaves the key to the window.
                event.ignore()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        offer = self._offer if self._offer is not None and self._offer.isVisible() else None
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter()
        elif key == Qt.Key.Key_Escape and offer is not None:
            self.close_offer()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and offer is not None:
            offer.step(1 if key == Qt.Key.Key_Down else -1)
            self.setAccessibleDescription(offer.spoken())
        elif key == Qt.Key.Key_Up:
            self.left_above.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.close_offer()

    def hideEvent(self, event: QHideEvent) -> None:
        self.close_offer()
        super().hideEvent(event)


class _Matches(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.found: tuple[Match, ...] = ()

    def show_matches(self, found: Sequence[Match]) -> None:
        self.beginResetModel()
        self.found = tuple(found)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.found)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or not 0 <= index.row() < len(self.found):
            return None
        match = self.found[index.row()]
        if role == MATCH:
            return match
        if role == Qt.ItemDataRole.DisplayRole:
            return one_line(match.name)
        return spoken(match) if role == Qt.ItemDataRole.AccessibleTextRole else None


class MatchList(QListView):
    """Lies over the window beside the line; the keyboard stays in the line. ``picked(object)`` by the mouse."""

    picked = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.matches = _Matches()
        self.setModel(self.matches)
        self.setItemDelegate(_MatchDelegate(self))
        self.setAccessibleName("Contacts that match")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._clicked)
        self.hide()

    def show_matches(self, found: Sequence[Match], line: QWidget) -> None:
        """Show these under ``line``, or over it where there is no room; none is highlighted."""
        self._dress()
        kept = self.chosen()
        self.matches.show_matches(found)
        row = next((row for row, match in enumerate(found) if kept is not None and match.id == kept.id), -1)
        self.setCurrentIndex(self.matches.index(row) if row >= 0 else QModelIndex())
        window = self.parentWidget()
        assert window is not None
        sizes = metrics()
        height = sizes.px(_ROW) * len(found) + sizes.px(8)
        place = line.mapTo(window, QPoint(0, line.height() + sizes.px(4)))
        if place.y() + height > window.height():
            place = line.mapTo(window, QPoint(0, -height - sizes.px(4)))
        self.setGeometry(QRect(place, QSize(min(line.width(), sizes.px(460)), height)))
        self.show()
        self.raise_()

    def _dress(self) -> None:
        theme, sizes = current_theme(), metrics()
        self.setStyleSheet(
            f"QListView {{ background: {theme.css('panel')}; border: 1px solid {theme.css('line')};"
            f" border-radius: {sizes.px(8)}px; padding: {sizes.px(3)}px; }}"
        )

    def chosen(self) -> Match | None:
        """The contact that is highlighted; None while none is."""
        found = self.currentIndex().data(MATCH) if self.currentIndex().isValid() else None
        return found if isinstance(found, Match) else None

    def step(self, by: int) -> None:
        """Highlight the next one; before the first and after the last none is."""
        rows = self.matches.rowCount()
        row = (self.currentIndex().row() + 1 + by) % (rows + 1) - 1
        self.setCurrentIndex(self.matches.index(row) if row >= 0 else QModelIndex())

    def spoken(self) -> str:
        """The highlighted contact in words."""
        match = self.chosen()
        return "" if match is None else spoken(match)

    def _clicked(self, index: QModelIndex) -> None:
        match = index.data(MATCH)
        if isinstance(match, Match):
            self.picked.emit(match)


class _MatchDelegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, metrics().px(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        match = index.data(MATCH)
        if not isinstance(match, Match):
            return
        theme, sizes = current_theme(), metrics()
        state: QStyle.StateFlag = option.state
        rect: QRect = option.rect
        view = self.parent()
        is_current = isinstance(view, QListView) and view.currentIndex() == index
        if is_current or state & QStyle.StateFlag.State_MouseOver:
            ground = theme.color("accent-soft" if is_current else "hover")
            rounded(painter, rect, ground, None, sizes.px(6))
        inside = rect.adjusted(sizes.px(M - 2), 0, -sizes.px(M - 2), 0)
        pips = pips_size().width()
        paint_pips(
            painter, QRect(inside.right() - pips, rect.top(), pips, rect.height()), match.level or 0, theme
        )
        inside.adjust(0, 0, -pips - sizes.px(M), 0)
        if match.here:
            used = text_line(
                painter, inside, "card is here", sizes.font(Type.SECONDARY), theme.color("faint"), RIGHT
            )
            inside.adjust(0, 0, -used - sizes.px(M), 0)
        used = text_line(painter, inside, match.name, sizes.font(Type.BODY_STRONG), theme.color("text"))
        rest = inside.adjusted(used + sizes.px(S), 0, 0, 0)
        if rest.width() > sizes.px(20):
            text_line(painter, rest, match.organisation, sizes.font(Type.SECONDARY), theme.color("faint"))


def spoken(match: Match) -> str:
    """Say a contact: "Marta Lindqvist, Lindqvist Interiors, level 2, card is here already"."""
    level = f"level {match.level}" if match.level else "on no level"
    here = "card is here already" if match.here else ""
    parts = (one_line(match.name), one_line(match.organisation), level, here)
    return ", ".join(part for part in parts if part)
