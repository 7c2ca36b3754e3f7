"""Words people are marked with: a list with counts, renamed in place, deleted at the row, added below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from netdesk.method.names import fold
from netdesk.ui.pages.settings.fields import Line, Wrong
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.metrics import S, metrics
from netdesk.ui.widgets.buttons import icon_button, plain_button
from netdesk.ui.widgets.labels import Faint, WrapLabel
from netdesk.ui.widgets.panel import Panel

MOST_ROWS = 20


@dataclass(frozen=True, slots=True)
class Word:
    """A tag or an own field: its id, its name, and what stands beside it ("12 people")."""

    id: int
    name: str
    detail: str


class WordsPanel(Panel):
    """``renamed(id, name)``, ``deleted(id)``, ``added(name, kind)``; ``kind`` is None without a choice of kinds."""

    renamed = Signal(object, str)
    deleted = Signal(object)
    added = Signal(str, object)

    def __init__(
        self,
        title: str,
        one: str,
        empty: str,
        kinds: Sequence[tuple[str, object]] = (),
        longest: int = 60,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, parent=parent)
        self._one = one
        self._empty = empty
        self._longest = longest
        self._words: tuple[Word, ...] = ()
        self.rows: list[WordRow] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(metrics().px(4))
        self._note = WrapLabel(empty)
        self.new = Line(self.tr("New {0}").format(one), longest)
        self.new.setPlaceholderText(self.tr("New {0}").format(one))
        self.new.textChanged.connect(self._narrow)
        self.new.returnPressed.connect(self._add)
        self.kinds = QComboBox()
        self.kinds.setAccessibleName(self.tr("Kind of {0}").format(one))
        for label, value in kinds:
            self.kinds.addItem(label, value)
        if not kinds:
            self.kinds.hide()
        self._wrong = Wrong()
        add = plain_button(self.tr("Add"), Icon.ADD)
        add.setAccessibleName(self.tr("Add the {0}").format(one))
        add.clicked.connect(self._add)
        foot = QHBoxLayout()
        foot.setSpacing(metrics().px(S))
        for widget, stretch in ((self.new, 1), (self.kinds, 0), (add, 0)):
            foot.addWidget(widget, stretch)
        self.body.addLayout(self._list)
        self.body.addWidget(self._note)
        self.body.addLayout(foot)
        self.body.addWidget(self._wrong)

    def show_words(self, words: Sequence[Word]) -> None:
        """Show what is kept."""
        self._words = tuple(words)
        self._fill()

    def show_problem(self, sentence: str) -> None:
        """Say why a word could not be kept."""
        self._wrong.say(sentence, self.new)

    def clear_new(self) -> None:
        """The new word was taken: the field is free for the next one."""
        self.new.clear()
        self.show_problem("")

    def _narrow(self) -> None:
        self.show_problem("")
        if len(self._words) > MOST_ROWS:
            self._fill()

    def _fill(self) -> None:
        words = self._words
        if len(words) > MOST_ROWS:
            wanted = fold(self.new.text())
            words = tuple(word for word in words if wanted in fold(word.name))
        shown = words[:MOST_ROWS]
        if [row.word.id for row in self.rows] != [word.id for word in shown]:
            self._make_rows(shown)
        for row, word in zip(self.rows, shown, strict=True):
            row.show_word(word)
        hidden = len(words) - len(shown)
        self._note.setText(
            self._empty
            if not self._words
            else self.tr("{0:,} more; type below to find one.").format(hidden)
            if hidden
            else ""
        )
        self._note.setVisible(bool(self._note.text()))

    def _make_rows(self, words: Sequence[Word]) -> None:
        for row in self.rows:
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = []
        for word in words:
            row = WordRow(word, self._one, self._longest)
            row.line.settled.connect(partial(self._rename, word.id))
            row.bin.clicked.connect(partial(self._delete, word.id))
            self.rows.append(row)
            self._list.addWidget(row)

    def _rename(self, number: int, name: str) -> None:
        self.renamed.emit(number, name)

    def _delete(self, number: int, _checked: bool = False) -> None:
        self.deleted.emit(number)

    def _add(self) -> None:
        if self.new.text().strip():
            self.added.emit(self.new.text(), self.kinds.currentData())


class WordRow(QWidget):
    """Name, count, and a bin."""

    def __init__(self, word: Word, one: str, longest: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.word = word
        self._one = one
        self.line = Line("", longest)
        self._detail = Faint("")
        self._detail.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._detail.setMinimumWidth(metrics().px(112))
        self.bin = icon_button(Icon.BIN, "", framed=False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(metrics().px(S))
        row.addWidget(self.line, 1)
        row.addWidget(self._detail)
        row.addWidget(self.bin)

    def show_word(self, word: Word) -> None:
        """Show what is kept."""
        self.word = word
        self.line.show_kept(word.name)
        self.line.setAccessibleName(self.tr("Name of the {0} {1}").format(self._one, word.name))
        self._detail.setText(word.detail)
        self.bin.setAccessibleName(self.tr("Delete the {0} {1}").format(self._one, word.name))
        self.bin.setToolTip(self.tr("Delete, with Undo"))
