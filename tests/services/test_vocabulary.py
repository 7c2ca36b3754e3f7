"""How much the words of a workspace are used, and the figures beside the places."""

from datetime import date

import pytest

from netdesk.method.contact_kinds import MarketStanding
from netdesk.method.errors import InvalidInput
from netdesk.services.counts import Counts, counts
from netdesk.services.markets import InMarket, add_market
from netdesk.services.own_fields import OwnFieldKind, add_own_field
from netdesk.services.people import PersonDraft, new_person
from netdesk.services.tags import add_tag
from netdesk.services.vocabulary import vocabulary
from netdesk.store.workspace import Workspace
from tests.support.events import mixer
from tests.support.workspaces import sample_people

TODAY = date(2026, 11, 22)


def test_each_word_tells_how_many_people_it_concerns(workspace: Workspace) -> None:
    shoe = add_own_field(workspace, "Shoe size", OwnFieldKind.NUMBER)
    add_own_field(workspace, "Drink", OwnFieldKind.TEXT)
    add_market(workspace, "Charities")
    for name, standing in (("Grace", MarketStanding.IN), ("Ellen", MarketStanding.CLOSE), ("Tom", None)):
        markets = () if standing is None else (InMarket("Charities", standing),)
        own = {shoe: "41"} if name != "Tom" else {}
        new_person(workspace, PersonDraft(given=name, tags=("retail",), markets=markets, own_values=own))
    words = vocabulary(workspace)
    assert [(tag.name, tag.people) for tag in words.tags] == [("retail", 3)]
    assert {one.field.name: one.people for one in words.fields} == {"Shoe size": 2, "Drink": 0}
    assert [(one.market.name, one.inside, one.close) for one in words.markets] == [("Charities", 1, 1)]


def test_a_tag_is_added_before_anybody_wears_it(workspace: Workspace) -> None:
    changes = add_tag(workspace, " Early   bird ")
    assert changes.title == "Add the tag “Early bird”"
    assert [(tag.name, tag.people) for tag in vocabulary(workspace).tags] == [("Early bird", 0)]
    with pytest.raises(InvalidInput, match="There is a tag “EARLY BIRD” already") as refused:
        add_tag(workspace, "EARLY BIRD")
    assert refused.value.field == "tag"
    workspace.undo()
    assert vocabulary(workspace).tags == ()


def test_the_places_count_whom_they_show(workspace: Workspace) -> None:
    assert counts(workspace, TODAY).is_empty
    mixer(workspace)
    sample_people(workspace, 3)
    with workspace.change("Put away"):
        workspace.sql("UPDATE person SET archived_at = '2026-11-01T00:00:00+00:00' WHERE id = 1")
        workspace.sql("UPDATE person SET binned_at = '2026-11-01T00:00:00+00:00' WHERE id = 2")
    found = counts(workspace, TODAY)
    assert found == Counts(people=1, coming_events=1, all_events=1, anybody=True)
    assert not found.is_empty
    assert counts(workspace, date(2027, 1, 1)).coming_events == 0


def test_somebody_in_the_bin_keeps_a_workspace_from_being_empty(workspace: Workspace) -> None:
    sample_people(workspace, 1)
    with workspace.change("Bin"):
        workspace.sql("UPDATE person SET binned_at = '2026-11-01T00:00:00+00:00'")
    found = counts(workspace, TODAY)
    assert (found.people, found.is_empty) == (0, False)
