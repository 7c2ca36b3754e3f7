"""A window an hour after the event of the mock-up, and what its tests ask of it."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from netdesk.method.contact_kinds import PersonKind
from netdesk.services import debrief as debriefs
from netdesk.services.card_plans import PlanDraft, plan_cards
from netdesk.services.cards import add_card, set_card_kind, set_solid
from netdesk.services.debrief import Debrief
from netdesk.services.people import PersonDraft
from netdesk.store.workspace import Workspace
from netdesk.ui.pages.events.after.finish_card import FinishCard
from netdesk.ui.widgets.count_field import CountField
from netdesk.ui.widgets.overlay import Overlay
from tests.support.events_window import EventsWindow

EVENING = datetime(2026, 11, 24, 20, 30).astimezone()


def cards_of_the_evening(workspace: Workspace, event: int) -> list[int]:
    """Five cards: a client, a partner with a coffee, a connector, and two with no plan."""
    found = []
    for given, family, kind in (
        ("Marta", "Lindqvist", PersonKind.POTENTIAL_CLIENT),
        ("Ellen", "Brandt", PersonKind.STRATEGIC_PARTNER),
        ("Tom", "Okafor", PersonKind.CONNECTOR),
        ("Bill", "Marsh", None),
        ("Priti", "Shah", None),
    ):
        card = add_card(workspace, event, PersonDraft(given=given, family=family), EVENING).card_id
        if kind is not None:
            set_card_kind(workspace, card, kind)
        found.append(card)
    tomorrow = EVENING.date() + timedelta(days=1)
    plan_cards(workspace, found[:3], PlanDraft("Write", tomorrow), EVENING.date())
    set_solid(workspace, found[:2], True)
    return found


def stored(window: EventsWindow) -> Debrief:
    page = window.view.page
    assert page is not None
    return debriefs.debrief(window.workspace, page.id, EVENING)


def overlay_over(content: QWidget) -> Overlay:
    holder = content.parentWidget()
    while not isinstance(holder, Overlay):
        assert holder is not None
        holder = holder.parentWidget()
    return holder


def finish_card(window: EventsWindow) -> FinishCard:
    (card,) = [one for one in window.window.findChildren(FinishCard) if one.isVisible()]
    return card


def write_number(qtbot: QtBot, field: CountField, text: str) -> None:
    """Type a number into a count and leave it with Enter."""
    field.field.setFocus()
    field.field.selectAll()
    qtbot.keyClicks(field.field, text)
    qtbot.keyClick(field.field, Qt.Key.Key_Return)
