"""What groups and events gave in a period, recounted in plain Python from random records."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from typing import NamedTuple

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from netdesk.method.insights.comparing import compared
from netdesk.method.money import Total, plain_money
from netdesk.method.periods import last_12_months, parse_period
from netdesk.services import event_edit, groups
from netdesk.services.group_worth import group_worth
from netdesk.services.insights import wins_of
from netdesk.services.insights.behind import Leads
from netdesk.services.insights.returns import event_returns, group_returns
from netdesk.services.insights.returns_behind import behind_group, behind_host, events_card, groups_card
from netdesk.services.insights.wins_of import WinsFrom
from netdesk.services.win_list import WinQuery, win_totals
from netdesk.store.workspace import Workspace, moment
from tests.support.events import mixer, wall
from tests.support.groups import breakfast_club
from tests.support.workspaces import sample_people

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
    expected: dict[str, list[list[object]]] = defaultdict(lambda: [[], []])
    for one in held:
        if there(one):
            expected[host_of(one)][0].append(one)
    for won in counted:
        came = event_of(won)
        if came is not None:
            expected[host_of(came)][1].append((won.value, won.currency))
    assert by_host == {
        host: (
            len(amounts),
            worth(amounts),  # type: ignore[arg-type]
            sum(2.0 if one.hours is None else one.hours for one in at),  # type: ignore[attr-defined]
            sum(kept_solid(one) for one in at),  # type: ignore[arg-type]
            len(at),
        )
        for host, (at, amounts) in expected.items()
    }
    assert spent == {
        host: sum(one.cost or 0 for one in at)  # type: ignore[attr-defined]
        for host, (at, _) in expected.items()
    }


def meeting(ws: Workspace, group: int, day: date) -> int:
    event = mixer(ws, title="Breakfast", day=wall(day.year, day.month, day.day, 7), hours=2, host="")
    with ws.change("A meeting"):
        ws.sql("UPDATE event SET group_id = ?, attended = 1 WHERE id = ?", (group, event))
    return event


def win(ws: Workspace, on: str, value: float, *, event: int | None = None, group: int | None = None) -> None:
    with ws.change("A win"):
        ws.sql(
            "INSERT INTO win (title, won_on, value, event_id, group_id, created_at) VALUES ('Shop', ?, ?, ?, ?, ?)",
            (on, value, event, group, moment()),
        )


def test_twelve_months_of_a_group_cost_what_its_own_page_says(workspace: Workspace) -> None:
    club = breakfast_club(workspace)
    for day in (date(2026, 3, 6), date(2026, 11, 20)):
        meeting(workspace, club, day)
    (one,) = group_returns(workspace, last_12_months(TODAY), TODAY, "GBP").groups
    year = group_worth(workspace, club, TODAY).year
    assert one.given.cost.value == 780.0 == year.money[0][0]
    assert one.given.hours == year.hours == 104
    assert one.estimated
    # A quarter takes a quarter of the fee, up to today; before I joined nothing is due.
    (quarter,) = group_returns(workspace, parse_period("2026-Q3", TODAY), TODAY, "GBP").groups
    assert 190 < quarter.given.cost.value < 200
    assert group_returns(workspace, parse_period("2023", TODAY), TODAY, "GBP").groups == ()


def test_a_fee_is_only_taken_for_days_that_have_been(workspace: Workspace) -> None:
    breakfast_club(workspace, since=None)
    (one,) = group_returns(workspace, YEAR, TODAY, "GBP").groups
    assert one.given.cost.value == round(780 * 326 / 365.25)
    for code in ("2027", "2019"):
        assert group_returns(workspace, parse_period(code, TODAY), TODAY, "GBP").groups == ()


def test_behind_a_group_are_its_wins_and_meetings(workspace: Workspace) -> None:
    club = breakfast_club(workspace)
    event = meeting(workspace, club, date(2026, 11, 6))
    win(workspace, "2026-11-10", 300, event=event)
    win(workspace, "2026-10-10", 200, group=club)
    win(workspace, "2026-10-10", 999)
    chart = groups_card(workspace, YEAR, TODAY, plain_money, "GBP")
    (point,) = chart.series[0].points
    assert point.words == "£500"
    assert point.behind is not None
    rows = behind_group(workspace, point.behind, TODAY)
    assert (rows.count, point.behind.title) == (3, "Breakfast Club: 2 wins, 1 meeting")
    assert [row.leads for row in rows.rows] == [Leads.WIN, Leads.WIN, Leads.EVENT]
    assert [row.amount for row in rows.rows[:2]] == [300, 200]
    assert rows.rows[2].figure == "0 solid · 2 h"
    groups.bin_group(workspace, club)
    assert groups_card(workspace, YEAR, TODAY, plain_money, "GBP").empty


def test_behind_a_host_are_its_events_and_the_wins_through_them(workspace: Workspace) -> None:
    (person,) = sample_people(workspace, 1)
    event = mixer(workspace, day=wall(2026, 10, 6, 18))
    other = mixer(workspace, day=wall(2026, 9, 6, 18), host="CHAMBER of Commerce")
    earlier = mixer(workspace, day=wall(2025, 9, 6, 18))
    with workspace.change("Cards and wins"):
        workspace.sql("UPDATE event SET attended = 1")
        workspace.sql(
            "INSERT INTO card (event_id, person_id, solid, received_at, created_at) VALUES (?, ?, 1, ?, ?)",
            (event, person, moment(), moment()),
        )
    win(workspace, "2026-11-01", 300, event=earlier)
    (point,) = events_card(workspace, YEAR, TODAY, plain_money, "GBP").series[0].points
    assert (point.label, point.words, point.more) == ("Chamber of Commerce", "1", "£300")
    assert point.behind is not None
    rows = behind_host(workspace, point.behind, TODAY)
    assert rows.count == 3
    assert [(row.leads, row.id) for row in rows.rows[:2]] == [(Leads.EVENT, event), (Leads.EVENT, other)]
    assert rows.rows[0].figure == "1 solid · 2 h"
    assert rows.rows[2].leads is Leads.WIN
    event_edit.bin_events(workspace, [event, other, earlier])
    assert events_card(workspace, YEAR, TODAY, plain_money, "GBP").empty


def test_a_win_with_a_group_and_an_event_of_another_counts_for_its_own_group_everywhere(
    workspace: Workspace,
) -> None:
    club, traders = breakfast_club(workspace), breakfast_club(workspace, name="Traders")
    breakfast = meeting(workspace, club, date(2026, 11, 6))
    win(workspace, "2026-11-10", 300, event=breakfast, group=traders)
    win(workspace, "2026-11-11", 50, event=breakfast)
    for group, value in ((club, 50), (traders, 300)):
        own_page = group_worth(workspace, group, TODAY).year.wins
        (returns,) = (one for one in group_returns(workspace, YEAR, TODAY, "GBP").groups if one.id == group)
        listed = win_totals(workspace, WinQuery(group_id=group), "GBP")
        assert own_page is not None
        assert (own_page.count, own_page.value) == (1, value)
        assert (returns.given.wins, returns.given.won.value) == (1, value)
        assert (listed.count, listed.total.value) == (1, value)
        asked = wins_of.asked(WinsFrom.GROUP, group, "", YEAR)
        assert [row.amount for row in wins_of.behind(workspace, asked, TODAY).rows] == [value]
