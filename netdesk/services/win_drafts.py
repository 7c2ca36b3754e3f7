"""A win as it is edited: read, checked and kept."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from netdesk.method.currencies import is_currency
from netdesk.method.errors import InvalidInput, NotFound
from netdesk.method.sources import Source
from netdesk.method.thanks import Chains
from netdesk.method.typed_money import checked_value
from netdesk.services.history_words import in_title
from netdesk.services.preferences import preferences
from netdesk.services.typed_text import SENTENCE, clean_line, clean_text
from netdesk.services.win_thanks import checked_thanks, insert_thanks, read_thanks, write_thanks
from netdesk.store.tables.wins import Win
from netdesk.store.workspace import Workspace, moment

_FIRST_YEAR = 1900
_GONE = "That win is not in the workspace any more."


@dataclass(frozen=True, slots=True, kw_only=True)
class WinDraft:
    """What is written down of a win; a title or a client is needed, and the day.

    ``value`` is None when it is not known, ``currency`` "" for the own one; ``thanks`` are chains of people, ``how``
    how they heard of me where it was through nobody I could name ("web search").
    """

    title: str = ""
    client: str = ""
    won_on: date
    value: float | None = None
    currency: str = ""
    source: Source | None = None
    thanks: Chains = ()
    how: str = ""
    event_id: int | None = None
    group_id: int | None = None
    note: str = ""
    client_id: int | None = None


def read_draft(ws: Workspace, win_id: int) -> WinDraft:
    """Return a win as a form edits it. Raises NotFound."""
    row = ws.sql(
        "SELECT title, client, client_id, won_on, value, currency, source, how, event_id, group_id, note"
        " FROM win WHERE id = ?",
        (win_id,),
    ).fetchone()
    if row is None:
        raise NotFound(_GONE, "Choose another one from the list.")
    title, client, client_id, won_on, value, currency, source, how, event, group, note = row
    return WinDraft(
        title=title,
        client=client,
        client_id=client_id,
        won_on=date.fromisoformat(won_on),
        value=value,
        currency=currency,
        source=Source(source) if source else None,
        thanks=read_thanks(ws, win_id),
        how=how,
        event_id=event,
        group_id=group,
        note=note,
    )


def checked(ws: Workspace, draft: WinDraft, today: date) -> WinDraft:
    """Return a draft as it is kept. Raises InvalidInput naming the field."""
    title, client = clean_line(draft.title, field="title"), clean_line(draft.client, field="client")
    if not (title or client):
        raise InvalidInput("What was won?", "Write what it is, or for whom.", field="title")
    if draft.won_on > today:
        raise InvalidInput(
            "That day is still to come: it is not won yet.", "Choose today or an earlier day.", field="won_on"
        )
    if draft.won_on.year < _FIRST_YEAR:
        raise InvalidInput("That is very long ago.", "Check the year.", field="won_on")
    value = None if draft.value is None else checked_value(draft.value)
    return replace(
        draft,
        title=title,
        client=client,
        value=value,
        currency="" if value is None else _currency(ws, draft.currency),
        thanks=checked_thanks(draft.thanks),
        how=clean_line(draft.how, SENTENCE, field="how"),
        note=clean_text(draft.note, field="note"),
        client_id=draft.client_id if client else None,
    )


def check_there(ws: Workspace, drafts: Iterable[WinDraft]) -> None:
    """Raise NotFound where a person, event or group of a draft is gone."""
    wanted: dict[str, set[int]] = {"person": set(), "event": set(), "networking_group": set()}
    for draft in drafts:
        wanted["person"] |= {one.person_id for chain in draft.thanks for one in chain if one.person_id}
        wanted["person"] |= {draft.client_id} if draft.client_id else set()
        wanted["event"] |= {draft.event_id} if draft.event_id else set()
        wanted["networking_group"] |= {draft.group_id} if draft.group_id else set()
    for table, numbers in wanted.items():
        for number in numbers:
            if ws.sql(f"SELECT 1 FROM {table} WHERE id = ?", (number,)).fetchone() is None:
                word = {"networking_group": "group"}.get(table, table)
                raise NotFound(f"That {word} is not in the workspace any more.", "Choose another one.")


def insert(ws: Workspace, clean: WinDraft) -> int:
    """Write a checked draft as a new win and give its id; call inside a change."""
    columns = {**_columns(clean), "created_at": moment()}
    marks = ", ".join("?" for _ in columns)
    cursor = ws.sql(f"INSERT INTO win ({', '.join(columns)}) VALUES ({marks})", tuple(columns.values()))
    number = int(cursor.lastrowid or 0)
    insert_thanks(ws, number, clean.thanks)
    return number


def write(ws: Workspace, win_id: int, clean: WinDraft) -> None:
    """Keep a checked draft in the place of what was there; call inside a change."""
    ws.run(Win.update(_columns(clean)).where(Win.id == win_id))
    write_thanks(ws, win_id, clean.thanks)


def called(draft: WinDraft) -> str:
    """Return its title, else its client, for a sentence of the history."""
    return in_title(draft.title or draft.client)


def _columns(draft: WinDraft) -> dict[str, object]:
    return {
        "title": draft.title,
        "client": draft.client,
        "client_id": draft.client_id,
        "won_on": draft.won_on.isoformat(),
        "value": draft.value,
        "currency": draft.currency,
        "source": draft.source.value if draft.source else None,
        "how": draft.how,
        "event_id": draft.event_id,
        "group_id": draft.group_id,
        "note": draft.note,
    }


def _currency(ws: Workspace, typed: str) -> str:
    code = clean_line(typed, field="currency").upper()
    if not code or is_currency(code) or code == preferences(ws).currency:
        return code
    raise InvalidInput(
        f"“{code[:20]}” is no currency I know.",
        "Write its three letters, such as GBP or EUR.",
        field="currency",
    )
