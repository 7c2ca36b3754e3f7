"""One window per workspace: a second start hands its files to the first and ends.

A lock decides who is first (it dies with its process, so a crash leaves nothing in the way); a local socket,
open to this user alone, carries the message. Both are named after the workspace by `paths.workspace_key`.
"""

import json
import logging
import os
import sys
from collections.abc import Sequence
from enum import Enum, auto
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from netdesk.app.paths import made

MAX_MESSAGE = 1024 * 1024
PATIENCE = 3_000  # milliseconds the first window may take to answer
_TOKEN = "XDG_ACTIVATION_TOKEN"
_LONGEST_TOKEN = 200
_ANSWER = b"ok\n"
_log = logging.getLogger(__name__)


class Claim(Enum):
    """What came of asking for the workspace."""

    FIRST = auto()  # it is ours: open the window
    HANDED_OVER = auto()  # the first window has taken the files and comes to the front: end
    NO_ANSWER = auto()  # another start has it but does not answer: say so and end


def lock_of(key: str, folder: Path) -> Path:
    """The file that is locked while the workspace `key` has a window."""
    return folder / f"netdesk-{key}.lock"


class SingleInstance(QObject):
    """Keeps one workspace to one window. `asked` carries the files (a tuple of paths) a second start brought.

    `asked` with no files means: come to the front.
    """

    asked = Signal(object)

    def __init__(self, key: str, folder: Path, parent: QObject | None = None) -> None:
        """Prepare for the workspace `key`; the lock is kept in `folder`."""
        super().__init__(parent)
        self._key = key
        self._name = f"netdesk-{key}"
        self._folder = folder
        self._lock: QLockFile | None = None
        self._server: QLocalServer | None = None
        self._received: dict[QLocalSocket, bytearray] = {}

    def claim(self, files: Sequence[Path] = (), patience: int = PATIENCE) -> Claim:
        """Become the window of this workspace, or hand `files` to the one that is, within `patience` ms.

        Raises OSError if the folder for the lock cannot be made.
        """
        made(self._folder)
        lock = QLockFile(str(lock_of(self._key, self._folder)))
        lock.setStaleLockTime(0)  # a lock is stale when its process is gone, not when it is old
        if lock.tryLock(0):
            self._lock = lock
            self._listen()
            return Claim.FIRST
        if self._hand_over(files, patience):
            return Claim.HANDED_OVER
        if lock.error() == QLockFile.LockError.LockFailedError and not _is_left_over(lock):
            return Claim.NO_ANSWER
        # Nobody has it, but no lock can be kept here (a full disk): better a window without one than none.
        _log.error("No lock for the workspace: error %d", lock.error().value)
        self._listen()
        return Claim.FIRST

    def release(self) -> None:
        """Let the workspace go; the next start is first."""
        if self._server is not None:
            self._server.close()
            self._server = None
        for socket in list(self._received):
            socket.abort()
        self._received.clear()
        if self._lock is not None:
            self._lock.unlock()
            self._lock = None

    def _listen(self) -> None:
        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        server.newConnection.connect(self._greet)
        # We hold the lock, so a socket of this name belongs to a process that is gone.
        QLocalServer.removeServer(self._name)
        if not server.listen(self._name):
            # The workspace is still ours alone; only a second start will have to say that nobody answers.
            _log.error("No socket for a second start: error %d", server.serverError().value)
        self._server = server

    def _greet(self) -> None:
        while self._server is not None and (socket := self._server.nextPendingConnection()) is not None:
            self._received[socket] = bytearray()
            socket.readyRead.connect(self._read)
            socket.disconnected.connect(self._forget)
            self._take_from(socket)

    def _read(self) -> None:
        socket = self.sender()
        if isinstance(socket, QLocalSocket):
            self._take_from(socket)

    def _take_from(self, socket: QLocalSocket) -> None:
        message = self._received.get(socket)
        if message is None:
            return
        message += socket.readAll().data()
        if len(message) > MAX_MESSAGE:
            _log.error("A second start sent more than %d bytes", MAX_MESSAGE)
            socket.abort()
        elif b"\n" in message:
            line = bytes(message).split(b"\n", 1)[0]
            self._received[socket] = bytearray()
            files = read_message(line)
            if files is None:
                _log.error("A second start sent something that is no message")
                socket.abort()
            else:
                socket.write(_ANSWER)
                socket.flush()
                keep_token(line)
                self.asked.emit(files)

    def _forget(self) -> None:
        socket = self.sender()
        if isinstance(socket, QLocalSocket):
            self._received.pop(socket, None)
            socket.deleteLater()

    def _hand_over(self, files: Sequence[Path], patience: int) -> bool:
        socket = QLocalSocket()
        try:
            socket.connectToServer(self._name)
            if not socket.waitForConnected(patience):
                return False
            _give_right()
            socket.write(write_message(files))
            answer = b""
            while len(answer) < len(_ANSWER) and socket.waitForReadyRead(patience):
                answer += socket.readAll().data()
            return answer == _ANSWER
        finally:
            socket.abort()


def _is_left_over(lock: QLockFile) -> bool:
    """Whether the process that made a lock is gone: on a full disk Qt cannot take such a lock away."""
    if sys.platform == "win32":  # a lock goes with its process there, and asking would end it
        return False
    process = int(lock.getLockInfo()[0])  # 0: not known
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return process > 0
    except (PermissionError, OverflowError):
        return False
    return False


def write_message(files: Sequence[Path]) -> bytes:
    """Return the line a second start sends: the files to open, with their whole paths.

    Under Wayland only who was started by a person may ask for the front; the token that proves it goes along.
    """
    message: dict[str, object] = {"open": [str(file.absolute()) for file in files]}
    token = os.environ.get(_TOKEN, "")
    if token:
        message["token"] = token
    return json.dumps(message).encode() + b"\n"


def read_message(line: bytes) -> tuple[Path, ...] | None:
    """Return the files named in a second start's `line`, or None if it is no such line."""
    try:
        message = json.loads(line)
    except ValueError:
        return None
    files = message.get("open") if isinstance(message, dict) else None
    if not isinstance(files, list) or not all(isinstance(file, str) for file in files):
        return None
    return tuple(Path(file) for file in files)


def _give_right() -> None:
    """Let another process come to the front: Windows lets only the one a person has just started do so."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.AllowSetForegroundWindow(-1)


def keep_token(line: bytes) -> None:
    """Keep the token a second start sent where Qt looks for it when a window asks for the front."""
    token = json.loads(line).get("token")
    if (
        isinstance(token, str)
        and 0 < len(token) <= _LONGEST_TOKEN
        and token.isascii()
        and token.isprintable()
    ):
        os.environ[_TOKEN] = token
