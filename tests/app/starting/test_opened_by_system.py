"""Files that macOS asks a running program to open."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QUrl
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from netdesk.app.starting.opened_by_system import OpenedBySystem, with_opened


def test_files_opened_together_are_told_together(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    files = (tmp_path / "grace ü.vcf", tmp_path / "mixer.ics")
    watch = OpenedBySystem(qapp)
    try:
        with qtbot.waitSignal(watch.asked) as asked:
            QCoreApplication.sendEvent(qapp, QFileOpenEvent(str(files[0])))
            QCoreApplication.sendEvent(qapp, QFileOpenEvent(QUrl.fromLocalFile(str(files[1]))))
        assert asked.args == [files]
    finally:
        watch.deleteLater()


def test_other_events_and_addresses_go_their_way(qapp: QApplication) -> None:
    watch = OpenedBySystem(qapp)
    try:
        assert not watch.eventFilter(qapp, QEvent(QEvent.Type.User))
        assert not watch.eventFilter(qapp, QFileOpenEvent(QUrl("https://example.example/")))
    finally:
        watch.deleteLater()


def test_a_start_by_double_click_opens_what_was_clicked(qapp: QApplication, tmp_path: Path) -> None:
    usual, work, card = tmp_path / "My network.netdesk", tmp_path / "Work.netdesk", tmp_path / "grace.vcf"
    assert with_opened(qapp, usual, [card]) == (usual, [card])
    for file in (card, work):
        QCoreApplication.postEvent(qapp, QFileOpenEvent(str(file)))
    assert with_opened(qapp, usual, []) == (work, [card])
