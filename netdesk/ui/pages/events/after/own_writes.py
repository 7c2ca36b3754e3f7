"""Counts that are pressed faster than they are written: what is read back in between is older than what is shown."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject

from netdesk.method.errors import NetDeskError
from netdesk.services.workspaces import Workspace
from netdesk.ui.shell import Shell


class OwnWrites(QObject):
    """The writes of one panel that are under way; ``settled`` is called once the last of them is over."""

    def __init__(self, shell: Shell, panel: QObject, settled: Callable[[], None]) -> None:
        super().__init__(panel)
        self._shell, self._settled = shell, settled
        self._number = 0

    def are_under_way(self) -> bool:
        """Tell whether what the panel shows may be newer than what was read."""
        return self._number > 0

    def do(
        self, operation: Callable[[Workspace], Any], failed: Callable[[NetDeskError], None] | None = None
    ) -> None:
        """Run a short operation; without ``failed`` an error is told as a toast."""
        self._number += 1

        def refused(error: NetDeskError) -> None:
            self._over()
            (failed or self._shell.trouble)(error)

        self._shell.desk.do(operation, lambda _: self._over(), refused, owner=self)

    def _over(self) -> None:
        self._number -= 1
        if not self._number:
            self._settled()
