"""Opening the card in which wins are pasted, one at a time."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication

from netdesk.ui.pages.wins.paste.card import HEIGHT, WIDTH, PasteCard
from netdesk.ui.shell import Shell


def open_win_paste(shell: Shell, text: str | None = None) -> PasteCard:
    """Show what pasting ``text`` would do; without one, what was copied last if that is a table.

    A card that is open already takes the text.
    """
    held = next((card for card in shell.window.findChildren(PasteCard) if card.isVisible()), None)
    card = held or PasteCard(shell)
    if held is None:
        overlay = shell.show_overlay(card, width=WIDTH, height=HEIGHT, press_outside=False)
        card.closed.connect(overlay.close_overlay)
    copied = QGuiApplication.clipboard().text() if text is None else text
    # A sentence somebody copied is no table.
    if text is not None or "\t" in copied:
        card.take(copied)
    card.begin()
    return card
