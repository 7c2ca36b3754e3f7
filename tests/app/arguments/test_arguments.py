"""What the command line may say, and how wrong use is answered."""

import subprocess
import sys
from pathlib import Path

import pytest

from netdesk import __version__
from netdesk.app.arguments.reading import COMMANDS, read_arguments
from tests.support.commands import CommandLine


def test_nothing_opens_the_window_on_the_usual_workspace() -> None:
    given = read_arguments([])
    assert given.command is None
    assert given.files == []
    assert given.workspace.name == "My network.netdesk"


def test_files_without_a_command_are_for_the_window(tmp_path: Path) -> None:
    card = tmp_path / "friends.vcf"
    card.write_text("BEGIN:VCARD\nEND:VCARD\n", encoding="utf-8")
    given = read_arguments(["--workspace", "import", str(card)])
    assert given.command is None
    assert given.files == [card]
    assert given.workspace == Path("import")


def test_the_workspace_may_stand_before_or_after_the_command() -> None:
    before = read_arguments(["--workspace", "a.netdesk", "list", "people"])
    after = read_arguments(["list", "people", "--workspace", "a.netdesk"])
    assert before.workspace == after.workspace == Path("a.netdesk")
    assert (after.command, after.what) == ("list", "people")


@pytest.mark.parametrize(
    "wrong",
    [
        ["lst"],
        ["list", "animals"],
        ["show"],
        ["export"],
        ["--wrong"],
        ["event", "add", "No start"],
        ["prep-sheet", "x", "-o", "x.pdf", "--paper", "a5"],
    ],
)
def test_wrong_use_ends_with_two_and_a_sentence(netdesk: CommandLine, wrong: list[str]) -> None:
    answer = netdesk(*wrong)
    assert answer.code == 2
    assert answer.out == ""
    assert "error:" in answer.err
    assert not netdesk.path.exists()


def test_a_mistyped_command_is_named(netdesk: CommandLine) -> None:
    assert "“lst” is neither a command nor a file" in netdesk("lst").err


def test_the_version(netdesk: CommandLine) -> None:
    answer = netdesk("--version")
    assert (answer.code, answer.out) == (0, f"NetDesk {__version__}\n")


def test_help_names_every_command(netdesk: CommandLine) -> None:
    answer = netdesk("--help")
    assert answer.code == 0
    assert [command for command in COMMANDS if command not in answer.out] == []
    for command in COMMANDS:
        assert netdesk(command, "--help").code == 0


def test_reading_the_arguments_of_a_window_imports_little() -> None:
    script = (
        "import sys; from netdesk.app.arguments.reading import read_arguments; read_arguments([]);"
        "print(sorted(name for name in ('PySide6', 'peewee', 'netdesk.app.arguments.commands', 'netdesk.store',"
        " 'netdesk.services.workspaces') if name in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
