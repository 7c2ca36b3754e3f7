"""A root of its own: a small Debian or Ubuntu with a desktop's files, a person in it, and no Python."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from installers.bundle import WORK
from installers.trial.machine import Machine
from installers.trial.report import TrialError, demand

DESKTOP = (
    "at-spi2-core",
    "dbus",
    "desktop-file-utils",
    "fonts-dejavu-core",
    "hicolor-icon-theme",
    "libglib2.0-bin",
    "man-db",
    "shared-mime-info",
    "xdg-utils",
)
"""What any desktop has before NetDesk comes: file types, a menu, a font, a screen reader's bus. None needs Python."""
USER, NUMBER = "zoe", 1000
_HOMES = "/home"
HOME = f"{_HOMES}/Zoë Ünal's home"
RUNTIME = f"/run/user/{NUMBER}"
SECONDS = 180
_PATH = "/usr/local/bin:/usr/bin:/bin:/usr/local/games:/usr/games"
_SYSTEM_PATH = f"/usr/local/sbin:/usr/sbin:/sbin:{_PATH}"
_PYTHON = re.compile(r"python[\d.]*|libpython.*\.so[\d.]*")


@dataclass(frozen=True, slots=True)
class Said:
    """How a command in the root ended, and what it said on both outputs."""

    code: int
    out: str
    err: str

    @property
    def all(self) -> str:
        """Everything it said."""
        return self.out + self.err


@dataclass
class Root:
    """A folder that commands see as the whole file system. ``variables`` are given to all the person runs."""

    folder: Path
    variables: dict[str, str] = field(default_factory=dict)

    def at(self, path: str) -> Path:
        """Where a path of the root is on this machine."""
        return self.folder / path.lstrip("/")

    @property
    def home(self) -> Path:
        """The person's home, on this machine."""
        return self.at(HOME)

    def words(self, words: Sequence[str], more: Mapping[str, str] | None = None) -> list[str]:
        """The command with which the person runs ``words`` in their home, with no network and LC_ALL=C."""
        given = {
            "HOME": HOME,
            "USER": USER,
            "LOGNAME": USER,
            "PATH": _PATH,
            "LC_ALL": "C",
            "SHELL": "/bin/sh",
        }
        given |= {"XDG_RUNTIME_DIR": RUNTIME, **self.variables, **(more or {})}
        environment = [f"{name}={value}" for name, value in given.items()]
        enter = ["chroot", f"--userspec={NUMBER}:{NUMBER}", f"--groups={NUMBER}", str(self.folder)]
        return ["unshare", "--net", *enter, "/usr/bin/env", "-i", "-C", HOME, *environment, *words]

    def run(
        self, *words: str, more: Mapping[str, str] | None = None, fails: bool = False, seconds: int = SECONDS
    ) -> Said:
        """Run ``words`` as the person and wait. Raises TrialError unless the exit code is 0 or ``fails`` is true."""
        return self._finished(self.words(words, more), words, fails, seconds)

    def start(self, *words: str, log: Path, more: Mapping[str, str] | None = None) -> subprocess.Popen[bytes]:
        """Start ``words`` as the person and go on; what they say goes to ``log`` on this machine."""
        with log.open("ab") as out:
            return subprocess.Popen(
                self.words(words, more),
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=out,
                start_new_session=True,
            )

    def administer(self, *words: str, fails: bool = False, seconds: int = SECONDS) -> Said:
        """Run ``words`` as the root's administrator, with the network. Raises TrialError as ``run`` does."""
        environment = [f"PATH={_SYSTEM_PATH}", "HOME=/root", "LC_ALL=C", "DEBIAN_FRONTEND=noninteractive"]
        command = ["chroot", str(self.folder), "/usr/bin/env", "-i", *environment, *words]
        return self._finished(command, words, fails, seconds)

    def mount(self) -> None:
        """Give the root what a kernel lends a system; gone again when this process ends (it has its own mounts)."""
        for kind, place in (("proc", "proc"), ("tmpfs", "dev/shm"), ("tmpfs", "run"), ("tmpfs", "tmp")):
            subprocess.run(["mount", "-t", kind, kind, str(self.folder / place)], check=True)
        for place, mode in (("dev/shm", 0o1777), ("tmp", 0o1777), ("run", 0o755)):
            (self.folder / place).chmod(mode)
        runtime = self.at(RUNTIME)
        runtime.mkdir(parents=True)
        os.chown(runtime, NUMBER, NUMBER)
        runtime.chmod(0o700)

    def lend(self, path: Path) -> Path:
        """Show one file or socket of this machine at the same path in the root; returns where that is."""
        there = self.at(str(path))
        there.parent.mkdir(parents=True, exist_ok=True)
        there.touch()
        subprocess.run(["mount", "--bind", str(path), str(there)], check=True)
        return there

    def take_back(self, there: Path) -> None:
        """End what ``lend`` began."""
        subprocess.run(["umount", str(there)], check=True)
        there.unlink()

    def running(self) -> list[int]:
        """The processes of this root whose program is NetDesk."""
        found = []
        for entry in Path("/proc").iterdir():
            if entry.name.isdigit():
                try:
                    ours = (entry / "root").readlink() == self.folder
                    named = (entry / "exe").readlink().name.removesuffix(" (deleted)") == "netdesk"
                except OSError:
                    continue  # It ended while we looked.
                if ours and named:
                    found.append(int(entry.name))
        return found

    def give(self, name: str, content: bytes) -> str:
        """Write a file of the person's into their home; returns its path in the root."""
        file = self.home / name
        if not file.parent.exists():
            file.parent.mkdir()
            os.chown(file.parent, NUMBER, NUMBER)
        file.write_bytes(content)
        os.chown(file, NUMBER, NUMBER)
        return f"{HOME}/{name}"

    def pythons(self) -> list[str]:
        """Every Python a program could find: commands, libraries and their folders."""
        found = []
        for place in ("usr/bin", "usr/sbin", "usr/local/bin", "usr/lib", "usr/local/lib", "opt"):
            for top, folders, names in os.walk(self.folder / place):
                here = Path(top)
                folders[:] = [name for name in folders if here / name != self.folder / "usr/lib/netdesk"]
                names_of_folders = folders if place.endswith("lib") and here == self.folder / place else []
                matching = [name for name in (*names, *names_of_folders) if _PYTHON.fullmatch(name)]
                found += [str((here / name).relative_to(self.folder)) for name in matching]
        return sorted(found)

    def _finished(self, command: Sequence[str], words: Sequence[str], fails: bool, seconds: int) -> Said:
        try:
            done = subprocess.run(
                command, stdin=subprocess.DEVNULL, capture_output=True, timeout=seconds, check=False
            )
        except subprocess.TimeoutExpired as error:
            raise TrialError(f"“{' '.join(words)}” did not end within {seconds} s.") from error
        said = Said(
            done.returncode, done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace")
        )
        if said.code != 0 and not fails:
            raise TrialError(f"“{' '.join(words)}” ended with {said.code}:\n{said.all[-4000:]}")
        return said


def prepared(machine: Machine, needs: str, kept: Path = WORK / "root") -> Path:
    """A root with the desktop's packages and what ``needs`` (a control file's Depends) asks for, kept for next time.

    Raises TrialError where the packages cannot be had.
    """
    base = kept / f"base-{_key(machine.release, *machine.sources, *DESKTOP)}"
    if not base.exists():
        _make(machine, base)
    ready = kept / f"ready-{_key(base.name, needs)}"
    if not ready.exists():
        growing = _empty(ready.with_suffix(".growing"))
        _copy(base, growing)
        root = Root(growing)
        root.administer("apt-get", "update", "-qq")
        root.administer("apt-get", "satisfy", "-y", "-qq", "--no-install-recommends", needs, seconds=600)
        root.administer("apt-get", "clean")
        growing.rename(ready)
    return ready


def fresh(ready: Path, folder: Path) -> Root:
    """A copy of a prepared root in ``folder``, with a person in it, ready to be used."""
    _copy(ready, _empty(folder))
    root = Root(folder)
    root.administer("useradd", "--uid", str(NUMBER), "--home-dir", HOME, "--shell", "/bin/sh", USER)
    root.home.mkdir(mode=0o700)
    os.chown(root.home, NUMBER, NUMBER)
    root.mount()
    demand(not root.pythons(), f"The root holds a Python: {', '.join(root.pythons())}")
    return root


def _make(machine: Machine, base: Path) -> None:
    base.parent.mkdir(parents=True, exist_ok=True)
    growing = _empty(base.with_suffix(".growing"))
    options = [f"--aptopt={option}" for option in (*machine.options, 'APT::Install-Recommends "false";')]
    command = ["mmdebstrap", "--variant=apt", f"--include={','.join(DESKTOP)}", *options]
    done = subprocess.run(
        [*command, machine.release, str(growing), *machine.sources],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        raise TrialError(f"The root could not be made:\n{done.stderr[-4000:]}")
    growing.rename(base)


def _copy(source: Path, target: Path) -> None:
    subprocess.run(["cp", "-a", "--reflink=auto", f"{source}/.", str(target)], check=True)


def _empty(folder: Path) -> Path:
    if folder.exists():
        shutil.rmtree(folder)
    folder.mkdir(parents=True)
    return folder


def _key(*words: str) -> str:
    return hashlib.sha256("\0".join(words).encode()).hexdigest()[:12]
