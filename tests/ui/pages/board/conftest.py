"""A window on the people of the mock-up."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from netdesk.store.workspace import Workspace
from tests.support.board_window import BoardWindow
from tests.support.mockup_people import TODAY, add_mockup_people


@pytest.fixture
def people(workspace: Workspace) -> dict[str, int]:
    """The ids of the mock-up’s people by given name."""
    return add_mockup_people(workspace)


@pytest.fixture
def board(qapp: QApplication, workspace: Workspace, people: dict[str, int]) -> Iterator[BoardWindow]:
    """The window, showing the board."""
    made = BoardWindow(qapp, workspace, lambda: TODAY)
    qapp.processEvents()
    yield made
    made.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
