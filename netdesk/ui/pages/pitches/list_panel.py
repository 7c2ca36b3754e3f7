"""The left side: title, + new, search, what is shown, the list of pitches."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHBoxLayout, QListView, QVBoxLayout, QWidget

from netdesk.method.pitches import PitchKind
from netdesk.services.pitch_list import PitchFilter, count_binned_pitches, pitch_audiences, pitch_rows
from netdesk.ui.pages.events.row_menu import Entry, RowMenu
from netdesk.ui.pages.pitches.list_delegate import PitchDelegate
from netdesk.ui.pages.pitches.list_model import Grouping, Index, PitchListModel
from netdesk.ui.shell import Shell
from netdesk.ui.theme.current import current_theme
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.metrics import L, M, S, Type, metrics
from netdesk.ui.widgets.buttons import icon_button
from netdesk.ui.widgets.chip import FilterChip
from netdesk.ui.widgets.flow_layout import FlowLayout
from netdesk.ui.widgets.labels import PageTitle, WrapLabel
from netdesk.ui.widgets.search_field import SearchField

WIDTH = 300
NARROW = 250
_MOST_AUDIENCES = 12
_GROUPINGS = {
    Grouping.NONE: "The newest first",
    Grouping.KIND: "Group by kind",
    Grouping.AUDIENCE: "Group by audience",
}


class PitchListPanel(QWidget):
    """``chosen(int)``: another pitch; ``new_wanted()``; ``opened()`` by Enter; ``turned()`` to or from the bin."""

    chosen = Signal(object)
    new_wanted = Signal()
    opened = Signal()
    turned = Signal()

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self.wanted = PitchFilter()
        self.grouping = Grouping.NONE
        self.title = PageTitle("Pitches")
        self.menu = RowMenu("What the list shows", Icon.FILTER)
        self.menu.entries = self._entries
        self.search = SearchField("Search pitches")
        self.search.searched.connect(self._searched)
        self.search.left_downwards.connect(self.focus_list)
        self.kind_chip, self.audience_chip = _closable(), _closable()
        self.kind_chip.closed.connect(self._any_kind)
        self.audience_chip.closed.connect(self._any_audience)
        self.model = PitchListModel()
        self.list = _List()
        self.list.setModel(self.model)
        self.list.setItemDelegate(PitchDelegate(self.list))
        self.list.chosen.connect(self.chosen)
        self.list.opened.connect(self.opened)
        self.nothing = WrapLabel("", Type.SECONDARY, "text-2")
        self.nothing.hide()
        self._lay_out()

    def reload(self) -> None:
        """Read the pitches anew; the chosen one stays chosen."""
        if self.wanted.binned and not self._shell.desk.read(count_binned_pitches):
            self._set(replace(self.wanted, binned=False))
        wanted = self.wanted
        chosen = self.list.current_pitch()
        rows = self._shell.desk.read(lambda workspace: pitch_rows(workspace, wanted))
        self.model.show_rows(rows, self.grouping)
        self.nothing.setText(_nothing_words(wanted))
        self.nothing.setVisible(not rows)
        if chosen:
            self.select(chosen, tell=False)

    def select(self, pitch_id: int, *, tell: bool = True) -> bool:
        """Choose a pitch in the list; whether it is there."""
        index = self.model.index_of(pitch_id)
        self.list.choose(index, tell=tell)
        return index.isValid()

    def selected(self) -> int:
        """Give the chosen pitch's id, 0 for none."""
        return self.list.current_pitch()

    def shows_bin(self) -> bool:
        """Tell whether the bin is shown in the place of the pitches."""
        return self.wanted.binned

    def show_bin(self, binned: bool = True) -> None:
        """Show what lies in the bin, or the pitches again."""
        self._set(PitchFilter(binned=binned))
        self.search.clear()
        self.list.choose(QModelIndex(), tell=False)
        self.reload()
        self.turned.emit()

    def show_all(self) -> None:
        """Take the search and every filter away, and leave the bin."""
        if self.wanted != PitchFilter():
            self._set(PitchFilter())
            self.search.clear()
            self.reload()

    def group_by(self, grouping: Grouping) -> None:
        """Put the pitches under headings, or all together."""
        self.grouping = grouping
        self.reload()

    def only_kind(self, kind: PitchKind | None) -> None:
        """Show the pitches of one kind, or of every kind."""
        self._set(replace(self.wanted, kind=kind))
        self.reload()

    def only_audience(self, audience: str | None) -> None:
        """Show the pitches for one audience, or for all."""
        self._set(replace(self.wanted, audience=audience))
        self.reload()

    def focus_list(self) -> None:
        """Put the keyboard into the list, on a pitch; what was typed last in the search is looked for first."""
        self._searched(self.search.text().strip())
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        if not self.list.current_pitch() and self.model.first_pitch():
            self.select(self.model.first_pitch())

    def _set(self, wanted: PitchFilter) -> None:
        self.wanted = wanted
        self.title.setText("Bin" if wanted.binned else "Pitches")
        for chip, words in (
            (self.kind_chip, "" if wanted.kind is None else wanted.kind.label),
            (self.audience_chip, wanted.audience or ""),
        ):
            chip.setText(words if len(words) <= 24 else f"{words[:23]}…")
            chip.setAccessibleName(f"Only {words}; Delete shows all again")
            chip.setVisible(bool(words))
        self._chips.setVisible(wanted.kind is not None or wanted.audience is not None)

    def _entries(self) -> list[Entry | None]:
        if self.shows_bin():
            return [Entry("Back to the pitches", self._back, Icon.BACK)]
        entries: list[Entry | None] = [
            Entry(words, partial(self.group_by, grouping), checked=self.grouping is grouping)
            for grouping, words in _GROUPINGS.items()
        ]
        entries.append(None)
        entries += [
            Entry(
                f"Only: {kind.label.lower()}", partial(self.only_kind, kind), checked=self.wanted.kind is kind
            )
            for kind in PitchKind
        ]
        audiences = self._shell.desk.read(pitch_audiences)[:_MOST_AUDIENCES]
        if audiences:
            entries.append(None)
        entries += [
            Entry(f"For {each}", partial(self.only_audience, each), checked=self.wanted.audience == each)
            for each in audiences
        ]
        count = self._shell.desk.read(count_binned_pitches)
        words = f"Show the bin ({count})" if count else "The bin is empty"
        return [*entries, None, Entry(words, self.show_bin, Icon.BIN, enabled=count > 0)]

    def _lay_out(self) -> None:
        sizes = metrics()
        add = icon_button(Icon.ADD, "New pitch", "Ctrl+Shift+P", framed=False)
        add.clicked.connect(self._new)
        head = QHBoxLayout()
        head.setContentsMargins(sizes.px(S), 0, sizes.px(S), 0)
        head.addWidget(self.title)
        head.addStretch(1)
        head.addWidget(add)
        head.addWidget(self.menu)
        self._chips = QWidget()
        flow = FlowLayout(self._chips, gap=6)
        flow.addWidget(self.kind_chip)
        flow.addWidget(self.audience_chip)
        self._chips.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(sizes.px(M), sizes.px(L), sizes.px(M), 0)
        layout.setSpacing(sizes.px(M))
        layout.addLayout(head)
        layout.addWidget(self.search)
        layout.addWidget(self._chips)
        layout.addWidget(self.nothing)
        layout.addWidget(self.list, 1)

    def _back(self) -> None:
        self.show_bin(False)

    def _any_kind(self) -> None:
        self.only_kind(None)

    def _any_audience(self) -> None:
        self.only_audience(None)

    def _searched(self, text: str) -> None:
        if text != self.wanted.text:
            self._set(replace(self.wanted, text=text))
            self.reload()

    def _new(self) -> None:
        self.new_wanted.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.width() - 1, 0, 1, self.height(), current_theme().color("line"))


def _closable() -> FilterChip:
    chip = FilterChip("", checked=True, closable=True, checkable=False)
    chip.hide()
    return chip


def _nothing_words(wanted: PitchFilter) -> str:
    if wanted.text:
        return f"No pitch mentions “{wanted.text[:60]}”."
    return "No pitch of that sort." if wanted.is_narrow else "No pitches yet."


class _List(QListView):
    """Arrows pass over the headings; the list tells only what a person chose."""

    chosen = Signal(object)
    opened = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._quiet = False
        self.setAccessibleName("Pitches")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.setStyleSheet("QListView { background: transparent; }")

    def current_pitch(self) -> int:
        """Give the chosen pitch's id, 0 for none."""
        model = self.model()
        return model.pitch_at(self.currentIndex()) if isinstance(model, PitchListModel) else 0

    def choose(self, index: QModelIndex, *, tell: bool) -> None:
        """Choose an entry and bring it into view."""
        self._quiet = not tell
        if index.isValid():
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.scrollTo(index)
        else:
            self.selectionModel().clear()
        self._quiet = False

    def sizeHint(self) -> QSize:
        return QSize(metrics().px(WIDTH), metrics().px(WIDTH))

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        pitch = self.current_pitch()
        if pitch and not self._quiet:
            self.chosen.emit(pitch)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        else:
            super().keyPressEvent(event)
