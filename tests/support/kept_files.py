"""Workspace files made once and copied: an empty one, and one with the sample network in it.

A file made anew costs thirty milliseconds, the sample half a second; most tests only need one to begin with.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from netdesk.app import resources
from netdesk.services.sample import add_sample
from netdesk.store.workspace import Workspace

TODAY = date(2026, 11, 22)
"""The day on which tests take place."""


@cache
def empty_file() -> bytes:
    """A closed workspace with nothing in it yet."""
    return _file(with_sample=False)


@cache
def sample_file() -> bytes:
    """A closed workspace with the sample network in it."""
    return _file(with_sample=True)


def new_workspace(path: Path, backups: Path | None = None) -> Workspace:
    """Open the workspace at ``path``, an empty one where there is none yet."""
    if not path.exists():
        path.write_bytes(empty_file())
    return Workspace(path, backups)


def _file(*, with_sample: bool) -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "kept.netdesk"
        workspace = Workspace(path)
        if with_sample:
            add_sample(workspace, resources.path("sample"), TODAY)
        workspace.sql("PRAGMA wal_checkpoint(TRUNCATE)")
        workspace.close()
        return path.read_bytes()
