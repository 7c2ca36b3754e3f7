"""A goal opened for editing in its row: kind, words, count and how I follow up; each field saves when it is left."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from netdesk.method.goals import MOST, Goal, GoalKind
from netdesk.ui.pages.events.form_parts import ErrorLine, field_label
from netdesk.ui.pages.person.fields import mark_wrong
from netdesk.ui.theme.metrics import M, S, metrics
from netdesk.ui.widgets.buttons import plain_button

_SUBJECTS = {
    GoalKind.TRY_MESSAGE: "Which message, e.g. Inbox to zero",
    GoalKind.COLLECT_CARDS: "From whom (potential clients)",
    GoalKind.OWN_WORDS: "What you want to do",
}


class GoalForm(QWidget):
    """The fields of one goal. ``wrote(Goal)`` when one was left changed, ``done()`` when the form is closed."""

    wrote = Signal(object)
    done = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._goal = Goal(GoalKind.OWN_WORDS)
        self._filling = False
        self.kind = QComboBox()
        self.kind.setAccessibleName("Kind of goal")
        for kind in GoalKind:
            self.kind.addItem(kind.label, kind.value)
        self.subject = _line("Words of the goal", 200)
        self.count = _line("How many", 6)
        self.count.setMaximumWidth(metrics().px(72))
        self.follow_up = _line("How I follow up", 500)
        self.follow_up.setPlaceholderText("e.g. Book a coffee in the next seven days")
        self._error = ErrorLine()
        self._lay_out()
        self.kind.activated.connect(self._kind_chosen)
        for field in (self.subject, self.count, self.follow_up):
            field.editingFinished.connect(self._save)

    def _lay_out(self) -> None:
        sizes = metrics()
        grid = QGridLayout()
        grid.setHorizontalSpacing(sizes.px(M))
        grid.setVerticalSpacing(sizes.px(S - 2))
        for row, (label, field) in enumerate(
            (
                ("Goal", self.kind),
                ("Words", self.subject),
                ("How many", self.count),
                ("Follow-up", self.follow_up),
            )
        ):
            grid.addWidget(field_label(label, field), row, 0)
            grid.addWidget(field, row, 1)
        grid.setColumnStretch(1, 1)
        foot = QHBoxLayout()
        foot.addWidget(self._error, 1)
        foot.addStretch(0)
        close = plain_button("Done", small=True)
        close.clicked.connect(self.close_form)
        foot.addWidget(close)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, sizes.px(S), 0, sizes.px(S))
        outer.addLayout(grid)
        outer.addLayout(foot)

    def open_with(self, goal: Goal) -> None:
        """Fill the fields and put the keyboard where something is missing."""
        self.fill(goal)
        wants_words = goal.kind in (GoalKind.TRY_MESSAGE, GoalKind.OWN_WORDS) and not goal.subject
        first = self.subject if wants_words else self.count
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        first.selectAll()

    def fill(self, goal: Goal) -> None:
        """Show a goal; a field somebody writes in keeps what stands there."""
        self._filling = True
        self._goal = goal
        self.kind.setCurrentIndex(self.kind.findData(goal.kind.value))
        self.subject.setPlaceholderText(_SUBJECTS.get(goal.kind, "About what or whom (optional)"))
        for field, text in (
            (self.subject, goal.subject),
            (self.count, "" if goal.count is None else str(goal.count)),
            (self.follow_up, goal.follow_up),
        ):
            if not (field.hasFocus() and field.isModified()):
                field.setText(text)
        self._filling = False

    def refuse(self, sentence: str, field: str) -> None:
        """Say what cannot be kept, at its field."""
        self._error.say(sentence)
        wrong = {"count": self.count, "subject": self.subject, "follow_up": self.follow_up}.get(field)
        for each in (self.count, self.subject, self.follow_up):
            mark_wrong(each, each is wrong)

    def close_form(self) -> None:
        """Save what is open and close, unless something cannot be kept."""
        if self._save():
            self.done.emit()

    def _kind_chosen(self) -> None:
        kind = GoalKind(self.kind.currentData())
        before = self._goal.kind
        if kind is before:
            return
        if self.count.text().strip() in ("", str(before.default_count)):
            self.count.setText(str(kind.default_count))
        if self.follow_up.text().strip() in ("", before.follow_up_suggestion):
            self.follow_up.setText(kind.follow_up_suggestion)
        self.subject.setPlaceholderText(_SUBJECTS.get(kind, "About what or whom (optional)"))
        self._save()

    def _save(self) -> bool:
        if self._filling or self.isHidden():
            return False
        typed = self.count.text().strip()
        if typed and not (typed.isascii() and typed.isdecimal()):
            self.refuse(f"Write a number from 1 to {MOST:,}, or leave it empty.", "count")
            return False
        count = int(typed) if typed else None
        if count is not None and not 1 <= count <= MOST:
            small = count < 1
            self.refuse(
                "0 is nobody; choose at least 1."
                if small
                else f"{count:,} is too many; choose up to {MOST:,}.",
                "count",
            )
            return False
        self.refuse("", "")
        goal = Goal(
            GoalKind(self.kind.currentData()),
            count,
            self.follow_up.text().strip(),
            self.subject.text().strip(),
        )
        for field in (self.subject, self.count, self.follow_up):
            field.setModified(False)
        if goal != self._goal:
            self._goal = goal
            self.wrote.emit(goal)
        return True

    def flush(self) -> None:
        """Save a field that is still open."""
        self._save()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._filling = True
            self.done.emit()
            self._filling = False
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.close_form()
        else:
            super().keyPressEvent(event)


def _line(name: str, longest: int) -> QLineEdit:
    field = QLineEdit()
    field.setAccessibleName(name)
    field.setMaxLength(longest)
    return field
