"""A main window whose page of events is the panel of cards alone, and people to give their cards."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QVBoxLayout, QWidget

from netdesk.app import resources
from netdesk.background.lanes import InlineLanes, Lanes
from netdesk.method.changes import Changes
from netdesk.method.contact_kinds import PersonKind
from netdesk.services.card_plans import PlanDraft, plan_cards
from netdesk.services.cards import (
    CardLine,
    add_card,
    draft_from_card,
    event_cards,
    let_go,
    set_card_kind,
    set_solid,
)
from netdesk.store.workspace import Workspace
from netdesk.ui.bridge.desk import Desk
from netdesk.ui.main_window import MainWindow
from netdesk.ui.memory import WindowMemory
from netdesk.ui.pages.events.cards.cards_panel import CardsPanel
from netdesk.ui.pages.events.cards.row_layout import Part
from netdesk.ui.pages.page import Page
from netdesk.ui.places import Place
from netdesk.ui.shell import Shell
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.scheme import Scheme, SchemeSwitch
from netdesk.ui.widgets.overlay import Overlay
from netdesk.ui.widgets.scroll_area import VerticalScroll

TODAY = date(2026, 11, 24)
EVENING = datetime(2026, 11, 24, 21, 0, tzinfo=UTC)
PEOPLE = (
    "Marta Lindqvist, Lindqvist Interiors, marta@lindqvist.example",
    "Ellen Brandt, Brandt & Co",
    "Tom Okafor, Okafor Legal",
    "Bill Marsh, Marsh Vans",
    "Priti Shah, Shah Catering",
)


class CardsPage(Page):
    """The panel in a page that scrolls."""

    name = "events"
    label = "Events"

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self.event_id = 0
        self.panel = CardsPanel(shell, lambda: EVENING)
        held = QWidget()
        column = QVBoxLayout(held)
        column.addWidget(self.panel)
        column.addStretch(1)
        self.scrolling = VerticalScroll(held)
        row = QVBoxLayout(self)
        row.addWidget(self.scrolling)

    def redraw(self, changes: Changes | None) -> None:
        if self.event_id:
            event = self.event_id
            cards = self.shell.desk.read(lambda workspace: event_cards(workspace, event))
            self.panel.show_cards(event, cards)


class OtherPage(Page):
    """Keeps what it was asked to open."""

    name = "contacts"
    label = "Contacts"

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self.opened: list[dict[str, object]] = []

    def open(self, **target: object) -> None:
        self.opened.append(target)


class CardsWindow:
    """Window, desk and panel; ``width`` is the panel's own. ``close`` ends them in order."""

    def __init__(
        self,
        app: QApplication,
        workspace: Workspace,
        event_id: int,
        *,
        width: int = 560,
        height: int = 900,
        threads: bool = False,
        scheme: Scheme = Scheme.LIGHT,
    ) -> None:
        self.workspace, self.event_id = workspace, event_id
        appearance = SchemeSwitch(app, resources.folder(), app)
        appearance.choose(scheme)
        self.desk = Desk(workspace, Lanes(workspace) if threads else InlineLanes())
        places = [
            Place("events", "Events", Icon.EVENTS, CardsPage),
            Place("contacts", "Contacts", Icon.CONTACTS, OtherPage),
        ]
        self.window = MainWindow(
            self.desk,
            appearance,
            resources.folder(),
            memory=WindowMemory(None),
            today=lambda: TODAY,
            now=lambda: EVENING,
            places=places,
        )
        self.desk.setParent(self.window)
        self.window.resize(1200, height)
        self.window.show()
        self.window.show_place("events")
        page = self.window.page("events")
        assert isinstance(page, CardsPage)
        self.page, self.panel = page, page.panel
        page.event_id = event_id
        self.panel.setFixedWidth(width)
        page.redraw(None)
        self.list, self.entry = self.panel.list, self.panel.entry
        self.window.activateWindow()
        self.settle()

    def settle(self) -> None:
        """Let what is waiting be done."""
        for _ in range(4):
            QApplication.sendPostedEvents()
            QApplication.processEvents()

    def cards(self) -> tuple[CardLine, ...]:
        """The cards as they are kept."""
        return event_cards(self.workspace, self.event_id)

    def names(self) -> list[str]:
        """The names in the list."""
        return [line.name for line in self.list.cards.lines()]

    def card(self, name: str) -> CardLine:
        """The card of somebody, as it is kept."""
        return next(line for line in self.cards() if line.name == name)

    def keys(self, *keys: str) -> None:
        """Press keys, one after the other, wherever the keyboard is."""
        for key in keys:
            combination = QKeySequence(key)[0]  # type: ignore[index]
            QTest.keyClick(self.listening(), combination.key(), combination.keyboardModifiers())
            self.settle()

    def type(self, text: str) -> None:
        """Type a text wherever the keyboard is."""
        QTest.keyClicks(self.listening(), text)
        self.settle()

    def listening(self) -> QWidget:
        """What gets the next key: a pop-up before all others."""
        popup = QApplication.activePopupWidget()
        if popup is None:
            # No window manager gives the keyboard back after a pop-up here.
            self.window.activateWindow()
            QApplication.processEvents()
        widget = popup or QApplication.focusWidget()
        assert widget is not None, "nothing listens to the keyboard"
        return widget

    def at(self, name: str) -> None:
        """Put the keyboard at somebody's card."""
        assert self.list.go_to(self.card(name).id, focus=True)
        self.settle()

    def press(
        self, name: str, part: Part, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """Press a part of somebody's row."""
        box = self.list.part_box(self.list.cards.row_of(self.card(name).id), part)
        assert not box.isEmpty(), f"{name}'s row has no {part.name}"
        QTest.mouseClick(self.list.viewport(), Qt.MouseButton.LeftButton, modifier, box.center())
        self.settle()

    def menu(self) -> QMenu:
        """The menu that is open."""
        (menu,) = [each for each in self.window.findChildren(QMenu) if each.isVisible()]
        return menu

    def pick(self, words: str) -> None:
        """Choose a line of the menu that is open now."""
        menu = self.menu()
        action = next(each for each in menu.actions() if words in each.text().replace("&", ""))
        menu.close()
        action.trigger()
        self.settle()

    def overlay(self) -> Overlay | None:
        """The card that lies over the window."""
        return next((one for one in self.window.findChildren(Overlay) if one.isVisible()), None)

    def press_toast(self, words: str) -> None:
        """Press a button of the toast."""
        buttons = self.window.findChildren(QAbstractButton)
        next(each for each in buttons if each.isVisible() and each.text() == words).click()
        self.settle()

    def toast(self) -> str:
        """What is being said at the foot of the window."""
        return self.window.shell.says.text()

    def close(self) -> None:
        """End the desk and the window; the workspace stays open."""
        self.window.close()
        self.desk.close()
        self.window.deleteLater()


def enter_people(workspace: Workspace, event: int, people: Sequence[str] = PEOPLE) -> list[int]:
    """Enter the cards of these people."""
    return [add_card(workspace, event, draft_from_card(each), EVENING).card_id for each in people]


def mockup_cards(workspace: Workspace, event: int) -> list[int]:
    """The five cards of the mock-up: three planned, two with no plan."""
    cards = enter_people(workspace, event)
    kinds = (PersonKind.POTENTIAL_CLIENT, PersonKind.STRATEGIC_PARTNER, PersonKind.CONNECTOR)
    plans = (
        PlanDraft("Send retail checklist", date(2026, 11, 25)),
        PlanDraft("One-to-one: plan joint webinar", date(2026, 11, 26), time(10)),
        PlanDraft("Introduce to Hannah Weiss", date(2026, 11, 25)),
    )
    for card, kind, plan in zip(cards, kinds, plans, strict=False):
        set_card_kind(workspace, card, kind)
        plan_cards(workspace, [card], plan, TODAY)
    set_solid(workspace, cards[:2], True)
    return cards


def let_one_go(workspace: Workspace, card: int) -> None:
    """Let a card go, with a reason."""
    let_go(workspace, [card], "Only wanted to sell to me")
