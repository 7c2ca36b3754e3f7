"""What every card has over which files come in: reading and bringing that can be stopped, trouble, and leaving."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from netdesk.background.jobs import Report
from netdesk.method.errors import NetDeskError
from netdesk.services.workspaces import Workspace
from netdesk.ui.bridge.desk import Work
from netdesk.ui.importing.card_head import CardHead
from netdesk.ui.importing.foot import Foot
from netdesk.ui.importing.rule import Rule
from netdesk.ui.shell import Shell
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.widgets.empty_state import EmptyState

Done = TypeVar("Done")


class BringCard(QWidget):
    """Shows the plan of what ``files`` bring, and writes it. Signals: ``closed()``, ``choose_asked()`` for other files.

    ``what`` comes in, as "contacts"; ``advice`` says which files are read, where nothing else is known of a trouble.
    """

    closed = Signal()
    choose_asked = Signal()

    preview: QWidget
    report: object | None

    def __init__(
        self, shell: Shell, files: Sequence[Path], what: str, advice: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.shell = shell
        self.files = tuple(files)
        self._work: Work | None = None
        self._what, self._advice = what, advice
        name = self.files[0].name if len(self.files) == 1 else f"{len(self.files)} files"
        self._head = CardHead(f"Bring {what} from {name}", "Nothing is written until you say so.")
        self._head.closed.connect(self._close)
        self.setAccessibleName(f"Bring {what} from {name}")
        self.trouble: EmptyState | None = None
        self.foot = Foot()
        self.foot.refused.connect(self.refuse)
        self.foot.accepted.connect(self._accept)
        self._body = QStackedLayout()

    @property
    def is_busy(self) -> bool:
        """Whether something is under way."""
        return self._work is not None and not self._work.is_over

    @property
    def is_over(self) -> bool:
        """Whether nothing is left to decide here: it was brought in, or cannot be read."""
        return not self.is_busy and (self.report is not None or self.trouble is not None)

    # Working ---------------------------------------------------------------------------------

    def _read(self, job: Callable[[Workspace, Report], Done], show: Callable[[Done], None]) -> None:
        """Make a plan by ``job``, which writes nothing, and ``show`` it."""
        self.foot.primary.hide()
        self.foot.start("Reading…")
        work = self.shell.desk.work(
            self,
            f"Reading {self._what}",
            job,
            show,
            progress=self.foot.advance,
            failed=self._failed,
            cancelled=self._close,
            writes=False,
        )
        self._work = None if work.is_over else work

    def _write(self, job: Callable[[Workspace, Report], Done], show: Callable[[Done], None]) -> None:
        """Write what was chosen by ``job``, and ``show`` what came of it."""
        self.preview.setEnabled(False)
        self.foot.primary.setEnabled(False)
        self.foot.start("Bringing…")
        work = self.shell.desk.work(
            self,
            f"Bringing {self._what}",
            job,
            show,
            progress=self.foot.advance,
            failed=self._not_brought,
            cancelled=self._stopped,
        )
        self._work = None if work.is_over else work

    def _show_preview(self, rows: int, first: QWidget) -> None:
        """Show the plan, with the keyboard in it: in ``first``, or on the button of a plan of one row."""
        self._body.setCurrentWidget(self.preview)
        self.foot.primary.show()
        self._count()
        if rows == 1 and self.foot.primary.isEnabled():
            # Whoever opened one person's card, or an invitation, only wants to say yes.
            self.foot.primary.setFocus()
        else:
            first.setFocus()

    def _count(self) -> None:
        """Say on the button what would come in; each card has its own words."""

    def _accept(self) -> None:
        """Do what the button says; each card its own."""

    # Trouble ---------------------------------------------------------------------------------

    def _failed(self, error: NetDeskError) -> None:
        self._work = None
        self.foot.stop()
        self._say_trouble(error.what, error.remedy)

    def _say_trouble(self, what: str, remedy: str) -> None:
        self.trouble = EmptyState(Icon.WARNING, what, remedy or self._advice, primary="Choose another file…")
        self.trouble.primary_clicked.connect(self.choose_asked)
        self._head.subtitle.setText("Nothing was written.")
        self._body.addWidget(self.trouble)
        self._body.setCurrentWidget(self.trouble)
        self.foot.primary.hide()
        self.foot.cancel.setText("Close")
        self.foot.cancel.setAccessibleName("Close")

    def _not_brought(self, error: NetDeskError) -> None:
        self._back_to_preview(f"{error.what} {error.remedy}".strip())

    def _stopped(self) -> None:
        self._back_to_preview("Stopped. Nothing was brought.")

    def _back_to_preview(self, text: str) -> None:
        self._work = None
        self.preview.setEnabled(True)
        self._count()
        self.foot.stop(text)
        self.foot.cancel.setEnabled(True)

    # Leaving ---------------------------------------------------------------------------------

    def refuse(self) -> None:
        """Cancel what is under way; else leave."""
        if self.is_busy and self._work is not None:
            self.foot.cancel.setEnabled(False)
            self.foot.say("Stopping…")
            self._work.cancel()
        else:
            self._leave()

    def stop(self) -> None:
        """The card goes away: whatever is under way ends."""
        if self.is_busy and self._work is not None:
            self._work.cancel()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc stops what is being written before it closes the card."""
        if event.key() == Qt.Key.Key_Escape and self.is_busy and self._body.currentWidget() is self.preview:
            self.refuse()
            return
        super().keyPressEvent(event)

    def _leave(self) -> None:
        self._close()

    def _close(self) -> None:
        self.closed.emit()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        # Before anything is put into it: a stack without a parent shows its first page as a window of its own.
        column.addLayout(self._body, 1)
        self._body.addWidget(QWidget())
        self._body.addWidget(self.preview)
        column.addWidget(Rule())
        column.addWidget(self.foot)
