"""The tar.gz: unpacked by a person at home, run from there, installed for them alone, and taken away again."""

from __future__ import annotations

import shutil
from pathlib import Path

from installers.trial.commands import people, self_test
from installers.trial.listing import OF_THE_PACKAGE_SYSTEM, difference, listing
from installers.trial.person_files import FOURTH_CARDS, FOURTH_PEOPLE, OWN, WORKSPACE, cards
from installers.trial.report import Report, demand
from installers.trial.root import HOME, Root
from installers.trial.session import Session
from installers.trial.window import DESKTOP_FILE, TITLE, TYPES, bring_in, preview_button

_DOWNLOADS = "Downloads (neu)"
_ON_THE_PATH = {"PATH": f"{HOME}/.local/bin:/usr/local/bin:/usr/bin:/bin"}


def try_archive(session: Session, report: Report, archive: Path, version: str) -> None:
    """Everything a person does with it, in a root where NetDesk is not installed. Raises TrialError."""
    root = session.root
    before = listing(root.folder)
    unpacked = _unpacked(root, report, archive)
    session.root.variables |= _ON_THE_PATH
    with report.step("install.sh puts it into the home, twice") as found:
        for _ in range(2):
            said = root.run("sh", f"{unpacked}/install.sh").out.strip().splitlines()
        shutil.rmtree(root.home / _DOWNLOADS)
        found.append(said[0])
        shown = root.run("netdesk", "--version").out.strip()
        demand(shown == f"NetDesk {version}", f"--version says “{shown}”.")
        found.append(self_test(root))
    _opened(session, report)
    with report.step("install.sh --uninstall: only the person's own is left") as found:
        kept = (root.home / WORKSPACE).read_bytes()
        root.run("sh", f"{HOME}/.local/lib/netdesk/install.sh", "--uninstall")
        demand((root.home / WORKSPACE).read_bytes() == kept, "The person's workspace is not as before.")
        left = difference(before, listing(root.folder), (*OF_THE_PACKAGE_SYSTEM, *OWN))
        demand(not left, f"The root is not as before: {left}")
        found.append("the rest of the root is byte for byte as before")
    for name in _ON_THE_PATH:
        session.root.variables.pop(name)


def _unpacked(root: Root, report: Report, archive: Path) -> str:
    """Unpack it and run it from there; returns its folder in the root."""
    with report.step("the tar.gz unpacked at home runs from where it is") as found:
        place = root.give(f"{_DOWNLOADS}/{archive.name}", archive.read_bytes())
        root.run("mkdir", f"{HOME}/{_DOWNLOADS}/here")
        root.run("tar", "-xf", place, "-C", f"{HOME}/{_DOWNLOADS}/here")
        tops = list((root.home / _DOWNLOADS / "here").iterdir())
        demand(len(tops) == 1, f"It holds several folders: {', '.join(top.name for top in tops)}")
        unpacked = f"{HOME}/{_DOWNLOADS}/here/{tops[0].name}"
        found.append(root.run(f"{unpacked}/netdesk/netdesk", "--version").out.strip())
        said = root.run(f"{unpacked}/netdesk/netdesk", "--self-test", fails=True)
        demand(said.code == 0, f"The self-test ended with {said.code}:\n{said.all}")
        found.append(said.out.strip().splitlines()[-1])
        return unpacked


def _opened(session: Session, report: Report) -> None:
    with report.step("a double click on a card opens the window of it") as found:
        for kind in TYPES:
            # xdg-mime itself does not find what lies in a home with a space in its name.
            said = session.root.run("gio", "mime", kind).out
            demand(DESKTOP_FILE in said, f"{kind} is not opened by NetDesk: {said}")
        session.start("gio", "open", session.root.give(FOURTH_CARDS, cards(FOURTH_PEOPLE)))
        session.screen.wait_for_window(TITLE)
        session.see(preview_button(FOURTH_PEOPLE), "the preview's button")
        session.screen.picture("from-the-archive")
        bring_in(session, FOURTH_PEOPLE)
        session.close(TITLE)
        session.all_ended()
        found.append(", ".join(sorted(people(session.root))))
