"""One field of a win at a time, as it is typed in the quick table."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from netdesk.method.changes import Changes
from netdesk.method.errors import InvalidInput
from netdesk.method.past_dates import parse_past_date
from netdesk.method.thanks import Chains, thanks_words
from netdesk.method.typed_money import TypedMoney, parse_money
from netdesk.services.currency_rates import own_currency
from netdesk.services.win_drafts import WinDraft, called, checked, read_draft, write
from netdesk.services.win_names import Place, client_meant, place_meant, place_names, typed_thanks
from netdesk.store.workspace import Workspace

_LONGEST_DAY = 80


class WinField(StrEnum):
    """A column of the quick table that is typed into."""

    TITLE = "title"
    CLIENT = "client"
    WON_ON = "won_on"
    VALUE = "value"
    THANKS = "thanks"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class Client:
    """A client chosen from the list: the name as it is written, and who it is."""

    name: str
    person_id: int | None = None


FieldValue = str | date | TypedMoney | Chains | Client | Place | None
"""Typed text, or what was chosen for it; None empties the field."""


def set_field(
    ws: Workspace,
    win_id: int,
    field: str,
    value: FieldValue,
    today: date,
    *,
    own: str = "",
    day_first: bool = True,
) -> Changes:
    """Keep one field of a win; edits of it within a minute are one step of the history.

    Text is read the way it is meant (``own`` is the own currency, ``day_first`` the order of numbers in a date).
    Raises InvalidInput naming the field, with what to do; NotFound.
    """
    draft = with_field(ws, read_draft(ws, win_id), field, value, today, own=own, day_first=day_first)
    clean = checked(ws, draft, today)
    title = f"Change the win “{called(clean)}”"
    with ws.change(title, merge_key=f"win:{win_id}:{field}") as change:
        write(ws, win_id, clean)
    return change.changes


def with_field(
    ws: Workspace,
    draft: WinDraft,
    field: str,
    value: FieldValue,
    today: date,
    *,
    own: str = "",
    day_first: bool = True,
) -> WinDraft:
    """Return a draft with one field as it was typed or chosen, for a win that is not written down yet.

    Raises InvalidInput naming the field.
    """
    match WinField(field):
        case WinField.TITLE:
            return replace(draft, title=str(value or ""))
        case WinField.CLIENT:
            return _client(ws, draft, value)
        case WinField.WON_ON:
            return replace(draft, won_on=_day(value, today, day_first))
        case WinField.VALUE:
            return _value(ws, draft, value, own)
        case WinField.THANKS:
            return _thanks(ws, draft, value)
        case WinField.PLACE:
            return _place(ws, draft, value)


def _client(ws: Workspace, draft: WinDraft, value: FieldValue) -> WinDraft:
    if isinstance(value, Client):
        return replace(draft, client=value.name, client_id=value.person_id)
    typed = str(value or "")
    if " ".join(typed.split()) == draft.client:
        return draft
    return replace(draft, client=typed, client_id=client_meant(ws, typed))


def _day(value: FieldValue, today: date, day_first: bool) -> date:
    if isinstance(value, date):
        return value
    typed = str(value or "").strip()
    # The words of no day are longer.
    day = parse_past_date(typed[:_LONGEST_DAY], today, day_first=day_first) if typed else today
    if day is None:
        raise InvalidInput(
            f"“{typed[:40]}” is no day I know.",
            "Write a day such as 18 Nov, fri or 2026-11-18.",
            field="won_on",
        )
    return day


def _value(ws: Workspace, draft: WinDraft, value: FieldValue, own: str) -> WinDraft:
    if not isinstance(value, TypedMoney):
        value = parse_money(str(value or ""), own or own_currency(ws))
    return replace(draft, value=value.amount, currency=value.currency)


def _thanks(ws: Workspace, draft: WinDraft, value: FieldValue) -> WinDraft:
    if isinstance(value, tuple):
        return replace(draft, thanks=value)
    typed = str(value or "")
    if draft.thanks and " ".join(typed.split()) == thanks_words(draft.thanks):
        return draft
    chains, how = typed_thanks(ws, typed)
    return replace(draft, thanks=chains, how=how)


def _place(ws: Workspace, draft: WinDraft, value: FieldValue) -> WinDraft:
    if not isinstance(value, Place):
        typed = " ".join(str(value or "").split())
        if typed and typed in place_names(ws, draft.event_id, draft.group_id):
            return draft
        value = place_meant(ws, typed, draft.won_on)
    return replace(draft, event_id=value.event_id, group_id=value.group_id)
