"""A group of 500 members, each with five marks: read with its evidence, painted, scrolled, a mark answered by key.

Limits taken in the same run: the barest SQL for the same members, marks, talks and help by the bare sqlite3 module; a
table of as many cells with a delegate that paints rectangles only; one bare UPDATE with its commit.
"""

from __future__ import annotations

import sqlite3
from functools import partial
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from benchmarks.figures import Took, now, since, tell_both, timed
from benchmarks.population import TODAY
from benchmarks.window import Bench, Painted, until
from netdesk.services.group_audit import audit
from netdesk.store.opening import PRAGMAS
from netdesk.store.workspace import Workspace
from netdesk.ui.pages.groups.matrix_model import FIRST_MARK
from netdesk.ui.pages.groups.matrix_view import MatrixView
from netdesk.ui.pages.groups.page import GroupsPage

PEOPLE, MEMBERS = 10_000, 500
TIMES, STEPS, ANSWERS = 60, 120, 40
AIM_READ, AIM_PAINT, AIM_SCROLL, AIM_ANSWER = 40.0, 16.0, 16.0, 120.0
_MADE = "2026-01-01T00:00:00+00:00"
_BAREST = (
    "SELECT m.id, p.display_name, p.organisation_name, p.level, p.what_they_do, p.one_to_ones_held,"
    " p.referrals_given, p.referrals_received, group_concat(a.mark)"
    " FROM member m JOIN person p ON p.id = m.person_id LEFT JOIN audit_mark a ON a.member_id = m.id"
    " WHERE m.group_id = 1 GROUP BY m.id"
)


def main() -> bool:
    """Measure and print; whether every aim was reached."""
    bench = Bench(PEOPLE)
    _fill(bench.workspace)
    bench.window.resize(1440, 900)
    bench.window.build_all_pages()
    bench.window.show_place("groups")
    page = bench.window.page("groups")
    assert isinstance(page, GroupsPage)
    matrix = page.view.matrix
    until(lambda: matrix.matrix.rowCount() == MEMBERS)
    bare = sqlite3.connect(bench.workspace.path)
    # In turn, so that both meet the same machine.
    reads = [
        (timed(partial(audit, bench.workspace, 1, TODAY)), timed(lambda: bare.execute(_BAREST).fetchall()))
        for _ in range(TIMES)
    ]
    bare.close()
    rectangles = _rectangles(matrix)
    paints = [(timed(matrix.viewport().repaint), timed(rectangles.viewport().repaint)) for _ in range(TIMES)]
    scrolls = [(_scrolled(matrix, step), _scrolled(rectangles, step)) for step in range(STEPS)]
    answers = _answers(matrix, bench.workspace.path)
    rectangles.close()
    bench.close()
    reached = [
        tell_both(what, [one for one, _ in pairs], [one for _, one in pairs], aim, limit)
        for what, pairs, aim, limit in (
            ("audit of 500 members read with its evidence", reads, AIM_READ, "the barest SQL of it"),
            ("audit of 500 members × 5 marks painted", paints, AIM_PAINT, "rectangles"),
            ("scroll step in the audit of 500", scrolls, AIM_SCROLL, "rectangles"),
            ("a mark answered by key → committed and painted", answers, AIM_ANSWER, "a bare UPDATE"),
        )
    ]
    return all(reached)


def _fill(workspace: Workspace) -> None:
    """Put the group, its members, talks, help and marks past the history, the same in every run."""
    people = range(1, MEMBERS + 1)
    with workspace.transaction() as connection:
        connection.execute("UPDATE write_state SET recording = 0")
        connection.execute(
            "INSERT INTO networking_group (id, name, why, meets_every, meets_on, meets_at, fee, currency, since,"
            " created_at) VALUES (1, 'Breakfast Club', 'Learn', 'week', 4, '07:00', 780, 'GBP', '2024-02-02', ?)",
            (_MADE,),
        )
        for statement, rows in (
            (
                "INSERT INTO member (id, group_id, person_id, joined_on, created_at) VALUES (?, 1, ?, ?, ?)",
                [(one, one, f"2025-{one % 12 + 1:02}-03", _MADE) for one in people],
            ),
            (
                "INSERT INTO interaction (id, kind, happened_at, created_at) VALUES (?, 'one_to_one', ?, ?)",
                [(900_000 + one, "2026-05-04T10:00:00+00:00", _MADE) for one in people if one % 3 == 0],
            ),
            (
                "INSERT INTO interaction_person (interaction_id, person_id) VALUES (?, ?)",
                [(900_000 + one, one) for one in people if one % 3 == 0],
            ),
            (
                "INSERT INTO ledger_entry (person_id, kind, way, happened_on, created_at)"
                " VALUES (?, ?, ?, '2026-05-04', ?)",
                [
                    (one, kind, way, _MADE)
                    for one in people
                    for kind, way in (("give", "bought"), ("give", "referral"), ("receive", "referral"))
                    if one % 4 == 0
                ],
            ),
            (
                "INSERT INTO one_to_one (person_id, starts_at, uid, created_at) VALUES (?, ?, ?, ?)",
                [(one, "2026-11-24T10:00:00+00:00", f"bench-{one}", _MADE) for one in people if one % 7 == 0],
            ),
            (
                "INSERT INTO audit_mark (member_id, mark, answer) VALUES (?, 'know', ?)",
                [(one, one % 2) for one in people],
            ),
        ):
            connection.executemany(statement, rows)
        connection.execute("UPDATE write_state SET recording = 1")
    workspace.connection.execute("PRAGMA optimize")


def _scrolled(table: QTableView, step: int) -> Took:
    """One step of the wheel, until it is painted."""
    bar = table.verticalScrollBar()
    begin = now()
    bar.setValue((step * 57) % max(1, bar.maximum()))
    table.viewport().repaint()
    return since(begin)


def _answers(matrix: MatrixView, path: Path) -> list[tuple[Took, Took]]:
    """Space on a mark after another, until the table shows it; beside it a bare UPDATE."""
    bare = sqlite3.connect(path.with_suffix(".bare"), isolation_level=None)
    for name, value in PRAGMAS:
        bare.execute(f"PRAGMA {name} = {value}")
    bare.execute("CREATE TABLE mark (id INTEGER PRIMARY KEY, answer INTEGER)")
    bare.executemany("INSERT INTO mark VALUES (?, 0)", [(one,) for one in range(MEMBERS)])
    painted = Painted(matrix.viewport())
    matrix.setFocus()
    found = []
    for row in range(ANSWERS):
        index = matrix.matrix.index(row, FIRST_MARK + 2)
        matrix.setCurrentIndex(index)
        before = index.data()
        begin, begun = perf_counter(), now()
        QTest.keyClick(matrix, Qt.Key.Key_Space)
        until(lambda: index.data() != before and painted.last > begin)  # noqa: B023 - asked in this turn
        took = ((painted.last - begin) * 1000, since(begun)[1])
        begun = now()
        bare.execute("UPDATE mark SET answer = 1 WHERE id = ?", (row,))
        found.append((took, since(begun)))
    bare.close()
    for left in path.parent.glob(f"{path.stem}.bare*"):
        left.unlink()
    return found


class _Rectangles(QStyledItemDelegate):
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        painter.fillRect(option.rect.adjusted(4, 4, -4, -4), Qt.GlobalColor.white)


def _rectangles(matrix: MatrixView) -> QTableView:
    """A table of the same cells in the same places."""
    table = QTableView()
    table.setModel(matrix.matrix)
    table.setItemDelegate(_Rectangles(table))
    table.setShowGrid(False)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(matrix.verticalHeader().defaultSectionSize())
    table.resize(matrix.size())
    for column in range(matrix.matrix.columnCount()):
        table.setColumnWidth(column, matrix.columnWidth(column))
    table.show()
    # Shown before it is measured: a window that is not there yet paints nothing.
    until(table.isVisible)
    QApplication.processEvents()
    return table


if __name__ == "__main__":
    raise SystemExit(0 if main() else 1)
