"""What a window remembers on this computer: its place, the view, the open person."""

from __future__ import annotations

import json
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings


class WindowMemory:
    """A small file of settings; what is odd in it is passed over. ``None`` as path keeps nothing.

    The view and what is open on the pages are kept for each ``workspace`` (a short name of it), all else for all.
    """

    def __init__(self, path: Path | None, workspace: str = "") -> None:
        self._workspace = workspace
        self._settings = None if path is None else QSettings(str(path), QSettings.Format.IniFormat)

    def text(self, name: str, default: str = "") -> str:
        """The text kept under ``name``."""
        if self._settings is None:
            return default
        value = self._settings.value(self._own(name), default)
        return value if isinstance(value, str) else default

    def state(self, name: str) -> dict[str, object]:
        """The plain values kept under ``name``; empty when there are none or they cannot be read."""
        try:
            value = json.loads(self.text(name, "{}"))
        except ValueError:
            return {}
        return value if isinstance(value, dict) else {}

    def blob(self, name: str) -> QByteArray:
        """The bytes kept under ``name``."""
        value = None if self._settings is None else self._settings.value(name)
        return value if isinstance(value, QByteArray) else QByteArray()

    def keep(self, name: str, value: str | dict[str, object] | QByteArray) -> None:
        """Keep a value under ``name``."""
        if self._settings is not None:
            self._settings.setValue(self._own(name), json.dumps(value) if isinstance(value, dict) else value)

    def _own(self, name: str) -> str:
        is_own = self._workspace and (name == "place" or name.startswith("page/"))
        return f"{self._workspace}/{name}" if is_own else name

    def save(self) -> None:
        """Write everything to the file now."""
        if self._settings is not None:
            self._settings.sync()
