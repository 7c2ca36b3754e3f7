"""Letting cards go on purpose, with a reason if there is one: ``open_let_go_form(shell, card_ids, done=None)``."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from netdesk.method.changes import Changes
from netdesk.services.cards import card_lines, let_go
from netdesk.ui.pages.person.fields import labelled, line
from netdesk.ui.pages.person.sheet import Sheet, show_sheet
from netdesk.ui.shell import Shell
from netdesk.ui.widgets.chip import FilterChip
from netdesk.ui.widgets.flow_layout import FlowLayout
from netdesk.ui.widgets.labels import WrapLabel
from netdesk.ui.widgets.paint import one_line

REASONS = (
    "Nothing I can do for them now",
    "Not one of my markets",
    "Only wanted to sell to me",
    "Same person met elsewhere",
)
_LONGEST = 500
_NAME = 60


class LetGoForm(Sheet):
    """Why these cards are let go; the line may stay empty."""

    def __init__(
        self, shell: Shell, card_ids: Sequence[int], who: str, reason: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(shell, f"Let {who} go", "Let go", "The contact stays", parent)
        self._cards = tuple(card_ids)
        self._who = who
        self.done: Callable[[], None] | None = None
        self.reason = line(reason, "Optional: why")
        self.reason.setMaxLength(_LONGEST)
        said = "Letting go is a decision too: the card is off the list, the person stays in your contacts."
        self.body.addWidget(WrapLabel(said))
        self.body.addWidget(labelled("Reason", self.reason))
        offered = QWidget()
        flow = FlowLayout(offered)
        for words in REASONS:
            chip = FilterChip(words, checkable=False)
            chip.clicked.connect(partial(self._take, words))
            flow.addWidget(chip)
        self.body.addWidget(offered)

    def begin(self) -> None:
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take(self, words: str, _: bool = False) -> None:
        self.reason.setText(words)
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def state(self) -> dict[str, Any]:
        reason = self.reason.text().strip()
        return {"cards": self._cards, "reason": reason} if reason else {}

    def keep(self) -> None:
        """Let them go."""
        cards, reason = self._cards, self.reason.text()
        self.write(lambda workspace: let_go(workspace, cards, reason), self._gone)

    def _gone(self, _: Changes) -> None:
        self.finish()
        self.shell.toast(f"Let {self._who} go", undo=True)
        if self.done is not None:
            self.done()


def open_let_go_form(
    shell: Shell, card_ids: Sequence[int], done: Callable[[], None] | None = None
) -> Sheet | None:
    """Ask why, and let the cards go; ``done`` is called once that is kept. None when the cards are gone."""
    return _open(shell, done, {"cards": tuple(card_ids), "reason": ""})


def _open(shell: Shell, done: Callable[[], None] | None, state: dict[str, Any]) -> Sheet | None:
    lines = shell.desk.read(partial(card_lines, card_ids=state["cards"]))
    if not lines:
        shell.toast("Those cards are not in the workspace any more.")
        return None
    who = one_line(lines[0].name)[:_NAME] if len(lines) == 1 else f"{len(lines):,} cards"
    form = LetGoForm(shell, [each.id for each in lines], who, state["reason"])
    form.done = done

    def again(typed: dict[str, Any]) -> object:
        return _open(shell, done, typed)

    return show_sheet(shell, form, "Nobody is let go yet.", again)
