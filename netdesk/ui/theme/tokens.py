"""Colours by role, read from one TOML file per scheme.

``load_theme(resources, "light")`` → :class:`Theme`; ``theme.color("accent")`` → ``QColor``;
``theme.css("accent")`` → a colour for a style sheet; ``theme.level(3)``, ``theme.avatar(5)``.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from PySide6.QtGui import QColor

LEVELS = 5
AVATAR_HUES = 8


class ThemeFileError(Exception):
    """A theme file is missing, is not TOML or names something that is not a colour."""


@dataclass(frozen=True)
class Theme:
    """All colours of one scheme, by role name (``window``, ``text-2``, ``level-3-mark`` …)."""

    name: str
    dark: bool
    roles: Mapping[str, str]
    _colors: dict[str, QColor] = field(default_factory=dict, repr=False, compare=False)

    def color(self, role: str) -> QColor:
        """Give the colour of a role. Raises ``KeyError`` for a role the theme does not have."""
        found = self._colors.get(role)
        if found is None:
            found = _to_color(self.roles[role])
            self._colors[role] = found
        return QColor(found)

    def css(self, role: str) -> str:
        """Give the colour of a role the way a Qt style sheet wants it."""
        color = self.color(role)
        return f"rgba({color.red()}, {color.green()}, {color.blue()}, {color.alpha()})"

    def level(self, number: int, use: str = "mark") -> QColor:
        """Give a level's colour for ``mark`` (dots, bars), ``text`` (words) or ``fill`` (under words).

        A number outside 1 … 5 (a person on no level) is drawn faint.
        """
        if 1 <= number <= LEVELS:
            return self.color(f"level-{number}-{use}")
        return self.color("faint")

    def avatar(self, hue: int) -> QColor:
        """Give one of the eight avatar colours; any whole number will do, it wraps round."""
        return self.color(f"avatar-{hue % AVATAR_HUES + 1}")


def load_theme(resources: Path, name: str) -> Theme:
    """Read ``themes/<name>.toml`` below the resources directory. Raises :class:`ThemeFileError`."""
    path = resources / "themes" / f"{name}.toml"
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ThemeFileError(f"The theme {path} cannot be read: {error}") from error
    roles: dict[str, str] = {}
    for table in data.values():
        if isinstance(table, dict):
            for role, value in table.items():
                if not isinstance(value, str) or not _to_color(value).isValid():
                    raise ThemeFileError(f"The theme {path} gives no colour for {role}: {value!r}")
                roles[role] = value
    return Theme(name=str(data.get("name", name)), dark=bool(data.get("dark")), roles=MappingProxyType(roles))


def _to_color(value: str) -> QColor:
    """Read ``#RRGGBB`` or ``#RRGGBBAA`` (the transparency last, as on the web)."""
    if len(value) == 9 and value.startswith("#"):
        value = f"#{value[7:9]}{value[1:7]}"
    return QColor.fromString(value)
