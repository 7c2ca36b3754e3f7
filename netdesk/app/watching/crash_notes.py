"""Notes of what went wrong, beside the log: the versions, the place in the program, the kind of error.

Never text of contacts (see `logs`). Needs no Qt, so that a start that fails for want of Qt is noted too.
"""

from __future__ import annotations

import contextlib
import sys
from datetime import UTC, datetime
from pathlib import Path

import netdesk
from netdesk.app.paths import made

MAX_NOTE = 64 * 1024


def notes_file(folder: Path, key: str) -> Path:
    """Where errors nobody caught are noted, for the workspace `key`."""
    return folder / f"crash-{key}.txt"


def faults_file(folder: Path, key: str) -> Path:
    """Where a crash of the process itself is noted."""
    return folder / f"fault-{key}.txt"


def take_note(folder: Path, key: str) -> str | None:
    """Return what the last run with `key` left, or None after a good end; what is taken is removed.

    `key` is `paths.workspace_key`: one window at a time has it. Call before `CrashWatch.start`.
    """
    parts = []
    for file in (notes_file(folder, key), faults_file(folder, key)):
        with contextlib.suppress(OSError):
            parts.append(file.read_text(encoding="utf-8", errors="replace").strip()[:MAX_NOTE])
            file.unlink()
    return "\n\n".join(part for part in parts if part) or None


def keep_note(file: Path, note: str) -> bool:
    """Add `note` to `file` unless that is long already; False when it could not be written."""
    # A note that cannot be written (full disk) must not become a second error.
    try:
        made(file.parent)
        if not file.exists() or file.stat().st_size <= MAX_NOTE:
            with file.open("a", encoding="utf-8") as out:
                out.write(note + "\n")
    except OSError:
        return False
    return True


def describe(place: str, what: str) -> str:
    """Return a note about `what` went wrong in the thread or part `place`, with all versions that matter."""
    import platform  # seldom needed, and no start waits for it

    now = datetime.now(UTC).isoformat(timespec="seconds")
    return (
        f"{now}  NetDesk {netdesk.__version__}, Python {platform.python_version()}, {_qt()}, "
        f"{platform.system()} {platform.release()} {platform.machine()}\nin {place}\n{what}"
    )


def _qt() -> str:
    core = sys.modules.get("PySide6.QtCore")
    return f"Qt {core.qVersion()}" if core is not None else "no Qt"
