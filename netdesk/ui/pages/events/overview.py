"""What my events gave: a table by host or by purpose over the window; a press shows the events behind a line.

``open_overview(shell, picked)``: ``picked`` gets the :class:`EventQuery` of the line pressed.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QHeaderView, QTableView, QVBoxLayout, QWidget

from netdesk.services.event_query import EventQuery
from netdesk.services.event_worth import Grouping, GroupWorth, best_kind_sentence, worth_by
from netdesk.services.workspaces import Workspace
from netdesk.ui.pages.events.overview_model import COLUMNS, STARS, OverviewModel
from netdesk.ui.shell import Shell
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.metrics import XL, L, M, Type, metrics
from netdesk.ui.widgets.buttons import icon_button
from netdesk.ui.widgets.labels import SectionTitle, WrapLabel
from netdesk.ui.widgets.overlay import Overlay
from netdesk.ui.widgets.segments import Segments

WIDTH, HEIGHT = 940, 560
_ROW = 38
_SHARES = (28, 8, 8, 14, 10, 15, 14, 9)
_GROUPINGS = (Grouping.HOST, Grouping.PURPOSE)
_Found = tuple[Grouping, tuple[GroupWorth, ...], str]


def open_overview(shell: Shell, picked: Callable[[EventQuery], None]) -> EventsOverview:
    """Show what my events gave."""
    content = EventsOverview(shell)
    overlay = shell.show_overlay(content, width=WIDTH, height=HEIGHT)
    content.show_in(overlay, picked)
    content.table.setFocus(Qt.FocusReason.OtherFocusReason)
    return content


class EventsOverview(QWidget):
    """The sentence about the best kind of event, the two views, the table."""

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        sizes = metrics()
        self._shell = shell
        self._overlay: Overlay | None = None
        self._picked: Callable[[EventQuery], None] | None = None
        self.setAccessibleName("What my events gave")
        self.views = Segments(("By host", "By purpose"), name="Put together")
        self.views.picked.connect(self._read)
        self.model = OverviewModel(self)
        self.table = _Table()
        self.table.setModel(self.model)
        self.table.pressed_row.connect(self._pick)
        self.sentence = WrapLabel("", Type.BODY, "text-2")
        self.nothing = WrapLabel(
            "What each host and each purpose gave stands here after your first event.", Type.BODY, "text-2"
        )
        close = icon_button(Icon.CLOSE, "Close", "Esc", framed=False)
        close.clicked.connect(self._close)
        head = QHBoxLayout()
        head.setSpacing(sizes.px(M))
        head.addWidget(SectionTitle("What my events gave"))
        head.addStretch(1)
        head.addWidget(self.views)
        head.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(sizes.px(XL), sizes.px(L), sizes.px(L), sizes.px(L))
        layout.setSpacing(sizes.px(M))
        layout.addLayout(head)
        layout.addWidget(self.sentence)
        layout.addWidget(self.nothing)
        layout.addWidget(self.table, 1)
        layout.addWidget(
            WrapLabel(
                "“For each” is for each solid contact. Press a line to see its events.", Type.LABEL, "faint"
            )
        )
        self.nothing.hide()
        self.sentence.hide()
        self._read(0)

    def show_in(self, overlay: Overlay, picked: Callable[[EventQuery], None]) -> None:
        """Know the overlay to close and who is told of the line that is pressed."""
        self._overlay, self._picked = overlay, picked

    def _read(self, view: int) -> None:
        grouping, today = _GROUPINGS[view], self._shell.today()

        def read(workspace: Workspace) -> _Found:
            return grouping, worth_by(workspace, grouping), best_kind_sentence(workspace, today)

        self._shell.desk.ask(self, "overview", read, self._show)

    def _show(self, found: _Found) -> None:
        grouping, groups, sentence = found
        self.model.show_groups(grouping, groups)
        self.sentence.setText(sentence)
        self.sentence.setVisible(bool(sentence))
        self.nothing.setVisible(not groups)
        self.table.setVisible(bool(groups))
        if groups:
            self.table.setCurrentIndex(self.model.index(0, 0))

    def _pick(self, row: int) -> None:
        group = self.model.group(row)
        if group is None:
            return
        if _GROUPINGS[self.views.chosen()] is Grouping.HOST:
            query = EventQuery(host=group.name, attended=True)
        else:
            query = EventQuery(
                purpose="" if group.purpose is None else str(group.purpose.value), attended=True
            )
        self._close()
        if self._picked is not None:
            self._picked(query)

    def _close(self) -> None:
        if self._overlay is not None:
            self._overlay.close_overlay()


class _Table(QTableView):
    """Arrows walk, Enter or a press chooses a line, a head sorts."""

    pressed_row = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        sizes = metrics()
        self.setAccessibleName("What my events gave")
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(sizes.px(_ROW))
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setHighlightSections(False)
        # The arrow of the order stands right of the words, so that both keep a place for it.
        room = sizes.px(20)
        self.setStyleSheet(
            f"QHeaderView::section {{ padding-right: {room}px; }} QTableView::item {{ padding-right: {room}px; }}"
        )
        head.setSortIndicator(STARS, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        self.clicked.connect(self._clicked)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room, used = self.viewport().width(), 0
        for column in range(1, len(COLUMNS)):
            width = room * _SHARES[column] // sum(_SHARES)
            self.setColumnWidth(column, width)
            used += width
        self.setColumnWidth(0, room - used)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.pressed_row.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def _clicked(self, index: QModelIndex) -> None:
        self.pressed_row.emit(index.row())
