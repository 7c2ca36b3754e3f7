"""Choosing one of many pitches: a search line and the list, Enter takes the newest version."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHBoxLayout, QListView, QVBoxLayout, QWidget

from netdesk.services.pitch_list import PitchFilter, PitchRow, pitch_rows
from netdesk.services.pitch_page import LastTime
from netdesk.ui.models.headed_ids import ROW
from netdesk.ui.pages.pitches.list_delegate import PitchDelegate
from netdesk.ui.pages.pitches.list_model import Grouping, PitchListModel
from netdesk.ui.shell import Shell
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.metrics import XL, M, Type, metrics
from netdesk.ui.widgets.banner import Banner
from netdesk.ui.widgets.buttons import plain_button, primary_button
from netdesk.ui.widgets.labels import PageTitle, WrapLabel
from netdesk.ui.widgets.overlay import Overlay
from netdesk.ui.widgets.search_field import SearchField

_KEYS = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)


def open_pitch_chooser(
    shell: Shell, done: Callable[[int], None], last_time: LastTime | None = None
) -> PitchChooser:
    """Show the pitches over the window; ``done`` is called with the id of the version that is chosen.

    ``last_time`` is what was said to the same group before: choosing it again is warned of.
    """
    chooser = PitchChooser(shell, done, last_time)
    chooser.shown_in(shell.show_overlay(chooser, width=520, height=560))
    return chooser


class PitchChooser(QWidget):
    """The keyboard stays in the search line; ↑ and ↓ walk in the list."""

    def __init__(self, shell: Shell, done: Callable[[int], None], last_time: LastTime | None) -> None:
        super().__init__()
        self._shell, self._done, self._last_time = shell, done, last_time
        self._overlay: Overlay | None = None
        self._text: str | None = None
        self.setAccessibleName("Choose a pitch")
        self.search = SearchField("Search pitches")
        self.search.searched.connect(self.look_for)
        self.search.installEventFilter(self)
        self.model = PitchListModel()
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(PitchDelegate(self.list))
        self.list.setAccessibleName("Pitches to choose from")
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.doubleClicked.connect(self._take)
        self.list.installEventFilter(self)
        self.again = Banner("" if last_time is None else last_time.sentence, "warn", Icon.HISTORY)
        self.list.selectionModel().currentChanged.connect(self._warn)
        self.nothing = WrapLabel("No pitch has these words.", Type.SECONDARY, "text-2")
        cancel, choose = plain_button("Cancel", None, "Esc"), primary_button("Choose", None, "Return")
        cancel.clicked.connect(self._close)
        choose.clicked.connect(self.take)
        sizes = metrics()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(*(sizes.px(XL),) * 4)
        outer.setSpacing(sizes.px(M))
        outer.addWidget(PageTitle("Choose a pitch"))
        for widget in (self.search, self.nothing):
            outer.addWidget(widget)
        outer.addWidget(self.list, 1)
        outer.addWidget(self.again)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(cancel)
        foot.addWidget(choose)
        outer.addLayout(foot)
        self.look_for("")

    def shown_in(self, overlay: Overlay) -> None:
        """Remember the overlay, to close it when one is chosen."""
        self._overlay = overlay
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def look_for(self, text: str) -> None:
        """Show the pitches that hold these words."""
        if text == self._text:
            return
        self._text = text
        rows = self._shell.desk.read(lambda workspace: pitch_rows(workspace, PitchFilter(text)))
        self.model.show_rows(rows, Grouping.NONE)
        self.nothing.setVisible(not rows)
        self.list.setCurrentIndex(self.model.index(0))
        self._warn(self.list.currentIndex())

    def take(self) -> None:
        """Choose the pitch the list stands on."""
        self._take(self.list.currentIndex())

    def _warn(self, current: QModelIndex) -> None:
        row, last = current.data(ROW), self._last_time
        self.again.setVisible(
            isinstance(row, PitchRow) and last is not None and last.version_id == row.version_id
        )

    def _take(self, index: QModelIndex) -> None:
        row = index.data(ROW)
        if isinstance(row, PitchRow):
            self._close()
            self._done(row.version_id)

    def _close(self) -> None:
        if self._overlay is not None:
            self._overlay.close_overlay()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if watched is self.search:
                self.look_for(self.search.text().strip())
            self.take()
            return True
        if watched is self.search and event.key() in _KEYS:
            self.list.keyPressEvent(event)
            return True
        return False
