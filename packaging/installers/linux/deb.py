"""The package for Debian, Ubuntu and their kin: made by dpkg-deb, the same bytes for the same bundle and moment.

NetDesk goes to /usr/lib/netdesk, with the command in /usr/bin. There are no maintainer scripts: the caches of
menus, file types, icons and manual pages are refreshed by the triggers of the packages that own them, an upgrade
takes away what the new version no longer has, and nothing is ever written into the installed folders.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path

from installers.bundle import TOP, WORK, Bundle, PackagingError
from installers.linux.debian_needs import packages_needed
from installers.linux.desktop_files import TEXTS, lay_out, packed
from installers.moment import build_moment

PLACE = Path("usr/lib/netdesk")
"""Where the bundle goes."""
MAINTAINER = "The NetDesk founders <founders@netdesk.example>"
_ARCHITECTURES = {"x86_64": "amd64", "arm64": "arm64"}
_CONTROL = """\
Package: netdesk
Version: {version}
Architecture: {architecture}
Maintainer: {maintainer}
Installed-Size: {size}
Depends: {depends}
Recommends: xdg-utils, desktop-file-utils, shared-mime-info, hicolor-icon-theme
Suggests: zenity | kdialog | x11-utils, cups
Section: misc
Priority: optional
Description: network on purpose: a goal for every event, a plan for every card
 NetDesk is for people who live from the people they know. Each person has a
 page with what they do, whom they look for and how to help them; each event
 has goals one can count and a printed sheet; each card gets a plan the day
 after; a board shows five levels of trust, who goes cold and who is ready to
 move up.
 .
 It has no account and works without the internet: contacts stay in one file
 on this computer, and everything can be undone.
"""


def make_deb(bundle: Bundle, products: Path, work: Path = WORK) -> Path:
    """Make ``netdesk_0.1.0_amd64.deb`` in ``products`` and return it; ``work`` is for what is made on the way.

    Raises PackagingError where the bundle is not for Linux, or dpkg is missing or refuses.
    """
    if bundle.platform != "linux" or bundle.machine not in _ARCHITECTURES:
        raise PackagingError(f"A .deb is made of a Linux bundle, not of {bundle.platform} {bundle.machine}.")
    if shutil.which("dpkg-deb") is None:
        raise PackagingError("A .deb needs dpkg-deb: install the package “dpkg”.")
    moment, root = build_moment(), work / "deb"
    shutil.rmtree(root, ignore_errors=True)
    _fill(root, bundle, moment)
    _describe(root, bundle)
    _settle(root, moment)
    products.mkdir(parents=True, exist_ok=True)
    made = products / f"netdesk_{debian_version(bundle.version)}_{_ARCHITECTURES[bundle.machine]}.deb"
    _build(root, made, moment)
    shutil.rmtree(root)
    return made


def debian_version(version: str) -> str:
    """Our version as Debian orders it: 1.0.0rc1 comes before 1.0.0, so it is written 1.0.0~rc1."""
    return re.sub(r"(?<=\d)\.?(a|b|rc|dev)(?=\d)", r"~\1", version)


def _fill(root: Path, bundle: Bundle, moment: int) -> None:
    """Lay out everything that is installed."""
    shutil.copytree(bundle.folder, root / PLACE, symlinks=True)
    (root / "usr" / "bin").mkdir()
    (root / "usr" / "bin" / "netdesk").symlink_to(Path("..", "lib", "netdesk", "netdesk"))
    share = root / "usr" / "share"
    lay_out(share, bundle.version, moment)
    papers = share / "doc" / "netdesk"
    papers.mkdir(parents=True)
    shutil.copyfile(TEXTS / "copyright", papers / "copyright")
    accepted = share / "lintian" / "overrides" / "netdesk"
    accepted.parent.mkdir(parents=True)
    shutil.copyfile(TEXTS / "lintian-overrides", accepted)
    (papers / "changelog.gz").write_bytes(packed(changelog(bundle.version, moment)))
    (papers / "CHANGELOG.md.gz").write_bytes(packed((TOP / "CHANGELOG.md").read_text(encoding="utf-8")))


def changelog(version: str, moment: int) -> str:
    """The changelog in Debian's form; what changed, release by release, is in our own beside it."""
    day = datetime.fromtimestamp(moment, UTC).strftime("%a, %d %b %Y %H:%M:%S +0000")
    return (
        f"netdesk ({debian_version(version)}) stable; urgency=medium\n\n"
        f"  * Release {version}; what is new is told in CHANGELOG.md.gz.\n\n"
        f" -- {MAINTAINER}  {day}\n"
    )


def _describe(root: Path, bundle: Bundle) -> None:
    """Write what dpkg reads about the package."""
    installed = sorted((root / "usr").rglob("*"))
    files = [path for path in installed if path.is_file() and not path.is_symlink()]
    sums = [f"{hashlib.md5(file.read_bytes()).hexdigest()}  {file.relative_to(root)}\n" for file in files]
    control = _CONTROL.format(
        version=debian_version(bundle.version),
        architecture=_ARCHITECTURES[bundle.machine],
        maintainer=MAINTAINER,
        size=_kibibytes(files) + len(installed) - len(files),
        depends=", ".join(packages_needed(bundle)),
    )
    folder = root / "DEBIAN"
    folder.mkdir()
    (folder / "control").write_text(control, encoding="utf-8")
    (folder / "md5sums").write_text("".join(sums), encoding="utf-8")


def _kibibytes(files: list[Path]) -> int:
    """The room the files take, each rounded up; a folder or a link counts one (deb-substvars(5))."""
    return sum(-(-file.stat().st_size // 1024) for file in files)


def _settle(root: Path, moment: int) -> None:
    """Give everything the rights it has on a computer of many users, and the one moment."""
    program = root / PLACE / "netdesk"
    for path in [*root.rglob("*"), root]:
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path == program else 0o644)
        os.utime(path, (moment, moment), follow_symlinks=False)


def _build(root: Path, made: Path, moment: int) -> None:
    # The largest window of xz sees the libraries of Qt together: a fortieth less than the usual one.
    command = ["dpkg-deb", "--root-owner-group", "-Zxz", "-z9", "--build", str(root), str(made)]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": str(moment)}
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    if done.returncode != 0:
        raise PackagingError(f"dpkg-deb refused: {done.stderr.strip()}")
