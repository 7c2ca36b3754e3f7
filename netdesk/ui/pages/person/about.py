"""The right column of a person's page: how I can help, reach, own fields, whom they know, the note."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from netdesk.method.dates import parse_partial
from netdesk.services.own_fields import OwnFieldKind
from netdesk.services.person_page import PersonPage
from netdesk.ui.pages.person.help_panel import HelpPanel
from netdesk.ui.pages.person.reach_panel import ReachPanel
from netdesk.ui.pages.person.two_tone import TwoTone
from netdesk.ui.pages.person.who import PersonRow
from netdesk.ui.shell import Shell
from netdesk.ui.theme.metrics import L, Type, metrics
from netdesk.ui.widgets.labels import Faint, WrapLabel
from netdesk.ui.widgets.panel import Panel


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
        self.knows = _Knows(self.tr("Knows"))
        self.note = _Lines(self.tr("Note"))
        self.knows.person_asked.connect(self.person_asked)
        for panel in (self.help, self.reach, self.note, self.own, self.knows):
            layout.addWidget(panel)
        layout.addStretch(1)

    def show_page(self, page: PersonPage) -> None:
        """Show another person; panels with nothing to say are left out."""
        self.help.show_page(page)
        self.reach.show_page(page)
        values = page.draft.own_values
        self.own.show_lines(
            [
                (field.name, _said(field.kind, values[field.id]))
                for field in page.own_fields
                if field.id in values
            ]
        )
        self.note.show_lines([("", page.draft.note)] if page.draft.note else [])
        self.knows.show_page(page)


class _Lines(Panel):
    """Texts under small labels; hidden without any."""

    def __init__(self, title: str) -> None:
        super().__init__(title)
        self._shown: list[QWidget] = []
        self.body.setSpacing(metrics().px(2))

    def show_lines(self, lines: list[tuple[str, str]]) -> None:
        self.clear()
        for label, text in lines:
            self.keep(TwoTone(label[:60], text) if label else WrapLabel(text, Type.SECONDARY, "text"))
        self.setVisible(bool(lines))

    def keep(self, widget: QWidget) -> None:
        self._shown.append(widget)
        self.body.addWidget(widget)

    def clear(self) -> None:
        for widget in self._shown:
            self.body.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._shown = []


class _Knows(_Lines):
    """Who introduced us, and whom this person introduced."""

    person_asked = Signal(object)

    def show_page(self, page: PersonPage) -> None:
        self.clear()
        rows = [PersonRow(page.met_through, self.tr("introduced us"))] if page.met_through else []
        through = self.tr("met through {0}").format(page.given[:40])
        rows += [PersonRow(person, through) for person in page.introduced]
        for row in rows:
            row.opened.connect(self.person_asked)
            self.keep(row)
        more = page.introduced_count - len(page.introduced)
        if more > 0:
            self.keep(Faint(self.tr("and {0} more").format(more)))
        self.setVisible(bool(rows))


def _said(kind: OwnFieldKind, value: str) -> str:
    day = parse_partial(value) if kind is OwnFieldKind.DATE else None
    return day.words() if day is not None else value
