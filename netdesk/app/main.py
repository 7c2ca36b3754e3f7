"""The start of the program: arguments, one window a workspace, order of start and end, exit codes.

Exit codes: 0 done, 1 done in part (or a check of the self-test failed), 2 wrong use, 3 NetDesk or the workspace cannot
be opened, 130 stopped by Ctrl+C.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from netdesk.app.arguments.reading import Given

EXIT_DONE = 0
EXIT_UNOPENED = 3
EXIT_STOPPED = 130
READ_TEXT = "--read-text"
"""See netdesk/background/text_reading.py."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run NetDesk as the command line says; without a command it opens the window."""
    from netdesk.app.starting import surroundings

    surroundings.prepare()
    words = sys.argv[1:] if arguments is None else list(arguments)
    if words == [READ_TEXT]:
        # NetDesk starts itself so, to read the text of pictures apart from the window.
        from netdesk.background.text_reading_process import run as read_text

        return read_text()
    given = _read(words)
    try:
        if given.command is not None:
            from netdesk.app.cli import run

            _must_be_placed(given)
            return run(given)
        return open_window(given.workspace, given.files)
    except KeyboardInterrupt:
        return EXIT_STOPPED
    except Exception as error:
        from netdesk.app.starting.problems import explain

        return explain(error, _key(given.workspace))


def _must_be_placed(given: Given) -> None:
    """Refuse the usual workspace where there is no home; one that was named with its whole path needs none."""
    from netdesk.app.arguments.reading import SELF_TEST
    from netdesk.app.paths import NO_HOME

    if given.command != SELF_TEST and str(given.workspace).startswith(NO_HOME):
        from netdesk.app.starting.problems import must_have_a_home

        must_have_a_home()


def _read(words: Sequence[str]) -> Given:
    """Read the arguments; what is said of them is shown in a box to somebody who sees no terminal."""
    from netdesk.app.arguments.reading import COMMANDS, read_arguments
    from netdesk.app.starting import surroundings

    try:
        with surroundings.overheard() as (out, err):
            return read_arguments(words)
    except SystemExit:
        # Who gives a command wrote it in a terminal or a script, and finds the words there.
        if not any(word in COMMANDS for word in words):
            from netdesk.app.starting.telling import show_unread

            show_unread(out.text() + err.text())
        raise


def _key(path: Path) -> str:
    """The workspace's key; a word in its place where it cannot be told."""
    from netdesk.app.paths import workspace_key

    try:
        return workspace_key(path)
    except (OSError, RuntimeError):
        return "start"


def open_window(path: Path, files: Sequence[Path]) -> int:
    """Open the window on the workspace at ``path`` and stay until it is closed; ``files`` are brought in."""
    import_module("netdesk.app.starting.before_qt")
    from netdesk.app.starting import problems

    problems.must_have_a_home()
    app = problems.application()
    if sys.platform == "darwin":
        from netdesk.app.starting.opened_by_system import with_opened

        path, files = with_opened(app, path, files)

    from netdesk.app import paths
    from netdesk.app.instance import Claim, SingleInstance
    from netdesk.app.sitting import Sitting
    from netdesk.app.watching import crash, logs

    key = paths.workspace_key(path)
    instance = SingleInstance(key, paths.lock_folder(), app)
    claim = instance.claim(files)
    if claim is Claim.HANDED_OVER:
        print(f"{path.name} is open already; its window comes to the front.", file=sys.stderr)
        return EXIT_DONE
    if claim is Claim.NO_ANSWER:
        from netdesk.app.starting.telling import tell

        tell(f"{path.name} is open in another NetDesk that does not answer. Close that one, or wait for it.")
        return EXIT_UNOPENED
    # What is made now stays; to look for garbage in it takes a tenth of the start. The sitting lets it begin again.
    gc.disable()
    unwritten = problems.Unwritten()
    log = unwritten.attempt("logs", lambda: logs.start(paths.log_folder())) or logs.nowhere()
    # The note of a run that ended badly is taken before this run's watch begins to write its own.
    note = crash.take_note(paths.log_folder(), key)
    unwritten.attempt("the window’s place and size", lambda: paths.made(paths.config_folder()))
    sitting = Sitting(app, path, instance)
    sitting.troubles = [sentence] if (sentence := unwritten.sentence()) else []
    watch = crash.CrashWatch(paths.log_folder(), key, sitting.errors.noticed, sitting.updates.explains)
    watch.start()
    try:
        opened = sitting.run(files, note)
    finally:
        gc.enable()
        watch.stop()
        logs.stop(log)
        instance.release()
    if sitting.restart_asked:
        sitting.start_the_new_one(key)
    return EXIT_DONE if opened else EXIT_UNOPENED
