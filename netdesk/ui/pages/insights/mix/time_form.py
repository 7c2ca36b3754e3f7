"""Writing down what networking took beside events and one-to-ones, and correcting it.

``open_time_form(shell, *, time_id=None, activity=Activity.FOLLOW_UP)``.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from netdesk.method.errors import InvalidInput
from netdesk.method.insights.mix import time_words
from netdesk.method.strategy import Activity
from netdesk.method.time_spent import parse_time_spent
from netdesk.services.logged_time import TimeDraft, delete_times, edit_time, log_time, logged_time
from netdesk.ui.pages.person.fields import labelled, line, past_day
from netdesk.ui.pages.person.sheet import Sheet, show_sheet
from netdesk.ui.shell import Shell
from netdesk.ui.theme.metrics import M, Type, metrics
from netdesk.ui.widgets.buttons import quiet_button
from netdesk.ui.widgets.labels import WrapLabel
from netdesk.ui.widgets.segments import Segments

_ACTIVITIES = tuple(Activity)
_LONGEST_TIME = 40
_LONGEST_WORDS = 500
_HINTS = {
    Activity.EVENTS: "Events you took part in count by themselves. Log what came on top, such as the way there.",
    Activity.ONE_TO_ONES: "One-to-ones you held count by themselves. Log what came on top, such as reading up.",
    Activity.FOLLOW_UP: "Thank-yous, calls and mails after you met somebody, and what you promised.",
    Activity.CONTACT_MANAGEMENT: "Typing cards in, sorting, tagging, looking after your contacts here.",
    Activity.COMMUNITY: "What you do for a group: its minutes, its forum, a hand at its events.",
}
_EXAMPLES = {
    Activity.EVENTS: "For example: on the way there and back",
    Activity.ONE_TO_ONES: "For example: read up before the one-to-one",
    Activity.FOLLOW_UP: "For example: thank-yous after the mixer",
    Activity.CONTACT_MANAGEMENT: "For example: typed in the cards of the fair",
    Activity.COMMUNITY: "For example: minutes for the Breakfast Club",
}


class TimeForm(Sheet):
    """``time_id`` None logs new time, else corrects that entry."""

    def __init__(self, shell: Shell, typed: dict[str, Any], parent: QWidget | None = None) -> None:
        self._time_id: int | None = typed.get("time_id")
        title = "Logged time" if self._time_id else "Log time"
        super().__init__(shell, title, "Save" if self._time_id else "Log it", "", parent)
        self._typed = typed
        names = [activity.short for activity in Activity]
        self.activity = Segments(names, _ACTIVITIES.index(typed["activity"]), name="What it was for")
        self.activity.setToolTip("← →, or 1 to 5")
        self.activity.picked.connect(self._show_activity)
        self.body.addWidget(self.activity)
        self.hint = WrapLabel("", Type.SECONDARY, "text-2")
        self.body.addWidget(self.hint)
        self.time = line(typed.get("time", ""), "1 h 30, 45 min …", "How long")
        self.time.setMaxLength(_LONGEST_TIME)
        self.time.textChanged.connect(self._show_time)
        self.on = past_day(shell, "today, yesterday, fri …")
        self.on.set_date(typed.get("on", shell.today()))
        row = QHBoxLayout()
        row.setSpacing(metrics().px(M))
        row.addWidget(labelled("How long", self.time), 1)
        row.addWidget(labelled("When", self.on), 1)
        self.body.addLayout(row)
        self.words = line(typed.get("words", ""))
        self.words.setMaxLength(_LONGEST_WORDS)
        self.body.addWidget(labelled("On what (may stay empty)", self.words))
        self.understood = WrapLabel("", Type.SECONDARY, "text-2")
        self.foot.insertWidget(0, self.understood, 1, Qt.AlignmentFlag.AlignVCenter)
        if self._time_id is not None:
            delete = quiet_button("Delete")
            delete.clicked.connect(self._delete)
            self.foot.insertWidget(0, delete)
        self._show_activity()
        self._show_time()

    def begin(self) -> None:
        self.time.setFocus(Qt.FocusReason.OtherFocusReason)
        self.time.selectAll()

    def named_fields(self) -> Mapping[str, QWidget]:
        return {"minutes": self.time, "on": self.on, "words": self.words}

    def draft(self) -> TimeDraft:
        """What stands in the fields. Raises InvalidInput naming "minutes" or "on"."""
        minutes = parse_time_spent(self.time.text())
        if minutes is None:
            raise InvalidInput("How long did it take?", "Type it like 1 h 30 or 45 min.", field="minutes")
        on = None if self.on.is_wrong() else self.on.date()
        if on is None:
            raise InvalidInput("When was it?", "Type a day, such as yesterday or 14 Oct.", field="on")
        return TimeDraft(self._activity(), on, minutes, self.words.text())

    def state(self) -> dict[str, Any]:
        now = {
            "activity": self._activity(),
            "time": self.time.text(),
            "on": self.on.date() or self.shell.today(),
            "words": self.words.text(),
        }
        changed = any(now[name] != self._typed.get(name, "") for name in ("time", "words"))
        if self._time_id is not None:
            changed |= any(now[name] != self._typed[name] for name in ("activity", "on"))
        return self._typed | now if changed else {}

    def keep(self) -> None:
        """Write it down, or save what was corrected."""
        try:
            draft = self.draft()
        except InvalidInput as error:
            self.refuse(error)
            return
        today = self.shell.today()
        if self._time_id is None:
            self.write(partial(log_time, draft=draft, today=today), partial(self._done, draft))
        else:
            edit = partial(edit_time, time_id=self._time_id, draft=draft, today=today)
            self.write(edit, partial(self._done, draft))

    def _done(self, draft: TimeDraft, _written: object) -> None:
        self.finish()
        said = f"{time_words(draft.minutes)} of {draft.activity.in_sentence}"
        self.shell.toast(f"Logged {said}" if self._time_id is None else "Saved.", undo=True)

    def _delete(self) -> None:
        if self._time_id is not None:
            self.write(partial(delete_times, time_ids=[self._time_id]), self._deleted)

    def _deleted(self, _changes: object) -> None:
        self.finish()
        self.shell.toast("Deleted the logged time.", undo=True)

    def _activity(self) -> Activity:
        return _ACTIVITIES[max(0, self.activity.chosen())]

    def _show_activity(self, _place: int = 0) -> None:
        self.hint.setText(_HINTS[self._activity()])
        self.words.setPlaceholderText(_EXAMPLES[self._activity()])

    def _show_time(self, _text: str = "") -> None:
        minutes = parse_time_spent(self.time.text())
        self.understood.setText("" if minutes is None else f"That is {time_words(minutes)}.")


def open_time_form(
    shell: Shell, *, time_id: int | None = None, activity: Activity = Activity.FOLLOW_UP
) -> Sheet:
    """Open the card to log time, or to correct an entry of it. Raises NotFound for one that is gone."""
    if time_id is None:
        return _show(shell, {"activity": activity, "on": shell.today()})
    kept = shell.desk.read(partial(logged_time, time_id=time_id))
    return _show(
        shell,
        {
            "time_id": time_id,
            "activity": kept.activity,
            "time": time_words(kept.minutes) if kept.minutes < 600 else f"{kept.minutes} min",
            "on": kept.on,
            "words": kept.words,
        },
    )


def _show(shell: Shell, typed: dict[str, Any]) -> Sheet:
    return show_sheet(shell, TimeForm(shell, typed), "The time was not logged yet.", partial(_show, shell))
