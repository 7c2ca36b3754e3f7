"""What every test of the windows wears: the light theme and the usual font size."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from netdesk.ui.theme.scheme import apply
from netdesk.ui.theme.tokens import Theme, load_theme

RESOURCES = Path(__file__).resolve().parents[2] / "resources"


@pytest.fixture(autouse=True)
def light(qapp: QApplication) -> Iterator[Theme]:
    """The light theme, worn for the whole test."""
    before = QFont(qapp.font())
    font = QFont(before)
    font.setPixelSize(13)
    qapp.setFont(font)
    theme = load_theme(RESOURCES, "light")
    apply(qapp, theme)
    yield theme
    qapp.setFont(before)


@pytest.fixture(autouse=True)
def pages_when_asked_for(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """No pages are built ahead while a test waits for something else; ``builds_ahead`` marks those that ask for it."""
    if request.node.get_closest_marker("builds_ahead") is None:
        monkeypatch.setattr("netdesk.ui.main_window.BETWEEN_PAGES_MS", 600_000)


@pytest.fixture
def dark(light: Theme) -> Theme:
    """The dark theme, read but not worn."""
    return load_theme(RESOURCES, "dark")
