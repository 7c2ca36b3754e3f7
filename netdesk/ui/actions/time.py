"""The commands about networking time, from anywhere: log it, see what was logged, plan it."""

from __future__ import annotations

from functools import partial
from importlib import import_module

from netdesk.ui.actions.catalogue import Command
from netdesk.ui.shell import Shell
from netdesk.ui.theme.icon_names import Icon


def add_time_commands(shell: Shell) -> None:
    """Put them into the catalogue."""
    for name, title, glyph, shortcut, keywords, opens in (
        ("log", "Log time", Icon.TIMER, "Ctrl+Shift+K", "hours minutes spent follow-up community", _FORM),
        ("logged", "Logged time", Icon.HISTORY, "", "hours spent list edit delete", _LIST),
        ("plan", "Plan networking time", Icon.EDIT, "", "strategy mix shares sliders hours", _PLAN),
    ):
        commands = Command(f"time.{name}", title, partial(_open, shell, opens), glyph, shortcut, keywords)
        shell.commands.add(commands)


_FORM = ("time_form", "open_time_form")
_LIST = ("time_list", "open_logged_time")
_PLAN = ("plan_form", "open_plan_form")


def _open(shell: Shell, where: tuple[str, str]) -> None:
    # Imported when it is wanted: the first window need not wait.
    getattr(import_module(f"netdesk.ui.pages.insights.mix.{where[0]}"), where[1])(shell)
