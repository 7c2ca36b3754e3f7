"""What Qt needs of a Linux system is named with the package that brings it, in the words of that system."""

from __future__ import annotations

from pathlib import Path

import pytest

from netdesk.app.starting.system_libraries import (
    LIBRARIES,
    advice,
    can_load,
    missing_libraries,
    not_found,
    packages_for,
)


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a PATH that holds nothing yet."""
    monkeypatch.setenv("PATH", str(tmp_path))
    return tmp_path


def have(folder: Path, name: str) -> None:
    (folder / name).write_text("#!/bin/sh\nexit 1\n")
    (folder / name).chmod(0o755)


def test_a_library_that_cannot_be_loaded_is_missing() -> None:
    assert missing_libraries(lambda library: library != "libEGL.so.1") == ["libEGL.so.1"]
    assert not can_load("libnobody-has-this.so.9")


def test_packages_are_named_once_and_with_a_font_where_there_is_none() -> None:
    assert packages_for(["libGL.so.1", "libEGL.so.1"], font_here=True) == ["libegl1", "libgl1"]
    assert packages_for([], font_here=False) == ["fonts-dejavu-core"]


@pytest.mark.parametrize(
    ("program", "told"),
    [
        ("apt-get", "sudo apt-get update && sudo apt-get install libxcb-cursor0 libxkbcommon-x11-0"),
        ("dnf", "sudo dnf install 'libxcb-cursor.so.0()(64bit)' 'libxkbcommon-x11.so.0()(64bit)'"),
        ("pacman", "sudo pacman -S libxkbcommon-x11 xcb-util-cursor"),
    ],
)
def test_each_system_is_told_its_own_command(programs: Path, program: str, told: str) -> None:
    have(programs, program)
    assert advice(["libxcb-cursor.so.0", "libxkbcommon-x11.so.0"]) == told


@pytest.mark.parametrize(("program", "font"), [("dnf", "dejavu-sans-fonts"), ("pacman", "ttf-dejavu")])
def test_a_font_is_asked_for_too(programs: Path, program: str, font: str) -> None:
    have(programs, program)
    assert advice([], font_here=False).endswith(f" {font}")


@pytest.mark.usefixtures("programs")
def test_a_system_of_another_kind_is_told_the_names() -> None:
    assert advice(["libGL.so.1"]) == "your package manager, from the packages that hold libGL.so.1"
    assert "a TrueType font" in advice([], font_here=False)


def test_a_library_of_no_table_is_named_as_it_is(programs: Path) -> None:
    have(programs, "apt-get")
    assert advice(["libodd.so.3"]).endswith("from the packages that hold libodd.so.3")


def test_libraries_asked_for_in_vain_are_read_from_the_systems_tool(programs: Path) -> None:
    assert not_found([Path("any.so")]) == []
    lines = "any.so:\n\tlinux-vdso.so.1 (0x7ffc)\n\tlibodd.so.3 => not found\n\tlibc.so.6 => /lib/libc.so.6 (0x7f)"
    (programs / "ldd").write_text(f"#!/bin/sh\nprintf '{lines}\n\tlibodd.so.3 => not found'\nexit 1\n")
    (programs / "ldd").chmod(0o755)
    assert not_found([Path("any.so"), Path("other.so")]) == ["libodd.so.3"]


def test_the_tool_looks_where_the_program_has_its_own(programs: Path) -> None:
    (programs / "ldd").write_text('#!/bin/sh\nprintf "$LD_LIBRARY_PATH => not found\\n"\n')
    (programs / "ldd").chmod(0o755)
    assert not_found([Path("any.so")], programs / "_internal") == [str(programs / "_internal")]


def test_a_library_of_every_desktop_is_named_but_not_asked_for_ahead(programs: Path) -> None:
    have(programs, "apt-get")
    assert advice(["libX11.so.6"]) == "sudo apt-get update && sudo apt-get install libx11-6"
    assert "libX11.so.6" not in LIBRARIES


def test_every_library_has_a_package_on_each_system() -> None:
    assert all(debian and arch for debian, arch in LIBRARIES.values())
