"""Which scheme is worn: light, dark or as the system says, and putting it on the application.

``apply(app, theme)`` puts on one theme. :class:`SchemeSwitch` keeps the person's choice, follows the system
and tells who wants to know (``changed(Theme)``).
"""

from __future__ import annotations

import atexit
import os
import sys
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTemporaryDir, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QWidget

from netdesk.ui.theme.current import wear
from netdesk.ui.theme.glyph_files import write_glyphs
from netdesk.ui.theme.metrics import metrics
from netdesk.ui.theme.stylesheet import stylesheet
from netdesk.ui.theme.tokens import Theme, load_theme


class Scheme(StrEnum):
    """A person's choice."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class _Glyphs:
    """Small pictures for the style sheet (ticks, arrows) where no folder is kept for them; it goes with the program."""

    folder: QTemporaryDir | None = None


def apply(app: QApplication, theme: Theme, glyphs: Path | None = None) -> None:
    """Put a theme on: the palette first, then the little style sheet, then everything repaints.

    ``glyphs`` is a folder that keeps the small pictures of the style sheet from one start to the next.
    """
    # macOS keeps its own style: its menus, dialogs and scroll bars are what people there expect.
    if sys.platform != "darwin" and app.style().objectName().lower() != "fusion":
        app.setStyle("Fusion")
    wear(theme)
    app.setPalette(palette(theme))
    if glyphs is None or not _is_there(glyphs):
        if _Glyphs.folder is None:
            _Glyphs.folder = QTemporaryDir()
            # Qt takes it away with its object, which Python may never end.
            atexit.register(_Glyphs.folder.remove)
        glyphs = Path(_Glyphs.folder.path())
    app.setStyleSheet(stylesheet(theme, metrics(), write_glyphs(glyphs, theme)))
    for widget in _everything(app):
        widget.update()


def _is_there(folder: Path) -> bool:
    """Whether there is such a folder that can be written to, made now if need be."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError:
        return False
    return os.access(folder, os.W_OK)


def palette(theme: Theme) -> QPalette:
    """Build Qt's palette from the roles of a theme."""
    result = QPalette()
    role = QPalette.ColorRole
    pairs = {
        role.Window: "window",
        role.WindowText: "text",
        role.Base: "panel",
        role.AlternateBase: "panel-alt",
        role.ToolTipBase: "toast",
        role.ToolTipText: "toast-text",
        role.PlaceholderText: "placeholder",
        role.Text: "text",
        role.Button: "panel",
        role.ButtonText: "text",
        role.BrightText: "on-accent",
        role.Light: "panel",
        role.Midlight: "panel-alt",
        role.Mid: "line",
        role.Dark: "control-line",
        role.Shadow: "line",
        role.Highlight: "accent",
        role.HighlightedText: "on-accent",
        role.Link: "accent",
        role.LinkVisited: "accent",
        role.Accent: "accent",
    }
    for name, token in pairs.items():
        result.setColor(name, theme.color(token))
    for name in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        result.setColor(QPalette.ColorGroup.Disabled, name, theme.color("text-3"))
    result.setColor(QPalette.ColorGroup.Disabled, role.Highlight, theme.color("line"))
    return result


def _everything(app: QApplication) -> list[QWidget]:
    found: list[QWidget] = list(app.allWidgets())
    return found


class SchemeSwitch(QObject):
    """Keeps the choice of scheme and puts the right theme on the application.

    ``SchemeSwitch(app, resources, glyphs=folder)``; ``choose(Scheme.DARK)``; ``choice()``; ``theme()``.
    Signal ``changed(Theme)`` after the application wears another theme.
    """

    changed = Signal(object)

    def __init__(
        self, app: QApplication, resources: Path, parent: QObject | None = None, *, glyphs: Path | None = None
    ) -> None:
        super().__init__(parent)
        self._app = app
        self._resources = resources
        self._glyphs = glyphs
        self._choice = Scheme.SYSTEM
        self._theme: Theme | None = None
        self._hints = app.styleHints()
        self._hints.colorSchemeChanged.connect(self._system_changed)

    def choice(self) -> Scheme:
        """Give what the person chose."""
        return self._choice

    def theme(self) -> Theme:
        """Give the theme that is worn; puts on the chosen one if none is yet."""
        if self._theme is None:
            self.choose(self._choice)
        assert self._theme is not None
        return self._theme

    def choose(self, choice: Scheme) -> None:
        """Take a choice and put the theme on at once. Raises ``ThemeFileError`` if its file is unreadable."""
        self._choice = choice
        name = str(choice) if choice is not Scheme.SYSTEM else self._system_name()
        if self._theme is not None and self._theme.name == name:
            return
        self._theme = load_theme(self._resources, name)
        apply(self._app, self._theme, self._glyphs)
        self.changed.emit(self._theme)

    def _system_name(self) -> str:
        return "dark" if self._hints.colorScheme() == Qt.ColorScheme.Dark else "light"

    def _system_changed(self) -> None:
        if self._choice is Scheme.SYSTEM:
            self.choose(Scheme.SYSTEM)
