"""People at each level month by month, against asking everybody about every day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from netdesk.method.insights.levels_over_time import DOWN, UP, moves_behind
from netdesk.method.money import plain_money
from netdesk.method.periods import Period, last_12_months, month_of, quarter_of, year_of
from netdesk.services.insights import levels_over_time
from netdesk.services.insights.answers import rows_behind
from netdesk.services.insights.behind import Leads
from netdesk.services.insights.levels_over_time import show_all_levels
from netdesk.services.levels import move_people
from netdesk.store.workspace import Workspace
from tests.support.workspaces import sample_people

TODAY = date(2026, 11, 22)
MADE = "2026-11-01T09:00:00+00:00"
PEOPLE = 5
_DAYS = st.integers(0, 800)
_LEVELS = st.none() | st.integers(1, 5)


@dataclass(frozen=True)
class Somebody:
    moves: list[tuple[int, int | None, int | None]]
    """How many days ago, from and to."""
    level: int | None
    since: int
    archived: int | None
    binned: bool

    def level_on(self, on: date) -> int | None:
        """Where they stood at the end of a day, the slow way."""
        if self.binned or (self.archived is not None and day(self.archived) <= on):
            return None
        if not self.moves:
            return self.level if day(self.since) <= on else None
        told = [came for ago, _, came in sorted(self.moves, key=lambda move: -move[0]) if day(ago) <= on]
        return told[-1] if told else None


_PEOPLE = st.lists(
    st.builds(
        Somebody,
        st.lists(st.tuples(_DAYS, _LEVELS, _LEVELS), max_size=5, unique_by=lambda move: move[0]),
        _LEVELS,
        _DAYS,
        st.none() | _DAYS,
        st.booleans(),
    ),
    min_size=PEOPLE,
    max_size=PEOPLE,
)
_PERIODS = st.sampled_from(
    (last_12_months(TODAY), month_of(TODAY), quarter_of(TODAY), year_of(TODAY), year_of(TODAY).before())
)


def day(ago: int) -> date:
    return TODAY - timedelta(days=ago)


def put(ws: Workspace, ids: list[int], people: list[Somebody]) -> None:
    """Let these people have moved so, and no otherwise."""
    with ws.change("Put the moves"):
        ws.sql("DELETE FROM level_move")
        ws.many(
            "UPDATE person SET level = ?, level_since = ?, archived_at = ?, binned_at = ? WHERE id = ?",
            [
                (one.level, f"{day(one.since)}T23:59:00-11:00",
                 None if one.archived is None else f"{day(one.archived)}T00:10:00+14:00",
                 MADE if one.binned else None, person)
                for person, one in zip(ids, people, strict=True)
            ],
        )  # fmt: skip
        ws.many(
            "INSERT INTO level_move (person_id, from_level, to_level, moved_at) VALUES (?, ?, ?, ?)",
            [
                (person, left, came, f"{day(ago)}T12:00:00+01:00")
                for person, one in zip(ids, people, strict=True)
                for ago, left, came in one.moves
            ],
        )


def test_the_levels_are_what_one_finds_by_asking_everybody(workspace: Workspace) -> None:
    ids = sample_people(workspace, PEOPLE)

    @given(people=_PEOPLE, period=_PERIODS)
    def holds(people: list[Somebody], period: Period) -> None:
        put(workspace, ids, people)
        found = levels_over_time.figures(workspace, period, TODAY)
        for one in found.months:
            stood = [somebody.level_on(one.day) for somebody in people]
            assert list(one.counts) == [stood.count(level) for level in range(1, 6)]
        for up, down, days in (
            (found.up, found.down, found.compared.now),
            (found.before_up, found.before_down, found.compared.before),
        ):
            moved = [
                (left, came)
                for one in people
                if not one.binned
                for ago, left, came in one.moves
                if days.holds(day(ago)) and left and came
            ]
            assert up == sum(1 for left, came in moved if came > left)
            assert down == sum(1 for left, came in moved if came < left)
        assert (sum(one.up for one in found.months), sum(one.down for one in found.months)) == (
            found.up,
            found.down,
        )
        for way, count in ((UP, found.up), (DOWN, found.down)):
            assert rows_behind(workspace, moves_behind(count, period, way), TODAY).count == count

    holds()


def test_behind_every_point_stand_its_people(workspace: Workspace) -> None:
    ids = sample_people(workspace, PEOPLE)

    @given(people=_PEOPLE)
    def holds(people: list[Somebody]) -> None:
        put(workspace, ids, people)
        shown = levels_over_time.chart_of(workspace, quarter_of(TODAY), TODAY, plain_money, "GBP")
        for point in [point for one in shown.series for point in one.points]:
            if point.behind is None:
                assert point.value == 0
            else:
                rows = rows_behind(workspace, point.behind, TODAY)
                assert rows.count == len(rows.rows) == point.value

    holds()


def test_the_rows_say_since_when_where_to_and_why(workspace: Workspace) -> None:
    grace, ellen = sample_people(workspace, 2, level=2)
    move_people(workspace, [grace], 3, "Helped both ways")
    put(workspace, [grace, ellen], [
        Somebody([(40, None, 2), (10, 2, 3)], 3, 10, None, False),
        Somebody([], 2, 90, None, False),
    ])  # fmt: skip
    with workspace.change("Say why"):
        workspace.sql("UPDATE level_move SET why = ? WHERE to_level = 3", ("Helped\nboth ways",))
    show_all_levels(workspace, True)
    period = last_12_months(TODAY)
    shown = levels_over_time.chart_of(workspace, period, TODAY, plain_money, "GBP")
    third, second = shown.series[2].points[-1], shown.series[3].points[-1]
    assert (third.words, second.words) == ("1", "1")
    assert third.behind is not None
    assert second.behind is not None
    (row,) = rows_behind(workspace, third.behind, TODAY).rows
    assert (row.leads, row.id, row.detail, row.figure) == (
        Leads.PERSON,
        grace,
        "since 12 Nov",
        "Equally engaged",
    )
    assert rows_behind(workspace, second.behind, TODAY).rows[0].id == ellen
    up = moves_behind(levels_over_time.figures(workspace, period, TODAY).up, period, UP)
    assert up.title == "1 move up"
    (moved,) = rows_behind(workspace, up, TODAY).rows
    assert (moved.detail, moved.figure) == ("12 Nov · Helped both ways", "Familiar face → Equally engaged")


def test_which_lines_are_drawn_is_kept_and_undone(workspace: Workspace) -> None:
    assert not levels_over_time.shows_all_levels(workspace)
    show_all_levels(workspace, True)
    assert levels_over_time.shows_all_levels(workspace)
    workspace.undo()
    assert not levels_over_time.shows_all_levels(workspace)
