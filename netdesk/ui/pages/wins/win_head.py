"""The head of the page: how many wins, what they are worth, and the ways to write more down."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from netdesk.ui.pages.wins.win_reading import Answer
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.metrics import M, S, Type, metrics
from netdesk.ui.widgets.buttons import icon_button, link_button, plain_button, primary_button
from netdesk.ui.widgets.labels import ElidedLabel, PageTitle


class WinHead(QWidget):
    """What is pressed is told by signals."""

    rate_wanted = Signal()
    filter_wanted = Signal()
    paste_wanted = Signal()
    win_wanted = Signal()

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        sizes = metrics()
        self.words = ElidedLabel("", Type.BODY, "text-2")
        self.rate = link_button("Set a rate")
        self.rate.setToolTip("Amounts in another currency are added up once you say what it is worth")
        self.rate.hide()
        self.filter_button = icon_button(Icon.FILTER, "Filter the wins", "Ctrl+F")
        self.paste = plain_button("Paste from a spreadsheet")
        self.add = primary_button("Win", Icon.ADD, "Ctrl+Shift+V")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(sizes.px(M - 2))
        row.addWidget(PageTitle(title))
        row.addWidget(self.words)
        row.addWidget(self.rate)
        row.addSpacing(sizes.px(S))
        row.addStretch(1)
        for button, signal in (
            (self.filter_button, self.filter_wanted),
            (self.paste, self.paste_wanted),
            (self.add, self.win_wanted),
        ):
            row.addWidget(button)
            button.clicked.connect(signal)
        self.rate.clicked.connect(self.rate_wanted)

    def say(self, answer: Answer) -> None:
        """Say how many there are."""
        self.words.setText(answer.head)
        self.rate.setVisible(answer.apart)
