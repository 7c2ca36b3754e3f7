"""The archive for any Linux: what is in it, under which rights, and the same bytes twice."""

import shutil
import tarfile
from pathlib import Path
from typing import Any

import pytest

from tests.support.installer_code import installer_code
from tests.support.linux_bundles import MOMENT, linux_bundle, on_linux

tarball = installer_code("linux.tarball")
Bundle = installer_code("bundle").Bundle
PackagingError = installer_code("bundle").PackagingError
pytestmark = on_linux


@pytest.fixture
def bundle(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """A small bundle, at a moment that is given."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(MOMENT))
    return linux_bundle(tmp_path / "bundle")


def made(bundle: Any, tmp_path: Path, name: str = "one") -> Path:
    archive = tarball.make_tarball(bundle, tmp_path / name, tmp_path / "work")
    assert isinstance(archive, Path)
    return archive


def test_the_same_bundle_and_moment_give_the_same_bytes(bundle: Any, tmp_path: Path) -> None:
    first = made(bundle, tmp_path)
    copy = tmp_path / "copy"
    shutil.copytree(bundle.folder, copy, symlinks=True, copy_function=shutil.copyfile)
    second = made(Bundle(copy, "0.1.0", "linux", "x86_64"), tmp_path, "two")
    assert first.name == second.name == "netdesk-0.1.0-linux-x86_64.tar.gz"
    assert first.read_bytes() == second.read_bytes()


def test_everything_lies_in_one_folder_and_is_nobodys(bundle: Any, tmp_path: Path) -> None:
    with tarfile.open(made(bundle, tmp_path)) as archive:
        entries = archive.getmembers()
    assert {entry.name.split("/")[0] for entry in entries} == {"netdesk-0.1.0"}
    assert {(entry.uid, entry.gid, entry.uname, entry.mtime) for entry in entries} == {(0, 0, "root", MOMENT)}
    rights = {entry.name.removeprefix("netdesk-0.1.0/"): entry.mode for entry in entries if entry.isfile()}
    runs = {name for name, mode in rights.items() if mode == 0o755}
    assert runs == {"install.sh", "netdesk/netdesk"}
    assert all(mode == 0o644 for name, mode in rights.items() if name not in runs)


def test_its_lists_name_every_file_and_link(bundle: Any, tmp_path: Path) -> None:
    with tarfile.open(made(bundle, tmp_path)) as archive:
        archive.extractall(tmp_path / "out", filter="tar")
    top = tmp_path / "out" / "netdesk-0.1.0"
    for listed, folder in (("files-program", "netdesk"), ("files-desktop", "share")):
        there = sorted(path for path in (top / folder).rglob("*") if path.is_symlink() or path.is_file())
        names = (top / listed).read_text().splitlines()
        assert names == [path.relative_to(top / folder).as_posix() for path in there]
    assert (top / "netdesk" / "_internal" / "libpart.so.1").readlink() == Path("base library.zip")
    assert "NetDesk 0.1.0 for Linux" in (top / "README.txt").read_text()
    assert "MIT" in (top / "LICENSE").read_text()


def test_a_name_the_script_cannot_read_is_told(bundle: Any, tmp_path: Path) -> None:
    (bundle.folder / "_internal" / "two\nlines").touch()
    with pytest.raises(PackagingError, match="line break"):
        made(bundle, tmp_path)


def test_only_linux_bundles_become_an_archive(tmp_path: Path) -> None:
    with pytest.raises(PackagingError, match="not of macos"):
        tarball.make_tarball(Bundle(tmp_path, "0.1.0", "macos", "arm64"), tmp_path)
