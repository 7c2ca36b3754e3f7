"""Where the system's dialogs for files begin."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from netdesk.ui.bridge.dialogs import Dialogs


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def test_files_are_looked_for_at_home_and_then_where_they_were(
    parent: QWidget, home: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    begun: list[Path] = []
    chosen = tmp_path / "Connections.csv"

    def answer(_parent: QWidget, _title: str, start: str, _patterns: str) -> tuple[list[str], str]:
        begun.append(Path(start))
        return [str(chosen)], ""

    monkeypatch.setattr(QFileDialog, "getOpenFileNames", answer)
    dialogs = Dialogs()
    for _ in range(2):
        assert dialogs.open_files(parent, "Bring my contacts", ["Contacts (*.vcf)"]) == [chosen]
    assert begun == [home, tmp_path]


def test_a_bare_name_is_proposed_in_a_folder_of_the_persons_own(
    parent: QWidget, home: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    proposed: list[Path] = []

    def call_off(_parent: QWidget, _title: str, start: str, _patterns: str) -> tuple[str, str]:
        proposed.append(Path(start))
        return "", ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", call_off)
    for name in ("Report.txt", str(tmp_path / "Sheet.pdf")):
        assert Dialogs().save_file(parent, "Save", name, ["All (*)"]) is None
    assert proposed == [home / "Report.txt", tmp_path / "Sheet.pdf"]
