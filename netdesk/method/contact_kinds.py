"""What a contact is to me, how it stands to a target market, and the ways to reach it (method §2, §7, §10)."""

from __future__ import annotations

from enum import StrEnum


class PersonKind(StrEnum):
    """What a person is to my business; one person may be several."""

    POTENTIAL_CLIENT = "potential_client"
    STRATEGIC_PARTNER = "strategic_partner"
    CONNECTOR = "connector"
    SUPPLIER = "supplier"
    SAME_TRADE = "same_trade"
    COMPETITOR = "competitor"
    CLIENT = "client"

    @property
    def label(self) -> str:
        """The words on a chip: "Potential client"."""
        return _label(self)

    @property
    def competes(self) -> bool:
        """Whether such a person in the room asks for the competitor notice (§7)."""
        return self in {PersonKind.COMPETITOR, PersonKind.SAME_TRADE}


class MarketStanding(StrEnum):
    """How a contact stands to a target market; one that is neither has no standing."""

    IN = "in"
    CLOSE = "close"

    @property
    def label(self) -> str:
        """The words in a form: "In this market", "Close to it"."""
        return "In this market" if self is MarketStanding.IN else "Close to it"


class PointKind(StrEnum):
    """A way to reach a contact."""

    EMAIL = "email"
    PHONE = "phone"
    ADDRESS = "address"
    WEB = "web"
    SOCIAL = "social"

    @property
    def label(self) -> str:
        """The word in a form: "E-mail", "Phone", …"""
        return "E-mail" if self is PointKind.EMAIL else _label(self)

    @property
    def use_labels(self) -> tuple[str, ...]:
        """The uses offered for this kind ("work", "mobile", …), the commonest first; others may be typed."""
        return _USES[self]


_USES = {
    PointKind.EMAIL: ("work", "home", "other"),
    PointKind.PHONE: ("mobile", "work", "home", "fax", "other"),
    PointKind.ADDRESS: ("work", "home", "other"),
    PointKind.WEB: ("web", "work", "home"),
    PointKind.SOCIAL: ("LinkedIn", "Instagram", "Facebook", "X", "other"),
}


def _label(kind: StrEnum) -> str:
    return kind.value.replace("_", " ").capitalize()
