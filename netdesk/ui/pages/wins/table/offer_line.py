"""A line that offers who and what is known already while one types; other words may be taken as they are.

An offer with a word that begins like what is typed is lit: Tab and Enter take it. The last one keeps the words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QPoint, QRect, QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from netdesk.method.names import fold
from netdesk.method.thanks import Thank, thanks_words
from netdesk.services.win_offers import Offer
from netdesk.ui.pages.events.form_parts import offering
from netdesk.ui.theme.metrics import metrics
from netdesk.ui.widgets.paint import one_line

Picked = dict[str, Offer]
"""What was picked from the offers, by its words folded."""
Offers = Callable[[str], Sequence[Offer]]
_LONGEST = 2_000
_AROUND, _WIDEST = 24, 480
"""Logical pixels beside the words of an offer, and how wide a list of them becomes at most."""
_BETWEEN = re.compile(r"->|=>|[→⇒>,;+&]")
_BORROWED = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
_HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class OfferLine(QLineEdit):
    """``picked`` is what was chosen. ``several``: names with signs between them; ``free``: any words will do."""

    left = Signal()
    """The keyboard went elsewhere, not only to a menu or another window."""

    def __init__(
        self,
        offers: Offers | None = None,
        parent: QWidget | None = None,
        *,
        several: bool = False,
        free: bool = True,
    ) -> None:
        super().__init__(parent)
        self.setMaxLength(_LONGEST)
        self.picked: Picked = {}
        self._found: tuple[Offer, ...] = ()
        self._lines = QStringListModel(self)
        self._completer, self._popup = offering(self, self._lines, self._chosen)
        self.textEdited.connect(self._edited)
        self.offer_from(offers, several=several, free=free)

    def offer_from(self, offers: Offers | None, *, several: bool = False, free: bool = True) -> None:
        """Offer what ``offers`` finds from now on; nothing is picked yet."""
        self._offers, self._several, self._free = offers, several, free
        self.picked = {}
        self._found = ()
        self.offer_nothing()

    @property
    def is_offering(self) -> bool:
        """Whether offers are shown."""
        return self._popup.isVisible()

    def offered(self) -> list[str]:
        """The lines that are offered now."""
        return self._lines.stringList() if self.is_offering else []

    def offer_nothing(self) -> None:
        """Take away what is offered."""
        self._popup.hide()

    def take_lit(self) -> bool:
        """Take the offer that is lit; whether one was."""
        index = self._popup.currentIndex()
        lit = self.is_offering and index.isValid()
        if lit:
            self._chosen(index)
        self.offer_nothing()
        return lit

    def _span(self) -> tuple[int, int]:
        """Where the name that is being typed begins and ends."""
        text, here = self.text(), self.cursorPosition()
        if not self._several:
            return 0, len(text)
        start = max((found.end() for found in _BETWEEN.finditer(text, 0, here)), default=0)
        after = _BETWEEN.search(text, here)
        start += len(text[start:here]) - len(text[start:here].lstrip())
        return start, after.start() if after else len(text)

    def _edited(self) -> None:
        if self._offers is None:
            return
        start, end = self._span()
        words = one_line(self.text()[start:end])
        self._found = tuple(self._offers(words)) if words else ()
        lines = [" · ".join(filter(None, map(one_line, (one.words, one.detail)))) for one in self._found]
        if not lines:
            self.offer_nothing()
            return
        self._lines.setStringList([*lines, f"Only the words “{words}”"] if self._free else lines)
        self._completer.complete(self._room())
        sure = f" {fold(words)}" in f" {fold(self._found[0].words)}"
        first = self._completer.completionModel().index(0, 0)
        self._popup.setCurrentIndex(first if sure else QModelIndex())

    def _room(self) -> QRect:
        """Under the line, and as wide as the longest offer; to the left where the window ends."""
        ruler = self._popup.fontMetrics()
        longest = max(ruler.horizontalAdvance(line) for line in self._lines.stringList())
        width = max(self.width(), min(longest + metrics().px(_AROUND), metrics().px(_WIDEST)))
        right = self.window().width() - self.mapTo(self.window(), QPoint(0, 0)).x()
        return QRect(min(0, max(right, self.width()) - width), 0, width, self.height())

    def _chosen(self, index: QModelIndex) -> None:
        if not 0 <= index.row() < len(self._found):
            return
        one = self._found[index.row()]
        start, end = self._span()
        words = thanks_words([[Thank(one.words)]]) if self._several else one.words
        text = self.text()
        self.setText(text[:start] + words + text[end:])
        self.setCursorPosition(start + len(words))
        self.picked[fold(one.words)] = one

    def focusNextPrevChild(self, forward: bool) -> bool:
        self.take_lit()
        return super().focusNextPrevChild(forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        plain_enter = key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & _HELD
        if plain_enter and self.is_offering and self.take_lit():
            event.accept()
        elif key == Qt.Key.Key_Escape and self.is_offering:
            self.offer_nothing()
            event.accept()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _BORROWED:
            self.offer_nothing()
            self.left.emit()
