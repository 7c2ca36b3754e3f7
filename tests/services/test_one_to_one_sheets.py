"""What the sheet for a one-to-one is made from, and my own side of it."""

from datetime import UTC, date, datetime

import pytest

from netdesk.method.errors import InvalidInput, NotFound
from netdesk.method.ledger import LedgerKind
from netdesk.method.one_to_ones import Outcome
from netdesk.services.conversations import Conversation, InteractionKind, log_conversation
from netdesk.services.held_one_to_ones import Held, hold
from netdesk.services.ledger import EntryDraft, add_entry
from netdesk.services.my_side import MySide, my_side, save_my_side
from netdesk.services.one_to_one_sheets import one_to_one_sheet_input
from netdesk.services.one_to_ones import OneToOneDraft, plan_one_to_one
from netdesk.services.people import PersonDraft, new_person
from netdesk.store.workspace import Workspace

TODAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)


@pytest.fixture
def plan(workspace: Workspace) -> int:
    draft = PersonDraft(
        given="Grace",
        family="Adeyemi",
        role="Owner",
        organisation="Bright Copy",
        level=3,
        where_to="Ten clients",
    )
    grace = new_person(workspace, draft)
    starts = datetime.fromisoformat("2026-11-22T10:00")
    return plan_one_to_one(
        workspace, OneToOneDraft(grace, starts, "Europe/London", 90, first_question="Who fits?"), NOW
    )


def test_both_sides_are_read(workspace: Workspace, plan: int) -> None:
    save_my_side(workspace, "goals", "Shops")
    found = one_to_one_sheet_input(workspace, plan, TODAY)
    assert (found.name, found.given, found.beneath) == ("Grace Adeyemi", "Grace", "Owner, Bright Copy")
    assert found.level == "level 3, Equally engaged"
    assert (found.theirs["where_to"], found.mine["where_to"]) == ("Ten clients", "Shops")
    assert (found.ends - found.starts).total_seconds() == 90 * 60
    assert found.questions == ("Who fits?", "")
    assert (found.last, found.gave, found.open) == (None, 0, ())


def test_the_last_talk_is_not_the_one_the_sheet_is_for(workspace: Workspace, plan: int) -> None:
    log_conversation(
        workspace, Conversation(InteractionKind.CALL, date(2026, 11, 1), (1,), "Wants shops."), TODAY
    )
    hold(workspace, plan, Held(TODAY, Outcome.ACHIEVED, "Something else"), TODAY)
    last = one_to_one_sheet_input(workspace, plan, TODAY).last
    assert last is not None
    assert (last.on, last.what, last.words) == (date(2026, 11, 1), "Call", "Wants shops.")


def test_what_is_open_between_us_is_read_mine_first(workspace: Workspace, plan: int) -> None:
    add_entry(workspace, EntryDraft(1, LedgerKind.ASK, words="Look over my page", on=TODAY), TODAY)
    add_entry(workspace, EntryDraft(1, LedgerKind.PROMISE, words="Write", on=TODAY, due=TODAY), TODAY)
    add_entry(workspace, EntryDraft(1, LedgerKind.GIVE, words="A referral", on=TODAY), TODAY)
    found = one_to_one_sheet_input(workspace, plan, TODAY)
    assert [(one.words, one.mine) for one in found.open] == [("Write", True), ("Look over my page", False)]
    assert (found.gave, found.got) == (1, 0)


def test_without_the_plan_there_is_no_sheet(workspace: Workspace) -> None:
    with pytest.raises(NotFound):
        one_to_one_sheet_input(workspace, 7, TODAY)


def test_my_side_is_kept_and_undone(workspace: Workspace) -> None:
    assert my_side(workspace) == MySide()
    save_my_side(workspace, "skills", " Rotas \n calm ")
    assert my_side(workspace) == MySide(skills="Rotas\n calm")
    workspace.undo()
    assert my_side(workspace) == MySide()
    for part, text in (("shoes", "7"), ("skills", "x" * 2_001)):
        with pytest.raises(InvalidInput):
            save_my_side(workspace, part, text)


def test_what_another_version_wrote_counts_as_not_written(workspace: Workspace) -> None:
    with workspace.change("From another version"):
        for name, value in (("my_side.goals", "{"), ("my_side.skills", "7"), ("my_side.shoes", '"7"')):
            workspace.sql("INSERT INTO preference (name, value) VALUES (?, ?)", (name, value))
    assert my_side(workspace) == MySide()
