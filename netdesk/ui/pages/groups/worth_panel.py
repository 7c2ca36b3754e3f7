"""Worth staying? What the group took and gave in a year, and in bold what is missing."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from netdesk.method.group_worth import cost_sentence, referral_sentence
from netdesk.services.group_audit import Audit
from netdesk.services.group_worth import GroupWorth, group_worth, worth_of
from netdesk.services.insights.wins_of import WinsFrom
from netdesk.ui.money import money
from netdesk.ui.pages.wins.wins_line import WinsLine
from netdesk.ui.shell import Shell
from netdesk.ui.theme.metrics import Type
from netdesk.ui.widgets.labels import plain_tooltip
from netdesk.ui.widgets.panel import Panel
from netdesk.ui.widgets.paragraph import Paragraph


class WorthStaying(Panel):
    """The panel beside the audit's shares."""

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__("Worth staying?", parent=parent, edge="accent")
        self._shell = shell
        self.words = Paragraph(Type.SECONDARY, "text-2", "text")
        self.body.addWidget(self.words)
        self.wins = WinsLine(shell)
        self.body.addWidget(self.wins)

    def show_group(self, group_id: int) -> None:
        """Show what a group was worth, read anew. Raises NotFound."""
        today = self._shell.today()
        self.show_worth(self._shell.desk.read(partial(group_worth, group_id=group_id, today=today)))

    def show_audit(self, audit: Audit) -> None:
        """Show what a group was worth whose audit is at hand."""
        today = self._shell.today()
        self.show_worth(self._shell.desk.read(lambda workspace: worth_of(workspace, audit, today)))
        self.wins.show_wins(WinsFrom.GROUP, audit.group.id, audit.group.name)

    def show_worth(self, worth: GroupWorth) -> None:
        """Show what is known; the tooltip says where the hours come from."""
        said = " ".join(
            sentence
            for sentence in (cost_sentence(worth.year, money), referral_sentence(worth.year))
            if sentence
        )
        self.words.set_pieces([(f"{said} ", False), (worth.verdict, True)])
        where = (
            "Few meetings of the year stand in the record: the hours follow from how often the group meets."
            if worth.year.estimated
            else "In the last twelve months, with the hours of the meetings you were at."
        )
        self.words.setToolTip(plain_tooltip(where))
