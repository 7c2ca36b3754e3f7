"""A group and its audit as the command line writes them."""

from __future__ import annotations

from datetime import date
from typing import Any

from netdesk.method.group_worth import Wins
from netdesk.method.groups import Answer, Mark, booked_words
from netdesk.services.group_audit import Audit, MemberLine
from netdesk.services.group_worth import GroupWorth
from netdesk.services.groups import Group

_HEADS = ("member", "organisation", "level", "know", "one-to-one", "used", "I referred", "they referred")


def group_as_json(group: Group) -> dict[str, Any]:
    """A group by its names; days as 2024-02-02, ``meets_on`` is 0 for Monday."""
    return {
        "id": group.id,
        "name": group.name,
        "why": group.why,
        "place": group.place,
        "meets_every": group.meets_every.value if group.meets_every else None,
        "meets_on": group.meets_on,
        "meets_at": f"{group.meets_at:%H:%M}" if group.meets_at else None,
        "minutes": group.minutes,
        "fee": group.fee,
        "fee_per": group.fee_per.value,
        "currency": group.currency,
        "since": _day(group.since),
        "left_on": _day(group.left_on),
        "note": group.note,
    }


def audit_as_json(audit: Audit) -> dict[str, Any]:
    """The members with their marks, the shares, and who is next."""
    return {
        "members": [_member(line) for line in audit.members],
        "count": audit.count,
        "gone": audit.gone,
        "shares": {
            mark.value: {"count": audit.shares[mark].count, "percent": audit.shares[mark].percent}
            for mark in Mark
        },
        "next_one_to_ones": [{"person": one.id, "name": one.name} for one in audit.next_one_to_ones],
        "next_sentence": audit.next_sentence,
    }


def worth_as_json(worth: GroupWorth) -> dict[str, Any]:
    """What the last year there took and gave."""
    year = worth.year
    return {
        "until": worth.until.isoformat(),
        "money": [{"amount": amount, "currency": code} for amount, code in year.money],
        "hours": year.hours,
        "hours_estimated": year.estimated,
        "referrals_given": year.gave,
        "referrals_received": year.got,
        "wins": None if year.wins is None else _wins_as_json(year.wins),
        "verdict": worth.verdict,
    }


def _wins_as_json(wins: Wins) -> dict[str, Any]:
    """What was won; the currency is empty for the own one."""
    amounts = [] if wins.value is None else [(wins.value, wins.currency)]
    return {
        "count": wins.count,
        "worth": [{"amount": amount, "currency": code} for amount, code in (*amounts, *wins.apart)],
    }


def audit_table(audit: Audit, today: date) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """The heads and the rows of the audit."""
    rows = [
        (
            f"{line.name} (left)" if line.left else line.name,
            line.organisation,
            str(line.level) if line.level else "-",
            *(_sign(line.marks[mark], today) for mark in Mark),
        )
        for line in audit.members
    ]
    return _HEADS, rows


def _sign(answer: Answer, today: date) -> str:
    if not answer.yes and answer.booked is not None:
        return booked_words(answer.booked, today)
    sign = "yes" if answer.yes else "-"
    return f"{sign} (by hand)" if answer.by == "hand" else sign


def _member(line: MemberLine) -> dict[str, Any]:
    return {
        "person": line.person_id,
        "name": line.name,
        "organisation": line.organisation,
        "level": line.level or None,
        "joined": _day(line.joined),
        "left": _day(line.left),
        "role": line.role,
        "learned": line.learned,
        "marks": {
            mark.value: {
                "yes": answer.yes,
                "by": answer.by or None,
                "booked": _day(answer.booked),
                "why": answer.why,
            }
            for mark, answer in line.marks.items()
        },
    }


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
