"""The theme the application wears now. Painters ask for it when they paint; nobody keeps a copy."""

from __future__ import annotations

from netdesk.ui.theme.tokens import Theme


class _Worn:
    theme: Theme | None = None


def current_theme() -> Theme:
    """Give the theme in force. Raises ``RuntimeError`` before ``scheme.apply`` has been called."""
    if _Worn.theme is None:
        raise RuntimeError("No theme is in force: call netdesk.ui.theme.scheme.apply first.")
    return _Worn.theme


def wear(theme: Theme) -> None:
    """Make a theme the one in force, without telling any window (``scheme.apply`` does both)."""
    _Worn.theme = theme
