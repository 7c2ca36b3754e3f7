"""Windows on pitches."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.support.pitches_window import PitchesWindow, pitches_window


@pytest.fixture
def pitches(qapp: QApplication, tmp_path: Path) -> Iterator[PitchesWindow]:
    """A window showing a pitch with three versions."""
    with pitches_window(qapp, tmp_path) as window:
        yield window
