"""Who is in a target market and who is close to it, and what expected people propose."""

from datetime import UTC, datetime

import pytest

from netdesk.method.contact_kinds import MarketStanding, PersonKind
from netdesk.method.errors import InvalidInput, NotFound
from netdesk.method.triage import Purpose, Shares
from netdesk.services import market_people
from netdesk.services.event_page import event_page
from netdesk.services.expected import expect_name, expect_people
from netdesk.services.expected_shares import ProposedShares, proposed, take_proposed
from netdesk.services.market_page import MarketPage, market_called, market_page, market_rows
from netdesk.services.market_people import AddedToMarket, add_people, how_close, people_of_market
from netdesk.services.markets import Market, add_market, remove_market
from netdesk.services.people import PersonDraft, new_person
from netdesk.services.preferences import save_own_trade
from netdesk.store.workspace import Workspace
from tests.support.events import NOW, mixer
from tests.support.workspaces import sample_people

IN, CLOSE = MarketStanding.IN, MarketStanding.CLOSE


@pytest.fixture
def shops(workspace: Workspace) -> int:
    return add_market(
        workspace, "Owner-run shops", who="Under ten people", where_they_gather="Traders' evenings"
    )


def listed(ws: Workspace, market: int, standing: MarketStanding) -> list[int]:
    return list(people_of_market(ws, market, standing))


def test_people_are_added_once_and_those_there_already_are_said(workspace: Workspace, shops: int) -> None:
    one, two, three = sample_people(workspace, 3)
    assert add_people(workspace, shops, [one, two, one], IN) == AddedToMarket(2, 0, 0)
    again = add_people(workspace, shops, [two, three], CLOSE, "Serves forty of them")
    assert again == AddedToMarket(1, 1, 0)
    assert again.sentence == "Added 1 person; moved 1 person"
    assert add_people(workspace, shops, [three], CLOSE).sentence == "1 person was there already"
    assert listed(workspace, shops, IN) == [one]
    assert sorted(listed(workspace, shops, CLOSE)) == [two, three]
    assert how_close(workspace, shops, [one, two, three]) == dict.fromkeys(
        (two, three), "Serves forty of them"
    )


def test_one_undo_takes_all_additions_back(workspace: Workspace, shops: int) -> None:
    people = sample_people(workspace, 3)
    add_people(workspace, shops, people, CLOSE)
    undone = workspace.undo()
    assert undone is not None
    assert undone.title == "Note 3 people as close to Owner-run shops"
    assert listed(workspace, shops, CLOSE) == []


def test_nobody_and_somebody_unknown_are_refused(workspace: Workspace, shops: int) -> None:
    with pytest.raises(InvalidInput) as refused:
        add_people(workspace, shops, [], IN)
    assert refused.value.field == "people"
    for market, person in ((shops, 99), (99, sample_people(workspace, 1)[0])):
        with pytest.raises(NotFound):
            add_people(workspace, market, [person], IN)
    with pytest.raises(NotFound, match="Somebody of them"):
        add_people(workspace, shops, [*sample_people(workspace, 2), 9_999], IN)
    assert listed(workspace, shops, IN) == []
    (stranger,) = sample_people(workspace, 1)
    with pytest.raises(NotFound):
        market_people.set_standing(workspace, shops, stranger, CLOSE)
    with pytest.raises(NotFound):
        market_people.say_how(workspace, shops, stranger, "Knows them")
    with pytest.raises(InvalidInput):
        add_people(workspace, shops, [stranger], CLOSE, "x" * 501)


def test_the_closest_to_me_come_first_among_those_close_to_it(workspace: Workspace, shops: int) -> None:
    low, high = sample_people(workspace, 1, level=1)[0], sample_people(workspace, 1, level=4)[0]
    (none,) = sample_people(workspace, 1)
    add_people(workspace, shops, [none, low, high], CLOSE)
    assert listed(workspace, shops, CLOSE) == [high, low, none]


def test_somebody_is_moved_from_close_to_in_and_taken_out(workspace: Workspace, shops: int) -> None:
    one, two = sample_people(workspace, 2)
    add_people(workspace, shops, [one, two], CLOSE, "Keeps their books")
    market_people.set_standing(workspace, shops, one, IN)
    market_people.say_how(workspace, shops, two, "  Audits\nthem ")
    assert (listed(workspace, shops, IN), how_close(workspace, shops, [two])) == ([one], {two: "Audits them"})
    changes = market_people.take_out(workspace, shops, [one, two, 99])
    assert changes.title == "Take 3 people out of Owner-run shops"
    assert market_page(workspace, shops).inside + market_page(workspace, shops).close == 0
    assert market_people.take_out(workspace, shops, []).is_empty


def test_people_in_the_bin_or_the_archive_are_neither_listed_nor_counted(
    workspace: Workspace, shops: int
) -> None:
    here, binned, archived = sample_people(workspace, 3)
    add_people(workspace, shops, [here, binned, archived], IN)
    with workspace.change("Away"):
        workspace.sql("UPDATE person SET binned_at = '2026-01-01' WHERE id = ?", (binned,))
        workspace.sql("UPDATE person SET archived_at = '2026-01-01' WHERE id = ?", (archived,))
    assert listed(workspace, shops, IN) == [here]
    assert market_page(workspace, shops).line == "1 in it · 0 close to it"


def test_a_market_deleted_while_people_are_in_it_says_so_and_comes_back_with_them(
    workspace: Workspace, shops: int
) -> None:
    people = sample_people(workspace, 3)
    add_people(workspace, shops, people[:2], IN)
    add_people(workspace, shops, people[2:], CLOSE, "Trains them")
    before = market_page(workspace, shops)
    assert before.gone_words == "Deleted “Owner-run shops”; 2 in it and 1 close to it stay contacts"
    remove_market(workspace, shops)
    with pytest.raises(NotFound):
        market_page(workspace, shops)
    assert workspace.sql("SELECT count(*) FROM person").fetchone() == (3,)
    workspace.undo()
    assert market_page(workspace, shops) == before
    assert how_close(workspace, shops, people) == {people[2]: "Trains them"}


@pytest.mark.parametrize(
    ("inside", "close", "words"),
    [
        (0, 0, "Deleted “Shops”; nobody was in it"),
        (1, 0, "Deleted “Shops”; 1 in it stays a contact"),
        (0, 2, "Deleted “Shops”; 2 close to it stay contacts"),
    ],
)
def test_deleting_says_who_stays(inside: int, close: int, words: str) -> None:
    assert MarketPage(Market(1, "Shops"), inside, close).gone_words == words


def test_markets_are_found_by_their_words_and_their_names(workspace: Workspace, shops: int) -> None:
    other = add_market(workspace, "Owner-run cafés", who_is_close="Roasters")
    assert [row.id for row in market_rows(workspace)] == [other, shops]
    assert [row.id for row in market_rows(workspace, "roast")] == [other]
    assert [row.id for row in market_rows(workspace, "traders TEN")] == [shops]
    assert market_called(workspace, "shops").id == shops
    assert market_called(workspace, str(other)).title == "Owner-run cafés"
    with pytest.raises(InvalidInput, match="Several markets are meant"):
        market_called(workspace, "owner-run")
    with pytest.raises(NotFound):
        market_called(workspace, "museums")


def test_expected_people_propose_the_shares_of_their_event(workspace: Workspace, shops: int) -> None:
    event = mixer(workspace)
    inside, near = sample_people(workspace, 2)
    add_people(workspace, shops, [inside], IN)
    add_people(workspace, shops, [near], CLOSE)
    connector = new_person(workspace, PersonDraft(given="Ann", kinds=(PersonKind.CONNECTOR,)))
    rival = new_person(workspace, PersonDraft(given="Rob", what_they_do="A virtual assistant"))
    expect_people(workspace, event, [inside, near])
    expect_name(workspace, event, "Head of Retail")
    assert proposed(workspace, event) is None
    assert take_proposed(workspace, event) is None
    expect_people(workspace, event, [connector, rival])
    save_own_trade(workspace, ("virtual assistant",))
    found = proposed(workspace, event)
    assert found == ProposedShares(Shares(25, 50, 25, 0), 4)
    assert found.words == "Propose from the 4 people expected"
    take_proposed(workspace, event)
    page = event_page(workspace, event, NOW)
    assert (page.shares, page.purpose) == (found.shares, Purpose.NETWORKING)
    workspace.undo()
    assert event_page(workspace, event, datetime(2026, 11, 22, tzinfo=UTC)).shares.is_empty


def test_people_in_the_bin_propose_nothing(workspace: Workspace) -> None:
    event = mixer(workspace)
    people = sample_people(workspace, 3)
    expect_people(workspace, event, people)
    assert proposed(workspace, event) == ProposedShares(Shares(0, 0, 0, 100), 3)
    with workspace.change("Bin"):
        workspace.sql("UPDATE person SET binned_at = '2026-01-01' WHERE id = ?", (people[0],))
    assert proposed(workspace, event) is None
