"""Windows on events."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication

from netdesk.store.workspace import Workspace
from tests.support.cards_window import CardsWindow, mockup_cards
from tests.support.debrief_window import EVENING, cards_of_the_evening
from tests.support.events import mixer
from tests.support.events_window import EventsWindow, prepared_mixer
from tests.support.tray import TrayWindow, enter_cards


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


@pytest.fixture
def desk(qapp: QApplication, workspace: Workspace) -> Iterator[TrayWindow]:
    """The tray of all cards, with cards in every state."""
    enter_cards(workspace)
    window = TrayWindow(qapp, workspace)
    yield window
    window.close()


@pytest.fixture
def opens(qapp: QApplication, workspace: Workspace) -> Iterator[Callable[..., CardsWindow]]:
    """Open the panel of a new event’s cards; ``fill`` enters them before."""
    windows: list[CardsWindow] = []

    def open_window(fill: Callable[[Workspace, int], object] = mockup_cards, **how: object) -> CardsWindow:
        event = mixer(workspace)
        fill(workspace, event)
        windows.append(CardsWindow(qapp, workspace, event, **how))  # type: ignore[arg-type]
        return windows[-1]

    yield open_window
    for window in windows:
        window.close()
