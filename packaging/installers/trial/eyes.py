"""Reads the window as a screen reader does: what is shown, in words, and where, over the accessibility bus."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from time import monotonic
from typing import Any

from installers.trial.bus import Bus, BusError, Call
from installers.trial.report import TrialError

_REGISTRY = "org.a11y.atspi.Registry"
_ROOT = "/org/a11y/atspi/accessible/root"
_ACCESSIBLE = "org.a11y.atspi.Accessible"
_COMPONENT = "org.a11y.atspi.Component"
_PROPERTIES = "org.freedesktop.DBus.Properties"
_ACTIVE, _SHOWING = 1, 25
"""Bits of the state, from AT-SPI's atspi-constants.h."""
_MOST_CHILDREN = 60
"""Of a list with more rows only the first are read."""
_MOST = 4000
LONGEST_WAIT = 20.0
_LOOK_EVERY = 0.15


@dataclass(frozen=True, slots=True)
class Seen:
    """Something shown: where the bus finds it, what it is called, and whether it is the active window."""

    owner: str
    path: str
    name: str
    role: str
    active: bool


class Eyes:
    """Looks at all windows of the programs on one accessibility bus."""

    def __init__(self, socket: Path) -> None:
        self._bus = Bus(socket)

    def close(self) -> None:
        """Look no more."""
        self._bus.close()

    def everything(self) -> list[Seen]:
        """All that is shown and has a name, from the outer to the inner."""
        return [seen for level in self._levels() for seen in level if seen.name]

    def find(self, pattern: str) -> Seen | None:
        """The first thing shown whose name matches ``pattern`` from its beginning, or None."""
        return next((seen for seen in self.everything() if re.match(pattern, seen.name)), None)

    def wait_for(self, pattern: str, what: str, seconds: float = LONGEST_WAIT) -> Seen:
        """Look until something so named is shown. Raises TrialError with what is on the screen instead."""
        pause, until = Event(), monotonic() + seconds
        while monotonic() < until:
            found = self.find(pattern)
            if found is not None:
                return found
            pause.wait(_LOOK_EVERY)
        words = " | ".join(dict.fromkeys(seen.name for seen in self.everything()))
        raise TrialError(f"{what} is not on the screen, which says: {words[:3000] or 'nothing'}")

    def middle(self, seen: Seen) -> tuple[int, int]:
        """The middle of something shown, in pixels of the screen."""
        extents = self._bus.ask(Call(seen.owner, seen.path, _COMPONENT, "GetExtents", (0,)))[0]
        left, top, width, height = extents
        return left + width // 2, top + height // 2

    def _levels(self) -> Iterator[list[Seen]]:
        """What is shown, level by level: a level's questions travel together."""
        parts = self._children([(_REGISTRY, _ROOT)])
        read = 0
        while parts and read < _MOST:
            parts = parts[: _MOST - read]
            read += len(parts)
            level = [seen for seen in self._described(parts) if seen is not None]
            yield level
            parts = self._children([(seen.owner, seen.path) for seen in level])

    def _described(self, parts: Sequence[tuple[str, str]]) -> list[Seen | None]:
        names = self._ask(parts, _PROPERTIES, "Get", (_ACCESSIBLE, "Name"))
        roles = self._ask(parts, _ACCESSIBLE, "GetRoleName")
        states = self._ask(parts, _ACCESSIBLE, "GetState")
        described: list[Seen | None] = []
        for (owner, path), name, role, state in zip(parts, names, roles, states, strict=True):
            if name is None or role is None or state is None:
                described.append(None)  # It was taken away while we looked.
                continue
            bits = state[0][0]
            shown = bits >> _SHOWING & 1 or role[0] == "application"
            active = bool(bits >> _ACTIVE & 1)
            described.append(Seen(owner, path, name[0], role[0], active) if shown else None)
        return described

    def _children(self, parts: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
        answers = self._ask(parts, _ACCESSIBLE, "GetChildren")
        found: list[tuple[str, str]] = []
        for answer in answers:
            if answer is not None:
                found += [(owner, path) for owner, path in answer[0][:_MOST_CHILDREN]]
        return found

    def _ask(
        self,
        parts: Sequence[tuple[str, str]],
        interface: str,
        member: str,
        arguments: tuple[str | int, ...] = (),
    ) -> list[tuple[Any, ...] | None]:
        try:
            return self._bus.ask_all(
                [Call(owner, path, interface, member, arguments) for owner, path in parts]
            )
        except BusError as error:
            raise TrialError(str(error)) from error
