"""A page that shows a list at the left and what is chosen in it at the right.

A subclass makes its parts, hands them to ``place`` and says in ``list_tables`` and ``page_tables`` what each side is
read from. It has ``start_search()``, ``go_and_new()``, ``move_to_bin`` and ``take_out_of_bin`` from here.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from netdesk.method.changes import Changes
from netdesk.services.workspaces import Workspace
from netdesk.ui.models.headed_ids import Titled
from netdesk.ui.pages.page import Page
from netdesk.ui.pages.side_panel import NARROW, WIDTH, SidePanel
from netdesk.ui.shell import Shell
from netdesk.ui.theme.metrics import XL, L, M, metrics
from netdesk.ui.widgets.empty_state import EmptyState

NARROW_UNTIL = 960
Operation = Callable[[Workspace], object]


class ListPage(Page):
    """The list keeps its width; what is chosen has the rest, or the words of an empty page."""

    list_tables: ClassVar[tuple[str, ...]] = ()
    page_tables: ClassVar[tuple[str, ...]] = ()

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(shell, parent)
        self._wanted = 0
        self._stack = QStackedWidget()

    def place(
        self,
        side: SidePanel,
        view: QWidget,
        empty: EmptyState,
        show: Callable[[int], None],
        finish: Callable[[], None],
    ) -> None:
        """Put the list beside the view.

        ``show`` is called with the id that is chosen, 0 for none; ``finish`` to save what is open in the view.
        """
        self._side, self._show, self._finish = side, show, finish
        self._stack.addWidget(empty)
        self._stack.addWidget(view)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(side)
        layout.addWidget(self._stack, 1)
        side.chosen.connect(show)
        side.turned.connect(self._turned)

    def redraw(self, changes: Changes | None) -> None:
        """Read anew what ``changes`` touched."""
        if changes is None or changes.touches(*self.list_tables):
            self._side.reload()
        if changes is None or changes.touches(*self.page_tables):
            self.redraw_chosen(changes)

    def redraw_chosen(self, changes: Changes | None) -> None:
        """Show again what is chosen, else what is first. Subclasses may have something else in its place."""
        one = self._wanted or self._side.selected() or self._side.first()
        self._wanted = 0
        self._show(one)

    def leave(self) -> bool:
        """Save whatever is open."""
        self._finish()
        return True

    def go_and_new(self) -> None:
        """Come to this page and open the form of a new one."""
        self.shell.go(self.name, new=True)

    def start_search(self) -> None:
        """Put the keyboard into the search of the list."""
        self._side.start_search()

    def move_to_bin(self, one: Titled, operation: Operation) -> None:
        """Put what is shown into the bin with ``operation``; its neighbour is shown."""
        self._finish()
        self._side.select(self._side.neighbour(one.id))
        self._do(operation, f"Moved “{one.title[:60]}” to the bin")

    def take_out_of_bin(self, one: Titled, operation: Operation) -> None:
        """Take what is shown out of the bin with ``operation``."""
        self._do(operation, f"Took “{one.title[:60]}” out of the bin")

    def _do(self, operation: Operation, said: str) -> None:
        self.shell.desk.do(operation, lambda _: self.shell.toast(said, undo=True), owner=self)

    def _turned(self) -> None:
        self._finish()
        self._show(self._side.first())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = event.size().width() < metrics().px(NARROW_UNTIL)
        self._side.setFixedWidth(metrics().px(NARROW if narrow else WIDTH))


def lay_out_view(view: QWidget, head: Sequence[QWidget], below: QWidget) -> None:
    """Put what is shown of the chosen one together: a head that stays, and below it what may scroll to the edge."""
    sizes = metrics()
    above = QVBoxLayout()
    above.setContentsMargins(0, 0, sizes.px(XL), 0)
    above.setSpacing(sizes.px(M))
    for widget in head:
        above.addWidget(widget)
    layout = QVBoxLayout(view)
    layout.setContentsMargins(sizes.px(XL + 2), sizes.px(L + 4), 0, 0)
    layout.setSpacing(sizes.px(M))
    layout.addLayout(above)
    layout.addWidget(below, 1)
