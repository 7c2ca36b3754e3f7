"""The board: a card dropped among 10,000 until it is committed and painted; scrolling and painting 5 × 2,000 cards.

Limits taken in the same run: one bare UPDATE with its commit under the same pragmas, and five lists with a delegate
that paints rectangles only.
"""

from __future__ import annotations

import random
import sqlite3
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QSize, QStringListModel, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHBoxLayout,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from benchmarks.figures import Took, now, since, tell_both, timed
from benchmarks.population import copy_of, population
from benchmarks.window import Bench, Painted, until
from netdesk.store.opening import PRAGMAS
from netdesk.ui.pages.board.drag import ACTIONS, people_data
from netdesk.ui.pages.board.drop_list import DropList
from netdesk.ui.pages.board.page import BoardPage

PEOPLE = 10_000
DROPS = 60
STEPS = 200
REPAINTS = 60
AIM_DROP = 30.0
AIM_SCROLL = 8.0
AIM_REPAINT = 16.0
UPDATE = "a bare UPDATE"
RECTANGLES = "rectangles"


def main() -> bool:
    """Measure and print; whether every aim was reached."""
    bench = Bench(PEOPLE)
    bench.window.resize(1440, 900)
    bench.window.build_all_pages()
    bench.window.show_place("board")
    page = bench.window.page("board")
    assert isinstance(page, BoardPage)
    # Everybody in one column, then 2,000 in each.
    _place(bench, page, "3")
    updates = _BareUpdates()
    drops, bare_drops = _drops(page, updates)
    updates.close()
    _place(bench, page, "1 + id % 5")
    until(lambda: all(len(page.models[level].ids()) > PEOPLE // 6 for level in range(1, 6)))
    bare = _Bare(page)
    # In turn, so that both meet the same machine.
    lists = [page.lists[level] for level in range(1, 6)]
    pairs = [(_scrolled(lists, step), _scrolled(bare.lists, step)) for step in range(STEPS)]
    scrolls, bare_scrolls = [one for one, _ in pairs], [one for _, one in pairs]
    pairs = [(timed(page.repaint), timed(bare.repaint)) for _ in range(REPAINTS)]
    repaints, bare_repaints = [one for one, _ in pairs], [one for _, one in pairs]
    bare.close()
    bench.close()
    reached = [
        tell_both(
            "drop of one card among 10,000 → committed and painted", drops, bare_drops, AIM_DROP, UPDATE
        ),
        tell_both("scroll step, 5 × 2,000 cards", scrolls, bare_scrolls, AIM_SCROLL, RECTANGLES),
        tell_both("full repaint, 5 × 2,000 cards", repaints, bare_repaints, AIM_REPAINT, RECTANGLES),
    ]
    return all(reached)


def _place(bench: Bench, page: BoardPage, level: str) -> None:
    """Put everybody somewhere, past the history, and show it."""
    workspace = bench.workspace
    with workspace.transaction() as connection:
        connection.execute("UPDATE write_state SET recording = 0")
        connection.execute(f"UPDATE person SET level = {level}, board_rank = id * 1000.0, archived_at = NULL")
        connection.execute("UPDATE write_state SET recording = 1")
    page.read()
    on_board = workspace.sql("SELECT count(*) FROM person WHERE level IS NOT NULL").fetchone()[0]
    until(lambda: sum(len(page.models[number].ids()) for number in range(1, 6)) == on_board)
    QApplication.processEvents()


def _drops(page: BoardPage, updates: _BareUpdates) -> tuple[list[Took], list[Took]]:
    """Drop cards out of the full column and into it, each when all that follows the last is done.

    After each comes one bare update, so that both meet the same disk.
    """
    chance = random.Random(5)
    full = page.lists[3]
    times: list[Took] = []
    bare: list[Took] = []
    moved: list[float] = []
    page.moves.moved.connect(lambda: moved.append(perf_counter()))
    painted = {number: Painted(page.lists[number].viewport()) for number in range(1, 6)}
    for number in range(DROPS):
        # In turn out of the full column and into it.
        source, target = (full, page.lists[4]) if number % 2 == 0 else (page.lists[4], full)
        ids = source.column().ids()
        data = people_data(target._board, [chance.choice(ids) if source is full else ids[0]])
        spot = QPoint(60, 90)
        enter = QDragEnterEvent(
            spot, ACTIONS, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        )
        QApplication.sendEvent(target.viewport(), enter)
        QApplication.processEvents()
        before = len(moved)
        both = now()
        begin = both[0]
        drop = QDropEvent(
            QPointF(spot), ACTIONS, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        )
        QApplication.sendEvent(target.viewport(), drop)
        until(lambda before=before: len(moved) > before)  # type: ignore[misc]
        until(lambda: min(painted[3].last, painted[4].last) > begin)  # noqa: B023 - asked in this turn
        processor = since(both)[1]
        times.append(((max(moved[-1], painted[3].last, painted[4].last) - begin) * 1000, processor))
        # Nobody drops twice within what the counts at the top take to follow.
        until(lambda: not page.shell.desk._asked)
        bare.append(updates.one(number))
    return times, bare


def _scrolled(lists: list[DropList] | list[QListView], step: int) -> Took:
    """One step of the wheel in one list after the other, until it is painted."""
    bar = lists[step % len(lists)].verticalScrollBar()
    begin = now()
    bar.setValue(bar.value() + 3 * bar.singleStep())
    QApplication.processEvents()
    return since(begin)


class _BareUpdates:
    """One UPDATE of one row with its commit, by the bare module."""

    def __init__(self) -> None:
        self._path: Path = copy_of(population(PEOPLE), "bare.netdesk")
        self._connection = sqlite3.connect(self._path, isolation_level=None)
        for name, value in PRAGMAS:
            self._connection.execute(f"PRAGMA {name} = {value}")
        self._connection.execute("CREATE TABLE bare (id INTEGER PRIMARY KEY, level INTEGER, board_rank REAL)")
        self._connection.execute("INSERT INTO bare SELECT id, level, board_rank FROM person")

    def one(self, number: int) -> Took:
        """Update one row; how long it took."""
        begin = now()
        self._connection.execute("BEGIN IMMEDIATE")
        self._connection.execute(
            "UPDATE bare SET level = 4, board_rank = ? WHERE id = ?", (number, number + 1)
        )
        self._connection.execute("COMMIT")
        return since(begin)

    def close(self) -> None:
        """Close the file and remove it."""
        self._connection.close()
        for left in self._path.parent.glob(f"{self._path.name}*"):
            left.unlink()


class _Rectangles(QStyledItemDelegate):
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        painter.fillRect(option.rect.adjusted(4, 4, -4, -4), Qt.GlobalColor.white)

    def sizeHint(  # noqa: N802 - Qt’s name
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(200, 94)


class _Bare(QWidget):
    """Five lists of 2,000 rectangles in a window as large as the board."""

    def __init__(self, page: BoardPage) -> None:
        super().__init__()
        self.resize(page.size())
        row = QHBoxLayout(self)
        self.lists: list[QListView] = []
        for number in range(1, 6):
            view = QListView()
            view.setModel(QStringListModel([str(one) for one in page.models[number].ids()], view))
            view.setItemDelegate(_Rectangles(view))
            view.setUniformItemSizes(True)
            view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
            row.addWidget(view)
            self.lists.append(view)
        self.show()
        QApplication.processEvents()


if __name__ == "__main__":
    raise SystemExit(0 if main() else 1)
