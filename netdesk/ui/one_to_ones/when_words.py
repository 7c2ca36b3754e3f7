"""What the fields of a plan mean: the day in full, what else is planned then, and with them already."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from netdesk.method.calendar_words import full_day
from netdesk.method.errors import InvalidInput
from netdesk.services.one_to_ones import already_planned_words, clash_words
from netdesk.ui.shell import Shell
from netdesk.ui.theme.metrics import XS, Type, metrics
from netdesk.ui.widgets.labels import Secondary, WrapLabel


class WhenWords(QWidget):
    """``say(begins, zone, minutes)``; ``grew`` when it needs more or less room. ``but`` is the plan that is edited."""

    grew = Signal()

    def __init__(self, shell: Shell, person_ids: Sequence[int], but: int | None) -> None:
        super().__init__()
        self._shell, self._but = shell, but
        self.day = Secondary("")
        self.clash = WrapLabel("", Type.SECONDARY, "warn-text")
        self.already = WrapLabel("", Type.SECONDARY, "text-2")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(metrics().px(XS))
        for label in (self.day, self.clash, self.already):
            layout.addWidget(label)
            label.hide()
        ask = partial(already_planned_words, person_ids=person_ids, today=shell.today(), but=but)
        words = shell.desk.read(ask)
        self.already.setText(words)
        self.already.setVisible(bool(words))

    def say(self, begins: dt.datetime | None, zone: str, minutes: int) -> None:
        """Say what is understood; None for no day, or for several people."""
        day = clash = ""
        if begins is not None:
            day = f"{full_day(begins.date())}, {begins:%H:%M}"
            clash = self._clash(begins, zone, minutes) if minutes else ""
        before = (self.day.isHidden(), self.clash.isHidden())
        for label, words in ((self.day, day), (self.clash, clash)):
            label.setText(words)
            label.setVisible(bool(words))
        if before != (not day, not clash):
            self.grew.emit()

    def _clash(self, begins: dt.datetime, zone: str, minutes: int) -> str:
        ask = partial(clash_words, starts=begins, zone=zone, minutes=minutes, but=self._but)
        try:
            return self._shell.desk.read(ask)
        except InvalidInput:
            return ""
