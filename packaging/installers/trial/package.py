"""A .deb as it says of itself, put into a root, made newer, and taken out again."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from installers.trial.report import TrialError, demand
from installers.trial.root import Root

NAME = "netdesk"
INSTALLED = "usr/lib/netdesk"
FILE_LIST = f"{INSTALLED}/_internal/installed-files.json"


@dataclass(frozen=True, slots=True)
class Package:
    """A .deb on this machine, its version, and what it depends on."""

    file: Path
    version: str
    needs: str


def read_package(file: Path) -> Package:
    """Read what a .deb says of itself. Raises TrialError."""
    try:
        words = ["dpkg-deb", "--show", "--showformat=${Package}\\n${Version}\\n${Depends}", str(file)]
        done = subprocess.run(words, capture_output=True, text=True, check=True)
        name, version, needs = done.stdout.split("\n", 2)
    except (subprocess.CalledProcessError, ValueError) as error:
        raise TrialError(f"{file} is no .deb that can be read.") from error
    demand(name == NAME, f"{file.name} holds a package called “{name}”.")
    return Package(file, version, needs.strip())


def install(root: Root, package: Package) -> list[str]:
    """Install a .deb with apt; returns the names of all packages that came with it or were upgraded."""
    place = root.folder / "tmp" / package.file.name
    shutil.copy(package.file, place)
    try:
        said = root.administer(
            "apt-get", "install", "-y", "--no-install-recommends", f"/tmp/{place.name}", seconds=600
        )
    finally:
        place.unlink()
    return re.findall(r"^Setting up (\S+?)(?::\S+)? \(", said.out, re.MULTILINE)


def purge(root: Root) -> None:
    """Remove the package and all it set. dpkg warns where it leaves something: that is an error here."""
    said = root.administer("dpkg", "--purge", NAME)
    demand("warning" not in said.all, f"dpkg is not content with the removal:\n{said.all}")


def newer(package: Package, folder: Path) -> Package:
    """The same package made anew in ``folder`` with a higher version; its program differs in every byte's place.

    As between two builds, what a running program reads from its own file lies elsewhere in the new one.
    """
    tree, version = folder / "newer", f"{package.version}.1"
    shutil.rmtree(tree, ignore_errors=True)
    subprocess.run(["dpkg-deb", "--raw-extract", str(package.file), str(tree)], check=True)
    control = tree / "DEBIAN/control"
    text = control.read_text(encoding="utf-8")
    control.write_text(re.sub(r"(?m)^Version: .*$", f"Version: {version}", text), encoding="utf-8")
    _shift(tree / INSTALLED / NAME)
    _list_anew(tree, version)
    file = folder / f"{NAME}_{version}.deb"
    words = ["dpkg-deb", "--root-owner-group", "-Zgzip", "-z1", "--build", str(tree), str(file)]
    subprocess.run(words, check=True, stdout=subprocess.DEVNULL)
    shutil.rmtree(tree)
    return Package(file, version, package.needs)


def _shift(program: Path) -> None:
    """Move what is packed into the program by some bytes, with something before it in the file."""
    packed, padding = program.with_suffix(".packed"), program.with_suffix(".padding")
    padding.write_bytes(bytes(40_960))
    section = f"pydata={packed}"
    subprocess.run(["objcopy", "--dump-section", section, str(program), str(program) + ".copy"], check=True)
    Path(f"{program}.copy").unlink()
    subprocess.run(["objcopy", "--remove-section", "pydata", str(program)], check=True)
    added = ["--add-section", f".padding={padding}", "--add-section", section]
    subprocess.run(["objcopy", *added, str(program)], check=True)
    packed.unlink()
    padding.unlink()


def _list_anew(tree: Path, version: str) -> None:
    """Bring the lists of files up to what is in the tree now."""
    kept = tree / FILE_LIST
    if kept.exists():
        listed = json.loads(kept.read_text(encoding="utf-8"))
        program = (tree / INSTALLED / NAME).read_bytes()
        listed["version"] = version
        listed["files"][NAME] = [len(program), hashlib.sha256(program).hexdigest()]
        kept.write_text(json.dumps(listed), encoding="utf-8")
    sums = tree / "DEBIAN/md5sums"
    if sums.exists():
        paths = [line.split("  ", 1)[1] for line in sums.read_text(encoding="utf-8").splitlines()]
        lines = [
            f"{hashlib.md5((tree / path).read_bytes(), usedforsecurity=False).hexdigest()}  {path}\n"
            for path in paths
        ]
        sums.write_text("".join(lines), encoding="utf-8")
