"""Somebody gave often and never got anything: what could help them, and how many people match."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from netdesk.ui.pages.today.row import Who
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.metrics import S, Type, metrics
from netdesk.ui.widgets.buttons import link_button
from netdesk.ui.widgets.chip import Chip, Tone
from netdesk.ui.widgets.labels import WrapLabel, plain_tooltip
from netdesk.ui.widgets.paint import one_line
from netdesk.ui.widgets.panel import Panel

if TYPE_CHECKING:
    from netdesk.services.today_help import Giver

_NAME = 80


class GiverPanel(Panel):
    """``opened(id)`` by the words, ``matches_asked(id)`` by the line that counts the people who match."""

    opened = Signal(object)
    matches_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._giver: Giver | None = None
        self.body.setSpacing(metrics().px(S - 2))
        self.who = Who(plain_tooltip("Open the person"), takes_keys=True)
        self._heading = WrapLabel("", Type.SECTION, "text")
        self._heading.set_max_lines(2)
        self.who.column.addWidget(self._heading)
        self.who.pressed.connect(self._open)
        self._chip = Chip("", Tone.WARN, Icon.LEDGER)
        top = QHBoxLayout()
        top.setSpacing(metrics().px(S))
        top.addWidget(self.who, 1)
        top.addWidget(self._chip)
        self.body.addLayout(top)
        self._words = WrapLabel("", Type.SECONDARY, "text-2")
        self._words.set_max_lines(4)
        self.body.addWidget(self._words)
        self.matches = link_button("")
        self.matches.clicked.connect(self._ask)
        self.matches.hide()
        foot = QHBoxLayout()
        foot.addWidget(self.matches)
        foot.addStretch(1)
        self.body.addLayout(foot)

    def show_giver(self, giver: Giver) -> None:
        """Show who it is; how many people match follows by :meth:`show_matches`."""
        if giver == self._giver:
            return
        if self._giver is None or self._giver.person_id != giver.person_id:
            self.matches.hide()
        self._giver = giver
        self._heading.setText(giver.title)
        self.who.setAccessibleName(f"Open {one_line(giver.name)[:_NAME]}")
        self._chip.set_chip(giver.chip, Tone.WARN, Icon.LEDGER)
        self._words.setText(giver.words)
        self.setAccessibleName(one_line(giver.title))

    def show_matches(self, words: str) -> None:
        """Say how many people have what they look for; nothing for ""."""
        self.matches.setText(words)
        self.matches.setAccessibleName(words)
        self.matches.setVisible(bool(words))

    def _open(self) -> None:
        if self._giver is not None:
            self.opened.emit(self._giver.person_id)

    def _ask(self) -> None:
        if self._giver is not None:
            self.matches_asked.emit(self._giver.person_id)
