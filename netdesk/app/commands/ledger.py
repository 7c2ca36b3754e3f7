"""`netdesk ledger`: help given and got, promises and asks, and whom I have not helped yet."""

from __future__ import annotations

from datetime import date

from netdesk.app.arguments.reading import Given
from netdesk.app.commands.clock import typed_day
from netdesk.app.commands.finding import find_person
from netdesk.app.commands.output import say, write_json, write_line, write_table
from netdesk.method.errors import InvalidInput
from netdesk.method.ledger import HelpWay, LedgerKind
from netdesk.method.past_dates import parse_past_date
from netdesk.services import ledger as services
from netdesk.services.ledger import EntryDraft, LedgerEntryLine
from netdesk.services.ledger_list import LedgerQuery, entry_ids, entry_lines, totals
from netdesk.services.not_helped import not_helped, not_helped_rows
from netdesk.services.workspaces import Workspace

_NEW = {kind.value for kind in LedgerKind}


def ledger(ws: Workspace, given: Given, today: date) -> int:
    """Run the verb that was given."""
    if given.verb in _NEW:
        return _add(ws, given, today)
    if given.verb == "list":
        return _list(ws, given, today)
    if given.verb == "not-helped":
        return _not_helped(ws, given, today)
    if given.verb == "keep":
        changes = services.keep_promise(ws, given.id, today, given.outcome)
    elif given.verb == "answer":
        changes = services.answer_ask(ws, given.id, today, given.outcome)
    elif given.verb == "drop":
        changes = services.drop_entry(ws, given.id, today, given.why)
    else:
        changes = services.reopen_entry(ws, given.id)
    say(f"{changes.title}." if not changes.is_empty else "It stands there already.")
    return 0


def _add(ws: Workspace, given: Given, today: date) -> int:
    kind = LedgerKind(given.verb)
    waiting = kind in (LedgerKind.PROMISE, LedgerKind.ASK)
    draft = EntryDraft(
        find_person(ws, given.person).id,
        kind,
        HelpWay(given.way),
        given.words,
        on=_past(ws, given.on, today) if given.on else today,
        due=typed_day(ws, given.due, today) if waiting and given.due else None,
        outcome="" if waiting else given.outcome,
    )
    number = services.add_entry(ws, draft, today)
    if given.json:
        write_json(_as_json(services.entry(ws, number), today))
    else:
        write_line(str(number))
    return 0


def _list(ws: Workspace, given: Given, today: date) -> int:
    query = LedgerQuery(
        kinds=(LedgerKind(given.kind),) if given.kind else (),
        ways=(HelpWay(given.way),) if given.way else (),
        text=given.search,
        since=_past(ws, given.since, today) if given.since else None,
        until=_past(ws, given.until, today) if given.until else None,
        open_only=given.open,
        person_id=find_person(ws, given.person).id if given.person else None,
    )
    found = entry_lines(ws, entry_ids(ws, query))
    if given.json:
        counted = totals(ws, query)
        write_json(
            {
                "entries": [_as_json(one, today) for one in found],
                "count": len(found),
                "totals": {
                    "gives": counted.gives,
                    "receives": counted.receives,
                    "promises": counted.promises,
                    "asks": counted.asks,
                    "dropped": counted.dropped,
                },
            }
        )
    elif not found:
        say("Nothing is written down." if not query.is_filtered else "Nothing fits that.")
    else:
        rows = [
            (
                str(one.id),
                one.counted_on.isoformat(),
                one.heading,
                one.name,
                f"by {one.due}" if one.state.value == "open" and one.due else one.state.value,
            )
            for one in found
        ]
        write_table(("id", "day", "what", "person", "state"), rows)
    return 0


def _not_helped(ws: Workspace, given: Given, today: date) -> int:
    found = not_helped(ws, today)
    rows = not_helped_rows(ws, found.ids, today)
    if given.json:
        write_json(
            {
                "people": [
                    {
                        "person": row.id,
                        "name": row.name,
                        "organisation": row.organisation,
                        "level": row.level or None,
                        "wants": row.wants,
                        "gave": row.balance.gave,
                        "got": row.balance.got,
                    }
                    for row in rows
                ],
                "count": len(rows),
                "got_nothing": found.got_nothing,
                "close": found.close,
            }
        )
    elif not rows:
        say("Everybody who helped was helped, and nobody close waited a year.")
    else:
        table = [(str(row.id), row.name, str(row.level or ""), row.balance.words, row.wants) for row in rows]
        write_table(("id", "person", "level", "between us", "where they want to get to"), table)
    return 0


def _past(ws: Workspace, typed: str, today: date) -> date:
    from netdesk.services.preferences import preferences
    from netdesk.ui.customs import customs

    day = parse_past_date(typed, today, day_first=customs(preferences(ws)).day_first)
    if day is None:
        raise InvalidInput(
            f"“{typed}” is no day.", "Write it as 2026-10-14, yesterday, or last fri.", field="on"
        )
    return day


def _as_json(one: LedgerEntryLine, today: date) -> dict[str, object]:
    late = (today - one.due).days if one.due and one.state.value == "open" else 0
    return {
        "id": one.id,
        "kind": one.kind.value,
        "way": one.way.value,
        "words": one.words,
        "outcome": one.outcome,
        "on": one.on.isoformat(),
        "due": one.due.isoformat() if one.due else None,
        "state": one.state.value,
        "closed": one.closed.isoformat() if one.closed else None,
        "reason": one.reason,
        "days_late": max(0, late),
        "person": one.person_id,
        "name": one.name,
        "organisation": one.organisation,
        "introduction": one.introduction_id,
    }
