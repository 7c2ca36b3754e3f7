"""Whether the computer tells when something is due."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from netdesk.services.preferences import Preferences
from netdesk.ui.theme.metrics import Type
from netdesk.ui.widgets.labels import WrapLabel
from netdesk.ui.widgets.panel import Panel
from netdesk.ui.widgets.segments import Segments

_ON, _OFF = 0, 1


class RemindersPanel(Panel):
    """``tell_set`` carries whether to tell."""

    tell_set = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Reminders", parent=parent)
        self.choice = Segments(
            (self.tr("Tell me when something is due"), self.tr("Be quiet")), name=self.tr("Reminders")
        )
        self.choice.picked.connect(self._picked)
        self.body.addWidget(self.choice)
        said = self.tr(
            "At the start what needs you; a follow-up with a time when it comes; a one-to-one as long before it"
            " as you planned."
        )
        self.body.addWidget(WrapLabel(said, Type.SECONDARY, "text-2"))

    def show_preferences(self, kept: Preferences) -> None:
        """Show what is kept."""
        self.choice.set_chosen(_ON if kept.tell_when_due else _OFF)

    def _picked(self, index: int) -> None:
        self.tell_set.emit(index == _ON)
