"""Whom have I not helped yet, against asking everybody."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from netdesk.method.money import plain_money
from netdesk.method.periods import Period, last_12_months, month_of, quarter_of, year_of
from netdesk.services.insights import helped
from netdesk.services.insights.answers import rows_behind
from netdesk.store.workspace import Workspace
from tests.support.workspaces import sample_people

TODAY = date(2026, 11, 22)
MADE = "2026-11-01T09:00:00+00:00"
PEOPLE = 4
_AGO = st.integers(0, 800)
_ENTRY = st.tuples(
    st.sampled_from((("give", "done"), ("receive", "done"), ("promise", "done"), ("promise", "open"),
                     ("ask", "done"), ("ask", "open"))),
    _AGO,
    st.none() | _AGO,
).map(lambda entry: (*entry[0], *entry[1:]))  # fmt: skip


@dataclass(frozen=True)
class Somebody:
    level: int | None
    entries: list[tuple[str, str, int, int | None]]
    """Kind, state, how many days ago it happened, and was closed."""
    wins: list[bool]
    """Wins to thank them for; whether in the bin."""
    archived: bool
    binned: bool

    @property
    def is_known(self) -> bool:
        return not self.archived and not self.binned

    @property
    def was_helped(self) -> bool:
        return any(kind in ("give", "promise") and state == "done" for kind, state, _, _ in self.entries)

    @property
    def helped_me(self) -> bool:
        return any(kind in ("receive", "ask") and state == "done" for kind, state, _, _ in self.entries)

    @property
    def brought(self) -> bool:
        return not all(self.wins)


_PEOPLE = st.lists(
    st.builds(
        Somebody,
        st.none() | st.integers(1, 5),
        st.lists(_ENTRY, max_size=3),
        st.lists(st.booleans(), max_size=2),
        st.booleans(),
        st.booleans(),
    ),
    min_size=PEOPLE,
    max_size=PEOPLE,
)
_PERIODS = st.sampled_from(
    (last_12_months(TODAY), month_of(TODAY), quarter_of(TODAY), year_of(TODAY).before())
)


def put(ws: Workspace, ids: list[int], people: list[Somebody]) -> None:
    """Let these people have given and got so, and no otherwise."""
    with ws.change("Put the ledger"):
        for table in ("ledger_entry", "win"):
            ws.sql(f"DELETE FROM {table}")
        for person, one in zip(ids, people, strict=True):
            ws.sql(
                "UPDATE person SET level = ?, archived_at = ?, binned_at = ? WHERE id = ?",
                (one.level, MADE if one.archived else None, MADE if one.binned else None, person),
            )
            ws.many(
                "INSERT INTO ledger_entry (person_id, kind, way, words, state, happened_on, closed_on, due_on,"
                " created_at) VALUES (?, ?, 'advice', 'advice', ?, ?, ?, ?, ?)",
                [
                    (person, kind, state, str(day(ago)), None if closed is None else str(day(closed)),
                     str(TODAY) if kind == "promise" else None, MADE)
                    for kind, state, ago, closed in one.entries
                ],
            )  # fmt: skip
            for binned in one.wins:
                win = ws.sql(
                    "INSERT INTO win (title, won_on, created_at, binned_at) VALUES ('Win', ?, ?, ?)",
                    (str(TODAY), MADE, MADE if binned else None),
                ).lastrowid
                ws.sql(
                    "INSERT INTO win_thanks (win_id, person_id, name) VALUES (?, ?, 'Somebody')",
                    (win, person),
                )


def day(ago: int) -> date:
    return TODAY - timedelta(days=ago)


def was_helped_in(one: Somebody, days: Period) -> bool:
    return not one.binned and any(
        kind in ("give", "promise") and state == "done" and days.holds(day(ago if closed is None else closed))
        for kind, state, ago, closed in one.entries
    )


def test_whom_i_have_not_helped_is_what_one_counts_by_hand(workspace: Workspace) -> None:
    ids = sample_people(workspace, PEOPLE)

    @given(people=_PEOPLE, period=_PERIODS)
    def holds(people: list[Somebody], period: Period) -> None:
        put(workspace, ids, people)
        found = helped.figures(workspace, period, TODAY)
        known = [one for one in people if one.is_known]
        for one in found.levels:
            mine = [somebody for somebody in known if somebody.level == one.level]
            assert one.people == len(mine)
            assert one.not_helped == sum(not somebody.was_helped for somebody in mine)
        assert found.brought_of == sum(one.brought for one in known)
        assert found.brought == sum(one.brought and not one.was_helped for one in known)
        assert found.helped_me_of == sum(one.helped_me for one in known)
        assert found.helped_me == sum(one.helped_me and not one.was_helped for one in known)
        assert found.helped_now == sum(was_helped_in(one, found.compared.now) for one in people)
        assert found.helped_before == sum(was_helped_in(one, found.compared.before) for one in people)
        assert (found.first is None) == (found.brought + found.helped_me == 0)
        shown = helped.chart_of(workspace, period, TODAY, plain_money, "GBP")
        for point in [point for each in shown.series for point in each.points]:
            if point.behind is None:
                assert point.value == 0
            else:
                assert rows_behind(workspace, point.behind, TODAY).count == point.value

    holds()


def test_who_brought_and_helped_most_comes_first_with_what_they_want(workspace: Workspace) -> None:
    grace, ellen = sample_people(workspace, 2)
    put(workspace, [grace, ellen], [
        Somebody(3, [("receive", "done", 3, None)], [], False, False),
        Somebody(None, [("receive", "done", 3, None)], [False, False], False, False),
    ])  # fmt: skip
    with workspace.change("Say what she wants"):
        workspace.sql("UPDATE person SET where_to = ? WHERE id = ?", ("a newsletter\npeople open", ellen))
    shown = helped.chart_of(workspace, last_12_months(TODAY), TODAY, plain_money, "GBP")
    assert shown.reading.startswith("Think of Ellen Adeyemi first: brought you two wins and helped you once.")
    asked = shown.series[0].points[1].behind
    assert asked is not None
    rows = rows_behind(workspace, asked, TODAY).rows
    assert [row.id for row in rows] == [ellen, grace]
    assert (rows[0].detail, rows[0].figure) == ("wants a newsletter people open", "2 wins, helped you 1×")
