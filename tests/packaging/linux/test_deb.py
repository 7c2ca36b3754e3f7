"""The package for Debian: what lies where, what it says of itself, and the same bytes twice."""

import gzip
import hashlib
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.support.installer_code import installer_code
from tests.support.linux_bundles import MOMENT, linux_bundle, needs, on_linux

deb = installer_code("linux.deb")
Bundle = installer_code("bundle").Bundle
PackagingError = installer_code("bundle").PackagingError
builds = needs("dpkg-deb", "dpkg-query")


@pytest.fixture
def bundle(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """A bundle whose program is a real one, at a moment that is given."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(MOMENT))
    return linux_bundle(tmp_path / "bundle", Path("/bin/true"))


def made(bundle: Any, tmp_path: Path, name: str = "one") -> Path:
    package = deb.make_deb(bundle, tmp_path / name, tmp_path / "work")
    assert isinstance(package, Path)
    return package


def asked(package: Path, *question: str) -> str:
    return subprocess.run(
        ["dpkg-deb", *question, str(package)], capture_output=True, text=True, check=True
    ).stdout


@pytest.mark.parametrize(
    ("ours", "debians"),
    [("0.1.0", "0.1.0"), ("1.0.0rc1", "1.0.0~rc1"), ("1.0.0b2", "1.0.0~b2"), ("2.0.dev3", "2.0~dev3")],
)
def test_versions_are_ordered_as_debian_orders_them(ours: str, debians: str) -> None:
    assert deb.debian_version(ours) == debians


def test_only_linux_bundles_become_a_package(tmp_path: Path) -> None:
    with pytest.raises(PackagingError, match="not of windows x86_64"):
        deb.make_deb(Bundle(tmp_path, "0.1.0", "windows", "x86_64"), tmp_path)


@on_linux
def test_without_dpkg_it_says_what_is_missing(
    bundle: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(PackagingError, match="needs dpkg-deb"):
        deb.make_deb(bundle, tmp_path)


@on_linux
@builds
def test_the_same_bundle_and_moment_give_the_same_bytes(bundle: Any, tmp_path: Path) -> None:
    first = made(bundle, tmp_path)
    copy = tmp_path / "copy"
    shutil.copytree(bundle.folder, copy, symlinks=True, copy_function=shutil.copyfile)
    (copy / "netdesk").chmod(0o755)
    os.utime(copy / "_internal" / "base library.zip", (1, 1))
    second = made(Bundle(copy, bundle.version, "linux", "x86_64"), tmp_path, "two")
    assert first.name == second.name == "netdesk_0.1.0_amd64.deb"
    assert first.read_bytes() == second.read_bytes()


@on_linux
@builds
def test_it_says_of_itself_what_dpkg_wants_to_know(bundle: Any, tmp_path: Path) -> None:
    package = made(bundle, tmp_path)
    fields = dict(line.split(": ", 1) for line in asked(package, "--field").splitlines() if ": " in line)
    assert (fields["Package"], fields["Version"], fields["Architecture"]) == ("netdesk", "0.1.0", "amd64")
    assert fields["Depends"].startswith("libc6 (>= ")
    assert "xdg-utils" in fields["Recommends"]
    unpacked = tmp_path / "unpacked"
    subprocess.run(["dpkg-deb", "--raw-extract", str(package), str(unpacked)], check=True)
    files = [path for path in (unpacked / "usr").rglob("*") if path.is_file() and not path.is_symlink()]
    assert int(fields["Installed-Size"]) * 1024 >= sum(file.stat().st_size for file in files)


@on_linux
@builds
def test_everything_lies_where_desktops_look_for_it(bundle: Any, tmp_path: Path) -> None:
    unpacked = tmp_path / "unpacked"
    subprocess.run(["dpkg-deb", "--raw-extract", str(made(bundle, tmp_path)), str(unpacked)], check=True)
    command = unpacked / "usr" / "bin" / "netdesk"
    assert command.resolve() == unpacked / "usr" / "lib" / "netdesk" / "netdesk"
    assert os.access(command, os.X_OK)
    share = unpacked / "usr" / "share"
    for name in (
        "applications/netdesk.desktop",
        "metainfo/org.netdesk.NetDesk.metainfo.xml",
        "mime/packages/netdesk.xml",
        "icons/hicolor/scalable/apps/netdesk.svg",
        "icons/hicolor/48x48/apps/netdesk.png",
        "man/man1/netdesk.1.gz",
        "doc/netdesk/copyright",
        "doc/netdesk/changelog.gz",
        "doc/netdesk/CHANGELOG.md.gz",
    ):
        assert (share / name).is_file(), name
    told = gzip.decompress((share / "doc/netdesk/changelog.gz").read_bytes()).decode()
    assert told.startswith("netdesk (0.1.0) stable; urgency=medium\n")
    assert told.endswith("  Sun, 22 Nov 2026 12:30:00 +0000\n")
    # Nothing runs at installation or removal: the caches' own packages see to them.
    assert sorted(path.name for path in (unpacked / "DEBIAN").iterdir()) == ["control", "md5sums"]


@on_linux
@builds
def test_rights_and_owners_serve_everybody(bundle: Any, tmp_path: Path) -> None:
    rows = [line.split(maxsplit=5) for line in asked(made(bundle, tmp_path), "--contents").splitlines()]
    rights = {row[5]: row[0] for row in rows}
    assert {row[1] for row in rows} == {"root/root"}
    assert {row[3] for row in rows} == {"2026-11-22"}
    assert rights["./usr/lib/netdesk/netdesk"] == "-rwxr-xr-x"
    assert rights["./usr/lib/netdesk/_internal/base library.zip"] == "-rw-r--r--"
    assert set(rights.values()) == {"drwxr-xr-x", "-rwxr-xr-x", "-rw-r--r--", "lrwxrwxrwx"}


@on_linux
@builds
def test_the_sums_are_those_of_the_files(bundle: Any, tmp_path: Path) -> None:
    unpacked = tmp_path / "unpacked"
    subprocess.run(["dpkg-deb", "--raw-extract", str(made(bundle, tmp_path)), str(unpacked)], check=True)
    lines = (unpacked / "DEBIAN" / "md5sums").read_text().splitlines()
    sums = {name: digest for digest, name in (line.split("  ", 1) for line in lines)}
    files = [path for path in (unpacked / "usr").rglob("*") if path.is_file() and not path.is_symlink()]
    assert sums == {
        file.relative_to(unpacked).as_posix(): hashlib.md5(file.read_bytes()).hexdigest() for file in files
    }
