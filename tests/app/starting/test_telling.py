"""What is wrong is told on standard error, and in a box of the system where nobody reads that."""

from __future__ import annotations

import ctypes
import os
import pty
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from netdesk.app.starting import telling

WORDS = "A\\new “folder” <b>cannot</b> be used."
TELLS = "import sys; from netdesk.app.starting.telling import tell; tell(sys.argv[1])"


@pytest.fixture
def boxes(tmp_path: Path) -> Path:
    """A folder for programs that show boxes: each writes its arguments into a file and does as it is told."""
    (tmp_path / "bin").mkdir()
    return tmp_path / "bin"


def box(folder: Path, name: str, then: str = "exit 0") -> None:
    program = folder / name
    program.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" > "$0.said"\n{then}\n', encoding="utf-8")
    program.chmod(0o755)


def said_by(folder: Path, name: str) -> list[str]:
    file = folder / f"{name}.said"
    return file.read_text(encoding="utf-8").splitlines() if file.exists() else []


def tell(folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", TELLS, WORDS],
        env={
            "PATH": f"{folder}:/usr/bin:/bin",
            "HOME": os.environ["HOME"],
            "LC_ALL": "C.UTF-8",
            **environment,
        },
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )


needs_linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="these boxes are Linux's")


@needs_linux
def test_where_there_is_no_terminal_a_box_shows_the_words_as_they_are(boxes: Path) -> None:
    box(boxes, "zenity")
    done = tell(boxes, DISPLAY=":99")
    assert done.stderr == f"netdesk: {WORDS}\n"
    assert said_by(boxes, "zenity") == [
        "--error",
        "--no-markup",
        "--title",
        "NetDesk",
        "--text=A\\\\new “folder” <b>cannot</b> be used.",
    ]


@needs_linux
def test_a_box_that_fails_is_followed_by_the_next(boxes: Path) -> None:
    box(boxes, "zenity", "exit 1")
    box(boxes, "kdialog")
    box(boxes, "xmessage")
    tell(boxes, WAYLAND_DISPLAY="wayland-0")
    assert said_by(boxes, "kdialog") == ["--title", "NetDesk", "--error", WORDS.replace("<", "‹")]
    assert said_by(boxes, "xmessage") == []


@needs_linux
def test_a_box_that_stays_keeps_nobody_waiting(boxes: Path) -> None:
    box(boxes, "zenity", 'read -r _ < "$0.pipe"')
    os.mkfifo(boxes / "zenity.pipe")
    assert tell(boxes, DISPLAY=":99").returncode == 0
    with (boxes / "zenity.pipe").open("w", encoding="utf-8") as still_there:
        still_there.write("gone\n")


@needs_linux
def test_without_a_screen_there_is_no_box(boxes: Path) -> None:
    box(boxes, "zenity")
    assert "cannot" in tell(boxes).stderr
    assert "cannot" in tell(boxes, DISPLAY=":99", QT_QPA_PLATFORM="offscreen").stderr
    assert said_by(boxes, "zenity") == []


@needs_linux
def test_in_a_terminal_there_is_no_box(boxes: Path) -> None:
    box(boxes, "zenity")
    outer, inner = pty.openpty()
    try:
        done = subprocess.run(
            [sys.executable, "-c", TELLS, WORDS],
            env={"PATH": f"{boxes}:/usr/bin:/bin", "HOME": os.environ["HOME"], "DISPLAY": ":99"},
            stdin=inner,
            stdout=inner,
            stderr=subprocess.PIPE,
            timeout=30,
            check=False,
        )
    finally:
        os.close(outer)
        os.close(inner)
    assert done.returncode == 0
    assert said_by(boxes, "zenity") == []


def start(boxes: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "netdesk", *words],
        env={"PATH": f"{boxes}:/usr/bin:/bin", "HOME": os.environ["HOME"], "DISPLAY": ":99"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )


@needs_linux
def test_wrong_arguments_are_shown_to_who_started_from_a_desktop(boxes: Path) -> None:
    box(boxes, "zenity")
    done = start(boxes, "gone.vcf")
    assert done.returncode == 2
    assert "“gone.vcf” is neither a command nor a file." in done.stderr
    assert any("“gone.vcf” is neither" in line for line in said_by(boxes, "zenity"))


@needs_linux
def test_wrong_arguments_of_a_command_are_for_its_script_alone(boxes: Path) -> None:
    box(boxes, "zenity")
    done = start(boxes, "list", "everything")
    assert done.returncode == 2
    assert "everything" in done.stderr
    assert said_by(boxes, "zenity") == []


@needs_linux
def test_the_plainest_box_gets_lines_it_can_show(boxes: Path) -> None:
    # No other program: this one breaks no lines itself.
    box(boxes, "zenity", "exit 1")
    box(boxes, "kdialog", "exit 1")
    box(boxes, "xmessage")
    start(boxes, "gone.vcf", "x" * 10)
    shown = said_by(boxes, "xmessage")
    assert shown[:5] == ["-xrm", "*international: true", "-center", "-title", "NetDesk"]
    assert max(len(line) for line in shown) <= 72


@pytest.fixture
def unheard(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody sits at a terminal (pytest listens), and there is a screen."""
    monkeypatch.delenv("QT_QPA_PLATFORM")
    monkeypatch.setenv("DISPLAY", ":99")


@pytest.mark.usefixtures("unheard")
def test_a_mac_shows_the_words_as_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    ((program, *arguments),) = telling._commands('Say "no" & end run', "NetDesk")
    assert program == "/usr/bin/osascript"
    # The script is ours alone; what is to be said comes after it, as its arguments.
    assert arguments[:-2:2] == ["-e", "-e", "-e"]
    assert arguments[-2:] == ["NetDesk", 'Say "no" & end run']


@pytest.mark.usefixtures("unheard")
def test_windows_shows_a_message_in_front_of_all_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[tuple[object, ...]] = []
    user32 = SimpleNamespace(MessageBoxW=lambda *arguments: shown.append(arguments))
    monkeypatch.setattr(ctypes, "windll", SimpleNamespace(user32=user32), raising=False)
    monkeypatch.setattr(sys, "platform", "win32")
    telling.tell("The folder C:\\Zoë\0 is full." + "!" * 9_000)
    ((owner, words, title, flags),) = shown
    assert (owner, title, flags) == (None, "NetDesk", 0x10010)
    assert str(words).startswith("The folder C:\\Zoë is full.!")
    assert len(str(words)) == 4_000


@pytest.mark.usefixtures("unheard")
def test_where_no_program_can_show_a_box_the_words_are_printed_all_the_same(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(sys, "platform", "linux")
    telling.tell("It rains.")
    assert tuple(capsys.readouterr()) == ("", "netdesk: It rains.\n")
    (tmp_path / "zenity").write_text("#!/nowhere/at all\n", encoding="utf-8")
    (tmp_path / "zenity").chmod(0o755)
    assert not telling.show_unread("It rains.")
