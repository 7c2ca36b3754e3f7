"""Who of the people in files is here already: by UID, e-mail, LinkedIn address, phone with the name, name and firm.

Everything is looked up in memory; 100,000 people are read in about a second.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from netdesk.background.jobs import Report
from netdesk.formats.linkedin import profile_key
from netdesk.formats.phone import phone_key
from netdesk.services.card_values import CleanCard
from netdesk.store.workspace import Workspace

_AT_ONCE = 2_000
_PHONE_KEY_DIGITS = 9


class MatchedBy(Enum):
    """Why two are taken for the same person; the value says it in a sentence with the other's name."""

    UID = "the same card as {who}"
    EMAIL = "same e-mail as {who}"
    PROFILE = "same LinkedIn as {who}"
    PHONE = "name and phone as {who}"
    NAME = "name and firm as {who}"
    NAME_ALONE = "same name as {who}"
    OTHER_NAME = "{who} has this e-mail"
    OTHER_CARD = "{who} is the same card"

    @property
    def is_sure(self) -> bool:
        """Whether nobody needs to decide."""
        return self in {MatchedBy.UID, MatchedBy.EMAIL, MatchedBy.PROFILE, MatchedBy.PHONE}


@dataclass(frozen=True, slots=True)
class Match:
    """Somebody already known: a person's id, or minus one minus the number of an earlier row of the files."""

    target: int
    by: MatchedBy


class Known:
    """Everybody there is, by all that tells people apart. Targets are ids, or negative for rows of the files."""

    def __init__(self) -> None:
        self._names: dict[int, str] = {}
        self._by_uid: dict[str, int] = {}
        self._by_key: dict[str, tuple[int, ...]] = {}
        self._by_name: dict[tuple[str, str], int] = {}
        self._binned: set[int] = set()

    def is_binned(self, target: int) -> bool:
        """Whether that person lies in the bin."""
        return target in self._binned

    def load(self, ws: Workspace, report: Report, text: str) -> None:
        """Take in everybody of the workspace, in the bin or not."""
        people = ws.sql(
            "SELECT id, uid, sort_name, sort_organisation, binned_at IS NOT NULL AS binned FROM person"
            " ORDER BY binned, id"
        )
        while rows := people.fetchmany(_AT_ONCE):
            report(0, 0, text)
            for person, uid, name, firm, binned in rows:
                self._names[person] = name
                if binned:
                    self._binned.add(person)
                self._by_uid[uid] = person
                self._by_name.setdefault((name, firm), person)
        points = ws.sql(
            "SELECT c.person_id, c.kind, c.value, c.normalised FROM contact_point c JOIN person p"
            " ON p.id = c.person_id WHERE c.kind IN ('email', 'phone') OR c.normalised LIKE '%linkedin.com/%'"
            " ORDER BY p.binned_at IS NOT NULL, c.person_id"
        )
        while rows := points.fetchmany(_AT_ONCE):
            report(0, 0, text)
            for person, kind, value, normal in rows:
                key = _key(kind, value, normal)
                if key:
                    self._put(key, person)

    def add(self, card: CleanCard, target: int) -> None:
        """Take in somebody from a file under ``target``."""
        self._names.setdefault(target, card.folded_name)
        if card.uid:
            self._by_uid.setdefault(card.uid, target)
        for key in _keys(card):
            self._put(key, target)
        self._by_name.setdefault((card.folded_name, card.folded_firm), target)

    def find(self, card: CleanCard) -> Match | None:
        """Who this is, if anybody; the surest sign first."""
        doubtful: Match | None = None
        if card.uid and (target := self._by_uid.get(card.uid)) is not None:
            if self._may_be(card, target):
                return Match(target, MatchedBy.UID)
            doubtful = Match(target, MatchedBy.OTHER_CARD)
        for key in _keys(card):
            targets = self._by_key.get(key, ())
            if key[0] == "t":
                same = next((one for one in targets if self._names[one] == card.folded_name), None)
                if same is not None:
                    return Match(same, MatchedBy.PHONE)
                continue
            for target in targets:
                if key[0] == "l" or self._may_be(card, target):
                    return Match(target, MatchedBy.PROFILE if key[0] == "l" else MatchedBy.EMAIL)
            if targets and doubtful is None:
                # An address such as info@ is shared by a whole firm.
                doubtful = Match(targets[0], MatchedBy.OTHER_NAME)
        target = self._by_name.get((card.folded_name, card.folded_firm))
        if target is not None:
            return Match(target, MatchedBy.NAME if card.folded_firm else MatchedBy.NAME_ALONE)
        return doubtful

    def _may_be(self, card: CleanCard, target: int) -> bool:
        """Whether the names do not speak against it: one has none, or they share a word."""
        mine, theirs = card.folded_name, self._names[target]
        if mine == theirs or not card.has_own_name:
            return True
        words = theirs.split()
        return "@" in theirs or not set(words).isdisjoint(mine.split())

    def _put(self, key: str, target: int) -> None:
        held = self._by_key.get(key)
        if held is None:
            self._by_key[key] = (target,)
        elif target not in held and len(held) < 50:
            self._by_key[key] = (*held, target)


def _keys(card: CleanCard) -> Iterator[str]:
    """LinkedIn first, then e-mail, then phones: from the surest to the least sure."""
    keys = [_key(point.kind, point.value, point.normalised) for point in card.points]
    for first in "let":
        for key in keys:
            if key.startswith(first):
                yield key


def _key(kind: str, value: str, normal: str) -> str:
    if kind == "email":
        return f"e{normal}"
    if kind == "phone":
        digits = normal.lstrip("+")
        if not (digits.isascii() and digits.isdecimal()):
            digits = phone_key(value)
        # As formats.phone.phone_key, for numbers whose digits are known already.
        return f"t{digits[-_PHONE_KEY_DIGITS:].lstrip('0')}" if len(digits) >= 5 else ""
    if kind in {"social", "web"} and "linkedin.com/" in normal:
        return f"l{profile_key(value)}"
    return ""
