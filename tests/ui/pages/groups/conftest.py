"""Windows on groups."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.support.groups_window import GroupsWindow, groups_window


@pytest.fixture
def groups(qapp: QApplication, tmp_path: Path) -> Iterator[GroupsWindow]:
    """A window showing a group of five."""
    with groups_window(qapp, tmp_path) as window:
        yield window
