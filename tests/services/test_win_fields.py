"""One field of a win at a time: read the way it is typed, refused in words, one step of the history."""

from __future__ import annotations

from datetime import date

import pytest

from netdesk.method.errors import InvalidInput
from netdesk.method.sources import Source
from netdesk.method.thanks import Thank, thanks_words
from netdesk.method.typed_money import TypedMoney
from netdesk.services import wins
from netdesk.services.groups import GroupDraft, add_group
from netdesk.services.win_list import WinRow
from netdesk.services.wins import Client, Place
from netdesk.store.workspace import Workspace
from tests.support.wins import TODAY, an_event, row, won
from tests.support.workspaces import sample_people


@pytest.fixture
def people(workspace: Workspace) -> list[int]:
    """Grace Adeyemi, Ellen Adeyemi, Aoife Adeyemi."""
    return sample_people(workspace, 3)


def test_each_field_is_read_the_way_it_is_typed(workspace: Workspace, people: list[int]) -> None:
    old, new = (
        an_event(workspace, "Founders’ evening", day) for day in (date(2026, 3, 6), date(2026, 11, 6))
    )
    group = add_group(workspace, GroupDraft("Breakfast Club", "Learn from shop owners"))
    number = won(workspace, "Inbox set-up")

    def typed(field: str, value: str) -> WinRow:
        wins.set_field(workspace, number, field, value, TODAY, own="GBP")
        return row(workspace, number)

    assert typed("title", " Inbox  set-up, large").title == "Inbox set-up, large"
    assert (typed("client", "grace adeyemi").client_id, row(workspace, number).client) == (
        people[0],
        "grace adeyemi",
    )
    assert typed("client", "Mill Street Gifts").client_id is None
    assert typed("won_on", "fri").won_on == date(2026, 11, 20)
    assert typed("won_on", "2/11").won_on == date(2026, 11, 2)
    assert (typed("value", "1.200,50 €").value, row(workspace, number).currency) == (1200.5, "EUR")
    assert (typed("value", "").value, row(workspace, number).currency) == (None, "")
    assert thanks_words(typed("thanks", "Grace Adeyemi > Zed, ellen adeyemi").thanks) == (
        "Grace Adeyemi → Zed, Ellen Adeyemi"
    )
    assert [one.person_id for one in row(workspace, number).people] == [people[0], None, people[1]]
    assert (typed("thanks", "web search").thanks, row(workspace, number).how) == ((), "web search")
    assert typed("place", "founders' evening").event_id == old
    assert typed("won_on", "today").event_id == old
    assert typed("place", "breakfast club").group_id == group
    assert typed("place", "Founders’ evening").event_id == new
    assert typed("place", "").place == ""


def test_what_is_wrong_in_a_field_is_said_and_nothing_is_changed(workspace: Workspace) -> None:
    number = won(workspace, "Inbox set-up", value=5.0)
    before = row(workspace, number)
    for field, typed in (
        ("title", ""),
        ("won_on", "tomorrow"),
        ("won_on", "gestern"),
        ("value", "-5"),
        ("value", "much"),
        ("thanks", "Ann > ann"),
        ("place", "Nowhere"),
    ):
        with pytest.raises(InvalidInput) as refused:
            wins.set_field(workspace, number, field, typed, TODAY)
        assert refused.value.field == field
        assert refused.value.remedy
    assert row(workspace, number) == before


def test_endless_text_is_refused_like_any_other(workspace: Workspace) -> None:
    number = won(workspace, "Inbox set-up")
    before = row(workspace, number)
    for text in ("É" * 200_000, " " * 200_000 + "x > " * 50_000, '"X' * 99_999, "1" * 200_000):
        for field in ("title", "client", "won_on", "value", "thanks", "place"):
            with pytest.raises(InvalidInput) as refused:
                wins.set_field(workspace, number, field, text, TODAY)
            assert refused.value.field == field
            assert len(str(refused.value)) < 300
    assert row(workspace, number) == before


def test_what_was_chosen_is_taken_as_it_is(workspace: Workspace, people: list[int]) -> None:
    number = won(workspace, "Inbox set-up")
    event = an_event(workspace, "Mixer", TODAY)
    chosen: tuple[
        tuple[str, wins.Client | Place | TypedMoney | date | tuple[tuple[Thank, ...], ...]], ...
    ] = (
        ("client", Client("Ellen at home", people[1])),
        ("place", Place(event_id=event)),
        ("value", TypedMoney(7.0, "CHF")),
        ("won_on", date(2026, 1, 2)),
        ("thanks", ((Thank("Grace Adeyemi", people[0], 3.0), Thank("Bo")),)),
    )
    for field, value in chosen:
        wins.set_field(workspace, number, field, value, TODAY)
    kept = row(workspace, number)
    assert (kept.client_id, kept.event_id, kept.value, kept.currency) == (people[1], event, 7.0, "CHF")
    wins.set_field(workspace, number, "thanks", "Grace Adeyemi → Bo", TODAY)
    assert wins.read_draft(workspace, number).thanks[0][0].weight == 3.0
    wins.set_field(workspace, number, "place", "Mixer", TODAY)
    assert row(workspace, number).event_id == event


def test_quick_edits_of_one_field_are_one_step(workspace: Workspace) -> None:
    number = won(workspace, "Inbox")
    for title in ("Inbox s", "Inbox set", "Inbox set-up"):
        wins.set_field(workspace, number, "title", title, TODAY)
    wins.set_source(workspace, number, Source.REFERRAL)
    wins.set_source(workspace, number, Source.MARKETING)
    assert [entry.title for entry in workspace.history()] == [
        "“Inbox set-up” came by marketing response",
        "Change the win “Inbox set-up”",
        "Add the win “Inbox”",
    ]
    wins.set_source(workspace, number, None)
    assert row(workspace, number).source is None
