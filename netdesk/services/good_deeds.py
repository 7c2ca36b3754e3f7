"""One good deed for a day on which nothing is due: a call, an introduction, thanks, or a question."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from netdesk.method.today import Deed, ask_deed, call_deed, help_back_deed, introduce_deed, thank_deed
from netdesk.services.going_cold import ColdPerson
from netdesk.services.today_help import giver
from netdesk.store.workspace import Workspace

_CLOSE = 3
"""From this level on people are called unasked, and introduced to each other."""
_LOOKED_AT = 150
_PAIRS = 40
_FITS = 5
_KNOWN = "archived_at IS NULL AND binned_at IS NULL"
_CLOSE_PEOPLE = (
    "WITH close AS (SELECT id, display_name, organisation_id, met_through_id FROM person"
    f" WHERE level >= {_CLOSE} AND {_KNOWN} ORDER BY level DESC, board_rank LIMIT {_LOOKED_AT})"
)
_STRANGERS = (
    " a.id < b.id AND coalesce(a.met_through_id, 0) <> b.id AND coalesce(b.met_through_id, 0) <> a.id"
    " AND (a.organisation_id IS NULL OR a.organisation_id IS NOT b.organisation_id)"
    " AND NOT EXISTS (SELECT 1 FROM interaction_person x JOIN interaction_person y"
    " ON y.interaction_id = x.interaction_id JOIN interaction i ON i.id = x.interaction_id AND i.kind <> 'event'"
    " WHERE x.person_id = a.id AND y.person_id = b.id)"
    " AND NOT EXISTS (SELECT 1 FROM follow_up f WHERE f.person_id = a.id"
    " AND f.action = 'Introduce ' || a.display_name || ' to ' || b.display_name)"
)


def good_deed(ws: Workspace, cold: Sequence[ColdPerson], today: date) -> Deed | None:
    """Propose one good deed, by these rules in turn; None in a network in which there is nothing to propose.

    1. Call whoever is first among those going cold, if they stand on level 3 or higher.
    2. Introduce whoever gave most and got nothing to the one who fits best what they look for, unless that is planned.
    3. Introduce two people of level 3 or higher who share a target market or a tag, are of different firms, did not
       meet through each other, and were in no talk with me together; another pair each day.
    4. Thank the person met last, within a month, unless something was done for them since or their card was let go.
    5. Ask whoever I talked to last what their ideal client is, where I do not know it.
    """
    if cold and cold[0].level >= _CLOSE:
        first = cold[0]
        return call_deed(first.person_id, first.name, (today - first.since).days, first.way)
    return _help_back(ws, today) or _introduction(ws, today) or _thanks(ws, today) or _question(ws)


def _help_back(ws: Workspace, today: date) -> Deed | None:
    who = giver(ws)
    if who is None:
        return None
    # With the table models, which the first window does not wait for; here nothing else is due.
    from netdesk.services.fits import fits_for

    for fit in fits_for(ws, who.person_id, today, _FITS).fits:
        deed = help_back_deed(who.person_id, who.name, fit.other, fit.sentence)
        planned = "SELECT 1 FROM follow_up WHERE person_id = ? AND action = ? LIMIT 1"
        if ws.sql(planned, (who.person_id, deed.action)).fetchone() is None:
            return deed
    return None


def _introduction(ws: Workspace, today: date) -> Deed | None:
    for table, column, words in (
        ("person_market", "target_market_id", "target_market"),
        ("person_tag", "tag_id", "tag"),
    ):
        pairs = ws.sql(
            f"{_CLOSE_PEOPLE} SELECT a.id, a.display_name, b.display_name, w.name FROM close a"
            f" JOIN {table} m ON m.person_id = a.id JOIN {table} n ON n.{column} = m.{column}"
            f" JOIN close b ON b.id = n.person_id JOIN {words} w ON w.id = m.{column}"
            f" WHERE {_STRANGERS} LIMIT {_PAIRS}",
        ).fetchall()
        if pairs:
            return introduce_deed(*pairs[today.toordinal() % len(pairs)])
    return None


def _thanks(ws: Workspace, today: date) -> Deed | None:
    row = ws.sql(
        "SELECT p.id, p.display_name, p.last_contact_on FROM person p"
        f" WHERE last_contact_on BETWEEN ? AND ? AND {_KNOWN} AND coalesce(last_give_on, '') < last_contact_on"
        " AND NOT EXISTS (SELECT 1 FROM follow_up f"
        " WHERE f.person_id = p.id AND (f.state = 'open' OR f.closed_at >= p.last_contact_on))"
        " AND NOT EXISTS (SELECT 1 FROM card c WHERE c.person_id = p.id AND c.state = 'let_go')"
        " ORDER BY last_contact_on DESC, p.id DESC LIMIT 1",
        (str(date.fromordinal(today.toordinal() - 30)), str(today)),
    ).fetchone()
    if row is None:
        return None
    return thank_deed(row[0], row[1], (today - date.fromisoformat(row[2])).days)


def _question(ws: Workspace) -> Deed | None:
    row = ws.sql(
        "SELECT p.id, p.display_name FROM person p WHERE last_contact_on IS NOT NULL AND ideal_client = ''"
        f" AND next_follow_up_on IS NULL AND {_KNOWN}"
        " AND NOT EXISTS (SELECT 1 FROM card c WHERE c.person_id = p.id AND c.state = 'let_go')"
        " ORDER BY last_contact_on DESC, p.id DESC LIMIT 1"
    ).fetchone()
    return None if row is None else ask_deed(row[0], row[1])
