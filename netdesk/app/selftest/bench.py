"""What the checks of the self-test work on, and how one says that something is wrong."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from netdesk.method.errors import NetDeskError

if TYPE_CHECKING:
    from netdesk.app.compose import Program

TODAY = date(2026, 11, 22)
"""The day on which the self-test takes place."""


class SelfTestFailed(NetDeskError):
    """Something did not come out as it must."""


class Bench:
    """What the checks work on; ``close`` ends it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._program: Program | None = None

    @property
    def program(self) -> Program:
        """The program put together by an earlier check."""
        if self._program is None:
            raise SelfTestFailed("No window was opened.")
        return self._program

    def must_have_qt(self) -> None:
        """Raise ``SelfTestFailed`` where no check could start Qt: without, it ends the process at the first picture."""
        from PySide6.QtGui import QGuiApplication

        must(QGuiApplication.instance() is not None, "Qt was not started.")

    def open(self) -> Program:
        """Put a program together on a new workspace."""
        from netdesk.app.compose import compose
        from netdesk.app.starting.problems import application
        from netdesk.ui.theme.scheme import Scheme

        app = application()
        path = self.folder / "self-test.netdesk"
        self._program = compose(app, path, scheme=Scheme.LIGHT, today=lambda: TODAY, inline=True)
        return self._program

    def close(self) -> None:
        """Close what was opened."""
        if self._program is not None:
            self._program.close()
            self._program = None


def must(holds: object, otherwise: str) -> None:
    """Raise ``SelfTestFailed`` with the sentence ``otherwise`` unless something holds."""
    if not holds:
        raise SelfTestFailed(otherwise)
