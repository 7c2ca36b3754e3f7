"""The people expected propose who will be there, in the panel that asks whether it is worth going."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from netdesk.method.contact_kinds import MarketStanding
from netdesk.method.triage import Purpose, Shares
from netdesk.services.event_edit import set_shares
from netdesk.services.event_page import EventPage, event_page
from netdesk.services.expected import expect_people
from netdesk.services.market_people import add_people
from netdesk.services.markets import add_market
from tests.support.events import NOW
from tests.support.events_window import EventsWindow
from tests.support.workspaces import sample_people

LEFT = Qt.MouseButton.LeftButton
PROPOSED = Shares(50, 25, 0, 25)


def stored(window: EventsWindow) -> EventPage:
    page = window.view.page
    assert page is not None
    return event_page(window.workspace, page.id, NOW)


def expect_four(window: EventsWindow) -> None:
    """Two of the market, one close to it and one that is neither."""
    market = add_market(window.workspace, "Owner-run shops")
    people = sample_people(window.workspace, 4)
    add_people(window.workspace, market, people[:2], MarketStanding.IN)
    add_people(window.workspace, market, people[2:3], MarketStanding.CLOSE)
    expect_people(window.workspace, stored(window).id, people)


def test_mere_names_propose_nothing(mixer_window: EventsWindow) -> None:
    assert stored(mixer_window).people
    assert mixer_window.before.worth.propose.isHidden()


def test_the_shares_are_taken_with_one_press_and_given_back_by_undo(
    qtbot: QtBot, mixer_window: EventsWindow
) -> None:
    expect_four(mixer_window)
    panel = mixer_window.before.worth
    assert panel.propose.isVisible()
    assert panel.propose.text() == "Propose from the 4 people expected"
    assert "Target market 50%" in panel.propose.toolTip()
    qtbot.mouseClick(panel.propose, LEFT)
    page = stored(mixer_window)
    assert (page.shares, page.purpose) == (PROPOSED, Purpose.PROSPECTING)
    assert panel.chip.text() == "Prospecting"
    assert panel.propose.isHidden()
    assert mixer_window.toast() == "The shares follow from the people expected"
    mixer_window.window.shell.undo()
    assert stored(mixer_window).shares == Shares(10, 60, 20, 10)
    assert panel.propose.isVisible()


def test_nothing_is_proposed_that_stands_there_already(mixer_window: EventsWindow) -> None:
    expect_four(mixer_window)
    set_shares(mixer_window.workspace, stored(mixer_window).id, PROPOSED)
    assert mixer_window.before.worth.propose.isHidden()


def test_a_standing_that_changes_elsewhere_changes_the_proposal(mixer_window: EventsWindow) -> None:
    expect_four(mixer_window)
    market = add_market(mixer_window.workspace, "Cafés")
    neither = [line.person_id for line in stored(mixer_window).people if line.person_id is not None][-1]
    add_people(mixer_window.workspace, market, [neither], MarketStanding.CLOSE)
    assert "Close to it 50%" in mixer_window.before.worth.propose.toolTip()
