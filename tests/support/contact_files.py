"""Contact files for tests, with invented people."""

from __future__ import annotations

from pathlib import Path

LINKEDIN = (
    "Notes:\n"
    '"When exporting your connection data, you may notice that some addresses are missing."\n'
    "\n"
    "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
    "Anna,Kowalska,https://www.linkedin.com/in/anna-k,anna@kowalska.example,Kowalska Events,Owner,12 Mar 2024\n"
    "Jürgen,Groß,https://www.linkedin.com/in/jürgen-groß,,Groß Bau,Bauleiter,01 Feb 2023\n"
    ",,https://www.linkedin.com/in/gone,,,,03 Feb 2023\n"
)


def card(name: str, *lines: str) -> str:
    """One vCard 3.0 with the N given ("Adeyemi;Grace;;;") and further lines."""
    return "\r\n".join(["BEGIN:VCARD", "VERSION:3.0", f"N:{name}", *lines, "END:VCARD", ""])


def cards_file(folder: Path, *cards: str, name: str = "contacts.vcf") -> Path:
    """Write cards into a file."""
    path = folder / name
    path.write_bytes("".join(cards).encode())
    return path


def linkedin_file(folder: Path, text: str = LINKEDIN, name: str = "Connections.csv") -> Path:
    """Write LinkedIn's list of connections."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path
