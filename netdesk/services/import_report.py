"""What an import did, for the window, the command line and a file to keep."""

from __future__ import annotations

from dataclasses import dataclass

from netdesk.services.import_plan import Remark


@dataclass(frozen=True, slots=True)
class ImportReport:
    """Counts of people, and every place of the files that could not be used as it was.

    ``operation`` is the step of the history (0: nothing was written), ``tag`` the id of the chosen tag, if any.
    ``unreadable`` are rows and files that gave nobody, ``warnings`` details that were left out of somebody.
    """

    title: str
    added: int
    updated: int
    already_there: int
    left_out: int
    unreadable: tuple[Remark, ...]
    warnings: tuple[Remark, ...]
    operation: int = 0
    tag: int | None = None

    @property
    def is_whole(self) -> bool:
        """Whether everything of the files could be used."""
        return not (self.unreadable or self.warnings)

    def sentence(self) -> str:
        """What was done in one line: "1,512 people added, 12 updated"."""
        parts = []
        if self.added or not self.updated:
            parts.append(f"{people(self.added)} added")
        if self.updated:
            parts.append(f"{self.updated:,} updated" if parts else f"{people(self.updated)} updated")
        return ", ".join(parts)

    def as_text(self) -> str:
        """The whole report as plain text."""
        lines = [
            f"Contacts from {self.title}",
            "",
            f"Added: {self.added:,}",
            f"Updated: {self.updated:,}",
            f"Already there: {self.already_there:,}",
            f"Left out: {self.left_out:,}",
            f"Could not be read: {len(self.unreadable):,}",
        ]
        for heading, remarks in (
            ("Could not be read", self.unreadable),
            ("Left out of a card", self.warnings),
        ):
            if remarks:
                lines += ["", heading, *map(remark_line, remarks)]
        return "\n".join(lines) + "\n"


def remark_line(remark: Remark) -> str:
    """One remark on one line: "Connections.csv, line 1841: The line ends inside quotes."."""
    place = f"{remark.file}, line {remark.line:,}" if remark.line else remark.file
    text = f"  [{remark.text}]" if remark.text else ""
    return f"{place}: {remark.why}{text}"


def people(count: int) -> str:
    """A number of people in words."""
    return "1 person" if count == 1 else f"{count:,} people"
