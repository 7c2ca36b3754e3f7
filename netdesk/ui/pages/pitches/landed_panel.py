"""How each version landed, and counting people it was said to outside events."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from netdesk.method.pitches import landing_sentence
from netdesk.method.settings import MethodSettings
from netdesk.services.pitch_page import PitchPage, VersionLine
from netdesk.ui.pages.pitches.reaction_bars import Legend, ReactionBars
from netdesk.ui.theme.metrics import S, Type, metrics
from netdesk.ui.widgets.buttons import link_button, shortcut_tooltip
from netdesk.ui.widgets.labels import WrapLabel
from netdesk.ui.widgets.panel import Panel


class LandedPanel(Panel):
    """The bars, the legend and a sentence. ``picked(int)``: a version; ``count_wanted()``: more people reacted."""

    picked = Signal(object)
    count_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("How each version landed", parent=parent)
        self.bars = ReactionBars()
        self.bars.picked.connect(self.picked)
        self.legend = Legend()
        self.sentence = WrapLabel("", Type.SECONDARY, "text-2")
        self.count = link_button("Count a conversation…")
        self.count.setToolTip(shortcut_tooltip("How people took it outside events", "Ctrl+G"))
        self.count.clicked.connect(self._count)
        self.body.addSpacing(metrics().px(S))
        for widget in (self.bars, self.legend, self.sentence, self.count):
            self.body.addWidget(widget)

    def show_pitch(self, page: PitchPage, version: VersionLine, settings: MethodSettings) -> None:
        """Show the versions of a pitch; ``version`` is the one that is looked at."""
        self.bars.show_versions(page.versions, version.id, settings)
        self.sentence.setText(_advice(page, version, settings))

    def _count(self) -> None:
        self.count_wanted.emit()


def _advice(page: PitchPage, version: VersionLine, settings: MethodSettings) -> str:
    total, least = version.reactions.total, settings.few_reactions
    if not any(each.reactions.total for each in page.versions):
        return "Say it to people and count: who asked more, who was polite, who looked blank."
    if total < least:
        missing = least - total
        people = "1 more person" if missing == 1 else f"{missing} more people"
        return f"v{version.number} needs {people} before it says something."
    return f"{landing_sentence(version.number, version.reactions, settings)}."
