"""The history as a person sees it: what was done, and the way back to any point of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from netdesk.method.changes import Changes
from netdesk.method.dates import parse_moment
from netdesk.store.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Step:
    """One operation: its sentence, when it was done, and whether it is undone at present."""

    operation: int
    title: str
    made_at: datetime
    undone: bool


def steps(workspace: Workspace) -> tuple[Step, ...]:
    """All steps that can be undone or redone, newest first."""
    return tuple(
        Step(entry.operation, entry.title, parse_moment(entry.made_at), entry.undone)
        for entry in workspace.history()
    )


def undo_up_to(workspace: Workspace, operation: int) -> Changes | None:
    """Undo ``operation`` and everything done after it, all or nothing."""
    return workspace.undo_operation(operation)


def redo_up_to(workspace: Workspace, operation: int) -> Changes | None:
    """Do again everything that is undone, up to and with ``operation``."""
    changes: Changes | None = None
    for step in reversed(steps(workspace)):
        if step.undone and step.operation <= operation:
            done = workspace.redo()
            if done is not None:
                changes = done if changes is None else done | changes
    return changes
