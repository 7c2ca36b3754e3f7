"""The list of what stands behind a figure: painted whole, told in tips, honest about what is not shown or not known."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QColor, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from netdesk.method.errors import NotFound
from netdesk.method.insights.behind import Behind, BehindKind
from netdesk.method.periods import Period, PeriodKind, last_12_months
from netdesk.services.insights.answers import rows_behind
from netdesk.services.insights.behind import MOST_ROWS
from netdesk.store.workspace import Workspace
from netdesk.ui.pages.insights.behind_list import open_behind
from netdesk.ui.theme.current import current_theme
from tests.support.programs import TODAY, overlay_of, place_shown, running

YEAR = last_12_months(TODAY)
ALL_WINS = Behind(BehindKind.WINS, "sources", "All wins", YEAR)
UNKNOWN = Behind(BehindKind.WINS, "wishes", "7 wishes", YEAR)


def test_a_row_is_painted_with_what_it_adds_and_told_whole_in_its_tip(
    qapp: QApplication, tmp_path: Path
) -> None:
    with running(qapp, tmp_path / "network.netdesk", sample=True) as program:
        shown = open_behind(program.window.shell, ALL_WINS)
        QCoreApplication.processEvents()
        assert shown.model.rowCount() == 24
        assert shown.said.text() == "23 Nov 2025 – 22 Nov 2026"
        box = shown.list.visualRect(shown.model.index(1, 0))
        picture = shown.list.viewport().grab(box).toImage()
        ink = {
            QColor(picture.pixel(x, y)).name()
            for x in range(picture.width())
            for y in range(picture.height())
        }
        assert current_theme().color("text").name() in ink
        place = box.center()
        told = QHelpEvent(QEvent.Type.ToolTip, place, shown.list.viewport().mapToGlobal(place))
        QApplication.sendEvent(shown.list.viewport(), told)
        row = shown.model.rows[1]
        assert row.title in QToolTip.text()
        assert row.figure in QToolTip.text()
        QToolTip.hideText()
        QTest.mouseClick(shown.list.viewport(), Qt.MouseButton.LeftButton, pos=box.topLeft() + QPoint(60, 9))
        assert place_shown(program) == "wins"


def test_what_is_gone_or_not_known_is_said(qapp: QApplication, tmp_path: Path) -> None:
    with running(qapp, tmp_path / "network.netdesk", sample=True) as program:
        day = date(1999, 1, 1)
        none = Behind(BehindKind.WINS, "sources", "3 wins", Period(PeriodKind.OWN, day, day))
        shown = open_behind(program.window.shell, none)
        assert shown.said.text() == "1 Jan 1999: nothing stands behind it any more."
        assert not shown.copy.isVisible()
        QTest.keyClick(shown.list, Qt.Key.Key_Return)
        overlay = overlay_of(program)
        assert overlay is not None
        overlay.close_overlay()
        shown = open_behind(program.window.shell, UNKNOWN)
        assert shown.said.text().startswith("Nothing is known behind “7 wishes”.")


def test_only_so_many_rows_are_told_but_all_are_counted(workspace: Workspace) -> None:
    with workspace.change("Win a lot"):
        workspace.many(
            "INSERT INTO win (title, won_on, created_at) VALUES (?, '2026-10-01', '2026-11-01T09:00:00+00:00')",
            [(f"Win {number}",) for number in range(MOST_ROWS + 3)],
        )
    found = rows_behind(workspace, ALL_WINS, TODAY)
    assert (found.count, len(found.rows)) == (MOST_ROWS + 3, MOST_ROWS)
    assert found.rows[0].title == f"Win {MOST_ROWS + 2}"
    with pytest.raises(NotFound, match="7 wishes"):
        rows_behind(workspace, UNKNOWN, TODAY)
