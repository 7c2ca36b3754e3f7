"""Help on Today: what I promised, the one-to-ones to come, and who gave often and got nothing."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from netdesk.ui.pages.today.columns import TodayColumns
from netdesk.ui.pages.today.giver_panel import GiverPanel
from netdesk.ui.pages.today.help_deeds import HelpDeeds
from netdesk.ui.pages.today.help_rows import OneToOneRow, PromiseRow
from netdesk.ui.pages.today.rows_panel import RowsPanel
from netdesk.ui.shell import Shell

if TYPE_CHECKING:
    from datetime import date

    from netdesk.services.today import Today
    from netdesk.services.workspaces import Workspace

TABLES = ("fit_refusal", "introduction", "ledger_entry", "one_to_one", "relation")
"""What these panels show besides people and talks."""


class HelpSide(QObject):
    """The panels ``promises``, ``one_to_ones`` and ``giver``, and how they are filled."""

    def __init__(self, shell: Shell, parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell
        self._deeds = HelpDeeds(shell)
        self.promises = RowsPanel("I promised")
        self.promises.set_detail("give first")
        self.one_to_ones = RowsPanel("One-to-ones")
        self.giver = GiverPanel()
        self.promises.more_asked.connect(self._all_promises)
        self.one_to_ones.more_asked.connect(self._all_one_to_ones)
        self.giver.opened.connect(shell.open_person)
        self.giver.matches_asked.connect(self._introduce)

    def fill(self, today: Today, columns: TodayColumns) -> None:
        """Show what is to be done; a panel with nothing to say is hidden."""
        found = today.help
        self.promises.show_rows(
            found.promises,
            lambda promise: ("promise", promise.id),
            lambda promise: PromiseRow(promise, self._deeds, today.day),
        )
        self.promises.show_more("All promises…" if found.more_promises else "")
        columns.show_panel(self.promises, bool(found.promises))
        self.one_to_ones.show_rows(
            found.one_to_ones,
            lambda plan: ("one-to-one", plan.id),
            lambda plan: OneToOneRow(plan, self._deeds),
        )
        self.one_to_ones.show_more("All one-to-ones…" if found.more_one_to_ones else "")
        columns.show_panel(self.one_to_ones, bool(found.one_to_ones))
        columns.show_panel(self.giver, found.giver is not None)
        if found.giver is not None:
            self.giver.show_giver(found.giver)
            # Asked by itself: who matches takes longer than all the rest.
            ask = partial(_matches, person_id=found.giver.person_id, today=today.day)
            self._shell.desk.ask(self, "matches", ask, self.giver.show_matches)

    def _introduce(self, person_id: int) -> None:
        from netdesk.ui.introductions.introduction_form import open_introduction_form

        # It offers who fits.
        open_introduction_form(self._shell, person_id)

    def _all_promises(self) -> None:
        self._shell.go("ledger", view="promises")

    def _all_one_to_ones(self) -> None:
        self._shell.go("one_to_ones")


def _matches(workspace: Workspace, person_id: int, today: date) -> str:
    # Imported by the thread that reads.
    from netdesk.services.today_help import giver_matches

    return giver_matches(workspace, person_id, today)
