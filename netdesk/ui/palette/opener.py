"""Opens the palette and counts which commands are used."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from netdesk.services.palette import note_use
from netdesk.ui.actions.catalogue import Command
from netdesk.ui.shell import Shell
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.widgets.overlay import Overlay

WIDTH = 640
TOP = 120


class PaletteOpener(QObject):
    """Opens the palette, once at a time, and counts which commands are used."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._shell = shell
        self._overlay: Overlay | None = None
        shell.commands.add(
            Command("palette.open", "Find anything", self.open, Icon.SEARCH, "Ctrl+K", in_palette=False)
        )
        shell.commands.used.connect(self._count)

    def open(self) -> None:
        """Show the palette over the window."""
        if self._overlay is not None:
            return
        from netdesk.ui.palette.palette import Palette

        palette = Palette(self._shell)
        self._overlay = self._shell.show_overlay(palette, width=WIDTH, top=TOP)
        self._overlay.closed.connect(self._closed)
        palette.finished.connect(self._overlay.close_overlay)
        palette.grown.connect(self._overlay.refit)
        palette.field.setFocus()

    def _closed(self) -> None:
        self._overlay = None

    def _count(self, name: str) -> None:
        if name != "palette.open":
            self._shell.desk.do(partial(note_use, command=name))
