"""Small pictures for the style sheet, which can only name files: ticks and arrows in the theme's colours."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QIODevice, QRect, QSaveFile, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.icons import paint_icon
from netdesk.ui.theme.tokens import Theme

_SIDE = 16
_GLYPHS = {
    "tick": (Icon.TICK_BOLD, "on-accent"),
    "part": ("minus-bold", "on-accent"),
    "dot": (Icon.DOT, "accent"),
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

    Pictures already there are left alone: they are named by glyph and colour, so a folder may serve many starts. One
    that cannot be written to gives pictures nobody finds: the controls then have no tick or arrow, and still work.
    """
    result = {}
    for name, (glyph_name, role) in _GLYPHS.items():
        color = theme.color(role)
        stem = f"{glyph_name}-{color.name()[1:]}"
        for ratio in (1, 2):
            path = folder / f"{stem}{'@2x' if ratio == 2 else ''}.png"
            if not path.exists():
                _write_glyph(path, glyph_name, color, _SIDE * ratio)
        result[name] = (folder / f"{stem}.png").as_posix()
    return result


def _write_glyph(path: Path, glyph_name: str, color: QColor, side: int) -> None:
    picture = QPixmap(side, side)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    paint_icon(painter, QRect(0, 0, side, side), glyph_name, color)
    painter.end()
    # Whole or not at all: half a picture would be taken for a good one at the next start.
    file = QSaveFile(str(path))
    if file.open(QIODevice.OpenModeFlag.WriteOnly) and picture.save(file, "PNG"):
        file.commit()
