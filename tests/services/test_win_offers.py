"""Who and what is offered while a win is typed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from netdesk.services.groups import GroupDraft, add_group
from netdesk.services.people import PersonDraft, new_person
from netdesk.services.win_drafts import WinDraft
from netdesk.services.win_offers import client_offers, people_offers, place_offers, place_words
from netdesk.services.wins import add_wins, bin_win
from netdesk.services.workspaces import Workspace
from tests.support.events import mixer, wall

TODAY = date(2026, 11, 22)


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return Workspace(tmp_path / "network.netdesk")


def test_people_are_offered_by_name_before_those_whose_firm_fits(workspace: Workspace) -> None:
    firm = new_person(workspace, PersonDraft(given="Rosa", family="Marino", organisation="Novak Studio"))
    name = new_person(workspace, PersonDraft(given="Peter", family="Novak", organisation="Bright Copy"))
    first = new_person(workspace, PersonDraft(given="Novak", family="Ilic"))
    found = people_offers(workspace, "novak")
    assert found[0].person_id == first
    assert {one.person_id for one in found} == {firm, name, first}
    assert people_offers(workspace, "  ") == ()


def test_a_client_is_offered_under_the_firm_that_was_typed_and_from_earlier_wins(
    workspace: Workspace,
) -> None:
    rosa = new_person(workspace, PersonDraft(given="Rosa", family="Marino", organisation="Café Rosa Marina"))
    cafe = new_person(workspace, PersonDraft(given="Ken", family="Oduya", organisation="Café Ken"))
    wins = [
        WinDraft(won_on=date(2026, 1, 1), client="Cafe Lane"),
        WinDraft(won_on=date(2026, 2, 1), client="Café Ken"),
        WinDraft(won_on=date(2026, 3, 1), client="Old café"),
    ]
    *_, last = add_wins(workspace, wins, TODAY)
    found = client_offers(workspace, "cafe")
    assert [(one.words, one.detail, one.person_id) for one in found] == [
        ("Cafe Lane", "client before", None),
        ("Café Rosa Marina", "Rosa Marino", rosa),
        ("Café Ken", "Ken Oduya", cafe),
        ("Old café", "client before", None),
    ]
    assert [one.words for one in client_offers(workspace, "rosa")] == ["Rosa Marino"]
    bin_win(workspace, last)
    assert "Old café" not in [one.words for one in client_offers(workspace, "cafe")]
    assert client_offers(workspace, " ") == ()
    assert len(client_offers(workspace, "cafe", limit=2)) == 2


def test_groups_and_events_are_offered_by_any_word_the_event_nearest_before_the_win_first(
    workspace: Workspace,
) -> None:
    group = add_group(workspace, GroupDraft(name="Founders' circle", why="To learn"))
    old = mixer(workspace, title="Founders' evening", day=wall(2025, 10, 1, 18))
    new = mixer(workspace, title="Founders' evening", day=wall(2026, 10, 1, 18))
    found = place_offers(workspace, "founders'", TODAY)
    assert [(one.group_id, one.event_id) for one in found] == [(group, None), (None, new), (None, old)]
    assert [one.detail for one in found] == ["group", "1 October 2026", "1 October 2025"]
    assert [one.event_id for one in place_offers(workspace, "even", TODAY)] == [new, old]
    before = date(2026, 3, 1)
    assert [one.event_id for one in place_offers(workspace, "even", before)] == [old, new], (
        "the later was not yet"
    )
    assert place_offers(workspace, "", TODAY) == ()
    assert place_offers(workspace, "ounders", TODAY) == (), "from the beginning of a word only"


def test_a_place_is_said_by_its_event_before_its_group(workspace: Workspace) -> None:
    group = add_group(workspace, GroupDraft(name="Breakfast Club", why="To learn"))
    event = mixer(workspace, title="Summer fair")
    assert place_words(workspace, event, group) == "Summer fair"
    assert place_words(workspace, None, group) == "Breakfast Club"
    assert place_words(workspace, None, None) == ""


def test_of_many_earlier_clients_the_latest_are_looked_through(workspace: Workspace) -> None:
    with workspace.change("Write down a long life's wins"):
        workspace.many(
            "INSERT INTO win (title, client, won_on, created_at) VALUES ('Desk', ?, ?, '')",
            [("Früh & Söhne", "2001-01-01")]
            + [(f"Söhne number {one}", "2026-01-01") for one in range(1_200)],
        )
    assert [one.detail for one in client_offers(workspace, "sohne")] == ["client before"] * 8
    assert client_offers(workspace, "fruh") == ()
