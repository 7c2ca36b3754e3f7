"""The wins of one person, client, event or group: how many, what they are worth, and the list of them."""

from __future__ import annotations

from datetime import date

import pytest

from netdesk.method.errors import NotFound
from netdesk.method.insights.behind import Behind, BehindKind
from netdesk.method.periods import Period, PeriodKind
from netdesk.services.groups import GroupDraft, add_group
from netdesk.services.insights.answers import rows_behind
from netdesk.services.insights.wins_of import TOPIC, WinsFrom, asked, wins_of
from netdesk.services.wins import bin_win
from netdesk.store.workspace import Workspace
from tests.support.wins import TODAY, an_event, won
from tests.support.workspaces import sample_people


def test_each_is_counted_once_with_the_days_from_the_first_to_the_last(workspace: Workspace) -> None:
    sample_people(workspace, 20)
    group = add_group(workspace, GroupDraft("Breakfast Club", "Learn"))
    event = an_event(workspace, "Founders' evening", date(2026, 3, 6))
    grace = int(workspace.sql("SELECT id FROM person WHERE display_name = 'Grace Adeyemi'").fetchone()[0])
    won(workspace, "Logo", "Grace Adeyemi > Sam Adeyemi, Grace Adeyemi", value=400.0, won_on=date(2026, 3, 9))
    won(workspace, "Site", "Grace Adeyemi", value=100.0, currency="CHF", group_id=group, event_id=event)
    won(workspace, "Card", "Sam Adeyemi", value=30.0, group_id=group, client="Grace Adeyemi", client_id=grace)
    gone = won(workspace, "Binned", "Grace Adeyemi", value=7.0, event_id=event)
    bin_win(workspace, gone)
    through = wins_of(workspace, WinsFrom.PERSON, grace, "GBP")
    assert (through.count, through.total.value, through.total.apart) == (2, 400.0, ((100.0, "CHF"),))
    assert through.days == Period(PeriodKind.OWN, date(2026, 3, 9), TODAY)
    assert through.words == "2 wins"
    assert wins_of(workspace, WinsFrom.CLIENT, grace, "GBP").words == "1 win"
    assert wins_of(workspace, WinsFrom.EVENT, event, "GBP").count == 1
    assert wins_of(workspace, WinsFrom.GROUP, group, "GBP").count == 2
    nobody = wins_of(workspace, WinsFrom.PERSON, 999, "GBP")
    assert (nobody.count, nobody.days) == (0, None)
    for what, number, titles in (
        (WinsFrom.PERSON, grace, ["Site", "Logo"]),
        (WinsFrom.CLIENT, grace, ["Card"]),
        (WinsFrom.EVENT, event, ["Site"]),
        (WinsFrom.GROUP, group, ["Card", "Site"]),
    ):
        found = wins_of(workspace, what, number, "GBP")
        assert found.days is not None
        listed = rows_behind(workspace, asked(what, number, "Wins", found.days), TODAY)
        assert [row.title for row in listed.rows] == titles
        assert listed.count == found.count


def test_a_question_nobody_asked_is_refused_in_words(workspace: Workspace) -> None:
    days = Period(PeriodKind.OWN, TODAY, TODAY)
    for key in ("planet:3", "person:", "person:x"):
        with pytest.raises(NotFound, match="Nothing is known"):
            rows_behind(workspace, Behind(BehindKind.WINS, TOPIC, "Wins", days, key), TODAY)
