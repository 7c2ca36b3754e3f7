"""All follow-ups that are due, and many of them done, moved or dropped in one step."""

from datetime import date, time, timedelta

import pytest

from netdesk.method.errors import InvalidInput
from netdesk.services.bulk import archive
from netdesk.services.follow_up_list import (
    drop_follow_ups,
    due_ids,
    finish_follow_ups,
    move_follow_ups,
)
from netdesk.services.follow_ups import finish_follow_up, open_follow_ups
from netdesk.services.needs import needs
from netdesk.services.selection import Selection
from netdesk.services.timeline import timeline
from netdesk.services.today import follow_up_lines
from netdesk.store.workspace import Workspace
from tests.support.today import NOW, TODAY, due, somebody


def test_the_most_pressing_come_first_and_rows_keep_the_order(workspace: Workspace) -> None:
    grace, away = somebody(workspace), somebody(workspace, "Away")
    plain, timed = due(workspace, grace, 0), due(workspace, grace, 0, at=time(8))
    late, later = due(workspace, grace, -9), due(workspace, grace, 1)
    due(workspace, away, -1)
    archive(workspace, Selection.of([away]), TODAY)
    assert list(due_ids(workspace, NOW)) == [late, timed, plain]
    lines = follow_up_lines(workspace, [plain, later, 999, late], NOW)
    assert [line.id for line in lines] == [plain, later, late]


def test_many_are_moved_in_one_step(workspace: Workspace) -> None:
    grace = somebody(workspace)
    many = [due(workspace, grace, -days, f"Call {days}") for days in range(1, 6)]
    there = due(workspace, grace, 2, "There already")
    closed = due(workspace, grace, 0)
    finish_follow_up(workspace, closed)
    move_follow_ups(workspace, [*many, there, closed], TODAY + timedelta(days=2), TODAY)
    assert workspace.history()[0].title == "Move 6 follow-ups to 24 Nov"
    lines = open_follow_ups(workspace, grace)
    assert {line.due for line in lines} == {date(2026, 11, 24)}
    assert {line.id: line.moved for line in lines} == {**dict.fromkeys(many, 1), there: 0}
    workspace.undo()
    assert needs(workspace, NOW).overdue == 5
    with pytest.raises(InvalidInput):
        move_follow_ups(workspace, many, TODAY - timedelta(days=1), TODAY)


def test_many_are_done_or_dropped_in_one_step(workspace: Workspace) -> None:
    grace = somebody(workspace)
    many = [due(workspace, grace, -1) for _ in range(3)]
    finish_follow_ups(workspace, many[:2])
    assert workspace.history()[0].title == "Do 2 follow-ups"
    drop_follow_ups(workspace, many, "Too long ago")
    assert workspace.history()[0].title == "Drop a follow-up"
    assert open_follow_ups(workspace, grace) == ()
    assert "Too long ago" in {entry.words for entry in timeline(workspace, grace).entries}
    workspace.undo()
    workspace.undo()
    assert len(open_follow_ups(workspace, grace)) == 3
