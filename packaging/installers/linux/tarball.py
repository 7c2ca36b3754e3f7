"""The archive for any Linux: it runs from where it is unpacked, and ``install.sh`` in it installs it for one person.

The same bytes come out for the same bundle and moment: entries in order, all owned by root, one time for all.
"""

from __future__ import annotations

import gzip
import io
import shutil
import tarfile
from pathlib import Path

from installers.bundle import TOP, WORK, Bundle, PackagingError
from installers.linux.desktop_files import TEXTS, lay_out
from installers.moment import build_moment

PROGRAM = "netdesk"
"""The folder with the bundle inside the archive, and the program's name in it."""


def make_tarball(bundle: Bundle, products: Path, work: Path = WORK) -> Path:
    """Make ``netdesk-0.1.0-linux-x86_64.tar.gz`` in ``products`` and return it.

    ``work`` is for what is made on the way. Raises PackagingError where the bundle is not for Linux.
    """
    if bundle.platform != "linux":
        raise PackagingError(f"The tar.gz is made of a Linux bundle, not of {bundle.platform}.")
    moment, share = build_moment(), work / "tarball" / "share"
    shutil.rmtree(share, ignore_errors=True)
    desktop = sorted(lay_out(share, bundle.version, moment))
    products.mkdir(parents=True, exist_ok=True)
    made = products / bundle.product(".tar.gz")
    with (
        made.open("wb") as file,
        gzip.GzipFile("", "wb", 9, file, mtime=moment) as packed,
        tarfile.open(fileobj=packed, mode="w", format=tarfile.GNU_FORMAT) as archive,
    ):
        writer = _Writer(archive, f"netdesk-{bundle.version}", moment)
        writer.folder("")
        writer.text("install.sh", (TEXTS / "install.sh").read_text(encoding="utf-8"), 0o755)
        readme = (TEXTS / "README.txt").read_text(encoding="utf-8")
        writer.text("README.txt", readme.replace("@VERSION@", bundle.version))
        writer.text("LICENSE", (TOP / "LICENSE").read_text(encoding="utf-8"))
        writer.text("files-desktop", _list(share, desktop))
        writer.text("files-program", _list(bundle.folder, _installed(bundle)))
        writer.tree(share, "share")
        writer.tree(bundle.folder, PROGRAM)
    shutil.rmtree(share)
    return made


def _installed(bundle: Bundle) -> list[Path]:
    """Every file and link of the bundle, in order."""
    return sorted(path for path in bundle.folder.rglob("*") if path.is_symlink() or path.is_file())


def _list(folder: Path, files: list[Path]) -> str:
    """One path a line, relative to ``folder``; ``install.sh`` reads it. Raises PackagingError for a name it cannot."""
    names = [file.relative_to(folder).as_posix() for file in files]
    if odd := next((name for name in names if "\n" in name), None):
        raise PackagingError(f"{odd!r} cannot be listed: it has a line break in its name.")
    return "".join(f"{name}\n" for name in names)


class _Writer:
    """Puts entries into an archive below one folder, without anything of this computer in them."""

    def __init__(self, archive: tarfile.TarFile, top: str, moment: int) -> None:
        self._archive, self._top, self._moment = archive, top, moment

    def folder(self, name: str) -> None:
        entry = self._entry(name, 0o755)
        entry.type = tarfile.DIRTYPE
        self._archive.addfile(entry)

    def text(self, name: str, text: str, mode: int = 0o644) -> None:
        data = text.encode("utf-8")
        entry = self._entry(name, mode)
        entry.size = len(data)
        self._archive.addfile(entry, io.BytesIO(data))

    def tree(self, folder: Path, name: str) -> None:
        """Everything below ``folder``; only the program itself can be run."""
        self.folder(name)
        for path in sorted(folder.rglob("*")):
            inner = f"{name}/{path.relative_to(folder).as_posix()}"
            if path.is_symlink():
                entry = self._entry(inner, 0o777)
                entry.type, entry.linkname = tarfile.SYMTYPE, str(path.readlink())
                self._archive.addfile(entry)
            elif path.is_dir():
                self.folder(inner)
            else:
                entry = self._entry(inner, 0o755 if inner == f"{PROGRAM}/{PROGRAM}" else 0o644)
                entry.size = path.stat().st_size
                with path.open("rb") as opened:
                    self._archive.addfile(entry, opened)

    def _entry(self, name: str, mode: int) -> tarfile.TarInfo:
        entry = tarfile.TarInfo(f"{self._top}/{name}".rstrip("/"))
        entry.mode, entry.mtime = mode, self._moment
        entry.uname = entry.gname = "root"
        return entry
