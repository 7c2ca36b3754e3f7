"""Who is meant by a card: contacts offered as one types, and the one a whole line surely or perhaps means."""

from __future__ import annotations

from dataclasses import dataclass, replace

from netdesk.method import cards as rules
from netdesk.method.names import NameParts, fold, split_full_name
from netdesk.services.capture import AlreadyHere, Same, already_here, draft_from_text
from netdesk.services.people import PersonDraft
from netdesk.store.search_index import match_query
from netdesk.store.workspace import Workspace

_LONGEST = 5_000
_FEW_DIGITS = 6
_CANDIDATES = 40
"""People looked at before the best are chosen."""


@dataclass(frozen=True, slots=True)
class Match:
    """A contact offered while a card is typed; ``here`` says that this event has their card already."""

    id: int
    name: str
    organisation: str
    level: int | None
    here: bool


def matches(ws: Workspace, text: str, limit: int = 6, event_id: int | None = None) -> tuple[Match, ...]:
    """Contacts who may be meant by the line typed so far; those expected at the event come first.

    The name stands before the first comma; a firm after it brings its people forward.
    """
    typed, _, rest = text[:_LONGEST].partition(",")
    words = match_query(typed)
    if not words or not typed.strip():
        return ()
    anywhere = words if "@" in typed else f"{{name organisation}} : ({words})"
    expected = " AND p.id IN (SELECT person_id FROM expected_person WHERE event_id = :event)"
    found = _found(ws, event_id, anywhere, expected, limit)
    # Words at the beginning of the name first, so that many mentions elsewhere do not hide them.
    for query in (f"{{name}} : (^{words.replace(' ', ' AND ')})", anywhere):
        if len(found) < limit:
            found |= _found(ws, event_id, query, "", _CANDIDATES)
    name, firm = fold(typed), fold(rest.partition(",")[0])
    rows = sorted(
        found.values(),
        key=lambda row: (
            # A card that is in already comes last.
            row.match.here,
            not row.expected,
            not _firm_begins(row.match.organisation, firm),
            _distance(row.match.name, name),
            fold(row.match.name),
        ),
    )
    return tuple(row.match for row in rows[:limit])


@dataclass(frozen=True, slots=True)
class _Found:
    match: Match
    expected: bool


def _found(ws: Workspace, event_id: int | None, query: str, only: str, limit: int) -> dict[int, _Found]:
    rows = ws.sql(
        "SELECT p.id, p.display_name, p.organisation_name, p.level,"
        " EXISTS (SELECT 1 FROM card c WHERE c.event_id = :event AND c.person_id = p.id),"
        " EXISTS (SELECT 1 FROM expected_person x WHERE x.event_id = :event AND x.person_id = p.id)"
        " FROM person_search s JOIN person p ON p.id = s.rowid"
        f" WHERE person_search MATCH :match AND p.binned_at IS NULL{only} LIMIT :few",
        {"event": event_id, "match": query, "few": limit},
    )
    return {row[0]: _Found(Match(row[0], row[1], row[2], row[3], bool(row[4])), bool(row[5])) for row in rows}


def draft_from_card(text: str, region: str = "") -> PersonDraft:
    """Read "Name, company, e-mail": what stands before the first comma is the name, the next words the firm.

    The rest, and a line without a comma, is read in any order. Never raises; nothing typed is lost. A line without a
    letter or digit names nobody: its draft is empty.
    """
    if not any(letter.isalnum() for letter in text):
        return PersonDraft()
    name, comma, rest = (part.strip() for part in text[:_LONGEST].partition(","))
    if not comma or not name or not _is_words(name):
        whole = draft_from_text(text, region)
        named = whole.given or whole.family or whole.organisation or whole.points
        return whole if named or not text.strip() else replace(_named(text[:_LONGEST]), note="")
    firm, _, more = (part.strip() for part in rest.partition(","))
    if not _is_words(firm):
        firm, more = "", rest
    read = draft_from_text(more, region) if more else PersonDraft()
    # Read by themselves, words after the firm look like a name; on a card they are a role or a remark.
    said = " ".join(part for part in (read.prefix, read.given, read.additional, read.family) if part)
    extra = [part for part in (said, read.organisation, read.note) if part]
    return replace(_named(name), organisation=firm, role=read.role, points=read.points, note="\n".join(extra))


def _named(name: str) -> PersonDraft:
    parts = split_full_name(" ".join(name.split()))
    if parts == NameParts():
        return PersonDraft(given=name)
    return PersonDraft(parts.prefix, parts.given, parts.additional, parts.family, parts.suffix)


def _is_words(text: str) -> bool:
    """Whether a part of the line is a name or a firm, rather than an address or a number."""
    return "@" not in text and "://" not in text and sum(char.isdigit() for char in text) < _FEW_DIGITS


def who_is_meant(
    ws: Workspace, event_id: int | None, draft: PersonDraft, region: str
) -> tuple[int | None, AlreadyHere | None]:
    """The contact a draft surely means, or else one it might."""
    found = already_here(ws, draft, region)
    by_email = found is not None and found.same is Same.EMAIL
    if (
        found is not None
        and by_email
        and rules.names_meet(f"{draft.given} {draft.family}", found.person.name)
    ):
        return found.person.id, None
    here = _same_at_event(ws, event_id, draft)
    if here is not None:
        return here, None
    named = _same_name(ws, draft)
    # A firm's one address is no proof against another name; of two people of one name neither is taken for sure.
    return (named[0], None) if len(named) == 1 and not by_email else (None, found)


def _same_at_event(ws: Workspace, event_id: int | None, draft: PersonDraft) -> int | None:
    """Whose card of this event shows the very same name, though it be a given name or a firm alone."""
    if event_id is None:
        return None
    rows = ws.sql(
        "SELECT p.id, p.display_name, p.organisation_name FROM card c JOIN person p ON p.id = c.person_id"
        " WHERE c.event_id = ? ORDER BY c.id",
        (event_id,),
    )
    name = fold(draft.name)
    return next((row[0] for row in rows.fetchall() if _is_same(row, name, draft.organisation)), None)


def _same_name(ws: Workspace, draft: PersonDraft) -> list[int]:
    """Contacts of the same whole name whose firm does not contradict; of several, those of the very firm."""
    if not (draft.given and draft.family):
        return []
    rows = ws.sql(
        "SELECT id, organisation_name FROM person WHERE sort_name = ? AND binned_at IS NULL ORDER BY id LIMIT 50",
        (fold(f"{draft.family} {draft.given}"),),
    ).fetchall()
    agreeing = [row for row in rows if rules.firms_agree(row[1], draft.organisation)]
    same_firm = [row for row in agreeing if draft.organisation and fold(row[1]) == fold(draft.organisation)]
    return [int(row[0]) for row in same_firm[:1] or agreeing]


def _is_same(row: tuple[int, str, str], name: str, firm: str) -> bool:
    return fold(row[1]) == name and rules.firms_agree(row[2], firm)


def _distance(name: str, typed: str) -> int:
    """0 for a name that begins so, 1 for one with a word that does, 2 for any other."""
    folded = fold(name)
    if folded.startswith(typed):
        return 0
    return 1 if any(word.startswith(typed) for word in folded.split()) else 2


def _firm_begins(firm: str, typed: str) -> bool:
    return bool(typed) and fold(firm).startswith(typed)
