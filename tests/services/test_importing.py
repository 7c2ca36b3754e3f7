"""Bringing contacts in: who is new, who is here, what is added to them; one step of the history."""

from __future__ import annotations

from pathlib import Path

import pytest

from netdesk.background.jobs import Report
from netdesk.method.errors import Cancelled, InvalidInput
from netdesk.services import importing, workspaces
from netdesk.services.importing import Action, ImportPlan, ImportReport, Verdict
from netdesk.services.people import PersonDraft, read_draft
from netdesk.store.search_index import match_query
from netdesk.store.workspace import Workspace
from tests.support.contact_files import LINKEDIN, card, cards_file, linkedin_file

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus" / "vcard"


def planned(ws: Workspace, *files: Path) -> ImportPlan:
    return importing.plan(ws, files, Report())


def brought(
    ws: Workspace, *files: Path, tag: str = "", level: int | None = None, **chosen: Action
) -> ImportReport:
    found = planned(ws, *files)
    decisions = {int(number.removeprefix("row")): action for number, action in chosen.items()}
    return importing.bring(ws, found, decisions, tag=tag, level=level, report=Report())


def drafts(ws: Workspace) -> list[PersonDraft]:
    return [read_draft(ws, row[0]) for row in ws.sql("SELECT id FROM person ORDER BY id").fetchall()]


def found_by(ws: Workspace, typed: str) -> int:
    asked = "SELECT count(*) FROM person_search WHERE person_search MATCH ?"
    return int(ws.sql(asked, (match_query(typed),)).fetchone()[0])


def test_new_people_come_in_whole_and_one_undo_takes_them_back(workspace: Workspace, tmp_path: Path) -> None:
    file = cards_file(
        tmp_path,
        card(
            "Adeyemi;Grace;;;",
            "UID:u-1",
            "ORG:Bright Copy;Words",
            "TITLE:Owner",
            "EMAIL;TYPE=WORK,PREF:grace@bright.example",
            "TEL;TYPE=CELL:+44 7700 900 123",
            "ADR;TYPE=HOME:;;1 High St;Leeds;;LS1 1AA;UK",
            "BDAY:--05-17",
            "ANNIVERSARY:2001-06-02",
            "CATEGORIES:retail,speaker",
            "NOTE:Likes walking\\nand tea",
            "X-SHOE-SIZE:41",
        ),
        card("Brandt;Ellen;;;", "EMAIL:ellen@brandt.example"),
    )
    report = brought(workspace, file, tag="Fair 2026", level=2)
    assert (report.added, report.updated, report.already_there, report.is_whole) == (2, 0, 0, True)
    grace, ellen = drafts(workspace)
    assert (grace.name, grace.organisation, grace.department, grace.role) == (
        "Grace Adeyemi",
        "Bright Copy",
        "Words",
        "Owner",
    )
    assert [(point.kind.value, point.label, point.value, point.preferred) for point in grace.points] == [
        ("email", "work", "grace@bright.example", True),
        ("phone", "mobile", "+44 7700 900 123", False),
        ("address", "home", "1 High St\nLeeds LS1 1AA\nUK", False),
    ]
    assert (str(grace.birthday), str(grace.anniversary), grace.uid) == ("--05-17", "2001-06-02", "u-1")
    assert grace.tags == ("Fair 2026", "retail", "speaker")
    assert grace.note == "Likes walking\nand tea"
    assert (grace.level, ellen.level, ellen.tags) == (2, 2, ("Fair 2026",))
    assert workspace.sql("SELECT extra FROM person WHERE uid = 'u-1'").fetchone()[0] == '["X-SHOE-SIZE:41"]'
    assert workspace.sql("SELECT count(*) FROM level_move WHERE to_level = 2").fetchone() == (2,)
    assert [found_by(workspace, word) for word in ("ade", "brigh", "7700900123", "speaker", "walking")] == [
        1
    ] * 5
    assert [entry.title for entry in workspace.history()] == ["Bring 2 people from contacts.vcf"]
    workspace.undo()
    assert drafts(workspace) == []
    assert workspace.sql("SELECT count(*) FROM organisation").fetchone() == (0,)
    assert workspace.sql("SELECT count(*) FROM tag").fetchone() == (0,)
    assert workspaces.check(workspace).problems == ()


def test_the_name_shown_is_the_one_a_form_would_show(workspace: Workspace, tmp_path: Path) -> None:
    file = cards_file(
        tmp_path,
        card(";;;;", "ORG:Print Hub", "EMAIL:hello@printhub.example"),
        card(";;;;", "EMAIL:someone@home.example"),
        card(";;;;", "NICKNAME:Johny"),
        card("Weiss;Hannah;;Dr;MBA"),
        "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Marta van der Lindqvist\r\nEND:VCARD\r\n",
    )
    brought(workspace, file)
    rows = workspace.sql("SELECT id, display_name, sort_name FROM person ORDER BY id").fetchall()
    assert [row[1] for row in rows] == [
        "Print Hub",
        "someone@home.example",
        "Johny",
        "Dr Hannah Weiss MBA",
        "Marta van der Lindqvist",
    ]
    assert [row[1] for row in rows] == [read_draft(workspace, row[0]).name for row in rows]
    assert rows[-1][2] == "van der lindqvist marta"


def test_bringing_the_same_file_again_adds_nobody(workspace: Workspace, tmp_path: Path) -> None:
    people = [card(f"Novak{i};Peter;;;", f"EMAIL:peter{i}@novak.example") for i in range(3)]
    file = cards_file(tmp_path, *people, card("Shah;Priti;;;", "ORG:Shah Catering"), card("Walsh;Sue;;;"))
    brought(workspace, file)
    again = planned(workspace, file)
    assert [row.verdict for row in again.rows] == [Verdict.HERE] * 3 + [Verdict.TO_DECIDE] * 2
    assert [row.found for row in again.rows][2:] == [
        "same e-mail as Peter Novak2",
        "name and firm as Priti Shah",
        "same name as Sue Walsh",
    ]
    assert [row.default for row in again.rows] == [Action.NOTHING] * 3 + [Action.ASK] * 2
    report = brought(workspace, file)
    assert (report.added, report.already_there, report.left_out, report.operation) == (0, 3, 2, 0)
    assert len(drafts(workspace)) == 5
    assert len(workspace.history()) == 1


def test_somebody_here_gets_only_what_is_missing(workspace: Workspace, tmp_path: Path) -> None:
    first = cards_file(
        tmp_path, card("Carter;Sam;;;", "ORG:Carter VA", "EMAIL:sam@carter.example", "NOTE:met at the fair")
    )
    brought(workspace, first)
    second = cards_file(
        tmp_path,
        card(
            "Carter;Samuel;;;",
            "ORG:CARTER VA",
            "TITLE:Founder",
            "EMAIL:SAM@carter.example",
            "TEL:+44 7700 900 321",
            "NOTE:another note",
            "CATEGORIES:va",
        ),
        name="more.vcf",
    )
    (row,) = planned(workspace, second).rows
    assert (row.verdict, row.found) == (Verdict.HERE, "same e-mail as Sam Carter")
    assert row.label(row.default) == "Update 3 fields"
    assert row.brings == ("role", "phone +44 7700 900 321", "tag “va”")
    report = brought(workspace, second, tag="More")
    assert (report.added, report.updated) == (0, 1)
    (sam,) = drafts(workspace)
    assert (sam.given, sam.organisation, sam.role, sam.note) == (
        "Sam",
        "Carter VA",
        "Founder",
        "met at the fair",
    )
    assert [point.value for point in sam.points] == ["sam@carter.example", "+44 7700 900 321"]
    assert sam.tags == ("More", "va")
    assert found_by(workspace, "7700900321") == found_by(workspace, "found") == 1
    assert workspace.history()[0].title == "Update 1 person from more.vcf"
    workspace.undo()
    assert (drafts(workspace)[0].role, len(drafts(workspace)[0].points)) == ("", 1)


def test_linkedin_people_are_known_again_by_their_address(workspace: Workspace, tmp_path: Path) -> None:
    file = linkedin_file(tmp_path)
    report = brought(workspace, file, tag="LinkedIn 2026")
    assert report.added == 2
    assert [(remark.line, remark.why) for remark in report.unreadable] == [(7, "This row has no name.")]
    anna, jurgen = drafts(workspace)
    assert (anna.name, str(anna.met_on), anna.role) == ("Anna Kowalska", "2024-03-12", "Owner")
    assert jurgen.points[0].value == "https://www.linkedin.com/in/jürgen-groß"
    later = tmp_path / "later.csv"
    later.write_text(
        LINKEDIN.replace("https://www.linkedin.com/in/anna-k", "https://uk.linkedin.com/in/Anna-K/?trk=x"),
        encoding="utf-8",
    )
    again = planned(workspace, later)
    assert [row.found for row in again.rows[:2]] == [
        "same LinkedIn as Anna Kowalska",
        "same LinkedIn as Jürgen Groß",
    ]
    assert brought(workspace, later).added == 0


def test_a_phone_counts_only_with_the_name(workspace: Workspace, tmp_path: Path) -> None:
    brought(workspace, cards_file(tmp_path, card("Menon;Ravi;;;", "TEL:+44 7700 900 111")))
    second = cards_file(
        tmp_path,
        card("MENON;Ravi;;;", "ORG:Menon Accountancy", "TEL:07700 900111"),
        card("Menon;Asha;;;", "TEL:07700 900111"),
        name="more.vcf",
    )
    ravi, asha = planned(workspace, second).rows
    assert (ravi.verdict, ravi.found) == (Verdict.HERE, "name and phone as Ravi Menon")
    assert asha.verdict is Verdict.NEW


def test_an_address_shared_by_a_firm_makes_nobody_the_same(workspace: Workspace, tmp_path: Path) -> None:
    file = cards_file(
        tmp_path,
        card("Byrne;Aoife;;;", "EMAIL:info@byrne.example"),
        card("Okafor;Tom;;;", "EMAIL:info@byrne.example"),
        card("Byrne;Aoife;;;", "EMAIL:INFO@byrne.example", "TEL:+44 7700 900 222"),
    )
    aoife, tom, again = planned(workspace, file).rows
    assert aoife.verdict is Verdict.NEW
    assert (tom.verdict, tom.found) == (Verdict.TO_DECIDE, "Aoife Byrne has this e-mail above")
    assert (again.verdict, again.same_as, again.label(again.default)) == (Verdict.HERE, 0, "Put together")
    report = brought(workspace, file, row1=Action.ADD)
    assert (report.added, report.already_there) == (2, 1)
    assert [len(person.points) for person in drafts(workspace)] == [2, 1]


def test_a_second_card_of_somebody_left_out_comes_by_itself(workspace: Workspace, tmp_path: Path) -> None:
    file = cards_file(
        tmp_path,
        card("Haddad;Dina;;;", "EMAIL:dina@haddad.example"),
        card("Haddad;Dina;;;", "EMAIL:dina@haddad.example", "TEL:+44 7700 900 333"),
    )
    report = brought(workspace, file, row0=Action.LEAVE)
    assert (report.added, report.left_out) == (1, 1)
    assert len(drafts(workspace)[0].points) == 2


def test_choices_are_kept_to_what_makes_sense_for_a_row(workspace: Workspace, tmp_path: Path) -> None:
    file = cards_file(tmp_path, card("Jensen;Karl;;;", "UID:k"))
    found = planned(workspace, file)
    assert found.action(0, {0: Action.UPDATE}) is Action.ADD
    assert found.action(0, {0: Action.LEAVE}) is Action.LEAVE
    report = importing.bring(workspace, found, {0: Action.LEAVE}, report=Report())
    assert (report.added, report.left_out, report.operation) == (0, 1, 0)
    brought(workspace, file)
    assert brought(workspace, file, row0=Action.ADD).added == 1
    assert workspace.sql("SELECT count(DISTINCT uid) FROM person").fetchone() == (2,)


def test_a_list_of_people_is_left_out_and_said(workspace: Workspace, tmp_path: Path) -> None:
    file = cards_file(tmp_path, card("Ortega;Luis;;;"), card("Choir;;;;", "X-ADDRESSBOOKSERVER-KIND:group"))
    report = brought(workspace, file)
    assert report.added == 1
    assert [remark.why for remark in report.unreadable] == ["A list of people, not a person."]
    assert "contacts.vcf, line 5: A list of people" in report.as_text()


def test_somebody_in_the_bin_stays_there_unless_added_anew(workspace: Workspace, tmp_path: Path) -> None:
    file = cards_file(tmp_path, card("Petrova;Olga;;;", "UID:o"))
    brought(workspace, file)
    with workspace.change("Bin"):
        workspace.sql("UPDATE person SET binned_at = '2026-11-21T10:00:00+00:00'")
    (row,) = planned(workspace, file).rows
    assert (row.found, row.default) == ("the same card as Olga Petrova, in the bin", Action.LEAVE)
    assert brought(workspace, file).left_out == 1
    assert brought(workspace, file, row0=Action.ADD).added == 1


def test_somebody_gone_since_the_preview_is_added(workspace: Workspace, tmp_path: Path) -> None:
    file = cards_file(tmp_path, card("Rahman;Nadia;;;", "UID:n"))
    brought(workspace, file)
    more = cards_file(tmp_path, card("Rahman;Nadia;;;", "UID:n", "TEL:+44 7700 900 444"), name="more.vcf")
    found = planned(workspace, more)
    workspace.undo()
    report = importing.bring(workspace, found, {}, report=Report())
    assert (report.added, report.updated) == (1, 0)


def test_a_level_that_is_none_is_refused_before_anything_is_written(
    workspace: Workspace, tmp_path: Path
) -> None:
    file = cards_file(tmp_path, card("Weiss;Hannah;;;"))
    with pytest.raises(InvalidInput, match="no level 6"):
        brought(workspace, file, level=6)
    assert workspace.history() == ()


def test_cancelling_in_the_middle_leaves_nothing(workspace: Workspace, tmp_path: Path) -> None:
    people = [card(f"Novak{i};Peter;;;", f"EMAIL:peter{i}@novak.example", "ORG:Novak") for i in range(1_500)]
    found = planned(workspace, cards_file(tmp_path, *people))
    said: list[str] = []

    def stop_after_some(state: object) -> None:
        said.append(getattr(state, "text", ""))
        if len(said) == 3:
            report.cancel()

    report = Report(stop_after_some)
    with pytest.raises(Cancelled):
        importing.bring(workspace, found, {}, tag="x", report=report)
    assert said == ["Bringing 0 of 1,500…", "Bringing 300 of 1,500…", "Bringing 600 of 1,500…"]
    assert drafts(workspace) == []
    assert workspace.history() == ()
    assert found_by(workspace, "peter") == 0
    assert workspaces.check(workspace).problems == ()


def test_a_dropped_card_gets_through_while_a_long_import_runs(workspace: Workspace, tmp_path: Path) -> None:
    brought(workspace, cards_file(tmp_path, card("First;Anna;;;", "UID:a")))
    people = [card(f"Novak{i};Peter;;;") for i in range(1_000)]
    found = planned(workspace, cards_file(tmp_path, *people, name="many.vcf"))
    report = Report()
    seen: list[int] = []

    def drop_a_card() -> None:
        if not seen:
            with workspace.change("Move Anna First"):
                workspace.sql("UPDATE person SET level = 2 WHERE uid = 'a'")
        seen.append(int(workspace.sql("SELECT count(*) FROM person").fetchone()[0]))

    report.on_pause(drop_a_card)
    importing.bring(workspace, found, {}, report=report)
    assert seen == [301, 601, 901, 1001]
    titles = [entry.title for entry in workspace.history()]
    assert titles == [
        "Move Anna First",
        "Bring 1,000 people from many.vcf",
        "Bring 1 person from contacts.vcf",
    ]


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the collection of real cards is not beside this checkout")
def test_every_real_card_comes_in_and_can_be_edited(workspace: Workspace) -> None:
    from netdesk.services.people import edit_person

    files = sorted(CORPUS.glob("*.vcf"))
    found = planned(workspace, *files)
    assert [source.name for source in found.problems] == []
    report = importing.bring(
        workspace, found, {row.number: Action.ADD for row in found.rows}, report=Report()
    )
    assert report.added == sum(row.verdict is not Verdict.UNREADABLE for row in found.rows) >= 20
    photos = workspace.sql("SELECT count(*) FROM person WHERE photo IS NOT NULL").fetchone()[0]
    assert photos >= 7
    for (person,) in workspace.sql("SELECT id FROM person").fetchall():
        draft = read_draft(workspace, person)
        edit_person(workspace, person, draft)
        assert read_draft(workspace, person) == draft
    assert workspaces.check(workspace).problems == ()
