"""The colours can be read: the ratios of WCAG 2 computed from the theme files."""

from pathlib import Path

import pytest
from PySide6.QtGui import QColor

from netdesk.ui.theme.tokens import AVATAR_HUES, LEVELS, Theme, load_theme

RESOURCES = Path(__file__).resolve().parents[3] / "resources"
SURFACES = ("window", "panel", "panel-alt", "nav")
STATED = {
    "light": {
        "window": "#F6F4EF",
        "nav": "#EFECE4",
        "text-2": "#5B6270",
        "accent": "#0B6E69",
        "level-4": "#C98500",
    },
    "dark": {
        "window": "#17191D",
        "nav": "#1B1D22",
        "text-2": "#AEB3BD",
        "accent": "#4FC3B7",
        "level-4": "#E5B045",
    },
}


def luminance(color: QColor) -> float:
    parts = []
    for value in (color.redF(), color.greenF(), color.blueF()):
        parts.append(value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4)
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(theme: Theme, one: str, other: str) -> float:
    light, dark = sorted((luminance(theme.color(one)), luminance(theme.color(other))), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.fixture(params=["light", "dark"])
def theme(request: pytest.FixtureRequest) -> Theme:
    return load_theme(RESOURCES, request.param)


def too_weak(theme: Theme, pairs: list[tuple[str, str]], least: float) -> list[str]:
    return [
        f"{ink} on {ground}: {contrast(theme, ink, ground):.2f}"
        for ink, ground in pairs
        if contrast(theme, ink, ground) < least
    ]


def test_words_can_be_read_on_every_surface(theme: Theme) -> None:
    inks = ("text", "text-2", "faint", "placeholder")
    pairs = [(ink, ground) for ink in inks for ground in (*SURFACES, "accent-soft")]
    pairs += [("text", "hover"), ("text-2", "hover"), ("text", "hover-nav"), ("text", "nav-selected")]
    assert too_weak(theme, pairs, 4.5) == []


def test_words_on_coloured_grounds_can_be_read(theme: Theme) -> None:
    pairs = [(f"{tone}-text", f"{tone}-soft") for tone in ("good", "warn", "bad")]
    pairs += [("accent", ground) for ground in (*SURFACES, "accent-soft")]
    pairs += [("on-accent", "accent"), ("on-accent", "accent-hover"), ("on-accent", "accent-pressed")]
    pairs += [("on-level", f"level-{n}-fill") for n in range(1, LEVELS + 1)]
    pairs += [
        (f"level-{n}-text", ground)
        for n in range(1, LEVELS + 1)
        for ground in ("panel", "panel-alt", "window")
    ]
    pairs += [("on-avatar", f"avatar-{n}") for n in range(1, AVATAR_HUES + 1)]
    pairs += [(ink, "toast") for ink in ("toast-text", "toast-action", "toast-hint")]
    assert too_weak(theme, pairs, 4.5) == []


def test_marks_stand_out(theme: Theme) -> None:
    grounds = ("window", "panel", "panel-alt", "accent-soft")
    pairs = [(f"level-{n}-mark", ground) for n in range(1, LEVELS + 1) for ground in grounds]
    pairs += [("focus", ground) for ground in (*SURFACES, "accent-soft")]
    pairs += [("control-line", ground) for ground in ("window", "panel", "panel-alt")]
    pairs += [("text-3", "panel"), ("toast-good", "toast"), ("bad", "nav")]
    assert too_weak(theme, pairs, 3.0) == []


def test_the_stated_roles_have_the_stated_colours(theme: Theme) -> None:
    for role, value in STATED[theme.name].items():
        assert theme.color(role) == QColor(value), role


def test_both_schemes_have_the_same_roles() -> None:
    light, dark = load_theme(RESOURCES, "light"), load_theme(RESOURCES, "dark")
    assert set(light.roles) == set(dark.roles)
    assert (light.dark, dark.dark) == (False, True)
