"""Columns of ``person`` and ``card`` that triggers keep in step, so that lists and the board read one table only.

``last_contact_on`` is the day of the last real contact (a note about somebody is none), ``met_days`` the number of
different days of meeting, ``next_follow_up_on`` the earliest day of an open follow-up; ``gives`` and ``receives``
count the ledger, ``made_together`` the talks in which something was made, ``wins_received`` the wins to thank them
for, ``wins_given`` the introductions made for them that became business. A card's ``state`` follows
``method.follow_ups.card_state``; ``due_on`` is the earliest day planned, ``done_at`` when the first plan was done.
"""

from __future__ import annotations

import sqlite3

from netdesk.store.tracking import drop_triggers

PREFIX = "derive_"

_CONTACT = """
    last_contact_on = (
        SELECT max(substr(i.happened_at, 1, 10)) FROM interaction_person ip
        JOIN interaction i ON i.id = ip.interaction_id
        WHERE ip.person_id = person.id AND i.real_contact),
    met_days = (
        SELECT count(DISTINCT substr(i.happened_at, 1, 10)) FROM interaction_person ip
        JOIN interaction i ON i.id = ip.interaction_id
        WHERE ip.person_id = person.id AND i.kind IN ('met', 'one_to_one', 'event')),
    one_to_ones_achieved = (
        SELECT count(*) FROM interaction_person ip
        JOIN interaction i ON i.id = ip.interaction_id
        WHERE ip.person_id = person.id AND i.kind = 'one_to_one' AND i.outcome = 'achieved'),
    one_to_ones_held = (
        SELECT count(*) FROM interaction_person ip
        JOIN interaction i ON i.id = ip.interaction_id
        WHERE ip.person_id = person.id AND i.kind = 'one_to_one'),
    made_together = (
        SELECT count(*) FROM interaction_person ip
        JOIN interaction i ON i.id = ip.interaction_id
        WHERE ip.person_id = person.id AND i.made_together <> '')
"""
# A promise that was kept is a give, an ask that was answered a receive.
_LEDGER_COUNT = (
    "(SELECT count(*) FROM ledger_entry g WHERE g.person_id = person.id AND g.state = 'done'"
    " AND g.kind IN {kinds}{and_way})"
)
_GIVEN, _RECEIVED = "('give', 'promise')", "('receive', 'ask')"
_REFERRED = " AND g.way = 'referral'"
_LEDGER = f"""
    gives = {_LEDGER_COUNT.format(kinds=_GIVEN, and_way="")},
    receives = {_LEDGER_COUNT.format(kinds=_RECEIVED, and_way="")},
    referrals_given = {_LEDGER_COUNT.format(kinds=_GIVEN, and_way=_REFERRED)},
    referrals_received = {_LEDGER_COUNT.format(kinds=_RECEIVED, and_way=_REFERRED)},
    last_give_on = (
        SELECT max(coalesce(g.closed_on, g.happened_on)) FROM ledger_entry g
        WHERE g.person_id = person.id AND g.state = 'done' AND g.kind IN {_GIVEN})
"""
_WINS = """
    wins_given = (
        SELECT count(*) FROM introduction n WHERE n.person_id = person.id AND n.state = 'business'),
    wins_received = (
        SELECT count(DISTINCT t.win_id) FROM win_thanks t JOIN win w ON w.id = t.win_id
        WHERE t.person_id = person.id AND w.binned_at IS NULL)
"""
_FOLLOW_UPS = """
    next_follow_up_on = (
        SELECT min(due_on) FROM follow_up f WHERE f.person_id = person.id AND f.state = 'open'),
    follow_ups_done = (
        SELECT count(*) FROM follow_up f WHERE f.person_id = person.id AND f.state = 'done')
"""
_ORGANISATION = """
    organisation_name = coalesce(
        (SELECT name FROM organisation o WHERE o.id = person.organisation_id), ''),
    sort_organisation = coalesce(
        (SELECT sort_name FROM organisation o WHERE o.id = person.organisation_id), '')
"""
# The plus keeps SQLite from walking along all open follow-ups by their day, which it prefers for a min().
_CARD = """
    state = CASE
        WHEN EXISTS (SELECT 1 FROM follow_up f WHERE f.card_id = card.id AND f.state = 'open') THEN 'planned'
        WHEN let_go_at IS NOT NULL THEN 'let_go'
        WHEN EXISTS (SELECT 1 FROM follow_up f WHERE f.card_id = card.id AND f.state = 'done') THEN 'done'
        ELSE 'no_plan' END,
    due_on = (SELECT min(due_on) FROM follow_up f WHERE f.card_id = card.id AND +f.state = 'open'),
    done_at = (SELECT min(closed_at) FROM follow_up f WHERE f.card_id = card.id AND f.state = 'done')
"""


def _trigger(name: str, when: str, assignments: str, where: str, table: str = "person") -> str:
    return f"CREATE TRIGGER {PREFIX}{name} AFTER {when} BEGIN UPDATE {table} SET {assignments} WHERE {where}; END"


def _card_trigger(name: str, when: str, where: str) -> str:
    return _trigger(f"card_{name}", when, _CARD, where, "card")


_TRIGGERS = (
    _trigger("person_insert", "INSERT ON person WHEN NEW.organisation_id IS NOT NULL",
             _ORGANISATION, "id = NEW.id"),
    # A person who comes back by undo may find interactions and follow-ups already there.
    _trigger("person_restore", "INSERT ON person WHEN NOT (SELECT recording FROM write_state)",
             f"{_CONTACT}, {_FOLLOW_UPS}, {_LEDGER}, {_WINS}", "id = NEW.id"),
    _trigger("person_organisation", "UPDATE OF organisation_id ON person", _ORGANISATION, "id = NEW.id"),
    _trigger("organisation_insert", "INSERT ON organisation WHEN NOT (SELECT recording FROM write_state)",
             _ORGANISATION, "organisation_id = NEW.id"),
    _trigger("organisation_update", "UPDATE OF name, sort_name ON organisation",
             _ORGANISATION, "organisation_id = NEW.id"),
    _trigger("interaction_update", "UPDATE OF kind, happened_at, outcome, real_contact, made_together ON interaction",
             _CONTACT, "id IN (SELECT person_id FROM interaction_person WHERE interaction_id = NEW.id)"),
    _trigger("interaction_insert", "INSERT ON interaction WHEN NOT (SELECT recording FROM write_state)",
             _CONTACT, "id IN (SELECT person_id FROM interaction_person WHERE interaction_id = NEW.id)"),
    _trigger("interaction_person_insert", "INSERT ON interaction_person", _CONTACT, "id = NEW.person_id"),
    _trigger("interaction_person_delete", "DELETE ON interaction_person", _CONTACT, "id = OLD.person_id"),
    _trigger("interaction_person_update", "UPDATE OF person_id ON interaction_person",
             _CONTACT, "id IN (NEW.person_id, OLD.person_id)"),
    _trigger("follow_up_insert", "INSERT ON follow_up", _FOLLOW_UPS, "id = NEW.person_id"),
    _trigger("follow_up_update", "UPDATE OF due_on, state, person_id ON follow_up",
             _FOLLOW_UPS, "id IN (NEW.person_id, OLD.person_id)"),
    _trigger("follow_up_delete", "DELETE ON follow_up", _FOLLOW_UPS, "id = OLD.person_id"),
    _trigger("ledger_entry_insert", "INSERT ON ledger_entry", _LEDGER, "id = NEW.person_id"),
    _trigger("ledger_entry_update",
             "UPDATE OF person_id, kind, way, happened_on, state, closed_on ON ledger_entry",
             _LEDGER, "id IN (NEW.person_id, OLD.person_id)"),
    _trigger("ledger_entry_delete", "DELETE ON ledger_entry", _LEDGER, "id = OLD.person_id"),
    _trigger("introduction_insert", "INSERT ON introduction", _WINS, "id = NEW.person_id"),
    _trigger("introduction_update", "UPDATE OF person_id, state ON introduction",
             _WINS, "id IN (NEW.person_id, OLD.person_id)"),
    _trigger("introduction_delete", "DELETE ON introduction", _WINS, "id = OLD.person_id"),
    _trigger("win_thanks_insert", "INSERT ON win_thanks", _WINS, "id = NEW.person_id"),
    _trigger("win_thanks_update", "UPDATE OF person_id, win_id ON win_thanks",
             _WINS, "id IN (NEW.person_id, OLD.person_id)"),
    _trigger("win_thanks_delete", "DELETE ON win_thanks", _WINS, "id = OLD.person_id"),
    _trigger("win_bin", "UPDATE OF binned_at ON win",
             _WINS, "id IN (SELECT person_id FROM win_thanks WHERE win_id = NEW.id)"),
    # A win that comes back by undo may find its thanks already there.
    _trigger("win_insert", "INSERT ON win WHEN NOT (SELECT recording FROM write_state)",
             _WINS, "id IN (SELECT person_id FROM win_thanks WHERE win_id = NEW.id)"),
    _card_trigger("planned", "INSERT ON follow_up WHEN NEW.card_id IS NOT NULL", "id = NEW.card_id"),
    _card_trigger("changed", "UPDATE OF due_on, state, closed_at, card_id ON follow_up"
                  " WHEN NEW.card_id IS NOT NULL OR OLD.card_id IS NOT NULL", "id IN (NEW.card_id, OLD.card_id)"),
    _card_trigger("unplanned", "DELETE ON follow_up WHEN OLD.card_id IS NOT NULL", "id = OLD.card_id"),
    _card_trigger("let_go", "UPDATE OF let_go_at ON card", "id = NEW.id"),
    # A card that comes in let go, or comes back by undo, may find its plans already there.
    _card_trigger("insert", "INSERT ON card WHEN NEW.let_go_at IS NOT NULL OR NOT (SELECT recording FROM write_state)",
                  "id = NEW.id"),
)  # fmt: skip


def install(connection: sqlite3.Connection) -> None:
    """Put the deriving triggers anew."""
    drop_triggers(connection, PREFIX)
    for statement in _TRIGGERS:
        connection.execute(statement)


def rebuild(connection: sqlite3.Connection) -> None:
    """Derive every column of every person and card again."""
    connection.execute(f"UPDATE person SET {_CONTACT}, {_FOLLOW_UPS}, {_LEDGER}, {_WINS}, {_ORGANISATION}")
    connection.execute(f"UPDATE card SET {_CARD}")
