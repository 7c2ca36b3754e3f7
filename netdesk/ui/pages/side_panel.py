"""The left side of a page: title, + new, a search, and the list of what the page shows one of.

A subclass lays out what it finds things with (``lay_out``), reads the list (``reload``), and says whether the bin is
shown (``shows_bin``, ``turn_to_bin``). The page asks for ``selected()``, ``select(id)`` and ``focus_list()``.
"""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QStyledItemDelegate, QToolButton, QVBoxLayout, QWidget

from netdesk.ui.models.headed_ids import HeadedIds
from netdesk.ui.models.headed_list import HeadedList
from netdesk.ui.shell import Shell
from netdesk.ui.theme.current import current_theme
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.metrics import L, M, S, Type, metrics
from netdesk.ui.widgets.labels import PageTitle, WrapLabel
from netdesk.ui.widgets.row_menu import Entry, RowMenu
from netdesk.ui.widgets.search_field import SearchField

WIDTH = 300
NARROW = 250


class SidePanel(QWidget):
    """``chosen(int)``: another one; ``new_wanted()``; ``opened()`` by Enter; ``turned()`` to or from the bin."""

    chosen = Signal(object)
    new_wanted = Signal()
    opened = Signal()
    turned = Signal()

    def __init__(
        self,
        shell: Shell,
        name: str,
        rows: HeadedIds,
        delegate: QStyledItemDelegate,
        menu: RowMenu,
        parent: QWidget | None = None,
    ) -> None:
        """``name`` says what the list holds: "Events"."""
        super().__init__(parent)
        self._shell, self._name = shell, name
        self._rows = rows
        self.title = PageTitle(name)
        self.menu = menu
        self.menu.entries = self._entries
        self.search = SearchField(f"Search {name.lower()}")
        self.search.searched.connect(self._searched)
        self.search.left_downwards.connect(self.focus_list)
        self.list = HeadedList(name, rows, delegate)
        self.list.chosen.connect(self._chosen)
        self.list.opened.connect(self.opened)
        self.nothing = WrapLabel("", Type.SECONDARY, "text-2")
        self.nothing.hide()

    # What a subclass does ----------------------------------------------------------------------

    def reload(self) -> None:
        """Read the list anew; what is chosen stays chosen. Subclasses override this."""

    def shows_bin(self) -> bool:
        """Tell whether the bin is shown in the place of the list. Subclasses override this."""
        return False

    def turn_to_bin(self, binned: bool) -> None:
        """Ask for what lies in the bin from now on, or for the rest. Subclasses override this."""

    def list_entries(self) -> list[Entry | None]:
        """Give what the menu offers above the bin. Subclasses may override this."""
        return []

    def count_in_bin(self) -> int:
        """Count what lies in the bin. Subclasses override this."""
        return 0

    def look_for(self, text: str) -> None:
        """Show what holds these words. Subclasses override this."""

    def lay_out(self, add: QToolButton, finding: QWidget | None, *above: QWidget) -> None:
        """Put + new into the head, ``finding`` beside the search, ``above`` over the list."""
        sizes = metrics()
        add.clicked.connect(self._new)
        head = QHBoxLayout()
        head.setContentsMargins(sizes.px(S), 0, sizes.px(S), 0)
        head.addWidget(self.title)
        head.addStretch(1)
        head.addWidget(add)
        head.addWidget(self.menu)
        search = QHBoxLayout()
        search.setSpacing(sizes.px(S))
        search.addWidget(self.search, 1)
        if finding is not None:
            search.addWidget(finding)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(sizes.px(M), sizes.px(L), sizes.px(M), 0)
        layout.setSpacing(sizes.px(M))
        layout.addLayout(head)
        layout.addLayout(search)
        for widget in above:
            layout.addWidget(widget)
        layout.addWidget(self.nothing)
        layout.addWidget(self.list, 1)

    def show_nothing(self, words: str) -> None:
        """Say why the list is empty; no words where it is not."""
        self.nothing.setText(words)
        self.nothing.setVisible(bool(words))

    # What pages ask ----------------------------------------------------------------------------

    def select(self, one: int, *, tell: bool = True) -> bool:
        """Choose one in the list; whether it is there."""
        index = self._rows.index_of(one)
        self.list.choose(index, tell=tell)
        return index.isValid()

    def selected(self) -> int:
        """Give the id of what is chosen, 0 for none."""
        return self.list.current_id()

    def first(self) -> int:
        """Give the id that stands first, 0 without any."""
        return self._rows.first_id()

    def neighbour(self, one: int) -> int:
        """Give the id after this one, else the one before it, else 0."""
        return self._rows.neighbour(one)

    def show_bin(self, binned: bool = True) -> None:
        """Show what lies in the bin, or the rest again."""
        self.turn_to_bin(binned)
        self.list.choose(QModelIndex(), tell=False)
        self.reload()
        self.turned.emit()

    def focus_list(self) -> None:
        """Put the keyboard into the list, on something that can be chosen."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        if not self.selected() and self.first():
            self.select(self.first())

    def start_search(self) -> None:
        """Put the keyboard into the search."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _entries(self) -> list[Entry | None]:
        if self.shows_bin():
            return [Entry(f"Back to the {self._name.lower()}", self._back, Icon.BACK)]
        count = self.count_in_bin()
        words = f"Show the bin ({count})" if count else "The bin is empty"
        offered = self.list_entries()
        rule: list[Entry | None] = [None] if offered else []
        return [*offered, *rule, Entry(words, self.show_bin, Icon.BIN, enabled=count > 0)]

    def _back(self) -> None:
        self.show_bin(False)

    def _searched(self, text: str) -> None:
        self.look_for(text)

    def _chosen(self, one: int) -> None:
        self.chosen.emit(one)

    def _new(self) -> None:
        self.new_wanted.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.width() - 1, 0, 1, self.height(), current_theme().color("line"))
