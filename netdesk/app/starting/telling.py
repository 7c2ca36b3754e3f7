"""Tells a person what is wrong when there is no window: on standard error, and in a box where nobody reads that.

The box is the system's own, for Qt may be what is missing: MessageBox on Windows, an alert of AppleScript on macOS,
and on Linux whichever of zenity, kdialog and xmessage is there.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import textwrap
from collections.abc import Iterator, Sequence

from netdesk.app.starting import surroundings

_COLUMNS = 72
_MOST = 4_000
_A_MOMENT = 2.0
"""Seconds after which a box that is still there was not refused."""
_ALERT = "on run words", "display alert (item 1 of words) message (item 2 of words) as critical", "end run"


def tell(words: str, title: str = "NetDesk") -> None:
    """Print ``words``, and show them in a box where there is a screen and no terminal."""
    print(f"netdesk: {words}", file=sys.stderr, flush=True)
    show_unread(words, title)


def show_unread(words: str, title: str = "NetDesk") -> bool:
    """Show ``words`` in a box where there is a screen and no terminal; say whether a box came."""
    if surroundings.has_terminal() or not surroundings.has_screen():
        return False
    shown = words.replace("\0", "")[:_MOST]
    if sys.platform == "win32":
        import ctypes

        icon_of_error, in_front = 0x10, 0x10000
        ctypes.windll.user32.MessageBoxW(None, shown, title, icon_of_error | in_front)
        return True
    return any(_stays(command) for command in _commands(shown, title))


def _commands(words: str, title: str) -> Iterator[Sequence[str]]:
    """The programs of this system that show a box, with their arguments; text is never read as anything else."""
    if sys.platform == "darwin":
        script = [part for line in _ALERT for part in ("-e", line)]
        yield ["/usr/bin/osascript", *script, title, words]
        return
    boxes = {
        # It would read "\n" in a path as a new line.
        "zenity": [
            "--error",
            "--no-markup",
            "--title",
            title,
            f"--text={words.replace(chr(92), chr(92) * 2)}",
        ],
        # It guesses from a tag whether a text is rich.
        "kdialog": ["--title", title, "--error", words.replace("<", "‹")],
        "xmessage": ["-xrm", "*international: true", "-center", "-title", title, _folded(words)],
    }
    for name, arguments in boxes.items():
        program = shutil.which(name)
        if program is not None:
            yield [program, *arguments]


def _folded(words: str) -> str:
    return "\n".join(textwrap.fill(line, _COLUMNS) for line in words.splitlines())


def _stays(command: Sequence[str]) -> bool:
    """Start a box that outlives this program; False when it is gone at once with an error."""
    try:
        box = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            env=surroundings.environment_for_others(),
        )
    except OSError:
        return False
    try:
        return box.wait(_A_MOMENT) == 0
    except subprocess.TimeoutExpired:
        # It is on the screen, and the program that could not start need not wait for it.
        box.returncode = 0
        return True
