"""What came of an introduction that was made: they met, business, or nothing; in words, and since when.

``open_outcome_form(shell, introduction_id, state=None)``; ``state`` is chosen already.
"""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from netdesk.method.calendar_words import short_day
from netdesk.method.errors import InvalidInput, NetDeskError
from netdesk.method.introductions import OUTCOMES, IntroductionState
from netdesk.services import introductions
from netdesk.services.introductions import IntroductionLine
from netdesk.ui.pages.person.fields import labelled, line, mark_wrong, past_day
from netdesk.ui.pages.person.sheet import Sheet, show_sheet
from netdesk.ui.shell import Shell
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.metrics import M, Type, metrics
from netdesk.ui.widgets.buttons import quiet_button
from netdesk.ui.widgets.labels import WrapLabel
from netdesk.ui.widgets.segments import Segments

_TITLE = 60


class OutcomeForm(Sheet):
    """An introduction that was made, and what came of it."""

    def __init__(
        self, shell: Shell, made: IntroductionLine, typed: dict[str, Any], parent: QWidget | None = None
    ) -> None:
        title = f"{made.person[:_TITLE]} and {made.other[:_TITLE]}"
        super().__init__(shell, title, "Save", "Enter saves", parent)
        self._made_line = made
        today = shell.today()
        said = [f"Introduced {short_day(made.on, today)}"]
        if made.helps_both:
            said.append("help for both")
        if made.why:
            said.append(made.why)
        about = WrapLabel(" · ".join(said), Type.SECONDARY, "text-2")
        about.set_max_lines(3)
        self.body.addWidget(about)
        state = typed.get("state", made.state)
        labels = [self.tr("Not known yet"), *(one.label for one in OUTCOMES[1:])]
        self.outcome = Segments(labels, OUTCOMES.index(state), name=self.tr("What came of it"))
        self.body.addWidget(labelled(self.tr("What came of it"), self.outcome))
        row = QHBoxLayout()
        row.setSpacing(metrics().px(M))
        self.words = line(
            str(typed.get("words", made.outcome)), self.tr("For example: became a £1,200 job for her")
        )
        self.words.setMaxLength(500)
        self.on = past_day(shell, self.tr("today, last Friday, 14 Nov …"))
        self.on.set_date(typed.get("on", made.outcome_on or today))
        row.addWidget(labelled(self.tr("In a few words"), self.words), 2)
        row.addWidget(labelled(self.tr("When"), self.on), 1)
        self.body.addLayout(row)
        back = quiet_button(self.tr("Not made after all"), Icon.UNDO)
        back.clicked.connect(self._take_back)
        delete = quiet_button(self.tr("Delete"), Icon.BIN)
        delete.clicked.connect(self._delete)
        self.foot.insertWidget(0, back)
        self.foot.insertWidget(1, delete)

    def begin(self) -> None:
        self.outcome.setFocus(Qt.FocusReason.OtherFocusReason)

    def chosen(self) -> IntroductionState:
        """What came of it."""
        return OUTCOMES[max(0, self.outcome.chosen())]

    def state(self) -> dict[str, Any]:
        made = self._made_line
        if (self.chosen(), self.words.text()) == (made.state, made.outcome):
            return {}
        return {
            "id": made.id,
            "state": self.chosen(),
            "words": self.words.text(),
            "on": self.on.date() or self.shell.today(),
        }

    def keep(self) -> None:
        """Keep what came of it."""
        on = self.on.date()
        if on is None or self.on.is_wrong():
            wrong = InvalidInput("When was it?", "Type a day, such as yesterday or 14 Nov.", field="on")
            self.refuse(wrong)
            return
        say = partial(
            introductions.set_outcome,
            introduction_id=self._made_line.id,
            state=self.chosen(),
            on=on,
            words=self.words.text(),
        )
        self.write(say, self._saved)

    def refuse(self, error: NetDeskError) -> None:
        mark_wrong(self.on, isinstance(error, InvalidInput) and error.field == "on")
        self.say(error)
        self.grow()

    def _saved(self, _changes: object) -> None:
        self._over(f"{self._two()}: {self.chosen().label.lower()}.")

    def _take_back(self) -> None:
        back = partial(introductions.take_back, introduction_id=self._made_line.id)
        self.write(back, lambda _: self._over(f"To be introduced: {self._two()}."))

    def _delete(self) -> None:
        delete = partial(introductions.delete_introduction, introduction_id=self._made_line.id)
        self.write(delete, lambda _: self._over(self.tr("Deleted the introduction.")))

    def _over(self, words: str) -> None:
        self.finish()
        self.shell.toast(words, undo=True)

    def _two(self) -> str:
        return f"{self._made_line.person[:_TITLE]} and {self._made_line.other[:_TITLE]}"


def open_outcome_form(shell: Shell, introduction_id: int, state: IntroductionState | None = None) -> Sheet:
    """Open the card for what came of an introduction. Raises ``NotFound``."""
    return _again(shell, {"id": introduction_id} | ({"state": state} if state else {}))


def _again(shell: Shell, typed: dict[str, Any]) -> Sheet:
    made = shell.desk.read(partial(introductions.introduction, introduction_id=int(typed["id"])))
    sheet = OutcomeForm(shell, made, typed)
    return show_sheet(shell, sheet, "What came of it is not kept yet.", partial(_again, shell))
