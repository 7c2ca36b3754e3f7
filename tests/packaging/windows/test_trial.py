"""The trial of the Windows installer: it passes a good one, and finds each thing a bad one does."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.support.installer_code import installer_code
from tests.support.pretended_windows import FAULTS, PretendedWindows

trial = installer_code("windows.trial")
bundle = installer_code("bundle")


class Running:
    """The program that was started, until it is ended."""

    def __init__(self, windows: PretendedWindows) -> None:
        self._windows = windows
        windows.is_open = True

    def poll(self) -> int | None:
        return None if self._windows.is_open else 1

    def terminate(self) -> None:
        self._windows.is_open = False

    def wait(self, limit: float) -> int:
        assert not self._windows.is_open
        return 1


class PretendedComputer(trial.Computer):  # type: ignore[misc, name-defined]
    """A computer whose commands are answered by a pretended Windows."""

    def __init__(self, windows: PretendedWindows) -> None:
        super().__init__(("pretended",), windows.folder)
        object.__setattr__(self, "windows", windows)

    def run(self, *command: str, limit: float = 0) -> Any:
        code, said = self.windows.run(command[0], list(command[1:]))
        return subprocess.CompletedProcess(command, code, said)

    def begin(self, *command: str) -> Any:
        return Running(self.windows)


def steps_of(windows: PretendedWindows, stand_in: bool = False) -> Any:
    return trial.Trial(PretendedComputer(windows), "C:\\setup.exe", "C:\\newer.exe", stand_in, patience=0.0)


def test_a_good_installer_passes_and_nothing_of_the_trial_is_left(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    windows = PretendedWindows(tmp_path)
    steps_of(windows).run()
    assert [line.rpartition("  ")[0].strip() for line in capsys.readouterr().out.splitlines()] == [
        "begins clean",
        "installs",
        "files are whole",
        "proves itself",
        "refuses a folder of others",
        "refuses while open",
        "upgrades",
        "is removed",
        "leaves no trace of itself",
    ]
    assert not [file for file in tmp_path.rglob("*") if file.is_file()]
    assert windows.registry == {}


@pytest.mark.parametrize("fault", FAULTS)
def test_each_fault_is_found(fault: str, tmp_path: Path) -> None:
    with pytest.raises((bundle.PackagingError, OSError)):
        steps_of(PretendedWindows(tmp_path, fault)).run()


def test_stand_ins_need_not_prove_themselves(tmp_path: Path) -> None:
    windows = PretendedWindows(tmp_path, "fails its self-test")
    steps_of(windows, stand_in=True).run()
    assert windows.registry == {}


def test_vcards_of_another_program_are_found_as_they_were(tmp_path: Path) -> None:
    windows = PretendedWindows(tmp_path)
    windows.registry[trial.OTHERS_KEY] = {"": "Outlook.File.vcf.15"}
    steps_of(windows).run()
    assert windows.registry == {trial.OTHERS_KEY: {"": "Outlook.File.vcf.15"}}


def test_it_never_begins_where_netdesk_is_installed(tmp_path: Path) -> None:
    windows = PretendedWindows(tmp_path)
    assert windows.install(["/S"]) == 0
    with pytest.raises(bundle.PackagingError, match="installed here already"):
        steps_of(windows).run()
    assert (windows.top / "netdesk.exe").is_file()


def test_a_computer_runs_commands_and_finds_files(tmp_path: Path) -> None:
    computer = trial.Computer(
        (sys.executable, "-c", "import sys; print(sys.argv[1:]); sys.exit(3)"), tmp_path
    )
    done = computer.run("C:\\setup.exe", "/S")
    assert (done.returncode, done.stdout.strip()) == (3, "['C:\\\\setup.exe', '/S']")
    assert computer.file("C:\\users\\Zoë Ünal\\a.txt") == tmp_path / "users" / "Zoë Ünal" / "a.txt"
    assert trial.Computer().file("any place") == Path("any place")


@pytest.mark.skipif(sys.platform == "win32", reason="this is a Windows")
def test_without_a_windows_it_says_what_to_name(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        trial.main(["setup.exe"])
    assert ended.value.code == 2
    assert "--start and --drive" in capsys.readouterr().err


def test_a_failing_trial_says_why(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    start = f'"{sys.executable}" -c "import sys; sys.exit(5)"'
    assert trial.main(["C:\\setup.exe", "--start", start, "--drive", str(tmp_path)]) == 1
    assert "The trial failed: Installing ended with exit code 5, not 0." in capsys.readouterr().err
