"""The rows of help on Today: a promise with the way it helps, and a one-to-one to come or to write down."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPainter, QPaintEvent

from netdesk.method.calendar_words import full_day, weekday_and_day
from netdesk.method.ledger import HelpWay
from netdesk.method.today import moving_days
from netdesk.ui.pages.today.help_deeds import HelpDeeds
from netdesk.ui.pages.today.mark_button import MarkButton
from netdesk.ui.pages.today.row import Deed, TodayRow, Who, detail_label, title_label
from netdesk.ui.pages.today.row_patch import RowPatch
from netdesk.ui.theme.current import current_theme
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.metrics import metrics
from netdesk.ui.widgets.buttons import plain_button
from netdesk.ui.widgets.chip import Chip, Tone
from netdesk.ui.widgets.labels import plain_tooltip
from netdesk.ui.widgets.paint import one_line
from netdesk.ui.widgets.row_menu import Entry, open_menu
from netdesk.ui.widgets.tile import IconTile, paint_icon_tile

if TYPE_CHECKING:
    from netdesk.services.today_help import ComingOneToOne, PromiseToKeep

_NAME = 80
_SIDE = 32
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_GLYPHS = {
    HelpWay.INTRODUCTION: Icon.PEOPLE,
    HelpWay.REFERRAL: Icon.REFERRAL,
    HelpWay.TESTIMONIAL: Icon.GIVE,
    HelpWay.ADVICE: Icon.IDEA,
    HelpWay.PROMOTED: Icon.PITCHES,
}


class KeepTile(MarkButton):
    """The way of a promise on a soft square; under the pointer it is the tick that keeps it."""

    def __init__(self, glyph: str, name: str) -> None:
        super().__init__(name, _SIDE)
        self._glyph = glyph

    def paintEvent(self, event: QPaintEvent) -> None:
        hot = self.underMouse()
        glyph, tone = (Icon.TICK_BOLD, "good") if hot else (self._glyph, "accent")
        paint_icon_tile(QPainter(self), self.rect(), glyph, current_theme(), tone)


class PromiseRow(TodayRow):
    """One promise: Space or D keeps it, M moves it, X lets it go, Enter opens the person."""

    def __init__(self, promise: PromiseToKeep, deeds: HelpDeeds, today: date) -> None:
        super().__init__(("promise", promise.id))
        self.promise, self._doing, self._today = promise, deeds, today
        short = one_line(promise.words)[:_NAME]
        self.main = partial(deeds.keep, promise)
        self.tile = KeepTile(_GLYPHS.get(promise.way, Icon.GIVE), f"Kept: {short}")
        self.tile.clicked.connect(_without_argument(self.main))
        who = Who(plain_tooltip(f"Open {one_line(promise.name)[:_NAME]}  (O)"))
        who.column.addWidget(title_label(promise.words))
        detail = detail_label(promise.detail)
        detail.setToolTip(plain_tooltip(full_day(promise.promised)))
        who.column.addWidget(detail)
        self._open = partial(deeds.open, promise.person_id)
        who.pressed.connect(self._open)
        self._chip = Chip(promise.chip, Tone[promise.tone.name])
        self._chip.setToolTip(plain_tooltip(full_day(promise.due)))
        self.menu = RowPatch(f"More about: {short}", self)
        self.menu.entries = self.entries
        self.hovered.connect(self._show_menu)
        self.line.addWidget(self.tile, 0, _MIDDLE)
        self.line.addWidget(who, 1, _MIDDLE)
        self.line.addWidget(self._chip, 0, _MIDDLE)
        self.deeds = {
            Deed.DONE: self.main,
            Deed.MOVE: self.offer_days,
            Deed.DROP: partial(deeds.drop, promise),
            Deed.OPEN: self._open,
        }
        self.setAccessibleName(one_line(f"I promised: {short}, {promise.detail}, {promise.chip}"))

    def enter(self) -> None:
        """Open the person: keeping by Enter would be too easy to do unseen."""
        self._open()

    def entries(self) -> list[Entry | None]:
        assert self.main is not None
        return [
            Entry("Kept", self.main, Icon.DONE, "D"),
            None,
            *self._days(),
            None,
            Entry("Let go", partial(self._doing.drop, self.promise), Icon.CLOSE, "X"),
            Entry("Let go because…", partial(self._doing.drop_because, self.promise)),
            None,
            Entry("Open the person", self._open, Icon.PERSON, "O"),
        ]

    def offer_days(self) -> None:
        """Open the menu of days to keep it by."""
        open_menu(self._days(), self, self.mapToGlobal(QPoint(metrics().px(_SIDE), self.height())))

    def _days(self) -> list[Entry | None]:
        days: list[Entry | None] = [
            Entry(f"{label}, {weekday_and_day(day)}", partial(self._doing.move, self.promise, day))
            for label, day in moving_days(self._today)
        ]
        return [*days, Entry("Another day…", partial(self._doing.move_elsewhen, self.promise), Icon.DATE)]

    def _show_menu(self, shown: bool) -> None:
        self.menu.show_before(self._chip, shown)


class OneToOneRow(TodayRow):
    """One one-to-one: what it is for; once it is over, the row asks how it was."""

    def __init__(self, plan: ComingOneToOne, deeds: HelpDeeds) -> None:
        super().__init__(("one-to-one", plan.id))
        self._plan, self._doing = plan, deeds
        name = one_line(plan.name)[:_NAME]
        self.main = partial(deeds.write_down if plan.is_over else deeds.change, plan)
        who = Who(plain_tooltip(f"Open {name}  (O)"))
        who.column.addWidget(title_label(plan.name))
        place = "" if plan.is_over else plan.place
        when = detail_label(" · ".join(part for part in (plan.when, place) if part))
        when.setToolTip(plain_tooltip(f"{full_day(plan.starts.date())}, {plan.starts:%H:%M}"))
        who.column.addWidget(when)
        if plan.objective:
            objective = f"{plan.objective[:1].upper()}{plan.objective[1:]}"
            who.column.addWidget(detail_label(objective, "faint"))
        self._open = partial(deeds.open, plan.person_id)
        who.pressed.connect(self._open)
        self.line.addWidget(IconTile(Icon.ONE_TO_ONE, tone="warn" if plan.is_over else "accent"), 0, _MIDDLE)
        self.line.addWidget(who, 1, _MIDDLE)
        if plan.is_over:
            self.button = plain_button(self.tr("Write it down"), small=True)
            self.button.setAccessibleName(f"Write down the one-to-one with {name}")
            self.button.clicked.connect(_without_argument(self.main))
            self.line.addWidget(self.button, 0, _MIDDLE)
        self.deeds = {Deed.OPEN: self._open, Deed.DONE: partial(deeds.write_down, plan)}
        self.setAccessibleName(one_line(f"One-to-one with {name}, {plan.when}, {plan.objective[:_NAME]}"))

    def entries(self) -> list[Entry | None]:
        plan = self._plan
        return [
            Entry("Held: write it down…", partial(self._doing.write_down, plan), Icon.LOG, "D"),
            Entry("Print its sheet", partial(self._doing.print_sheet, plan), Icon.PRINT),
            Entry("Change the plan…", partial(self._doing.change, plan), Icon.EDIT),
            Entry("Call it off", partial(self._doing.call_off, plan), Icon.CLOSE),
            None,
            Entry("Open the person", self._open, Icon.PERSON, "O"),
        ]


def _without_argument(run: Callable[[], None]) -> Callable[[bool], None]:
    def call(_checked: bool = False) -> None:
        run()

    return call
