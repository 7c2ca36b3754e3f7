"""NetDesk's own icon, for the window, the task bar and the card about NetDesk."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon

_SIZES = (16, 32, 48, 64, 128, 256)


def own_icon(resources: Path) -> QIcon:
    """The icon in every size; a picture is read when it is first drawn."""
    glyph = QIcon()
    for size in _SIZES:
        glyph.addFile(str(resources / "icons" / f"netdesk-{size}.png"), QSize(size, size))
    return glyph
