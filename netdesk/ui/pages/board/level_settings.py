"""Changing a level: its name, meaning, rhythm, capacity, what moves people up and its evidence."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject

from netdesk.method.changes import Changes
from netdesk.method.errors import InvalidInput, NetDeskError
from netdesk.method.levels import Level
from netdesk.services import levels
from netdesk.services.workspaces import Workspace
from netdesk.ui.pages.board.level_card import LevelCard
from netdesk.ui.shell import Shell
from netdesk.ui.widgets.overlay import Overlay


class LevelSettings(QObject):
    """``show(number)`` lays the card of one level over the window; ``known`` gives the levels as they are now."""

    def __init__(self, shell: Shell, known: Callable[[], Sequence[Level]], parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell
        self._known = known

    def show(self, number: int) -> None:
        """Let a person change the level with that number; nothing happens before the levels were read."""
        level = next((one for one in self._known() if one.number == number), None)
        if level is None:
            return
        card = LevelCard(level, self._known())
        overlay = self._shell.show_overlay(card, width=640)
        card.left.connect(overlay.close_overlay)
        card.saved.connect(partial(self._save, card, overlay, number))

    def _save(self, card: LevelCard, overlay: Overlay, number: int, values: dict[str, Any]) -> None:
        self._shell.desk.do(
            partial(_operation, number=number, values=values),
            partial(self._saved, overlay),
            partial(self._refused, card),
            owner=card,
        )

    def _saved(self, overlay: Overlay, changes: Changes) -> None:
        overlay.close_overlay()
        if not changes.is_empty:
            self._shell.toast(changes.title, undo=True)

    def _refused(self, card: LevelCard, error: NetDeskError) -> None:
        if isinstance(error, InvalidInput):
            card.show_problem(error.field, str(error))
        else:
            self._shell.trouble(error)


def _operation(ws: Workspace, number: int, values: dict[str, Any]) -> Changes:
    return levels.save_level(ws, number, **values)
