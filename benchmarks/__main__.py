"""Runs every measurement, each in a process of its own: ``python -m benchmarks [NAME …]``.

A module beside this one is a measurement when it has a ``main``; it prints its figures and says whether its aims
were reached. The exit code is 1 when one was missed.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent


def measurements() -> list[str]:
    """The names of all measurements."""
    return sorted(
        path.stem
        for path in HERE.glob("[a-z]*.py")
        if "\ndef main(" in path.read_text(encoding="utf-8") and path.stem != "__main__"
    )


def run(names: list[str]) -> int:
    """Run the named measurements and give the exit code."""
    missed = []
    for name in names:
        print(f"— {name}", flush=True)
        done = subprocess.run([sys.executable, "-m", f"benchmarks.{name}"], cwd=HERE.parent, check=False)
        if done.returncode:
            missed.append(name)
    if missed:
        print(f"Missed or failed: {', '.join(missed)}")
    return 1 if missed else 0


if __name__ == "__main__":
    raise SystemExit(run(sys.argv[1:] or measurements()))
