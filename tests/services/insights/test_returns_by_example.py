"""What groups and events gave in a period: fees and hours, and what lies behind a figure."""

from __future__ import annotations

from datetime import date

from netdesk.method.money import plain_money
from netdesk.method.periods import last_12_months, parse_period
from netdesk.services import event_edit, groups
from netdesk.services.group_worth import group_worth
from netdesk.services.insights import wins_of
from netdesk.services.insights.behind import Leads
from netdesk.services.insights.returns import group_returns
from netdesk.services.insights.returns_behind import behind_group, behind_host, events_card, groups_card
from netdesk.services.insights.wins_of import WinsFrom
from netdesk.services.win_list import WinQuery, win_totals
from netdesk.store.workspace import Workspace, moment
from tests.support.events import mixer, wall
from tests.support.groups import breakfast_club
from tests.support.workspaces import sample_people

TODAY = date(2026, 11, 22)
YEAR = parse_period("2026", TODAY)


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
