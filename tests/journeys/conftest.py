"""The desk of every journey: once with its threads, once doing everything at once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.support.journey_desk import JourneyDesk


@pytest.fixture(params=[False, True], ids=["threads", "inline"])
def desk(
    request: pytest.FixtureRequest, qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> Iterator[JourneyDesk]:
    made = JourneyDesk(qtbot, qapp, tmp_path, inline=request.param)
    yield made
    made.end()
