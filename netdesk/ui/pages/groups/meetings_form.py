"""The meetings of a group: the next and the last ones, and many more planned in one go."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QWidget

from netdesk.method.calendar_words import full_day, weekday_and_day
from netdesk.method.errors import InvalidInput
from netdesk.method.recurrence import MOST_REPEATS, Every, nth_day
from netdesk.method.typed_times import parse_typed_time
from netdesk.services.group_meetings import MadeMeetings, ProposedMeetings, plan_meetings, proposed_meetings
from netdesk.ui.pages.events.event_fields import system_zone
from netdesk.ui.pages.groups.meeting_lines import MeetingLines
from netdesk.ui.pages.person.fields import coming_day, labelled, line, mark_wrong
from netdesk.ui.pages.person.sheet import Sheet, show_sheet
from netdesk.ui.shell import Shell
from netdesk.ui.theme.metrics import S, metrics
from netdesk.ui.widgets.labels import Secondary, SectionTitle
from netdesk.ui.widgets.paint import shortened
from netdesk.ui.widgets.segments import Segments

_WIDTH = 560
_A_FEW, _SOME = 4, 12


def open_meetings_form(shell: Shell, group_id: int) -> Sheet:
    """Show the meetings of a group over the window. Raises NotFound."""
    return _again(shell, {"group": group_id})


def _again(shell: Shell, state: dict[str, Any]) -> Sheet:
    group, now = int(state["group"]), shell.now()
    offered = shell.desk.read(lambda workspace: proposed_meetings(workspace, group, now, system_zone()))
    sheet = MeetingsForm(shell, group, offered, state)
    return show_sheet(shell, sheet, "The meetings are not planned yet.", partial(_again, shell), width=_WIDTH)


class MeetingsForm(Sheet):
    """How often, from when, how many; they become events in one step that one undo takes back."""

    def __init__(self, shell: Shell, group_id: int, offered: ProposedMeetings, state: dict[str, Any]) -> None:
        title = f"Meetings of {shortened(offered.group, 80)}"
        super().__init__(shell, title, "Plan them", "Enter plans them")
        self._group_id, self._offered = group_id, offered
        self.lines = MeetingLines(shell, group_id)
        self.lines.opened.connect(self.ended)
        if self.lines.count():
            self.body.addWidget(self.lines)
            self.body.addWidget(SectionTitle("Plan more"))
        self.every = QComboBox()
        self.every.setAccessibleName("How often")
        for every in Every:
            self.every.addItem(every.label, every.value)
        self.every.setCurrentIndex(list(Every).index(Every(state.get("every", offered.every))))
        self.first = coming_day(shell, "27 Nov, next Friday …")
        self.first.set_date(state.get("first", offered.first.date()))
        self.at = line(str(state.get("at", f"{offered.first:%H:%M}")), "07:00", "Time of day")
        self.at.setFixedWidth(metrics().px(84))
        self.many = Segments((), -1, name="How many")
        self.times = QLineEdit(str(state.get("times", offered.every.times_a_year)))
        self.times.setAccessibleName("How many meetings")
        self.times.setMaxLength(4)
        self.times.setFixedWidth(metrics().px(64))
        self.like = QCheckBox(self._like_words())
        self.like.setChecked(bool(state.get("like", offered.last_on is not None)))
        self.last = Secondary("")
        self._lay_out()
        # Shown before it stood in the card, it would be a window of its own.
        self.like.setVisible(offered.last_on is not None)
        self.every.currentIndexChanged.connect(self._often)
        self.many.picked.connect(self._picked)
        for field in (self.times, self.at):
            field.textChanged.connect(self._say)
        self.first.date_changed.connect(self._say)
        self._often()

    def _lay_out(self) -> None:
        when, many = QHBoxLayout(), QHBoxLayout()
        for row in (when, many):
            row.setSpacing(metrics().px(S))
        when.addWidget(labelled("How often", self.every))
        when.addWidget(labelled("First meeting", self.first), 1)
        when.addWidget(labelled("At", self.at))
        self.body.addLayout(when)
        many.setContentsMargins(0, 0, 0, 0)
        many.addWidget(self.many)
        many.addWidget(self.times)
        many.addWidget(Secondary("meetings"))
        many.addStretch(1)
        box = QWidget()
        box.setLayout(many)
        self.body.addWidget(labelled("How many", box))
        self.body.addWidget(self.last)
        self.body.addWidget(self.like)

    def begin(self) -> None:
        self.first.setFocus(Qt.FocusReason.OtherFocusReason)
        self.first.selectAll()

    def state(self) -> dict[str, Any]:
        offered = self._offered
        usual = (
            offered.every,
            offered.first.date(),
            f"{offered.first:%H:%M}",
            str(offered.every.times_a_year),
        )
        if (self._every(), self.first.date(), self.at.text(), self.times.text()) == usual:
            return {}
        return {
            "group": self._group_id,
            "every": self._every(),
            "first": self.first.date(),
            "at": self.at.text(),
            "times": self.times.text(),
            "like": self.like.isChecked(),
        }

    def keep(self) -> None:
        """Plan them all."""
        day, clock, times = self._day(), parse_typed_time(self.at.text().strip()), self._number()
        problems = (
            (day is None, InvalidInput("On which day is the first meeting?", field="first")),
            (
                clock is None,
                InvalidInput("That is no time of day.", "Type it like 07:00 or 7 am.", field="at"),
            ),
            (times is None, InvalidInput(f"Plan from 1 to {MOST_REPEATS} meetings at once.", field="times")),
        )
        for is_wrong, problem in problems:
            if is_wrong:
                self.refuse(problem)
                return
        assert day is not None
        assert clock is not None
        assert times is not None
        plan = partial(
            plan_meetings,
            group_id=self._group_id,
            first=datetime.combine(day, clock),
            every=self._every(),
            times=times,
            zone=self._offered.zone,
            like_last=self.like.isChecked(),
        )
        self.write(plan, self._planned)

    def named_fields(self) -> Mapping[str, QWidget]:
        return {"first": self.first, "at": self.at, "times": self.times}

    def _planned(self, made: MadeMeetings) -> None:
        self.finish()
        actions = [("Open the first", partial(self.shell.open_event, made.made[0]))] if made.made else []
        self.shell.toast(made.sentence, undo=True, actions=actions)

    def _often(self) -> None:
        """Another rhythm has another number of meetings in a year."""
        a_year = self._every().times_a_year
        was_a_year = self.many.chosen() == len(self._counts) - 1 if self.many.chosen() >= 0 else False
        self._counts = (_A_FEW, _SOME, a_year) if a_year > _SOME else (_A_FEW, a_year)
        labels = [f"Next {count}" for count in self._counts[:-1]]
        self.many.set_labels([*labels, "A year"], -1)
        if was_a_year:
            self.times.setText(str(a_year))
        self._say()

    _counts: tuple[int, ...] = ()

    def _picked(self, place: int) -> None:
        self.times.setText(str(self._counts[place]))

    def _say(self, *_: object) -> None:
        """Say when the last one is; the number chosen above is lit."""
        times, day = self._number(), self._day()
        self.many.set_chosen(self._counts.index(times) if times in self._counts else -1)
        mark_wrong(self.times, times is None)
        mark_wrong(self.at, parse_typed_time(self.at.text().strip()) is None)
        last = None if times is None or day is None else _last_day(day, self._every(), times)
        self.last.setText("" if last is None else f"The last one is on {full_day(last)}.")

    def _like_words(self) -> str:
        on = self._offered.last_on
        return "" if on is None else f"Take along goals, pitch and shares of {weekday_and_day(on)}"

    def _every(self) -> Every:
        return Every(self.every.currentData())

    def _day(self) -> date | None:
        return None if self.first.is_wrong() else self.first.date()

    def _number(self) -> int | None:
        text = self.times.text().strip()
        good = text.isascii() and text.isdecimal() and 1 <= int(text) <= MOST_REPEATS
        return int(text) if good else None


def _last_day(first: date, every: Every, times: int) -> date | None:
    try:
        return first if times == 1 else nth_day(first, every, times - 1)
    except (ValueError, OverflowError):
        return None
