"""What the sheets print, read from the workspace."""

from __future__ import annotations

from datetime import date, datetime, time

from netdesk.method.contact_kinds import PointKind
from netdesk.method.debrief_sheet import DebriefCard, DebriefGoal, DebriefPlan, DebriefSheetInput
from netdesk.method.follow_up_sheet import FollowUpWeek, SheetFollowUp
from netdesk.method.follow_ups import FollowUpState
from netdesk.method.groups import Mark
from netdesk.method.names import fold
from netdesk.method.prep_sheet import PrepSheetInput, SheetPerson, SheetPitch
from netdesk.method.prep_sheet_last_time import LastTime, TriedVersion
from netdesk.method.prep_sheet_members import NotKnown, SheetMember
from netdesk.method.triage import known_purpose
from netdesk.services.cards import CardLine, event_cards
from netdesk.services.debrief import debrief
from netdesk.services.event_page import EventPage, ExpectedLine, event_page
from netdesk.services.event_worth import EarlierWorth, Grouping, event_worths
from netdesk.services.group_audit import audit
from netdesk.services.preferences import preferences
from netdesk.services.reactions import version_reactions
from netdesk.store.workspace import Workspace

_PHONE = (
    "coalesce((SELECT t.value FROM contact_point t"
    f" WHERE t.person_id = p.id AND t.kind = '{PointKind.PHONE.value}' AND t.label <> 'fax'"
    " ORDER BY t.preferred DESC, t.position LIMIT 1), '')"
)


def prep_sheet_input(ws: Workspace, event_id: int, printed_on: date) -> PrepSheetInput:
    """Return an event as its prep sheet needs it (see ``compose_prep_sheet``). Raises NotFound."""
    page = event_page(ws, event_id, datetime.combine(printed_on, time()).astimezone())
    pitch = page.pitch
    return PrepSheetInput(
        title=page.title,
        start=page.starts,
        printed_on=printed_on,
        end=page.ends,
        place=page.place,
        host=page.host,
        purpose=known_purpose(page.shares, page.overruled),
        shares=page.shares,
        goals=tuple(line.goal for line in page.goals),
        pitch=None
        if pitch is None
        else SheetPitch(pitch.kind, pitch.name, pitch.text, page.different or page.answers.different),
        people=tuple(_person(line) for line in page.people),
        competitors=page.competitors,
        own_sentence=page.own_sentence,
        last=None if page.earlier is None else _last_time(ws, page.earlier, printed_on),
        tried=() if pitch is None else _tried(ws, pitch.pitch_id),
        not_known=_not_known(ws, page, printed_on),
    )


def debrief_sheet_input(ws: Workspace, event_id: int, printed_on: date) -> DebriefSheetInput:
    """Return an event as its debrief sheet needs it (see ``compose_debrief_sheet``). Raises NotFound."""
    moment = datetime.combine(printed_on, time()).astimezone()
    page, after = event_page(ws, event_id, moment), debrief(ws, event_id, moment)
    return DebriefSheetInput(
        title=page.title,
        start=page.starts,
        printed_on=printed_on,
        end=page.ends,
        place=page.place,
        host=page.host,
        purpose=known_purpose(page.shares, page.overruled),
        shares=page.shares,
        own_sentence=page.own_sentence,
        goals=tuple(DebriefGoal(line.goal, line.reached) for line in after.goals),
        pitch="" if after.pitch is None else after.pitch.name,
        reactions=after.reactions,
        cards=tuple(_card(line) for line in event_cards(ws, event_id) if not line.in_bin),
        people=after.people,
        learned=after.learned,
        change_next=after.change_next,
        stars=after.stars,
        cost=after.cost,
        currency=after.currency or preferences(ws).currency,
        hours=after.hours,
        finished=after.finished_at is not None,
    )


def week_follow_ups(ws: Workspace, week: FollowUpWeek) -> tuple[SheetFollowUp, ...]:
    """Return the open follow-ups of a week and those that are late, for ``compose_follow_up_sheet``.

    What belongs to people in the bin is left out.
    """
    rows = ws.sql(
        f"SELECT f.due_on, f.action, p.display_name, p.organisation_name, {_PHONE}, f.due_time"
        " FROM follow_up f JOIN person p ON p.id = f.person_id WHERE f.state = 'open' AND p.binned_at IS NULL"
        " AND (f.due_on < :late OR f.due_on BETWEEN :first AND :last) ORDER BY f.due_on, f.id",
        {
            "late": week.overdue_before.isoformat(),
            "first": week.days[0].isoformat(),
            "last": week.last.isoformat(),
        },
    )
    return tuple(
        SheetFollowUp(
            due=date.fromisoformat(row[0]),
            action=row[1],
            name=row[2],
            organisation=row[3],
            phone=row[4],
            at=None if row[5] is None else time.fromisoformat(row[5]),
        )
        for row in rows
    )


def _last_time(ws: Workspace, earlier: EarlierWorth, today: date) -> LastTime | None:
    """Return what came of the last event with the same host; None where only the purpose is the same."""
    if earlier.by is not Grouping.HOST:
        return None
    last = debrief(ws, earlier.last_event, datetime.combine(today, time()).astimezone())
    return LastTime(
        day=last.starts.date(),
        goals=len(last.goals),
        reached=last.reached,
        solid=last.cards.solid,
        stars=last.stars,
        learned=last.learned,
        change_next=last.change_next,
        open_cards=earlier.open_cards,
        wins=event_worths(ws, (earlier.last_event,))[earlier.last_event].wins,
    )


def _not_known(ws: Workspace, page: EventPage, today: date) -> NotKnown | None:
    """Return the members of the group that meets whose trade I do not know, but those to meet, who stand above."""
    if page.group_id is None:
        return None
    known = audit(ws, page.group_id, today)
    to_meet = {line.person_id for line in page.people}
    asked = [
        line
        for line in known.members
        if not (line.marks[Mark.KNOW].yes or line.archived or line.person_id in to_meet)
    ]
    asked.sort(key=lambda line: (line.joined or date.max, fold(line.name)))
    return NotKnown(known.group.name, tuple(SheetMember(line.name, line.organisation) for line in asked))


def _tried(ws: Workspace, pitch_id: int) -> tuple[TriedVersion, ...]:
    reactions = version_reactions(ws, pitch_id)
    numbers = ws.sql("SELECT number, id FROM pitch_version WHERE pitch_id = ? ORDER BY number", (pitch_id,))
    return tuple(
        TriedVersion(number, reactions[version]) for number, version in numbers if version in reactions
    )


def _card(line: CardLine) -> DebriefCard:
    plans = (plan for plan in line.plans if plan.state is not FollowUpState.DROPPED)
    return DebriefCard(
        name=line.name,
        organisation=line.organisation,
        kind=line.kind,
        state=line.state,
        plans=tuple(
            DebriefPlan(plan.action, plan.due, plan.due_time, plan.state is FollowUpState.DONE)
            for plan in plans
        ),
        solid=line.solid,
        reason=line.let_go_reason,
    )


def _person(line: ExpectedLine) -> SheetPerson:
    return SheetPerson(
        name=line.name,
        organisation=line.organisation,
        note=line.role,
        level=line.level,
        why=line.why,
        give=line.give,
        ask=line.ask,
        is_contact=line.person_id is not None,
    )
