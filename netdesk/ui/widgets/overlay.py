"""A card over the dimmed window, for what wants the whole attention for a moment.

``Overlay(window, content, width=1000, height=0, top=0)`` covers ``window`` (a widget, usually the main window);
``height=0`` lets the content decide, ``top=0`` centres the card. ``open()``, ``close_overlay()``, ``refit()``.
Signals ``opened()``, ``closed()``. Esc and, unless ``press_outside=False``, a press outside close it.
Tab stays inside; the focus goes back to where it was.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget
from shiboken6 import isValid

from netdesk.ui.theme.current import current_theme
from netdesk.ui.theme.metrics import RADIUS_OVERLAY, XL, metrics
from netdesk.ui.widgets.paint import rounded, soft_shadow


class Overlay(QWidget):
    """Scrim and card. The content is laid into the card without margins and is owned by the overlay."""

    opened = Signal()
    closed = Signal()

    def __init__(
        self,
        window: QWidget,
        content: QWidget,
        width: int = 1000,
        height: int = 0,
        top: int = 0,
        *,
        press_outside: bool = True,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._wish = (width, height, top)
        self._press_outside = press_outside
        self._back_to: QWidget | None = None
        self.gave_back = False
        """Whether what had the keyboard before has it again, once the card is closed."""
        self._content = content
        self._card = _Card(self)
        inside = QVBoxLayout(self._card)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(content)
        # Not by a click: one beside the card's controls would take the keyboard from them.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(content.accessibleName() or self.tr("Card over the window"))
        window.installEventFilter(self)
        self.hide()

    def open(self) -> None:
        """Dim the window, show the card and give its first control the focus."""
        self._back_to = self.window().focusWidget()
        self._fit()
        self.show()
        self.raise_()
        stops = self._stops()
        (stops[0] if stops else self).setFocus(Qt.FocusReason.OtherFocusReason)
        self.opened.emit()

    def close_overlay(self) -> None:
        """Take the card away and give the focus back."""
        if self.isHidden():
            return
        self.hide()
        back, self._back_to = self._back_to, None
        # What had the keyboard may be gone by now: the page behind was drawn anew.
        self.gave_back = back is not None and isValid(back) and back.isVisible()
        if back is not None and self.gave_back:
            back.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()

    def _fit(self) -> None:
        area = self._window.rect()
        self.setGeometry(area)
        sizes = metrics()
        width, height, top = self._wish
        margin = sizes.px(XL)
        card_width = min(sizes.px(width), area.width() - 2 * margin)
        wanted = sizes.px(height) if height else self._card.sizeHint().height()
        if not height and self._card.hasHeightForWidth():
            wanted = self._card.heightForWidth(card_width)
        start = sizes.px(top) if top else max(margin, (area.height() - wanted) // 2)
        card_height = min(wanted, area.height() - start - margin)
        self._card.setGeometry((area.width() - card_width) // 2, start, card_width, card_height)

    def shrink(self) -> None:
        """Make the card as low as its content from now on."""
        self._wish = (self._wish[0], 0, self._wish[2])
        self.refit()

    def refit(self) -> None:
        """Measure the content again after it grew or shrank."""
        for held in (self._content, self._card):
            layout = held.layout()
            if layout is not None:
                layout.invalidate()
                layout.activate()
        self._fit()
        self.update()

    def _stops(self) -> list[QWidget]:
        """Give what can take the keyboard inside the card, in Tab's order."""
        found: list[QWidget] = []
        here: QWidget = self._card
        step = here.nextInFocusChain()
        while step is not None and step is not here:
            takes = step.focusPolicy() & Qt.FocusPolicy.TabFocus
            if takes and self._card.isAncestorOf(step) and step.isVisibleTo(self) and step.isEnabled():
                proxy = step.focusProxy()
                if proxy is None:
                    found.append(step)
            step = step.nextInFocusChain()
        return found

    def focusNextPrevChild(self, forward: bool) -> bool:
        stops = self._stops()
        if not stops:
            return True
        held = self.window().focusWidget()
        place = stops.index(held) if held in stops else (-1 if forward else 0)
        target = stops[(place + (1 if forward else -1)) % len(stops)]
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        target.setFocus(reason)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.parent() and event.type() == QEvent.Type.Resize and not self.isHidden():
            self._fit()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_overlay()
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._press_outside and not self._card.geometry().contains(event.position().toPoint()):
            self.close_overlay()
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, sizes = current_theme(), metrics()
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color("scrim"))
        soft_shadow(painter, QRect(self._card.geometry()), theme, sizes.px(RADIUS_OVERLAY), sizes.px(36))


class _Card(QFrame):
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        rounded(painter, self.rect(), theme.color("panel"), theme.color("line"), metrics().px(RADIUS_OVERLAY))
