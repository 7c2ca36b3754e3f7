"""What every page of the main window is and does."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from netdesk.method.changes import Changes

if TYPE_CHECKING:
    from netdesk.ui.shell import Shell


class Page(QWidget):
    """A view of the main window. It draws itself anew from ``Changes``: at once if visible, else when shown."""

    name: ClassVar[str] = ""
    label: ClassVar[str] = ""

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shell = shell
        self._missed: Changes | None = None
        self._drawn = False
        self.setObjectName(f"page-{self.name}")
        self.setAccessibleName(self.label)
        shell.desk.changed.connect(self._changed)

    def redraw(self, changes: Changes | None) -> None:
        """Show what ``changes`` touched; None means everything. Pages override this."""

    def open(self, **target: object) -> None:
        """Go to something on the page, for example ``person=7``. Pages override this."""

    def remembered(self) -> dict[str, object]:
        """What to keep between two starts: selection, scroll, sort. Plain values only."""
        return {}

    def remember(self, state: dict[str, object]) -> None:
        """Take back what was kept. Unknown or odd values are passed over."""

    def leave(self) -> bool:
        """Called before another page is shown or the window closes; False keeps the person here."""
        return True

    def build_rest(self) -> None:
        """Build now what the page leaves out until it is on the screen. Pages may override this."""

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while the page was hidden."""
        super().showEvent(event)
        if not self._drawn:
            self._drawn = True
            self._missed = None
            self.redraw(None)
        elif self._missed is not None:
            missed, self._missed = self._missed, None
            self.redraw(missed)

    def _changed(self, changes: Changes) -> None:
        if self.isVisible():
            self.redraw(changes)
        elif self._drawn:
            self._missed = changes if self._missed is None else changes | self._missed
