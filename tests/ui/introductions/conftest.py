"""The whole program with people who fit each other."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from netdesk.app.compose import Program
from tests.support.fitting import add_fitting_people
from tests.support.kept_files import new_workspace
from tests.support.programs import running


@pytest.fixture
def people(tmp_path: Path) -> dict[str, int]:
    workspace = new_workspace(tmp_path / "fitting.netdesk")
    ids = add_fitting_people(workspace)
    workspace.close()
    return ids


@pytest.fixture
def program(qapp: QApplication, tmp_path: Path, people: dict[str, int]) -> Iterator[Program]:
    with running(qapp, tmp_path / "fitting.netdesk") as opened:
        yield opened
