"""A window with the person's page, and Grace on it as the mock-up shows her."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtWidgets import QApplication

from netdesk.method.contact_kinds import PersonKind, PointKind
from netdesk.method.dates import PartialDate
from netdesk.services.contact_points import Point
from netdesk.services.people import PersonDraft, new_person
from netdesk.store.workspace import Workspace
from tests.support.person_window import PersonWindow


@pytest.fixture
def sam(workspace: Workspace) -> int:
    return new_person(workspace, PersonDraft(given="Sam", family="Carter", organisation="Carter VA"))


@pytest.fixture
def grace(workspace: Workspace, sam: int) -> int:
    return new_person(
        workspace,
        PersonDraft(
            given="Grace",
            family="Adeyemi",
            organisation="Bright Copy",
            role="Owner",
            level=2,
            met_on=date(2026, 3, 6),
            met_through_id=sam,
            ideal_client="charities, 5–20 staff",
            birthday=PartialDate(month=12, day=17),
            points=(
                Point(PointKind.EMAIL, "grace@brightcopy.example", "work"),
                Point(PointKind.PHONE, "+44 7700 900123", "mobile"),
                Point(PointKind.WEB, "brightcopy.example", "web"),
            ),
            tags=("copywriting",),
            kinds=(PersonKind.CONNECTOR,),
        ),
    )


@pytest.fixture
def opened(qapp: QApplication, workspace: Workspace, grace: int) -> Iterator[PersonWindow]:
    window = PersonWindow(qapp, workspace)
    window.show(grace)
    yield window
    window.close()
