"""Follow-ups within the hours, month by month, against a slow and obvious recount."""

from datetime import date, datetime, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from netdesk.method.insights.prompt import Followed
from netdesk.method.periods import last_12_months, quarter_of
from netdesk.services.bulk import to_bin
from netdesk.services.cards import let_go
from netdesk.services.insights.answers import rows_behind
from netdesk.services.insights.prompt import chart_of, figures
from netdesk.services.preferences import save_number
from netdesk.services.selection import Selection
from netdesk.store.workspace import Workspace
from tests.support.events import mixer, wall
from tests.support.today import NOW, TODAY, card, plan, somebody
from tests.support.workspaces import taken_back

YEAR = last_12_months(TODAY)
QUARTER = quarter_of(TODAY)


def money(amount: float, currency: str) -> str:
    return f"{amount} {currency}"


def test_the_months_of_a_quarter_and_the_cards_behind_them(workspace: Workspace) -> None:
    club = mixer(workspace, title="Breakfast Club", day=wall(2026, 11, 10, 8))
    late, quick, never, gone, fresh = (
        somebody(workspace, name, "Example") for name in ("Late", "Quick", "Never", "Gone", "Fresh")
    )
    november = datetime.fromisoformat("2026-11-10T10:00:00+00:00")
    plan(workspace, card(workspace, quick, club, november), quick, TODAY, november + timedelta(hours=26))
    plan(workspace, card(workspace, late, club, november), late, TODAY, november + timedelta(days=9))
    card(workspace, never, None, november)
    let_go(workspace, [card(workspace, gone, club, november)])
    card(workspace, fresh, club, NOW - timedelta(hours=1))
    found = figures(workspace, QUARTER, TODAY)
    assert [(month.short, each) for month, each in found.months] == [
        ("Oct", Followed(0, 0)),
        ("Nov", Followed(1, 3)),
    ]
    assert (found.waiting, found.hours, found.before) == (1, 48, Followed(0, 0))
    (_, point) = chart_of(workspace, QUARTER, TODAY, money, "GBP").series[0].points
    assert point.behind is not None
    behind = rows_behind(workspace, point.behind, TODAY)
    assert [(row.title, row.detail, row.figure) for row in behind.rows] == [
        ("Never Example", "10 Nov", "open"),
        ("Late Example", "Breakfast Club · 10 Nov", "9 days"),
        ("Quick Example", "Breakfast Club · 10 Nov", "26 h"),
    ]
    assert (behind.count, behind.rows[1].id) == (3, late)
    save_number(workspace, "follow_up_hours", 24)
    assert figures(workspace, QUARTER, TODAY).all == Followed(0, 3)
    assert "within 24 h" in chart_of(workspace, QUARTER, TODAY, money, "GBP").title


def test_the_end_of_a_month_a_year_ago_is_told_only_where_it_has_cards(workspace: Workspace) -> None:
    found = figures(workspace, YEAR, TODAY)
    assert [month.short for month, _ in found.months][::11] == ["Dec", "Nov"]
    card(workspace, somebody(workspace), None, NOW - timedelta(days=360))
    months = figures(workspace, YEAR, TODAY).months
    assert (months[0][0].name, months[0][1]) == ("November 2025", Followed(0, 1))
    assert len(months) == 13


CARDS = st.tuples(
    st.integers(0, 800 * 24), st.none() | st.integers(0, 100), st.sampled_from(["kept", "let go", "binned"])
)


@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(CARDS, max_size=10))
def test_the_months_are_those_of_a_slow_recount(
    workspace: Workspace, cards: list[tuple[int, int | None, str]]
) -> None:
    morning = datetime.combine(TODAY, datetime.min.time()).astimezone()
    counted: list[tuple[date, bool]] = []
    with taken_back(workspace) as ws:
        gone = somebody(ws, "Gone")
        for number, (ago, after, fate) in enumerate(cards):
            received = NOW - timedelta(hours=ago)
            person = gone if fate == "binned" else somebody(ws, f"Person{number}")
            made = card(ws, person, None, received)
            done = None if after is None else received + timedelta(hours=after)
            if done is not None:
                plan(ws, made, person, TODAY, done)
            elif fate == "let go":
                let_go(ws, [made])
            is_let_go = fate == "let go" and done is None
            waits = done is None and morning - received <= timedelta(hours=48)
            if fate != "binned" and not is_let_go and not waits:
                prompt = done is not None and done - received <= timedelta(hours=48)
                counted.append((received.date(), prompt))
        to_bin(ws, Selection.of([gone]), TODAY)
        found = figures(ws, YEAR, TODAY)
        for month, each in found.months:
            here = [
                prompt
                for day, prompt in counted
                if (day.year, day.month) == (month.year, month.number) and YEAR.first <= day <= TODAY
            ]
            assert each == Followed(sum(here), len(here))
        before = [prompt for day, prompt in counted if YEAR.before().holds(day)]
        assert found.before == Followed(sum(before), len(before))
