"""The form of a group: what it is called, why I go, when and where it meets, what it costs, since when."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from netdesk.method.calendar_words import WEEKDAYS
from netdesk.method.errors import InvalidInput
from netdesk.method.groups import FeePer, why_hint
from netdesk.method.recurrence import Every
from netdesk.method.typed_times import parse_typed_length, parse_typed_time
from netdesk.services import groups
from netdesk.services.groups import USUAL_MINUTES, GroupDraft
from netdesk.ui.customs import customs_at
from netdesk.ui.pages.events.event_fields import read_amount
from netdesk.ui.pages.groups.since_field import since_field
from netdesk.ui.pages.person.fields import labelled, line
from netdesk.ui.pages.person.sheet import Sheet, Words, show_sheet
from netdesk.ui.shell import Shell
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.metrics import M, metrics
from netdesk.ui.widgets.banner import Banner
from netdesk.ui.widgets.paint import shortened

_WIDTH = 600
_NO_DAY = "Any day"
_NO_RHYTHM = "Not regular"
_FEES = {FeePer.YEAR: "a year", FeePer.MONTH: "a month", FeePer.MEETING: "a meeting"}
_RHYTHMS = (
    (None, _NO_RHYTHM),
    (Every.WEEK, "Every week"),
    (Every.TWO_WEEKS, "Every two weeks"),
    (Every.MONTH_WEEKDAY, "Every month on that weekday"),
    (Every.MONTH, "Every month on a day"),
)
Done = Callable[[int], None]


def open_group_form(shell: Shell, group_id: int | None, done: Done | None = None) -> Sheet:
    """Show the form of a new group, or of one that is there; ``done`` is told the id. Raises NotFound."""
    state: dict[str, Any] = {"group": group_id}
    return _again(shell, done, state)


def _again(shell: Shell, done: Done | None, state: dict[str, Any]) -> Sheet:
    group_id = state["group"]
    known = None if group_id is None else shell.desk.read(partial(groups.group, group_id=group_id)).draft
    sheet = GroupForm(shell, group_id, known, done, state.get("texts"))
    return show_sheet(shell, sheet, "The group is not kept yet.", partial(_again, shell, done), width=_WIDTH)


class GroupForm(Sheet):
    """A reason that speaks of business alone gets a kind hint while it is typed."""

    def __init__(
        self,
        shell: Shell,
        group_id: int | None,
        known: GroupDraft | None,
        done: Done | None,
        texts: dict[str, Any] | None,
    ) -> None:
        title = "New group" if known is None else f"Edit {shortened(known.name, 80)}"
        super().__init__(shell, title, "Add the group" if known is None else "Save", "Enter keeps it")
        self._group_id, self._done = group_id, done
        self._make_fields()
        self._lay_out()
        self._fill(known)
        self._first = self._texts()
        if texts is not None:
            self._write(texts)
        self.why.textEdited.connect(self._say_hint)
        self._say_hint()

    def _make_fields(self) -> None:
        sizes = metrics()
        self.name = line("", "Breakfast Club", "Name")
        self.why = line("", "Learn how owners of small firms choose help", "Why I go")
        self.why.setMaxLength(600)
        self.hint = Banner("", "accent", Icon.IDEA)
        self.every, self.day, self.fee_per = QComboBox(), QComboBox(), QComboBox()
        for box, name, words in (
            (self.every, "How often it meets", [words for _, words in _RHYTHMS]),
            (self.day, "On which day", [_NO_DAY, *WEEKDAYS]),
            (self.fee_per, "What the fee is for", list(_FEES.values())),
        ):
            box.setAccessibleName(name)
            box.addItems(words)
        self.at = line("", "07:00", "At what time")
        self.length = line("", "90 min", "How long a meeting is")
        self.fee = line("", "780", "Fee")
        self.currency = line("", "GBP", "Currency")
        self.place = line("", "Where it meets", "Place")
        self.since = since_field(self.shell, "Member since", "Feb 2024, 2 years ago …")
        self.note = Words("", "Notes", lines=3)
        self.note.kept.connect(self.keep_once)
        for field, width in ((self.at, 84), (self.length, 84), (self.fee, 100), (self.currency, 68)):
            field.setFixedWidth(sizes.px(width))
        for field, longest in ((self.name, 120), (self.place, 220), (self.fee, 20), (self.currency, 3)):
            field.setMaxLength(longest)

    def _lay_out(self) -> None:
        self.body.addWidget(labelled("Name", self.name))
        self.body.addWidget(labelled("Why I go", self.why))
        self.body.addWidget(self.hint)
        self.body.addWidget(
            _row(
                (labelled("Meets", self.every), 1),
                (labelled("On", self.day), 1),
                (labelled("At", self.at), 0),
                (labelled("For", self.length), 0),
            )
        )
        self.body.addWidget(labelled("Where", self.place))
        self.body.addWidget(
            _row(
                (labelled("Fee", self.fee), 0),
                (labelled("Currency", self.currency), 0),
                (labelled("For", self.fee_per), 0),
                (labelled("Member since", self.since), 1),
            )
        )
        self.body.addWidget(labelled("Notes", self.note))

    def _fill(self, known: GroupDraft | None) -> None:
        own = customs_at(self.shell.desk).currency
        draft = known or GroupDraft("", "", currency=own)
        self.name.setText(draft.name)
        self.why.setText(draft.why)
        rhythms = [every for every, _ in _RHYTHMS]
        self.every.setCurrentIndex(rhythms.index(draft.meets_every))
        self.day.setCurrentIndex(0 if draft.meets_on is None else draft.meets_on + 1)
        self.at.setText("" if draft.meets_at is None else f"{draft.meets_at:%H:%M}")
        self.length.setText(f"{draft.minutes} min")
        self.fee.setText(
            "" if draft.fee is None else QLocale().toString(draft.fee, "f", _decimals(draft.fee))
        )
        self.currency.setText(draft.currency or own)
        self.fee_per.setCurrentIndex(list(_FEES).index(draft.fee_per))
        self.place.setText(draft.place)
        self.since.set_date(draft.since)
        self.note.setPlainText(draft.note)
        for field in (self.name, self.why, self.place):
            field.setCursorPosition(0)

    def begin(self) -> None:
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def state(self) -> dict[str, Any]:
        texts = self._texts()
        return {} if texts == self._first else {"group": self._group_id, "texts": texts}

    def keep(self) -> None:
        """Keep the group."""
        try:
            draft = self._draft()
        except InvalidInput as error:
            self.refuse(error)
            return
        group_id = self._group_id
        if group_id is None:
            self.write(lambda workspace: groups.add_group(workspace, draft), self._added)
        else:
            self.write(lambda workspace: groups.edit_group(workspace, group_id, draft), self._edited)

    def named_fields(self) -> Mapping[str, QWidget]:
        return {
            "name": self.name,
            "why": self.why,
            "meets_at": self.at,
            "minutes": self.length,
            "fee": self.fee,
            "currency": self.currency,
            "since": self.since,
            "place": self.place,
        }

    def _draft(self) -> GroupDraft:
        typed_at, typed_length = self.at.text().strip(), self.length.text().strip()
        at = parse_typed_time(typed_at) if typed_at else None
        if typed_at and at is None:
            raise InvalidInput("That is no time of day.", "Write it like 07:00 or 7 am.", field="meets_at")
        if not typed_length:
            minutes: int | None = USUAL_MINUTES
        elif typed_length.isascii() and typed_length.isdecimal():
            minutes = int(typed_length)
        else:
            minutes = parse_typed_length(typed_length)
        if not minutes:
            raise InvalidInput("How long is a meeting?", "Write it like 90 min or 2 h.", field="minutes")
        if self.since.is_wrong():
            raise InvalidInput("That is no day that has been.", "Write it like 2 Feb 2024.", field="since")
        try:
            fee = read_amount(self.fee.text())
        except InvalidInput:
            raise InvalidInput("Write the fee as a number, such as 780.", field="fee") from None
        day = self.day.currentIndex() - 1
        return GroupDraft(
            name=self.name.text(),
            why=self.why.text(),
            place=self.place.text(),
            meets_every=_RHYTHMS[self.every.currentIndex()][0],
            meets_on=day if day >= 0 else None,
            meets_at=at,
            minutes=minutes,
            fee=fee,
            fee_per=list(_FEES)[self.fee_per.currentIndex()],
            currency=self.currency.text(),
            since=self.since.date(),
            note=self.note.toPlainText(),
        )

    def _added(self, group_id: int) -> None:
        self.finish()
        self.shell.toast(f"Added {shortened(self.name.text(), 60)}", undo=True)
        if self._done is not None:
            self._done(group_id)

    def _edited(self, _: object) -> None:
        self.finish()

    def _say_hint(self, *_: object) -> None:
        hint = why_hint(self.why.text())
        self.hint.set_text(hint)
        if bool(hint) is self.hint.isHidden():
            self.hint.setVisible(bool(hint))
            self.grow()

    def _texts(self) -> dict[str, Any]:
        return {
            "name": self.name.text(),
            "why": self.why.text(),
            "every": self.every.currentIndex(),
            "day": self.day.currentIndex(),
            "at": self.at.text(),
            "length": self.length.text(),
            "fee": self.fee.text(),
            "currency": self.currency.text(),
            "fee_per": self.fee_per.currentIndex(),
            "place": self.place.text(),
            "since": self.since.date(),
            "note": self.note.toPlainText(),
        }

    def _write(self, texts: dict[str, Any]) -> None:
        for name in ("name", "why", "at", "length", "fee", "currency", "place"):
            getattr(self, name).setText(str(texts[name]))
        for name in ("every", "day", "fee_per"):
            getattr(self, name).setCurrentIndex(int(texts[name]))
        self.since.set_date(texts["since"])
        self.note.setPlainText(str(texts["note"]))


def _row(*fields: tuple[QWidget, int]) -> QWidget:
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(metrics().px(M))
    for field, stretch in fields:
        row.addWidget(field, stretch)
    return box


def _decimals(amount: float) -> int:
    return 0 if amount == round(amount) else 2
