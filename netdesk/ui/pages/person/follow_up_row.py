"""An open follow-up at the top of the timeline: what, when, and Done, Move…, Drop."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from netdesk.method.calendar_words import full_day, weekday_and_day
from netdesk.method.dates import due_words
from netdesk.method.typed_dates import quick_dates
from netdesk.services.follow_ups import OpenFollowUp
from netdesk.ui.theme.current import current_theme
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.icons import paint_icon
from netdesk.ui.theme.metrics import RADIUS_BUTTON, M, S, Type, metrics
from netdesk.ui.widgets.buttons import quiet_button
from netdesk.ui.widgets.chip import Chip, Tone
from netdesk.ui.widgets.labels import WrapLabel, plain_tooltip
from netdesk.ui.widgets.paint import one_line, rounded


class FollowUpRow(QWidget):
    """Its signals carry the follow-up; ``moved`` also the day, None to ask for another."""

    done = Signal(object)
    moved = Signal(object, object)
    dropped = Signal(object)

    def __init__(self, follow_up: OpenFollowUp, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.follow_up = follow_up
        self._today = today
        sizes = metrics()
        row = QHBoxLayout(self)
        row.setContentsMargins(sizes.px(34), sizes.px(6), sizes.px(6), sizes.px(6))
        row.setSpacing(sizes.px(S))
        words = WrapLabel(follow_up.action, Type.BODY_MEDIUM, "text")
        words.set_max_lines(2)
        row.addWidget(words, 1, Qt.AlignmentFlag.AlignVCenter)
        late = (today - follow_up.due).days
        tone = Tone.BAD if late > 0 else Tone.WARN if late == 0 else Tone.PLAIN
        clock = f" {follow_up.at:%H:%M}" if follow_up.at else ""
        chip = Chip(f"{due_words(follow_up.due, today)}{clock}", tone)
        chip.setToolTip(plain_tooltip(f"{full_day(follow_up.due)}{clock}"))
        row.addWidget(chip)
        short = one_line(follow_up.action)[:60]
        self.done_button = quiet_button(self.tr("Done"), small=True)
        self.move_button = quiet_button(self.tr("Move…"), small=True)
        self.drop_button = quiet_button(self.tr("Drop"), small=True)
        for button, signal in ((self.done_button, self._done), (self.move_button, self.offer_days),
                               (self.drop_button, self._dropped)):  # fmt: skip
            button.setAccessibleName(f"{button.text().rstrip('…')}: {short}")
            button.clicked.connect(signal)
            row.addWidget(button)
        self.setAccessibleName(f"{self.tr('Follow-up')}: {short}, {due_words(follow_up.due, today)}")

    def offer_days(self) -> None:
        """Open the menu of days to move it to."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for quick in quick_dates(self._today):
            action = menu.addAction(f"{quick.label}\t{weekday_and_day(quick.day)}")
            action.triggered.connect(partial(self._moved, quick.day))
        menu.addAction(self.tr("Another day…")).triggered.connect(partial(self._moved, None))
        menu.popup(self.move_button.mapToGlobal(QPoint(0, self.move_button.height())))

    def _done(self) -> None:
        self.done.emit(self.follow_up)

    def _moved(self, day: date | None, *_: object) -> None:
        self.moved.emit(self.follow_up, day)

    def _dropped(self) -> None:
        self.dropped.emit(self.follow_up)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, sizes = current_theme(), metrics()
        painter = QPainter(self)
        rounded(painter, self.rect(), theme.color("panel-alt"), theme.color("line"), sizes.px(RADIUS_BUTTON))
        side = sizes.px(15)
        box = QRect(sizes.px(M) - 1, (self.height() - side) // 2, side, side)
        paint_icon(painter, box, Icon.FOLLOW_UP, theme.color("text-2"))
