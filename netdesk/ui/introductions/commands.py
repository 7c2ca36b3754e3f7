"""The commands for introductions: they work everywhere."""

from __future__ import annotations

from functools import partial

from netdesk.ui.actions.catalogue import Command
from netdesk.ui.introductions.introduction_form import open_introduction_form
from netdesk.ui.introductions.introductions_list import open_introductions
from netdesk.ui.shell import Shell
from netdesk.ui.theme.icon_names import Icon

INTRODUCE = "introductions.introduce"
ALL = "introductions.all"


def add_introduction_commands(shell: Shell) -> None:
    """Add *Introduce two people* and the list of introductions; a second call does nothing."""
    if shell.commands.has(INTRODUCE):
        return
    for name, title, run, glyph, shortcut, keywords in (
        (INTRODUCE, "Introduce two people", _introduce, Icon.INTRODUCTION, "Ctrl+Shift+U",
         "introduction connect give help match"),
        (ALL, "Introductions, and what came of them", _show_all, Icon.INTRODUCTION, "",
         "introduction outcome met business list"),
    ):  # fmt: skip
        shell.commands.add(Command(name, title, partial(run, shell), glyph, shortcut, keywords))


def _introduce(shell: Shell) -> None:
    open_introduction_form(shell)


def _show_all(shell: Shell) -> None:
    open_introductions(shell)
