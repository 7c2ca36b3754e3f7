"""A whole window on its contacts page, with dialogs answered by a script."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from netdesk.app import resources
from netdesk.background.lanes import InlineLanes, Lanes
from netdesk.store.workspace import Workspace
from netdesk.ui.bridge.desk import Desk
from netdesk.ui.main_window import MainWindow
from netdesk.ui.memory import WindowMemory
from netdesk.ui.pages.contacts.page import ContactsPage
from netdesk.ui.theme.scheme import Scheme, SchemeSwitch
from tests.support.person_window import TODAY, ScriptedDialogs


class ContactsWindow:
    """Window, desk and page; ``close`` ends them in order. With ``threads`` answers come from reading threads."""

    def __init__(
        self,
        app: QApplication,
        workspace: Workspace,
        *,
        scheme: Scheme = Scheme.LIGHT,
        size: tuple[int, int] = (1440, 900),
        memory: Path | None = None,
        threads: bool = False,
    ) -> None:
        appearance = SchemeSwitch(app, resources.folder(), app)
        appearance.choose(scheme)
        self.dialogs = ScriptedDialogs()
        self.desk = Desk(workspace, Lanes(workspace) if threads else InlineLanes())
        self.window = MainWindow(
            self.desk,
            appearance,
            resources.folder(),
            memory=WindowMemory(memory),
            dialogs=self.dialogs,
            today=lambda: TODAY,
        )
        self.desk.setParent(self.window)
        self.window.resize(*size)
        self.window.show()
        self.window.activateWindow()
        self.window.show_place("contacts")
        page = self.window.page("contacts")
        assert isinstance(page, ContactsPage)
        self.page = page
        self.side = page.side
        self.list = page.list
        self.shell = self.window.shell
        self.settle()
        # Who stands at the right comes when the list has been painted.
        while self.page.is_about_to_show:
            QApplication.processEvents()

    def settle(self) -> None:
        """Let everything that is due happen."""
        QApplication.processEvents()
        QApplication.processEvents()

    def names(self) -> list[str]:
        """The names listed, from the top."""
        model = self.page.model
        return [model.index(row, 0).data() for row in range(model.rowCount())]

    def selected(self) -> list[str]:
        """The names selected, from the top."""
        rows = {index.row() for index in self.list.selectionModel().selectedIndexes()}
        return [name for row, name in enumerate(self.names()) if row in rows]

    def current(self) -> str:
        """The name the keyboard stands on; empty for nobody."""
        name = self.list.currentIndex().data()
        return str(name or "")

    def type(self, text: str) -> None:
        """Type into the search field, letter by letter."""
        self.side.focus_search()
        for letter in text:
            QTest.keyClicks(self.side.header.search, letter)
            self.settle()

    def said(self) -> str:
        """The toast that is shown; empty without one."""
        return self.shell.says.text()

    def close(self) -> None:
        """End the desk and the window; the workspace stays open."""
        self.window.close()
        self.desk.close()
        self.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
