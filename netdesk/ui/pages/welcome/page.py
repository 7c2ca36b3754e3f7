"""The first start: what NetDesk is for, and three ways in."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from netdesk.ui.pages.page import Page
from netdesk.ui.pages.welcome.way_card import WayCard
from netdesk.ui.shell import Shell
from netdesk.ui.theme.current import current_theme
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.icons import paint_icon
from netdesk.ui.theme.metrics import L, Type, metrics
from netdesk.ui.widgets.labels import Faint, WrapLabel

_CENTRE = Qt.AlignmentFlag.AlignHCenter
_MARK = 54
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
        column.addSpacing(sizes.px(26))
        foot = Faint("Everything stays in one file on this computer.")
        foot.setAlignment(_CENTRE)
        column.addWidget(foot)
        column.addStretch(11)

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
