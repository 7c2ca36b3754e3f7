"""Handing something over to the system: a folder to its file manager."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices


def show_folder(folder: Path) -> bool:
    """Show ``folder`` in the system's file manager; whether the system took it."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
