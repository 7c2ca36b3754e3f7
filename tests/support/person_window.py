"""A main window in which the contacts page is a person's page alone, with dialogs answered by a script."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from netdesk.app import resources
from netdesk.background.lanes import InlineLanes
from netdesk.store.workspace import Workspace
from netdesk.ui.bridge.desk import Desk
from netdesk.ui.bridge.dialogs import Dialogs
from netdesk.ui.main_window import MainWindow
from netdesk.ui.pages.page import Page
from netdesk.ui.pages.person.view import PersonView
from netdesk.ui.places import PLACES
from netdesk.ui.shell import Shell
from netdesk.ui.theme.scheme import Scheme, SchemeSwitch

TODAY = date(2026, 11, 22)


class ScriptedDialogs(Dialogs):
    """Gives the answers put into it, in order; no answer left means it was called off."""

    def __init__(self) -> None:
        self.answers: list[object] = []
        self.asked: list[str] = []

    def _next(self, title: str) -> object:
        self.asked.append(title)
        return self.answers.pop(0) if self.answers else None

    def open_files(self, parent: QWidget, title: str, patterns: Sequence[str]) -> list[Path]:
        answer = self._next(title)
        return [answer] if isinstance(answer, Path) else []

    def ask_text(self, parent: QWidget, title: str, label: str, text: str = "") -> str | None:
        answer = self._next(title)
        return None if answer is None else str(answer)

    def choose(self, parent: QWidget, title: str, text: str, buttons: Sequence[str]) -> str | None:
        answer = self._next(title)
        return None if answer is None else str(answer)


class PersonPage(Page):
    """The person's page where the contacts page will be."""

    name = "contacts"
    label = "Contacts"

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self.view = PersonView(shell)
        layout.addWidget(self.view)
        self.view.add_commands(self)

    def open(self, **target: object) -> None:
        person = target.get("person")
        self.view.show_person(person if isinstance(person, int) else None)

    def leave(self) -> bool:
        return self.view.leave()


class PersonWindow:
    """Window, desk, page and view; ``close`` ends them in order."""

    def __init__(
        self,
        app: QApplication,
        workspace: Workspace,
        scheme: Scheme = Scheme.LIGHT,
        size: tuple[int, int] = (1290, 900),
    ) -> None:
        appearance = SchemeSwitch(app, resources.folder(), app)
        appearance.choose(scheme)
        self.dialogs = ScriptedDialogs()
        self.desk = Desk(workspace, InlineLanes())
        places = [replace(place, make=PersonPage if place.name == "contacts" else Page) for place in PLACES]
        self.window = MainWindow(
            self.desk,
            appearance,
            resources.folder(),
            dialogs=self.dialogs,
            today=lambda: TODAY,
            places=places,
        )
        self.desk.setParent(self.window)
        self.window.resize(*size)
        self.window.show()
        page = self.window.page("contacts")
        assert isinstance(page, PersonPage)
        self.page = page
        self.view = page.view
        self.shell = self.window.shell

    def show(self, person: int | None) -> None:
        """Show somebody and let everything be laid out."""
        self.window.show_place("contacts", {"person": person})
        self.view.setFocus()
        QApplication.processEvents()

    def said(self) -> str:
        """The toast that is shown; empty without one."""
        return self.shell.says.text()

    def close(self) -> None:
        """End the desk and the window; the workspace stays open."""
        self.desk.close()
        self.window.close()
        self.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
