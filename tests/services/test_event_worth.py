"""What events gave, read from the workspace and held against a slow, obvious count."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netdesk.method.errors import NotFound
from netdesk.method.event_worth import Verdict
from netdesk.method.money import Total
from netdesk.method.triage import Purpose, Shares
from netdesk.services import bulk, event_edit
from netdesk.services.event_worth import Grouping, best_kind_sentence, earlier_worth, event_worths, worth_by
from netdesk.services.preferences import save_currency
from netdesk.services.selection import Selection
from netdesk.services.wins import bin_win
from netdesk.store.workspace import Workspace
from tests.support.events import mixer, wall
from tests.support.judged_events import card, judge
from tests.support.kept_files import new_workspace
from tests.support.wins import won
from tests.support.workspaces import sample_people

TODAY = date(2026, 11, 22)
DAY = wall(2026, 11, 18, 17, 30)
PEOPLE = 6


def test_an_event_says_what_it_gave(workspace: Workspace) -> None:
    event = mixer(workspace, day=DAY, cost=84.0)
    people = sample_people(workspace, 4)
    card(workspace, event, people[0], solid=True, plan="Send the checklist")
    card(workspace, event, people[1], solid=True, plan="Have a coffee", done=True)
    card(workspace, event, people[2])
    card(workspace, event, people[3], let_go=True)
    judge(workspace, event, stars=4.0, hours=3.0)
    worth = event_worths(workspace, [event])[event]
    assert (worth.solid, worth.cards, worth.no_plan) == (2, 4, 1)
    assert (worth.cost, worth.currency, worth.hours) == (84.0, "GBP", 3.0)
    assert (worth.cost_per_solid, worth.hours_per_solid) == (42.0, 1.5)
    assert (worth.stars, worth.verdict) == (4.0, Verdict.WORTH_IT)


def test_an_event_without_a_solid_contact_costs_nothing_for_each(workspace: Workspace) -> None:
    event = mixer(workspace, day=DAY, cost=84.0)
    judge(workspace, event, hours=3.0)
    worth = event_worths(workspace, [event])[event]
    assert (worth.cost_per_solid, worth.hours_per_solid, worth.verdict) == (None, None, None)


def test_events_that_are_gone_are_left_out(workspace: Workspace) -> None:
    assert event_worths(workspace, []) == {}
    assert event_worths(workspace, [41, 42]) == {}


def test_a_card_of_somebody_in_the_bin_asks_for_no_plan(workspace: Workspace) -> None:
    event = mixer(workspace, day=DAY)
    person = sample_people(workspace, 1)[0]
    card(workspace, event, person)
    bulk.to_bin(workspace, Selection.of([person]), TODAY)
    worth = event_worths(workspace, [event])[event]
    assert (worth.cards, worth.no_plan) == (1, 0)


def test_hosts_are_the_same_however_they_are_written(workspace: Workspace) -> None:
    for place, host in enumerate(("Chamber", "chamber ", "CHAMBER", "Guild", "")):
        event = mixer(workspace, day=DAY - timedelta(days=place), host=host)
        judge(workspace, event, stars=4)
    found = {group.name: group.worth.times for group in worth_by(workspace, Grouping.HOST)}
    assert found == {"Chamber": 3, "Guild": 1, "": 1}


def test_events_i_did_not_go_to_and_those_in_the_bin_do_not_count(workspace: Workspace) -> None:
    went, not_there, unknown, binned, with_card = (mixer(workspace, day=DAY) for _ in range(5))
    judge(workspace, went)
    judge(workspace, not_there, attended=0, stars=5)
    judge(workspace, unknown, attended=None)
    judge(workspace, binned)
    event_edit.bin_events(workspace, [binned])
    card(workspace, with_card, sample_people(workspace, 1)[0])
    assert [group.worth.times for group in worth_by(workspace, Grouping.HOST)] == [2]


def test_money_without_a_currency_is_in_the_preferred_one(workspace: Workspace) -> None:
    save_currency(workspace, "GBP")
    for cost, currency in ((10.0, ""), (20.0, "GBP")):
        event = mixer(workspace, day=DAY, cost=cost)
        judge(workspace, event)
        with workspace.change("Write the currency"):
            workspace.sql("UPDATE event SET currency = ? WHERE id = ?", (currency, event))
    (group,) = worth_by(workspace, Grouping.HOST)
    assert (group.worth.cost, group.worth.currency, group.worth.mixed_money) == (30.0, "GBP", False)


EVENT = st.tuples(
    st.sampled_from(("Chamber", "CHAMBER", "Guild", "")),
    st.sampled_from((Shares(), Shares(10, 60, 20, 10), Shares(70, 10, 10, 10))),
    st.sampled_from((None, 0, 1)),
    st.none() | st.sampled_from((0.0, 28.0, 84.0)),
    st.none() | st.sampled_from((0.0, 2.0, 3.5)),
    st.none() | st.sampled_from((1.5, 3.0, 4.5)),
    st.lists(st.tuples(st.booleans(), st.booleans()), max_size=PEOPLE),
)


@given(st.lists(EVENT, max_size=6))
def test_groups_are_what_a_pencil_would_give(
    tmp_path_factory: pytest.TempPathFactory, events: list[tuple]
) -> None:
    folder: Path = tmp_path_factory.mktemp("worth")
    workspace = new_workspace(folder / "network.netdesk", folder / "backups")
    people = sample_people(workspace, PEOPLE)
    expected: dict[str, dict[str, float]] = {}
    for host, shares, attended, cost, hours, stars, cards in events:
        event = mixer(workspace, day=DAY, host=host, cost=cost)
        event_edit.set_shares(workspace, event, shares)
        judge(workspace, event, attended=attended, hours=hours, stars=stars)
        for person, (solid, planned) in zip(people, cards, strict=False):
            card(workspace, event, person, solid=solid, plan="Call" if planned else "")
        if attended or (attended is None and (stars is not None or cards)):
            sums = expected.setdefault(
                host.lower(), dict.fromkeys(("times", "solid", "no_plan", "paid_solid"), 0)
            )
            sums["times"] += 1
            sums["solid"] += sum(solid for solid, _ in cards)
            sums["no_plan"] += sum(not planned for _, planned in cards)
            if cost is not None:
                sums["cost"] = sums.get("cost", 0) + cost
                sums["paid_solid"] += sum(solid for solid, _ in cards)
    found = {group.name.lower(): group.worth for group in worth_by(workspace, Grouping.HOST)}
    by_purpose = worth_by(workspace, Grouping.PURPOSE)
    workspace.close()
    assert found.keys() == expected.keys()
    for host, sums in expected.items():
        worth = found[host]
        assert (worth.times, worth.solid, worth.no_plan) == (sums["times"], sums["solid"], sums["no_plan"])
        assert worth.cost == sums.get("cost")
        per = sums["cost"] / sums["paid_solid"] if sums["paid_solid"] and "cost" in sums else None
        assert worth.cost_per_solid == per
    assert sum(group.worth.times for group in by_purpose) == sum(sums["times"] for sums in expected.values())


def test_only_the_days_asked_for_count(workspace: Workspace) -> None:
    for day in (wall(2025, 12, 31, 20), wall(2026, 1, 1, 9), wall(2026, 11, 18, 9)):
        judge(workspace, mixer(workspace, day=day))
    (group,) = worth_by(workspace, Grouping.HOST, since=date(2026, 1, 1), until=date(2026, 6, 30))
    assert group.worth.times == 1
    assert group.last == date(2026, 1, 1)


def networking(workspace: Workspace, host: str, *stars: float, year: int = 2026) -> None:
    for place, each in enumerate(stars):
        event = mixer(workspace, day=wall(year, 3, 1 + place, 18), host=host)
        event_edit.set_shares(workspace, event, Shares(10, 60, 20, 10))
        judge(workspace, event, stars=each)


def test_the_best_kind_of_event_this_year_is_said(workspace: Workspace) -> None:
    networking(workspace, "Chamber", 4.5, 4)
    networking(workspace, "Guild", 5, 5, year=2025)
    assert best_kind_sentence(workspace, TODAY) == ""
    networking(workspace, "Print expo", 1.5)
    sentence = best_kind_sentence(workspace, TODAY)
    assert sentence == "Your best event type this year: Networking, hosted by Chamber."


def test_earlier_events_of_the_same_host_come_first_then_those_of_the_purpose(workspace: Workspace) -> None:
    networking(workspace, "Chamber", 4.5, 4, 3, 2)
    networking(workspace, "Guild", 1.0)
    mine = mixer(workspace, host="chamber")
    found = earlier_worth(workspace, mine)
    assert found is not None
    assert (found.by, found.name, found.worth.times, found.worth.stars) == (Grouping.HOST, "chamber", 3, 3.0)
    other = mixer(workspace, host="Somebody new")
    assert earlier_worth(workspace, other) is None
    event_edit.set_purpose(workspace, other, Purpose.NETWORKING)
    by_purpose = earlier_worth(workspace, other)
    assert by_purpose is not None
    assert (by_purpose.by, by_purpose.name) == (Grouping.PURPOSE, "Networking")


def test_cards_that_wait_from_an_older_time_are_counted_too(workspace: Workspace) -> None:
    events = [mixer(workspace, day=DAY - timedelta(days=30 * back), host="Chamber") for back in range(5)]
    people = sample_people(workspace, 3)
    for event in events:
        judge(workspace, event)
    card(workspace, events[4], people[0])
    card(workspace, events[1], people[1])
    card(workspace, events[1], people[2])
    found = earlier_worth(workspace, mixer(workspace, host="Chamber"))
    assert found is not None
    assert (found.worth.times, found.open_cards, found.open_event) == (3, 3, events[1])


def test_an_event_that_is_gone_has_no_earlier_ones(workspace: Workspace) -> None:
    with pytest.raises(NotFound):
        earlier_worth(workspace, 7)


def test_business_that_came_from_an_event_is_counted_whole_for_it(workspace: Workspace) -> None:
    first, second, other = (mixer(workspace, day=DAY - timedelta(days=days)) for days in (9, 5, 0))
    for event in (first, second, other):
        judge(workspace, event, stars=3.0)
    assert event_worths(workspace, [first])[first].won is None
    won(workspace, "Inbox set-up", "Ann > Bo, Cy", value=1200.0, event_id=first)
    won(workspace, "Rota", value=50.0, currency="CHF", event_id=second)
    bin_win(workspace, won(workspace, "Gone", value=9.0, event_id=first))
    won(workspace, "Elsewhere", value=9.0)
    worth = event_worths(workspace, [first])[first]
    assert (worth.wins, worth.won) == (1, Total(1200.0, "", (), 1))
    earlier = earlier_worth(workspace, other)
    assert earlier is not None
    assert (earlier.worth.wins, earlier.worth.won) == (2, Total(1200.0, "", ((50.0, "CHF"),), 2))
    (by_host,) = worth_by(workspace, Grouping.HOST)
    assert by_host.worth.wins == 2
