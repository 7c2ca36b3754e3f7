"""The commands without a window: opens the workspace, runs the command, says what went wrong, gives the exit code.

Answers go to standard output, messages to standard error. Exit codes: 0 done, 1 done in part (it is said what not),
2 wrong use, 3 the workspace cannot be opened.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from datetime import date, datetime
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from netdesk.app.arguments.reading import SELF_TEST, Given
from netdesk.app.commands.output import say
from netdesk.method.errors import NetDeskError

if TYPE_CHECKING:
    from netdesk.services.workspaces import Workspace

DONE, IN_PART, WRONG_USE, UNOPENED, STOPPED = 0, 1, 2, 3, 130

# Where each command lives; only the one that was asked for is imported. `new` makes a workspace that is not there.
_COMMANDS = {
    "import": ("bringing", "bring", True),
    "export": ("exporting", "export", False),
    "list": ("listing", "list_them", False),
    "show": ("showing", "show", False),
    "move": ("moving", "move", False),
    "merge": ("merging", "merge", False),
    "undo": ("moving", "undo", False),
    "redo": ("moving", "redo", False),
    "event": ("planning", "add_event", True),
    "card": ("cards", "card", False),
    "goal": ("debriefing", "goal", False),
    "reaction": ("debriefing", "reaction", False),
    "followup": ("following_up", "follow_up", False),
    "fits": ("introducing", "fits", False),
    "introduce": ("introducing", "introduce", False),
    "introduction": ("introducing", "introduction", False),
    "ledger": ("ledger", "ledger", False),
    "one-to-one": ("one_to_ones", "one_to_one", False),
    "relation": ("relating", "relate", False),
    "map": ("relating", "show_map", False),
    "path": ("relating", "show_path", False),
    "cold": ("rhythm", "cold", False),
    "ready": ("rhythm", "ready", False),
    "spoke": ("rhythm", "spoke", False),
    "snooze": ("rhythm", "rest", False),
    "level": ("levels", "level", False),
    "today": ("todays", "today", False),
    "time": ("time", "time", False),
    "win": ("wins", "win", True),
    "rate": ("rates", "rate", False),
    "insights": ("insights", "insights", False),
    "market": ("markets", "market", True),
    "group": ("groups", "group", True),
    "prep-sheet": ("sheets", "prep_sheet", False),
    "sheet": ("sheets", "sheet", False),
    "backup": ("upkeep", "backup", False),
    "check": ("upkeep", "check", False),
    "sample": ("upkeep", "sample", True),
}
Command = Callable[["Workspace", Given, date], int]


def run(given: Given, today: date | None = None) -> int:
    """Run the command and give the exit code; ``today`` is the computer’s day unless it is given."""
    try:
        return _run(given, today or datetime.now().astimezone().date())
    except BrokenPipeError:
        # Whoever read our answer had enough of it ("| head"); nothing more can be written there.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except KeyboardInterrupt:
        say("Stopped.")
        return STOPPED
    except NetDeskError as error:
        from netdesk.store.errors import WorkspaceError

        say(f"netdesk: {error}")
        return UNOPENED if isinstance(error, WorkspaceError) else WRONG_USE


def _run(given: Given, today: date) -> int:
    if given.command == SELF_TEST:
        from netdesk.app.selftest.run import self_test

        return self_test(report=given.report)
    if given.command == "tour":
        from netdesk.app.tour.run import make_tour

        return make_tour(given.folder)
    if given.command == "restore":
        from netdesk.app.commands.upkeep import restore

        return restore(given)
    return _with_workspace(given, today)


def _with_workspace(given: Given, today: date) -> int:
    from netdesk.app import paths
    from netdesk.services.workspaces import open_workspace

    module, name, makes_new = _COMMANDS[given.command or ""]
    command: Command = getattr(import_module(f"netdesk.app.commands.{module}"), name)
    path = given.workspace.expanduser()
    if not makes_new and not path.exists():
        say(f"netdesk: There is no workspace at {_shown(path)}. {_HOW_TO_BEGIN}")
        return UNOPENED
    workspace = open_workspace(path, paths.backups_folder(path))
    try:
        return command(workspace, given, today)
    finally:
        workspace.close()


_HOW_TO_BEGIN = "Name another one with --workspace, or begin with: netdesk import FILE"


def _shown(path: Path) -> str:
    return str(path.absolute())
