"""The colours of charts on paper, by the roles of the theme."""

from __future__ import annotations

from types import MappingProxyType

from netdesk.ui.printing.marks import Ink

CHART_INK = MappingProxyType(
    {
        "text": Ink.BLACK.value,
        "text-2": Ink.BLACK.value,
        "faint": Ink.GREY.value,
        "line": Ink.HAIR.value,
        "window": "#EFEEEA",
        "panel": "#FFFFFF",
        "accent": Ink.ACCENT.value,
        "warn": Ink.LEVEL_4.value,
        "good": Ink.ACCENT.value,
        "bad": Ink.LEVEL_5.value,
        "level-1": Ink.LEVEL_1.value,
        "level-2": Ink.LEVEL_2.value,
        "level-3": Ink.LEVEL_3.value,
        "level-4": Ink.LEVEL_4.value,
        "level-5": Ink.LEVEL_5.value,
        # Names of lines are read, not only told apart.
        **{f"level-{number}-text": Ink.BLACK.value for number in range(1, 6)},
    }
)
