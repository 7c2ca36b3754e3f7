from dataclasses import replace
from datetime import date

import pytest

from netdesk.method.contact_kinds import MarketStanding, PersonKind, PointKind
from netdesk.method.dates import PartialDate
from netdesk.method.errors import InvalidInput, NotFound
from netdesk.services.contact_points import AddressParts, Point
from netdesk.services.markets import InMarket, markets
from netdesk.services.organisations import organisation_names
from netdesk.services.own_fields import OwnFieldKind, add_own_field, remove_own_field, rename_own_field
from netdesk.services.people import (
    PersonDraft,
    change_fields,
    edit_person,
    new_person,
    people_named,
    person_name,
    read_draft,
)
from netdesk.services.person_page import events_named, person_page
from netdesk.services.photos import photo, remove_photo, set_photo
from netdesk.store.workspace import Workspace

TODAY = date(2026, 11, 22)
GRACE = PersonDraft(
    prefix="Dr",
    given="Grace",
    family="Adeyemi",
    organisation="Bright Copy",
    role="Owner",
    birthday=PartialDate(month=5, day=17),
    met_on=date(2026, 3, 6),
    met_words="by the coffee",
    rhythm_days=30,
    points=(
        Point(PointKind.EMAIL, "Grace@BrightCopy.example", "work", preferred=True),
        Point(PointKind.PHONE, "07700 900123", "mobile"),
        Point(PointKind.ADDRESS, "", "work", parts=AddressParts(street="1 High St", locality="Leeds")),
    ),
    kinds=(PersonKind.CONNECTOR, PersonKind.CLIENT),
    tags=("copywriting", "Retail"),
    markets=(InMarket("Charities", MarketStanding.CLOSE, "writes for them"),),
)


def test_everything_a_form_says_is_kept_and_read_back(workspace: Workspace) -> None:
    field = add_own_field(workspace, "Shoe size", OwnFieldKind.NUMBER)
    sam = new_person(workspace, PersonDraft(given="Sam", family="Carter"))
    person = new_person(
        workspace, replace(GRACE, own_values={field: "5,5"}, met_through_id=sam, level=3), region="GB"
    )
    read = read_draft(workspace, person)
    assert (read.name, read.organisation, read.role) == ("Dr Grace Adeyemi", "Bright Copy", "Owner")
    assert read.birthday == PartialDate(month=5, day=17)
    assert read.met_on == date(2026, 3, 6)
    assert [point.value for point in read.points] == [
        "Grace@BrightCopy.example",
        "07700 900123",
        "1 High St\nLeeds",
    ]
    assert read.points[2].parts == AddressParts(street="1 High St", locality="Leeds")
    assert read.kinds == (PersonKind.CONNECTOR, PersonKind.CLIENT)
    assert read.tags == ("copywriting", "Retail")
    assert read.markets == GRACE.markets
    assert read.own_values == {field: "5.5"}
    assert (read.level, read.rhythm_days, read.met_through_id) == (3, 30, sam)
    normalised = workspace.sql("SELECT normalised FROM contact_point ORDER BY id").fetchall()
    assert normalised == [("grace@brightcopy.example",), ("+447700900123",), ("",)]


def test_adding_a_person_is_one_step_back_and_forth(workspace: Workspace) -> None:
    person = new_person(workspace, replace(GRACE, level=2))
    before = read_draft(workspace, person)
    undone = workspace.undo()
    assert undone is not None
    assert undone.title == "Add Dr Grace Adeyemi"
    with pytest.raises(NotFound):
        read_draft(workspace, person)
    assert workspace.sql("SELECT count(*) FROM contact_point").fetchone()[0] == 0
    workspace.redo()
    assert read_draft(workspace, person) == before


def test_each_new_person_has_a_place_of_their_own_the_newest_on_top(workspace: Workspace) -> None:
    people = [new_person(workspace, PersonDraft(given=name)) for name in ("Ellen", "Aoife", "Sam")]
    ranked = [row[0] for row in workspace.sql("SELECT id FROM person ORDER BY board_rank")]
    assert ranked == people[::-1]
    assert workspace.sql("SELECT count(DISTINCT board_rank) FROM person").fetchone()[0] == 3


def test_an_edit_keeps_what_stays_and_undo_brings_all_of_it_back(workspace: Workspace) -> None:
    person = new_person(workspace, GRACE)
    before = read_draft(workspace, person)
    mail, mobile, _ = before.points
    edited = replace(
        before,
        family="Adeyemi-Okoro",
        organisation="Brighter Copy",
        points=(mobile, mail, Point(PointKind.WEB, "brightcopy.example", "web")),
        tags=("Retail", "speaker"),
        kinds=(PersonKind.CLIENT,),
        markets=(InMarket("Museums", MarketStanding.IN),),
    )
    edit_person(workspace, person, edited)
    after = read_draft(workspace, person)
    assert [point.id for point in after.points[:2]] == [mobile.id, mail.id]
    assert after.name == "Dr Grace Adeyemi-Okoro"
    assert after.organisation == "Brighter Copy"
    assert after.tags == ("Retail", "speaker")
    assert after.markets == (InMarket("Museums", MarketStanding.IN),)
    workspace.undo()
    assert read_draft(workspace, person) == before
    workspace.redo()
    assert read_draft(workspace, person) == after


def test_an_edit_that_changes_nothing_leaves_no_step(workspace: Workspace) -> None:
    person = new_person(workspace, GRACE)
    changes = edit_person(workspace, person, read_draft(workspace, person))
    assert changes.is_empty
    assert [entry.title for entry in workspace.history()] == ["Add Dr Grace Adeyemi"]


def test_single_fields_changed_within_a_minute_are_one_step(workspace: Workspace) -> None:
    person = new_person(workspace, GRACE)
    change_fields(workspace, person, ideal_client="char")
    change_fields(workspace, person, ideal_client="charities")
    assert read_draft(workspace, person).ideal_client == "charities"
    workspace.undo()
    assert read_draft(workspace, person).ideal_client == ""


def test_an_organisation_is_made_once_whatever_its_case_and_accents(workspace: Workspace) -> None:
    for name in ("Café Rosa", "CAFE ROSA", " café   rosa "):
        new_person(workspace, PersonDraft(given="Anna", organisation=name))
    assert workspace.sql("SELECT name FROM organisation").fetchall() == [("Café Rosa",)]
    assert organisation_names(workspace, "cafe") == ("Café Rosa",)
    assert organisation_names(workspace, "") == ()


@pytest.mark.parametrize(
    ("draft", "name"),
    [
        (PersonDraft(organisation="Bright Copy"), "Bright Copy"),
        (
            PersonDraft(points=(Point(PointKind.EMAIL, "grace@brightcopy.example"),)),
            "grace@brightcopy.example",
        ),
        (PersonDraft(nickname="Gigi", organisation="Bright Copy"), "Gigi"),
        (PersonDraft(given="مريم", family="العلي"), "مريم العلي"),
        (PersonDraft(given="<b>Ann</b>\0", family="🎉\u2028Li"), "<b>Ann</b> 🎉 Li"),
    ],
)
def test_a_person_is_shown_by_what_is_known(workspace: Workspace, draft: PersonDraft, name: str) -> None:
    assert person_name(workspace, new_person(workspace, draft)).name == name


@pytest.mark.parametrize(
    ("draft", "field"),
    [
        (PersonDraft(note="somebody I met"), "given"),
        (PersonDraft(given="x" * 300), "given"),
        (PersonDraft(given="A", note="y" * 20_001), "note"),
        (PersonDraft(given="A", rhythm_days=0), "rhythm_days"),
        (PersonDraft(given="A", points=(Point(PointKind.EMAIL, "not an address"),)), "points"),
        (PersonDraft(given="A", points=(Point(PointKind.EMAIL, "at@"),)), "points"),
    ],
)
def test_what_cannot_be_kept_is_refused_and_named(
    workspace: Workspace, draft: PersonDraft, field: str
) -> None:
    with pytest.raises(InvalidInput) as refused:
        new_person(workspace, draft)
    assert refused.value.field == field
    assert workspace.sql("SELECT count(*) FROM person").fetchone()[0] == 0


def test_nobody_is_introduced_by_themselves(workspace: Workspace) -> None:
    person = new_person(workspace, GRACE)
    with pytest.raises(InvalidInput) as refused:
        edit_person(workspace, person, replace(GRACE, met_through_id=person))
    assert refused.value.field == "met_through_id"


def test_people_are_found_by_the_beginning_of_their_names(workspace: Workspace) -> None:
    person = new_person(workspace, GRACE)
    new_person(workspace, PersonDraft(given="Zoë", family="Grant", note="knows Adeyemi"))
    assert [one.id for one in people_named(workspace, "ade gra")] == [person]
    assert people_named(workspace, '"*') == ()


def test_who_introduced_whom_is_known_from_both_sides(workspace: Workspace) -> None:
    sam = new_person(workspace, PersonDraft(given="Sam", family="Carter"))
    grace = new_person(workspace, replace(GRACE, met_through_id=sam))
    assert person_page(workspace, grace, TODAY).met_through == person_name(workspace, sam)
    page = person_page(workspace, sam, TODAY)
    assert [one.name for one in page.introduced] == ["Dr Grace Adeyemi"]
    assert page.introduced_count == 1
    assert page.met_through is None


def test_own_fields_are_added_renamed_and_removed_with_their_values(workspace: Workspace) -> None:
    fields = [add_own_field(workspace, kind.label, kind) for kind in OwnFieldKind]
    text, number, day, yes = fields
    values = {text: "green\ntea", number: "1 200,50", day: "2026-01-31", yes: "Yes"}
    person = new_person(workspace, replace(GRACE, own_values=values))
    assert read_draft(workspace, person).own_values == {
        text: "green\ntea",
        number: "1200.50",
        day: "2026-01-31",
        yes: "yes",
    }
    for field, bad in (
        (number, "many"),
        (number, "1e999"),
        (number, "NaN"),
        (day, "31.1."),
        (yes, "perhaps"),
    ):
        with pytest.raises(InvalidInput):
            edit_person(workspace, person, replace(GRACE, own_values={field: bad}))
    with pytest.raises(InvalidInput):
        add_own_field(workspace, "TEXT", OwnFieldKind.TEXT)
    rename_own_field(workspace, text, "Drink")
    remove_own_field(workspace, text)
    assert text not in read_draft(workspace, person).own_values
    workspace.undo()
    assert read_draft(workspace, person).own_values[text] == "green\ntea"
    assert person_page(workspace, person, TODAY).own_fields[0].name == "Drink"


def test_a_market_is_made_once_by_name(workspace: Workspace) -> None:
    new_person(workspace, GRACE)
    new_person(workspace, PersonDraft(given="Ann", markets=(InMarket("CHARITIES", MarketStanding.IN),)))
    assert [market.name for market in markets(workspace)] == ["Charities"]


def test_a_picture_is_kept_taken_away_and_brought_back(workspace: Workspace) -> None:
    person = new_person(workspace, GRACE)
    set_photo(workspace, person, b"a picture", "image/png")
    address = person_page(workspace, person, TODAY).photo
    assert photo(workspace, address) == b"a picture"
    assert photo(workspace, "0" * 64) is None
    remove_photo(workspace, person)
    assert person_page(workspace, person, TODAY).photo == ""
    workspace.undo()
    assert person_page(workspace, person, TODAY).photo == address
    with pytest.raises(InvalidInput):
        set_photo(workspace, person, b"", "image/png")


def imported(workspace: Workspace) -> int:
    """Somebody as a file may bring them: a name as a whole, an odd address, a number read for another country."""
    person = new_person(workspace, GRACE, region="GB")
    with workspace.change("Bring contacts"):
        workspace.sql("UPDATE person SET display_name = 'Grace A. (Bright Copy)', birthday = 'spring'")
        workspace.sql("UPDATE contact_point SET value = 'grace at home' WHERE kind = 'email'")
        workspace.sql("UPDATE person SET role = ?", ("r" * 400,))
    return person


def test_an_edit_leaves_alone_what_it_does_not_touch(workspace: Workspace) -> None:
    person = imported(workspace)
    change_fields(workspace, person, tags=("speaker",))
    edit_person(workspace, person, replace(read_draft(workspace, person), note="likes boats"))
    row = workspace.sql("SELECT display_name, birthday, length(role), note FROM person").fetchone()
    assert row == ("Grace A. (Bright Copy)", "spring", 400, "likes boats")
    assert workspace.history()[0].title == "Edit Grace A. (Bright Copy)"
    points = read_draft(workspace, person).points
    change_fields(workspace, person, points=(points[1], points[0]))
    normalised = dict(workspace.sql("SELECT kind, normalised FROM contact_point").fetchall())
    assert normalised["phone"] == "+447700900123"
    change_fields(workspace, person, family="Okoro")
    assert person_name(workspace, person).name == "Dr Grace Okoro"


def test_a_number_that_changes_is_compared_anew(workspace: Workspace) -> None:
    person = new_person(workspace, GRACE, region="GB")
    points = read_draft(workspace, person).points
    changed = (points[0], replace(points[1], value="07700 900999"), points[2])
    change_fields(workspace, person, points=changed, region="GB")
    row = workspace.sql("SELECT normalised FROM contact_point WHERE kind = 'phone'").fetchone()
    assert row == ("+447700900999",)


def test_where_we_met_is_named(workspace: Workspace) -> None:
    with workspace.change("Plan events"):
        for title, day in (("Founders’ evening", "2026-03-06"), ("Breakfast Club", "2026-03-13")):
            workspace.sql(
                "INSERT INTO event (title, starts_at, created_at) VALUES (?, ?, ?)",
                (title, f"{day}T18:00:00+00:00", f"{day}T18:00:00+00:00"),
            )
    found = events_named(workspace, "founders")
    assert [event.title for event in found] == ["Founders’ evening"]
    assert [event.title for event in events_named(workspace, "")] == ["Breakfast Club", "Founders’ evening"]
    person = new_person(workspace, replace(GRACE, met_event_id=found[0].id))
    met = person_page(workspace, person, TODAY).met_event
    assert met is not None
    assert (met.title, met.on) == ("Founders’ evening", date(2026, 3, 6))
