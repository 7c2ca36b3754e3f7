"""A follow-up on Today: a round box to tick, what and with whom, when; done ones stay for the day, struck through."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen

from netdesk.method.calendar_words import full_day, weekday_and_day
from netdesk.method.today import moving_days
from netdesk.ui.pages.today.deeds import TodayDeeds
from netdesk.ui.pages.today.mark_button import MarkButton
from netdesk.ui.pages.today.row import Deed, TodayRow, Who, detail_label, struck_label, title_label
from netdesk.ui.pages.today.row_patch import RowPatch
from netdesk.ui.theme.current import current_theme
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.icons import paint_icon
from netdesk.ui.theme.metrics import metrics
from netdesk.ui.widgets.chip import Chip, Tone
from netdesk.ui.widgets.labels import Faint, plain_tooltip
from netdesk.ui.widgets.paint import focus_ring, one_line
from netdesk.ui.widgets.row_menu import Entry, open_menu

if TYPE_CHECKING:
    from netdesk.services.today import FollowUpLine

_SIDE = 18
_NAME = 80
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class RoundBox(MarkButton):
    """A ring to tick; ticked it is full."""

    def __init__(self, name: str, ticked: bool) -> None:
        super().__init__(name, _SIDE)
        self.setCheckable(True)
        self.setChecked(ticked)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ring = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        full = self.isChecked()
        hot = self.underMouse() and not full
        painter.setPen(QPen(theme.color("good" if full else "accent" if hot else "text-3"), 1.4))
        painter.setBrush(theme.color("good") if full else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(ring)
        if full or hot:
            side = round(self.width() * 0.62)
            box = QRect(0, 0, side, side)
            box.moveCenter(self.rect().center())
            paint_icon(painter, box, Icon.TICK_BOLD, theme.color("panel" if full else "accent"))
        if self.hasFocus():
            focus_ring(painter, self.rect(), theme, self.width() / 2)


class FollowUpRow(TodayRow):
    """One follow-up, open or done today."""

    def __init__(self, line: FollowUpLine, deeds: TodayDeeds, today: date) -> None:
        super().__init__(("done" if line.closed else "follow-up", line.id))
        self.follow_up = line
        self._today = today
        self._doing = deeds
        done = line.closed is not None
        short = one_line(line.action)[:_NAME]
        self.box = RoundBox(f"{'Open again' if done else 'Done'}: {short}", done)
        self.main = partial(deeds.reopen if done else deeds.finish, line)
        self.box.clicked.connect(self._ticked)
        who = Who(plain_tooltip(f"Open {one_line(line.name)[:_NAME]}  (O)"))
        who.column.addWidget(struck_label(line.action) if done else title_label(line.action))
        if line.detail:
            who.column.addWidget(detail_label(line.detail))
        if line.hint:
            who.column.addWidget(detail_label(line.hint, "warn-text"))
        self._open = partial(deeds.open, line.person_id)
        who.pressed.connect(self._open)
        self.menu = RowPatch(f"More about: {short}", self)
        self.menu.entries = self.entries
        self._chip = self._when(line)
        self.hovered.connect(partial(self.menu.show_before, self._chip))
        self.line.addWidget(self.box, 0, _MIDDLE)
        self.line.addWidget(who, 1, _MIDDLE)
        self.line.addWidget(self._chip, 0, _MIDDLE)
        self.deeds = {Deed.DONE: self.main, Deed.OPEN: self._open}
        if not done:
            self.deeds = {
                **self.deeds,
                Deed.MOVE: self.offer_days,
                Deed.DROP: partial(deeds.drop, line),
            }
        words = ", ".join(part for part in (line.action[:_NAME], line.detail, line.chip, line.hint) if part)
        self.setAccessibleName(one_line(f"{'Done' if done else 'Follow-up'}: {words}"))

    def enter(self) -> None:
        """Open the person: ticking something off by Enter would be too easy to do unseen."""
        self._open()

    def entries(self) -> list[Entry | None]:
        line, opening = self.follow_up, Entry("Open the person", self._open, Icon.PERSON, "O")
        assert self.main is not None
        if line.closed is not None:
            return [Entry("Open again", self.main, Icon.UNDO, "D"), opening]
        return [
            Entry("Done", self.main, Icon.DONE, "D"),
            None,
            *self._days(),
            None,
            Entry("Drop", partial(self._doing.drop, line), Icon.CLOSE, "X"),
            Entry("Drop because…", partial(self._doing.drop_because, line)),
            None,
            opening,
        ]

    def offer_days(self) -> None:
        """Open the menu of days to move it to."""
        open_menu(self._days(), self, self.mapToGlobal(QPoint(metrics().px(_SIDE * 2), self.height())))

    def _days(self) -> list[Entry | None]:
        line = self.follow_up
        days: list[Entry | None] = [
            Entry(f"{label}, {weekday_and_day(day)}", _mover(self._doing, line, day))
            for label, day in moving_days(self._today)
        ]
        return [*days, Entry("Another day…", partial(self._doing.move_elsewhen, line), Icon.DATE)]

    def _ticked(self) -> None:
        # The box shows what is kept, not what was pressed: the row is made anew when it is done.
        self.box.setChecked(self.follow_up.closed is None)
        if self.main is not None:
            self.main()

    def _when(self, line: FollowUpLine) -> Chip | Faint:
        if line.closed is not None:
            return Faint(line.chip)
        chip = Chip(line.chip, Tone[line.tone.name])
        clock = f", {line.at:%H:%M}" if line.at else ""
        chip.setToolTip(plain_tooltip(f"{full_day(line.due)}{clock}"))
        return chip


def _mover(deeds: TodayDeeds, line: FollowUpLine, day: date) -> Callable[[], None]:
    return partial(deeds.move, line, day)
