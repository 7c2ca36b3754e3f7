"""Wins in the timeline of those who brought them and of those who are the client."""

from __future__ import annotations

from datetime import date

from netdesk.method.sources import Source
from netdesk.services.timeline import EntryKind, timeline
from netdesk.services.wins import bin_win
from netdesk.store.workspace import Workspace
from tests.support.wins import won
from tests.support.workspaces import sample_people


def test_a_win_stands_at_its_day_with_their_share_of_it(workspace: Workspace) -> None:
    grace, ellen, *_ = sample_people(workspace, 4)
    day = date(2026, 10, 9)
    won(
        workspace,
        "Newsletter desk",
        "Grace Adeyemi > Ellen Adeyemi",
        client="Retail 27",
        value=3100.0,
        won_on=day,
        source=Source.REFERRAL,
    )
    (entry,) = timeline(workspace, grace, own="GBP").entries
    assert (entry.kind, entry.title, entry.on) == (
        EntryKind.WIN,
        "Brought: Newsletter desk for Retail 27",
        day,
    )
    assert entry.words == "£3,100 · 50% thanks to them · Direct or indirect referral"
    assert timeline(workspace, ellen).entries[0].words.startswith("£3,100 · 50%")


def test_a_client_s_own_wins_are_told_otherwise_and_binned_ones_not_at_all(workspace: Workspace) -> None:
    grace, *_ = sample_people(workspace, 2)
    number = won(
        workspace, "Rota", client="Grace Adeyemi", client_id=grace, value=20.0, currency="CHF", how="a sign"
    )
    won(workspace, "", client="Grace Adeyemi", client_id=grace)
    first, second = timeline(workspace, grace).entries
    assert (first.title, first.words) == ("Won as a client: Rota", "20 CHF · a sign")
    assert second.title == "Became a client"
    bin_win(workspace, number)
    assert [entry.title for entry in timeline(workspace, grace).entries] == ["Became a client"]
