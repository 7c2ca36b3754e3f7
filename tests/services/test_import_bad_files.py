"""Files that are not what they claim, full disks, power cuts: a clear sentence, and nothing is lost."""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from netdesk.background.jobs import Report
from netdesk.services import importing, workspaces
from netdesk.services.importing import ImportPlan, Verdict
from netdesk.store.errors import WorkspaceError, WorkspaceFull
from netdesk.store.workspace import Workspace
from tests.support.contact_files import LINKEDIN, card, cards_file
from tests.support.workspaces import sample_people

faults = pytest.importorskip(
    "tests.support.faults", reason="needs limits on file sizes, which Windows has not"
)


def planned(ws: Workspace, *files: Path) -> ImportPlan:
    return importing.plan(ws, files, Report())


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("photo.vcf", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9, "This is a picture, not contacts."),
        ("letter.csv", b"%PDF-1.7\n" + b"\x00\xff" * 90, "This is a PDF document, not contacts."),
        ("empty.vcf", b"", "The file is empty."),
        ("blank.csv", b"\r\n\t \r\n", "The file is empty."),
        ("noise.vcf", bytes(range(256)) * 400, "This file is not text"),
        ("notes.vcf", b"Dear Grace,\nthank you.\n", "No card begins in this file"),
        ("prices.csv", b"a,b,c\n1,2,3\n", "This table's columns are not known."),
        ("meet.ics", b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", "This is a calendar, not contacts."),
        ("page.html", b"<!doctype html><p>hi", "This is a web page or XML file"),
        ("cards.zip", b"PK\x03\x04" + b"\0" * 90, "This is a packed file."),
    ],
)
def test_what_is_no_contacts_is_named_and_nothing_is_written(
    workspace: Workspace, tmp_path: Path, name: str, data: bytes, sentence: str
) -> None:
    (tmp_path / name).write_bytes(data)
    found = planned(workspace, tmp_path / name)
    (problem,) = found.problems
    assert problem.problem.startswith(sentence)
    assert found.rows == ()
    report = importing.bring(workspace, found, {}, report=Report())
    assert (report.added, report.operation, len(report.unreadable)) == (0, 0, 1)
    assert workspace.history() == ()


def test_a_folder_and_a_missing_file_are_said_in_words(workspace: Workspace, tmp_path: Path) -> None:
    found = planned(workspace, tmp_path, tmp_path / "gone.vcf")
    assert [one.problem for one in found.problems] == ["This is a folder.", "There is no such file any more."]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_said_in_words(workspace: Workspace, tmp_path: Path) -> None:
    file = cards_file(tmp_path, card("Shah;Priti;;;"))
    file.chmod(0)
    assert "Permission denied" in planned(workspace, file).problems[0].problem


def test_a_good_file_beside_a_bad_one_still_comes_in(workspace: Workspace, tmp_path: Path) -> None:
    (tmp_path / "bad.vcf").write_bytes(b"")
    good = cards_file(tmp_path, card("Shah;Priti;;;"))
    found = planned(workspace, tmp_path / "bad.vcf", good)
    report = importing.bring(workspace, found, {}, report=Report())
    assert report.added == 1
    assert report.as_text().splitlines()[-1] == "bad.vcf: The file is empty."
    assert workspace.history()[0].title == "Bring 1 person from 2 files"


@pytest.mark.parametrize("encoding", ["utf-16", "cp1252", "utf-8-sig"])
def test_other_encodings_come_in_right(workspace: Workspace, tmp_path: Path, encoding: str) -> None:
    (tmp_path / "old.vcf").write_bytes(card("Groß;Jürgen;;;").encode(encoding))
    (tmp_path / "old.csv").write_bytes(LINKEDIN.encode(encoding))
    found = planned(workspace, tmp_path / "old.vcf", tmp_path / "old.csv")
    assert [row.name for row in found.rows][:3] == ["Jürgen Groß", "Anna Kowalska", "Jürgen Groß"]


def test_a_card_that_is_cut_off_comes_with_what_there_is(workspace: Workspace, tmp_path: Path) -> None:
    whole = card("Shah;Priti;;;", "EMAIL:priti@shah.example") + card(
        "Walsh;Sue;;;", "PHOTO;ENCODING=b:iVBORw0KGgo"
    )
    file = tmp_path / "cut.vcf"
    file.write_text(whole[: whole.index("PHOTO") + 24], encoding="utf-8")
    found = planned(workspace, file)
    report = importing.bring(workspace, found, {}, report=Report())
    assert report.added == 2
    assert [row.name for row in found.rows] == ["Priti Shah", "Sue Walsh"]


def test_one_bad_property_or_card_loses_no_other(workspace: Workspace, tmp_path: Path) -> None:
    file = cards_file(
        tmp_path,
        card("Shah;Priti;;;", "BDAY:soon", "PHOTO;ENCODING=b;TYPE=JPEG:!!!", "garbage without a colon"),
        card(";;;;"),
        card("Walsh;Sue;;;"),
    )
    found = planned(workspace, file)
    report = importing.bring(workspace, found, {}, report=Report())
    assert report.added == 2
    assert [(one.line, one.why) for one in report.unreadable] == [(8, "This card holds nothing.")]
    assert {remark.line for remark in report.warnings} == {4, 5, 6}


NASTY = {
    "NULs": "Pri\0ti",
    "HTML": "<img src=file:///etc/passwd><h1>Priti</h1>",
    "right to left": "\u202eשלום\u202c مرحبا",
    "emoji": "👩‍🚀🏽 Priti 🇬🇧",
    "an endless word": "x" * 1_000_000,
    "control characters": "a\x01\x1b[31mb",
}


@pytest.mark.parametrize("text", NASTY.values(), ids=NASTY)
def test_any_text_in_any_field_is_kept_as_plain_text_of_a_sensible_length(
    workspace: Workspace, tmp_path: Path, text: str
) -> None:
    file = cards_file(
        tmp_path,
        card(
            f"{text};{text};;;",
            f"ORG:{text};{text}",
            f"TITLE:{text}",
            f"NICKNAME:{text}",
            f"NOTE:{text}",
            f"CATEGORIES:{text}",
            f"TEL:{text}",
            f"EMAIL:{text}",
            f"URL:{text}",
            f"ADR:;;{text};{text};;;",
            f"X-OWN:{text}",
            f"item1.TEL:{text}1",
            f"item1.X-ABLabel:{text}",
        ),
        card("Walsh;Sue;;;"),
    )
    found = planned(workspace, file)
    report = importing.bring(workspace, found, {}, tag="x", report=Report())
    assert report.added == 2
    columns = workspace.sql("SELECT * FROM person ORDER BY id").fetchone()
    kept = [value for value in columns if isinstance(value, str)]
    kept += [row[0] for row in workspace.sql("SELECT value FROM contact_point").fetchall()]
    assert max(map(len, kept)) <= 250_000
    assert not any("\0" in value or "\x1b" in value for value in kept)
    assert workspaces.check(workspace).problems == ()


def test_a_line_of_a_million_characters_in_a_table_is_cut_and_said(
    workspace: Workspace, tmp_path: Path
) -> None:
    file = tmp_path / "Connections.csv"
    file.write_text(LINKEDIN.replace("Owner", "O" * 1_000_000), encoding="utf-8")
    report = importing.bring(workspace, planned(workspace, file), {}, report=Report())
    assert report.added == 2
    assert [(one.line, one.why) for one in report.warnings] == [
        (5, "The role has 1,000,000 letters; the first 200 were kept.")
    ]


LARGE = textwrap.dedent(
    """
    import resource, sys
    from pathlib import Path
    from netdesk.background.jobs import Report
    from netdesk.services import importing
    from netdesk.store.workspace import Workspace
    workspace = Workspace(Path(sys.argv[1]))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    found = importing.plan(workspace, [Path(sys.argv[2])], Report())
    report = importing.bring(workspace, found, {}, report=Report())
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    print(report.added, used // 1024)
    workspace.close()
    """
)


def test_a_file_of_60_mb_needs_little_more_memory_than_itself(tmp_path: Path) -> None:
    file = tmp_path / "huge.vcf"
    long = "\r\n ".join("iVBORw0KGgo" + "A" * 60 for _ in range(850))
    with file.open("w", encoding="ascii", newline="") as out:
        for number in range(1_000):
            photo = f"PHOTO;ENCODING=b;TYPE=PNG:iVBORw0KGgoAAAAN{number:08}{long}"
            out.write(card(f"Novak{number};Peter;;;", photo))
    assert file.stat().st_size > 60_000_000
    done = subprocess.run(
        [sys.executable, "-c", LARGE, str(tmp_path / "n.netdesk"), str(file)],
        capture_output=True,
        text=True,
        check=True,
    )
    added, megabytes = map(int, done.stdout.split())
    assert added == 1_000
    assert megabytes < 250


# Disks and power --------------------------------------------------------------------------------


def people_file(folder: Path, count: int = 900) -> Path:
    people = [
        card(f"Novak{number};Peter;;;", f"EMAIL:p{number}@novak.example", f"NOTE:{'word ' * 60}")
        for number in range(count)
    ]
    return cards_file(folder, *people)


@pytest.mark.parametrize("more_pages", [1, 3, 8, 40, 120])
def test_a_full_disk_takes_the_whole_import_back(
    workspace: Workspace, tmp_path: Path, more_pages: int
) -> None:
    sample_people(workspace, 3)
    found = planned(workspace, people_file(tmp_path))
    pages = workspace.sql("PRAGMA page_count").fetchone()[0]
    workspace.sql(f"PRAGMA max_page_count = {pages + more_pages}")
    with pytest.raises(WorkspaceFull, match="Free some room"):
        importing.bring(workspace, found, {}, tag="x", report=Report())
    workspace.sql("PRAGMA max_page_count = 1073741823")
    assert workspace.sql("SELECT count(*) FROM person").fetchone() == (3,)
    assert [entry.title for entry in workspace.history()] == ["Add 3 people"]
    assert workspaces.check(workspace).problems == ()
    assert importing.bring(workspace, found, {}, report=Report()).added == 900


@pytest.mark.parametrize("pages", [0, 1, 2, 5, 12, 30, 90, 200, 400])
def test_the_kth_write_failing_loses_nothing(workspace: Workspace, tmp_path: Path, pages: int) -> None:
    sample_people(workspace, 3)
    found = planned(workspace, people_file(tmp_path))
    log = workspace.path.with_name(workspace.path.name + "-wal")
    with faults.disk_failing_after(log, pages):
        try:
            importing.bring(workspace, found, {}, report=Report())
            failed = False
        except WorkspaceError:
            failed = True
    again = workspace
    people = again.sql("SELECT count(*) FROM person").fetchone()[0]
    assert workspaces.check(again).problems == ()
    assert again.sql("SELECT operation_id, recording, indexing FROM write_state").fetchone() == (None, 1, 1)
    # What a failing disk did not let take back is still one step that can be undone.
    while again.sql("SELECT count(*) FROM person").fetchone()[0] > 3:
        assert again.undo() is not None
    assert again.sql("SELECT count(*) FROM person").fetchone() == (3,)
    assert failed or people == 903


KILLED = textwrap.dedent(
    """
    import sys
    from pathlib import Path
    from netdesk.background.jobs import Report
    from netdesk.services import importing
    from netdesk.store.workspace import Workspace
    path = Path(sys.argv[1])
    workspace = Workspace(path)
    found = importing.plan(workspace, [path.with_name("contacts.vcf")], Report())
    said = lambda state: print(state.done, flush=True)
    importing.bring(workspace, found, {}, tag="x", report=Report(said))
    """
)


@pytest.mark.parametrize("lines", [1, 2, 5])
def test_an_import_killed_in_the_middle_leaves_a_sound_file_that_can_be_undone(
    tmp_path: Path, lines: int
) -> None:
    path = tmp_path / "network.netdesk"
    people_file(tmp_path, 6_000)
    Workspace(path).close()
    faults.run_and_kill(KILLED, path, lines)
    again = Workspace(path)
    people = again.sql("SELECT count(*) FROM person").fetchone()[0]
    assert people >= 300 * (lines - 1)
    assert workspaces.check(again).problems == ()
    found = importing.plan(again, [tmp_path / "contacts.vcf"], Report())
    assert found.counts()[Verdict.HERE] == people
    while again.sql("SELECT count(*) FROM person").fetchone()[0]:
        assert again.undo() is not None
    again.close()
