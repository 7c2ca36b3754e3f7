"""What desktops read of NetDesk on Linux: valid by their own checkers, and true of the program and its files."""

import configparser
import gzip
import os
import struct
import subprocess
from pathlib import Path
from xml.etree import ElementTree

import pytest

import netdesk
from tests.support.installer_code import installer_code
from tests.support.kept_files import new_workspace
from tests.support.linux_bundles import MOMENT, needs

desktop = installer_code("linux.desktop_files")
PackagingError = installer_code("bundle").PackagingError
MIME = "{http://www.freedesktop.org/standards/shared-mime-info}"


@pytest.fixture
def share(tmp_path: Path) -> Path:
    """A folder with everything laid out."""
    folder = tmp_path / "share"
    desktop.lay_out(folder, netdesk.__version__, MOMENT)
    return folder


def entry_of(share: Path) -> configparser.SectionProxy:
    reader = configparser.RawConfigParser()
    reader.optionxform = str  # type: ignore[assignment, method-assign]
    reader.read(share / "applications" / "netdesk.desktop", encoding="utf-8")
    return reader["Desktop Entry"]


def test_everything_that_is_written_is_named(tmp_path: Path) -> None:
    written = desktop.lay_out(tmp_path, "0.1.0", MOMENT)
    assert sorted(written) == sorted(path for path in tmp_path.rglob("*") if path.is_file())


def test_the_entry_opens_what_netdesk_opens(share: Path) -> None:
    entry = entry_of(share)
    assert entry["Exec"] == "netdesk %F"
    assert entry["Icon"] == "netdesk"
    assert set(filter(None, entry["MimeType"].split(";"))) == {
        "application/x-netdesk-workspace",
        "text/vcard",
        "text/x-vcard",
        "text/directory",
        "text/calendar",
    }


@needs("desktop-file-validate")
def test_the_entry_is_valid(share: Path) -> None:
    told = subprocess.run(
        ["desktop-file-validate", str(share / "applications" / "netdesk.desktop")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (told.returncode, told.stdout) == (0, "")


@needs("appstreamcli")
def test_the_words_for_software_centres_are_valid(share: Path) -> None:
    about = share / "metainfo" / "org.netdesk.NetDesk.metainfo.xml"
    told = subprocess.run(
        ["appstreamcli", "validate", "--no-net", "--strict", str(about)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.returncode == 0, told.stdout


def test_software_centres_are_told_this_release(share: Path) -> None:
    about = ElementTree.parse(share / "metainfo" / "org.netdesk.NetDesk.metainfo.xml").getroot()
    release = about.find("releases/release")
    assert release is not None
    assert release.attrib == {"version": netdesk.__version__, "date": "2026-11-22"}
    assert about.findtext("launchable") == "netdesk.desktop"
    kinds = {kind.text for kind in about.iter("mediatype")}
    assert kinds <= set(entry_of(share)["MimeType"].split(";"))


def test_every_icon_is_as_large_as_its_folder_says(share: Path) -> None:
    pictures = sorted((share / "icons" / "hicolor").rglob("*.png"))
    assert len(pictures) == len(desktop.ICON_SIZES)
    for picture in pictures:
        width, height = struct.unpack(">II", picture.read_bytes()[16:24])
        assert picture.parts[-3] == f"{width}x{height}"


def test_the_program_and_its_files_have_icons_that_scale(share: Path) -> None:
    kind = ElementTree.parse(share / "mime" / "packages" / "netdesk.xml").getroot().find(f"{MIME}mime-type")
    assert kind is not None
    named = kind.attrib["type"].replace("/", "-")
    for name in ("apps/netdesk", f"mimetypes/{named}"):
        picture = ElementTree.parse(share / "icons" / "hicolor" / "scalable" / f"{name}.svg").getroot()
        assert picture.tag == "{http://www.w3.org/2000/svg}svg"
        assert picture.attrib["viewBox"] == "0 0 256 256"


def test_a_missing_icon_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desktop, "ICON_SIZES", (17,))
    with pytest.raises(PackagingError, match=r"resources/icons/netdesk-17\.png is missing"):
        desktop.lay_out(tmp_path, "0.1.0", MOMENT)


def test_a_real_workspace_bears_the_marks_of_the_file_type(share: Path, tmp_path: Path) -> None:
    file = tmp_path / "network.netdesk"
    new_workspace(file, tmp_path / "backups").close()
    begin = file.read_bytes()[:100]
    kind = ElementTree.parse(share / "mime" / "packages" / "netdesk.xml").getroot().find(f"{MIME}mime-type")
    assert kind is not None
    assert kind.get("type") == "application/x-netdesk-workspace"
    matches = list(kind.iter(f"{MIME}match"))
    assert len(matches) == 2
    for match in matches:
        mark = match.attrib["value"].replace("\\0", "\0").encode()
        place = int(match.attrib["offset"])
        assert begin[place : place + len(mark)] == mark
    assert [glob.get("pattern") for glob in kind.iter(f"{MIME}glob")] == ["*.netdesk"]


@needs("update-mime-database", "gio")
def test_desktops_know_a_workspace_by_its_name_and_by_what_is_in_it(share: Path, tmp_path: Path) -> None:
    subprocess.run(["update-mime-database", str(share / "mime")], check=True, capture_output=True)
    named, unnamed, empty = tmp_path / "network.netdesk", tmp_path / "network", tmp_path / "new.netdesk"
    new_workspace(named, tmp_path / "backups").close()
    unnamed.write_bytes(named.read_bytes())
    empty.touch()
    around = {**os.environ, "XDG_DATA_HOME": str(share), "GIO_USE_VFS": "local"}
    told = subprocess.run(
        ["gio", "info", "-a", "standard::content-type", str(named), str(unnamed), str(empty)],
        env=around,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    kinds = [line.split(": ")[1] for line in told.splitlines() if "content-type:" in line]
    assert kinds[:2] == ["application/x-netdesk-workspace"] * 2


def test_what_is_packed_has_no_time_in_it() -> None:
    packed = desktop.packed("Zoë\n")
    assert gzip.decompress(packed).decode() == "Zoë\n"
    assert packed[4:8] == bytes(4)
