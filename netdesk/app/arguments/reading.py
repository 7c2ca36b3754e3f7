"""What the command line may say: nothing, files for the window, or a command.

The commands' own arguments are described in `netdesk.app.arguments.commands`, which the window never imports.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from netdesk import __version__
from netdesk.app import paths
from netdesk.app.starting.last_used import last_used

COMMANDS = (
    "import",
    "export",
    "list",
    "show",
    "move",
    "merge",
    "undo",
    "redo",
    "event",
    "card",
    "goal",
    "reaction",
    "followup",
    "fits",
    "introduce",
    "introduction",
    "ledger",
    "one-to-one",
    "relation",
    "map",
    "path",
    "cold",
    "ready",
    "spoke",
    "snooze",
    "level",
    "today",
    "win",
    "rate",
    "insights",
    "time",
    "market",
    "group",
    "prep-sheet",
    "sheet",
    "backup",
    "restore",
    "check",
    "sample",
    "tour",
)
SELF_TEST = "self-test"
_BEFORE = """netdesk [--workspace FILE] [FILE …]
       netdesk [--workspace FILE] COMMAND …"""
_AFTER = f"""Without a command the window opens, on the workspace used last unless one is named.
Files given to it are brought in: contacts (.vcf, .csv), events (.ics), pictures of cards;
a workspace (.netdesk) is opened.
commands: {", ".join(COMMANDS)}.  Type “netdesk COMMAND --help” for one of them."""


class Given(argparse.Namespace):
    """The arguments as read: the workspace, the command (None: open the window), and the command’s own."""

    workspace: Path
    command: str | None
    report: Path | None
    files: list[Path]


def read_arguments(arguments: Sequence[str]) -> Given:
    """Read the command line; wrong use ends the program with exit code 2 and a sentence."""
    word = _first_word(arguments)
    if word in COMMANDS:
        return _parser_of_commands().parse_args(
            arguments, Given(files=[], workspace=paths.default_workspace())
        )
    top = parser()
    top.add_argument("files", nargs="*", type=Path, metavar="FILE", help="what to open or bring in")
    given = top.parse_args(arguments, Given(command=None, workspace=None))
    missing = next((file for file in given.files if not file.exists()), None)
    if missing is not None:
        top.error(f"“{missing}” is neither a command nor a file.")
    if given.report is not None and not given.self_test:
        top.error("--report goes with --self-test.")
    if given.self_test:
        given.command = SELF_TEST
    _choose_workspace(given)
    return given


def _choose_workspace(given: Given) -> None:
    """The window opens the first workspace among the files, else the one named, else the one used last."""
    among = next((file for file in given.files if file.suffix.casefold() == paths.WORKSPACE_SUFFIX), None)
    if among is not None:
        given.workspace = among
        given.files = [file for file in given.files if file != among]
    elif vars(given)["workspace"] is None:
        given.workspace = last_used() if given.command is None else paths.default_workspace()


def parser() -> argparse.ArgumentParser:
    """The arguments every use of the program has."""
    top = argparse.ArgumentParser(
        prog="netdesk",
        usage=_BEFORE,
        description="Networking on purpose, on your own computer.",
        epilog=_AFTER,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    top.add_argument(
        "--workspace", type=Path, default=paths.default_workspace(), metavar="FILE", help="the workspace file"
    )
    top.add_argument("--version", action="version", version=f"NetDesk {__version__}")
    top.add_argument(
        "--self-test", action="store_true", help="check that this installation works, in half a minute"
    )
    top.add_argument(
        "--report", type=Path, metavar="FILE", help="with --self-test: write what it says to a file as well"
    )
    return top


@cache
def _parser_of_commands() -> argparse.ArgumentParser:
    """What understands every command; describing them all takes a while."""
    from netdesk.app.arguments.commands import add_commands

    top = parser()
    add_commands(top)
    return top


def _first_word(arguments: Sequence[str]) -> str:
    """The first argument that is neither an option nor the path that belongs to one."""
    passed_over = False
    for argument in arguments:
        if passed_over:
            passed_over = False
        elif argument in {"--workspace", "--report"}:
            passed_over = True
        elif not argument.startswith("-"):
            return argument
    return ""
