"""Groups kept: with a reason, with members who come and go, in the bin and back."""

from dataclasses import replace
from datetime import date

import pytest

from netdesk.method.errors import InvalidInput, NotFound
from netdesk.services import group_members, groups
from netdesk.services.group_list import GroupFilter, count_binned_groups, group_called, group_rows
from netdesk.services.group_members import MemberDetails, NewMember, add_members
from netdesk.services.people import person_name
from netdesk.store.workspace import Workspace
from tests.support.audited_groups import BREAKFAST, TODAY, breakfast_club, member_of
from tests.support.workspaces import sample_people


def test_a_group_is_kept_as_it_was_written(workspace: Workspace) -> None:
    group_id = groups.add_group(workspace, BREAKFAST)
    kept = groups.group(workspace, group_id)
    assert kept.draft == BREAKFAST
    assert (kept.rhythm, kept.since_words) == ("weekly, Fridays 07:00", "member since Feb 2024")
    assert not kept.binned
    groups.edit_group(workspace, group_id, replace(BREAKFAST, name="Early Birds", fee=None))
    edited = groups.group(workspace, group_id)
    assert (edited.name, edited.fee, edited.currency) == ("Early Birds", None, "")
    workspace.undo()
    assert groups.group(workspace, group_id).draft == BREAKFAST


@pytest.mark.parametrize(
    ("draft", "field"),
    [
        (replace(BREAKFAST, name=" \n"), "name"),
        (replace(BREAKFAST, why="  "), "why"),
        (replace(BREAKFAST, fee=-1.0), "fee"),
        (replace(BREAKFAST, fee=float("nan")), "fee"),
        (replace(BREAKFAST, currency="pounds"), "currency"),
        (replace(BREAKFAST, meets_on=7), "meets_on"),
        (replace(BREAKFAST, minutes=0), "minutes"),
        (replace(BREAKFAST, why="x" * 501), "why"),
    ],
)
def test_what_cannot_be_kept_names_its_field(
    workspace: Workspace, draft: groups.GroupDraft, field: str
) -> None:
    with pytest.raises(InvalidInput) as refused:
        groups.add_group(workspace, draft)
    assert refused.value.field == field
    assert group_rows(workspace) == ()


def test_two_groups_of_one_name_are_refused_unless_one_lies_in_the_bin(workspace: Workspace) -> None:
    first = breakfast_club(workspace)
    with pytest.raises(InvalidInput, match="already"):
        groups.add_group(workspace, replace(BREAKFAST, name="breakfast CLUB"))
    groups.edit_group(workspace, first, BREAKFAST)
    groups.bin_group(workspace, first)
    assert groups.add_group(workspace, BREAKFAST) != first


def test_a_group_that_is_gone_is_said_so(workspace: Workspace) -> None:
    for question in (groups.group, groups.bin_group, groups.restore_group, groups.group_name):
        with pytest.raises(NotFound):
            question(workspace, 99)
    with pytest.raises(NotFound):
        groups.edit_group(workspace, 99, BREAKFAST)
    with pytest.raises(NotFound):
        add_members(workspace, 99, [1], None)


def test_leaving_a_group_and_going_back(workspace: Workspace) -> None:
    group_id = breakfast_club(workspace)
    groups.leave_group(workspace, group_id, TODAY)
    assert groups.group(workspace, group_id).left_on == TODAY
    assert [row.line for row in group_rows(workspace)] == ["0 members · you left"]
    groups.rejoin_group(workspace, group_id)
    assert groups.group(workspace, group_id).left_on is None
    with pytest.raises(InvalidInput):
        groups.leave_group(workspace, group_id, date(2020, 1, 1))


def test_the_bin_and_back_and_for_good(workspace: Workspace) -> None:
    person = sample_people(workspace, 1)[0]
    group_id = breakfast_club(workspace, [person])
    groups.bin_group(workspace, group_id)
    assert groups.groups_of(workspace, person) == ()
    assert [row.id for row in group_rows(workspace, GroupFilter(binned=True))] == [group_id]
    assert count_binned_groups(workspace) == 1
    groups.restore_group(workspace, group_id)
    assert [one.name for one in groups.groups_of(workspace, person)] == ["Breakfast Club"]
    groups.delete_groups_for_good(workspace, [group_id])
    assert groups.group(workspace, group_id).name == "Breakfast Club"
    groups.bin_group(workspace, group_id)
    groups.delete_groups_for_good(workspace, [group_id])
    with pytest.raises(NotFound):
        groups.group(workspace, group_id)
    assert person_name(workspace, person).id == person
    workspace.undo()
    assert member_of(workspace, group_id, person)


def test_several_members_are_added_in_one_step(workspace: Workspace) -> None:
    people = sample_people(workspace, 3)
    group_id = breakfast_club(workspace)
    done = add_members(workspace, group_id, people, TODAY, [NewMember("Sue Walsh", "Walsh Florists")])
    assert (len(done.added), done.back, done.already) == (4, (), ())
    assert done.sentence == "Added 4 people."
    newcomer = person_name(workspace, done.people[-1])
    assert (newcomer.name, newcomer.organisation) == ("Sue Walsh", "Walsh Florists")
    assert [(one.name, one.joined) for one in groups.groups_of(workspace, people[0])] == [
        ("Breakfast Club", TODAY)
    ]
    workspace.undo()
    assert group_rows(workspace)[0].members == 0
    with pytest.raises(NotFound):
        person_name(workspace, newcomer.id)


def test_a_member_is_not_doubled_but_named(workspace: Workspace) -> None:
    people = sample_people(workspace, 6)
    group_id = breakfast_club(workspace, people[:5])
    once = add_members(workspace, group_id, [people[0], people[0]], TODAY)
    assert (once.added, once.sentence) == ((), "Grace Adeyemi is a member already.")
    several = add_members(workspace, group_id, people, TODAY)
    assert len(several.added) == 1
    assert several.sentence == (
        "Added 1 person. Grace Adeyemi, Ellen Adeyemi, Aoife Adeyemi and 2 more are members already."
    )
    two = add_members(workspace, group_id, people[:2], TODAY)
    assert two.sentence == "Grace Adeyemi and Ellen Adeyemi are members already."
    assert group_rows(workspace)[0].members == 6


def test_who_left_comes_back_with_what_was_known(workspace: Workspace) -> None:
    person = sample_people(workspace, 1)[0]
    group_id = breakfast_club(workspace, [person])
    member = member_of(workspace, group_id, person)
    group_members.set_member_learned(workspace, member, "Ask about the rent first")
    group_members.member_left(workspace, member, TODAY)
    assert groups.groups_of(workspace, person)[0].left == TODAY
    back = add_members(workspace, group_id, [person], TODAY)
    assert (back.added, back.back, back.sentence) == ((), (member,), "Welcomed back 1 person.")
    details = group_members.member_details(workspace, member)
    assert details == MemberDetails(date(2025, 3, 7), None, "", "Ask about the rent first")
    group_members.member_left(workspace, member, TODAY)
    group_members.member_back(workspace, member)
    assert group_members.member_details(workspace, member).left is None


def test_nobody_and_nothing_are_refused(workspace: Workspace) -> None:
    group_id = breakfast_club(workspace)
    for people, new, field in (((), (), "people"), ((), (NewMember(" "),), "name")):
        with pytest.raises(InvalidInput) as refused:
            add_members(workspace, group_id, people, TODAY, new)
        assert refused.value.field == field
    with pytest.raises(NotFound):
        add_members(workspace, group_id, [12345], TODAY)


def test_a_membership_is_edited_and_days_in_the_wrong_order_are_refused(workspace: Workspace) -> None:
    person = sample_people(workspace, 1)[0]
    group_id = breakfast_club(workspace, [person])
    member = member_of(workspace, group_id, person)
    wanted = MemberDetails(date(2024, 5, 3), date(2026, 1, 9), "Treasurer", "How to price a day")
    group_members.edit_member(workspace, member, wanted)
    assert group_members.member_details(workspace, member) == wanted
    with pytest.raises(InvalidInput) as refused:
        group_members.edit_member(workspace, member, replace(wanted, left=date(2023, 1, 1)))
    assert refused.value.field == "left"
    with pytest.raises(InvalidInput):
        group_members.member_left(workspace, member, date(2023, 1, 1))


def test_members_are_taken_out_together_and_come_back_by_undo(workspace: Workspace) -> None:
    people = sample_people(workspace, 3)
    group_id = breakfast_club(workspace, people)
    members = list(group_members.member_ids_of(workspace, group_id, people[:2]).values())
    changes = group_members.remove_members(workspace, members)
    assert changes.title == "Take 2 people out of Breakfast Club"
    assert group_rows(workspace)[0].members == 1
    workspace.undo()
    assert group_rows(workspace)[0].members == 3
    assert group_members.remove_members(workspace, []).is_empty
    with pytest.raises(NotFound):
        group_members.remove_members(workspace, [999])


def test_groups_are_found_by_their_words(workspace: Workspace) -> None:
    first = breakfast_club(workspace)
    second = groups.add_group(workspace, replace(BREAKFAST, name="Book Circle", why="Read together"))
    assert [row.name for row in group_rows(workspace)] == ["Book Circle", "Breakfast Club"]
    assert [row.id for row in group_rows(workspace, GroupFilter("read cafe"))] == [second]
    assert group_called(workspace, "breakfast") == first
    assert group_called(workspace, str(second)) == second
    with pytest.raises(InvalidInput, match="Several"):
        group_called(workspace, "b")
    for nothing in ("rowing", "", "77"):
        with pytest.raises(NotFound):
            group_called(workspace, nothing)
