"""How to come to a view as a person would, for the pictures of the tour: a scene, and the deeds that lead there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QPixmap
from PySide6.QtWidgets import QApplication

from netdesk.app import resources
from netdesk.app.compose import Program
from netdesk.app.tour.camera import settle
from netdesk.method.errors import NotFound
from netdesk.services.people import people_named
from netdesk.services.person_page import events_named
from netdesk.services.pitch_list import PitchFilter, pitch_rows

Deed = Callable[[Program], None]


def _nothing(_program: Program) -> None:
    """Nothing is to be put back."""


def _as_it_is(_program: Program, picture: QPixmap) -> QPixmap:
    return picture


@dataclass(frozen=True, slots=True)
class Scene:
    """A view: ``enter`` comes to it, ``finish`` may add to the picture, ``leave`` puts things back.

    Cards over the window are closed by the tour itself.
    """

    name: str
    enter: Deed
    leave: Deed = _nothing
    finish: Callable[[Program, QPixmap], QPixmap] = _as_it_is


def person(program: Program, name: str) -> int:
    """The id of an invented person."""
    found = people_named(program.workspace, name, 1)
    if not found:
        raise NotFound(f"Nobody of the sample network is called {name}.")
    return found[0].id


def event(program: Program, title: str) -> int:
    """The id of the newest invented event of that title."""
    return events_named(program.workspace, title, 1)[0].id


def run(*commands: str) -> Deed:
    """Run commands one after the other, as the palette does."""

    def enter(program: Program) -> None:
        for command in commands:
            program.window.shell.commands.run(command)
            settle(0)

    return enter


def go(page: str) -> Deed:
    """Go to a page."""
    return lambda program: program.window.shell.go(page)


def then(*deeds: Deed) -> Deed:
    """One deed after the other."""

    def enter(program: Program) -> None:
        for deed in deeds:
            deed(program)
            settle(0)

    return enter


def type_words(words: str) -> Deed:
    """Type into the field that has the focus."""

    def enter(program: Program) -> None:
        for letter in words:
            field = QApplication.focusWidget() or program.window.focusWidget()
            if field is not None:
                for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                    press = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
                    QApplication.sendEvent(field, press)

    return enter


def open_person(name: str) -> Deed:
    """Go to a person’s page."""
    return lambda program: program.window.shell.open_person(person(program, name))


def open_event(title: str) -> Deed:
    """Go to an event."""
    return lambda program: program.window.shell.open_event(event(program, title))


def open_pitch(title: str) -> Deed:
    """Go to a pitch."""

    def enter(program: Program) -> None:
        found = pitch_rows(program.workspace, PitchFilter(title))
        program.window.shell.go("pitches", pitch=found[0].id)

    return enter


def bring(program: Program) -> None:
    """Bring the invented LinkedIn file, as far as the preview."""
    program.window.bring_files([resources.path("sample/Connections.csv")])


def scan(program: Program) -> None:
    """Scan the invented card; its code is read, so nothing more than that is needed."""
    from netdesk.services.card_reading import TextReader
    from netdesk.ui.scanning.opener import open_card_scanner

    evening = event(program, "Founders' evening")
    card = resources.path("sample/card.jpg")
    open_card_scanner(program.window.shell, evening, [card], reader=TextReader())


def section(title: str) -> Deed:
    """Go to a part of the settings."""
    return lambda program: program.window.shell.go("settings", section=title)


def press(key: Qt.Key) -> Deed:
    """Press a key where the focus is."""

    def enter(program: Program) -> None:
        field = QApplication.focusWidget() or program.window.focusWidget()
        if field is not None:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(field, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier))

    return enter


def emptied(*commands: str) -> Deed:
    """Empty the field that the last of some commands leads to."""

    def leave(program: Program) -> None:
        run(*commands)(program)
        field = QApplication.focusWidget() or program.window.focusWidget()
        clear = getattr(field, "clear", None)
        if callable(clear):
            clear()

    return leave
