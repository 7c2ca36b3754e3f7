"""A main window in which only the page of events is real; the others keep what they were asked to open."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from PySide6.QtWidgets import QApplication, QMenu

from netdesk.app import resources
from netdesk.background.lanes import InlineLanes, Lanes
from netdesk.method.goals import Goal, GoalKind
from netdesk.method.pitches import PitchKind
from netdesk.method.triage import Shares
from netdesk.services import event_edit, expected, goals, pitches
from netdesk.services.pitches import PitchDraft
from netdesk.store.workspace import Workspace
from netdesk.ui.bridge.desk import Desk
from netdesk.ui.main_window import MainWindow
from netdesk.ui.memory import WindowMemory
from netdesk.ui.pages.events.page import EventsPage
from netdesk.ui.pages.page import Page
from netdesk.ui.places import PLACES, Place
from netdesk.ui.shell import Shell
from netdesk.ui.theme.scheme import Scheme, SchemeSwitch
from tests.support.events import mixer

TODAY = date(2026, 11, 22)


class OtherPage(Page):
    """Stands in the place of a page that is not looked at here."""

    def __init__(self, shell: Shell, name: str) -> None:
        super().__init__(shell)
        self.name = name  # type: ignore[misc]
        self.opened: list[dict[str, object]] = []

    def open(self, **target: object) -> None:
        self.opened.append(target)


class EventsWindow:
    """Window, desk and page; ``close`` ends them in order."""

    def __init__(
        self,
        app: QApplication,
        workspace: Workspace,
        *,
        threads: bool = False,
        scheme: Scheme = Scheme.LIGHT,
        size: tuple[int, int] = (1440, 900),
        memory: Path | None = None,
        now: Callable[[], datetime] | None = None,
    ) -> None:
        self.workspace = workspace
        appearance = SchemeSwitch(app, resources.folder(), app)
        appearance.choose(scheme)
        self.desk = Desk(workspace, Lanes(workspace) if threads else InlineLanes())
        places = [place if place.name == "events" else _other(place) for place in PLACES]
        self.window = MainWindow(
            self.desk,
            appearance,
            resources.folder(),
            memory=WindowMemory(memory),
            today=lambda: TODAY if now is None else now().date(),
            now=now,
            places=places,
        )
        self.desk.setParent(self.window)
        self.window.resize(*size)
        self.window.show()
        self.window.show_place("events")
        page = self.window.page("events")
        assert isinstance(page, EventsPage)
        self.page = page
        self.view = page.view
        self.before = page.view.before
        self.after = page.view.after
        self.window.activateWindow()
        app.processEvents()

    def toast(self) -> str:
        """What is being said at the foot of the window."""
        return self.window.shell.says.text()

    def opened(self, place: str) -> list[dict[str, object]]:
        """What another page was asked to open."""
        page = self.window.page(place)
        assert isinstance(page, OtherPage)
        return page.opened

    def pick(self, words: str) -> None:
        """Choose a line of the menu that is open now."""
        (menu,) = [each for each in self.window.findChildren(QMenu) if each.isVisible()]
        action = next(each for each in menu.actions() if each.text().startswith(words))
        menu.close()
        action.trigger()

    def close(self) -> None:
        """End the desk and the window; the workspace stays open."""
        self.window.close()
        self.desk.close()
        self.window.deleteLater()


def prepared_mixer(workspace: Workspace) -> int:
    """The event of the mock-up: three goals, five people, a pitch, shares."""
    event = mixer(workspace)
    event_edit.set_shares(workspace, event, Shares(10, 60, 20, 10))
    for goal in (
        Goal(GoalKind.COLLECT_CARDS, 5, "Email each within 24 h with the retail checklist; call on Friday"),
        Goal(GoalKind.TRY_MESSAGE, 10, "Tally: asked more, polite, blank", "Inbox to zero"),
        Goal(GoalKind.CONNECT_PARTNERS, 1, "Book a coffee in the next seven days"),
    ):
        goals.add_goal(workspace, event, goal)
    for name, firm, why, give, ask in (
        ("Ravi Menon", "Menon Accountancy", "Serves 40 retailers", "Intro to Hannah", "Who struggles?"),
        ("Ellen Brandt", "Brandt & Co", "Sits on the board", "Help with newsletter", "Next speaker slot"),
        ("Luis Ortega", "Ortega Finance", "Gave 4, never asked", "", "Intro to a retail client"),
        ("Tom Okafor", "Okafor Legal", "New member", "Show him round", "What does he do best?"),
        ("Guest: head of Retail 27", "", "Knows my whole market", "Exhibitor checklist", "20 minutes"),
    ):
        line = expected.expect_name(workspace, event, name, firm)
        expected.edit_expected(workspace, line, why=why, give=give, ask=ask)
    words = "You know how shop owners answer email at midnight? I give them their evenings back. " * 8
    pitches.write_pitch(workspace, PitchDraft("Inbox to zero", PitchKind.ONE_MINUTE, words.strip()), event)
    return event


def _other(place: Place) -> Place:
    name = place.name
    return Place(name, place.label, place.icon, lambda shell: OtherPage(shell, name), place.at_foot)
