"""The commands of the page of events, for its keys and the palette."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from netdesk.ui.actions.catalogue import Catalogue, Command
from netdesk.ui.theme.icon_names import Icon

Deed = Callable[[], None]


@dataclass(frozen=True, slots=True)
class EventDeeds:
    """What the commands do: plan and find events; then, while ``shown`` says there is one, what is done with it."""

    new: Deed
    find: Deed
    shown: Callable[[], bool]
    print_sheet: Deed
    edit: Deed
    toggle_attended: Deed
    duplicate: Deed
    repeat: Deed
    put_in_bin: Deed
    add_goal: Deed
    add_person: Deed
    write_pitch: Deed
    show_after: Deed
    finish_debrief: Deed
    can_finish: Callable[[], bool]
    print_debrief: Deed
    enter_card: Deed
    has_begun: Callable[[], bool]
    plan_templates: Deed


def add_event_commands(commands: Catalogue, page: QWidget, deeds: EventDeeds) -> None:
    """Put the commands into the catalogue; the keys of all but the first work on ``page``."""
    commands.add(Command("events.new", "New event", deeds.new, Icon.PLAN_EVENT, "Ctrl+Shift+E", "plan add"))
    commands.add(
        Command("events.find", "Search events", deeds.find, Icon.SEARCH, "Ctrl+F", page="events"),
        owner=page,
    )
    for name, title, run, glyph, shortcut, keywords in (
        ("print", "Print prep sheet", deeds.print_sheet, Icon.PRINT, "Ctrl+P", "pdf save paper"),
        ("edit", "Edit the event", deeds.edit, Icon.EDIT, "Ctrl+E", "date time place"),
        ("attended", "Mark the event attended", deeds.toggle_attended, Icon.TICK, "", "been went there"),
        (
            "duplicate",
            "Plan the event once more",
            deeds.duplicate,
            Icon.COPY,
            "Ctrl+D",
            "copy duplicate last",
        ),
        ("repeat", "Repeat the event", deeds.repeat, Icon.RHYTHM, "", "weekly monthly series"),
        ("bin", "Move the event to the bin", deeds.put_in_bin, Icon.BIN, "", "delete remove"),
        ("goal", "Add a goal to the event", deeds.add_goal, Icon.GOAL, "Ctrl+G", "count"),
        ("person", "Add somebody to meet", deeds.add_person, Icon.ADD_PERSON, "", "expected people"),
        ("pitch", "Write a pitch for the event", deeds.write_pitch, Icon.PITCHES, "", "one minute"),
    ):
        commands.add(
            Command(f"events.{name}", title, run, glyph, shortcut, keywords, "events", deeds.shown),
            owner=page,
        )
    _add_debrief_commands(commands, page, deeds)


def _add_debrief_commands(commands: Catalogue, page: QWidget, deeds: EventDeeds) -> None:
    for name, title, run, glyph, keywords, enabled in (
        ("after", "Debrief the event", deeds.show_after, Icon.DONE, "after goals cards worth", deeds.shown),
        (
            "finish_debrief",
            "Finish the debrief",
            deeds.finish_debrief,
            Icon.TICK,
            "done over event",
            deeds.can_finish,
        ),
        (
            "print_debrief",
            "Print debrief sheet",
            deeds.print_debrief,
            Icon.PRINT,
            "pdf save paper after",
            deeds.shown,
        ),
    ):
        commands.add(
            Command(f"events.{name}", title, run, glyph, "", keywords, "events", enabled), owner=page
        )
    commands.add(
        Command(
            "events.enter_card",
            "Enter a card",
            deeds.enter_card,
            Icon.CARD,
            "Ctrl+Shift+C",
            "type add met person",
            "events",
            deeds.has_begun,
        ),
        owner=page,
    )
    commands.add(
        Command(
            "events.plan_templates",
            "Plan templates",
            deeds.plan_templates,
            Icon.COPY,
            keywords="cards follow-up thank coffee days",
            page="events",
        ),
        owner=page,
    )
