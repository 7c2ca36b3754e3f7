"""Dropping a follow-up with a reason."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from netdesk.method.changes import Changes
from netdesk.services.follow_ups import drop_follow_up
from netdesk.services.today import FollowUpLine
from netdesk.services.workspaces import Workspace
from netdesk.ui.pages.person.reason_form import Question, ask_reason
from netdesk.ui.pages.person.sheet import Sheet
from netdesk.ui.shell import Shell
from netdesk.ui.widgets.paint import one_line

_ACTION = 80


def open_drop_form(shell: Shell, follow_up: FollowUpLine) -> Sheet:
    """Open the card that drops a follow-up with a reason."""
    said = one_line(follow_up.action)[:_ACTION]
    question = Question(
        title=f"Drop “{said}”",
        keep="Drop it",
        hint="Enter drops it",
        example="She has somebody for it now",
        done=f"Dropped: {said}",
        unfinished="Nothing is dropped yet.",
    )

    def dropping(reason: str) -> Callable[[Workspace], Changes]:
        return partial(drop_follow_up, follow_up_id=follow_up.id, reason=reason)

    return ask_reason(shell, question, dropping)
