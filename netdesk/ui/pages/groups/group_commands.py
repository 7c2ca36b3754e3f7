"""The commands of the page of groups, for its keys and the palette."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from netdesk.ui.actions.catalogue import Catalogue, Command
from netdesk.ui.theme.icon_names import Icon

Deed = Callable[[], None]


@dataclass(frozen=True, slots=True)
class GroupDeeds:
    """What the commands do: a new group; then, while ``shown`` says there is one, what is done with it."""

    new: Deed
    shown: Callable[[], bool]
    find: Deed
    choose: Deed
    following: Deed
    previous: Deed
    add_members: Deed
    plan: Deed
    meetings: Deed
    edit: Deed
    learned: Deed
    membership: Deed
    show_left: Deed
    print_audit: Deed
    put_in_bin: Deed


def add_group_commands(commands: Catalogue, page: QWidget, deeds: GroupDeeds) -> None:
    """Put the commands into the catalogue; the keys of all but the first work on ``page``."""
    commands.add(
        Command("groups.new", "New group", deeds.new, Icon.GROUPS, "Ctrl+Shift+G", "add network club")
    )
    for name, title, run, glyph, shortcut, keywords in (
        ("find", "Search members of the group", deeds.find, Icon.SEARCH, "Ctrl+F", "audit who"),
        ("choose", "Go to another group", deeds.choose, Icon.GROUPS, "Ctrl+G", "switch"),
        ("following", "Next group", deeds.following, Icon.RIGHT, "Ctrl+]", "another"),
        ("previous", "Previous group", deeds.previous, Icon.LEFT, "Ctrl+[", "another"),
        ("member", "Add members to the group", deeds.add_members, Icon.ADD_PERSON, "Ctrl+Shift+M", "join people"),
        ("plan", "Plan one-to-ones in the group", deeds.plan, Icon.ONE_TO_ONE, "Ctrl+Shift+O", "next sit down"),
        ("meetings", "Meetings of the group", deeds.meetings, Icon.EVENTS, "Ctrl+M", "weekly plan events"),
        ("edit", "Edit the group", deeds.edit, Icon.EDIT, "Ctrl+E", "why fee place name"),
        ("learned", "Note what I learned from the member", deeds.learned, Icon.LEARN, "Ctrl+L", "lesson"),
        ("membership", "Edit the membership", deeds.membership, Icon.PERSON, "Ctrl+D", "joined left role"),
        ("left", "Show who left the group", deeds.show_left, Icon.HISTORY, "", "former members gone"),
        ("print", "Print the audit of the group", deeds.print_audit, Icon.PRINT, "Ctrl+P", "pdf save paper"),
        ("bin", "Move the group to the bin", deeds.put_in_bin, Icon.BIN, "", "delete remove"),
    ):  # fmt: skip
        commands.add(
            Command(f"groups.{name}", title, run, glyph, shortcut, keywords, "groups", deeds.shown),
            owner=page,
        )
