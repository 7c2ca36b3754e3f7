"""The workspaces opened last on this computer. They stand in a small file outside of every workspace."""

from __future__ import annotations

import json
import logging
import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

MOST = 10
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class RecentWorkspace:
    """A workspace that was opened; ``is_there`` says whether its file is where it was."""

    path: Path
    is_there: bool

    @property
    def name(self) -> str:
        """What a person calls it: the file's name without its ending."""
        return self.path.stem


class RecentWorkspaces:
    """The newest ten, in a file that several windows read and write; ``None`` as file keeps nothing.

    Nothing here raises: what cannot be read is passed over, what cannot be written is forgotten.
    """

    def __init__(self, file: Path | None) -> None:
        self._file = file

    def all(self) -> tuple[RecentWorkspace, ...]:
        """All of them, the one used last first."""
        return tuple(RecentWorkspace(path, is_there(path)) for path in self._read())

    def newest(self) -> Path | None:
        """The one used last, wherever it is now; None when none was noted yet."""
        return next(iter(self._read()), None)

    def others(self, than: Path) -> tuple[RecentWorkspace, ...]:
        """All but the one at ``than``."""
        return tuple(one for one in self.all() if _key(one.path) != _key(than))

    def note(self, path: Path) -> None:
        """The workspace at ``path`` is in use now."""
        whole = path.expanduser().absolute()
        known = self._read()
        if known and _key(known[0]) == _key(whole):
            return
        self._write([whole, *(one for one in known if _key(one) != _key(whole))][:MOST])

    def forget(self, path: Path) -> None:
        """Take the workspace at ``path`` off the list; its file stays as it is."""
        self._write([one for one in self._read() if _key(one) != _key(path)])

    def _read(self) -> list[Path]:
        if self._file is None:
            return []
        try:
            kept = json.loads(self._file.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return []
        paths = kept.get("workspaces") if isinstance(kept, dict) else None
        if not isinstance(paths, list):
            return []
        # Lone halves of characters stand for bytes of a name that are no text; a NUL is in no path.
        return [Path(one) for one in paths if isinstance(one, str) and one and "\0" not in one][:MOST]

    def _write(self, paths: list[Path]) -> None:
        if self._file is None:
            return
        # Another window may read at any moment: it finds the old list or the new one.
        new = self._file.with_name(f"{self._file.name}.{os.getpid()}")
        try:
            self._file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            new.write_text(
                json.dumps({"workspaces": [str(one) for one in paths]}, indent=1), encoding="utf-8"
            )
            new.replace(self._file)
        except OSError as error:
            _log.info("The list of workspaces could not be kept: %s", type(error).__name__)
            with suppress(OSError):
                new.unlink()


def is_there(path: Path) -> bool:
    """Whether there is a file at ``path``; a place that cannot be looked at has none."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def _key(path: Path) -> str:
    return os.path.normcase(os.path.normpath(path.expanduser().absolute()))
