"""What *Copy details* copies: everything that helps to find an error, and nothing a person wrote.

Of a workspace only sizes and counts are told, never its name or what is in it; folders are written with "~".
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from netdesk import __version__
from netdesk.services.about.computer import desktop_words, language_words, system_words
from netdesk.services.about.installed import installed
from netdesk.services.about.parts import Part
from netdesk.services.workspace_file import workspace_file
from netdesk.store.workspace import Workspace

LOG_LINES = 40
_LOG_BYTES = 64 * 1024
_COUNTED = (
    ("people", "person"),
    ("events", "event"),
    ("groups", "networking_group"),
    ("pitches", "pitch"),
    ("give and ask", "ledger_entry"),
    ("wins", "win"),
    ("steps of the history", "operation"),
)


@dataclass(frozen=True, slots=True)
class WindowFacts:
    """What only the window knows: ``lines`` of (what, words), as ("Screens", "1920 × 1080 at 100 %")."""

    qt_version: str
    lines: tuple[tuple[str, str], ...] = ()


def details(
    workspace: Workspace,
    parts: Iterable[Part],
    window: WindowFacts,
    log: Path | None,
    now: datetime,
    home: Path | None = None,
) -> str:
    """The details as lines of text. ``log`` is the file of the log; ``home`` stands for the person's own folder."""
    home = home or Path.home()
    here = installed()
    known = tuple(parts)
    lines = [
        f"NetDesk {__version__}, {now:%Y-%m-%d %H:%M}",
        _line("Installed", f"{here.words}, in {without_home(str(here.folder), home)}"),
        _line("System", system_words()),
        _line("Desktop", desktop_words()),
        _line("Language", language_words()),
        *(_line(what, words) for what, words in window.lines),
        _line("Workspace", _workspace_words(workspace, home)),
        _line("Counts", _counts(workspace)),
        _line("Parts", ", ".join(f"{part.name} {part.version}" for part in known if part.version)),
    ]
    said = "\n".join(line for line in lines if line)
    tail = log_tail(log, home) if log is not None else ""
    return f"{said}\n\nThe last lines of the log:\n{tail}\n" if tail else f"{said}\n"


def log_tail(log: Path, home: Path, lines: int = LOG_LINES) -> str:
    """The last ``lines`` of the file ``log``; empty when there is none. The log holds nothing a person wrote."""
    try:
        with log.open("rb") as file:
            file.seek(max(0, log.stat().st_size - _LOG_BYTES))
            text = file.read().decode("utf-8", "replace")
    except OSError:
        return ""
    return without_home("\n".join(text.splitlines()[-lines:]), home)


def without_home(text: str, home: Path, platform: str = sys.platform) -> str:
    """``text`` with "~" in place of the person's own folder, however the path is written."""
    spellings = {str(home), str(_resolved(home))} - {"", ".", "/"}
    for spelling in sorted(spellings, key=len, reverse=True):
        pattern = r"(?:\\+|/)".join(re.escape(part) for part in re.split(r"[\\/]+", spelling.rstrip("\\/")))
        flags = re.IGNORECASE if platform in {"win32", "darwin"} else 0
        text = re.sub(rf"{pattern}(?![\w.-])", "~", text, flags=flags)
    return text


def _resolved(path: Path) -> Path:
    try:
        return path.resolve()
    except OSError:
        return path


def _line(what: str, words: str) -> str:
    return f"{what + ':':<12}{words}" if words else ""


def _workspace_words(workspace: Workspace, home: Path) -> str:
    file = workspace_file(workspace)
    place = "in the home folder" if file.path.is_relative_to(home) else "outside the home folder"
    (version,) = workspace.sql("PRAGMA user_version").fetchone()
    copies = f"{len(file.copies)} backup{'' if len(file.copies) == 1 else 's'}"
    return f"{file.size / 1e6:,.1f} MB, {place}, schema {version // 1000}.{version % 1000}, {copies}"


def _counts(workspace: Workspace) -> str:
    # The names of tables are our own, from the tuple above.
    return ", ".join(
        f"{workspace.sql(f'SELECT count(*) FROM {table}').fetchone()[0]:,} {words}"
        for words, table in _COUNTED
    )
