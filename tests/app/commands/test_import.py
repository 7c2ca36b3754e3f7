"""`netdesk import`: what came in, what did not and why, and the way back."""

from pathlib import Path

from tests.support.calendar_files import BREAKFAST, BROKEN, MIXER, OLD, calendar_file
from tests.support.commands import CommandLine

CARDS = """BEGIN:VCARD
VERSION:3.0
N:Byrne;Aoife;;;
FN:Aoife Byrne
EMAIL;TYPE=WORK:aoife@byrnehr.example
TEL;TYPE=CELL:+44 7700 900301
END:VCARD
BEGIN:VCARD
VERSION:3.0
N:Laurent;Zoë;;;
FN:Zoë Laurent
EMAIL:zoe@laurent.example
END:VCARD
"""


def cards(folder: Path, text: str = CARDS) -> Path:
    path = folder / "friends.vcf"
    path.write_text(text, encoding="utf-8")
    return path


def test_import_makes_the_workspace_and_tags_everybody(netdesk: CommandLine, tmp_path: Path) -> None:
    answer = netdesk("import", cards(tmp_path), "--tag", "school", "--level", "2", "--json")
    assert answer.code == 0, answer.err
    assert {name: answer.json[name] for name in ("added", "updated", "already_there", "unreadable")} == {
        "added": 2,
        "updated": 0,
        "already_there": 0,
        "unreadable": [],
    }
    assert answer.json["files"] == [{"name": "friends.vcf", "kind": "vCard", "problem": "", "remedy": ""}]
    shown = netdesk("show", "Aoife", "--json").json
    assert (shown["tags"], shown["level"]) == (["school"], 2)
    assert "2 people added" in answer.err


def test_importing_again_adds_nobody_and_one_undo_takes_it_back(netdesk: CommandLine, tmp_path: Path) -> None:
    path = cards(tmp_path)
    netdesk("import", path)
    again = netdesk("import", path, "--json")
    assert (again.code, again.json["added"], again.json["already_there"]) == (0, 0, 2)
    assert netdesk("undo").code == 0
    assert netdesk("list", "people", "--json").json["count"] == 0


def test_what_cannot_be_read_is_said_and_the_rest_comes_in(netdesk: CommandLine, tmp_path: Path) -> None:
    answer = netdesk("import", cards(tmp_path), tmp_path / "not-there.vcf")
    assert answer.code == 1
    assert "2 people added" in answer.err
    assert "not-there.vcf: There is no such file" in answer.err
    assert netdesk("list", "people", "--json").json["count"] == 2


def test_nothing_to_read_is_wrong_use(netdesk: CommandLine, tmp_path: Path) -> None:
    photo = tmp_path / "photo.png"
    photo.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    answer = netdesk("import", photo)
    assert answer.code == 2
    assert "photo.png" in answer.err


def test_import_while_the_workspace_is_open_elsewhere(netdesk: CommandLine, tmp_path: Path) -> None:
    netdesk.sample()
    answer = netdesk.process("import", cards(tmp_path), "--json")
    figures = answer.json
    assert (figures["added"], figures["updated"], figures["to_decide"]) == (1, 1, [])
    assert answer.code == 0


def test_events_of_a_calendar_come_in_beside_contacts(netdesk: CommandLine, tmp_path: Path) -> None:
    calendar = calendar_file(tmp_path / "all.ics", MIXER, BREAKFAST, OLD)
    answer = netdesk("import", cards(tmp_path), calendar, "--json")
    assert answer.code == 0, answer.err
    assert answer.json["added"] == 2
    assert len(answer.json["events"]["added"]) == 2
    assert answer.json["events"]["left_out"] == 1
    assert "2 events added, 0 already there, 1 left out" in answer.err
    again = netdesk("import", calendar, "--json")
    assert (again.code, again.json["events"]["added"], again.json["events"]["already_there"]) == (0, [], 2)
    assert netdesk("undo").code == 0
    assert netdesk("list", "events", "--json").json["count"] == 0
    assert netdesk("list", "people", "--json").json["count"] == 2


def test_a_broken_calendar_is_said(netdesk: CommandLine, tmp_path: Path) -> None:
    part = netdesk("import", calendar_file(tmp_path / "part.ics", MIXER, BROKEN))
    assert part.code == 1
    assert "part.ics, line 15: “some day” is not a date I can read." in part.err
    none = tmp_path / "none.ics"
    none.write_text("Dear aunt,", encoding="utf-8")
    answer = netdesk("import", none)
    assert answer.code == 2
    assert "This is no calendar file." in answer.err
