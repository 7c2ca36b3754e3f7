"""What was learned, taken from the words to the person's fields with one click each."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from netdesk.method.one_to_ones import FIELD_LABELS, LEARNED_FIELDS
from netdesk.ui.pages.person.fields import line
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.metrics import S, metrics
from netdesk.ui.widgets.buttons import icon_button
from netdesk.ui.widgets.chip import FilterChip
from netdesk.ui.widgets.flow_layout import FlowLayout
from netdesk.ui.widgets.labels import ElidedLabel, Faint

_MOST = 2_000
_NAME = 132


def words_to_take(words: QPlainTextEdit) -> str:
    """Give what is meant: what is marked, else the line the cursor is in, else everything."""
    cursor = words.textCursor()
    marked = cursor.selectedText().replace("\u2029", "\n").strip()
    return (marked or cursor.block().text().strip() or words.toPlainText().strip())[:_MOST]


class KeptFields(QWidget):
    """A chip for each field; pressing one puts the words meant below it, where they can be changed.

    ``changed`` tells that a line came or went.
    """

    changed = Signal()

    def __init__(self, words: QPlainTextEdit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._lines: dict[str, QLineEdit] = {}
        self._rows: dict[str, QWidget] = {}
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(metrics().px(S))
        self.hint = Faint(self.tr("Keep the line you are in, or what you marked, as:"))
        outer.addWidget(self.hint)
        box = QWidget()
        flow = FlowLayout(box, gap=6)
        self.chips: dict[str, FilterChip] = {}
        for field in LEARNED_FIELDS:
            chip = FilterChip(field.label, icon=Icon.ADD, checkable=False)
            chip.setAccessibleName(self.tr("Keep as {0}").format(field.label))
            chip.clicked.connect(partial(self._take, field.name))
            flow.addWidget(chip)
            self.chips[field.name] = chip
        outer.addWidget(box)
        self._outer = outer

    def fields(self) -> dict[str, str]:
        """What shall go to which field."""
        return {name: field.text().strip() for name, field in self._lines.items() if field.text().strip()}

    def put(self, name: str, words: str) -> None:
        """Show words to be kept in a field."""
        words = " ".join(words.split())
        if name in self._lines:
            before = self._lines[name].text().strip()
            if words and words not in before:
                self._lines[name].setText(f"{before}; {words}" if before else words)
            return
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(metrics().px(S))
        label = ElidedLabel(FIELD_LABELS[name])
        label.setFixedWidth(metrics().px(_NAME))
        field = line(words, "", FIELD_LABELS[name])
        field.setMaxLength(_MOST)
        away = icon_button(Icon.CLOSE, self.tr("Do not keep as {0}").format(FIELD_LABELS[name]), framed=False)
        away.clicked.connect(partial(self._away, name))
        layout.addWidget(label)
        layout.addWidget(field, 1)
        layout.addWidget(away)
        self._outer.addWidget(row)
        self._lines[name], self._rows[name] = field, row
        self.changed.emit()

    def _take(self, name: str, _checked: bool = False) -> None:
        self.put(name, words_to_take(self._words))
        self._lines[name].setFocus()

    def _away(self, name: str, _checked: bool = False) -> None:
        del self._lines[name]
        row = self._rows.pop(name)
        self._outer.removeWidget(row)
        row.hide()
        row.deleteLater()
        self.chips[name].setFocus()
        self.changed.emit()
