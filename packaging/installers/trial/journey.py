"""The whole proof: what is made for Linux, installed in a root without Python, used, upgraded, broken and removed."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from installers.bundle import PRODUCTS, TOP, WORK, PackagingError
from installers.trial.archive import try_archive
from installers.trial.bad_cases import try_bad_cases
from installers.trial.commands import self_test, try_commands
from installers.trial.listing import OF_THE_PACKAGE_SYSTEM, Listing, difference, listing
from installers.trial.machine import check_tools, this_machine
from installers.trial.package import INSTALLED, Package, install, purge, read_package
from installers.trial.person_files import OWN, WORKSPACE
from installers.trial.report import Report, TrialError, demand
from installers.trial.root import Root, fresh, prepared
from installers.trial.session import session
from installers.trial.upgrade import try_upgrade
from installers.trial.window import TITLE, try_window

FOLDER = WORK / "trial"
"""Pictures of each step, and what the programs said."""
ROOT = WORK / "root" / "used"
_INSIDE = "NETDESK_TRIAL_HAS_ITS_OWN_MOUNTS"
_FAILED = 1


def main(arguments: Sequence[str]) -> int:
    """Run the proof over a .deb and a tar.gz (those in dist/ unless they are named); the exit code is 1 if it fails."""
    reader = argparse.ArgumentParser(prog="installers trial", description=__doc__)
    reader.add_argument("deb", nargs="?", type=Path, help="the .deb (the newest in dist/)")
    reader.add_argument("archive", nargs="?", type=Path, help="the .tar.gz (the newest in dist/)")
    given = reader.parse_args(arguments)
    try:
        check_tools()
        deb = given.deb or newest(PRODUCTS, "netdesk_*.deb")
        if _INSIDE not in os.environ:
            return _with_own_mounts(arguments)
        archive = given.archive or newest(PRODUCTS, "netdesk-*-linux-*.tar.gz")
        run(read_package(deb.resolve()), archive.resolve(), Report())
    except (TrialError, PackagingError) as error:
        print(f"{error}\nPictures and logs: {FOLDER}", file=sys.stderr)
        return _FAILED
    return 0


def run(package: Package, archive: Path, report: Report) -> None:
    """The proof of a .deb and a tar.gz of one version. Raises TrialError."""
    with report.step("a root without Python, with what the package depends on") as found:
        root = fresh(prepared(this_machine(), package.needs), ROOT)
        found.append(f"{len(package.needs.split(','))} packages asked for")
    before = listing(root.folder)
    _installed(root, package, report)
    try_commands(root, report, package.version)
    with session(root, FOLDER) as there:
        try_window(there, report)
        try_upgrade(there, report, package, ROOT.parent)
        there.close(TITLE)
        there.all_ended()
        with report.step("the self-test on this screen") as found:
            found.append(self_test(root))
        try_bad_cases(there, report, f"/{INSTALLED}")
        _removed(root, before, report)
        try_archive(there, report, archive, package.version)
    report.end()


def _removed(root: Root, before: Listing, report: Report) -> None:
    with report.step("removed by dpkg --purge: only the person's own is left") as found:
        own = root.home / WORKSPACE
        kept = own.read_bytes()
        purge(root)
        demand(own.read_bytes() == kept, "The person's workspace is not as before.")
        left = difference(before, listing(root.folder), (*OF_THE_PACKAGE_SYSTEM, *OWN))
        demand(not left, f"The root is not as before: {left}")
        for words in (("man", "--where", "netdesk"), ("which", "netdesk")):
            demand(root.run(*words, fails=True).code != 0, f"“{' '.join(words)}” still finds NetDesk.")
        found.append("the rest of the root is byte for byte as before")


def newest(folder: Path, pattern: str) -> Path:
    """The newest product whose name matches. Raises PackagingError."""
    found = sorted(folder.glob(pattern), key=lambda file: file.stat().st_mtime)
    if not found:
        raise PackagingError(f"There is no {pattern} in {folder}: run make package first.")
    return found[-1]


def _installed(root: Root, package: Package, report: Report) -> None:
    with report.step("installed by apt, which needs nothing else") as found:
        came = install(root, package)
        demand(came == ["netdesk"], f"apt installed {', '.join(came) or 'nothing'}.")
        demand(not root.pythons(), f"A Python came with it: {', '.join(root.pythons())}")
        found.append("no Python in the root")


def _with_own_mounts(arguments: Sequence[str]) -> int:
    """Do it again in a process whose mounts nobody else sees, and which are gone when it ends."""
    words = ["unshare", "--mount", "--propagation", "private", sys.executable, "-m", "installers.trial"]
    environment = {**os.environ, _INSIDE: "1", "PYTHONPATH": str(TOP / "packaging")}
    return subprocess.run([*words, *arguments], env=environment, check=False).returncode
