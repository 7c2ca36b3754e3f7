"""Two years of the invented network: how events became clients, how people climbed, and that the days agree."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from netdesk.app import resources
from netdesk.method.insights.funnel import FunnelCounts
from netdesk.method.insights.levels_over_time import CLOSE
from netdesk.method.periods import last_12_months
from netdesk.services.insights import funnel, helped, levels_over_time
from netdesk.services.sample import add_sample
from netdesk.store.workspace import Workspace

TODAY = date(2026, 11, 22)
DAYS = [TODAY, TODAY + timedelta(days=4), TODAY + timedelta(days=100)]


@pytest.mark.parametrize("day", DAYS)
def test_a_year_of_events_became_clients_as_the_pictures_show(workspace: Workspace, day: date) -> None:
    add_sample(workspace, resources.path("sample"), day)
    found = funnel.figures(workspace, last_12_months(day), day)
    assert found.now == FunnelCounts(events=24, met=163, solid=71, one_to_ones=38, clients=24)
    assert 0 < found.before.events < found.now.events
    assert 0 < found.before.solid < found.now.solid


def test_relationships_deepened_month_by_month(workspace: Workspace) -> None:
    add_sample(workspace, resources.path("sample"), TODAY)
    found = levels_over_time.figures(workspace, last_12_months(TODAY), TODAY)
    assert [one.at_or_above(CLOSE) for one in found.months] == [4, 5, 5, 7, 8, 8, 10, 13, 15, 17, 19, 21]
    assert [one.counts[-1] for one in found.months] == [0, 1, 1, 1, 2, 2, 2, 3, 3, 3, 3, 3]
    assert found.months[-1].counts == (36, 21, 12, 6, 3)
    assert found.down == 2, "not everybody climbs"


def test_luis_comes_first_of_those_not_helped_yet(workspace: Workspace) -> None:
    add_sample(workspace, resources.path("sample"), TODAY)
    found = helped.figures(workspace, last_12_months(TODAY), TODAY)
    assert found.first is not None
    assert (found.first.name, found.first.helped_me) == ("Luis Ortega", 4)


def test_nobody_was_talked_to_moved_or_gave_a_card_before_they_were_met(workspace: Workspace) -> None:
    add_sample(workspace, resources.path("sample"), TODAY)
    for what, day in (
        (
            "interaction_person x ON x.person_id = p.id JOIN interaction i ON i.id = x.interaction_id",
            "i.happened_at",
        ),
        ("level_move m ON m.person_id = p.id", "m.moved_at"),
        ("card c ON c.person_id = p.id JOIN event e ON e.id = c.event_id", "e.starts_at"),
    ):
        early = workspace.sql(
            f"SELECT p.display_name, p.met_on, {day} FROM person p JOIN {what} WHERE substr({day}, 1, 10) < p.met_on"
        ).fetchall()
        assert early == []
