"""People who look for something and people who have it, as in the picture of Give & ask."""

from __future__ import annotations

from netdesk.services.people import PersonDraft, new_person
from netdesk.store.workspace import Workspace


def add_person(workspace: Workspace, name: str, **fields: object) -> int:
    """Add somebody by full name, with fields of the draft such as ``ideal_client="charities"``."""
    given, _, family = name.partition(" ")
    return new_person(workspace, PersonDraft(given=given, family=family, **fields))  # type: ignore[arg-type]


def add_fitting_people(workspace: Workspace) -> dict[str, int]:
    """Add three who look for somebody and the three who fit them; gives their ids by given name."""
    people = {
        "Luis Ortega": {
            "organisation": "Ortega Finance", "level": 3, "ideal_client": "shops that outgrew a spreadsheet",
        },
        "Marta Lindqvist": {
            "organisation": "Lindqvist Interiors", "level": 1, "note": "Three shops on one spreadsheet",
        },
        "Grace Adeyemi": {
            "organisation": "Bright Copy", "level": 3, "ideal_client": "Charities, 5–20 staff",
            "good_introduction": "fundraising managers",
        },
        "Ken Oduya": {"organisation": "Oduya Security", "note": "He is trustee of a charity"},
        "Aoife Byrne": {"organisation": "Byrne HR", "level": 2, "ideal_client": "firms that hire"},
        "Nadia Rahman": {"organisation": "Rahman Consulting", "level": 4, "note": "She is hiring two people"},
    }  # fmt: skip
    return {name.split()[0]: add_person(workspace, name, **fields) for name, fields in people.items()}
