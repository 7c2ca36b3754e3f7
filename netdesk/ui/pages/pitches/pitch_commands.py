"""The commands of the page of pitches, for its keys and the palette."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from netdesk.ui.actions.catalogue import Catalogue, Command
from netdesk.ui.theme.icon_names import Icon

Deed = Callable[[], None]


@dataclass(frozen=True, slots=True)
class PitchDeeds:
    """What the commands do: write and find pitches; then, while ``shown`` says there is one, what is done with it."""

    new: Deed
    find: Deed
    shown: Callable[[], bool]
    write_next: Deed
    rehearse: Deed
    edit: Deed
    answer: Deed
    earlier: Deed
    later: Deed
    compare: Deed
    count: Deed
    take: Deed
    put_in_bin: Deed


def add_pitch_commands(commands: Catalogue, page: QWidget, deeds: PitchDeeds) -> None:
    """Put the commands into the catalogue; the keys of all but the first work on ``page``."""
    commands.add(
        Command("pitches.new", "New pitch", deeds.new, Icon.PITCHES, "Ctrl+Shift+P", "write one minute")
    )
    commands.add(
        Command("pitches.find", "Search pitches", deeds.find, Icon.SEARCH, "Ctrl+F", page="pitches"),
        owner=page,
    )
    for name, title, run, glyph, shortcut, keywords in (
        ("next", "Write the next version", deeds.write_next, Icon.LOG, "Ctrl+Shift+N", "pitch change new"),
        ("rehearse", "Rehearse the pitch", deeds.rehearse, Icon.TIMER, "Ctrl+R", "clock timer stopwatch"),
        ("edit", "Edit the pitch", deeds.edit, Icon.EDIT, "Ctrl+E", "title audience kind words"),
        ("answer", "Answer the questions before I stand up", deeds.answer, Icon.ASK, "E", "prepare"),
        ("earlier", "Earlier version of the pitch", deeds.earlier, Icon.LEFT, "Ctrl+[", "before back"),
        ("later", "Later version of the pitch", deeds.later, Icon.RIGHT, "Ctrl+]", "after"),
        ("compare", "Show what changed in the pitch", deeds.compare, Icon.HISTORY, "Ctrl+D", "difference"),
        (
            "count",
            "Count reactions in a conversation",
            deeds.count,
            Icon.CONVERSATION,
            "Ctrl+G",
            "polite blank",
        ),
        ("take", "Take the pitch to the next event", deeds.take, Icon.EVENTS, "", "choose use"),
        ("bin", "Move the pitch to the bin", deeds.put_in_bin, Icon.BIN, "", "delete remove"),
    ):
        commands.add(
            Command(f"pitches.{name}", title, run, glyph, shortcut, keywords, "pitches", deeds.shown),
            owner=page,
        )
