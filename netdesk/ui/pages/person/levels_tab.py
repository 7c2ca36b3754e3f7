"""The tab "Levels" of a person's page: what the next level asks for, time at each level, all moves and why."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from netdesk.method.changes import Changes
from netdesk.method.dates import span_words
from netdesk.services.level_page import Asked, LevelRecord, LevelTime, MoveLine, level_record
from netdesk.services.levels import give_reason_for_moves
from netdesk.services.person_page import PersonPage
from netdesk.ui.pages.board.reason_card import ReasonCard
from netdesk.ui.pages.person.move_row import MoveRow
from netdesk.ui.shell import Shell
from netdesk.ui.theme.current import current_theme
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.icons import paint_icon
from netdesk.ui.theme.metrics import ICON, L, M, S, Type, metrics
from netdesk.ui.widgets.buttons import link_button
from netdesk.ui.widgets.keyed_row import place_of_keyboard
from netdesk.ui.widgets.labels import Caption, ElidedLabel, Faint, WrapLabel, wrappable
from netdesk.ui.widgets.pips import Pips
from netdesk.ui.widgets.scroll_area import VerticalScroll
from netdesk.ui.widgets.share_bar import Bar

_AT_FIRST = 10
_NAME = 60
_LEVEL_ROLES = ("level-1-mark", "level-2-mark", "level-3-mark", "level-4-mark", "level-5-mark")


class LevelsTab(QWidget):
    """``rows()`` are the moves shown, newest first; a reason is written or changed from each."""

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._page: PersonPage | None = None
        self._limit = _AT_FIRST
        self._content = QWidget()
        self._column = QVBoxLayout(self._content)
        self._column.setContentsMargins(0, 0, metrics().px(S), metrics().px(S))
        self._column.setSpacing(metrics().px(S))
        self._moves: list[MoveRow] = []
        self.view = VerticalScroll(self._content)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, metrics().px(M), 0, 0)
        outer.addWidget(self.view)

    def show_page(self, page: PersonPage) -> None:
        """Show another person, or the same one anew."""
        if self._page is None or self._page.id != page.id:
            self._limit = _AT_FIRST
        self._page = page
        self._draw()

    def rows(self) -> list[MoveRow]:
        """The moves shown, newest first."""
        return list(self._moves)

    def _draw(self) -> None:
        assert self._page is not None
        held = place_of_keyboard(self._moves)
        ask = partial(level_record, person_id=self._page.id, today=self._shell.today())
        record = self._shell.desk.read(ask)
        self._empty()
        if record.asked and record.next_level is not None and record.level is not None:
            enough = self.tr("one of these") if record.level.evidence_any else self.tr("all of these")
            words = self.tr("For {0}: {1}") if len(record.asked) > 1 else self.tr("For {0}")
            self._title(words.format(record.next_level.name[:_NAME], enough))
            for asked in record.asked:
                self._column.addWidget(_asked_line(asked))
        elif record.readiness is not None:
            self._column.addWidget(WrapLabel(record.readiness.sentence, Type.BODY, "text-2"))
        if record.times:
            self._title(self.tr("Time at each level"))
            self._column.addWidget(_times(record.times))
        self._add_moves(record)
        self._column.addStretch(1)
        if 0 <= held < len(self._moves):
            self._moves[held].setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_moves(self, record: LevelRecord) -> None:
        self._title(self.tr("Moves"))
        if not record.moves:
            words = self.tr(
                "Not moved yet." if record.level else "Not on the board yet; drag the card to a level."
            )
            self._column.addWidget(WrapLabel(words, Type.BODY, "text-2"))
        for line in record.moves[: self._limit]:
            row = MoveRow(line, self._shell.today())
            row.reason_asked.connect(self._ask_why)
            self._moves.append(row)
            self._column.addWidget(row)
            # At once: the keyboard may go there before Qt would show it.
            row.show()
        if len(record.moves) > self._limit:
            more = link_button(self.tr("Show all {0:,}").format(len(record.moves)))
            more.clicked.connect(self._show_more)
            self._column.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)

    def _title(self, words: str) -> None:
        if self._column.count():
            self._column.addSpacing(metrics().px(S))
        self._column.addWidget(Caption(wrappable(words)))

    def _empty(self) -> None:
        self._moves = []
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _show_more(self) -> None:
        self._limit = max(self._limit * 10, 200)
        self._draw()

    def _ask_why(self, line: MoveLine) -> None:
        card = ReasonCard(wrappable(line.heading), line.why)
        overlay = self._shell.show_overlay(card, width=480)
        card.left.connect(overlay.close_overlay)
        card.given.connect(overlay.close_overlay)
        card.given.connect(partial(self._keep, line.id))

    def _keep(self, move: int, why: str) -> None:
        self._shell.desk.do(partial(give_reason_for_moves, moves=(move,), why=why), self._kept)

    def _kept(self, changes: Changes) -> None:
        if not changes.is_empty:
            self._shell.toast(self.tr("Kept with the move"), undo=True)


class _Mark(QWidget):
    """A tick for what stands in the record, a ring for what does not yet."""

    def __init__(self, there: bool) -> None:
        super().__init__()
        self._there = there
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        side = metrics().px(ICON)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        glyph, role = (Icon.DONE, "good") if self._there else (Icon.OPEN_CIRCLE, "text-3")
        paint_icon(
            QPainter(self), QRect(0, 0, self.width(), self.height()), glyph, current_theme().color(role)
        )


def _asked_line(asked: Asked) -> QWidget:
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(metrics().px(S))
    row.addWidget(_Mark(asked.there), 0, Qt.AlignmentFlag.AlignVCenter)
    row.addWidget(WrapLabel(asked.words, Type.BODY, "text" if asked.there else "text-2"), 1)
    line.setAccessibleName(f"{asked.words}: {'yes' if asked.there else 'not yet'}")
    return line


def _times(times: tuple[LevelTime, ...]) -> QWidget:
    holder = QWidget()
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(metrics().px(L))
    grid.setVerticalSpacing(metrics().px(S))
    grid.setColumnStretch(2, 1)
    for row, one in enumerate(times):
        name = ElidedLabel(one.level.name[:_NAME], Type.BODY, "text")
        name.setMinimumWidth(min(metrics().px(150), name.sizeHint().width()))
        bar = Bar(one.share, _LEVEL_ROLES[one.level.number - 1])
        days = span_words(one.days) if one.days else "today"
        words = f"{days}, now" if one.now else days
        grid.addWidget(Pips(one.level.number), row, 0)
        grid.addWidget(name, row, 1)
        grid.addWidget(bar, row, 2, Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(Faint(words), row, 3)
    return holder
