"""A number between − and + in which one can also type.

``CountField(name, check, parent=None)``: ``check(n)`` gives the sentence why ``n`` cannot be, or "". ``value()``,
``set_value(n)``, ``flush()``. Signals ``changed(int)`` when a person made another number that can be, ``refused(str)``
with the sentence when not (what was typed stays), and with "" once it is well again. Keys: ↑ ↓ or + −, PgUp and PgDn
by ten; Enter or leaving the field takes what was typed, Esc takes it back.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from netdesk.method.typed_numbers import parse_count
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.metrics import XS, Type, metrics
from netdesk.ui.widgets.buttons import icon_button

_LONGEST = 12
_WIDTH = 36
_BESIDE_TEXT = 14
_STEPS = {
    Qt.Key.Key_Up: 1,
    Qt.Key.Key_Plus: 1,
    Qt.Key.Key_Down: -1,
    Qt.Key.Key_Minus: -1,
    Qt.Key.Key_PageUp: 10,
    Qt.Key.Key_PageDown: -10,
}


class CountField(QWidget):
    """− number +."""

    changed = Signal(int)
    refused = Signal(str)

    def __init__(self, name: str, check: Callable[[int], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._check, self._value = name, check, 0
        self._complained = False
        sizes = metrics()
        self.less = icon_button(Icon.SUBTRACT, self.tr("One fewer: {0}").format(name), small=True)
        self.more = icon_button(Icon.ADD, self.tr("One more: {0}").format(name), small=True)
        self.field = QLineEdit()
        self.field.setProperty("count", True)
        self.field.setFont(sizes.font(Type.BODY_STRONG))
        self.field.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.field.setMaxLength(_LONGEST)
        self.field.setAccessibleName(name)
        self.field.installEventFilter(self)
        # The keys of the number itself step it, so one stop of Tab is enough.
        for button in (self.less, self.more):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(sizes.px(XS) // 2)
        for part in (self.less, self.field, self.more):
            layout.addWidget(part)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusProxy(self.field)
        self.less.clicked.connect(self._fewer)
        self.more.clicked.connect(self._one_more)
        self.field.editingFinished.connect(self.flush)
        self.field.textChanged.connect(self._fit)
        self._show()

    def value(self) -> int:
        """Give the number."""
        return self._value

    def set_value(self, value: int) -> None:
        """Show another number without a signal; what somebody types or could not be stays in the field."""
        self._value = value
        if not (self.field.isModified() and (self.field.hasFocus() or self._complained)):
            self._show()

    def flush(self) -> None:
        """Take what was typed, or say why not."""
        if not self.field.isModified():
            return
        typed = self.field.text().strip()
        number = parse_count(typed) if typed else self._value
        if number is None:
            self._complain(self.tr("Write a number, such as 7."))
        else:
            self._make(number, typed=True)

    def take_back(self) -> None:
        """Forget what was typed."""
        self._show()
        self._say("")

    def _fewer(self) -> None:
        self._step(-1)

    def _one_more(self) -> None:
        self._step(1)

    def _step(self, by: int) -> None:
        typed = parse_count(self.field.text()) if self.field.isModified() else None
        start = self._value if typed is None or self._check(typed) else typed
        wanted = start + by
        # A step beyond the end goes to the end, without a word.
        self._make(max(0, wanted) if wanted < 0 else wanted, typed=False)

    def _make(self, number: int, *, typed: bool) -> None:
        why_not = self._check(number)
        if why_not:
            if typed:
                self._complain(why_not)
            else:
                self._show()
                self.refused.emit(why_not)
            return
        before, self._value = self._value, number
        self._show()
        self._say("")
        if number != before:
            self.changed.emit(number)

    def _complain(self, sentence: str) -> None:
        self._complained = True
        self._dress(wrong=True)
        self.refused.emit(sentence)

    def _say(self, sentence: str) -> None:
        self.refused.emit(sentence)

    def _show(self) -> None:
        self._complained = False
        self._dress(wrong=False)
        self.field.setText(str(self._value))
        self.field.setModified(False)
        self.setAccessibleName(f"{self._name}: {self._value}")
        self.less.setEnabled(self._value > 0)

    def _fit(self, text: str) -> None:
        """Give four figures and more the room they need."""
        sizes = metrics()
        words = QFontMetrics(self.field.font()).horizontalAdvance(text) + sizes.px(_BESIDE_TEXT)
        self.field.setFixedWidth(max(sizes.px(_WIDTH), words))

    def _dress(self, *, wrong: bool) -> None:
        if bool(self.field.property("wrong")) != wrong:
            self.field.setProperty("wrong", wrong)
            self.field.style().unpolish(self.field)
            self.field.style().polish(self.field)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            by = _STEPS.get(Qt.Key(event.key()))
            # In an empty field a minus may begin a number; why that cannot be is said when it is there.
            if by is not None and not (event.key() == Qt.Key.Key_Minus and not self.field.text()):
                self._step(by)
                return True
            if event.key() == Qt.Key.Key_Escape and self.field.isModified():
                self.take_back()
                return True
        return False
