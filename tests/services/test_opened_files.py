"""What a file is that was dropped or double-clicked."""

from __future__ import annotations

from pathlib import Path

import pytest

from netdesk.services.opened_files import OpenedKind, by_kind, kind_of, unknown_words
from netdesk.store.workspace import Workspace


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("friends.vcf", b"BEGIN:VCARD\n", OpenedKind.CONTACTS),
        ("friends.bin", b"\xef\xbb\xbfbegin : vcard\n", OpenedKind.CONTACTS),
        ("mixer.ics", b"", OpenedKind.EVENTS),
        ("invite", b"BEGIN:VCALENDAR\r\n", OpenedKind.EVENTS),
        ("invite.txt", b"BEGIN:VCALENDAR\r\n", OpenedKind.EVENTS),
        ("Connections.CSV", b"First Name,Last Name\n", OpenedKind.CONTACTS),
        ("card.JPG", b"\xff\xd8\xff", OpenedKind.PICTURE),
        ("mine.netdesk", b"anything", OpenedKind.WORKSPACE),
        ("letter.pdf", b"%PDF-1.7", OpenedKind.UNKNOWN),
        ("other.db", b"SQLite format 3\0" + bytes(100), OpenedKind.UNKNOWN),
    ],
)
def test_kinds_are_told_from_the_content_before_the_name(
    tmp_path: Path, name: str, content: bytes, kind: OpenedKind
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert kind_of(path) is kind


def test_a_workspace_is_known_under_any_name(workspace: Workspace, tmp_path: Path) -> None:
    workspace.close()
    other = tmp_path / "My work"
    workspace.path.rename(other)
    assert kind_of(other) is OpenedKind.WORKSPACE


def test_a_file_that_is_gone_is_what_its_name_says_and_a_folder_is_nothing(tmp_path: Path) -> None:
    assert kind_of(tmp_path / "gone.ics") is OpenedKind.EVENTS
    assert kind_of(tmp_path) is OpenedKind.UNKNOWN


def test_files_are_sorted_by_kind_each_once(tmp_path: Path) -> None:
    names = ("a.ics", "b.vcf", "c.png", "d.ics", "a.ics", "e.zip")
    found = by_kind(tmp_path / name for name in names)
    assert {kind: [path.name for path in paths] for kind, paths in found.items()} == {
        OpenedKind.EVENTS: ["a.ics", "d.ics"],
        OpenedKind.CONTACTS: ["b.vcf"],
        OpenedKind.PICTURE: ["c.png"],
        OpenedKind.UNKNOWN: ["e.zip"],
    }


def test_unknown_files_are_named(tmp_path: Path) -> None:
    assert unknown_words([tmp_path / "letter.pdf"]).startswith("NetDesk cannot open “letter.pdf”.")
    assert "2 files (“a.zip” and others)" in unknown_words([tmp_path / "a.zip", tmp_path / "b.zip"])
