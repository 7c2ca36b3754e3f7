"""Which NetDesk this is, and where to read more; and the sample network."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from netdesk import __version__
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.metrics import S, metrics
from netdesk.ui.widgets.buttons import plain_button
from netdesk.ui.widgets.labels import Body, WrapLabel
from netdesk.ui.widgets.panel import Panel


class SamplePanel(Panel):
    """``add_asked`` and ``remove_asked``; only the one that makes sense is offered."""

    add_asked = Signal()
    remove_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Sample network", parent=parent)
        self._words = WrapLabel("")
        self.add = plain_button(self.tr("Add the sample network"), Icon.IDEA)
        self.remove = plain_button(self.tr("Throw it away"), Icon.BIN)
        self.add.clicked.connect(self.add_asked)
        self.remove.clicked.connect(self.remove_asked)
        row = QHBoxLayout()
        row.addWidget(self.add)
        row.addWidget(self.remove)
        row.addStretch(1)
        self.body.addWidget(self._words)
        self.body.addLayout(row)
        self.show_sample(False)

    def show_sample(self, here: bool) -> None:
        """Say whether it is here."""
        self._words.setText(
            self.tr(
                "Invented people and events are here to try things with. Your own people stay when they go."
            )
            if here
            else self.tr(
                "Eighty invented people and two years of events to try everything with, marked as a sample."
            )
        )
        self.add.setVisible(not here)
        self.remove.setVisible(here)


class AboutPanel(Panel):
    """Name and version, and the way to more. ``about_asked``, ``details_asked``, ``log_asked``."""

    about_asked = Signal()
    details_asked = Signal()
    log_asked = Signal()

    def __init__(self, has_log: bool, parent: QWidget | None = None) -> None:
        super().__init__("About NetDesk", parent=parent)
        self.body.addWidget(Body(self.tr("NetDesk {0}").format(__version__)))
        self.body.addWidget(
            WrapLabel(self.tr("Free software under the MIT licence. NetDesk sends nothing anywhere."))
        )
        row = QHBoxLayout()
        row.setSpacing(metrics().px(S))
        about = plain_button(self.tr("Version and licences"), Icon.INFO)
        about.clicked.connect(self.about_asked)
        row.addWidget(about)
        copy = plain_button(self.tr("Copy details"), Icon.COPY)
        copy.clicked.connect(self.details_asked)
        row.addWidget(copy)
        if has_log:
            log = plain_button(self.tr("Show the log"), Icon.OPEN_FOLDER)
            log.clicked.connect(self.log_asked)
            row.addWidget(log)
        row.addStretch(1)
        self.body.addLayout(row)
