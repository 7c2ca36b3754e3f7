"""One fit: the two of them, the sentence that says why, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from netdesk.services.fits import Fit
from netdesk.ui.delegates.photos import Photos
from netdesk.ui.introductions.person_tag import PersonTag
from netdesk.ui.theme.current import current_theme
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.icons import paint_icon
from netdesk.ui.theme.metrics import ICON, M, S, metrics
from netdesk.ui.widgets.buttons import plain_button, quiet_button
from netdesk.ui.widgets.flow_layout import FlowLayout
from netdesk.ui.widgets.paragraph import Paragraph
from netdesk.ui.widgets.row_menu import Entry, open_menu

FitKey = tuple[int, int]


class _BothWays(QWidget):
    """The sign between the two."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(metrics().px(ICON), metrics().px(32))

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_icon(QPainter(self), self.rect(), Icon.INTRODUCTION, current_theme().color("text-2"))


class FitRow(QWidget):
    """``introduced(fit)`` and ``refused(fit)`` by its buttons, I and Delete; ``opened(person_id)`` by a name."""

    introduced = Signal(object)
    refused = Signal(object)
    opened = Signal(object)
    walked = Signal(object, int)
    """An arrow wants the row above this one (-1) or below it (1)."""

    def __init__(self, fit: Fit, photos: Photos, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fit = fit
        self.is_last = False
        sizes = metrics()
        self.setAccessibleName(f"{fit.person} and {fit.other}")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, sizes.px(S), 0, sizes.px(M))
        box.setSpacing(sizes.px(S - 3))
        self.person = PersonTag(fit.person_id, fit.person, fit.organisation, fit.photo, photos)
        self.other = PersonTag(fit.other_id, fit.other, fit.other_organisation, fit.other_photo, photos)
        second = QWidget()
        pair = QHBoxLayout(second)
        pair.setContentsMargins(0, 0, 0, 0)
        pair.setSpacing(sizes.px(S))
        pair.addWidget(_BothWays())
        pair.addWidget(self.other)
        both = QWidget()
        flow = FlowLayout(both, gap=8, line_gap=2)
        flow.addWidget(self.person)
        flow.addWidget(second)
        self.words = Paragraph()
        self.words.set_pieces([(run.text, run.marked) for run in fit.runs])
        self.introduce = plain_button(self.tr("Introduce…"), small=True)
        self.introduce.setAccessibleName(f"Introduce {fit.person} to {fit.other}")
        self.refuse = quiet_button(self.tr("Not a fit"), small=True)
        self.refuse.setAccessibleName(f"{fit.person} and {fit.other}: not a fit")
        deeds = QHBoxLayout()
        deeds.setSpacing(sizes.px(S))
        deeds.addWidget(self.introduce)
        deeds.addWidget(self.refuse)
        deeds.addStretch(1)
        box.addWidget(both)
        box.addWidget(self.words)
        box.addSpacing(sizes.px(3))
        box.addLayout(deeds)
        for tag in (self.person, self.other):
            tag.opened.connect(self.opened)
        for button in (self.person, self.other, self.introduce, self.refuse):
            button.installEventFilter(self)
        self.introduce.clicked.connect(self._introduce)
        self.refuse.clicked.connect(self._refuse)

    @property
    def key(self) -> FitKey:
        """Who and who."""
        return (self.fit.person_id, self.fit.other_id)

    def _introduce(self) -> None:
        self.introduced.emit(self.fit)

    def _refuse(self) -> None:
        self.refused.emit(self.fit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_I and not event.modifiers():
            self._introduce()
        elif event.key() == Qt.Key.Key_Delete:
            self._refuse()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows go from row to row; a button would go to its neighbour."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
            if step is not None:
                self.walked.emit(self, step)
                return True
        return super().eventFilter(watched, event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        entries = [
            Entry(self.tr("Introduce…"), self._introduce, Icon.INTRODUCTION, "I"),
            Entry(self.tr("Not a fit"), self._refuse, Icon.CLOSE, "Del"),
            None,
            Entry(f"Open {self.fit.given}", self.person.click, Icon.PERSON),
            Entry(f"Open {self.fit.other_given}", self.other.click, Icon.PERSON),
        ]
        open_menu(entries, self, event.globalPos())

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.is_last:
            QPainter(self).fillRect(0, self.height() - 1, self.width(), 1, current_theme().color("line"))
