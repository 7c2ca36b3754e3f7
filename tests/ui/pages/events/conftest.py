"""Windows on events."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from netdesk.store.workspace import Workspace
from tests.support.debrief_window import EVENING, cards_of_the_evening
from tests.support.events_window import EventsWindow, prepared_mixer


@pytest.fixture
def mixer_window(qapp: QApplication, workspace: Workspace) -> Iterator[EventsWindow]:
    """A window showing the event of the mock-up."""
    prepared_mixer(workspace)
    window = EventsWindow(qapp, workspace)
    yield window
    window.close()


@pytest.fixture
def evening(qapp: QApplication, workspace: Workspace) -> Iterator[EventsWindow]:
    """The window an hour after the event of the mock-up."""
    cards_of_the_evening(workspace, prepared_mixer(workspace))
    window = EventsWindow(qapp, workspace, now=lambda: EVENING)
    yield window
    window.close()
