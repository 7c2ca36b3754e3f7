"""What stands below a chart on its card beside words: the editable “if”, what sets the plan. Imported when needed.

Whoever adds one writes a subclass of :class:`Extra` and names it in ``EXTRAS`` by the card it belongs to.
"""

from __future__ import annotations

from importlib import import_module

from PySide6.QtWidgets import QWidget

from netdesk.method.insights.chart import Chart
from netdesk.method.periods import Period
from netdesk.ui.shell import Shell

EXTRAS: dict[str, tuple[str, str]] = {
    "sources": ("pages.insights.sources_extra", "SourcesExtra"),
    "funnel": ("pages.insights.if_extra", "IfExtra"),
    "levels": ("pages.insights.levels_extra", "LevelsExtra"),
    "helped": ("pages.insights.helped_extra", "HelpedExtra"),
    "mix": ("pages.insights.mix.card_extra", "MixExtra"),
}
"""By the name of a card: the module under ``netdesk.ui`` and the class in it."""


class Extra(QWidget):
    """A widget below the chart of a card, told of every chart the card shows."""

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shell = shell

    def show_for(self, period: Period, chart: Chart) -> None:
        """The card shows this chart of this period now. Subclasses override this."""


def extra_of(shell: Shell, card: str) -> Extra | None:
    """Make what belongs below the chart of a card; None where there is nothing."""
    where = EXTRAS.get(card)
    if where is None:
        return None
    made = getattr(import_module(f"netdesk.ui.{where[0]}"), where[1])(shell)
    assert isinstance(made, Extra)
    return made
