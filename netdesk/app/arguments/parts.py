"""What the descriptions of all commands have in common."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

Commands = Any
"""What ``ArgumentParser.add_subparsers`` gives; its class has no public name."""


def command_of(commands: Commands, name: str, what: str) -> argparse.ArgumentParser:
    """Add a command, or a verb of one, and give its parser."""
    command: argparse.ArgumentParser = commands.add_parser(name, help=what, description=what)
    # The workspace may be named after the command as well; left out there, what stood before it holds.
    command.add_argument("--workspace", type=Path, default=argparse.SUPPRESS, metavar="FILE")
    return command


def add_json(command: argparse.ArgumentParser) -> None:
    """Let a command answer as JSON."""
    command.add_argument("--json", action="store_true", help="write the answer as JSON")
