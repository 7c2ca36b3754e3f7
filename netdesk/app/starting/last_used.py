"""Which workspace a start opens that names none: the one used last, as long as it is where it was."""

from __future__ import annotations

from pathlib import Path

from netdesk.app import paths
from netdesk.services.recent_workspaces import RecentWorkspaces, is_there


def recent_workspaces() -> RecentWorkspaces:
    """The list kept on this computer."""
    return RecentWorkspaces(paths.config_folder() / "workspaces.json")


def last_used() -> Path:
    """The workspace used last; the usual one when there is none or it is gone."""
    newest = recent_workspaces().newest()
    return newest if newest is not None and is_there(newest) else paths.default_workspace()


def missed(opened: Path) -> Path | None:
    """The workspace used last, if it is gone and the usual one was opened in its place."""
    newest = recent_workspaces().newest()
    if newest is None or opened != paths.default_workspace() or newest == opened or is_there(newest):
        return None
    return newest
