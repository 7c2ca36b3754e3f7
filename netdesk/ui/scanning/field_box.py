"""One field of a card to check: its name, what was read, and a warn edge with words while that is uncertain."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from netdesk.services.card_reading import UNSURE_BELOW, CardField, FieldKind
from netdesk.ui.pages.person.fields import line
from netdesk.ui.pages.person.sheet import Words
from netdesk.ui.theme.current import current_theme
from netdesk.ui.theme.metrics import XS, Type, metrics
from netdesk.ui.widgets.labels import ElidedLabel, Faint
from netdesk.ui.widgets.paint import rounded

TITLES = {
    FieldKind.NAME: "Name",
    FieldKind.ORGANISATION: "Organisation",
    FieldKind.ROLE: "Role",
    FieldKind.EMAIL: "E-mail",
    FieldKind.PHONE: "Phone",
    FieldKind.WEB: "Web",
    FieldKind.ADDRESS: "Address",
    FieldKind.NOTE: "Note",
}
_LARGE = {FieldKind.ADDRESS: 3, FieldKind.NOTE: 2}
"""Fields of several lines, and how many are seen."""
_LONGEST = {FieldKind.ADDRESS: 1_000, FieldKind.NOTE: 20_000}
_LONGEST_LINE = 300
_EDGE = 3


class FieldBox(QWidget):
    """``field()`` gives what stands there. ``edited()``, ``entered(object)`` with the place on the picture, or None."""

    edited = Signal()
    entered = Signal(object)
    image_pasted = Signal()

    def __init__(self, read: CardField, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        sizes = metrics()
        self._read = read
        self._unsure = bool(read.value) and read.confidence < UNSURE_BELOW
        self.title = field_title(read)
        self.editor = self._make_editor(read)
        self._warning = ElidedLabel(self.tr("please check"), Type.SECONDARY_MEDIUM, "warn-text")
        head = QHBoxLayout()
        head.setSpacing(sizes.px(XS))
        head.addWidget(Faint(self.title))
        head.addStretch(1)
        head.addWidget(self._warning)
        column = QVBoxLayout(self)
        column.setContentsMargins(sizes.px(_EDGE + 7), sizes.px(XS), sizes.px(4), sizes.px(XS))
        column.setSpacing(sizes.px(3))
        column.addLayout(head)
        column.addWidget(self.editor)
        self.editor.installEventFilter(self)
        self._mark()

    @property
    def kind(self) -> FieldKind:
        """Which field this is."""
        return self._read.kind

    @property
    def is_unsure(self) -> bool:
        """Whether it is still marked for the person to check."""
        return self._unsure

    def text(self) -> str:
        """What stands in the field."""
        return self.editor.text() if isinstance(self.editor, QLineEdit) else self.editor.toPlainText()

    def set_text(self, text: str) -> None:
        """Write something into the field as a person would."""
        if isinstance(self.editor, QLineEdit):
            self.editor.setText(text)
        else:
            self.editor.setPlainText(text)
        self._changed()

    def field(self) -> CardField:
        """The field with what stands in it; corrected by hand it is as sure as can be."""
        text = self.text()
        if text == self._read.value:
            return replace(self._read, confidence=self._read.confidence if self._unsure else 1.0)
        return replace(self._read, value=text, confidence=1.0)

    def _make_editor(self, read: CardField) -> QLineEdit | QPlainTextEdit:
        if read.kind in _LARGE:
            words = Words(read.value[: _LONGEST[read.kind]], lines=_LARGE[read.kind])
            words.setMaximumHeight(words.minimumHeight() + metrics().px(20))
            words.textChanged.connect(self._changed)
            return words
        editor = line(" ".join(read.value.split())[:_LONGEST_LINE])
        editor.setMaxLength(_LONGEST_LINE)
        editor.textEdited.connect(self._changed)
        return editor

    def _changed(self) -> None:
        self._unsure = False
        self._mark()
        self.edited.emit()

    def _mark(self) -> None:
        self._warning.setVisible(self._unsure)
        name = self.tr("{0}, please check").format(self.title) if self._unsure else self.title
        self.editor.setAccessibleName(name)
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell where the keyboard is, and let a picture be pasted although a field has it."""
        if watched is self.editor:
            if event.type() == QEvent.Type.FocusIn:
                self.entered.emit(self._read.box)
            elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
                pasting = event.matches(QKeySequence.StandardKey.Paste)
                held = QGuiApplication.clipboard().mimeData() if pasting else None
                if held is not None and held.hasImage() and not held.hasText():
                    self.image_pasted.emit()
                    return True
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._unsure:
            theme, sizes = current_theme(), metrics()
            painter = QPainter(self)
            painter.setPen(Qt.PenStyle.NoPen)
            rounded(painter, self.rect(), theme.color("warn-soft"), None, sizes.px(6))
            edge = QRect(0, sizes.px(4), sizes.px(_EDGE), self.height() - sizes.px(8))
            rounded(painter, edge, theme.color("warn"), None, sizes.px(2))


def field_title(read: CardField) -> str:
    """What a field is called: "Phone", "Mobile", "Fax", "Work phone"."""
    label = read.label.strip().casefold()
    if read.kind is FieldKind.PHONE and label:
        own = label in {"mobile", "fax", "home fax", "work fax", "pager", "video"} or "phone" in label
        return (label if own else f"{label} phone").capitalize()[:40]
    return TITLES[read.kind]
