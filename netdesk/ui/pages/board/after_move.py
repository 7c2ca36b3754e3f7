"""What follows a move: the keyboard goes along, a toast says it and offers Undo and Why."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from netdesk.method.changes import Changes
from netdesk.method.levels import Level
from netdesk.services import board, levels
from netdesk.services.workspaces import Workspace
from netdesk.ui.pages.board.column_model import ColumnModel
from netdesk.ui.pages.board.moves import Moves
from netdesk.ui.pages.board.reason_card import ReasonCard
from netdesk.ui.pages.board.walking import Walking
from netdesk.ui.shell import Shell
from netdesk.ui.widgets.labels import wrappable

_LONGEST_NAME = 60


class AfterMove(QObject):
    """Listens to the moves of a board; ``arriving`` gives somebody who is shown only when the board is read anew."""

    arriving = Signal(object)

    def __init__(
        self,
        shell: Shell,
        moves: Moves,
        walking: Walking,
        models: Mapping[int | None, ColumnModel],
        known: Callable[[], Sequence[Level]],
    ) -> None:
        super().__init__(moves)
        self._shell = shell
        self._walking = walking
        self._models = models
        self._known = known
        moves.shown.connect(self._follow)
        moves.moved.connect(self._say)

    def _follow(self, people: list[int], level: int | None) -> None:
        self._walking.go_to(level, people)

    def _say(self, people: list[int], level: int | None, changes: Changes) -> None:
        if not people or changes.is_empty:
            return
        if self._models[level].row_of(people[0]) < 0:
            # They were so many that they are not shown yet.
            self.arriving.emit(people[0])
        sentence = self._sentence(people, level)
        ask = partial(self._ask_why, sentence, changes.operation)
        self._shell.toast(sentence, undo=True, actions=[(self.tr("Why?"), ask)])

    def _sentence(self, people: Sequence[int], level: int | None) -> str:
        if len(people) == 1:
            found = self._shell.desk.read(partial(board.cards, ids=people, today=self._shell.today()))
            who = found[0].name if found else self.tr("1 person")
            who = who if len(who) <= _LONGEST_NAME else f"{who[:_LONGEST_NAME]}…"
        else:
            who = self.tr("{0:,} people").format(len(people))
        if level is None:
            return self.tr("{0} moved back to unsorted").format(who)
        name = next((one.name for one in self._known() if one.number == level), str(level))
        return self.tr("{0} moved to {1}").format(who, name)

    def _ask_why(self, sentence: str, operation: int) -> None:
        card = ReasonCard(wrappable(sentence))
        overlay = self._shell.show_overlay(card, width=480)
        card.left.connect(overlay.close_overlay)
        card.given.connect(overlay.close_overlay)
        card.given.connect(partial(self._keep, operation))

    def _keep(self, operation: int, why: str) -> None:
        self._shell.desk.do(partial(_give_reason, operation=operation, why=why), self._kept)

    def _kept(self, _changes: Changes) -> None:
        self._shell.toast(self.tr("Kept with the move"))


def _give_reason(ws: Workspace, operation: int, why: str) -> Changes:
    return levels.give_reason(ws, operation, why)
