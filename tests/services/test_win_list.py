"""The list of wins and its totals, against a slow and obvious recount."""

from __future__ import annotations

import math
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netdesk.method.money import total_words
from netdesk.method.periods import last_12_months, month_of
from netdesk.method.sources import Source
from netdesk.method.thanks import Thank
from netdesk.services import wins
from netdesk.services.business import business_of
from netdesk.services.currency_rates import set_rate
from netdesk.services.event_edit import bin_events
from netdesk.services.follow_ups import finish_follow_up
from netdesk.services.groups import GroupDraft, add_group
from netdesk.services.win_list import WinQuery, win_ids, win_rows, win_totals
from netdesk.services.wins import WinDraft
from netdesk.store.workspace import Workspace
from tests.support.wins import TODAY, an_event, won
from tests.support.workspaces import sample_people

SOURCES = st.none() | st.sampled_from(Source)
CHAINS = st.lists(st.lists(st.integers(0, 3), min_size=1, max_size=3, unique=True), max_size=3)
WINS = st.lists(
    st.tuples(
        st.integers(0, 900),
        st.none() | st.integers(0, 100_000).map(lambda cents: cents / 100),
        st.sampled_from(("", "GBP", "EUR", "CHF")),
        SOURCES,
        CHAINS,
        st.booleans(),
    ),
    max_size=12,
)


def test_the_newest_come_first_and_each_question_finds_its_own(workspace: Workspace) -> None:
    ws = workspace
    grace, ellen = sample_people(ws, 2)
    group = add_group(ws, GroupDraft("Breakfast Club", "Learn"))
    event = an_event(ws, "Mixer")
    with ws.change("Let the mixer be of the club"):
        ws.sql("UPDATE event SET group_id = ? WHERE id = ?", (group, event))
    first = won(
        ws, "Inbox set-up", "Grace Adeyemi", source=Source.REFERRAL, event_id=event, won_on=date(2026, 11, 2)
    )
    second = won(ws, "Rota tidy-up", client="Café Rosa", client_id=ellen, group_id=group, note="Ångström")
    third = won(ws, "Cover", "Grace Adeyemi > Ellen Adeyemi", how="a talk", won_on=date(2024, 1, 5))
    gone = won(ws, "Gone", "Grace Adeyemi")
    wins.bin_win(ws, gone)

    def found(query: WinQuery) -> list[int]:
        return list(win_ids(ws, query))

    assert found(WinQuery()) == [second, first, third]
    assert found(WinQuery(binned=True)) == [gone]
    assert found(WinQuery(period=last_12_months(TODAY))) == [second, first]
    assert found(WinQuery(source=Source.REFERRAL)) == [first]
    assert found(WinQuery(unsaid=True)) == [second, third]
    assert found(WinQuery(person_id=grace)) == [first, third]
    assert found(WinQuery(client_id=ellen)) == [second]
    assert found(WinQuery(event_id=event)) == [first]
    assert found(WinQuery(group_id=group)) == [second, first]
    assert found(WinQuery(text="cafe ROSA")) == found(WinQuery(text="angstrom")) == [second]
    assert found(WinQuery(text="adeyemi", source=Source.REFERRAL)) == found(WinQuery(text="mixer")) == [first]
    assert found(WinQuery(text="ellen talk")) == [third]
    assert found(WinQuery(text="nothing of it")) == []
    assert [row.id for row in win_rows(ws, [third, 99, first])] == [third, first]
    row = win_rows(ws, [first])[0]
    assert (row.event, row.group, row.place, row.group_id) == ("Mixer", "Breakfast Club", "Mixer", group)
    assert win_totals(ws, WinQuery(text="rota"), "GBP").count == 1


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    ws = Workspace(Path(tmp_path_factory.mktemp("wins")) / "network.netdesk")
    sample_people(ws, 4)
    set_rate(ws, "EUR", "GBP", 0.85, TODAY)
    yield ws
    ws.close()


@given(told=WINS)
def test_totals_are_those_of_a_recount_and_shares_sum_to_the_whole(kept: Workspace, told: list) -> None:
    ws = kept
    with ws.change("Forget every win"):
        ws.sql("DELETE FROM win")
    names = [row[0] for row in ws.sql("SELECT display_name FROM person ORDER BY id")]
    drafts = [
        WinDraft(
            title=f"Win {place}",
            won_on=TODAY - timedelta(days=days),
            value=value,
            currency=currency,
            source=source,
            thanks=tuple(tuple(Thank(names[one], one + 1, 1.0 + one) for one in chain) for chain in chains),
        )
        for place, (days, value, currency, source, chains, _) in enumerate(told)
    ]
    ids = wins.add_wins(ws, drafts, TODAY)
    for number, one in zip(ids, told, strict=True):
        if one[5]:
            wins.bin_win(ws, number)
    period = last_12_months(TODAY)
    counted = [one for one in told if not one[5] and period.first <= TODAY - timedelta(days=one[0])]
    totals = win_totals(ws, WinQuery(period=period), "GBP")
    rate = {"": 1.0, "GBP": 1.0, "EUR": 0.85}
    assert totals.count == len(counted) == sum(one.count for one in totals.by_source)
    assert totals.total.value == pytest.approx(
        sum(value * rate[code] for _, value, code, *_ in counted if value is not None and code in rate),
        abs=0.01,
    )
    swiss = sum(value for _, value, code, *_ in counted if value is not None and code == "CHF")
    assert sum(amount for amount, _ in totals.total.apart) == pytest.approx(swiss, abs=0.01)
    for one in totals.by_source:
        assert one.count == sum(each[3] == one.source for each in counted)
    # Whoever shares the thanks, together they brought what the wins with thanks are worth.
    whole = sum(
        v * rate[c] for _, v, c, _, chains, binned in told if chains and not binned and v and c in rate
    )
    brought = [business_of(ws, person, "GBP").brought for person in (1, 2, 3, 4)]
    assert math.fsum(part.total.value for part in brought) == pytest.approx(whole, abs=0.05)
    for person, part in enumerate(brought):
        assert part.count == sum(any(person in chain for chain in one[4]) for one in told if not one[5])


def test_what_somebody_brought_and_bought_stands_apart(workspace: Workspace) -> None:
    ws = workspace
    grace, ellen = sample_people(ws, 2)
    won(ws, "Inbox set-up", "Grace Adeyemi > Ellen Adeyemi, Bo", value=1200.0)
    second = won(ws, "Rota", "Grace Adeyemi, Grace Adeyemi", value=900.0, currency="CHF")
    won(ws, "Cover", client="Grace", client_id=grace)
    finish_follow_up(ws, wins.thank(ws, second, grace, TODAY))
    business = business_of(ws, grace, "GBP")
    assert (business.brought.count, business.brought.thanked) == (2, 1)
    assert total_words(business.brought.total) == "£400 + 900 CHF"
    assert [(line.name, line.share) for line in business.brought.lines] == [
        ("Rota", 1.0),
        ("Inbox set-up", 1 / 3),
    ]
    assert (business.bought.count, total_words(business.bought.total)) == (1, "")
    assert business_of(ws, ellen, "GBP").bought.count == 0
    assert not business.is_empty


def test_an_event_in_the_bin_takes_no_win_along(workspace: Workspace) -> None:
    event = an_event(workspace, "Mixer")
    number = won(workspace, "Inbox set-up", event_id=event)
    bin_events(workspace, [event])
    with workspace.change("Delete it for good"):
        workspace.sql("DELETE FROM event WHERE id = ?", (event,))
    assert (win_rows(workspace, [number])[0].event_id, win_rows(workspace, [number])[0].place) == (None, "")
    assert win_totals(workspace, WinQuery(period=month_of(TODAY)), "GBP").count == 1
