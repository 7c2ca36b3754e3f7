"""What groups and events gave in a period, recounted in plain Python from random records."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from typing import NamedTuple

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from netdesk.method.insights.comparing import compared
from netdesk.method.money import Total
from netdesk.method.periods import parse_period
from netdesk.services.insights.returns import event_returns, group_returns
from netdesk.store.workspace import Workspace, moment

TODAY = date(2026, 11, 22)
YEAR = parse_period("2026", TODAY)
AGO = st.integers(0, 800)


class AnEvent(NamedTuple):
    """An event so many days ago; ``solid`` cards of it, one of which may have been let go."""

    ago: int
    host: str
    group: int | None
    hours: float | None
    cost: float | None
    attended: int | None
    solid: int
    let_go: bool
    binned: bool


class AWin(NamedTuple):
    """A win so many days ago."""

    ago: int
    event: int | None
    group: int | None
    value: float | None
    currency: str
    binned: bool


GROUP = st.sampled_from([None, 1, 2])
EVENTS = st.lists(
    st.builds(
        AnEvent,
        AGO,
        st.sampled_from(["", "Guild", "GUILD", "Café Club"]),
        GROUP,
        st.sampled_from([None, 0.0, 1.5, 3.0]),
        st.sampled_from([None, 0.0, 28.0]),
        st.sampled_from([None, 0, 1, 1]),
        st.integers(0, 2),
        st.booleans(),
        st.sampled_from([False, False, True]),
    ),
    max_size=6,
)
WINS = st.lists(
    st.builds(
        AWin,
        AGO,
        st.sampled_from([None, 1, 2, 3]),
        GROUP,
        st.sampled_from([None, 0.0, 100.0, 0.1]),
        st.sampled_from(["", "GBP", "EUR", "CHF"]),
        st.sampled_from([False, False, True]),
    ),
    max_size=6,
)


def write_down(ws: Workspace, events: list[AnEvent], wins: list[AWin]) -> None:
    now = moment()
    with ws.change("A random year"):
        ws.sql(
            "INSERT INTO currency_rate (currency, own, rate, set_on) VALUES ('EUR', 'GBP', 0.5, '2026-01-01')"
        )
        for number in (1, 2):
            ws.sql(
                "INSERT INTO networking_group (id, name, why, created_at) VALUES (?, ?, 'Learn', '2020-01-01')",
                (number, f"Group {number}"),
            )
            ws.sql(
                "INSERT INTO person (id, uid, display_name, sort_name, board_rank, created_at, updated_at)"
                " VALUES (?, ?, 'P', 'p', 0, ?, ?)",
                (number, str(number), now, now),
            )
        for place, one in enumerate(events, 1):
            day = TODAY - timedelta(days=one.ago)
            ws.sql(
                "INSERT INTO event (id, title, starts_at, host, group_id, hours, cost, attended, created_at,"
                " binned_at) VALUES (?, 'E', ?, ?, ?, ?, ?, ?, ?, ?)",
                (place, f"{day}T18:00:00+00:00", *one[1:6], now, now if one.binned else None),
            )
            for person in range(1, one.solid + 1):
                gone = now if one.let_go and person == 1 else None
                ws.sql(
                    "INSERT INTO card (event_id, person_id, solid, received_at, let_go_at, created_at)"
                    " VALUES (?, ?, 1, ?, ?, ?)",
                    (place, person, now, gone, now),
                )
        for won in wins:
            event = won.event if won.event is not None and won.event <= len(events) else None
            ws.sql(
                "INSERT INTO win (title, won_on, event_id, group_id, value, currency, created_at, binned_at)"
                " VALUES ('W', ?, ?, ?, ?, ?, ?, ?)",
                (
                    str(TODAY - timedelta(days=won.ago)),
                    event,
                    *won[2:5],
                    now,
                    now if won.binned else None,
                ),
            )


def worth(amounts: list[tuple[float | None, str]]) -> tuple[float, float]:
    """What is worth something in pounds, and the francs nobody gave a rate for."""
    at = {"": 1.0, "GBP": 1.0, "EUR": 0.5}
    own = sum(value * at[code] for value, code in amounts if value is not None and code in at)
    return round(own, 2), round(sum(value or 0 for value, code in amounts if code == "CHF"), 2)


def told(total: Total) -> tuple[float, float]:
    return total.value, total.apart[0][0] if total.apart else 0.0


def there(one: AnEvent) -> bool:
    return one.attended == 1 or (one.attended is None and one.solid > 0)


def kept_solid(one: AnEvent) -> int:
    return one.solid - (1 if one.let_go and one.solid else 0)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(events=EVENTS, wins=WINS, period=st.sampled_from(["2026", "2026-Q3", "2025", "last-12-months"]))
def test_the_figures_are_those_counted_by_hand(
    workspace: Workspace, events: list[AnEvent], wins: list[AWin], period: str
) -> None:
    asked = parse_period(period, TODAY)
    write_down(workspace, events, wins)
    by_group = {
        one.id: (one.given.wins, told(one.given.won), one.given.hours, one.given.solid, one.given.times)
        for one in group_returns(workspace, asked, TODAY, "GBP").groups
    }
    by_host = {
        one.key: (one.given.wins, told(one.given.won), one.given.hours, one.given.solid, one.given.times)
        for one in event_returns(workspace, asked, TODAY, "GBP").hosts
    }
    spent = {one.key: one.given.cost.value for one in event_returns(workspace, asked, TODAY, "GBP").hosts}
    workspace.undo()

    now = compared(asked, TODAY).now

    def inside(ago: int) -> bool:
        return now.holds(TODAY - timedelta(days=ago))

    def event_of(won: AWin) -> AnEvent | None:
        if won.event is None or won.event > len(events) or events[won.event - 1].binned:
            return None
        return events[won.event - 1]

    def host_of(one: AnEvent) -> str:
        return (one.host or (f"Group {one.group}" if one.group else "")).lower().replace("é", "e")

    counted = [won for won in wins if inside(won.ago) and not won.binned]
    held = [one for one in events if inside(one.ago) and not one.binned]
    for number in (1, 2):
        here = []
        for won in counted:
            came = event_of(won)
            group = won.group if won.group is not None or came is None else came.group
            here += [won] if group == number else []
        meetings = [one for one in held if one.group == number and one.attended != 0]
        assert by_group[number] == (
            len(here),
            worth([(won.value, won.currency) for won in here]),
            sum(1.5 if one.hours is None else one.hours for one in meetings),
            sum(map(kept_solid, meetings)),
            len(meetings),
        )
    at: defaultdict[str, list[AnEvent]] = defaultdict(list)
    amounts: defaultdict[str, list[tuple[float | None, str]]] = defaultdict(list)
    for one in held:
        if there(one):
            at[host_of(one)].append(one)
    for won in counted:
        came = event_of(won)
        if came is not None:
            amounts[host_of(came)].append((won.value, won.currency))
    hosts = at.keys() | amounts.keys()
    assert by_host == {
        host: (
            len(amounts[host]),
            worth(amounts[host]),
            sum(2.0 if one.hours is None else one.hours for one in at[host]),
            sum(map(kept_solid, at[host])),
            len(at[host]),
        )
        for host in hosts
    }
    assert spent == {host: sum(one.cost or 0 for one in at[host]) for host in hosts}
