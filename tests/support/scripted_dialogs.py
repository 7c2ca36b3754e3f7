"""The system's dialogs, answered in a person's place by what a test put in before."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget

from netdesk.ui.bridge.dialogs import Dialogs


class ScriptedDialogs(Dialogs):
    """Gives the files named by ``will_choose``, one for each dialog; without one the dialog is called off."""

    def __init__(self) -> None:
        self._files: list[Path] = []
        self.asked: list[str] = []
        """The titles of the dialogs that came up."""
        self.told: list[str] = []
        """What was said in a dialog of its own."""

    def will_choose(self, path: Path) -> None:
        """Answer the next dialog about a file with ``path``."""
        self._files.append(path)

    def open_files(self, parent: QWidget, title: str, patterns: Sequence[str]) -> list[Path]:
        self.asked.append(title)
        return [self._files.pop(0)] if self._files else []

    def save_file(self, parent: QWidget, title: str, name: str, patterns: Sequence[str]) -> Path | None:
        self.asked.append(title)
        return self._files.pop(0) if self._files else None

    def choose_folder(self, parent: QWidget, title: str, start: Path | None = None) -> Path | None:
        self.asked.append(title)
        return self._files.pop(0) if self._files else None

    def ask_text(self, parent: QWidget, title: str, label: str, text: str = "") -> str | None:
        self.asked.append(title)
        return None

    def choose(self, parent: QWidget, title: str, text: str, buttons: Sequence[str]) -> str | None:
        self.asked.append(title)
        return None

    def tell(self, parent: QWidget | None, title: str, text: str) -> None:
        self.told.append(f"{title}: {text}")
