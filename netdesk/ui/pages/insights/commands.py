"""The commands of Insights, for its keys and the palette."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from netdesk.ui.actions.catalogue import Catalogue, Command
from netdesk.ui.theme.icon_names import Icon

Deed = Callable[[], None]


@dataclass(frozen=True, slots=True)
class InsightDeeds:
    """What the commands do: go through time, show figures as tables, put the review on paper."""

    earlier: Deed
    later: Deed
    period: Deed
    own_days: Deed
    tables: Deed
    print_review: Deed


def add_insight_commands(commands: Catalogue, page: QWidget, deeds: InsightDeeds) -> None:
    """Put the commands into the catalogue; their keys work on ``page``."""
    for name, title, run, glyph, shortcut, keywords in (
        ("earlier", "Insights of the period before", deeds.earlier, Icon.LEFT, "Ctrl+[", "previous month"),
        ("later", "Insights of the period after", deeds.later, Icon.RIGHT, "Ctrl+]", "next month"),
        (
            "period",
            "Choose the period of Insights",
            deeds.period,
            Icon.DATE,
            "Ctrl+D",
            "month quarter year last 12 months compare",
        ),
        ("own_days", "Insights of own days", deeds.own_days, Icon.DATE, "", "period from to dates"),
        ("tables", "Show Insights as tables, or as charts", deeds.tables, Icon.MENU, "Ctrl+T", "figures"),
        (
            "print",
            "Print the review",
            deeds.print_review,
            Icon.PRINT,
            "Ctrl+P",
            "quarterly yearly pdf paper resolutions",
        ),
    ):
        commands.add(
            Command(f"insights.{name}", title, run, glyph, shortcut, keywords, "insights"), owner=page
        )
