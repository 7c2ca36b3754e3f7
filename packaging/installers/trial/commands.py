"""NetDesk without its window, as the person types it."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterable
from pathlib import Path

from installers.trial.person_files import EVENT, FIRST_CARDS, FIRST_PEOPLE, SHEET, cards
from installers.trial.report import Report, demand
from installers.trial.root import HOME, Root


def try_commands(root: Root, report: Report, version: str) -> None:
    """Version, self-test, contacts from a vCard, and a prep sheet as PDF. Raises TrialError."""
    with report.step("netdesk --version") as found:
        said = root.run("netdesk", "--version").out.strip()
        demand(said == f"NetDesk {version}", f"--version says “{said}” and not “NetDesk {version}”.")
        found.append(said)
    with report.step("self-test, no screen, LC_ALL=C, a home with spaces and accents") as found:
        found.append(self_test(root))
    with report.step("a vCard brought in by a command") as found:
        root.run("netdesk", "import", root.give(FIRST_CARDS, cards(FIRST_PEOPLE)))
        names = people(root)
        demand(set(FIRST_PEOPLE) <= names, f"After the import there are: {', '.join(sorted(names))}")
        found.append(", ".join(FIRST_PEOPLE))
    with report.step("a prep sheet as PDF by a command") as found:
        goal = "collect_cards:5:Write to each the day after"
        root.run(
            "netdesk", "event", "add", EVENT, "--start", "fri 8:00", "--goal", goal, "--meet", FIRST_PEOPLE[0]
        )
        root.run("netdesk", "prep-sheet", EVENT, "-o", f"{HOME}/{SHEET}")
        found.append(in_the_pdf(root.home / SHEET, (EVENT, FIRST_PEOPLE[0])))


def self_test(root: Root) -> str:
    """What the self-test says at its end. Raises TrialError with all it says unless everything passed."""
    said = root.run("netdesk", "--self-test", fails=True)
    demand(said.code == 0, f"The self-test ended with {said.code}:\n{said.all}")
    return said.out.strip().splitlines()[-1]


def people(root: Root) -> set[str]:
    """The names of everybody in the person's workspace."""
    answer = json.loads(root.run("netdesk", "list", "people", "--json").out)
    return {str(person["name"]) for person in answer["people"]}


def in_the_pdf(file: Path, wanted: Iterable[str]) -> str:
    """How long a PDF is, when it holds these words as text. Raises TrialError."""
    demand(file.is_file(), f"There is no {file.name}.")
    done = subprocess.run(
        ["pdftotext", "-layout", str(file), "-"], capture_output=True, text=True, check=False
    )
    text = " ".join(done.stdout.split())
    for words in wanted:
        demand(words in text, f"{file.name} does not say “{words}”: {text[:500]}")
    return f"{file.stat().st_size / 1024:.0f} KB, its text can be read"
