"""A workspace has one window; a second start hands over its files, whatever state the first is in."""

import os
import subprocess
import sys
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QDir
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from pytestqt.qtbot import QtBot

from netdesk.app.instance import (
    MAX_MESSAGE,
    Claim,
    SingleInstance,
    keep_token,
    lock_of,
    read_message,
    write_message,
)

SECOND = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from netdesk.app.instance import SingleInstance
application = QCoreApplication([])
key, folder, *files = sys.argv[1:]
print(SingleInstance(key, Path(folder)).claim([Path(file) for file in files], 20_000).name)
"""
FIRST_UNTIL_KILLED = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from netdesk.app.instance import SingleInstance
application = QCoreApplication([])
first = SingleInstance(sys.argv[1], Path(sys.argv[2]))
print(first.claim().name, flush=True)
sys.stdin.read()
"""


@pytest.fixture
def key() -> str:
    return uuid.uuid4().hex[:16]


@pytest.fixture
def first(key: str, tmp_path: Path, qapp: object) -> Iterator[SingleInstance]:
    first = SingleInstance(key, tmp_path)
    assert first.claim() is Claim.FIRST
    yield first
    first.release()


def test_a_second_start_hands_over_its_files(
    qtbot: QtBot, first: SingleInstance, key: str, tmp_path: Path
) -> None:
    with qtbot.waitSignal(first.asked, timeout=30_000) as asked:
        second = subprocess.Popen(
            [sys.executable, "-c", SECOND, key, str(tmp_path), "Anna – cards.vcf"],
            cwd=tmp_path,
            stdout=subprocess.PIPE,
            text=True,
        )
    output, _ = second.communicate(timeout=30)
    assert output.strip() == "HANDED_OVER"
    assert asked.args == [(tmp_path / "Anna – cards.vcf",)]


def test_without_files_it_only_asks_to_come_to_the_front(
    qtbot: QtBot, first: SingleInstance, key: str, tmp_path: Path
) -> None:
    with qtbot.waitSignal(first.asked, timeout=30_000) as asked:
        second = subprocess.Popen([sys.executable, "-c", SECOND, key, str(tmp_path)], stdout=subprocess.PIPE)
    second.communicate(timeout=30)
    assert asked.args == [()]


@pytest.mark.usefixtures("first")
def test_a_window_that_does_not_answer_is_told_apart(key: str, tmp_path: Path) -> None:
    # The first cannot answer: its event loop stands still while this one asks from the same thread.
    assert SingleInstance(key, tmp_path).claim(patience=50) is Claim.NO_ANSWER


def test_after_a_good_end_the_next_start_is_first(qapp: object, key: str, tmp_path: Path) -> None:
    for _ in range(2):
        instance = SingleInstance(key, tmp_path)
        assert instance.claim() is Claim.FIRST
        instance.release()
    assert qapp is not None


def test_after_a_kill_the_stale_socket_and_lock_are_no_hindrance(
    qapp: object, key: str, tmp_path: Path
) -> None:
    killed = subprocess.Popen(
        [sys.executable, "-c", FIRST_UNTIL_KILLED, key, str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with killed:
        assert killed.stdout is not None
        assert killed.stdout.readline().strip() == "FIRST"
        killed.kill()
    socket = Path(QDir.tempPath()) / f"netdesk-{key}"
    # Windows' pipes end with their process; elsewhere the file stays and must not be in the way.
    assert socket.exists() is (sys.platform != "win32")
    instance = SingleInstance(key, tmp_path)
    assert instance.claim() is Claim.FIRST
    instance.release()
    assert not socket.exists()
    assert qapp is not None


@pytest.mark.usefixtures("first")
def test_another_workspace_is_another_window(tmp_path: Path) -> None:
    other = SingleInstance(uuid.uuid4().hex[:16], tmp_path)
    assert other.claim() is Claim.FIRST
    other.release()


@pytest.mark.parametrize("sent", [b"no message\n", b'{"open": [1]}\n', b"\xff\xfe\n", b"[]\n"])
def test_nonsense_is_refused_and_the_window_goes_on(
    qtbot: QtBot, first: SingleInstance, key: str, expect_log: object, sent: bytes
) -> None:
    assert callable(expect_log)
    expect_log("no message")
    with qtbot.assertNotEmitted(first.asked):
        speak(qtbot, key, sent)
    with qtbot.waitSignal(first.asked, timeout=5_000):
        speak(qtbot, key, write_message([]), hear=b"ok\n")


def test_a_flood_is_cut_off(qtbot: QtBot, first: SingleInstance, key: str, expect_log: object) -> None:
    assert callable(expect_log)
    expect_log("more than")
    with qtbot.assertNotEmitted(first.asked):
        speak(qtbot, key, b"x" * (MAX_MESSAGE + 1))


def speak(qtbot: QtBot, key: str, sent: bytes, hear: bytes | None = None) -> None:
    """Send bytes to the first window and wait until it answers `hear`, or hangs up if that is None."""
    socket = QLocalSocket()
    socket.connectToServer(f"netdesk-{key}")
    assert socket.waitForConnected(5_000)
    socket.write(sent)
    heard = bytearray()

    def done() -> bool:
        heard.extend(socket.readAll().data())
        if hear is not None:
            return bytes(heard) == hear
        return socket.state() == QLocalSocket.LocalSocketState.UnconnectedState

    qtbot.waitUntil(done, timeout=10_000)
    socket.abort()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="a folder that takes no file, whoever asks")
def test_where_no_lock_can_be_kept_the_window_opens_and_is_still_the_only_one(
    qtbot: QtBot, key: str, expect_log: object
) -> None:
    assert callable(expect_log)
    expect_log("No lock for the workspace")
    takes_none = Path("/proc/self/fd")
    first = SingleInstance(key, takes_none)
    assert first.claim(patience=50) is Claim.FIRST
    with qtbot.waitSignal(first.asked, timeout=30_000):
        command = [sys.executable, "-c", SECOND, key, str(takes_none)]
        second = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    output, _ = second.communicate(timeout=30)
    assert output.strip() == "HANDED_OVER"
    first.release()


@pytest.mark.skipif(sys.platform == "win32", reason="a lock goes with its process there")
@pytest.mark.parametrize(
    ("process", "claim"),
    [(2**22 + 7, Claim.FIRST), (os.getpid(), Claim.NO_ANSWER)],
    ids=["of a process that is gone", "of this process"],
)
def test_a_lock_left_over_that_cannot_be_taken_away_keeps_nobody_out(
    qapp: object, key: str, tmp_path: Path, expect_log: object, process: int, claim: Claim
) -> None:
    assert callable(expect_log)
    if claim is Claim.FIRST:
        expect_log("No lock for the workspace")
    lock = lock_of(key, tmp_path)
    lock.write_text(f"{process}\nnetdesk\nsomewhere\n", encoding="utf-8")
    # Qt makes a file of this name before it takes a lock away; on a full disk it cannot.
    lock.with_name(f"{lock.name}.rmlock").mkdir()
    one = SingleInstance(key, tmp_path)
    assert one.claim(patience=50) is claim
    one.release()
    assert qapp is not None


def test_a_message_survives_its_journey(tmp_path: Path) -> None:
    files = [tmp_path / "Ünï çödé.vcf", tmp_path / "a\nb.csv"]
    line = write_message(files)
    assert line.count(b"\n") == 1
    assert read_message(line.rstrip(b"\n")) == tuple(files)


def test_the_socket_is_this_users_alone(first: SingleInstance) -> None:
    (server,) = first.findChildren(QLocalServer)
    assert server.isListening()
    assert server.socketOptions() == QLocalServer.SocketOption.UserAccessOption


def test_the_token_that_lets_a_window_come_forward_goes_along(monkeypatch: pytest.MonkeyPatch) -> None:
    assert b"token" not in write_message([])
    monkeypatch.setenv("XDG_ACTIVATION_TOKEN", "kwin-17")
    line = write_message([Path("/x/grace.vcf")])
    monkeypatch.setenv("XDG_ACTIVATION_TOKEN", "")
    assert read_message(line) == (Path("/x/grace.vcf"),)
    keep_token(line)
    assert os.environ["XDG_ACTIVATION_TOKEN"] == "kwin-17"
    for odd in (b'{"open": [], "token": 7}', b'{"open": [], "token": "a\\nb"}', b'{"open": []}'):
        keep_token(odd)
    assert os.environ["XDG_ACTIVATION_TOKEN"] == "kwin-17"
