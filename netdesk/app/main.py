"""The start of the program: arguments, one window a workspace, order of start and end, exit codes.

Exit codes: 0 done, 1 done in part, 2 wrong use, 3 the workspace cannot be opened.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

EXIT_DONE = 0
EXIT_UNOPENED = 3
READ_TEXT = "--read-text"
"""See netdesk/background/text_reading.py."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run NetDesk as the command line says; without a command it opens the window."""
    from netdesk.app.arguments import read_arguments

    words = sys.argv[1:] if arguments is None else list(arguments)
    if words == [READ_TEXT]:
        # NetDesk starts itself so, to read the text of pictures apart from the window.
        from netdesk.background.text_reading_process import run as read_text

        return read_text()
    given = read_arguments(words)
    if given.command is not None:
        from netdesk.app.cli import run

        return run(given)
    return open_window(given.workspace, given.files)


def open_window(path: Path, files: Sequence[Path]) -> int:
    """Open the window on the workspace at ``path`` and stay until it is closed; ``files`` are brought in."""
    import_module("netdesk.app.before_qt")
    from PySide6.QtWidgets import QApplication

    from netdesk.app import crash, logs, paths
    from netdesk.app.instance import Claim, SingleInstance
    from netdesk.app.sitting import Sitting

    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    app.setApplicationName("NetDesk")
    app.setApplicationDisplayName("NetDesk")
    app.setDesktopFileName("netdesk")
    key = paths.workspace_key(path)
    instance = SingleInstance(key, paths.state_folder(), app)
    claim = instance.claim(files)
    if claim is Claim.HANDED_OVER:
        print(f"{path.name} is open already; its window comes to the front.", file=sys.stderr)
        return EXIT_DONE
    if claim is Claim.NO_ANSWER:
        print(f"{path.name} is open in another NetDesk that does not answer.", file=sys.stderr)
        return EXIT_UNOPENED
    # What is made now stays; to look for garbage in it takes a tenth of the start. The sitting lets it begin again.
    gc.disable()
    log = logs.start(paths.log_folder())
    # The note of a run that ended badly is taken before this run's watch begins to write its own.
    note = crash.take_note(paths.log_folder(), key)
    paths.made(paths.config_folder())
    sitting = Sitting(app, path, instance)
    watch = crash.CrashWatch(paths.log_folder(), key, sitting.errors.noticed)
    watch.start()
    try:
        return EXIT_DONE if sitting.run(files, note) else EXIT_UNOPENED
    finally:
        gc.enable()
        watch.stop()
        logs.stop(log)
        instance.release()
