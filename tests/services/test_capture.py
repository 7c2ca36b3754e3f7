"""One typed or pasted line becomes a filled form, whatever the order."""

import itertools

import pytest

from netdesk.method.contact_kinds import PointKind
from netdesk.services.capture import Same, already_here, draft_from_text
from netdesk.services.contact_points import Point
from netdesk.services.people import PersonDraft, new_person
from netdesk.store.workspace import Workspace

PIECES = ("Sam Carter", "Carter VA Ltd", "sam@carterva.example", "07700 900456")


@pytest.mark.parametrize("order", list(itertools.permutations(PIECES)))
def test_name_firm_email_and_phone_in_any_order(order: tuple[str, ...]) -> None:
    draft = draft_from_text(", ".join(order), "GB")
    assert (draft.given, draft.family, draft.organisation) == ("Sam", "Carter", "Carter VA Ltd")
    assert draft.email == "sam@carterva.example"
    assert [point.value for point in draft.points if point.kind is PointKind.PHONE] == ["07700 900456"]


def test_a_pasted_signature_fills_the_form() -> None:
    draft = draft_from_text(
        "Best wishes,\nGrace Adeyemi\nOwner, Bright Copy\nM: +44 7700 900123\n"
        "grace@brightcopy.example\nwww.brightcopy.example\n",
        "GB",
    )
    assert (draft.name, draft.role, draft.organisation) == ("Grace Adeyemi", "Owner", "Bright Copy")
    kinds = {point.kind: point.value for point in draft.points}
    assert kinds[PointKind.EMAIL] == "grace@brightcopy.example"
    assert PointKind.WEB in kinds


@pytest.mark.parametrize("text", ["", "\0\0", "🎉" * 50, "<img src=x>", "a" * 1_000_000, "مرحبا"])
def test_nothing_typed_is_too_odd(text: str) -> None:
    draft = draft_from_text(text)
    assert "\0" not in draft.name + draft.note
    assert len(draft.name) <= 6_000


def test_somebody_with_the_same_email_is_here_already(workspace: Workspace) -> None:
    sam = new_person(workspace, draft_from_text(", ".join(PIECES), "GB"), "GB")
    found = already_here(workspace, draft_from_text("SAM@carterva.example"))
    assert found is not None
    assert (found.person.id, found.same, found.same.words) == (sam, Same.EMAIL, "same e-mail")


def test_a_phone_counts_together_with_the_name_or_firm(workspace: Workspace) -> None:
    sam = new_person(workspace, draft_from_text(", ".join(PIECES), "GB"), "GB")

    def with_phone(**name: str) -> PersonDraft:
        return PersonDraft(points=(Point(PointKind.PHONE, "+44 7700 900456"),), **name)

    found = already_here(workspace, with_phone(given="Samuel", family="Carter"), "GB")
    assert found is not None
    assert (found.person.id, found.same) == (sam, Same.PHONE)
    assert already_here(workspace, with_phone(given="Ann", family="Else"), "GB") is None


def test_a_whole_name_counts_and_a_given_name_does_not(workspace: Workspace) -> None:
    sam = new_person(workspace, PersonDraft(given="Zoë", family="Carter"))
    found = already_here(workspace, PersonDraft(given="zoe", family="CARTER"))
    assert found is not None
    assert (found.person.id, found.same) == (sam, Same.NAME)
    assert already_here(workspace, PersonDraft(given="Zoë")) is None
    workspace.undo()
    assert already_here(workspace, PersonDraft(given="Zoë", family="Carter")) is None


def test_everything_of_a_signature_finds_its_place() -> None:
    draft = draft_from_text(
        "Karl Jensen\nFounder\nNordic Web Ltd\n12 High Street, Leeds LS1 4AP\nkarl@nordicweb.example\n"
        "linkedin.com/in/karljensen\n07700 900111",
        "GB",
    )
    found = {point.kind: (point.label, point.value) for point in draft.points}
    assert found[PointKind.PHONE] == ("mobile", "07700 900111")
    assert found[PointKind.SOCIAL][0] == "LinkedIn"
    assert "High Street" in found[PointKind.ADDRESS][1]


def test_a_number_alone_is_enough_when_no_name_is_known(workspace: Workspace) -> None:
    sam = new_person(workspace, draft_from_text(", ".join(PIECES), "GB"), "GB")
    found = already_here(workspace, PersonDraft(points=(Point(PointKind.PHONE, "07700 900456"),)), "GB")
    assert found is not None
    assert found.person.id == sam
    assert already_here(workspace, PersonDraft(points=(Point(PointKind.PHONE, "12"),)), "GB") is None
