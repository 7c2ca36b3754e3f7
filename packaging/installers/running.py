"""Runs the programs that make the installers, and keeps what they say until it is wanted."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from installers.bundle import PackagingError

_LAST_LINES = 40


def said_by(
    command: Sequence[str],
    failing: str,
    *,
    folder: Path | None = None,
    environment: Mapping[str, str] | None = None,
) -> str:
    """Run ``command`` to its end and give all that it said.

    Raises PackagingError, which begins with ``failing``, with the end of that, or where there is no such program.
    """
    try:
        done = subprocess.run(
            command,
            cwd=folder,
            env=None if environment is None else dict(environment),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
    except OSError as error:
        raise PackagingError(f"{failing}: {command[0]} cannot be run ({error.strerror}).") from None
    if done.returncode != 0:
        raise PackagingError(f"{failing}:\n" + "\n".join(done.stdout.splitlines()[-_LAST_LINES:]))
    return done.stdout
