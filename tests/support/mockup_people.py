"""The people of the board’s mock-up, standing where they stand there on 22 November 2026."""

from __future__ import annotations

from datetime import date, timedelta

from netdesk.method.names import fold, sort_key
from netdesk.store.workspace import Workspace

TODAY = date(2026, 11, 22)
# Name, organisation, level, days since the last contact and how, follow-up in days (None: none).
PEOPLE: tuple[tuple[str, str, int | None, int, str, int | None], ...] = (
    ("Marta Lindqvist", "Lindqvist Interiors", 1, 3, "met", None),
    ("Tom Okafor", "Okafor Legal", 1, 3, "met", None),
    ("Dina Haddad", "Haddad Print", 1, 14, "met", None),
    ("Joe Prentice", "Prentice Plumbing", 1, 96, "met", None),
    ("Sue Walsh", "Walsh Florists", 1, 42, "met", None),
    ("Ravi Menon", "Menon Accountancy", 2, 9, "one_to_one", None),
    ("Ellen Brandt", "Brandt & Co", 2, 20, "call", 0),
    ("Karl Jensen", "Nordic Web", 2, 28, "event", None),
    ("Aoife Byrne", "Byrne HR", 2, 30, "met", -6),
    ("Grace Adeyemi", "Bright Copy", 3, 8, "message", None),
    ("Luis Ortega", "Ortega Finance", 3, 12, "email", None),
    ("Hannah Weiss", "Weiss Training", 3, 9, "one_to_one", None),
    ("Nadia Rahman", "Rahman Consulting", 4, 2, "call", None),
    ("Peter Novak", "Novak Studio", 4, 33, "met", None),
    ("Olga Petrova", "Petrova Coaching", 5, 4, "call", None),
    ("Sam Carter", "Carter VA", 5, 6, "message", None),
    ("Priti Shah", "Shah Catering", None, 2, "met", None),
    ("Omar Hale", "", None, 2, "met", None),
)


def add_mockup_people(workspace: Workspace) -> dict[str, int]:
    """Add the people in one operation; gives their ids by given name."""
    added = (TODAY - timedelta(days=200)).isoformat() + "T09:00:00+00:00"
    ids: dict[str, int] = {}
    with workspace.change("Add the people of the mock-up"):
        for number, (name, firm, level, days, kind, due) in enumerate(PEOPLE):
            given, family = name.split()
            organisation = None
            if firm:
                organisation = workspace.sql(
                    "INSERT INTO organisation (name, sort_name) VALUES (?, ?)", (firm, fold(firm))
                ).lastrowid
            person = workspace.sql(
                "INSERT INTO person (uid, given, family, display_name, sort_name, organisation_id, level,"
                " board_rank, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    f"urn:mockup:{number}",
                    given,
                    family,
                    name,
                    sort_key(given, family),
                    organisation,
                    level,
                    number,
                    added,
                    added,
                ),
            ).lastrowid
            assert person is not None
            ids[given] = person
            _add_contact(workspace, person, days, kind)
            if due is not None:
                workspace.sql(
                    "INSERT INTO follow_up (person_id, action, due_on, created_at) VALUES (?, 'Call', ?, ?)",
                    (person, (TODAY + timedelta(days=due)).isoformat(), added),
                )
    return ids


def _add_contact(workspace: Workspace, person: int, days: int, kind: str) -> None:
    when = (TODAY - timedelta(days=days)).isoformat() + "T10:00:00+00:00"
    interaction = workspace.sql(
        "INSERT INTO interaction (kind, happened_at, outcome, created_at) VALUES (?, ?, ?, ?)",
        (kind, when, "achieved" if kind == "one_to_one" else None, when),
    ).lastrowid
    workspace.sql(
        "INSERT INTO interaction_person (interaction_id, person_id) VALUES (?, ?)", (interaction, person)
    )
