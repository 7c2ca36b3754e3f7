"""Windows on wins."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.support.wins_window import WinsWindow, wins_window


@pytest.fixture
def opened(qapp: QApplication, tmp_path: Path) -> Iterator[WinsWindow]:
    """A window on five wins."""
    with wins_window(qapp, tmp_path / "network.netdesk") as window:
        yield window
