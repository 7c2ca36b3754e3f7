"""Where the window stands: kept for each arrangement of screens, and never where nobody sees it."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from netdesk.ui.memory import WindowMemory

USUAL = (1440, 900)
_TITLE = 40
_GRIP = 160
"""So much of the top edge must be on a screen for a hand to take the window by it, in logical pixels."""


def restore_place(window: QWidget, memory: WindowMemory) -> None:
    """Put the window where it was with these screens, else where it was last, else in its usual size."""
    screen = QGuiApplication.primaryScreen()
    window.resize(*USUAL)
    if screen is not None:
        window.resize(first_size(screen.availableSize()))
    kept = memory.blob(f"geometry-{arrangement()}")
    if kept.isEmpty():
        kept = memory.blob("geometry")
    if kept.isEmpty() or not window.restoreGeometry(kept) or screen is None:
        return
    if not window.isMaximized() and not window.isFullScreen():
        areas = [one.availableGeometry() for one in QGuiApplication.screens()]
        place = seen(window.geometry(), areas, screen.availableGeometry())
        if place != window.geometry():
            window.setGeometry(place)


def keep_place(window: QWidget, memory: WindowMemory) -> None:
    """Remember where the window is, for these screens and for any others."""
    place = window.saveGeometry()
    memory.keep("geometry", place)
    memory.keep(f"geometry-{arrangement()}", place)


def first_size(room: QSize) -> QSize:
    """The usual size, or what a screen with ``room`` holds of it together with the title the system puts on top."""
    return QSize(*USUAL).boundedTo(QSize(room.width(), room.height() - _TITLE))


def arrangement() -> str:
    """A short name for the screens there are and how they stand to each other."""
    screens = sorted(
        f"{one.name()} {rect.x()} {rect.y()} {rect.width()} {rect.height()}"
        for one in QGuiApplication.screens()
        if (rect := one.geometry())
    )
    return sha256("\n".join(screens).encode()).hexdigest()[:12]


def seen(place: QRect, screens: Sequence[QRect], first: QRect) -> QRect:
    """``place``, if enough of its top edge is on one of ``screens``; else in the middle of the ``first``.

    It is never larger than the screen it is on.
    """
    top = QRect(place.left(), place.top(), place.width(), _TITLE)
    for area in screens:
        part = top.intersected(area)
        if part.width() >= min(_GRIP, place.width()) and part.height() >= _TITLE // 2:
            return QRect(place.topLeft(), place.size().boundedTo(area.size()))
    moved = QRect(place.topLeft(), place.size().boundedTo(first.size()))
    moved.moveCenter(first.center())
    return moved
