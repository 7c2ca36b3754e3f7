"""The month beside its aims, and how promptly cards were followed up."""

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netdesk.method.ledger import LedgerKind
from netdesk.services.bulk import to_bin
from netdesk.services.cards import let_go
from netdesk.services.ledger import keep_promise
from netdesk.services.month import Count, month_so_far
from netdesk.services.preferences import save_number
from netdesk.services.prompt_share import PromptShare, prompt_share
from netdesk.services.selection import Selection
from netdesk.store.workspace import Workspace
from tests.support.events import mixer, wall
from tests.support.kept_files import new_workspace
from tests.support.today import NOW, TODAY, card, helped, plan, somebody, spoke


def test_a_card_is_prompt_within_the_hours(workspace: Workspace) -> None:
    received = NOW - timedelta(days=10)
    for hours in (1, 48, 49, None):
        one = somebody(workspace, f"After{hours}")
        made = card(workspace, one, None, received)
        if hours is not None:
            plan(workspace, made, one, TODAY, received + timedelta(hours=hours))
    fresh = somebody(workspace, "Fresh")
    card(workspace, fresh, None, NOW - timedelta(hours=5))
    assert prompt_share(workspace, None, None, NOW) == PromptShare(2, 4, 1)
    assert prompt_share(workspace, TODAY, None, NOW) == PromptShare(0, 0, 1)
    assert prompt_share(workspace, None, TODAY - timedelta(days=1), NOW) == PromptShare(2, 4, 0)
    save_number(workspace, "follow_up_hours", 72)
    assert prompt_share(workspace, None, None, NOW) == PromptShare(3, 4, 1)


def test_cards_let_go_and_of_people_in_the_bin_do_not_count(workspace: Workspace) -> None:
    club = mixer(workspace, day=wall(2026, 11, 18, 8))
    kept, gone, binned = (somebody(workspace, name) for name in ("Kept", "Gone", "Binned"))
    card(workspace, kept, club)
    let_go(workspace, [card(workspace, gone, club)])
    card(workspace, binned, club)
    to_bin(workspace, Selection.of([binned]), TODAY)
    assert prompt_share(workspace, None, None, NOW, club) == PromptShare(0, 1, 0)
    assert prompt_share(workspace, None, None, NOW, club + 1) == PromptShare(0, 0, 0)


@settings(deadline=None, max_examples=20)
@given(st.lists(st.tuples(st.integers(0, 200), st.none() | st.integers(0, 200)), max_size=10))
def test_every_card_is_counted_once(
    tmp_path_factory: pytest.TempPathFactory, cards: list[tuple[int, int | None]]
) -> None:
    workspace = new_workspace(tmp_path_factory.mktemp("share") / "network.netdesk")
    try:
        for number, (ago, after) in enumerate(cards):
            one = somebody(workspace, f"Person{number}")
            received = NOW - timedelta(hours=ago)
            made = card(workspace, one, None, received)
            if after is not None:
                plan(workspace, made, one, TODAY, received + timedelta(hours=after))
        share = prompt_share(workspace, None, None, NOW)
        assert share.counted + share.waiting == len(cards)
        assert share.prompt == sum(after is not None and after <= 48 for _, after in cards)
        assert share.waiting == sum(after is None and ago <= 48 for ago, after in cards)
    finally:
        workspace.close()


def test_the_month_counts_what_happened_in_it(workspace: Workspace) -> None:
    november, october = (mixer(workspace, day=wall(2026, month, 18, 8)) for month in (11, 10))
    solid, twice, before = (somebody(workspace, name) for name in ("Solid", "Twice", "Before"))
    card(workspace, solid, november, solid=True)
    card(workspace, twice, november, solid=True)
    card(workspace, twice, None, solid=True)
    card(workspace, before, october, NOW - timedelta(days=30), solid=True)
    let_go(workspace, [card(workspace, somebody(workspace, "Gone"), november, solid=True)])
    spoke(workspace, solid, 2, "one_to_one")
    spoke(workspace, solid, 2, "call")
    spoke(workspace, solid, 30, "one_to_one")
    helped(workspace, solid, LedgerKind.GIVE, 2)
    helped(workspace, twice, LedgerKind.GIVE, 30)
    helped(workspace, twice, LedgerKind.RECEIVE, 3)
    promise = helped(workspace, before, LedgerKind.PROMISE, 30)
    helped(workspace, before, LedgerKind.PROMISE, 3)
    keep_promise(workspace, promise, TODAY)
    found = month_so_far(workspace, NOW)
    assert found.name == "November"
    assert found.counts == (
        Count("Solid contacts", 2, 8),
        Count("One-to-ones", 1, 4),
        Count("Helped someone", 2, 6),
        Count("Follow-ups within 48 h", 0, 3),
    )
    assert found.pace == "At this pace: 3 solid contacts by the end of the month."
    assert not found.is_empty
    save_number(workspace, "aim_solid", 12)
    assert month_so_far(workspace, NOW).counts[0].aim == 12
