"""The levels of one person read back."""

from __future__ import annotations

import pytest

from netdesk.method.errors import NotFound
from netdesk.services.level_page import Asked, level_record
from netdesk.services.levels import give_reason_for_moves, move_people
from netdesk.store.workspace import Workspace
from tests.support.today import TODAY, met_long_ago, somebody
from tests.support.workspaces import sample_people


def _moved(ws: Workspace, person: int, day: str, level: int | None, why: str = "") -> None:
    move_people(ws, [person], level, why)
    with ws.change("On that day"):
        ws.sql(
            "UPDATE level_move SET moved_at = ? WHERE id = (SELECT max(id) FROM level_move)",
            (f"{day}T09:00:00+00:00",),
        )


def test_time_and_moves_with_their_reasons(workspace: Workspace) -> None:
    person = somebody(workspace)
    met_long_ago(workspace, person, 300)
    _moved(workspace, person, "2026-03-06", 1)
    _moved(workspace, person, "2026-03-24", 2, "Sent a link")
    _moved(workspace, person, "2026-10-21", 3)
    _moved(workspace, person, "2026-11-01", 2, "Too early")
    record = level_record(workspace, person, TODAY)
    assert record.level is not None
    assert (record.level.number, record.next_level.number) == (2, 3)  # type: ignore[union-attr]
    assert record.asked == (Asked("A one-to-one held, its objective achieved", there=False),)
    assert [(one.level.number, one.days, one.now) for one in record.times] == [
        (1, 18, False),
        (2, 211 + 21, True),
        (3, 11, False),
    ]
    assert sum(one.share for one in record.times) == pytest.approx(1)
    assert [(line.heading, line.detail, line.why, line.up) for line in record.moves] == [
        ("Moved to Familiar face", "from Equally engaged, after 11 days", "Too early", False),
        ("Moved to Equally engaged", "from Familiar face, after 7 months", "", True),
        ("Moved to Familiar face", "from Sausage sharer, after 2 weeks", "Sent a link", True),
        ("Started as Sausage sharer", "", "", True),
    ]
    give_reason_for_moves(workspace, [record.moves[1].id], "We wrote a guide together")
    assert level_record(workspace, person, TODAY).moves[1].why == "We wrote a guide together"


def test_off_the_board_and_at_the_top(workspace: Workspace) -> None:
    (person,) = sample_people(workspace, 1, level=5)
    record = level_record(workspace, person, TODAY)
    assert record.moves == ()
    assert record.next_level is None
    assert record.asked == ()
    assert record.readiness is not None
    assert record.readiness.missing == "keep it strong"
    _moved(workspace, person, "2026-11-01", None)
    record = level_record(workspace, person, TODAY)
    assert (record.level, record.readiness) == (None, None)
    assert record.moves[0].heading == "Taken off the board"
    with pytest.raises(NotFound):
        level_record(workspace, 99, TODAY)
