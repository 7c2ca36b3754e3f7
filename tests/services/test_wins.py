"""Wins: written down, corrected field by field, thanked for, binned; nothing is lost on the way."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from netdesk.method.errors import InvalidInput, NotFound
from netdesk.method.follow_ups import FollowUpState
from netdesk.method.sources import Source
from netdesk.method.thanks import Thank, thanks_words
from netdesk.services import wins
from netdesk.services.bin import delete_for_good
from netdesk.services.bulk import to_bin
from netdesk.services.follow_ups import finish_follow_up, open_follow_ups
from netdesk.services.selection import Selection
from netdesk.services.win_list import win_rows
from netdesk.services.wins import WinDraft
from netdesk.store.workspace import Workspace
from tests.support.wins import TODAY, row, thanks, won
from tests.support.workspaces import sample_people


@pytest.fixture
def people(workspace: Workspace) -> list[int]:
    """Grace Adeyemi, Ellen Adeyemi, Aoife Adeyemi."""
    return sample_people(workspace, 3)


def test_a_win_is_kept_as_it_was_written(workspace: Workspace, people: list[int]) -> None:
    draft = WinDraft(
        title=" Monthly\tsupport ",
        client="Mill Street Gifts",
        won_on=date(2026, 11, 2),
        value=2400.004,
        currency="eur",
        source=Source.NETWORK_REFERRAL,
        thanks=((Thank("Grace Adeyemi", people[0], 2.0), Thank("Nobody Known")), (Thank(" "),)),
        how="a talk",
        note="Two days a week\n",
        client_id=people[1],
    )
    number = wins.add_win(workspace, draft, TODAY)
    kept = wins.read_draft(workspace, number)
    assert kept == replace(
        draft,
        title="Monthly support",
        value=2400.0,
        currency="EUR",
        note="Two days a week",
        thanks=((Thank("Grace Adeyemi", people[0], 2.0), Thank("Nobody Known")),),
    )
    assert [one.share for one in row(workspace, number).people] == pytest.approx([2 / 3, 1 / 3])
    assert workspace.history()[0].title == "Add the win “Monthly support”"


@pytest.mark.parametrize(
    ("change", "field", "said"),
    [
        ({"title": " ", "client": ""}, "title", "What was won"),
        ({"won_on": date(2026, 11, 23)}, "won_on", "still to come"),
        ({"won_on": date(26, 11, 2)}, "won_on", "long ago"),
        ({"value": -1.0}, "value", "less than nothing"),
        ({"value": 1e9 + 1}, "value", "thousand million"),
        ({"value": float("nan")}, "value", "less than nothing"),
        ({"value": 5.0, "currency": "Taler"}, "currency", "no currency I know"),
        ({"thanks": ((Thank("Ann"), Thank("ann")),)}, "thanks", "twice"),
        ({"title": "x" * 201}, "title", "up to 200"),
        ({"how": "x" * 501}, "how", "up to 500"),
    ],
)
def test_what_cannot_be_a_win_is_refused_with_its_field(
    workspace: Workspace, change: dict[str, object], field: str, said: str
) -> None:
    draft = replace(WinDraft(title="Inbox set-up", won_on=TODAY), **change)  # type: ignore[arg-type]
    with pytest.raises(InvalidInput, match=said) as refused:
        wins.add_win(workspace, draft, TODAY)
    assert refused.value.field == field
    assert workspace.history() == ()


@pytest.mark.parametrize("change", [{"event_id": 9}, {"group_id": 9}, {"client": "X", "client_id": 9},
                                    {"thanks": ((Thank("Ann", 9),),)}])  # fmt: skip
def test_what_is_gone_is_not_written_down(workspace: Workspace, change: dict[str, object]) -> None:
    draft = replace(WinDraft(title="Inbox set-up", won_on=TODAY), **change)  # type: ignore[arg-type]
    with pytest.raises(NotFound, match="not in the workspace"):
        wins.add_win(workspace, draft, TODAY)


def test_many_wins_are_one_step_and_a_wrong_one_keeps_them_all_out(workspace: Workspace) -> None:
    drafts = [WinDraft(title=f"Win {n}", won_on=TODAY, value=float(n)) for n in range(24)]
    ids = wins.add_wins(workspace, drafts, TODAY)
    assert [one.title for one in win_rows(workspace, ids)] == [f"Win {n}" for n in range(24)]
    workspace.undo()
    assert win_rows(workspace, ids) == ()
    with pytest.raises(InvalidInput):
        wins.add_wins(workspace, [*drafts, WinDraft(won_on=TODAY)], TODAY)
    assert workspace.sql("SELECT count(*) FROM win").fetchone()[0] == 0
    assert wins.add_wins(workspace, [], TODAY) == ()


def test_a_thank_you_is_a_follow_up_and_done_means_thanked(workspace: Workspace, people: list[int]) -> None:
    number = won(workspace, "Inbox set-up", "Grace Adeyemi > Ellen Adeyemi, Bo", client="Lindqvist Interiors")
    follow_up = wins.thank(workspace, number, people[0], TODAY)
    (line,) = open_follow_ups(workspace, people[0])
    assert (line.id, line.action, line.due) == (follow_up, "Thank Grace for Lindqvist Interiors", TODAY)
    assert row(workspace, number).thanked is FollowUpState.OPEN
    with pytest.raises(InvalidInput, match="planned already"):
        wins.thank(workspace, number, people[0], TODAY)
    finish_follow_up(workspace, follow_up)
    assert row(workspace, number).thanked is None
    finish_follow_up(workspace, wins.thank(workspace, number, people[1], TODAY, "Send Ellen a card"))
    assert row(workspace, number).thanked is FollowUpState.DONE
    assert [one.thanked for one in row(workspace, number).people] == [
        FollowUpState.DONE,
        FollowUpState.DONE,
        None,
    ]
    with pytest.raises(InvalidInput, match="not among those"):
        wins.thank(workspace, number, people[2], TODAY)
    with pytest.raises(NotFound):
        wins.thank(workspace, 99, people[0], TODAY)
    to_bin(workspace, Selection.of([people[1]]), TODAY)
    with pytest.raises(InvalidInput, match="in the bin"):
        wins.thank(workspace, number, people[1], TODAY)


def test_deleting_a_person_keeps_the_win_and_its_shares(workspace: Workspace, people: list[int]) -> None:
    number = won(workspace, "Inbox set-up", "Grace Adeyemi > Ellen Adeyemi", value=100.0)
    grace = Selection.of(people[:1])
    to_bin(workspace, grace, TODAY)
    delete_for_good(workspace, grace, TODAY)
    kept = row(workspace, number)
    assert [(one.name, one.person_id, one.share) for one in kept.people] == [
        ("Grace Adeyemi", None, 0.5), ("Ellen Adeyemi", people[1], 0.5)]  # fmt: skip
    assert kept.value == 100.0
    workspace.undo()
    assert row(workspace, number).people[0].person_id == people[0]


def test_who_is_called_something_else_by_now_is_thanked_by_that_name(
    workspace: Workspace, people: list[int]
) -> None:
    number = won(workspace, "Inbox set-up", "Grace Adeyemi > Bo")
    with workspace.change("Another name"):
        workspace.sql("UPDATE person SET display_name = 'Grace Bell' WHERE id = ?", (people[0],))
    assert thanks_words(row(workspace, number).thanks) == "Grace Bell → Bo"
    assert thanks_words(wins.read_draft(workspace, number).thanks) == "Grace Bell → Bo"
    wins.edit_win(workspace, number, wins.read_draft(workspace, number), TODAY)
    assert workspace.history()[0].title == "Another name"


def test_a_binned_win_comes_back_and_only_from_the_bin_it_goes_for_good(
    workspace: Workspace, people: list[int]
) -> None:
    number = won(workspace, "Inbox set-up", "Grace Adeyemi")

    def received() -> int:
        return int(workspace.sql("SELECT wins_received FROM person WHERE id = ?", (people[0],)).fetchone()[0])

    assert received() == 1
    wins.delete(workspace, number)
    wins.bin_win(workspace, number)
    assert (row(workspace, number).binned, received()) == (True, 0)
    wins.restore_win(workspace, number)
    assert (row(workspace, number).binned, received()) == (False, 1)
    wins.bin_win(workspace, number)
    wins.delete(workspace, number)
    assert win_rows(workspace, [number]) == ()
    with pytest.raises(NotFound):
        wins.bin_win(workspace, number)
    workspace.undo()
    assert thanks_words(row(workspace, number).thanks) == "Grace Adeyemi"


def test_a_win_is_edited_as_a_whole(workspace: Workspace, people: list[int]) -> None:
    number = won(workspace, "Inbox set-up", "Grace Adeyemi")
    draft = replace(
        wins.read_draft(workspace, number),
        client="Retail 27",
        title="",
        thanks=thanks(workspace, "Ellen Adeyemi"),
    )
    wins.edit_win(workspace, number, draft, TODAY)
    assert (row(workspace, number).name, row(workspace, number).people[0].person_id) == (
        "Retail 27",
        people[1],
    )
    before = len(workspace.history())
    wins.edit_win(workspace, number, draft, TODAY)
    assert len(workspace.history()) == before
    with pytest.raises(NotFound):
        wins.edit_win(workspace, 99, draft, TODAY)
    with pytest.raises(NotFound):
        wins.read_draft(workspace, 99)
