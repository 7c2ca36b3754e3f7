"""Where NetDesk keeps things on this computer, by the platform's own customs.

Nothing here makes a folder or looks into one: whoever writes calls `made()`. Every place is asked for anew,
so a changed HOME or XDG variable is heeded.
"""

import errno
import getpass
import hashlib
import os
import sys
from collections.abc import Callable
from pathlib import Path

import platformdirs

WORKSPACE_NAME = "My network.netdesk"
WORKSPACE_SUFFIX = ".netdesk"
NO_HOME = "~"
"""What a path begins with when it cannot be told where this user's files are."""
_KEY_LENGTH = 16


def _application() -> str:
    # Folders are lower case by custom on Linux, and carry the product's name elsewhere.
    return "NetDesk" if sys.platform in {"darwin", "win32"} else "netdesk"


def _place(ask: Callable[..., Path]) -> Path:
    try:
        return ask(_application(), appauthor=False)
    except RuntimeError:
        # This user has no home. The start says so before anything is written; see `starting/problems`.
        return Path(NO_HOME) / _application()


def data_folder() -> Path:
    """The folder for what a person owns: the workspace, unless they chose another place for it."""
    return _place(platformdirs.user_data_path)


def default_workspace() -> Path:
    """The workspace file that is opened when none is named."""
    return data_folder() / WORKSPACE_NAME


def backups_folder(workspace: Path) -> Path:
    """The folder for backups of `workspace`: beside it and named after it, so that people find both."""
    return workspace.with_name(f"{workspace.stem} backups")


def config_folder() -> Path:
    """The folder for what belongs to this computer alone, such as the window's place."""
    return _place(platformdirs.user_config_path)


def window_settings() -> Path:
    """The file that holds the window's place on this computer."""
    return config_folder() / "window.ini"


def log_folder() -> Path:
    """The folder for logs and crash notes."""
    return _place(platformdirs.user_log_path)


def state_folder() -> Path:
    """The folder for what NetDesk remembers between starts and may lose, such as the lock of a workspace."""
    return _place(platformdirs.user_state_path)


def lock_folder() -> Path:
    """The folder for the lock of a workspace: that of the state, or where it cannot be written one that can.

    Raises OSError when there is none.
    """
    folder = state_folder()
    if is_writable(folder):
        return folder
    import tempfile  # seldom needed

    other = Path(tempfile.gettempdir()) / f"{_application()}-{_user_number()}"
    made(other)
    if sys.platform != "win32" and other.stat().st_uid != os.getuid():
        # Somebody else made it, so it is theirs to trick us with.
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(other))
    return other


def is_writable(folder: Path) -> bool:
    """Whether files can be made in `folder`, which is made now if need be."""
    try:
        return os.access(made(folder), os.W_OK)
    except OSError:
        return False


def made(folder: Path) -> Path:
    """Make `folder`, readable by this user alone where it is new, and return it. Raises OSError."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def workspace_key(workspace: Path) -> str:
    """A short name for `workspace` and this user, the same however the path is written.

    Names the socket and the lock that keep a workspace to one window. It tells nothing of the path.
    """
    resolved = str(workspace.expanduser().resolve())
    if sys.platform == "win32":
        resolved = resolved.casefold()
    seed = f"{_user()}\0{resolved}".encode("utf-8", "surrogateescape")
    return hashlib.sha256(seed).hexdigest()[:_KEY_LENGTH]


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):  # a container's user may have no name
        return str(Path.home())


def _user_number() -> str:
    if sys.platform == "win32":
        return _user()
    return str(os.getuid())
