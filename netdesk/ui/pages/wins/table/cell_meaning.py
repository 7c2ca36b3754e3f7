"""What words typed in a cell mean for a win: whom and what was picked while they were typed is remembered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from netdesk.method.names import fold
from netdesk.method.sources import Source
from netdesk.method.thanks import Chains, Thank, parse_thanks
from netdesk.method.typed_money import parse_money
from netdesk.services.win_drafts import WinDraft, checked, read_draft
from netdesk.services.win_fields import Client, FieldValue, WinField, with_field
from netdesk.services.win_names import Place, known_thanks, typed_thanks
from netdesk.services.workspaces import Workspace
from netdesk.ui.pages.wins.table.columns import Column
from netdesk.ui.pages.wins.table.offer_line import Picked

FIELDS = {
    Column.WHEN: WinField.WON_ON,
    Column.WHAT: WinField.TITLE,
    Column.CLIENT: WinField.CLIENT,
    Column.VALUE: WinField.VALUE,
    Column.THANKS: WinField.THANKS,
    Column.PLACE: WinField.PLACE,
}
COLUMNS = {str(field): column for column, field in FIELDS.items()} | {
    "currency": Column.VALUE, "how": Column.THANKS, "source": Column.SOURCE,
}  # fmt: skip
"""The column a refusal is about, by the field it names."""
_FORM_COLUMNS = {
    "title": Column.WHAT,
    "client": Column.CLIENT,
    "value": Column.VALUE,
    "place": Column.PLACE,
}


@dataclass(frozen=True, slots=True)
class Habits:
    """How typed words are read: the day it is, the own currency, and whether 3/4 is the third of April."""

    today: date
    own: str
    day_first: bool


def field_value(
    ws: Workspace, column: Column, text: str, picked: Picked, before: WinDraft, own: str
) -> FieldValue:
    """The words, or what they mean beside what stood there ``before``, or whom or what was picked for them.

    People thanked before stay who they are, with their shares; a bare number stays in the currency of the win.
    """
    offer = picked.get(fold(text))
    if column is Column.CLIENT and offer is not None:
        return Client(offer.words, offer.person_id)
    if column is Column.PLACE and offer is not None:
        return Place(offer.event_id, offer.group_id)
    if column is Column.THANKS:
        chains, _how = typed_thanks(ws, text)
        known = {fold(one.name): one for chain in before.thanks for one in chain}
        if chains:
            return _who_all(chains, picked, known)
    if column is Column.VALUE and before.currency:
        money = parse_money(text, own)
        return replace(money, currency=money.currency or before.currency)
    return text


def with_cell(
    ws: Workspace, draft: WinDraft, column: Column, text: str, picked: Picked, habits: Habits
) -> WinDraft:
    """A draft with one cell as it was typed, checked by itself. Raises ``InvalidInput`` with what to do."""
    value = field_value(ws, column, text, picked, draft, habits.own)
    found = with_field(
        ws, draft, FIELDS[column], value, habits.today, own=habits.own, day_first=habits.day_first
    )
    # What was won may still be to come: the other cells are right or wrong without it.
    checked(ws, replace(found, title=found.title or "…"), habits.today)
    return found


def with_cells(
    ws: Workspace,
    texts: Mapping[Column, str],
    picked: Mapping[Column, Picked],
    source: Source | None,
    habits: Habits,
) -> WinDraft:
    """The win whose cells were typed. Raises ``InvalidInput`` naming the first field that cannot be used."""
    draft = WinDraft(won_on=habits.today, source=source)
    for column in FIELDS:
        if text := texts.get(column, "").strip():
            draft = with_cell(ws, draft, column, text, picked.get(column, {}), habits)
    return checked(ws, draft, habits.today)


def with_form(
    ws: Workspace, draft: WinDraft, texts: Mapping[str, str], picked: Picked, habits: Habits
) -> WinDraft:
    """A draft with the fields of a form that were changed, by name. Raises ``InvalidInput`` naming the field."""
    known = {fold(one.name): one for chain in draft.thanks for one in chain}
    for name, column in _FORM_COLUMNS.items():
        if name in texts:
            value = field_value(ws, column, texts[name], picked, draft, habits.own)
            draft = with_field(
                ws, draft, FIELDS[column], value, habits.today, own=habits.own, day_first=habits.day_first
            )
    if "thanks" in texts:
        # How they heard of me has a field of its own: every word here is a name.
        chains = known_thanks(ws, parse_thanks(texts["thanks"]))
        draft = replace(draft, thanks=_who_all(chains, picked, known))
    return checked(ws, draft, habits.today)


def check_cell(
    ws: Workspace, win_id: int, column: Column, text: str, picked: Picked, habits: Habits
) -> FieldValue:
    """What to keep for a cell of a win that is there. Raises ``InvalidInput`` with what to do, ``NotFound``."""
    before = read_draft(ws, win_id)
    value = field_value(ws, column, text, picked, before, habits.own)
    after = with_field(
        ws, before, FIELDS[column], value, habits.today, own=habits.own, day_first=habits.day_first
    )
    checked(ws, after, habits.today)
    return value


def _who_all(chains: Chains, picked: Picked, known: Mapping[str, Thank]) -> Chains:
    return tuple(tuple(_who(one, picked, known) for one in chain) for chain in chains)


def _who(one: Thank, picked: Picked, known: Mapping[str, Thank]) -> Thank:
    name = fold(one.name)
    if name in picked:
        return replace(one, person_id=picked[name].person_id)
    return known.get(name, one)
