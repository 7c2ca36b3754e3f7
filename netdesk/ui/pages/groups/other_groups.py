"""Going from the group that is shown to another one: the list under its name, the next and the one before, the bin."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QPoint

from netdesk.services.group_list import GroupFilter, GroupRow, group_rows
from netdesk.ui.pages.groups.group_view import GroupView
from netdesk.ui.shell import Shell
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.widgets.paint import shortened
from netdesk.ui.widgets.row_menu import Entry, open_menu

_MOST_BINNED = 10


class OtherGroups(QObject):
    """Calls ``show`` with the id of the group that is gone to, ``new`` for a group that is not there yet."""

    def __init__(
        self, shell: Shell, view: GroupView, show: Callable[[int], None], new: Callable[[], None]
    ) -> None:
        super().__init__(view)
        self._shell, self._view = shell, view
        self._show, self._new = show, new

    def choose(self) -> None:
        """Open the list of groups under the name."""
        title = self._view.header.title
        open_menu(self._entries(), title, title.mapToGlobal(QPoint(0, title.height())))

    def following(self) -> None:
        """Go to the group that follows by its name, from the last one to the first."""
        self._step(1)

    def previous(self) -> None:
        """Go to the group before this one."""
        self._step(-1)

    def neighbour(self) -> int:
        """Give the id of the group after this one, else of the one before it, else 0."""
        ids = [row.id for row in self._rows()]
        shown = self._view.group_id()
        place = ids.index(shown) if shown in ids else 0
        others = ids[place + 1 :] or ids[:place][::-1]
        return others[0] if others else 0

    def show_bin(self) -> None:
        """Show the first group that lies in the bin."""
        binned = self._rows(binned=True)
        if binned:
            self._show(binned[0].id)

    def _step(self, by: int) -> None:
        ids = [row.id for row in self._rows()]
        shown = self._view.group_id()
        if ids:
            place = ids.index(shown) if shown in ids else -by
            self._show(ids[(place + by) % len(ids)])

    def _rows(self, *, binned: bool = False) -> tuple[GroupRow, ...]:
        return self._shell.desk.read(lambda workspace: group_rows(workspace, GroupFilter(binned=binned)))

    def _entries(self) -> list[Entry | None]:
        shown = self._view.group_id()
        entries: list[Entry | None] = [
            Entry(
                f"{shortened(row.name, 40)} · {row.line}",
                partial(self._show, row.id),
                checked=row.id == shown,
            )
            for row in self._rows()
        ]
        entries += [None, Entry("New group…", self._new, Icon.ADD, "Ctrl+Shift+G")]
        binned = self._rows(binned=True)
        if binned:
            entries.append(None)
            entries += [
                Entry(f"In the bin: {shortened(row.name, 40)}", partial(self._show, row.id), Icon.BIN)
                for row in binned[:_MOST_BINNED]
            ]
        return entries
