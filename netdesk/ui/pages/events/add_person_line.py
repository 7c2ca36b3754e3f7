"""The line that adds people to meet: contacts are offered while one types, anything else is a new name."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from netdesk.method.names import fold
from netdesk.services.expected import Suggestion, suggestions
from netdesk.services.workspaces import Workspace
from netdesk.ui.pages.events.form_parts import offering
from netdesk.ui.shell import Shell
from netdesk.ui.widgets.paint import one_line

MOST_OFFERED = 8
_LONGEST = 200
_PAUSE_MS = 60


class AddPersonLine(QLineEdit):
    """Type a name, choose with the arrows, Enter adds; Esc closes. ``person_chosen(id)``, ``name_typed(str)``."""

    person_chosen = Signal(object)
    name_typed = Signal(str)
    left_alone = Signal()

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._event = 0
        self._offered: tuple[Suggestion, ...] = ()
        self._asked = ""
        self.setPlaceholderText("A contact, or a name such as “Guest: head of Retail 27”")
        self.setAccessibleName("Add somebody to meet")
        self.setMaxLength(_LONGEST)
        self._lines = QStringListModel(self)
        self._completer, self._popup = offering(self, self._lines, self._picked)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        self.textEdited.connect(self._edited)

    def set_event(self, event_id: int) -> None:
        """Add to another event from now on."""
        self._event = event_id
        self.clear()

    def question(self, text: str, limit: int = MOST_OFFERED) -> Callable[[Workspace], tuple[Suggestion, ...]]:
        """Give the question for whom to offer. Subclasses may ask for others."""
        event = self._event
        return lambda workspace: suggestions(workspace, event, text, limit)

    def offered(self) -> list[str]:
        """Give the lines that are offered now."""
        return self._lines.stringList()

    def offer_nothing(self) -> None:
        """Take away what is offered, and what would be after the pause."""
        self._pause.stop()
        self._popup.hide()

    def _edited(self) -> None:
        self._pause.start()

    def _ask(self) -> None:
        if not self.isVisible():
            return
        text = self.text()
        self._shell.desk.ask(self, "suggestions", self.question(text), self._answered(text))

    def _answered(self, text: str) -> _Answer:
        return _Answer(self, text)

    def show_offer(self, text: str, found: tuple[Suggestion, ...]) -> None:
        """Show what was found for ``text``, unless something else stands there by now."""
        if text != self.text() or not self.isVisible():
            return
        self._offered, self._asked = found, text
        lines = [_line_of(one) for one in found]
        name = one_line(text)
        if name:
            lines.append(f"Add “{name}” as a new name")
        self._lines.setStringList(lines)
        if not lines or not self.hasFocus():
            self._popup.hide()
            return
        self._completer.complete()
        first = self._completer.completionModel().index(0, 0)
        self._popup.setCurrentIndex(first if self._is_sure(name) else QModelIndex())

    def _is_sure(self, name: str) -> bool:
        return bool(name and self._offered and fold(self._offered[0].name).startswith(fold(name)))

    def _picked(self, index: QModelIndex) -> None:
        self._take(index.row())

    def _take(self, row: int) -> None:
        text = self._asked
        if 0 <= row < len(self._offered):
            self.person_chosen.emit(self._offered[row].person_id)
        elif one_line(text):
            self.name_typed.emit(text.strip())
        self._offered = ()
        self._lines.setStringList([])
        # The completer writes its line into the field after this; clearing waits until it has.
        QTimer.singleShot(0, self, self.clear)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter()
        elif event.key() == Qt.Key.Key_Escape:
            self.offer_nothing()
            self.clear()
            self.left_alone.emit()
        elif event.key() == Qt.Key.Key_Down and not self._popup.isVisible():
            self._ask()
        else:
            super().keyPressEvent(event)

    def _enter(self) -> None:
        self._pause.stop()
        text = self.text()
        if not one_line(text):
            self.left_alone.emit()
            return
        # The popup hands its keys on to this line first.
        picked = self._popup.currentIndex()
        if self._popup.isVisible() and picked.isValid() and text == self._asked:
            self._popup.hide()
            self._take(picked.row())
            return
        found = self._shell.desk.read(self.question(text, 1))
        self._offered, self._asked = found, text
        same = bool(found) and fold(found[0].name) == fold(text)
        self._popup.hide()
        self._take(0 if same else len(found))


class _Answer:
    """Hands an answer to the line together with what was asked."""

    def __init__(self, line: AddPersonLine, text: str) -> None:
        self._line = line
        self._text = text

    def __call__(self, found: tuple[Suggestion, ...]) -> None:
        self._line.show_offer(self._text, found)


def _line_of(one: Suggestion) -> str:
    words = " · ".join(part for part in (one_line(one.name), one_line(one.organisation)) if part)
    return f"{words} – already here" if one.already else words
