"""Letting a promise or an ask go with a reason."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from netdesk.method.changes import Changes
from netdesk.services.ledger import drop_entry
from netdesk.services.workspaces import Workspace
from netdesk.ui.pages.person.reason_form import Question, ask_reason
from netdesk.ui.pages.person.sheet import Sheet
from netdesk.ui.shell import Shell
from netdesk.ui.widgets.paint import one_line

_WORDS = 80


def open_let_go_form(shell: Shell, entry_id: int, words: str) -> Sheet:
    """Open the card that lets an entry go with a reason; ``words`` say what it was."""
    said = one_line(words)[:_WORDS]
    question = Question(
        title=f"Let go “{said}”",
        keep="Let it go",
        hint="Enter lets it go",
        example="Somebody else did it",
        done=f"Let go: {said}",
        unfinished="It is not let go yet.",
    )

    def letting_go(reason: str) -> Callable[[Workspace], Changes]:
        return partial(drop_entry, entry_id=entry_id, today=shell.today(), reason=reason)

    return ask_reason(shell, question, letting_go)
