"""A newer version installed over the running one: the window says so, lives on, and starts anew when asked to."""

from __future__ import annotations

from pathlib import Path

from installers.trial.commands import people
from installers.trial.package import FILE_LIST, Package, install, newer
from installers.trial.report import Report, demand
from installers.trial.session import Session

_TITLE = "My network"


def try_upgrade(session: Session, report: Report, package: Package, folder: Path) -> Package:
    """Install a newer package while the window is open; it is left open, on the newer one. Raises TrialError."""
    root, screen = session.root, session.screen
    before = people(root)
    with report.step("a newer version is installed while the window is open") as found:
        old = root.running()
        package = newer(package, folder)
        install(root, package)
        demand(
            package.version in root.at(FILE_LIST).read_text(encoding="utf-8"),
            "The list of files is the old one.",
        )
        found.append(package.version)
    with report.step("the window says so and goes on") as found:
        window = screen.wait_for_window(_TITLE)
        session.away_and_back(window, _TITLE)
        found.append(session.see("NetDesk was updated", "the word that NetDesk was updated").name)
        screen.picture("updated")
        for place in range(1, 10):
            screen.key(f"ctrl+{place}")
        screen.key("ctrl+1")
        session.see("Today$", "the view Today")
        screen.picture("updated-and-looked-around")
        demand(root.running() == old, "The running window did not survive.")
        demand("Traceback" not in session.said(), f"A traceback was printed:\n{session.said()}")
    with report.step("Restart now: the new version opens the same workspace"):
        session.away_and_back(window, _TITLE)
        session.press("Restart now", "the button that restarts")
        session.wait(
            lambda: bool(root.running()) and not set(root.running()) & set(old), "It does not restart."
        )
        screen.wait_for_window(_TITLE)
        session.see("Today$", "the view Today")
        screen.picture("restarted")
        demand(people(root) == before, "The people are not the same after the restart.")
    return package
