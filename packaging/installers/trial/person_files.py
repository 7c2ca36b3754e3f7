"""What the person of the trial has at home: cards of invented people, and what they make of them."""

from __future__ import annotations

from installers.trial.root import HOME

EVENT = "Fore Street breakfast"
SHEET = "Prep sheet for Zoë.pdf"
OTHER = "Other people.netdesk"

FIRST_CARDS = "Zoë's first cards.vcf"
SECOND_CARDS = "Cards from the fair.vcf"
THIRD_CARDS = "One more card.vcf"
FOURTH_CARDS = "A card by post.vcf"
FIRST_PEOPLE = ("Åsa Lindqvist", "Ravi Menon")
SECOND_PEOPLE = ("Noor Haddad", "Șerban Ionescu")
THIRD_PEOPLE = ("Winston Clarke",)
FOURTH_PEOPLE = ("Mira Kovač",)

WORKSPACE = ".local/share/netdesk/My network.netdesk"
_HOME = HOME.lstrip("/")
_FILES = (FIRST_CARDS, SECOND_CARDS, THIRD_CARDS, FOURTH_CARDS, SHEET, f"{EVENT}.pdf", OTHER)
OWN = (
    *(f"{_HOME}/{name}" for name in _FILES),
    *(f"{_HOME}/{folder}" for folder in (".local", ".local/share", ".local/state", ".config", ".cache")),
    *(f"{_HOME}/{folder}*" for folder in (".local/share/netdesk", ".config/netdesk", ".local/state/netdesk")),
    f"{_HOME}/.cache/fontconfig*",  # Every program that draws text keeps it.
)
"""What they made themselves, their workspace, what belongs to this computer, the logs: no removal touches them."""


def cards(names: tuple[str, ...]) -> bytes:
    """A vCard file with these people, each with a firm and an address."""
    written = []
    for number, name in enumerate(names, 1):
        given, family = name.split(" ", 1)
        lines = ("BEGIN:VCARD", "VERSION:3.0", f"N:{family};{given};;;", f"FN:{name}", f"ORG:{family} & Co")
        rest = (f"EMAIL:{number}@{family.lower()}.example", "TEL:+44 7700 90012" + str(number), "END:VCARD")
        written.append("\r\n".join((*lines, *rest)) + "\r\n")
    return "".join(written).encode()
