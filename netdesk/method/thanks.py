"""Whom to thank for a win: chains of people, from the one it began with to the one who sent the client (method §8).

Everybody in the chains has a share of the win, their weight of the sum of all weights: a win counts once, however
many are thanked.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from netdesk.method.errors import InvalidInput
from netdesk.method.names import fold

ARROW = " → "
MOST_THANKED = 30
_ALONG = re.compile("->|=>|→|⇒|>")
_BETWEEN = re.compile(r"[,;+&\n]")
_QUOTED = re.compile(r'"([^"]*)"')
_SPECIAL = re.compile(r"[,;+&>→⇒\n]")
_MARK = "\ue000{}\ue001"
_MARKED = re.compile("\ue000(\\d+)\ue001")


@dataclass(frozen=True, slots=True)
class Thank:
    """Somebody to thank: by name, and who it is where I know them; ``weight`` is 1 unless it is set otherwise."""

    name: str
    person_id: int | None = None
    weight: float = 1.0


class Named(Protocol):
    """Somebody with a name."""

    @property
    def name(self) -> str:
        """The name."""


Chain = tuple[Thank, ...]
Chains = tuple[Chain, ...]


def parse_thanks(text: str) -> Chains:
    """Read "Sam Carter → Nadia Rahman, Ken Oduya": > or -> along a chain; a comma, ; + or & between chains.

    A name with such a sign in it stands between "quotation marks". Who the people are is not known here.
    """
    held: list[str] = []

    def hold(found: re.Match[str]) -> str:
        held.append(found[1])
        return _MARK.format(len(held) - 1)

    def name(part: str) -> str:
        return " ".join(_MARKED.sub(lambda found: held[int(found[1])], part).split())

    plain = _QUOTED.sub(hold, text.replace("\ue000", "").replace("\ue001", ""))
    chains = []
    for part in _BETWEEN.split(plain):
        names = [written for step in _ALONG.split(part) if (written := name(step))]
        if names:
            chains.append(tuple(Thank(each) for each in names))
    return tuple(chains)


def thanks_words(chains: Sequence[Sequence[Named]]) -> str:
    """Write chains the way they are read: "Sam Carter → Nadia Rahman, Ken Oduya"."""
    return ", ".join(ARROW.join(_written(one.name) for one in chain) for chain in chains)


def shares(chains: Sequence[Sequence[Thank]]) -> tuple[tuple[float, ...], ...]:
    """Return each one's share of the win, chain by chain; together they are one."""
    whole = sum(one.weight for chain in chains for one in chain)
    return tuple(tuple(one.weight / whole for one in chain) for chain in chains)


def check_thanks(chains: Sequence[Sequence[Thank]]) -> None:
    """Raise InvalidInput (field "thanks") where somebody comes twice in one chain, or too many are thanked."""
    if sum(len(chain) for chain in chains) > MOST_THANKED:
        raise InvalidInput(
            f"A win can be shared among {MOST_THANKED} people at most.",
            "Name those who did most for it.",
            field="thanks",
        )
    for chain in chains:
        seen: set[object] = set()
        for one in chain:
            who: object = one.person_id or fold(one.name)
            if who in seen:
                raise InvalidInput(
                    f"{_short(one.name)} comes twice in one chain.",
                    "Name each person once, from the one it began with to the one who sent the client.",
                    field="thanks",
                )
            seen.add(who)
            if not 0 < one.weight < float("inf"):
                raise InvalidInput(
                    "A share is more than nothing.", "Give each a share, such as 1.", field="thanks"
                )


def _written(name: str) -> str:
    return f'"{name}"' if _SPECIAL.search(name) or "->" in name or "=>" in name else name


def _short(name: str) -> str:
    return name if len(name) <= 60 else f"{name[:59]}…"
