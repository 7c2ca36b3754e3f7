"""Windows on events."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from netdesk.store.workspace import Workspace
from tests.support.events_window import EventsWindow, prepared_mixer


@pytest.fixture
def mixer_window(qapp: QApplication, workspace: Workspace) -> Iterator[EventsWindow]:
    """A window showing the event of the mock-up."""
    prepared_mixer(workspace)
    window = EventsWindow(qapp, workspace)
    yield window
    window.close()
