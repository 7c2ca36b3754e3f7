"""NetDesk's window in a session: opened by a card, raised by a second start, a sheet printed, closed."""

from __future__ import annotations

from installers.trial.commands import in_the_pdf, people
from installers.trial.person_files import (
    EVENT,
    FIRST_PEOPLE,
    OTHER,
    SECOND_CARDS,
    SECOND_PEOPLE,
    THIRD_CARDS,
    THIRD_PEOPLE,
    WORKSPACE,
    cards,
)
from installers.trial.report import Report, demand
from installers.trial.root import HOME
from installers.trial.session import Session

DESKTOP_FILE = "netdesk.desktop"
TYPES = ("text/vcard", "application/x-netdesk-workspace")
TITLE = "My network"


def try_window(session: Session, report: Report) -> None:
    """Everything a person does with the window; it is left open. Raises TrialError."""
    _kinds_of_files(session, report)
    _first_start(session, report)
    _opened_by_a_card(session, report)
    _handed_over(session, report)
    _second_start(session, report)
    _printed(session, report)


def _kinds_of_files(session: Session, report: Report) -> None:
    with report.step("the desktop knows who opens cards and workspaces") as found:
        for kind in TYPES:
            said = session.root.run("xdg-mime", "query", "default", kind).out.strip()
            demand(said == DESKTOP_FILE, f"{kind} is opened by “{said}”.")
        words = [
            "gio",
            "info",
            "-a",
            "standard::content-type",
            f"{HOME}/{WORKSPACE}",
        ]
        known = session.root.run(*words).out
        demand(TYPES[1] in known, f"A workspace is taken for something else: {known}")
        found.append(", ".join(TYPES))


def _first_start(session: Session, report: Report) -> None:
    with report.step("the window starts and ends"):
        process = session.start("netdesk")
        session.screen.wait_for_window(TITLE)
        session.see("Today$", "the view Today")
        session.screen.picture("start")
        session.close(TITLE)
        session.ended(process)


def _opened_by_a_card(session: Session, report: Report) -> None:
    with report.step("a double click on a card starts the window with its preview"):
        session.start("gio", "open", session.root.give(SECOND_CARDS, cards(SECOND_PEOPLE)))
        session.screen.wait_for_window(TITLE)
        session.see(preview_button(SECOND_PEOPLE), "the preview's button")
        session.screen.picture("preview")
        demand(not set(SECOND_PEOPLE) & people(session.root), "The cards came in before anybody said so.")
    with report.step("brought in, and found in Contacts") as found:
        bring_in(session, SECOND_PEOPLE)
        session.screen.key("ctrl+2")
        for name in SECOND_PEOPLE:
            session.see(name, f"{name} among the contacts")
        session.screen.picture("contacts")
        found.append(", ".join(SECOND_PEOPLE))


def _handed_over(session: Session, report: Report) -> None:
    with report.step("a second card is handed to the window that is open"):
        session.start("gio", "open", session.root.give(THIRD_CARDS, cards(THIRD_PEOPLE)))
        session.see(preview_button(THIRD_PEOPLE), "the second preview's button")
        session.screen.picture("second-preview")
        demand(len(session.screen.windows(TITLE)) == 1, "A second window opened for the second card.")
        bring_in(session, THIRD_PEOPLE)


def _second_start(session: Session, report: Report) -> None:
    first = session.screen.wait_for_window(TITLE)
    with report.step("a second start raises the window that is open"):
        session.screen.minimise(first)
        session.ended(session.start("netdesk"))
        session.wait(lambda: session.is_active(TITLE), "The second start does not raise the window.")
        session.screen.picture("raised")
    with report.step("another workspace has a window of its own; a double click on one raises its window"):
        session.start("netdesk", "--workspace", f"{HOME}/{OTHER}")
        session.turn_to(session.screen.wait_for_window("Other people"), "Other people")
        session.start("gio", "open", f"{HOME}/{WORKSPACE}")
        session.wait(lambda: session.is_active(TITLE), "The double click does not raise the first window.")
        session.screen.picture("two-workspaces")
        session.close("Other people")
        session.turn_to(first, TITLE)


def _printed(session: Session, report: Report) -> None:
    with report.step("a prep sheet printed to a PDF by Ctrl+P") as found:
        session.screen.activate(session.screen.wait_for_window(TITLE))
        session.screen.key("ctrl+4")
        session.press(EVENT, "the event")
        session.see("Print prep sheet", "the event's page")
        session.screen.key("ctrl+p")
        session.see("Save as PDF", "the preview of the sheet")
        session.screen.picture("prep-sheet")
        session.screen.key("ctrl+p")
        session.screen.wait_for_window("Print$")
        session.screen.picture("print-dialog")
        session.press("Print$", "the dialog's button")
        session.see(f"Printed {EVENT}", "the word that it is printed")
        session.screen.picture("printed")
        # Qt's own dialog proposes a PDF in the home, named after the sheet, where there is no printer.
        found.append(in_the_pdf(session.root.home / f"{EVENT}.pdf", (EVENT, FIRST_PEOPLE[0])))
        session.screen.key("Escape")


def preview_button(names: tuple[str, ...]) -> str:
    """What the button of an import's preview says for these people."""
    return f"Bring {len(names)} {'person' if len(names) == 1 else 'people'}"


def bring_in(session: Session, names: tuple[str, ...]) -> None:
    """Press it, and see that the people are there. Raises TrialError."""
    session.press(preview_button(names), "the preview's button")
    session.see("Close|Done", "what came of it")
    session.screen.picture("brought-in")
    session.screen.key("Escape")
    missing = set(names) - people(session.root)
    demand(not missing, f"After the import these are missing: {', '.join(sorted(missing))}")
