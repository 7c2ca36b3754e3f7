"""The start of the frozen program against the same program from source, until its window is painted.

Both are started in turn on the same workspace, after one start of each that fills the system's caches and counts for
nothing. The log says when the window was painted. Without a frozen program (`make package`) nothing is measured.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from datetime import datetime
from pathlib import Path

PEOPLE = 10_000
RUNS = 9
MOST = 1.3
_PATIENCE = 30.0
"""Seconds a start may take."""
_BUNDLES = ("netdesk/netdesk", "NetDesk/netdesk.exe", "NetDesk.app/Contents/MacOS/netdesk")


def main() -> bool:
    """Measure and print; whether the aim was reached."""
    frozen = next((path for path in map(_bundled, _BUNDLES) if path.is_file()), None)
    if frozen is None:
        print("There is no frozen program to measure; `make package` makes one.")
        return True
    from benchmarks.figures import tell_ratio
    from benchmarks.population import copy_of, population

    kept = population(PEOPLE)
    path = kept.with_name("frozen-start.netdesk").resolve()
    ways = {"frozen": [str(frozen)], "source": [sys.executable, "-m", "netdesk"]}
    taken: dict[str, list[float]] = {way: [] for way in ways}
    for number in range(RUNS + 1):
        for way, command in ways.items():
            copy_of(kept, path.name)
            took = _started([*command, "--workspace", str(path)])
            if number:
                taken[way].append(took)
    for left in path.parent.glob(f"{path.stem}*"):
        if left.is_file():
            left.unlink()
    name = f"frozen program: process start → window painted, {PEOPLE:,} people"
    return tell_ratio(name, taken["frozen"], taken["source"], MOST, "the same from source")


def _bundled(name: str) -> Path:
    return Path(__file__).resolve().parents[1] / "build" / "package" / "bundle" / name


def _started(command: list[str]) -> float:
    """Start a program in a home of its own; give the ms until its log says that the window is painted."""
    from netdesk.app.starting.first_paint import PAINTED

    with tempfile.TemporaryDirectory(prefix="netdesk-start-") as home:
        folders = dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"), home)
        # As installed programs start: with their compiled files kept from the last time.
        environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        begin = datetime.now().astimezone()
        process = subprocess.Popen(command, env={"QT_QPA_PLATFORM": "offscreen", **environment, **folders})
        try:
            return _painted_after(begin, Path(home), PAINTED, process)
        finally:
            process.kill()
            process.wait()


def _painted_after(begin: datetime, home: Path, words: str, process: subprocess.Popen[bytes]) -> float:
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until and process.poll() is None:
        for log in home.rglob("netdesk.log"):
            line = next((one for one in log.read_text(encoding="utf-8").splitlines() if words in one), None)
            if line is not None:
                stamp = datetime.strptime(line[:23], "%Y-%m-%d %H:%M:%S,%f").astimezone()
                return (stamp - begin).total_seconds() * 1000
        with suppress(subprocess.TimeoutExpired):
            process.wait(0.02)
    raise RuntimeError(f"{process.args} did not paint a window")


if __name__ == "__main__":
    raise SystemExit(0 if main() else 1)
