"""`netdesk group`: groups, their members, the audit."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from netdesk.app.arguments.groups import WEEKDAYS
from netdesk.app.arguments.reading import Given
from netdesk.app.commands.clock import typed_past_day, typed_time
from netdesk.app.commands.finding import find_person
from netdesk.app.commands.group_answers import audit_as_json, audit_table, group_as_json, worth_as_json
from netdesk.app.commands.output import say, write_json, write_line, write_table
from netdesk.method.errors import NotFound
from netdesk.method.group_worth import cost_sentence, referral_sentence
from netdesk.method.groups import FeePer, Mark, why_hint
from netdesk.method.recurrence import Every
from netdesk.services import group_members, groups
from netdesk.services.currency_rates import own_currency
from netdesk.services.group_audit import audit
from netdesk.services.group_list import GroupFilter, group_called, group_rows
from netdesk.services.group_members import NewMember
from netdesk.services.group_worth import worth_of
from netdesk.services.groups import GroupDraft
from netdesk.services.preferences import preferences
from netdesk.services.workspaces import Workspace

_NONE = "none"


def group(ws: Workspace, given: Given, today: date) -> int:
    """Run the verb that was given."""
    if given.verb == "meetings":
        from netdesk.app.commands.group_meetings import group_meetings

        return group_meetings(ws, given, today)
    verbs = {
        "list": _list,
        "show": _show,
        "add": _add,
        "edit": _edit,
        "leave": _leave,
        "remove": _remove,
        "restore": _restore,
        "member": _member,
        "mark": _mark,
    }
    return verbs[given.verb](ws, given, today)


def _list(ws: Workspace, given: Given, _today: date) -> int:
    found = group_rows(ws, GroupFilter(binned=given.bin))
    if given.json:
        values = [
            {"id": one.id, "name": one.name, "rhythm": one.rhythm, "members": one.members, "left": one.left}
            for one in found
        ]
        write_json({"groups": values, "count": len(found)})
    elif not found:
        say("The bin holds no group." if given.bin else "There is no group yet.")
    else:
        rows = [
            (str(one.id), one.name, str(one.members), "left" if one.left else one.rhythm) for one in found
        ]
        write_table(("id", "group", "members", "meets"), rows)
    return 0


def _show(ws: Workspace, given: Given, today: date) -> int:
    found = audit(ws, group_called(ws, given.group), today, with_left=given.left)
    worth = worth_of(ws, found, today)
    if given.json:
        write_json({**group_as_json(found.group), **audit_as_json(found), "worth": worth_as_json(worth)})
        return 0
    known = found.group
    write_line(
        " · ".join(part for part in (known.name, known.rhythm, known.place, known.since_words) if part)
    )
    write_line(f"Why I go: {known.why}")
    write_table(*audit_table(found, today))
    shares = [f"{mark.label}: {found.shares[mark].percent}%" for mark in Mark]
    write_line(f"{found.count} members. {', '.join(shares)}")
    own = own_currency(ws)
    cost = cost_sentence(worth.year, lambda amount, code: _amount(amount, code or own))
    facts = (cost, referral_sentence(worth.year), worth.verdict)
    write_line(" ".join(fact for fact in facts if fact))
    names = ", ".join(one.name for one in found.next_one_to_ones)
    write_line(f"Next one-to-ones: {names} – {found.next_sentence}" if names else found.next_sentence)
    return 0


def _add(ws: Workspace, given: Given, today: date) -> int:
    draft = _changed(ws, GroupDraft(given.name, given.why), given, today)
    write_line(str(groups.add_group(ws, draft)))
    say(f"Added {draft.name}.")
    _hint(draft.why)
    return 0


def _edit(ws: Workspace, given: Given, today: date) -> int:
    group_id = group_called(ws, given.group)
    before = groups.group(ws, group_id).draft
    draft = _changed(ws, before, given, today)
    draft = replace(
        draft,
        name=before.name if given.name is None else given.name,
        why=before.why if given.why is None else given.why,
    )
    changes = groups.edit_group(ws, group_id, draft)
    say(f"{changes.title}." if not changes.is_empty else "It stands there already.")
    _hint(draft.why)
    return 0


def _changed(ws: Workspace, draft: GroupDraft, given: Given, today: date) -> GroupDraft:
    """The draft with what was given; "none" forgets the rhythm or the day."""
    values: dict[str, Any] = {}
    if given.every is not None:
        values["meets_every"] = None if given.every == _NONE else Every(given.every.replace("-", "_"))
    if given.weekday is not None:
        values["meets_on"] = None if given.weekday == _NONE else WEEKDAYS.index(given.weekday)
    if given.at is not None:
        values["meets_at"] = typed_time(given.at) if given.at else None
    if given.fee_per is not None:
        values["fee_per"] = FeePer(given.fee_per)
    if given.since is not None:
        values["since"] = typed_past_day(ws, given.since, today) if given.since else None
    if given.fee is not None and given.currency is None and not draft.currency:
        values["currency"] = _usual_currency(ws)
    for name in ("place", "minutes", "fee", "currency", "note"):
        if getattr(given, name) is not None:
            values[name] = getattr(given, name)
    return replace(draft, **values)


def _usual_currency(ws: Workspace) -> str:
    from netdesk.ui.customs import customs

    return customs(preferences(ws)).currency


def _leave(ws: Workspace, given: Given, today: date) -> int:
    group_id = group_called(ws, given.group)
    if given.back:
        changes = groups.rejoin_group(ws, group_id)
    else:
        changes = groups.leave_group(ws, group_id, typed_past_day(ws, given.on, today))
    say(f"{changes.title}." if not changes.is_empty else "It stands there already.")
    return 0


def _remove(ws: Workspace, given: Given, _today: date) -> int:
    say(f"{groups.bin_group(ws, group_called(ws, given.group)).title}.")
    return 0


def _restore(ws: Workspace, given: Given, _today: date) -> int:
    group_id = group_called(ws, given.group, binned=True)
    say(f"{groups.restore_group(ws, group_id).title}.")
    return 0


def _member(ws: Workspace, given: Given, today: date) -> int:
    group_id = group_called(ws, given.group)
    if given.deed == "add":
        return _add_members(ws, group_id, given, today)
    if given.deed == "learned":
        (member,) = _members(ws, group_id, [given.person])
        changes = group_members.set_member_learned(ws, member, given.words)
        say(f"{changes.title}." if not changes.is_empty else "It stands there already.")
        return 0
    members = _members(ws, group_id, given.people)
    if given.deed == "left":
        title = group_members.members_left(ws, members, typed_past_day(ws, given.on, today)).title
    elif given.deed == "remove":
        title = group_members.remove_members(ws, members).title
    else:
        with ws.change("Welcome members back") as change:
            for member in members:
                group_members.member_back(ws, member)
        title = change.changes.title
    say(f"{title}." if title else "It stands there already.")
    return 0


def _add_members(ws: Workspace, group_id: int, given: Given, today: date) -> int:
    people = [find_person(ws, typed).id for typed in given.people]
    new = [NewMember(*(part.strip() for part in typed.partition(",")[::2])) for typed in given.new]
    done = group_members.add_members(ws, group_id, people, typed_past_day(ws, given.joined, today), new)
    say(done.sentence)
    return 0 if done.added or done.back else 1


def _mark(ws: Workspace, given: Given, _today: date) -> int:
    group_id = group_called(ws, given.group)
    members = _members(ws, group_id, given.people)
    answer = {"yes": True, "no": False, "record": None}[given.answer]
    changes = group_members.set_marks(ws, members, Mark(given.mark.replace("-", "_")), answer)
    say(f"{changes.title}." if not changes.is_empty else "It stands there already.")
    return 0


def _members(ws: Workspace, group_id: int, typed: list[str]) -> list[int]:
    people = [find_person(ws, each) for each in typed]
    members = group_members.member_ids_of(ws, group_id, [one.id for one in people])
    missing = next((one.name for one in people if one.id not in members), None)
    if missing is not None:
        raise NotFound(f"{missing} is not in {groups.group_name(ws, group_id)}.", "Add them first.")
    return list(dict.fromkeys(members[one.id] for one in people))


def _hint(why: str) -> None:
    hint = why_hint(why)
    if hint:
        say(hint)


def _amount(amount: float, currency: str) -> str:
    """Write money as other programs read it: "780 GBP"."""
    return f"{amount:.2f}".removesuffix(".00") + (f" {currency}" if currency else "")
