"""`netdesk win`: business won, where it came from, and whom to thank for it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from netdesk.app.arguments.reading import Given
from netdesk.app.arguments.wins import UNSAID
from netdesk.app.commands.business import total_as_json
from netdesk.app.commands.clock import tomorrow, typed_day, typed_past_day
from netdesk.app.commands.finding import find_event, find_person
from netdesk.app.commands.output import say, write_json, write_line, write_table
from netdesk.app.commands.win_import import import_wins
from netdesk.method.money import plain_money, total_words
from netdesk.method.periods import parse_period
from netdesk.method.sources import Source
from netdesk.method.thanks import thanks_words
from netdesk.method.typed_money import parse_money
from netdesk.services import wins as services
from netdesk.services.currency_rates import own_currency
from netdesk.services.group_list import group_called
from netdesk.services.win_fields import with_field
from netdesk.services.win_list import WinQuery, WinRow, WinTotals, win_ids, win_rows, win_totals
from netdesk.services.win_names import place_meant, typed_thanks
from netdesk.services.wins import WinDraft
from netdesk.services.workspaces import Workspace


def win(ws: Workspace, given: Given, today: date) -> int:
    """Run the verb that was given."""
    verbs = {"add": _add, "edit": _edit, "list": _list, "thank": _thank, "import": import_wins}
    if given.verb in verbs:
        return verbs[given.verb](ws, given, today)
    for number in given.ids:
        services.win_name(ws, number)
    move = services.bin_wins if given.verb == "delete" else services.restore_wins
    changes = move(ws, given.ids)
    say(f"{changes.title}." if not changes.is_empty else "It is there already.")
    return 0


def _add(ws: Workspace, given: Given, today: date) -> int:
    draft = _filled(ws, WinDraft(title=given.title, won_on=today), given, today)
    number = services.add_win(ws, draft, today)
    _answer(ws, number, given)
    return 0


def _edit(ws: Workspace, given: Given, today: date) -> int:
    draft = services.read_draft(ws, given.id)
    if given.title is not None:
        draft = replace(draft, title=given.title)
    services.edit_win(ws, given.id, _filled(ws, draft, given, today), today)
    _answer(ws, given.id, given)
    return 0


def _answer(ws: Workspace, number: int, given: Given) -> None:
    if given.json:
        write_json(_as_json(win_rows(ws, [number])[0]))
    else:
        write_line(str(number))


def _filled(ws: Workspace, draft: WinDraft, given: Given, today: date) -> WinDraft:
    """The draft with what was given on the command line."""
    if given.client is not None:
        draft = with_field(ws, draft, "client", given.client, today)
    if given.on is not None:
        draft = replace(draft, won_on=typed_past_day(ws, given.on, today))
    if given.value is not None:
        typed = parse_money(given.value, own_currency(ws))
        draft = replace(draft, value=typed.amount, currency=typed.currency)
    if given.source is not None:
        draft = replace(draft, source=_source(given.source))
    if given.how is not None:
        draft = replace(draft, how=given.how)
    if given.thanks is not None:
        chains, how = typed_thanks(ws, given.thanks)
        draft = replace(draft, thanks=chains, how=how or draft.how)
    if given.place is not None:
        place = place_meant(ws, given.place, draft.won_on)
        draft = replace(draft, event_id=place.event_id, group_id=place.group_id)
    return draft if given.note is None else replace(draft, note=given.note)


def _list(ws: Workspace, given: Given, today: date) -> int:
    query = WinQuery(
        period=parse_period(given.period, today) if given.period else None,
        source=_source(given.source) if given.source else None,
        unsaid=given.source == UNSAID,
        person_id=find_person(ws, given.person).id if given.person else None,
        event_id=find_event(ws, given.event) if given.event else None,
        group_id=group_called(ws, given.group) if given.group else None,
        text=given.search,
        binned=given.bin,
    )
    rows = win_rows(ws, win_ids(ws, query))
    totals = win_totals(ws, query, own_currency(ws))
    if given.json:
        write_json({"wins": [_as_json(row) for row in rows], "count": totals.count, **_totals_json(totals)})
    elif not rows:
        say("Nothing is written down." if query == WinQuery() else "No win fits that.")
    else:
        heads = ("id", "when", "what", "client", "value", "source", "thanks to", "event or group")
        write_table(heads, [_cells(row, totals.total.currency) for row in rows])
        say(_sentence(totals))
    return 0


def _thank(ws: Workspace, given: Given, today: date) -> int:
    person = find_person(ws, given.person)
    due = typed_day(ws, given.due, today) if given.due else tomorrow(today)
    write_line(str(services.thank(ws, given.id, person.id, due, given.action)))
    return 0


def _source(typed: str) -> Source | None:
    return None if typed == UNSAID else Source(typed.replace("-", "_"))


def _cells(row: WinRow, own: str) -> tuple[str, ...]:
    return (
        str(row.id),
        row.won_on.isoformat(),
        row.title,
        row.client,
        "" if row.value is None else plain_money(row.value, row.currency or own),
        row.source.short if row.source else "",
        _thanks(row) or row.how,
        row.place,
    )


def _thanks(row: WinRow) -> str:
    return thanks_words(row.thanks)


def _sentence(totals: WinTotals) -> str:
    count = "1 win" if totals.count == 1 else f"{totals.count:,} wins"
    worth = total_words(totals.total)
    return f"{count}, {worth}." if worth else f"{count}."


def _as_json(row: WinRow) -> dict[str, object]:
    return {
        "id": row.id,
        "won_on": row.won_on.isoformat(),
        "title": row.title,
        "client": row.client,
        "client_person": row.client_id,
        "value": row.value,
        "currency": row.currency,
        "source": row.source.value if row.source else None,
        "thanks": [
            [
                {
                    "name": one.name,
                    "person": one.person_id,
                    "share": round(one.share, 4),
                    "thanked": one.thanked.value if one.thanked else None,
                }
                for one in chain
            ]
            for chain in row.thanks
        ],
        "how": row.how,
        "event": row.event_id,
        "event_title": row.event,
        "group": row.group_id,
        "group_name": row.group,
        "note": row.note,
    }


def _totals_json(totals: WinTotals) -> dict[str, object]:
    return {
        "total": total_as_json(totals.total),
        "by_source": [
            {
                "source": one.source.value if one.source else None,
                "count": one.count,
                "total": total_as_json(one.total),
            }
            for one in totals.by_source
        ],
    }
