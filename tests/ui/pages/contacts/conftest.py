"""A window on the contacts of the mock-up."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from netdesk.store.workspace import Workspace
from tests.support.contact_people import add_person
from tests.support.contacts_window import ContactsWindow

PEOPLE = (
    ("Grace Adeyemi", "Bright Copy", 3, ("Connectors",)),
    ("Ellen Brandt", "Brandt & Co", 2, ("Retail",)),
    ("Aoife Byrne", "Byrne HR", 2, ("Retail",)),
    ("Sam Carter", "Carter VA", 5, ()),
    ("Dina Haddad", "Haddad Print", 1, ("Retail", "Connectors")),
    ("Karl Jensen", "Nordic Web", 2, ()),
    ("Marta Lindqvist", "Lindqvist Interiors", 1, ()),
    ("Hannah Weiss", "", None, ()),
)


@pytest.fixture
def network(workspace: Workspace) -> Workspace:
    """Eight people, listed as above."""
    for name, organisation, level, tags in PEOPLE:
        add_person(workspace, name, organisation, level=level, tags=tags, added="2026-11-20T09:00:00+00:00")
    return workspace


@pytest.fixture
def desk(qapp: QApplication, network: Workspace) -> Iterator[ContactsWindow]:
    """The window, as it opens."""
    opened = ContactsWindow(qapp, network)
    yield opened
    opened.close()
