"""Small pictures for the style sheet, which can only name files: ticks and arrows in the theme's colours."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPixmap

from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.icons import paint_icon
from netdesk.ui.theme.tokens import Theme

_SIDE = 16
_GLYPHS = {
    "tick": (Icon.TICK_BOLD, "on-accent"),
    "part": ("minus-bold", "on-accent"),
    "down": (Icon.DOWN, "text-2"),
    "up": (Icon.UP, "text-2"),
    "left": (Icon.LEFT, "text-2"),
    "right": (Icon.RIGHT, "text-2"),
    "down-faint": (Icon.DOWN, "text-3"),
    "up-faint": (Icon.UP, "text-3"),
    "tick-menu": (Icon.TICK, "accent"),
}


def write_glyphs(folder: Path, theme: Theme) -> dict[str, str]:
    """Write the pictures for a theme (with a version for 2× screens) and give the path of each by name.

    Pictures already there are left alone. A folder that cannot be written to gives pictures nobody finds: the
    controls then have no tick or arrow, and still work.
    """
    result = {}
    for name, (glyph_name, role) in _GLYPHS.items():
        for ratio in (1, 2):
            suffix = "@2x" if ratio == 2 else ""
            path = folder / f"{name}-{theme.name}{suffix}.png"
            if not path.exists():
                picture = QPixmap(_SIDE * ratio, _SIDE * ratio)
                picture.fill(Qt.GlobalColor.transparent)
                painter = QPainter(picture)
                paint_icon(painter, QRect(0, 0, _SIDE * ratio, _SIDE * ratio), glyph_name, theme.color(role))
                painter.end()
                picture.save(str(path), "PNG")
        result[name] = (folder / f"{name}-{theme.name}.png").as_posix()
    return result
