"""Tries a Windows installer from end to end: install, self-test, run, upgrade while open, upgrade, remove.

On Windows: ``python -m installers.windows.trial dist/…-setup.exe``. Elsewhere with Wine, which ``--start`` names (a
command that runs a Windows program) and whose drive C: ``--drive`` names; ``--stand-in`` leaves out what only the real
program can do. It installs for this person alone, and refuses to begin where NetDesk is installed already.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PureWindowsPath

from installers.bundle import PackagingError

OWN_KEY = r"HKCU\Software\NetDesk"
UNINSTALL_KEY = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\NetDesk"
OTHERS_KEY = r"HKCU\Software\Classes\.vcf"
OTHERS_NAME = "Somebody.Else"
_KEPT = ("My network.netdesk", "_internal/kept.netdesk", "_internal/resources/notes.txt")
"""What a person might have put among the program's files."""
_PATIENCE = 60.0


@dataclass(frozen=True, slots=True)
class Computer:
    """A Windows to try on: this one (``start`` empty, ``drive`` None), or one of Wine's."""

    start: tuple[str, ...] = ()
    drive: Path | None = None

    def run(self, *command: str, limit: float = 300.0) -> subprocess.CompletedProcess[str]:
        """Run a Windows program to its end; its code and what it said."""
        # A file, not a pipe: what a program leaves running (Wine's own services) would keep a pipe open for ever.
        with tempfile.TemporaryFile() as said:
            done = subprocess.run(
                self._words(command),
                stdin=subprocess.DEVNULL,
                stdout=said,
                stderr=subprocess.STDOUT,
                timeout=limit,
                check=False,
            )
            said.seek(0)
            text = said.read().decode("utf-8", "replace")
        return subprocess.CompletedProcess(done.args, done.returncode, text)

    def begin(self, *command: str) -> subprocess.Popen[bytes]:
        """Start a Windows program and go on."""
        nothing = subprocess.DEVNULL
        return subprocess.Popen(self._words(command), stdin=nothing, stdout=nothing, stderr=nothing)

    def file(self, name: str) -> Path:
        r"""Where a file of that Windows (``C:\…``) lies for us."""
        if self.drive is None:
            return Path(name)
        return self.drive.joinpath(*PureWindowsPath(name).parts[1:])

    def value(self, key: str, name: str = "") -> str | None:
        """A value of the registry as ``reg`` writes it, or None; without a name the key's own."""
        done = self.run("reg", "query", key, *(["/v", name] if name else ["/ve"]))
        for line in done.stdout.splitlines():
            _, kind, rest = line.partition(" REG_")
            if kind:
                return rest.partition(" ")[2].strip()
        return None

    def _words(self, command: Sequence[str]) -> list[str] | str:
        if self.start:
            return [*self.start, *command]
        # /D= and _?= take the rest of the line and must not be quoted, so the line is written here.
        return " ".join(
            word if word.startswith(("/D=", "_?=", '"')) else subprocess.list2cmdline([word])
            for word in command
        )


class Trial:
    """The steps, in their order; each raises PackagingError with the reason."""

    def __init__(
        self, computer: Computer, setup: str, newer: str, stand_in: bool, patience: float = _PATIENCE
    ) -> None:
        self.computer = computer
        self.setup, self.newer = setup, newer
        self.stand_in = stand_in
        self.patience = patience
        self.folder = ""
        self.others: str | None = None

    def run(self) -> None:
        """Take all steps, and say each with its time."""
        for step in (
            self.begins_clean,
            self.installs,
            self.files_are_whole,
            self.proves_itself,
            self.refuses_a_folder_of_others,
            self.refuses_while_open,
            self.upgrades,
            self.is_removed,
            self.leaves_no_trace_of_itself,
        ):
            began = time.monotonic()
            step()
            print(f"{step.__name__.replace('_', ' '):<30}{time.monotonic() - began:7.1f} s", flush=True)

    def begins_clean(self) -> None:
        """Nothing of NetDesk is installed; another program opens vCards."""
        if self.computer.value(OWN_KEY, "InstallLocation") is not None:
            raise PackagingError("NetDesk is installed here already; this trial would remove it.")
        self.others = self.computer.value(OTHERS_KEY)
        if self.others is None:
            self.computer.run("reg", "add", OTHERS_KEY, "/ve", "/d", OTHERS_NAME, "/f")

    def installs(self) -> None:
        """A silent run installs, and Windows knows of it."""
        self._expect(self.computer.run(self.setup, "/S"), 0, "Installing")
        self.folder = self._registered(OWN_KEY, "InstallLocation")
        for name in ("DisplayName", "DisplayVersion", "Publisher", "EstimatedSize", "UninstallString"):
            self._registered(UNINSTALL_KEY, name)
        opens = self._registered(r"HKCU\Software\Classes\NetDesk.Workspace\shell\open\command")
        if opens != f'"{self.folder}\\netdesk-desktop.exe" "%1"':
            raise PackagingError(f"A workspace would be opened by {opens}.")
        self._others_untouched()

    def files_are_whole(self, kept: Sequence[str] = ()) -> None:
        """Every file of the list is there with its bytes, and nothing else but what the installer adds and ``kept``."""
        top = self.computer.file(self.folder)
        listed = json.loads((top / "_internal" / "installed-files.json").read_text(encoding="utf-8"))["files"]
        for name, (size, digest) in listed.items():
            content = (top / name).read_bytes()
            if len(content) != size or hashlib.sha256(content).hexdigest() != digest:
                raise PackagingError(f"{name} is not the file that was packed.")
        here = {file.relative_to(top).as_posix() for file in top.rglob("*") if file.is_file()}
        added = here - set(listed) - set(kept) - {"_internal/installed-files.json"}
        if added != {"uninstall.exe", "workspace.ico"}:
            raise PackagingError(f"The installer left other files than it should: {sorted(added)}.")

    def proves_itself(self) -> None:
        """The installed command passes its self-test."""
        if not self.stand_in:
            done = self.computer.run(f"{self.folder}\\netdesk.exe", "--self-test", limit=180.0)
            self._expect(done, 0, f"The self-test said:\n{done.stdout}\nIt")

    def refuses_a_folder_of_others(self) -> None:
        """A folder with other things in it is not taken."""
        other = str(PureWindowsPath(self.folder).parent / "Others")
        self.computer.file(other).mkdir(parents=True, exist_ok=True)
        letter = self.computer.file(other) / "letter.txt"
        letter.write_text("kept", encoding="utf-8")
        self._expect(self.computer.run(self.setup, "/S", f"/D={other}"), 6, "Installing among other things")
        letter.unlink()
        self.computer.file(other).rmdir()  # only this letter was in it

    def refuses_while_open(self) -> None:
        """While the program runs, nothing is replaced or removed, and it goes on."""
        beside = f"{self.folder} on trial"
        self.computer.file(beside).mkdir()
        words = ["/stay"] if self.stand_in else ["--workspace", f"{beside}\\any.netdesk"]
        running = self.computer.begin(f"{self.folder}\\netdesk-desktop.exe", *words)
        try:
            deadline = time.monotonic() + self.patience
            # It is held from the moment Windows has mapped it.
            while (
                code := self.computer.run(self.newer, "/S").returncode
            ) == 0 and time.monotonic() < deadline:
                pass
            if code != 3:
                raise PackagingError(f"Installed over while it runs: exit code {code}, not 3.")
            self._expect(self._uninstall(), 3, "Removing while it runs")
            if running.poll() is not None:
                raise PackagingError("The program ended when it was installed over.")
        finally:
            running.terminate()
            running.wait(_PATIENCE)
        shutil.rmtree(self.computer.file(beside), ignore_errors=True)
        self.files_are_whole()

    def upgrades(self) -> None:
        """The newer version takes the place of the older, and what a person put among its files stays."""
        top = self.computer.file(self.folder)
        for name in _KEPT:
            (top / name).parent.mkdir(parents=True, exist_ok=True)
            (top / name).write_text("kept", encoding="utf-8")
        self._expect(self.computer.run(self.newer, "/S"), 0, "Installing over")
        if self._registered(OWN_KEY, "InstallLocation") != self.folder:
            raise PackagingError("The newer version was installed beside the older one.")
        self._kept_untouched()
        self.files_are_whole(_KEPT)

    def is_removed(self) -> None:
        """Removing leaves what a person put there and not a file more, and no trace in the registry."""
        self._expect(self._uninstall(), 0, "Removing")
        top = self.computer.file(self.folder)
        (top / "uninstall.exe").unlink(missing_ok=True)  # it waited for its own end in place, so it is left
        self._kept_untouched()
        here = {file.relative_to(top).as_posix() for file in top.rglob("*") if file.is_file()}
        if here != set(_KEPT):
            raise PackagingError(f"Removing left {sorted(here - set(_KEPT))}.")
        for key in (
            OWN_KEY,
            UNINSTALL_KEY,
            r"HKCU\Software\Classes\NetDesk.Workspace",
            r"HKCU\Software\Classes\.netdesk",
        ):
            if self.computer.run("reg", "query", key).returncode == 0:
                raise PackagingError(f"Removing left {key} in the registry.")
        self._others_untouched()

    def leaves_no_trace_of_itself(self) -> None:
        """What the trial put there goes as well."""
        top = self.computer.file(self.folder)
        for name in _KEPT:
            (top / name).unlink()
        for name in ("_internal/resources", "_internal", ""):
            (top / name).rmdir()
        if self.others is None:
            self.computer.run("reg", "delete", OTHERS_KEY, "/f")

    def _uninstall(self) -> subprocess.CompletedProcess[str]:
        # With _?= it runs in place, so that its exit code is seen.
        return self.computer.run(f"{self.folder}\\uninstall.exe", "/S", f"_?={self.folder}")

    def _registered(self, key: str, name: str = "") -> str:
        found = self.computer.value(key, name)
        if not found:
            raise PackagingError(f"The registry has no {name or 'value'} in {key}.")
        return found

    def _others_untouched(self) -> None:
        if self.computer.value(OTHERS_KEY) != (self.others or OTHERS_NAME):
            raise PackagingError("NetDesk took vCards from the program that opens them.")

    def _kept_untouched(self) -> None:
        top = self.computer.file(self.folder)
        gone = [name for name in _KEPT if not (top / name).is_file() or (top / name).read_text() != "kept"]
        if gone:
            raise PackagingError(f"What a person put among the files was touched: {gone}.")

    @staticmethod
    def _expect(done: subprocess.CompletedProcess[str], code: int, doing: str) -> None:
        if done.returncode != code:
            raise PackagingError(f"{doing} ended with exit code {done.returncode}, not {code}.")


def main(arguments: Sequence[str]) -> int:
    """Try the installer named; 0 when every step went well."""
    parser = argparse.ArgumentParser(
        prog="installers.windows.trial", description="Try a Windows installer from end to end."
    )
    parser.add_argument("setup", help="the installer")
    parser.add_argument("newer", nargs="?", help="an installer of a newer version (else: the same again)")
    parser.add_argument("--start", default="", help="the command that runs a Windows program (Wine)")
    parser.add_argument("--drive", type=Path, help="the folder that is its drive C:")
    parser.add_argument("--stand-in", action="store_true", help="the programs inside are not the real ones")
    given = parser.parse_args(arguments)
    computer = Computer(tuple(shlex.split(given.start)), given.drive)
    if not computer.start and os.name != "nt":
        parser.error("this is no Windows: name Wine with --start and --drive")
    # A relative path with slashes is nothing Windows could start.
    setup, newer = (
        str(Path(name).resolve()) if not computer.start else name
        for name in (given.setup, given.newer or given.setup)
    )
    try:
        Trial(computer, setup, newer, given.stand_in).run()
    except (PackagingError, OSError, subprocess.TimeoutExpired) as error:
        print(f"The trial failed: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
