"""The packages a .deb depends on: for libraries that are not inside alone, and as new as the symbols in use."""

import subprocess
from pathlib import Path

import pytest

from tests.support.installer_code import installer_code
from tests.support.linux_bundles import linux_bundle, needs, on_linux

debian = installer_code("linux.debian_needs")
Binary = installer_code("linux.elf").Binary
PackagingError = installer_code("bundle").PackagingError
LISTER = Path("/bin/ls")
SYMBOLS = """\
libsample.so.1 libsample1 #MINVER#
| libsample1-wide #MINVER#
* Build-Depends-Package: libsample-dev
 old@Base 1.0
 new@SAMPLE_2 2.4~rc1
 unused@Base 9.0
 private@SAMPLE_PRIVATE 0 1
libother.so.2 libother2 (>= 3)
 old@Base 7.0
"""


def test_only_what_is_not_inside_counts() -> None:
    one = Binary(("libinside.so.1", "libc.so.6"), frozenset())
    other = Binary(("libc.so.6", "libX.so.1"), frozenset())
    assert debian.libraries_outside([one, other], {"libinside.so.1"}) == ["libX.so.1", "libc.so.6"]


def test_the_version_is_that_of_the_symbols_in_use() -> None:
    imports = ["old@Base", "new@SAMPLE_2", "private@SAMPLE_PRIVATE", "printf@GLIBC_2.2.5"]
    asked = debian.versions_asked("libsample.so.1", "libsample1:amd64", SYMBOLS, imports)
    assert asked == ("libsample1", {"1.0", "2.4~rc1"})
    assert debian.versions_asked("libother.so.2", "libother2:amd64", SYMBOLS, imports) == (
        "libother2",
        {"7.0"},
    )


def test_a_package_without_a_list_is_named_alone() -> None:
    assert debian.versions_asked("libplain.so.1", "libplain1:amd64", "", ["old@Base"]) == (
        "libplain1",
        frozenset(),
    )


@on_linux
@needs("dpkg-query", "dpkg-shlibdeps")
def test_debians_own_tool_says_the_same(tmp_path: Path) -> None:
    bundle = linux_bundle(tmp_path / "netdesk", LISTER)
    (tmp_path / "debian").mkdir()
    (tmp_path / "debian" / "control").write_text("Source: sample\n\nPackage: sample\nArchitecture: any\n")
    told = subprocess.run(
        ["dpkg-shlibdeps", "-O", "netdesk/netdesk"], cwd=tmp_path, capture_output=True, text=True, check=True
    ).stdout
    expected = told.strip().removeprefix("shlibs:Depends=").split(", ")
    assert debian.packages_needed(bundle) == sorted(expected)
    assert any(package.startswith("libc6 (>= ") for package in expected)


@on_linux
@needs("dpkg-query")
def test_libraries_inside_bring_the_package_of_the_files_they_read(tmp_path: Path) -> None:
    bundle = linux_bundle(tmp_path / "netdesk", LISTER)
    (bundle.folder / "_internal" / "libxkbcommon.so.0").write_bytes(b"stands for it")
    needed = debian.packages_needed(bundle)
    assert "xkb-data" in needed
    assert not any(package.startswith("libxkbcommon0") for package in needed)


@on_linux
@needs("dpkg-query")
def test_a_library_that_is_nowhere_is_told(tmp_path: Path) -> None:
    bundle = linux_bundle(tmp_path / "netdesk", LISTER)
    program = bundle.folder / "netdesk"
    program.write_bytes(program.read_bytes().replace(b"libc.so.6\0", b"libq.so.6\0"))
    with pytest.raises(PackagingError, match=r"needs libq\.so\.6, which is neither inside"):
        debian.packages_needed(bundle)
