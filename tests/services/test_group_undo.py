"""Whatever is done with groups and members, in whatever order: each undo brings back what was, each redo what came.

Between the steps the audit keeps its rules: shares follow the marks, who is next was never sat down with.
"""

from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import invariant, precondition, rule

from netdesk.method.errors import InvalidInput
from netdesk.method.groups import NEXT_ONE_TO_ONES, Mark, share
from netdesk.services import group_members, groups
from netdesk.services.group_audit import audit
from netdesk.services.group_list import GroupFilter, group_rows
from netdesk.services.group_members import MemberDetails, NewMember
from tests.support.audited_groups import BREAKFAST, TODAY
from tests.support.contact_people import talk
from tests.support.undo_machines import StepsUndone
from tests.support.workspaces import sample_people

PICK = st.integers(0, 99)
DAYS = st.integers(-900, 0)
WORDS = st.sampled_from(("Asks first", "<b>Counts</b> 🍞", "", "Gives\nfirst"))


def day(offset: int) -> date:
    return TODAY + timedelta(days=offset)


class GroupsUndone(StepsUndone):
    """Six people, and groups that come and go."""

    TABLES = ("networking_group", "member", "audit_mark", "interaction_person", "person")

    def prepare(self) -> None:
        self.people = sample_people(self.ws, 6, level=1)

    @rule(name=st.sampled_from(("Early Birds", "Trade Table", "early birds")), since=DAYS)
    def add(self, name: str, since: int) -> None:
        with suppress(InvalidInput):  # a name that is taken
            groups.add_group(self.ws, replace(BREAKFAST, name=name, since=day(since)))
        self.step()

    @precondition(lambda self: self.ids("networking_group"))
    @rule(pick=PICK, why=WORDS, left=DAYS, back=st.booleans())
    def change(self, pick: int, why: str, left: int, back: bool) -> None:
        group_id = self.one_of("networking_group", pick)
        with suppress(InvalidInput):  # no reason, a name that is taken, left before it began
            groups.edit_group(self.ws, group_id, replace(groups.group(self.ws, group_id).draft, why=why))
        self.step()
        with suppress(InvalidInput):
            if back:
                groups.rejoin_group(self.ws, group_id)
            else:
                groups.leave_group(self.ws, group_id, day(left))
        self.step()

    @precondition(lambda self: self.ids("networking_group"))
    @rule(pick=PICK, who=st.lists(PICK, max_size=4), joined=DAYS, new=st.booleans())
    def join(self, pick: int, who: list[int], joined: int, new: bool) -> None:
        people = [self.people[each % len(self.people)] for each in who]
        with suppress(InvalidInput):  # nobody
            group_members.add_members(
                self.ws,
                self.one_of("networking_group", pick),
                people,
                day(joined),
                [NewMember("Sue Walsh", "Walsh Florists")] if new else [],
            )
        self.step()

    @precondition(lambda self: self.ids("member"))
    @rule(
        pick=PICK, left=DAYS, learned=WORDS, kind=st.sampled_from(("left", "back", "out", "edit", "learned"))
    )
    def go_and_come(self, pick: int, left: int, learned: str, kind: str) -> None:
        member = self.one_of("member", pick)
        with suppress(InvalidInput):  # left before they joined
            if kind == "left":
                group_members.member_left(self.ws, member, day(left))
            elif kind == "back":
                group_members.member_back(self.ws, member)
            elif kind == "out":
                group_members.remove_members(self.ws, [member])
            elif kind == "edit":
                details = MemberDetails(day(left), None, "Treasurer", learned)
                group_members.edit_member(self.ws, member, details)
            else:
                group_members.set_member_learned(self.ws, member, learned)
        self.step()

    @precondition(lambda self: self.ids("member"))
    @rule(picks=st.sets(PICK, min_size=1, max_size=3), mark=st.sampled_from(Mark),
          answer=st.sampled_from((None, True, False)))  # fmt: skip
    def mark(self, picks: set[int], mark: Mark, answer: bool | None) -> None:
        members = list(dict.fromkeys(self.one_of("member", pick) for pick in picks))
        group_members.set_marks(self.ws, members, mark, answer)
        self.step()

    @rule(pick=PICK, on=DAYS)
    def sit_down(self, pick: int, on: int) -> None:
        talk(self.ws, [self.people[pick % len(self.people)]], day(on).isoformat(), "one_to_one")
        self.step()

    @precondition(lambda self: self.ids("networking_group"))
    @rule(pick=PICK, kind=st.sampled_from(("bin", "restore", "good")))
    def bin(self, pick: int, kind: str) -> None:
        group_id = self.one_of("networking_group", pick)
        if kind == "good":
            groups.delete_groups_for_good(self.ws, [group_id])
        else:
            (groups.bin_group if kind == "bin" else groups.restore_group)(self.ws, group_id)
        self.step()

    @invariant()
    def the_audit_keeps_its_rules(self) -> None:
        for binned in (False, True):
            for row in group_rows(self.ws, GroupFilter(binned=binned)):
                found = audit(self.ws, row.id, TODAY)
                assert row.members == found.count == len(found.members)
                assert len({line.person_id for line in found.members}) == found.count
                for mark in Mark:
                    assert found.shares[mark] == share(
                        sum(line.marks[mark].yes for line in found.members), found.count
                    )
                open_ones = {line.person_id for line in found.members if not line.sat_down}
                named = {one.id for one in found.next_one_to_ones}
                assert named <= open_ones
                assert len(named) == min(NEXT_ONE_TO_ONES, len(open_ones))
                assert bool(found.next_sentence) == bool(found.members)


TestGroupsUndone = GroupsUndone.TestCase
TestGroupsUndone.settings = settings(max_examples=10, stateful_step_count=25)
