"""The right column of a person's page: how I can help, reach, help and business, whom they know, the rest."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from netdesk.method.dates import parse_partial
from netdesk.services.own_fields import OwnFieldKind
from netdesk.services.person_page import PersonPage
from netdesk.ui.introductions.person_fits import PersonFits
from netdesk.ui.pages.ledger.balance_panel import BalancePanel
from netdesk.ui.pages.person.business_panel import BusinessPanel
from netdesk.ui.pages.person.help_panel import HelpPanel
from netdesk.ui.pages.person.knows_panel import KnowsPanel
from netdesk.ui.pages.person.reach_panel import ReachPanel
from netdesk.ui.pages.person.two_tone import TwoTone
from netdesk.ui.shell import Shell
from netdesk.ui.theme.metrics import L, Type, metrics
from netdesk.ui.widgets.labels import WrapLabel
from netdesk.ui.widgets.panel import Panel

_KNOWN = (
    ("accomplishments", "Accomplishments"),
    ("interests", "Interests"),
    ("networks", "Networks"),
    ("skills", "Skills"),
)


class About(QWidget):
    """All panels of the right column. ``person_asked(object)`` carries an id."""

    person_asked = Signal(object)

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(metrics().px(L))
        self.help = HelpPanel()
        self.reach = ReachPanel(shell)
        self.own = _Lines(self.tr("More"))
        self.knows = KnowsPanel(shell)
        self.note = _Lines(self.tr("Note"))
        self.knows.person_asked.connect(self.person_asked)
        self.fits = PersonFits(shell)
        self.help.put_below(self.fits)
        self.balance = BalancePanel(shell)
        self.business = BusinessPanel(shell)
        for panel in (self.help, self.reach, self.balance, self.business, self.knows, self.note, self.own):
            layout.addWidget(panel)
        layout.addStretch(1)

    def show_page(self, page: PersonPage) -> None:
        """Show another person; panels with nothing to say are left out."""
        self.help.show_page(page)
        self.reach.show_page(page)
        self.fits.show_page(page)
        self.balance.show_page(page)
        self.business.show_page(page)
        values = page.draft.own_values
        learned = [(label, text) for name, label in _KNOWN if (text := getattr(page.draft, name))]
        own = [
            (field.name, _said(field.kind, values[field.id]))
            for field in page.own_fields
            if field.id in values
        ]
        self.own.show_lines([*learned, *own])
        self.note.show_lines([("", page.draft.note)] if page.draft.note else [])
        self.knows.show_page(page)


class _Lines(Panel):
    """Texts under small labels; hidden without any."""

    def __init__(self, title: str) -> None:
        super().__init__(title)
        self._shown: list[QWidget] = []
        self.body.setSpacing(metrics().px(2))

    def show_lines(self, lines: list[tuple[str, str]]) -> None:
        for widget in self._shown:
            self.body.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._shown = []
        for label, text in lines:
            self._keep(TwoTone(label[:60], text) if label else WrapLabel(text, Type.SECONDARY, "text"))
        self.setVisible(bool(lines))

    def _keep(self, widget: QWidget) -> None:
        self._shown.append(widget)
        self.body.addWidget(widget)


def _said(kind: OwnFieldKind, value: str) -> str:
    day = parse_partial(value) if kind is OwnFieldKind.DATE else None
    return day.words() if day is not None else value
