"""The commands that bring the sample network and throw it away."""

from __future__ import annotations

from functools import partial

from netdesk.method.changes import Changes
from netdesk.services.sample_marks import has_sample
from netdesk.ui.actions.catalogue import Command
from netdesk.ui.shell import Shell
from netdesk.ui.theme.icon_names import Icon


def add_sample_commands(shell: Shell) -> None:
    """Put both into the catalogue; only the one that makes sense can run."""
    shell.commands.add(
        Command(
            "sample.add",
            "Add the sample network",
            partial(_add, shell),
            Icon.IDEA,
            keywords="example demo try invented",
            enabled=lambda: not shell.desk.read(has_sample),
        )
    )
    shell.commands.add(
        Command(
            "sample.remove",
            "Throw the sample network away",
            partial(_remove, shell),
            Icon.BIN,
            keywords="example demo delete",
            enabled=lambda: shell.desk.read(has_sample),
        )
    )


def _add(shell: Shell) -> None:
    # All that tells the story is imported when somebody wants to hear it: the first window need not wait.
    from netdesk.services.sample import add_sample

    folder, today = shell.resources / "sample", shell.today()

    def added(changes: Changes) -> None:
        shell.toast("The sample network is here", undo=True)

    shell.desk.do(lambda workspace: add_sample(workspace, folder, today), added)


def _remove(shell: Shell) -> None:
    from netdesk.services.sample import remove_sample

    def removed(changes: Changes) -> None:
        shell.toast("The sample network is gone", undo=True)

    shell.desk.do(remove_sample, removed)
