"""The fields of a card beside its picture, for a person to check and correct, and whose card it is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QRadioButton, QVBoxLayout, QWidget

from netdesk.services.card_reading import CardField, FieldKind, Meant
from netdesk.ui.scanning.field_box import FieldBox
from netdesk.ui.theme.metrics import S, Type, metrics
from netdesk.ui.widgets.labels import WrapLabel, plain_tooltip
from netdesk.ui.widgets.scroll_area import VerticalScroll

_SHOWN_NAME = 46


class WhoseCard(QWidget):
    """The choice between somebody who is a contact already and somebody new; ``chosen(bool)``: the contact."""

    chosen = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        sizes = metrics()
        self.known = QRadioButton()
        self.new = QRadioButton(self.tr("This is somebody new"))
        group = QButtonGroup(self)
        group.addButton(self.known)
        group.addButton(self.new)
        column = QVBoxLayout(self)
        column.setContentsMargins(sizes.px(8), 0, 0, sizes.px(S))
        column.setSpacing(0)
        column.addWidget(self.known)
        column.addWidget(self.new)
        self.known.toggled.connect(self.chosen)
        self.hide()

    def show_meant(self, meant: Meant | None, is_meant: bool) -> None:
        """Offer a contact, or nothing."""
        self.setVisible(meant is not None)
        if meant is None:
            return
        name = " ".join(meant.person.name.split())
        shown = name if len(name) <= _SHOWN_NAME else name[: _SHOWN_NAME - 1] + "…"
        words = self.tr("This is {0}, already a contact").format(shown)
        self.known.setText(words.replace("&", "&&"))
        self.known.setAccessibleName(words)
        firm = meant.person.organisation
        self.known.setToolTip(plain_tooltip(f"{name}, {firm}" if firm else name))
        self.blockSignals(True)
        (self.known if is_meant else self.new).setChecked(True)
        self.blockSignals(False)


class FieldsPanel(QWidget):
    """Signals: ``edited()``, ``pointed(object)`` where on the picture a field stands, ``image_pasted()``."""

    edited = Signal()
    pointed = Signal(object)
    image_pasted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        sizes = metrics()
        self.whose = WhoseCard()
        self.trouble = WrapLabel("", Type.SECONDARY_MEDIUM, "bad-text")
        self.trouble.hide()
        self.boxes: list[FieldBox] = []
        self._inside = QWidget()
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(0, 0, sizes.px(6), 0)
        self._column.setSpacing(sizes.px(2))
        self._column.addWidget(self.whose)
        self._column.addStretch(1)
        self._scroll = VerticalScroll(self._inside)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(sizes.px(S))
        outer.addWidget(self._scroll, 1)
        outer.addWidget(self.trouble)

    def show_fields(self, fields: Sequence[CardField]) -> None:
        """Show what was read; a field of each kind is there, to be typed into when nothing was found."""
        self.say("")
        for box in self.boxes:
            box.hide()
            box.deleteLater()
        self.boxes = []
        for kind in FieldKind:
            found = [one for one in fields if one.kind is kind] or [CardField(kind, "", 1.0)]
            for one in found:
                box = FieldBox(one)
                box.edited.connect(self.edited)
                box.entered.connect(self._entered)
                box.image_pasted.connect(self.image_pasted)
                self._column.insertWidget(self._column.count() - 1, box)
                self.boxes.append(box)
        self._order_tabs()
        bar = self._scroll.verticalScrollBar()
        bar.setValue(bar.minimum())

    def fields(self) -> tuple[CardField, ...]:
        """What stands in the fields, without the empty ones."""
        return tuple(box.field() for box in self.boxes if box.text().strip())

    def box(self, kind: FieldKind) -> FieldBox:
        """The first field of a kind."""
        return next(box for box in self.boxes if box.kind is kind)

    def say(self, words: str) -> None:
        """Say what is wrong with what stands here; "" for nothing."""
        self.trouble.setText(words)
        self.trouble.setVisible(bool(words))

    def begin(self, kind: FieldKind | None = None) -> None:
        """Put the keyboard into a field, else into the first that is to be checked, else into the first."""
        if self.boxes:
            unsure = next((box for box in self.boxes if box.is_unsure), self.boxes[0])
            editor = (unsure if kind is None else self.box(kind)).editor
            editor.setFocus(Qt.FocusReason.OtherFocusReason)
            if kind is not None and isinstance(editor, QLineEdit):
                editor.end(False)

    def kind_with_keyboard(self) -> FieldKind | None:
        """The field somebody types in, None when that is elsewhere."""
        return next((box.kind for box in self.boxes if box.editor.hasFocus()), None)

    def _entered(self, place: object) -> None:
        box = self.sender()
        if isinstance(box, FieldBox):
            self._scroll.reveal(box)
        self.pointed.emit(place)

    def _order_tabs(self) -> None:
        for first, second in zip(self.boxes, self.boxes[1:], strict=False):
            QWidget.setTabOrder(first.editor, second.editor)
        # Laid out before anybody presses Tab: the boxes before are not gone yet.
        QTimer.singleShot(0, self._inside, self._inside.updateGeometry)
