"""About me: goals, accomplishments, interests, networks and skills, for the sheet of a one-to-one."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QGridLayout, QPlainTextEdit, QWidget

from netdesk.method.changes import Changes
from netdesk.method.errors import NetDeskError
from netdesk.services.my_side import LONGEST, PARTS, MySide, my_side, save_my_side
from netdesk.ui.pages.settings.fields import Lines, Wrong
from netdesk.ui.shell import Shell
from netdesk.ui.theme.metrics import XS, M, Type, metrics
from netdesk.ui.widgets.labels import Secondary, WrapLabel
from netdesk.ui.widgets.panel import Panel

_ROWS = 2
_DOWN = 8
"""How far a label stands below the upper edge of its field: level with the first line."""
_EXAMPLES = {
    "goals": "Ten retail clients by June; speak at the Chamber",
    "accomplishments": "Nine hours a week saved for a gift shop",
    "interests": "Choir, allotment",
    "networks": "Breakfast Club, Chamber of Commerce",
    "skills": "Rotas, difficult phone calls",
}


class KeptLines(Lines):
    """A few lines that are kept when a person leaves them changed: ``settled(str)``; Esc takes back what is typed."""

    settled = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, _ROWS, parent)
        self._kept = ""
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)

    def show_kept(self, text: str) -> None:
        """Show what is kept now, unless somebody is typing something else here."""
        typing = self.hasFocus() and self.toPlainText() != self._kept
        self._kept = text
        if not typing and self.toPlainText() != text:
            self.setPlainText(text)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self.toPlainText() != self._kept:
            self.settled.emit(self.toPlainText())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.toPlainText() != self._kept:
            self.setPlainText(self._kept)
            return
        super().keyPressEvent(event)


class MySidePanel(Panel):
    """Saves by itself, part by part; ``redraw()`` reads it anew."""

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__("About me", parent=parent)
        self._shell = shell
        said = self.tr(
            "Stands beside theirs on the sheet of a one-to-one. Give the other side something to help you with."
        )
        self.body.addWidget(WrapLabel(said, Type.SECONDARY, "text-2"))
        self.fields: dict[str, KeptLines] = {}
        self._wrongs: dict[str, Wrong] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(metrics().px(M))
        grid.setVerticalSpacing(metrics().px(XS))
        grid.setColumnStretch(1, 1)
        for place, (part, label) in enumerate(PARTS.items()):
            field, wrong = KeptLines(self.tr("My {0}").format(label.lower())), Wrong()
            field.setPlaceholderText(_EXAMPLES[part])
            field.settled.connect(partial(self._save, part))
            name = Secondary(label)
            name.setBuddy(field)
            name.setContentsMargins(0, metrics().px(_DOWN), 0, 0)
            grid.addWidget(name, 2 * place, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(field, 2 * place, 1)
            grid.addWidget(wrong, 2 * place + 1, 1)
            self.fields[part], self._wrongs[part] = field, wrong
        self.body.addLayout(grid)

    def redraw(self) -> None:
        """Read it anew."""
        self._shell.desk.ask(self, "my side", my_side, self._show)

    def _show(self, mine: MySide) -> None:
        for part, field in self.fields.items():
            if self._wrongs[part].isHidden():
                field.show_kept(getattr(mine, part))

    def _save(self, part: str, text: str) -> None:
        # Far beyond what can be kept: said at once, without sending a novel to the writing thread.
        save = partial(save_my_side, part=part, text=text[: 10 * LONGEST])
        self._shell.desk.do(save, partial(self._saved, part), partial(self._refused, part), owner=self)

    def _saved(self, part: str, changes: Changes) -> None:
        self._wrongs[part].say("", self.fields[part])
        if not changes.is_empty:
            self._shell.toast(changes.title, undo=True)

    def _refused(self, part: str, error: NetDeskError) -> None:
        self._wrongs[part].say(str(error), self.fields[part])
