"""The icons of the ledger, and days as its rows say them."""

from __future__ import annotations

from netdesk.method.ledger import HelpWay, LedgerKind
from netdesk.ui.theme.icon_names import Icon

KIND_ICONS = {
    LedgerKind.GIVE: Icon.GIVE,
    LedgerKind.RECEIVE: Icon.ASK,
    LedgerKind.PROMISE: Icon.PROMISE,
    LedgerKind.ASK: Icon.ASK,
}
WAY_ICONS = {
    HelpWay.INTRODUCTION: Icon.CONTACTS,
    HelpWay.REFERRAL: Icon.REFERRAL,
    HelpWay.BOUGHT: Icon.MONEY,
    HelpWay.TESTIMONIAL: Icon.TESTIMONIAL,
    HelpWay.ADVICE: Icon.IDEA,
    HelpWay.PROMOTED: Icon.PITCHES,
    HelpWay.OTHER: Icon.GIVE,
}


def way_icon(way: HelpWay) -> Icon:
    """The icon for a way of helping, whoever helped."""
    return WAY_ICONS[way]
