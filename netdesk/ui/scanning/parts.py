"""The outer parts of the scanner: its head, the list side and the foot."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from netdesk.ui.importing.card_head import CardHead
from netdesk.ui.importing.rule import Rule
from netdesk.ui.scanning.fields_panel import FieldsPanel
from netdesk.ui.scanning.looking import Looking
from netdesk.ui.scanning.shot_rows import ShotRows
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.metrics import XL, L, M, S, Type, metrics
from netdesk.ui.widgets.buttons import plain_button, primary_button
from netdesk.ui.widgets.labels import ElidedLabel, WrapLabel
from netdesk.ui.widgets.progress_line import ProgressLine

LIST_WIDTH, FIELDS_WIDTH = 216, 336


class ScanHead(CardHead):
    """Says where the cards go."""

    def __init__(self, event: str, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        goes_to = self.tr("Cards from {0}. ").format(" ".join(event.split())[:120]) if event else ""
        safe = self.tr("Nothing leaves this computer, and nothing is written until you add a card.")
        self.title.setText(self.tr("Scan business cards"))
        self.subtitle.setText(goes_to + safe)


class ListSide(QWidget):
    """The pictures, and how more of them come."""

    more = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        sizes = metrics()
        self.rows = ShotRows()
        self.choose = plain_button(self.tr("Choose pictures…"), Icon.PICTURE)
        self.choose.clicked.connect(self.more)
        hint = WrapLabel(self.tr("or drop them here, or paste one with Ctrl+V"), Type.SECONDARY, "faint")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.px(S))
        column.addWidget(self.rows, 1)
        column.addWidget(self.choose)
        column.addWidget(hint)
        self.setFixedWidth(sizes.px(LIST_WIDTH))


class Columns(QWidget):
    """The list, the picture and its fields, side by side."""

    def __init__(self, reads_text: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        sizes = metrics()
        self.list_side = ListSide()
        self.looking = Looking(reads_text)
        self.panel = FieldsPanel()
        self.panel.setFixedWidth(sizes.px(FIELDS_WIDTH))
        row = QHBoxLayout(self)
        row.setContentsMargins(sizes.px(XL), 0, sizes.px(XL), 0)
        row.setSpacing(sizes.px(L))
        row.addWidget(self.list_side)
        row.addWidget(self.looking, 1)
        row.addWidget(self.panel)


class Foot(QWidget):
    """What is being read, with Cancel; *Skip*; and the one button that adds the card."""

    cancelled = Signal()
    skipped = Signal()
    accepted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        sizes = metrics()
        self.progress = ProgressLine(delay_ms=0)
        self.progress.cancelled.connect(self.cancelled)
        self._said = ElidedLabel("", Type.SECONDARY, "text-2")
        self.skip = plain_button(self.tr("Skip"), Icon.NEXT)
        self.add = primary_button(self.tr("Add card"), shortcut="Ctrl+Return")
        self.skip.clicked.connect(self.skipped)
        self.add.clicked.connect(self.accepted)
        told = QVBoxLayout()
        told.addWidget(self._said)
        told.addWidget(self.progress)
        row = QHBoxLayout()
        row.setContentsMargins(sizes.px(XL), sizes.px(M), sizes.px(XL), sizes.px(M))
        row.setSpacing(sizes.px(M))
        row.addLayout(told, 1)
        row.addWidget(self.skip)
        row.addWidget(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Rule())
        column.addLayout(row)

    def say(self, words: str) -> None:
        """Say something where the progress stands while there is some."""
        self._said.setText(words)

    def said(self) -> str:
        """What is said now."""
        return self._said.text()

    def advance(self, done: int, of: int) -> None:
        """Show how many pictures are read; nothing when all are."""
        if done >= of:
            self.progress.finish()
            self._said.show()
            return
        if self.progress.isHidden():
            self.progress.start("")
        self._said.hide()
        words = self.tr("Reading {0} of {1}").format(done + 1, of)
        self.progress.advance(done, of if of > 1 else 0, words)

    def offer(self, words: str, *, can_add: bool, can_skip: bool) -> None:
        """What the primary button does now, and whether it and *Skip* can be pressed."""
        self.add.setText(words)
        self.add.setAccessibleName(words)
        self.add.setEnabled(can_add)
        self.skip.setEnabled(can_skip)
