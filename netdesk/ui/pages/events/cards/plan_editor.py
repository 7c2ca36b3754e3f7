"""A plan written in its card's row: what, the day in one's own words, and a time if it matters.

Enter keeps it, Esc leaves it, Tab goes on; Ctrl+Enter opens the whole form. Signals: ``kept(object)`` with the
draft, ``left()``, ``form_wanted()``.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from netdesk.method.cards import default_due, proposed_action
from netdesk.method.follow_ups import CardState
from netdesk.method.plan_templates import PlanDraft
from netdesk.method.typed_times import parse_typed_time
from netdesk.services.cards import CardLine
from netdesk.ui.pages.events.cards.plan_form import time_line
from netdesk.ui.pages.person.fields import coming_day, line, mark_wrong
from netdesk.ui.shell import Shell
from netdesk.ui.theme.metrics import XS, Type, metrics
from netdesk.ui.widgets.labels import ElidedLabel

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_LONGEST = 500
HINT = "Enter keeps it and goes on · Tab: the day · Esc leaves it"


class PlanEditor(QWidget):
    """The fields; a card with an open plan has that plan in them, another one what fits its kind, tomorrow."""

    kept = Signal(object)
    left = Signal()
    form_wanted = Signal()

    def __init__(self, shell: Shell, card: CardLine, draft: PlanDraft | None, parent: QWidget) -> None:
        super().__init__(parent)
        self.plan_id = card.next_plan.id if card.next_plan is not None else None
        self._today = shell.today()
        self._first = _shown(shell, card)
        shown = draft or self._first
        self.action = line(shown.action, "What will you do?", f"What I will do for {card.name[:60]}")
        self.action.setMaxLength(_LONGEST)
        self.day = coming_day(shell, "tomorrow")
        self.day.setAccessibleName("By when")
        self.day.set_date(shown.due)
        self.day.setFixedWidth(metrics().px(104))
        self.time = time_line(shown.at)
        self.time.setFixedWidth(metrics().px(62))
        row = QHBoxLayout()
        row.setSpacing(metrics().px(XS))
        row.addWidget(self.action, 1)
        row.addWidget(self.day)
        row.addWidget(self.time)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        self.hint = ElidedLabel(HINT, Type.LABEL, "faint")
        column.addWidget(self.hint)
        for field in (self.action, self.day, self.time):
            field.installEventFilter(self)
            field.textEdited.connect(self._typed)

    def begin(self) -> None:
        """Put the keyboard into the words, all of them chosen."""
        self.action.setFocus(Qt.FocusReason.OtherFocusReason)
        self.action.selectAll()

    def has_keyboard(self) -> bool:
        """Whether one of the fields has the keyboard."""
        return QApplication.focusWidget() in (self.action, self.day, self.time)

    def changed(self) -> PlanDraft | None:
        """What was typed and not kept, as far as it can be read; None when nothing was."""
        at = parse_typed_time(self.time.text())
        typed = PlanDraft(self.action.text(), self.day.date() or self._first.due, at)
        return None if typed == self._first else typed

    def draft(self) -> PlanDraft | None:
        """What stands in the fields; None, and the field marked, when something cannot be used."""
        at, due = parse_typed_time(self.time.text()), self.day.date()
        past = due is not None and due < self._today and self.plan_id is None
        wrong = (
            (self.action, not self.action.text().strip(), "Say what you will do."),
            (self.day, due is None or self.day.is_wrong(), "That is no day yet: try tomorrow, or 4 Dec."),
            (self.day, past, "Choose today or a later day."),
            (self.time, bool(self.time.text().strip()) and at is None, "Write the time as 10:00."),
        )
        for field in (self.action, self.day, self.time):
            mark_wrong(field, False)
        for field, is_wrong, sentence in wrong:
            if is_wrong:
                mark_wrong(field, True)
                self._say(sentence)
                field.setFocus(Qt.FocusReason.OtherFocusReason)
                return None
        return None if due is None else PlanDraft(self.action.text().strip(), due, at)

    def _say(self, sentence: str) -> None:
        self.hint.setText(sentence or HINT)
        self.hint.set_role("bad-text" if sentence else "faint")

    def _typed(self) -> None:
        field = self.sender()
        self._say("")
        if isinstance(field, QWidget) and field is not self.day:
            mark_wrong(field, False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent):
            return False
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(watched, QLineEdit):
            # Where nothing was typed yet, undo means the plan kept before.
            is_idle = event.matches(QKeySequence.StandardKey.Undo) and not watched.isUndoAvailable()
            if is_idle:
                event.ignore()
            return is_idle
        if event.type() != QEvent.Type.KeyPress:
            return False
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return True
        if event.key() in _ENTER:
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.form_wanted.emit()
            elif (draft := self.draft()) is not None:
                self.kept.emit(draft)
            return True
        return False


def _shown(shell: Shell, card: CardLine) -> PlanDraft:
    plan = card.next_plan
    if plan is not None:
        return PlanDraft(plan.action, plan.due, plan.due_time)
    words = "" if card.state is CardState.DONE else proposed_action(card.kind, card.given or card.name)
    return PlanDraft(words, default_due(shell.today()))
