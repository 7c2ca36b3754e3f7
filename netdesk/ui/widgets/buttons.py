"""Buttons of the four kinds, each with an accessible name and its shortcut in the tooltip.

``primary_button(text, icon=None, shortcut=None, parent=None)``, ``plain_button(…)``, ``quiet_button(…)``,
``link_button(…)``, all → ``QPushButton`` (``small=True`` for the flat ones in rows);
``icon_button(icon, name, shortcut=None, framed=True, parent=None)`` → ``QToolButton``.
A ``shortcut`` is text such as ``"Ctrl+N"`` and is only shown: the action catalogue owns the keys.
"""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from netdesk.ui.theme.icons import icon, icon_size
from netdesk.ui.theme.metrics import Type, metrics
from netdesk.ui.widgets.enter_presses import EnterPushButton, EnterToolButton
from netdesk.ui.widgets.labels import plain_tooltip


def primary_button(
    text: str,
    glyph: str | None = None,
    shortcut: str | None = None,
    parent: QWidget | None = None,
    *,
    small: bool = False,
) -> QPushButton:
    """Make the one filled button of a screen."""
    return _button("primary", text, glyph, "on-accent", shortcut, parent, small)


def plain_button(
    text: str,
    glyph: str | None = None,
    shortcut: str | None = None,
    parent: QWidget | None = None,
    *,
    small: bool = False,
) -> QPushButton:
    """Make an ordinary, framed button."""
    return _button("plain", text, glyph, "text", shortcut, parent, small)


def quiet_button(
    text: str,
    glyph: str | None = None,
    shortcut: str | None = None,
    parent: QWidget | None = None,
    *,
    small: bool = False,
) -> QPushButton:
    """Make a button without a frame, for what is rarely wanted or stands in a card's header."""
    return _button("quiet", text, glyph, "text-2", shortcut, parent, small)


def link_button(text: str, parent: QWidget | None = None) -> QPushButton:
    """Make words in the accent colour that lead somewhere."""
    return _button("link", text, None, "accent", None, parent, False)


def icon_button(
    glyph: str,
    name: str,
    shortcut: str | None = None,
    parent: QWidget | None = None,
    *,
    framed: bool = True,
    primary: bool = False,
    small: bool = False,
) -> QToolButton:
    """Make a button that is only an icon; ``name`` is its accessible name and its tooltip."""
    button = EnterToolButton(parent)
    kind = "primary" if primary else ("plain" if framed else "icon")
    button.setProperty("kind", kind)
    if small:
        button.setProperty("small", True)
    button.setIcon(icon(glyph, "on-accent" if primary else "text", "accent"))
    button.setIconSize(QSize(metrics().px(12), metrics().px(12)) if small else icon_size())
    button.setAccessibleName(name)
    button.setToolTip(shortcut_tooltip(name, shortcut))
    return button


def shortcut_tooltip(name: str, shortcut: str | None) -> str:
    """Write a tooltip: the name and, if there is one, the shortcut the way this system writes it."""
    if not shortcut:
        return plain_tooltip(name)
    return plain_tooltip(f"{name}  ({shortcut_text(shortcut)})")


def shortcut_text(shortcut: str) -> str:
    """Write a shortcut the way this system does (⌘ on a Mac)."""
    return QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText)


def _button(
    kind: str,
    text: str,
    glyph: str | None,
    role: str,
    shortcut: str | None,
    parent: QWidget | None,
    small: bool,
) -> QPushButton:
    button = EnterPushButton(text, parent)
    button.setProperty("kind", kind)
    if small:
        button.setProperty("small", True)
        button.setFont(metrics().font(Type.SECONDARY))
    if glyph:
        button.setIcon(icon(glyph, role, "accent"))
        # Wider than high: Qt leaves too little room between an icon and the words.
        button.setIconSize(QSize(metrics().px(22), icon_size().height()))
    # A single & marks the letter of a shortcut, two of them are one to be read.
    said = "&".join(part.replace("&", "") for part in text.split("&&"))
    button.setAccessibleName(said)
    if shortcut:
        button.setToolTip(shortcut_tooltip(said.rstrip("…"), shortcut))
    button.setAutoDefault(False)
    return button
