"""What NetDesk is made of, and where its log is; and the sample network."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from netdesk.services.versions import parts
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.metrics import L, S, metrics
from netdesk.ui.widgets.buttons import plain_button
from netdesk.ui.widgets.labels import Body, Faint, Secondary, WrapLabel
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
    """Versions and licences. ``copied`` carries them as text, ``log_asked`` opens the log's folder."""

    copied = Signal(str)
    log_asked = Signal()

    def __init__(self, has_log: bool, parent: QWidget | None = None) -> None:
        super().__init__("About NetDesk", parent=parent)
        self.body.addWidget(
            WrapLabel(self.tr("Free software under the MIT licence. NetDesk sends nothing anywhere."))
        )
        grid = QGridLayout()
        grid.setHorizontalSpacing(metrics().px(L))
        grid.setVerticalSpacing(metrics().px(2))
        grid.setColumnStretch(0, 1)
        self._parts = parts()
        for row, part in enumerate(self._parts):
            grid.addWidget(Body(part.name) if row == 0 else Secondary(part.name), row, 0)
            grid.addWidget(Faint(part.version), row, 1)
            grid.addWidget(Faint(part.licence), row, 2)
        self.body.addLayout(grid)
        row_of_buttons = QHBoxLayout()
        row_of_buttons.setSpacing(metrics().px(S))
        copy = plain_button(self.tr("Copy versions"), Icon.COPY)
        copy.clicked.connect(self._copy)
        row_of_buttons.addWidget(copy)
        if has_log:
            log = plain_button(self.tr("Show the log"), Icon.OPEN_FOLDER)
            log.clicked.connect(self.log_asked)
            row_of_buttons.addWidget(log)
        row_of_buttons.addStretch(1)
        self.body.addLayout(row_of_buttons)

    def _copy(self) -> None:
        self.copied.emit("\n".join(f"{part.name} {part.version}".rstrip() for part in self._parts))
