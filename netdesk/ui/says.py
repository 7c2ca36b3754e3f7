"""Toasts as pages use them: a sentence, Undo, and functions behind further buttons."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from netdesk.ui.widgets.toast import Toast, ToastAction

Offer = tuple[str, Callable[[], None]]
TROUBLE_SECONDS = 15.0
USUAL_SECONDS = 8.0
STEPS = frozenset({"Undo", "Redo"})
SHORTCUTS = {"Undo": "Ctrl+Z"}


class Says(QObject):
    """Shows one toast at a time on a window and runs what its buttons promise."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._toast = Toast(window)
        self._toast.acted.connect(self._acted)
        self._offers: dict[str, Callable[[], None]] = {}

    def say(self, text: str, offers: Sequence[Offer] = (), *, good: bool = True) -> None:
        """Show ``text`` and offer what can be done about it; what went wrong (not ``good``) stays longer."""
        self._offers = dict(offers)
        actions = [ToastAction(label, label, SHORTCUTS.get(label, "")) for label, _ in offers]
        self._toast.show_message(text, actions, USUAL_SECONDS if good else TROUBLE_SECONDS, good)

    def forget_steps(self) -> None:
        """Take a message away that offers to undo or redo a step that is not the newest any more."""
        if STEPS & self._offers.keys():
            self._toast.dismiss()

    def text(self) -> str:
        """What is being said now; empty when nothing is."""
        return "" if self._toast.isHidden() else self._toast.text()

    def hush(self) -> None:
        """Take away what is being said."""
        self._toast.dismiss()

    def _acted(self, key: str) -> None:
        offer = self._offers.get(key)
        if offer is not None:
            offer()
