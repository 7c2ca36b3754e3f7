"""The first start: what NetDesk is for, and three ways in."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from netdesk.method.changes import Changes
from netdesk.ui.actions.workspaces import open_recent, other_workspaces
from netdesk.ui.pages.page import Page
from netdesk.ui.pages.welcome.way_card import WayCard
from netdesk.ui.shell import Shell
from netdesk.ui.theme.current import current_theme
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.icons import paint_icon
from netdesk.ui.theme.metrics import L, S, Type, metrics
from netdesk.ui.widgets.buttons import link_button
from netdesk.ui.widgets.labels import Faint, WrapLabel, plain_tooltip
from netdesk.ui.widgets.paint import shortened

_CENTRE = Qt.AlignmentFlag.AlignHCenter
_MARK = 54
_MOST_OTHERS = 3
_LONGEST_NAME = 30
_WAYS = (
    (
        Icon.CARD,
        "Bring my contacts",
        "vCard, LinkedIn, Google or Outlook export. Nothing is sent anywhere.",
        "contacts.bring",
    ),
    (
        Icon.EVENTS,
        "Plan my next event",
        "Two minutes to a goal, a pitch and a printed prep sheet.",
        "events.new",
    ),
    (
        Icon.IDEA,
        "Look around first",
        "A sample network to play with. Throw it away with one click.",
        "sample.add",
    ),
)
"""Icon, title, sentence and the command each way runs."""


class WelcomePage(Page):
    """Shown in the place of every page while nothing is in the workspace."""

    name = "welcome"
    label = "Welcome"

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(shell, parent)
        sizes = metrics()
        column = QVBoxLayout(self)
        column.setContentsMargins(sizes.px(L), sizes.px(L), sizes.px(L), sizes.px(L))
        column.setSpacing(0)
        column.addStretch(10)
        column.addWidget(_Mark(), 0, _CENTRE)
        column.addSpacing(sizes.px(30))
        column.addWidget(_centred("Network with a purpose", Type.HERO, "text"))
        column.addSpacing(sizes.px(10))
        column.addWidget(
            _centred(
                "Know why you go, whom you help, and what you do the day after.", Type.BRAND_REGULAR, "text-2"
            )
        )
        column.addSpacing(sizes.px(30))
        column.addLayout(self._ways())
        column.addSpacing(sizes.px(22))
        self.others = QWidget()
        self._others_row = QHBoxLayout(self.others)
        self._others_row.setContentsMargins(0, 0, 0, 0)
        self._others_row.setSpacing(sizes.px(S))
        self.others.hide()
        column.addWidget(self.others, 0, _CENTRE)
        column.addSpacing(sizes.px(4))
        foot = Faint("Everything stays in one file on this computer.")
        foot.setAlignment(_CENTRE)
        column.addWidget(foot)
        column.addStretch(11)

    def redraw(self, changes: Changes | None) -> None:
        """Offer the other workspaces of this computer, as far as they are still there."""
        while (item := self._others_row.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        there = [one for one in other_workspaces(self.shell) if one.is_there][:_MOST_OTHERS]
        if there:
            self._others_row.addWidget(Faint("Or open a workspace you have:"))
        for one in there:
            button = link_button(shortened(one.name, _LONGEST_NAME).replace("&", "&&"))
            button.setAccessibleName(f"Open workspace {one.name}")
            button.setToolTip(plain_tooltip(str(one.path)))
            button.clicked.connect(partial(self._open, one.path))
            self._others_row.addWidget(button)
        self.others.setVisible(bool(there))

    def _open(self, path: Path, _checked: bool = False) -> None:
        open_recent(self.shell, path)

    def _ways(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(metrics().px(L))
        row.addStretch(1)
        cards = [WayCard(icon, title, sentence) for icon, title, sentence, _ in _WAYS]
        height = max(card.sizeHint().height() for card in cards)
        for card, (_, _, _, command) in zip(cards, _WAYS, strict=True):
            card.setFixedHeight(height)
            card.clicked.connect(partial(self._go, command))
            row.addWidget(card)
        row.addStretch(1)
        return row

    def _go(self, command: str) -> None:
        self.shell.commands.run(command)


def _centred(text: str, kind: Type, role: str) -> WrapLabel:
    label = WrapLabel(text, kind, role)
    label.setAlignment(_CENTRE)
    return label


class _Mark(QWidget):
    """The handshake."""

    def __init__(self) -> None:
        super().__init__()
        side = metrics().px(_MARK)
        self.setFixedSize(QSize(side, side))
        self.setAccessibleName("NetDesk")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it in the accent’s colour."""
        painter = QPainter(self)
        paint_icon(painter, self.rect(), Icon.BRAND_BOLD, current_theme().color("accent"))
