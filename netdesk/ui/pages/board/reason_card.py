"""One optional sentence: why somebody was moved."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from netdesk.services.typed_text import SENTENCE
from netdesk.ui.theme.metrics import L, M, S, Type, metrics
from netdesk.ui.widgets.buttons import plain_button, primary_button
from netdesk.ui.widgets.labels import Secondary, WrapLabel


class ReasonCard(QWidget):
    """Asks; ``given`` carries the sentence ("" takes one that was given back), ``left`` means: not now."""

    given = Signal(str)
    left = Signal()

    def __init__(self, what: str, why: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._before = why
        self.setAccessibleName(self.tr("Why this move"))
        sizes = metrics()
        self._line = QLineEdit(why)
        self._line.setMaxLength(SENTENCE)
        self._line.setPlaceholderText(self.tr("She sent me two clients this autumn"))
        self._line.setAccessibleName(self.tr("Why, in one sentence"))
        self._line.returnPressed.connect(self._save)
        save = primary_button(self.tr("Keep with the move"))
        save.clicked.connect(self._save)
        later = plain_button(self.tr("Not now"), None, "Esc")
        later.clicked.connect(self.left)
        buttons = QHBoxLayout()
        buttons.setSpacing(sizes.px(M))
        buttons.addStretch(1)
        buttons.addWidget(later)
        buttons.addWidget(save)
        column = QVBoxLayout(self)
        column.setContentsMargins(sizes.px(L), sizes.px(L), sizes.px(L), sizes.px(L))
        column.setSpacing(sizes.px(S))
        column.addWidget(WrapLabel(what, Type.SECTION, "text"))
        column.addWidget(Secondary(self.tr("Why? One sentence is enough; it stays with the move.")))
        column.addWidget(self._line)
        column.addLayout(buttons)

    def _save(self) -> None:
        text = self._line.text().strip()
        if text != self._before:
            self.given.emit(text)
        else:
            self.left.emit()
