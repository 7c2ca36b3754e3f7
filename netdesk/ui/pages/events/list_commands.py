"""The commands of the list of events: filter and order, what events gave, the week's follow-ups on paper."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from netdesk.ui.actions.catalogue import Catalogue, Command
from netdesk.ui.pages.events.list_panel import EventListPanel
from netdesk.ui.theme.icon_names import Icon


def add_list_commands(commands: Catalogue, page: QWidget, panel: EventListPanel) -> None:
    """Put the commands into the catalogue."""

    def overview() -> None:
        panel.show_overview()

    for name, title, run, glyph, keywords in (
        (
            "filter",
            "Filter and sort events",
            panel.filter.open,
            Icon.FILTER,
            "order verdict host purpose worth",
        ),
        ("overview", "What my events gave", overview, Icon.INSIGHTS, "worth host purpose money hours solid"),
    ):
        commands.add(Command(f"events.{name}", title, run, glyph, "", keywords, "events"), owner=page)
