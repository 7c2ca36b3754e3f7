"""What other currencies are worth, typed in Settings."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from netdesk.app.compose import Program
from netdesk.ui.pages.settings.page import SettingsPage
from netdesk.ui.pages.settings.rates_panel import RatesPanel, read_rate
from tests.support.programs import running
from tests.support.wins import won


def rates(program: Program) -> list[tuple[str, float]]:
    return [
        tuple(row) for row in program.workspace.sql("SELECT currency, rate FROM currency_rate ORDER BY id")
    ]


def the_panel(program: Program) -> RatesPanel:
    program.window.shell.go("settings", section="rates")
    QApplication.processEvents()
    page = program.window.page("settings")
    assert isinstance(page, SettingsPage)
    return page.rates


def test_a_currency_that_wins_wait_for_is_asked_for_first(qapp: QApplication, tmp_path: Path) -> None:
    with running(qapp, tmp_path / "a.netdesk") as program:
        won(program.workspace, "Logo", value=1200.0, currency="CHF")
        panel = the_panel(program)
        field = panel.fields["CHF"]
        assert field.hasFocus()
        QTest.keyClicks(field, "cheap")
        QTest.keyClick(field, Qt.Key.Key_Return)
        assert panel.wrong.text() == "“cheap” is no rate. Write a number such as 0.85."
        assert rates(program) == []
        field.selectAll()
        QTest.keyClicks(field, "0,89")
        QTest.keyClick(field, Qt.Key.Key_Return)
        QApplication.processEvents()
        assert rates(program) == [("CHF", 0.89)]
        assert panel.wrong.isHidden()
        assert panel.fields["CHF"].text() == "0.89"
        # An emptied rate is forgotten: the win waits again.
        panel.fields["CHF"].clear()
        panel.fields["CHF"].settled.emit("")
        QApplication.processEvents()
        assert rates(program) == []
        program.window.shell.undo()
        QApplication.processEvents()
        assert rates(program) == [("CHF", 0.89)]


def test_one_rate_after_the_other_is_typed_by_tab_alone(qapp: QApplication, tmp_path: Path) -> None:
    with running(qapp, tmp_path / "a.netdesk") as program:
        for code in ("CHF", "EUR"):
            won(program.workspace, "Logo", value=1200.0, currency=code)
        panel = the_panel(program)
        first, second = panel.fields.values()
        for field, typed in ((first, "0.89"), (second, "0.85"), (panel.code, "usd"), (panel.rate, "0.75")):
            # A rate that is kept leaves the rows where they are: the next is typed in the field below.
            while QApplication.focusWidget() is not field:
                assert QApplication.focusWidget().accessibleName().startswith("Forget")
                QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
            QTest.keyClicks(field, typed)
            QTest.keyClick(field, Qt.Key.Key_Tab if field is not panel.rate else Qt.Key.Key_Return)
            QApplication.processEvents()
        assert rates(program) == [("CHF", 0.89), ("EUR", 0.85), ("USD", 0.75)]
        assert panel.code.hasFocus()
        assert panel.code.text() == ""


def test_another_currency_is_added_and_what_is_none_is_refused(qapp: QApplication, tmp_path: Path) -> None:
    with running(qapp, tmp_path / "a.netdesk") as program:
        panel = the_panel(program)
        assert panel.code.hasFocus()
        for code, rate, words in (
            ("shells", "2", "“SHELLS” is no currency I know."),
            ("GBP", "2", "GBP is your own currency"),
            ("EUR", "0", "That cannot be a rate."),
        ):
            panel.code.setText(code)
            panel.rate.setText(rate)
            panel.rate.settled.emit(rate)
            QApplication.processEvents()
            assert panel.wrong.text().startswith(words)
        panel.code.setText("eur")
        panel.rate.setText("0.86")
        panel.rate.settled.emit("0.86")
        QApplication.processEvents()
        assert rates(program) == [("EUR", 0.86)]
        assert panel.fields["EUR"].text() == "0.86"
        assert panel.code.text() == panel.rate.text() == ""


@pytest.mark.parametrize(
    ("typed", "rate"),
    [("0.85", 0.85), ("1,5", 1.5), (" 2 ", 2.0), ("", None), ("1.2.3", None), ("-1", None)],
)
def test_a_rate_is_read_with_a_point_or_a_comma(typed: str, rate: float | None) -> None:
    assert read_rate(typed) == rate
