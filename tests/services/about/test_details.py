"""The details for a report: versions, system, counts, the log's end; nothing a person wrote."""

from __future__ import annotations

import platform as platform_module
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from netdesk import __version__
from netdesk.services.about.computer import desktop_words, language_words, system_words
from netdesk.services.about.details import LOG_LINES, WindowFacts, details, log_tail, without_home
from netdesk.services.about.installed import installed
from netdesk.services.about.parts import Part
from netdesk.store.workspace import Workspace
from tests.support.kept_files import new_workspace
from tests.support.workspaces import sample_people

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
PARTS = (Part("Python", "3.11.7", "PSF", "", ()), Part("zlib", "", "zlib", "", ()))
WINDOW = WindowFacts("6.11.3", (("Screens", "1920 × 1080 at 100 %"),))


@pytest.fixture
def private(home: Path) -> Iterator[Workspace]:
    folder = home / "Clients of Grace"
    folder.mkdir()
    opened = new_workspace(folder / "Secret network.netdesk", home / "copies")
    yield opened
    opened.close()


def test_it_tells_versions_system_screens_and_counts(private: Workspace, home: Path) -> None:
    sample_people(private, 7)
    text = details(private, PARTS, WINDOW, None, NOW, home)
    lines = text.splitlines()
    assert lines[0] == f"NetDesk {__version__}, 2026-11-22 09:30"
    assert "Screens:    1920 × 1080 at 100 %" in lines
    assert "Parts:      Python 3.11.7" in lines
    counted = next(line for line in lines if line.startswith("Counts:"))
    assert "7 people, 0 events" in counted
    assert "in the home folder, schema " in text
    assert system_words() in text


def test_it_tells_nothing_a_person_wrote(private: Workspace, home: Path) -> None:
    sample_people(private, 40)
    text = details(private, PARTS, WINDOW, None, NOW, home)
    for words in ("Secret", "Clients", "Grace", "Adeyemi", str(home), "Novák"):
        assert words not in text


def test_the_end_of_the_log_comes_with_it_and_its_folders_are_written_short(
    private: Workspace, home: Path
) -> None:
    log = home / "netdesk.log"
    lines = [f"line {number} in {home}/lib/netdesk.py" for number in range(100)]
    log.write_text("\n".join(lines), encoding="utf-8")
    text = details(private, PARTS, WINDOW, log, NOW, home)
    told = text.split("The last lines of the log:\n")[1].splitlines()
    assert told == [f"line {number} in ~/lib/netdesk.py" for number in range(100 - LOG_LINES, 100)]


def test_a_long_or_missing_log_does_no_harm(tmp_path: Path) -> None:
    log = tmp_path / "netdesk.log"
    assert log_tail(log, tmp_path) == ""
    log.write_bytes(b"\xff" * 300_000 + b"\nthe end")
    assert log_tail(log, Path("nowhere")).endswith("the end")
    assert len(log_tail(log, Path("nowhere"))) < 70_000


def test_the_home_folder_is_written_short_however_it_is_spelled() -> None:
    home = Path("/somewhere/Zoë Ünal")
    assert (
        without_home("in /somewhere/Zoë Ünal/lib and /somewhere/Zoë Ünal", home, "linux") == "in ~/lib and ~"
    )
    assert without_home("/somewhere/Zoë Ünal2/x", home, "linux") == "/somewhere/Zoë Ünal2/x"
    assert without_home("at SOMEWHERE\\zoë ünal\\x", Path("somewhere\\Zoë Ünal"), "win32") == "at ~\\x"
    assert without_home("at 'somewhere\\\\Zoë\\\\x'", Path("somewhere\\Zoë"), "win32") == "at '~\\\\x'"
    assert without_home("a / b", Path("/"), "linux") == "a / b"


def test_the_words_of_the_desktop_are_one_short_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CURRENT_DESKTOP", "GNOME\nand a letter " + "x" * 200)
    monkeypatch.setenv("XDG_SESSION_TYPE", "wayland")
    words = desktop_words()
    assert words.startswith("GNOME and a letter xxx")
    assert words.endswith(", wayland")
    assert len(words) < 80
    assert "file names in utf-8" in language_words()


@pytest.mark.parametrize(
    ("platform", "begins"), [("darwin", "macOS "), ("win32", "Windows "), ("linux", platform_module.system())]
)
def test_every_system_is_named(monkeypatch: pytest.MonkeyPatch, platform: str, begins: str) -> None:
    def no_name() -> dict[str, str]:
        raise FileNotFoundError

    monkeypatch.setattr("platform.freedesktop_os_release", no_name)
    monkeypatch.setattr(sys, "platform", platform)
    assert system_words().startswith(begins)


def test_a_checkout_says_that_it_is_one() -> None:
    here = installed()
    assert here.words == "from source, in a checkout"
    assert not here.frozen
    assert (here.folder / "pyproject.toml").is_file()


@pytest.mark.parametrize(
    ("platform", "beside", "words"),
    [
        ("linux", "", "in a folder of its own"),
        ("linux", "share-folder", "from the tar.gz"),
        ("linux", "../install.sh", "unpacked from the tar.gz, not installed"),
        ("win32", "Uninstall.exe", "by the Windows installer"),
        ("win32", "", "unpacked from the portable ZIP"),
        ("darwin", "", "as a macOS application"),
    ],
)
def test_a_frozen_program_tells_how_it_came_here(
    tmp_path: Path, platform: str, beside: str, words: str
) -> None:
    program = tmp_path / "netdesk" / "netdesk"
    program.parent.mkdir()
    program.touch()
    if beside:
        (program.parent / beside).touch()
    here = installed(program, frozen=True, platform=platform)
    assert (here.words, here.folder, here.frozen) == (words, program.parent, True)


def test_a_mac_application_is_told_as_a_whole(tmp_path: Path) -> None:
    program = tmp_path / "NetDesk.app" / "Contents" / "MacOS" / "netdesk-desktop"
    here = installed(program, frozen=True, platform="darwin")
    assert (here.words, here.folder) == ("as a macOS application", tmp_path / "NetDesk.app")


def test_a_debian_package_is_told_by_its_list(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = Path("/usr/lib/netdesk/netdesk")
    assert (
        installed(program, frozen=True, platform="linux", dpkg=tmp_path).words
        == "from a package of the system"
    )
    (tmp_path / "netdesk.list").touch()
    assert installed(program, frozen=True, platform="linux", dpkg=tmp_path).words == "from the Debian package"
    monkeypatch.setenv("APPIMAGE", "NetDesk.AppImage")
    assert installed(program, frozen=True, platform="linux", dpkg=tmp_path).words == "as an AppImage"
