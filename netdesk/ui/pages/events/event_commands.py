"""The commands of the page of events, for its keys and the palette."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netdesk.ui.actions.catalogue import Command
from netdesk.ui.theme.icon_names import Icon

if TYPE_CHECKING:
    from netdesk.ui.pages.events.page import EventsPage


def add_event_commands(page: EventsPage) -> None:
    """Put the page's commands into the catalogue; those on one event work while one is shown."""
    commands, before = page.shell.commands, page.view.before
    commands.add(
        Command("events.new", "New event", page.go_and_new, Icon.PLAN_EVENT, "Ctrl+Shift+E", "plan add")
    )
    commands.add(
        Command("events.find", "Search events", page.start_search, Icon.SEARCH, "Ctrl+F", page=page.name),
        owner=page,
    )
    for name, title, run, glyph, shortcut, keywords in (
        ("print", "Print prep sheet", page.print_sheet, Icon.PRINT, "Ctrl+P", "pdf save paper"),
        ("edit", "Edit the event", page.edit_event, Icon.EDIT, "Ctrl+E", "date time place"),
        ("attended", "Mark the event attended", page.toggle_attended, Icon.TICK, "", "been went there"),
        ("duplicate", "Plan the event once more", page.duplicate, Icon.COPY, "Ctrl+D", "copy duplicate last"),
        ("repeat", "Repeat the event", page.repeat, Icon.RHYTHM, "", "weekly monthly series"),
        ("bin", "Move the event to the bin", page.put_in_bin, Icon.BIN, "", "delete remove"),
        ("goal", "Add a goal to the event", before.goals.offer_kinds, Icon.GOAL, "Ctrl+G", "count"),
        ("person", "Add somebody to meet", before.people.open_line, Icon.ADD_PERSON, "", "expected people"),
        ("pitch", "Write a pitch for the event", before.pitch.write_new, Icon.PITCHES, "", "one minute"),
    ):
        commands.add(
            Command(f"events.{name}", title, run, glyph, shortcut, keywords, page.name, page.shows_event),
            owner=page,
        )
