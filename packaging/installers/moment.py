"""The moment written into products: the same for the same source, so that the same bytes come out twice."""

from __future__ import annotations

import os
import subprocess
from datetime import UTC, datetime
from pathlib import Path

from installers.bundle import TOP


def build_moment(top: Path = TOP) -> int:
    """Seconds since 1970: SOURCE_DATE_EPOCH where it is set, else the last commit, else the changelog's age.

    The variable is the one of reproducible-builds.org; a folder that was unpacked rather than cloned has no commits.
    """
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    if given.isdigit():
        return int(given)
    asked = ["git", "-C", str(top), "log", "-1", "--format=%ct"]
    try:
        answer = subprocess.run(asked, capture_output=True, text=True, check=False).stdout.strip()
    except OSError:  # no git here
        answer = ""
    return int(answer) if answer.isdigit() else int((top / "CHANGELOG.md").stat().st_mtime)


def day_of(moment: int) -> str:
    """The day of a moment in UTC, as 2026-11-22."""
    return datetime.fromtimestamp(moment, UTC).date().isoformat()
