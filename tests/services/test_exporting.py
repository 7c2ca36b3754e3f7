"""Taking contacts out and in again: the same people, points, tags, photos and unknown properties."""

from __future__ import annotations

import base64
import csv
import io
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from netdesk.background.jobs import Progress, Report
from netdesk.method.errors import Cancelled, InvalidInput
from netdesk.services import exporting, importing
from netdesk.services.exporting import ExportFailed
from netdesk.services.importing import Action
from netdesk.services.people_cards import people_as_cards
from netdesk.services.selection import Selection
from netdesk.store.workspace import Workspace
from tests.support.contact_files import card, cards_file
from tests.support.kept_files import new_workspace
from tests.support.workspaces import sample_people

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus" / "vcard"
TODAY = date(2026, 11, 22)
PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


@pytest.fixture
def elsewhere(tmp_path: Path) -> Iterator[Workspace]:
    opened = new_workspace(tmp_path / "elsewhere.netdesk")
    yield opened
    opened.close()


def bring(ws: Workspace, *files: Path) -> None:
    found = importing.plan(ws, files, Report())
    importing.bring(ws, found, {row.number: Action.ADD for row in found.rows}, report=Report())


def everybody(ws: Workspace) -> list[object]:
    ids = [row[0] for row in ws.sql("SELECT id FROM person WHERE binned_at IS NULL ORDER BY uid").fetchall()]
    cards = people_as_cards(ws, ids)
    photos = dict(ws.sql("SELECT id, photo FROM person").fetchall())
    return [(cards[one], photos[one]) for one in ids]


def rich_file(folder: Path) -> Path:
    photo = base64.b64encode(PIXEL).decode()
    return cards_file(
        folder,
        card(
            "Adeyemi;Grace;Ann;Dr;MBA",
            "UID:u-1",
            "NICKNAME:Gracie",
            "ORG:Bright Copy;Words",
            "TITLE:Owner; founder",
            "EMAIL;TYPE=WORK,PREF:grace@bright.example",
            "item1.TEL:+44 7700 900 123",
            "item1.X-ABLabel:Workshop",
            "ADR;TYPE=HOME:;Flat 2;1 High St;Leeds;;LS1 1AA;UK",
            "URL:https://bright.example/a?b=c",
            "X-SOCIALPROFILE;TYPE=linkedin:https://www.linkedin.com/in/grace",
            "BDAY:--05-17",
            "X-ABDATE;X-ABLabel=x:2001-06-02",
            "CATEGORIES:retail,speaker\\, paid",
            "NOTE:Likes <b>walking</b>\\nשלום 👋 and tea",
            "X-SHOE-SIZE:41",
            "X-ABRELATEDNAMES;TYPE=spouse:Ben Adeyemi",
            f"PHOTO;ENCODING=b;TYPE=PNG:{photo}",
        ),
        card("Walsh;Sue;;;", "UID:u-2", "X-NETDESK-CONNECTED-ON:2024-03-12"),
        card(";;;;", "UID:u-3", "ORG:Print Hub", "X-ABShowAs:COMPANY"),
        card(";;;;", "UID:u-4", "NICKNAME:Johny"),
        card(";;;;", "UID:u-5", "TEL:+44 7700 900 555"),
    )


@pytest.mark.parametrize("version", ["3.0", "4.0"])
def test_what_goes_out_as_vcards_comes_back_the_same(
    workspace: Workspace, elsewhere: Workspace, tmp_path: Path, version: str
) -> None:
    bring(workspace, rich_file(tmp_path))
    out = tmp_path / "out.vcf"
    wanted = "4.0" if version == "4.0" else "3.0"
    assert exporting.export(workspace, out, None, Report(), today=TODAY, version=wanted) == 5
    bring(elsewhere, out)
    assert everybody(elsewhere) == everybody(workspace)
    assert elsewhere.sql("SELECT data FROM photo").fetchall() == [(PIXEL,)]
    extra = elsewhere.sql("SELECT extra FROM person WHERE uid = 'u-1'").fetchone()[0]
    assert "X-SHOE-SIZE:41" in extra
    assert "Ben Adeyemi" in extra


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the collection of real cards is not beside this checkout")
def test_real_cards_go_out_and_come_back_the_same(
    workspace: Workspace, elsewhere: Workspace, tmp_path: Path
) -> None:
    bring(workspace, *sorted(CORPUS.glob("*.vcf")))
    out = tmp_path / "out.vcf"
    exporting.export(workspace, out, None, Report(), today=TODAY)
    bring(elsewhere, out)
    assert len(everybody(workspace)) >= 20
    for here, there in zip(everybody(workspace), everybody(elsewhere), strict=True):
        assert here == there


def test_a_table_holds_what_only_netdesk_knows_too(workspace: Workspace, tmp_path: Path) -> None:
    bring(workspace, rich_file(tmp_path))
    with workspace.change("Edit"):
        workspace.sql("UPDATE person SET level = 3, ideal_client = '=SUM(A1)' WHERE uid = 'u-1'")
    out = tmp_path / "out.csv"
    exporting.export(workspace, out, None, Report(), today=TODAY)
    rows = list(csv.DictReader(io.StringIO(out.read_bytes().decode("utf-8-sig"))))
    grace = next(row for row in rows if row["UID"] == "u-1")
    assert (grace["Level"], grace["Ideal client"], grace["E-mail 1"]) == (
        "3",
        "'=SUM(A1)",
        "grace@bright.example",
    )


def test_json_names_its_form_and_its_people(workspace: Workspace, tmp_path: Path) -> None:
    bring(workspace, rich_file(tmp_path))
    out = tmp_path / "out.json"
    exporting.export(workspace, out, None, Report(), today=TODAY)
    said = json.loads(out.read_text(encoding="utf-8"))
    assert (said["format"], len(said["contacts"])) == ("netdesk-contacts", 5)


def test_only_those_selected_go_out_and_nobody_from_the_bin(workspace: Workspace, tmp_path: Path) -> None:
    ids = sample_people(workspace, 5)
    with workspace.change("Bin"):
        workspace.sql("UPDATE person SET binned_at = '2026-11-01' WHERE id = ?", (ids[0],))
    out = tmp_path / "out.vcf"
    assert exporting.export(workspace, out, Selection.of(ids[1:3]), Report(), today=TODAY) == 2
    assert out.read_text(encoding="utf-8").count("BEGIN:VCARD") == 2
    assert exporting.export(workspace, out, None, Report(), today=TODAY) == 4


def test_a_cancelled_export_leaves_the_old_file_and_no_half_one(workspace: Workspace, tmp_path: Path) -> None:
    sample_people(workspace, 900)
    folder = tmp_path / "out"
    folder.mkdir()
    out = folder / "out.vcf"
    out.write_text("old", encoding="utf-8")
    report = Report(
        lambda state: report.cancel() if isinstance(state, Progress) and state.done >= 500 else None
    )
    with pytest.raises(Cancelled):
        exporting.export(workspace, out, None, report, today=TODAY)
    assert [path.name for path in folder.iterdir()] == ["out.vcf"]
    assert out.read_text(encoding="utf-8") == "old"


def test_another_ending_or_a_missing_folder_is_said_in_words(workspace: Workspace, tmp_path: Path) -> None:
    with pytest.raises(InvalidInput, match=r"does not write “\.pdf” files"):
        exporting.export(workspace, tmp_path / "out.pdf", None, Report(), today=TODAY)
    with pytest.raises(ExportFailed, match=r"out\.vcf could not be written: No such file"):
        exporting.export(workspace, tmp_path / "missing" / "out.vcf", None, Report(), today=TODAY)
