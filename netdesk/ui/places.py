"""The places of the main window: which pages there are, in the order of the navigation.

A page’s code is imported when it is first needed, so that the first window does not wait for all of them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from netdesk.ui.pages.page import Page
from netdesk.ui.shell import Shell
from netdesk.ui.theme.icon_names import Icon


@dataclass(frozen=True, slots=True)
class Place:
    """A page; ``make`` builds it. One with ``under`` is not in the navigation: that place is lit while it is shown."""

    name: str
    label: str
    icon: Icon
    make: Callable[[Shell], Page]
    at_foot: bool = False
    under: str = ""


def _later(module: str, name: str) -> Callable[[Shell], Page]:
    def make(shell: Shell) -> Page:
        page: Page = getattr(import_module(f"netdesk.ui.pages.{module}"), name)(shell)
        return page

    return make


PLACES: tuple[Place, ...] = (
    Place("today", "Today", Icon.TODAY, _later("today.page", "TodayPage")),
    Place("contacts", "Contacts", Icon.CONTACTS, _later("contacts.page", "ContactsPage")),
    Place("board", "Board", Icon.BOARD, _later("board.page", "BoardPage")),
    Place("events", "Events", Icon.EVENTS, _later("events.page", "EventsPage")),
    Place("groups", "Groups", Icon.GROUPS, _later("groups.page", "GroupsPage")),
    Place("pitches", "Pitches", Icon.PITCHES, _later("pitches.page", "PitchesPage")),
    Place("ledger", "Give & ask", Icon.LEDGER, _later("ledger.page", "LedgerPage")),
    Place("wins", "Wins", Icon.WINS, _later("wins.page", "WinsPage")),
    Place("insights", "Insights", Icon.INSIGHTS, _later("insights.page", "InsightsPage")),
    Place("markets", "Target markets", Icon.MARKET, _later("markets.page", "MarketsPage"), under="contacts"),
    Place(
        "one_to_ones",
        "One-to-ones",
        Icon.ONE_TO_ONE,
        _later("one_to_ones.page", "OneToOnesPage"),
        under="contacts",
    ),
    Place("settings", "Settings", Icon.SETTINGS, _later("settings.page", "SettingsPage"), at_foot=True),
)
WELCOME = Place("welcome", "Welcome", Icon.BRAND, _later("welcome.page", "WelcomePage"))
"""Shown in the place of any page while the workspace is empty; not in the navigation."""
