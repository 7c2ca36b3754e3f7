"""The members of a group: several joined at once, gone and come back, what I learned from them, marks by hand."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date

from netdesk.method.changes import Changes
from netdesk.method.errors import InvalidInput, NotFound
from netdesk.method.groups import Mark
from netdesk.method.names import NameParts, split_full_name
from netdesk.services.expected import Suggestion, suggestions
from netdesk.services.groups import group_name, read_day
from netdesk.services.history_words import in_title
from netdesk.services.people import PersonDraft, new_person, person_name
from netdesk.services.typed_text import SENTENCE, clean_line
from netdesk.store.tables.groups import AuditMark, Member
from netdesk.store.workspace import Workspace, moment

MOST_MEMBERS = 5_000
_NO_EVENT = 0
_NAMED = 3
"""So many names stand in a sentence before the rest is counted."""


@dataclass(frozen=True, slots=True)
class NewMember:
    """A member who is not a contact yet, as typed."""

    name: str
    organisation: str = ""


@dataclass(frozen=True, slots=True)
class AddedMembers:
    """What adding members did: the members' ids that are new or back, and who was one already.

    ``people`` are the ids of the people, in the order they were given.
    """

    changes: Changes
    added: tuple[int, ...] = ()
    back: tuple[int, ...] = ()
    already: tuple[str, ...] = ()
    people: tuple[int, ...] = ()

    @property
    def sentence(self) -> str:
        """What is said afterwards: "Added 2 people. Sam Carter is a member already."."""
        said = []
        for number, words in ((len(self.added), "Added"), (len(self.back), "Welcomed back")):
            if number:
                said.append(f"{words} {'1 person' if number == 1 else f'{number} people'}.")
        if self.already:
            said.append(_already(self.already))
        return " ".join(said)


@dataclass(frozen=True, slots=True)
class MemberDetails:
    """What a form says of one membership."""

    joined: date | None = None
    left: date | None = None
    role: str = ""
    learned: str = ""


def add_members(
    ws: Workspace,
    group_id: int,
    person_ids: Sequence[int],
    joined: date | None,
    new_people: Sequence[NewMember] = (),
) -> AddedMembers:
    """Add contacts, and people who are none yet, to a group in one step of the history.

    A member is not doubled but named in ``already``; one who left comes back with the old day of joining. Raises
    InvalidInput without anybody ("people"), for a name of nothing ("name") and above 5,000 members; NotFound.
    """
    title = in_title(group_name(ws, group_id))
    wanted = tuple(dict.fromkeys(person_ids))
    drafts = tuple(_draft(one) for one in new_people)
    if not wanted and not drafts:
        raise InvalidInput("Who is it? Type a name.", field="people")
    standing = {row[1]: (row[0], row[2]) for row in _standing(ws, group_id)}
    names = {person: person_name(ws, person).name for person in wanted}
    back = [person for person in wanted if person in standing and standing[person][1] is not None]
    fresh = [person for person in wanted if person not in standing]
    already = tuple(names[one] for one in wanted if one in standing and standing[one][1] is None)
    if len(standing) + len(fresh) + len(drafts) > MOST_MEMBERS:
        raise InvalidInput(f"Up to {MOST_MEMBERS:,} members can be kept in a group.", field="people")
    who = _who([names[one] for one in (*fresh, *back)] + [draft.name for draft in drafts])
    with ws.change(f"Add {who} to {title}") as change:
        made = [new_person(ws, draft) for draft in drafts]
        added = tuple(_insert(ws, group_id, person, joined) for person in (*fresh, *made))
        for person in back:
            ws.run(Member.update(left_on=None).where(Member.id == standing[person][0]))
    members = tuple(standing[person][0] for person in back)
    return AddedMembers(change.changes, added, members, already, (*wanted, *made))


def member_suggestions(ws: Workspace, group_id: int, text: str, limit: int = 8) -> tuple[Suggestion, ...]:
    """Return contacts that match what was typed, each with whether they are in the group already."""
    found = suggestions(ws, _NO_EVENT, text, limit)
    here = {row[1] for row in _standing(ws, group_id) if row[2] is None}
    return tuple(replace(one, already=one.person_id in here) for one in found)


def remove_members(ws: Workspace, member_ids: Sequence[int]) -> Changes:
    """Take people out of a group as if they had never been in it, with their marks; the contacts stay."""
    return _for_several(ws, member_ids, "Take", "out of", "DELETE FROM member WHERE id = ?", ())


def members_left(ws: Workspace, member_ids: Sequence[int], on: date) -> Changes:
    """Note the day people left a group; the audit leaves them out. Raises InvalidInput, NotFound."""
    for member_id in member_ids:
        _, name, _, joined = _named(ws, member_id)
        if joined is not None and on < joined:
            raise InvalidInput(f"{name} joined after that day.", "Choose a later day.", field="left")
    return _for_several(
        ws, member_ids, "Note that", "left", "UPDATE member SET left_on = ? WHERE id = ?", (on.isoformat(),)
    )


def member_left(ws: Workspace, member_id: int, on: date) -> Changes:
    """Note the day one member left."""
    return members_left(ws, (member_id,), on)


def member_back(ws: Workspace, member_id: int) -> Changes:
    """Have somebody who left in the group again. Raises NotFound."""
    group, name, _, _ = _named(ws, member_id)
    with ws.change(f"Welcome {in_title(name)} back to {in_title(group)}") as change:
        ws.run(Member.update(left_on=None).where(Member.id == member_id))
    return change.changes


def member_details(ws: Workspace, member_id: int) -> MemberDetails:
    """Return what is kept of a membership. Raises NotFound."""
    asked = Member.select(Member.joined_on, Member.left_on, Member.role, Member.learned)
    row = ws.row(asked.where(Member.id == member_id))
    if row is None:
        raise _gone()
    return MemberDetails(read_day(row[0]), read_day(row[1]), row[2], row[3])


def edit_member(ws: Workspace, member_id: int, details: MemberDetails) -> Changes:
    """Keep what a form says of a membership. Raises InvalidInput (field "left", "role", "learned"), NotFound."""
    group, name, _, _ = _named(ws, member_id)
    if details.joined is not None and details.left is not None and details.left < details.joined:
        raise InvalidInput("They left before they joined.", "Choose a later day.", field="left")
    columns = {
        "joined_on": None if details.joined is None else details.joined.isoformat(),
        "left_on": None if details.left is None else details.left.isoformat(),
        "role": clean_line(details.role, field="role"),
        "learned": clean_line(details.learned, SENTENCE, field="learned"),
    }
    with ws.change(f"Edit {in_title(name)} in {in_title(group)}") as change:
        ws.run(Member.update(columns).where(Member.id == member_id))
    return change.changes


def set_member_learned(ws: Workspace, member_id: int, learned: str) -> Changes:
    """Keep what I learned from a member; empty forgets it. Raises InvalidInput, NotFound."""
    _, name, _, _ = _named(ws, member_id)
    kept = clean_line(learned, SENTENCE, field="learned")
    title = f"Note what you learned from {in_title(name)}"
    with ws.change(title, merge_key=f"member:{member_id}:learned") as change:
        ws.run(Member.update(learned=kept).where(Member.id == member_id))
    return change.changes


def set_mark(ws: Workspace, member_id: int, mark: Mark, answer: bool | None) -> Changes:
    """Answer one question of the audit by hand; None gives it back to what the record says. Raises NotFound."""
    return set_marks(ws, (member_id,), mark, answer)


def set_marks(
    ws: Workspace,
    member_ids: Sequence[int],
    mark: Mark,
    answer: bool | None,
    *,
    left_to_record: Collection[int] = (),
) -> Changes:
    """Answer one question for several members in one step of the history. Raises NotFound.

    The record answers for those in ``left_to_record``, as it says the same.
    """
    names = [_named(ws, member_id)[1] for member_id in member_ids]
    verb = {True: "Mark", False: "Unmark", None: "Ask the record for"}[answer]
    with ws.change(f"{verb} “{mark.label}” of {_who(names)}") as change:
        for member_id in member_ids:
            _write_mark(ws, member_id, mark, None if member_id in left_to_record else answer)
    return change.changes


def member_ids_of(ws: Workspace, group_id: int, person_ids: Sequence[int]) -> dict[int, int]:
    """Return the members' ids by the people's, of those who are or were in the group."""
    wanted = set(person_ids)
    return {row[1]: row[0] for row in _standing(ws, group_id) if row[1] in wanted}


def _write_mark(ws: Workspace, member_id: int, mark: Mark, answer: bool | None) -> None:
    this = (AuditMark.member_id == member_id) & (AuditMark.mark == mark.value)
    if answer is None:
        ws.run(AuditMark.delete().where(this))
    elif not ws.run(AuditMark.update(answer=int(answer)).where(this)):
        ws.run(AuditMark.insert(member_id=member_id, mark=mark.value, answer=int(answer)))


def _for_several(
    ws: Workspace, member_ids: Sequence[int], verb: str, how: str, statement: str, values: tuple[str, ...]
) -> Changes:
    found = [_named(ws, member_id) for member_id in member_ids]
    if not found:
        return Changes()
    with ws.change(f"{verb} {_who([one[1] for one in found])} {how} {in_title(found[0][0])}") as change:
        ws.many(statement, [(*values, member_id) for member_id in member_ids])
    return change.changes


def _standing(ws: Workspace, group_id: int) -> list[tuple[int, int, str | None]]:
    asked = Member.select(Member.id, Member.person_id, Member.left_on).where(Member.group_id == group_id)
    return list(ws.run(asked.tuples()))


def _insert(ws: Workspace, group_id: int, person_id: int, joined: date | None) -> int:
    day = None if joined is None else joined.isoformat()
    columns = {"group_id": group_id, "person_id": person_id, "joined_on": day, "created_at": moment()}
    return int(ws.run(Member.insert(columns)))


def _named(ws: Workspace, member_id: int) -> tuple[str, str, int, date | None]:
    """The group's name, the person's name and id, and the day they joined."""
    row = ws.sql(
        "SELECT g.name, p.display_name, p.id, m.joined_on FROM member m"
        " JOIN networking_group g ON g.id = m.group_id JOIN person p ON p.id = m.person_id WHERE m.id = ?",
        (member_id,),
    ).fetchone()
    if row is None:
        raise _gone()
    return row[0], row[1], row[2], read_day(row[3])


def _gone() -> NotFound:
    return NotFound("That person is not in the group any more.")


def _draft(new: NewMember) -> PersonDraft:
    """Whom a typed name makes; one of marks alone, which has no parts, is kept as it was typed."""
    name = clean_line(new.name, field="name")
    if not name:
        raise InvalidInput("Write a name.", field="name")
    parts = split_full_name(name)
    if parts == NameParts():
        parts = NameParts(given=name)
    firm = clean_line(new.organisation, field="organisation")
    return PersonDraft(
        parts.prefix, parts.given, parts.additional, parts.family, parts.suffix, organisation=firm
    )


def _who(names: Sequence[str]) -> str:
    return in_title(names[0]) if len(names) == 1 else f"{len(names)} people"


def _already(names: Sequence[str]) -> str:
    shown = [in_title(name) for name in names[:_NAMED]]
    more = len(names) - len(shown)
    if more:
        return f"{', '.join(shown)} and {more} more are members already."
    if len(shown) == 1:
        return f"{shown[0]} is a member already."
    return f"{', '.join(shown[:-1])} and {shown[-1]} are members already."
