"""What the printed audit of a group needs, read from the workspace."""

from __future__ import annotations

from datetime import date

from netdesk.method.audit_sheet import AuditInput, AuditMember
from netdesk.method.groups import Mark
from netdesk.services.group_audit import MemberLine, audit
from netdesk.services.group_worth import worth_of
from netdesk.services.preferences import preferences
from netdesk.store.workspace import Workspace


def audit_sheet_input(ws: Workspace, group_id: int, printed_on: date) -> AuditInput:
    """Return a group as its audit sheet needs it (see ``compose_audit_sheet``). Raises NotFound."""
    known = audit(ws, group_id, printed_on)
    worth = worth_of(ws, known, printed_on)
    group = known.group
    return AuditInput(
        group=group.name,
        why=group.why,
        rhythm=group.rhythm,
        place=group.place,
        since=group.since_words,
        fee=group.fee,
        fee_per=group.fee_per,
        currency=group.currency or preferences(ws).currency,
        members=tuple(_member(line) for line in known.members),
        shares=known.shares,
        year=worth.year,
        verdict=worth.verdict,
        next_names=tuple(one.name for one in known.next_one_to_ones),
        next_sentence=known.next_sentence,
        printed_on=printed_on,
    )


def _member(line: MemberLine) -> AuditMember:
    return AuditMember(
        name=line.name,
        organisation=line.organisation,
        level=line.level,
        yes=frozenset(mark for mark in Mark if line.marks[mark].yes),
        booked=line.marks[Mark.ONE_TO_ONE].booked,
        learned=line.learned,
    )
