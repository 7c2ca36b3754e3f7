"""The card with the audit: a search that comes when it is asked for, the table, and who is next below it."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from netdesk.services.group_audit import Audit
from netdesk.ui.pages.groups.matrix_view import MatrixView
from netdesk.ui.theme.current import current_theme
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.icons import paint_icon
from netdesk.ui.theme.metrics import L, M, S, metrics
from netdesk.ui.widgets.labels import Secondary
from netdesk.ui.widgets.paint import shortened
from netdesk.ui.widgets.panel import paint_panel
from netdesk.ui.widgets.paragraph import Paragraph, Piece
from netdesk.ui.widgets.search_field import SearchField


class MatrixPanel(QFrame):
    """As high as its rows where there is room. ``search_ended()`` when the search goes away."""

    search_ended = Signal()

    def __init__(self, view: MatrixView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        sizes = metrics()
        self.view = view
        self.search = _MemberSearch("Search members")
        self.search.searched.connect(self._searched)
        self.search.left_downwards.connect(view.start)
        self.search.left_alone.connect(self.end_search)
        self.nothing = Secondary("")
        self.nothing.hide()
        self.next_line = NextLine()
        self._group = 0
        self._find = QWidget()
        find = QHBoxLayout(self._find)
        find.setContentsMargins(sizes.px(M), sizes.px(M), sizes.px(M), sizes.px(S))
        find.addWidget(self.search, 1)
        find.addWidget(self.nothing)
        self._find.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        layout.addWidget(self._find)
        layout.addWidget(view, 1)
        layout.addWidget(self.next_line)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)

    def show_audit(self, audit: Audit) -> None:
        """Show the members of a group and who is next."""
        same, self._group = audit.group.id == self._group, audit.group.id
        place = self.view.place()
        self.view.matrix.show_lines(audit.members)
        if same:
            self.view.back_to(place)
        self.next_line.show_audit(audit)
        self._say_nothing()

    def start_search(self) -> None:
        """Show the search and put the keyboard into it."""
        self._find.show()
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def end_search(self) -> None:
        """Take the search away; everybody is shown again."""
        if not self._find.isHidden():
            held = self.search.hasFocus()
            self.search.clear()
            self._find.hide()
            if held:
                self.view.start()

    def _searched(self, text: str) -> None:
        self.view.matrix.narrow(text)
        self._say_nothing()

    def _say_nothing(self) -> None:
        missed = bool(self.search.text().strip()) and not self.view.matrix.rowCount()
        self.nothing.setText("Nobody here has these words." if missed else "")
        self.nothing.setVisible(missed)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_panel(painter, self.rect(), current_theme())


class _MemberSearch(SearchField):
    """Esc in an empty line leaves it."""

    left_alone = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self.text():
            self.left_alone.emit()
        else:
            super().keyPressEvent(event)


class NextLine(QWidget):
    """A light bulb, and who is next to sit down with."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = Paragraph(parent=self)
        self.hide()

    def show_audit(self, audit: Audit) -> None:
        """Say it, or nothing where there is nothing to say."""
        pieces = next_pieces(audit)
        self.words.set_pieces(pieces)
        self.setVisible(bool(pieces))
        self._fit()

    def hasHeightForWidth(self) -> bool:
        # The card above would count as one whose height follows from its width, and ask for all its rows at least.
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Be as high as the words need at this width. A layout would put them in their place too late."""
        sizes = metrics()
        left, above = sizes.px(L + 20), sizes.px(L - 2)
        width = max(self.width(), sizes.px(300)) - left - sizes.px(L)
        height = self.words.heightForWidth(width)
        self.words.setGeometry(left, above, width, height)
        self.setFixedHeight(height + 2 * above)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(0, 0, self.width(), 1, current_theme().color("line"))
        side = metrics().px(16)
        place = QRect(metrics().px(L), metrics().px(L - 1), side, side)
        paint_icon(painter, place, Icon.IDEA, current_theme().color("text"))


def next_pieces(audit: Audit) -> list[Piece]:
    """The line below the table: "Next one-to-ones: Aoife Byrne, … – members for over six months …"."""
    if not audit.next_one_to_ones:
        return [(audit.next_sentence, False)] if audit.next_sentence else []
    one = len(audit.next_one_to_ones) == 1
    pieces: list[Piece] = [("Next one-to-one: " if one else "Next one-to-ones: ", False)]
    for place, person in enumerate(audit.next_one_to_ones):
        pieces += [(", ", False)] if place else []
        pieces.append((shortened(person.name, 80), True))
    pieces.append((f" – {audit.next_sentence}", False))
    return pieces
