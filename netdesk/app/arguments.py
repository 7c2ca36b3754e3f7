"""What the command line may say."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from netdesk import __version__
from netdesk.app import paths


class Given(argparse.Namespace):
    """The arguments as read: the workspace, the command (None: open the window), and the command’s own."""

    workspace: Path
    command: str | None
    files: list[Path]


def read_arguments(arguments: Sequence[str]) -> Given:
    """Read the command line; wrong use ends the program with exit code 2 and a sentence."""
    return parser().parse_args(arguments, Given(files=[]))


def parser() -> argparse.ArgumentParser:
    """The program’s arguments."""
    top = argparse.ArgumentParser(prog="netdesk", description="Networking on purpose, on your own computer.")
    top.add_argument(
        "--workspace", type=Path, default=paths.default_workspace(), metavar="FILE", help="the workspace file"
    )
    top.add_argument("--version", action="version", version=f"NetDesk {__version__}")
    top.set_defaults(command=None)
    return top
