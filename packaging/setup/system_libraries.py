"""Check that the system libraries Qt needs are here, and install them where that is allowed.

Qt's own libraries come with PySide6, but on Linux they stand on the system's: without them Qt ends with a
message about a platform plugin that helps nobody. The check loads each library by the name Qt asks for. What
is missing is installed with apt when this user may (root, or sudo without a password); otherwise the exact
command is printed and the exit code is 1. On other systems there is nothing to do. Needs Python alone.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

# The table lies with the program, which reads it too. There is no environment yet: this file of it needs none.
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from netdesk.app.starting.system_libraries import advice, missing_libraries, packages_for

FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts")
FONT_ENDINGS = {".ttf", ".otf", ".ttc"}
APT_LISTS = Path("/var/lib/apt/lists")

Run = Callable[[Sequence[str]], int]


def has_a_font(folders: Iterable[str] = FONT_FOLDERS) -> bool:
    """Say whether any of `folders` holds a font with outlines; without one Qt draws no text at all."""
    return any(_fonts(Path(folder).expanduser()) for folder in folders)


def _fonts(folder: Path) -> bool:
    return any(Path(name).suffix.lower() in FONT_ENDINGS for _, _, names in os.walk(folder) for name in names)


def run_quietly(command: Sequence[str]) -> int:
    """Run `command` with no input; its output is shown only when it fails. Returns the exit code."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    done = subprocess.run(
        command, stdin=subprocess.DEVNULL, capture_output=True, text=True, env=environment, check=False
    )
    if done.returncode != 0 and "-n" not in command[:2]:
        sys.stderr.write(done.stdout[-2000:] + done.stderr[-2000:])
    return done.returncode


def right_to_install(run: Run = run_quietly, user: int | None = None) -> list[str] | None:
    """Return what goes before apt-get: nothing for root, sudo if it asks no password; None: not allowed."""
    if (os.geteuid() if user is None else user) == 0:
        return []
    if shutil.which("sudo") and run(["sudo", "-n", "true"]) == 0:
        return ["sudo", "-n", "--preserve-env=DEBIAN_FRONTEND"]
    return None


def apt_commands(
    packages: Sequence[str], prefix: Sequence[str], lists: Path = APT_LISTS
) -> Iterator[list[str]]:
    """Yield the commands that install `packages`; the lists are fetched first when there are none."""
    if not any(lists.glob("*_Packages*")):
        yield [*prefix, "apt-get", "update", "-qq"]
    yield [*prefix, "apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages]


def install(packages: Sequence[str], run: Run = run_quietly) -> bool:
    """Install `packages` with apt where this user may; return whether every command succeeded."""
    if not shutil.which("apt-get"):
        return False
    prefix = right_to_install(run)
    if prefix is None:
        return False
    print(f"Installing Qt's system libraries: {' '.join(packages)}", file=sys.stderr)
    if all(run(command) == 0 for command in apt_commands(packages, prefix)):
        return True
    # Old lists name packages that are gone: fetch them anew, once.
    again = [[*prefix, "apt-get", "update", "-qq"], *apt_commands(packages, prefix)]
    return all(run(command) == 0 for command in again)


def main() -> int:
    """Check, install what may be installed, and return 0 when Qt can start here."""
    if not sys.platform.startswith("linux"):
        return 0
    missing, font_here = missing_libraries(), has_a_font()
    if not missing and font_here:
        return 0
    packages = packages_for(missing, font_here)
    if install(packages):
        missing, font_here = missing_libraries(), has_a_font()
        if not missing and font_here:
            return 0
    what = ", ".join([*missing, *([] if font_here else ["a font"])])
    print(f"Qt needs system libraries that are not here: {what}.", file=sys.stderr)
    print(f"Install them, then run make again:\n  {advice(missing, font_here)}", file=sys.stderr)
    return 1


if __name__ == "__main__":
    raise SystemExit(main())
