"""The commands that tell about NetDesk. What they show is imported when somebody asks for it."""

from __future__ import annotations

from functools import partial

from netdesk.ui.actions.catalogue import Command
from netdesk.ui.shell import Shell
from netdesk.ui.theme.icon_names import Icon


def add_about_commands(shell: Shell) -> None:
    """Put them into the catalogue."""
    for name, title, run, glyph, keywords in (
        ("help.about", "About NetDesk", _about, Icon.INFO, "version folder backups where"),
        ("help.licences", "Licences of all parts", _licences, Icon.LEARN, "license copyright open source qt"),
        ("help.details", "Copy details for a report", _details, Icon.COPY, "versions bug error support log"),
    ):
        shell.commands.add(Command(name, title, partial(run, shell), glyph, keywords=keywords))


def _about(shell: Shell) -> None:
    from netdesk.ui.about.card import show_about

    show_about(shell)


def _licences(shell: Shell) -> None:
    from netdesk.ui.about.licences import show_licences

    show_licences(shell)


def _details(shell: Shell) -> None:
    from netdesk.ui.about.copying import copy_details

    copy_details(shell)
