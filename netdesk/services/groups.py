"""Groups one goes to: added, edited, left, binned; and their members, come and gone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time

from netdesk.method.changes import Changes
from netdesk.method.errors import InvalidInput, NotFound
from netdesk.method.groups import FeePer, rhythm_words, since_words
from netdesk.method.names import fold
from netdesk.method.recurrence import Every
from netdesk.method.typed_times import read_kept_time
from netdesk.services.history_words import in_title
from netdesk.services.typed_text import SENTENCE, clean_line, clean_text, required_line
from netdesk.store.tables.groups import NetworkingGroup
from netdesk.store.workspace import Workspace, moment

USUAL_MINUTES = 90
_MOST_FEE = 10_000_000
_MOST_MINUTES = 24 * 60
_NAME = 100
_CURRENCY_LETTERS = 3
_SUNDAY = 6
_COLUMNS = (
    "id, name, why, place, meets_every, meets_on, meets_at, minutes, fee, fee_per, currency, since, left_on, note,"
    " binned_at IS NOT NULL"
)


@dataclass(frozen=True, slots=True)
class GroupDraft:
    """What a form says of a group. ``why`` is why I go and may not be empty; ``meets_on`` is 0 for Monday.

    ``meets_at`` is a time on the wall, ``minutes`` the length of a meeting, ``fee`` an amount per ``fee_per`` in
    ``currency`` (three letters), ``since`` the day I joined.
    """

    name: str
    why: str
    place: str = ""
    meets_every: Every | None = None
    meets_on: int | None = None
    meets_at: time | None = None
    minutes: int = USUAL_MINUTES
    fee: float | None = None
    fee_per: FeePer = FeePer.YEAR
    currency: str = ""
    since: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """A group as it is kept; ``left_on`` is the day I left it."""

    id: int
    name: str
    why: str
    place: str
    meets_every: Every | None
    meets_on: int | None
    meets_at: time | None
    minutes: int
    fee: float | None
    fee_per: FeePer
    currency: str
    since: date | None
    left_on: date | None
    note: str
    binned: bool

    @property
    def rhythm(self) -> str:
        """How often it meets: "weekly, Fridays 07:00"."""
        return rhythm_words(self.meets_every, self.meets_on, self.meets_at)

    @property
    def since_words(self) -> str:
        """How long I am in it: "member since Feb 2024"."""
        return since_words(self.since)

    @property
    def draft(self) -> GroupDraft:
        """What a form starts from."""
        return GroupDraft(
            self.name,
            self.why,
            self.place,
            self.meets_every,
            self.meets_on,
            self.meets_at,
            self.minutes,
            self.fee,
            self.fee_per,
            self.currency,
            self.since,
            self.note,
        )


@dataclass(frozen=True, slots=True)
class GroupName:
    """A group somebody is or was in, since and until when."""

    id: int
    name: str
    joined: date | None = None
    left: date | None = None


def group(ws: Workspace, group_id: int) -> Group:
    """Return a group, be it in the bin. Raises NotFound."""
    row = ws.sql(f"SELECT {_COLUMNS} FROM networking_group WHERE id = ?", (group_id,)).fetchone()
    if row is None:
        raise NotFound("That group is not in the workspace any more.", "Choose another one from the list.")
    return Group(
        id=row[0],
        name=row[1],
        why=row[2],
        place=row[3],
        meets_every=Every(row[4]) if row[4] else None,
        meets_on=row[5],
        meets_at=read_kept_time(row[6]),
        minutes=row[7],
        fee=row[8],
        fee_per=FeePer(row[9]),
        currency=row[10],
        since=read_day(row[11]),
        left_on=read_day(row[12]),
        note=row[13],
        binned=bool(row[14]),
    )


def group_name(ws: Workspace, group_id: int) -> str:
    """Return what a group is called. Raises NotFound."""
    row = ws.row(NetworkingGroup.select(NetworkingGroup.name).where(NetworkingGroup.id == group_id))
    if row is None:
        raise NotFound("That group is not in the workspace any more.", "Choose another one from the list.")
    return str(row[0])


def groups_of(ws: Workspace, person_id: int) -> tuple[GroupName, ...]:
    """Return the groups a person is or was in, those they are in first; none that lie in the bin."""
    rows = ws.sql(
        "SELECT g.id, g.name, m.joined_on, m.left_on FROM member m JOIN networking_group g ON g.id = m.group_id"
        " WHERE m.person_id = ? AND g.binned_at IS NULL"
        " ORDER BY m.left_on IS NOT NULL, g.left_on IS NOT NULL, g.name COLLATE NOCASE, g.id",
        (person_id,),
    )
    return tuple(GroupName(row[0], row[1], read_day(row[2]), read_day(row[3])) for row in rows)


def add_group(ws: Workspace, draft: GroupDraft) -> int:
    """Add a group and return its id. Raises InvalidInput naming the field ("name", "why", "fee", …)."""
    columns = _columns(ws, draft, None)
    with ws.change(f"Add the group “{in_title(columns['name'])}”"):
        return int(ws.run(NetworkingGroup.insert({**columns, "created_at": moment()})))


def edit_group(ws: Workspace, group_id: int, draft: GroupDraft) -> Changes:
    """Keep what a form says of a group. Raises InvalidInput naming the field, NotFound."""
    group_name(ws, group_id)
    columns = _columns(ws, draft, group_id)
    return _update(ws, group_id, columns, f"Edit the group “{in_title(columns['name'])}”")


def leave_group(ws: Workspace, group_id: int, on: date) -> Changes:
    """Note the day I left a group; what was learned there stays. Raises InvalidInput, NotFound."""
    known = group(ws, group_id)
    if known.since is not None and on < known.since:
        raise InvalidInput("You left before you joined.", "Choose a later day.", field="left_on")
    return _update(ws, group_id, {"left_on": on.isoformat()}, f"Leave {in_title(known.name)}")


def rejoin_group(ws: Workspace, group_id: int) -> Changes:
    """Be in a group again. Raises NotFound."""
    return _update(ws, group_id, {"left_on": None}, f"Go back to {in_title(group_name(ws, group_id))}")


def bin_group(ws: Workspace, group_id: int) -> Changes:
    """Put a group into the bin; its members stay contacts, its meetings stay events. Raises NotFound."""
    title = f"Bin the group “{in_title(group_name(ws, group_id))}”"
    return _update(ws, group_id, {"binned_at": moment()}, title)


def restore_group(ws: Workspace, group_id: int) -> Changes:
    """Take a group out of the bin. Raises NotFound."""
    title = f"Restore the group “{in_title(group_name(ws, group_id))}”"
    return _update(ws, group_id, {"binned_at": None}, title)


def delete_groups_for_good(ws: Workspace, ids: Iterable[int]) -> Changes:
    """Delete groups that lie in the bin with their audits; people, events and the ledger stay."""
    chosen = tuple(ids)
    what = (
        f"the group “{in_title(group_name(ws, chosen[0]))}”" if len(chosen) == 1 else f"{len(chosen)} groups"
    )
    with ws.change(f"Delete {what} for good") as change:
        ws.many(
            "DELETE FROM networking_group WHERE id = ? AND binned_at IS NOT NULL", [(one,) for one in chosen]
        )
    return change.changes


def read_day(text: str | None) -> date | None:
    """Return a day as it is kept; None for none, or one that another program wrote wrong."""
    try:
        return date.fromisoformat(text[:10]) if text else None
    except ValueError:
        return None


def _update(ws: Workspace, group_id: int, columns: dict[str, object], title: str) -> Changes:
    with ws.change(title) as change:
        ws.run(NetworkingGroup.update(columns).where(NetworkingGroup.id == group_id))
    return change.changes


def _columns(ws: Workspace, draft: GroupDraft, group_id: int | None) -> dict[str, object]:
    name = _free_name(ws, draft.name, group_id)
    why = clean_line(draft.why, SENTENCE, field="why")
    if not why:
        raise InvalidInput(
            "Say why you go to this group.", "“To learn how shops choose help” is enough.", field="why"
        )
    if draft.meets_on is not None and not 0 <= draft.meets_on <= _SUNDAY:
        raise InvalidInput("A week has days from Monday to Sunday.", field="meets_on")
    if not 1 <= draft.minutes <= _MOST_MINUTES:
        raise InvalidInput("A meeting lasts from a minute to a day.", field="minutes")
    return {
        "name": name,
        "why": why,
        "place": clean_line(draft.place, field="place"),
        "meets_every": "" if draft.meets_every is None else Every(draft.meets_every).value,
        "meets_on": draft.meets_on,
        "meets_at": None if draft.meets_at is None else f"{draft.meets_at:%H:%M}",
        "minutes": draft.minutes,
        "fee": draft.fee,
        "fee_per": FeePer(draft.fee_per).value,
        "currency": _currency(draft),
        "since": None if draft.since is None else draft.since.isoformat(),
        "note": clean_text(draft.note, field="note"),
    }


def _currency(draft: GroupDraft) -> str:
    if draft.fee is None:
        return ""
    # Written the long way round so that "not a number" is refused too.
    if not 0 <= draft.fee <= _MOST_FEE:
        raise InvalidInput("A fee lies between nought and ten million.", field="fee")
    currency = clean_line(draft.currency, field="currency").upper()
    if currency and not (len(currency) == _CURRENCY_LETTERS and currency.isascii() and currency.isalpha()):
        raise InvalidInput("A currency has three letters, such as GBP.", field="currency")
    return currency


def _free_name(ws: Workspace, name: str, group_id: int | None) -> str:
    kept = required_line(name, _NAME, "Give the group a name, such as “Breakfast Club”.", field="name")
    rows = ws.sql("SELECT id, name FROM networking_group WHERE binned_at IS NULL").fetchall()
    if any(fold(other) == fold(kept) and number != group_id for number, other in rows):
        raise InvalidInput(f"There is a group “{kept}” already.", "Choose another name.", field="name")
    return kept
