import pytest

from netdesk.method.contact_kinds import MarketStanding
from netdesk.method.errors import InvalidInput, NotFound
from netdesk.services.markets import (
    InMarket,
    Market,
    add_market,
    edit_market,
    markets,
    markets_of,
    remove_market,
)
from netdesk.services.people import PersonDraft, new_person
from netdesk.store.workspace import Workspace


def test_a_market_is_described_renamed_and_removed_while_its_people_stay(workspace: Workspace) -> None:
    market = add_market(
        workspace, " Charities ", who="5–20 staff", where_they_gather="fairs", who_is_close="auditors"
    )
    person = new_person(
        workspace, PersonDraft(given="Ann", markets=(InMarket("charities", MarketStanding.CLOSE, "writes"),))
    )
    edit_market(workspace, Market(market, "Small charities", "5–20 staff", "fairs\nand balls", "auditors"))
    assert markets(workspace) == (
        Market(market, "Small charities", "5–20 staff", "fairs\nand balls", "auditors"),
    )
    assert markets_of(workspace, person) == (InMarket("Small charities", MarketStanding.CLOSE, "writes"),)
    remove_market(workspace, market)
    assert markets_of(workspace, person) == ()
    assert workspace.sql("SELECT given FROM person").fetchall() == [("Ann",)]
    workspace.undo()
    assert markets_of(workspace, person) == (InMarket("Small charities", MarketStanding.CLOSE, "writes"),)


def test_a_market_needs_a_name_of_its_own(workspace: Workspace) -> None:
    add_market(workspace, "Charities")
    for name in ("", " \0", "CHARITIES"):
        with pytest.raises(InvalidInput):
            add_market(workspace, name)
    other = add_market(workspace, "Museums")
    with pytest.raises(InvalidInput):
        edit_market(workspace, Market(other, "charities"))
    for gone in (edit_market, remove_market):
        with pytest.raises(NotFound):
            gone(workspace, Market(99, "x") if gone is edit_market else 99)  # type: ignore[operator]


def test_markets_stand_in_order_whatever_their_case(workspace: Workspace) -> None:
    for name in ("charities", "Architects", "Bakers"):
        add_market(workspace, name)
    assert [market.name for market in markets(workspace)] == ["Architects", "Bakers", "charities"]


@pytest.mark.parametrize("name", ["", "x" * 101])
def test_a_market_needs_a_name_of_a_sensible_length(workspace: Workspace, name: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        add_market(workspace, name)
    assert refused.value.field == "name"
