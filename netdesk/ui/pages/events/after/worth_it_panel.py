"""Was it worth it? Stars, and the money and the hours it took, beside what came of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QEvent, QLocale, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from netdesk.method.debrief import spent_sentence
from netdesk.method.errors import InvalidInput, NetDeskError
from netdesk.method.typed_numbers import hours_words, parse_hours
from netdesk.services import debrief as debriefs
from netdesk.services.debrief import Debrief
from netdesk.services.event_worth import best_kind_sentence
from netdesk.services.insights.wins_of import WinsFrom
from netdesk.ui.customs import customs_at
from netdesk.ui.money import money
from netdesk.ui.pages.events.after.own_writes import OwnWrites
from netdesk.ui.pages.events.event_fields import line_field, read_amount
from netdesk.ui.pages.events.form_parts import ErrorLine, field_label
from netdesk.ui.pages.person.fields import mark_wrong
from netdesk.ui.pages.wins.wins_line import WinsLine
from netdesk.ui.shell import Shell
from netdesk.ui.theme.metrics import S, Type, metrics
from netdesk.ui.widgets.labels import WrapLabel
from netdesk.ui.widgets.panel import Panel
from netdesk.ui.widgets.stars import Stars


class WorthItPanel(Panel):
    """Stars, a sentence, and the fields it is made from."""

    def __init__(self, shell: Shell, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__("Was it worth it?", parent=parent)
        self._shell, self._now = shell, now
        self._debrief: Debrief | None = None
        self._writes = OwnWrites(shell, self, self._show_again)
        self._best = ""
        self.stars = Stars(0, editable=True)
        self.sentence = WrapLabel("", Type.SECONDARY, "text-2")
        self.cost = line_field("Money it took", "0", 14)
        self.currency = line_field("Currency", "", 3)
        self.hours = line_field("Hours it took", "", 12)
        self.error = ErrorLine()
        sizes = metrics()
        for field, width in ((self.cost, 110), (self.currency, 64), (self.hours, 110)):
            field.setFixedWidth(sizes.px(width))
            field.editingFinished.connect(self.finish)
            field.installEventFilter(self)
        grid = QGridLayout()
        grid.setSpacing(sizes.px(S) - 2)
        grid.addWidget(field_label("Money", self.cost), 0, 0)
        grid.addWidget(self.cost, 0, 1)
        grid.addWidget(self.currency, 0, 2)
        grid.addWidget(field_label("Hours", self.hours), 1, 0)
        grid.addWidget(self.hours, 1, 1)
        grid.setColumnStretch(3, 1)
        self.body.setSpacing(sizes.px(S))
        self.body.addWidget(self.stars, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.sentence)
        self.wins = WinsLine(shell)
        self.body.addWidget(self.wins)
        self.body.addLayout(grid)
        self.body.addWidget(self.error)
        self.stars.changed.connect(self._stars_given)

    def show_debrief(self, debrief: Debrief) -> None:
        """Show what an event took and gave. What was typed and could not be kept stays in its field."""
        another = self._debrief is None or self._debrief.event_id != debrief.event_id
        if another and self._debrief is not None:
            self.finish()
            self._say("", None)
        self._debrief = debrief
        if another or not self._writes.are_under_way():
            self.stars.set_stars(debrief.stars or 0)
            if debrief.stars is None:
                self.stars.setAccessibleName("No stars yet")
        currency = debrief.currency if debrief.cost is not None else customs_at(self._shell.desk).currency
        self.hours.setPlaceholderText(hours_words(debrief.usual_hours))
        for field, text in (
            (self.cost, _amount(debrief.cost)),
            (self.currency, currency),
            (self.hours, "" if debrief.hours is None else hours_words(debrief.hours)),
        ):
            if another or not field.isModified():
                field.setText(text)
                field.setModified(False)
        self._write_sentence(debrief)
        self.wins.show_wins(WinsFrom.EVENT, debrief.event_id, debrief.title)
        today = self._now().date()
        # It weighs all events of the year, so the window does not wait for it.
        self._shell.desk.ask(
            self, "best kind", lambda workspace: best_kind_sentence(workspace, today), self._best_known
        )

    def finish(self) -> None:
        """Keep what was typed, or say why it cannot be."""
        fields = (self.cost, self.currency, self.hours)
        debrief = self._debrief
        if debrief is None or not any(field.isModified() for field in fields):
            return
        try:
            cost = read_amount(self.cost.text())
            hours = _read_hours(self.hours.text())
        except InvalidInput as error:
            self._refused(error)
            return
        event, currency = debrief.event_id, self.currency.text()

        def keep(_: object) -> None:
            if self._debrief is None or self._debrief.event_id != event:
                return
            for field in fields:
                field.setModified(False)
            self._say("", None)

        self._shell.desk.do(
            lambda workspace: debriefs.set_money_and_hours(
                workspace, event, cost=cost, currency=currency, hours=hours
            ),
            keep,
            self._refused,
            owner=self,
        )

    def focus_first(self) -> None:
        """Put the keyboard on the stars."""
        self.stars.setFocus(Qt.FocusReason.OtherFocusReason)

    def _best_known(self, sentence: str) -> None:
        if sentence != self._best and self._debrief is not None:
            self._best = sentence
            self._write_sentence(self._debrief)

    def _write_sentence(self, debrief: Debrief) -> None:
        cost = "" if debrief.cost is None else money(debrief.cost, debrief.currency)
        hours = debrief.usual_hours if debrief.hours is None else debrief.hours
        spent = spent_sentence(cost, hours_words(hours), debrief.cards.solid)
        self.sentence.setText(" ".join(part for part in (spent, self._best) if part))

    def _stars_given(self, stars: float) -> None:
        if self._debrief is not None:
            event = self._debrief.event_id
            self._writes.do(lambda workspace: debriefs.set_stars(workspace, event, stars))

    def _show_again(self) -> None:
        if self._debrief is not None:
            self.show_debrief(self._debrief)

    def _refused(self, error: NetDeskError) -> None:
        name = error.field if isinstance(error, InvalidInput) else ""
        self._say(str(error), {"cost": self.cost, "currency": self.currency, "hours": self.hours}.get(name))

    def _say(self, sentence: str, wrong: QLineEdit | None) -> None:
        self.error.say(sentence)
        for field in (self.cost, self.currency, self.hours):
            mark_wrong(field, field is wrong)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            isinstance(watched, QLineEdit)
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Escape
            and watched.isModified()
        ):
            watched.setModified(False)
            self._say("", None)
            if self._debrief is not None:
                self.show_debrief(self._debrief)
            return True
        return False


def _amount(cost: float | None) -> str:
    if cost is None:
        return ""
    return QLocale().toString(cost, "f", 0 if cost == round(cost) else 2)


def _read_hours(typed: str) -> float | None:
    if not typed.strip():
        return None
    hours = parse_hours(typed)
    if hours is None:
        raise InvalidInput("Write the hours as a number, such as 3 or 2.5.", field="hours")
    return hours
