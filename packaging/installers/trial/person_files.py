"""What the person of the trial has at home: cards of invented people."""

from __future__ import annotations

FIRST_CARDS = "Zoë's first cards.vcf"
SECOND_CARDS = "Cards from the fair.vcf"
THIRD_CARDS = "One more card.vcf"
FIRST_PEOPLE = ("Åsa Lindqvist", "Ravi Menon")
SECOND_PEOPLE = ("Noor Haddad", "Șerban Ionescu")
THIRD_PEOPLE = ("Winston Clarke",)


def cards(names: tuple[str, ...]) -> bytes:
    """A vCard file with these people, each with a firm and an address."""
    written = []
    for number, name in enumerate(names, 1):
        given, family = name.split(" ", 1)
        lines = ("BEGIN:VCARD", "VERSION:3.0", f"N:{family};{given};;;", f"FN:{name}", f"ORG:{family} & Co")
        rest = (f"EMAIL:{number}@{family.lower()}.example", "TEL:+44 7700 90012" + str(number), "END:VCARD")
        written.append("\r\n".join((*lines, *rest)) + "\r\n")
    return "".join(written).encode()
