"""After a one-to-one: was its objective reached, what did I learn, what did each of us promise."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from netdesk.method.errors import InvalidInput, NetDeskError
from netdesk.method.one_to_ones import Outcome
from netdesk.services.held_one_to_ones import Held, hold
from netdesk.services.one_to_ones import OneToOnePlan, one_to_one
from netdesk.ui.one_to_ones.kept_fields import KeptFields
from netdesk.ui.one_to_ones.promise_rows import PromiseRows
from netdesk.ui.pages.person.fields import labelled, line, mark_wrong, past_day
from netdesk.ui.pages.person.sheet import Sheet, Words, show_sheet
from netdesk.ui.shell import Shell
from netdesk.ui.theme.metrics import M, S, Type, metrics
from netdesk.ui.widgets.growing_scroll import GrowingScroll
from netdesk.ui.widgets.labels import WrapLabel
from netdesk.ui.widgets.segments import Segments

_OUTCOMES = tuple(Outcome)
_WIDTH = 680


class HeldForm(Sheet):
    """The plan's objective, how it went, and what goes where."""

    def __init__(self, shell: Shell, plan: OneToOnePlan) -> None:
        super().__init__(
            shell, f"How was the one-to-one with {plan.name[:80]}?", "Keep it", "Ctrl+Enter keeps it"
        )
        self._plan = plan
        inside = QWidget()
        self._fields = QVBoxLayout(inside)
        self._fields.setContentsMargins(0, 0, 0, 0)
        self._fields.setSpacing(metrics().px(M))
        objective = plan.objective or self.tr("It had no objective.")
        if plan.objective:
            objective = self.tr("Objective: {0}").format(plan.objective)
        self._fields.addWidget(WrapLabel(objective[:600], Type.BODY, "text-2"))
        self._fields.addLayout(self._how_it_went())
        self.words = Words("", self.tr("What did you learn?"), lines=4)
        self.words.kept.connect(self.keep_once)
        self._fields.addWidget(labelled(self.tr("What I learned"), self.words))
        self.kept = KeptFields(self.words)
        self._fields.addWidget(self.kept)
        self.made = line("", self.tr("A leaflet, a talk, an offer …"), self.tr("Made together"))
        self.made.setMaxLength(500)
        self._fields.addWidget(labelled(self.tr("Made together"), self.made))
        name = plan.name.split(" ")[0][:40]
        self.mine = PromiseRows(
            shell, self.tr("I promised"), self.tr("For example: introduce {0} to …").format(name), mine=True
        )
        self.theirs = PromiseRows(
            shell, self.tr("{0} promised").format(name), self.tr("What they will do for me"), mine=False
        )
        self._fields.addWidget(self.mine)
        self._fields.addWidget(self.theirs)
        self.area = GrowingScroll(inside)
        self.body.addWidget(self.area, 1)
        self.area.grew.connect(self.grow)
        self._began = self._typed()

    def _how_it_went(self) -> QHBoxLayout:
        self.outcome = Segments([one.label for one in _OUTCOMES], -1, name=self.tr("Reached?"))
        self.when = past_day(self.shell, self.tr("today, yesterday, last Friday …"))
        today = self.shell.today()
        self.when.set_date(min(self._plan.starts.date(), today))
        self.place = line(self._plan.place, self.tr("Where"), self.tr("Place"))
        self.place.setMaxLength(200)
        row = QHBoxLayout()
        row.setSpacing(metrics().px(S))
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(labelled(self.tr("Objective reached?"), self.outcome), 0, top)
        row.addWidget(labelled(self.tr("When"), self.when), 1, top)
        row.addWidget(labelled(self.tr("Place"), self.place), 1, top)
        return row

    def begin(self) -> None:
        self.outcome.setFocus(Qt.FocusReason.OtherFocusReason)

    def written(self) -> Held:
        """What stands in the fields. Raises ``InvalidInput`` naming what is not understood."""
        on = self.when.date()
        mark_wrong(self.when, on is None)
        if on is None or self.when.is_wrong():
            raise InvalidInput("When was it?", "Type a day, such as yesterday or 14 Oct.", field="on")
        return Held(
            on,
            self._outcome(),
            self.words.toPlainText(),
            self.made.text(),
            self.place.text(),
            self.kept.fields(),
            self.mine.promises(),
            self.theirs.promises(),
        )

    def keep(self) -> None:
        """Write it down."""
        try:
            written = self.written()
        except InvalidInput as error:
            self.refuse(error)
            return
        keep = partial(hold, one_to_one_id=self._plan.id, held=written, today=self.shell.today())
        self.write(keep, self._kept)

    def _kept(self, _talk: int) -> None:
        self.finish()
        self.shell.toast(self.tr("Kept the one-to-one with {0}").format(self._plan.name[:80]), undo=True)

    def refuse(self, error: NetDeskError) -> None:
        field = error.field if isinstance(error, InvalidInput) else ""
        mark_wrong(self.when, field == "on")
        mark_wrong(self.place, field == "place")
        self.say(error)
        self.grow()

    def _outcome(self) -> Outcome | None:
        chosen = self.outcome.chosen()
        return _OUTCOMES[chosen] if chosen >= 0 else None

    def _typed(self) -> dict[str, Any]:
        return {
            "outcome": self.outcome.chosen(),
            "when": self.when.text(),
            "place": self.place.text(),
            "words": self.words.toPlainText(),
            "made": self.made.text(),
            "fields": self.kept.fields(),
            "mine": self.mine.typed(),
            "theirs": self.theirs.typed(),
        }

    def state(self) -> dict[str, Any]:
        typed = self._typed()
        return {} if typed == self._began else typed | {"plan": self._plan.id}

    def restore(self, state: dict[str, Any]) -> None:
        """Put back what stood in the fields when the card was closed."""
        self.outcome.set_chosen(state["outcome"])
        self.when.setText(state["when"])
        self.place.setText(state["place"])
        self.words.setPlainText(state["words"])
        self.made.setText(state["made"])
        for name, words in state["fields"].items():
            self.kept.put(name, words)
        self.mine.restore(state["mine"])
        self.theirs.restore(state["theirs"])


def open_held_form(shell: Shell, one_to_one_id: int) -> Sheet:
    """Open the card that writes a planned one-to-one down as held. Raises ``NotFound``."""
    return _again(shell, {"plan": one_to_one_id})


def _again(shell: Shell, state: dict[str, Any]) -> Sheet:
    plan = shell.desk.read(partial(one_to_one, one_to_one_id=state["plan"]))
    form = HeldForm(shell, plan)
    if "words" in state:
        form.restore(state)
    return show_sheet(shell, form, "The one-to-one is not written down yet.", partial(_again, shell), _WIDTH)
