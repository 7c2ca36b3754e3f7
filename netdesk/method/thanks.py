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
_BETWEEN = ",;+&\n"
_SIGN = re.compile("->|=>|[→⇒>,;+&\n]")
_QUOTED = re.compile('\\s*"([^"\n]{1,300})"[ \t]*(?=\\Z|->|=>|[→⇒>,;+&\n])')


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
    chains: list[list[str]] = [[]]
    place = 0
    while place <= len(text):
        name, end = _name(text, place)
        if name:
            chains[-1].append(name)
        sign = _SIGN.match(text, end)
        if sign is None:
            break
        if sign[0] in _BETWEEN:
            chains.append([])
        place = sign.end()
    return tuple(tuple(Thank(name) for name in chain) for chain in chains if chain)


def _name(text: str, place: int) -> tuple[str, int]:
    """The name that begins at a place, and where it ends."""
    quoted = _QUOTED.match(text, place)
    if quoted is not None:
        return " ".join(quoted[1].split()), quoted.end()
    sign = _SIGN.search(text, place)
    end = sign.start() if sign else len(text)
    name = " ".join(text[place:end].split())
    return (name.replace('"', "").strip() if name.startswith('"') else name), end


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
    if _SIGN.search(name) or name.startswith('"'):
        bare = name.replace('"', "")
        return f'"{bare}"'
    return name


def _short(name: str) -> str:
    return name if len(name) <= 60 else f"{name[:59]}…"
