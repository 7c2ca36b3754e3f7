"""The part of a form for the fields somebody added, and the line that adds another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from netdesk.method.dates import PartialDate
from netdesk.services.own_fields import OwnField, OwnFieldKind
from netdesk.ui.pages.person.fields import labelled, line, read_partial
from netdesk.ui.theme.metrics import S, metrics
from netdesk.ui.widgets.buttons import plain_button


class OwnFieldRows(QWidget):
    """A field for each own field. ``wanted(str, object)`` asks to add one: its name and kind."""

    wanted = Signal(str, object)

    def __init__(
        self,
        fields: Sequence[OwnField],
        values: Mapping[int, str],
        day_first: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._day_first = day_first
        self._fields: dict[int, tuple[OwnField, QWidget]] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(metrics().px(S))
        self._box = QVBoxLayout()
        layout.addLayout(self._box)
        for field in fields:
            self.add_field(field, values.get(field.id, ""))
        row = QHBoxLayout()
        self.name = line("", "Name of a new field")
        self.name.setMaxLength(60)
        self.kind = QComboBox()
        self.kind.setAccessibleName("What the new field holds")
        for kind in OwnFieldKind:
            self.kind.addItem(kind.label, kind.value)
        self.add_button = plain_button("Add a field", small=True)
        self.add_button.clicked.connect(self._ask)
        self.name.returnPressed.connect(self._ask)
        row.addWidget(self.name, 2)
        row.addWidget(self.kind, 1)
        row.addWidget(self.add_button)
        layout.addLayout(row)

    def add_field(self, field: OwnField, value: str = "") -> None:
        """Show one more field."""
        if field.id in self._fields:
            return
        editor: QWidget
        if field.kind is OwnFieldKind.YES_NO:
            choice = QComboBox()
            choice.addItems(["–", "yes", "no"])
            choice.setCurrentText(value or "–")
            editor = choice
        else:
            hints = {OwnFieldKind.NUMBER: "0", OwnFieldKind.DATE: "21 Nov 2026"}
            shown = value
            if field.kind is OwnFieldKind.DATE and (day := self._read(value)) is not None:
                shown = day.words()
            editor = line(shown, hints.get(field.kind, ""), field.name)
        self._fields[field.id] = (field, editor)
        self._box.addWidget(labelled(field.name, editor))

    def values(self) -> dict[int, str]:
        """What stands in the fields, by the field's id; empty ones too."""
        return {number: self._text(field, editor) for number, (field, editor) in self._fields.items()}

    def editor(self, field_id: int) -> QWidget:
        """The widget of a field."""
        return self._fields[field_id][1]

    def _text(self, field: OwnField, editor: QWidget) -> str:
        if isinstance(editor, QComboBox):
            return editor.currentText().replace("–", "")
        assert isinstance(editor, QLineEdit)
        text = editor.text()
        if field.kind is OwnFieldKind.DATE and (day := self._read(text)) is not None:
            whole = day.as_date()
            return whole.isoformat() if whole else text
        return text

    def _read(self, text: str) -> PartialDate | None:
        return read_partial(text, day_first=self._day_first)

    def _ask(self) -> None:
        if self.name.text().strip():
            self.wanted.emit(self.name.text().strip(), OwnFieldKind(self.kind.currentData()))
            self.name.clear()
