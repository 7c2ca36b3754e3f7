"""The audit of a group: the record fills in the marks, a hand corrects them, and who is next is named."""

from datetime import date

import pytest

from netdesk.method.errors import NotFound
from netdesk.method.groups import Answer, Mark
from netdesk.method.ledger import HelpWay, LedgerKind
from netdesk.services.group_audit import Audit, MemberLine, audit
from netdesk.services.group_members import add_members, member_left, set_mark, set_marks, set_member_learned
from netdesk.services.people import change_fields
from netdesk.store.workspace import Workspace
from tests.support.audited_groups import TODAY, breakfast_club, helped, member_of, one_to_one_planned
from tests.support.contact_people import add_person, talk
from tests.support.workspaces import sample_people


def line(found: Audit, person: int) -> MemberLine:
    return next(one for one in found.members if one.person_id == person)


def yes(found: Audit, person: int) -> set[Mark]:
    return {mark for mark, said in line(found, person).marks.items() if said.yes}


def test_a_group_without_members_has_shares_of_nought(workspace: Workspace) -> None:
    found = audit(workspace, breakfast_club(workspace), TODAY)
    assert (found.members, found.count, found.next_one_to_ones, found.next_sentence) == ((), 0, (), "")
    assert [found.shares[mark].percent for mark in Mark] == [0] * 5
    with pytest.raises(NotFound):
        audit(workspace, 99, TODAY)


def test_the_record_fills_in_every_mark(workspace: Workspace) -> None:
    sam = add_person(workspace, "Sam Carter", "Carter VA", level=5)
    group_id = breakfast_club(workspace, [sam])
    assert yes(audit(workspace, group_id, TODAY), sam) == set()
    change_fields(workspace, sam, what_they_do="Keeps diaries in order")
    talk(workspace, [sam], "2026-10-02", "one_to_one", "achieved")
    helped(workspace, sam, LedgerKind.GIVE, HelpWay.BOUGHT)
    helped(workspace, sam, LedgerKind.PROMISE, HelpWay.REFERRAL)
    helped(workspace, sam, LedgerKind.RECEIVE, HelpWay.REFERRAL)
    found = audit(workspace, group_id, TODAY)
    assert yes(found, sam) == set(Mark)
    assert [found.shares[mark].percent for mark in Mark] == [100] * 5
    assert line(found, sam).marks[Mark.ONE_TO_ONE].why == "The last one-to-one was on 2 Oct."
    assert found.next_sentence == "You have sat down with everybody here."


def test_other_help_and_open_promises_tick_nothing(workspace: Workspace) -> None:
    sam = add_person(workspace, "Sam Carter")
    group_id = breakfast_club(workspace, [sam])
    helped(workspace, sam, LedgerKind.RECEIVE, HelpWay.BOUGHT)
    helped(workspace, sam, LedgerKind.GIVE, HelpWay.ADVICE)
    helped(workspace, sam, LedgerKind.PROMISE, HelpWay.REFERRAL, "open")
    helped(workspace, sam, LedgerKind.ASK, HelpWay.REFERRAL, "dropped")
    talk(workspace, [sam], "2026-10-02", "call")
    assert yes(audit(workspace, group_id, TODAY), sam) == set()


def test_a_planned_one_to_one_shows_its_day_until_it_is_held(workspace: Workspace) -> None:
    ravi, joe = add_person(workspace, "Ravi Menon"), add_person(workspace, "Joe Prentice")
    group_id = breakfast_club(workspace, [ravi, joe])
    for day in ("2026-12-08", "2026-11-24", "2026-11-10"):
        one_to_one_planned(workspace, ravi, day)
    one_to_one_planned(workspace, joe, "2026-11-23", called_off=True)
    found = audit(workspace, group_id, TODAY)
    assert line(found, ravi).marks[Mark.ONE_TO_ONE].booked == date(2026, 11, 24)
    assert line(found, joe).marks[Mark.ONE_TO_ONE] == Answer()
    assert [one.name for one in found.next_one_to_ones] == ["Joe Prentice"]
    talk(workspace, [ravi, joe], "2026-11-20", "one_to_one")
    held = audit(workspace, group_id, TODAY)
    assert yes(held, ravi) == yes(held, joe) == {Mark.ONE_TO_ONE}
    assert line(held, ravi).marks[Mark.ONE_TO_ONE].booked is None


def test_a_hand_mark_beats_the_record_until_it_is_given_back(workspace: Workspace) -> None:
    sam = add_person(workspace, "Sam Carter")
    group_id = breakfast_club(workspace, [sam])
    member = member_of(workspace, group_id, sam)
    set_mark(workspace, member, Mark.USED, True)
    assert line(audit(workspace, group_id, TODAY), sam).marks[Mark.USED].by == "hand"
    helped(workspace, sam, LedgerKind.GIVE, HelpWay.BOUGHT)
    changes = set_mark(workspace, member, Mark.USED, False)
    assert changes.title == "Unmark “Used their service” of Sam Carter"
    assert yes(audit(workspace, group_id, TODAY), sam) == set()
    workspace.undo()
    assert yes(audit(workspace, group_id, TODAY), sam) == {Mark.USED}
    set_mark(workspace, member, Mark.USED, None)
    given_back = line(audit(workspace, group_id, TODAY), sam).marks[Mark.USED]
    assert (given_back.yes, given_back.by) == (True, "record")


def test_several_members_are_marked_in_one_step(workspace: Workspace) -> None:
    people = sample_people(workspace, 3)
    group_id = breakfast_club(workspace, people)
    members = [member_of(workspace, group_id, person) for person in people]
    set_marks(workspace, members, Mark.KNOW, True)
    assert audit(workspace, group_id, TODAY).shares[Mark.KNOW].count == 3
    workspace.undo()
    assert audit(workspace, group_id, TODAY).shares[Mark.KNOW].count == 0
    with pytest.raises(NotFound):
        set_mark(workspace, 999, Mark.KNOW, True)


def test_whom_the_record_answers_for_gets_no_mark_by_hand(workspace: Workspace) -> None:
    people = sample_people(workspace, 2)
    group_id = breakfast_club(workspace, people)
    members = [member_of(workspace, group_id, person) for person in people]
    set_marks(workspace, members, Mark.KNOW, True, left_to_record={members[0]})
    assert [line(audit(workspace, group_id, TODAY), person).marks[Mark.KNOW].by for person in people] == [
        "",
        "hand",
    ]


def test_the_closest_come_first_then_the_longest_in_it(workspace: Workspace) -> None:
    names = ("Anna Berg", "Bea Cole", "Cy Dunn", "Dan Eck")
    levels = (None, 2, 5, 2)
    people = [add_person(workspace, name, level=level) for name, level in zip(names, levels, strict=True)]
    group_id = breakfast_club(workspace, people[:2])
    add_members(workspace, group_id, people[2:], date(2024, 1, 5))
    found = audit(workspace, group_id, TODAY)
    assert [one.name for one in found.members] == ["Cy Dunn", "Dan Eck", "Bea Cole", "Anna Berg"]


def test_the_longest_in_it_are_the_next_to_sit_down_with(workspace: Workspace) -> None:
    people = sample_people(workspace, 5, level=1)
    group_id = breakfast_club(workspace)
    for number, person in enumerate(people):
        add_members(workspace, group_id, [person], date(2026, 5 - number, 1) if number < 4 else None)
    found = audit(workspace, group_id, TODAY)
    assert [one.id for one in found.next_one_to_ones] == [people[3], people[2], people[1]]
    assert found.next_sentence == "members for over six months whom you have never sat down with."


def test_who_left_or_lies_in_the_bin_is_no_part_of_the_shares(workspace: Workspace) -> None:
    stays, leaves, binned, archived = sample_people(workspace, 4)
    group_id = breakfast_club(workspace, [stays, leaves, binned, archived])
    member_left(workspace, member_of(workspace, group_id, leaves), TODAY)
    with workspace.change("Put away"):
        workspace.sql("UPDATE person SET binned_at = '2026-11-01T09:00:00+00:00' WHERE id = ?", (binned,))
        workspace.sql("UPDATE person SET archived_at = '2026-11-01T09:00:00+00:00' WHERE id = ?", (archived,))
    found = audit(workspace, group_id, TODAY)
    assert {one.person_id for one in found.members} == {stays, archived}
    assert (found.count, found.gone) == (2, 1)
    assert [one.id for one in found.next_one_to_ones] == [stays]
    everybody = audit(workspace, group_id, TODAY, with_left=True)
    assert line(everybody, leaves).left == TODAY
    assert everybody.count == 2


def test_what_i_learned_stands_in_the_line(workspace: Workspace) -> None:
    person = sample_people(workspace, 1)[0]
    group_id = breakfast_club(workspace, [person])
    set_member_learned(workspace, member_of(workspace, group_id, person), "Ask first, sell never")
    assert line(audit(workspace, group_id, TODAY), person).learned == "Ask first, sell never"
