"""Runs every measurement, each in a process of its own: ``python -m benchmarks [--write] [NAME …]``.

A module beside this one is a measurement when it has a ``main``; it prints its figures and says whether its aims
were reached. At the end stands one table of all of them; ``--write`` puts it into docs/performance.md as well. The
exit code is 1 when an aim was missed.
"""

from __future__ import annotations

import os
import platform
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.measure import KEPT_IN, kept, table

HERE = Path(__file__).resolve().parent
PAGE = HERE.parent / "docs" / "performance.md"
FROM, TO = "<!-- figures -->", "<!-- end of figures -->"


def measurements() -> list[str]:
    """The names of all measurements."""
    return sorted(
        path.stem
        for path in HERE.glob("[a-z]*.py")
        if "\ndef main(" in path.read_text(encoding="utf-8") and path.stem != "__main__"
    )


def run(names: list[str], *, write: bool = False) -> int:
    """Run the named measurements, print their table and give the exit code."""
    missed = []
    with tempfile.TemporaryDirectory(prefix="netdesk-bench-") as folder:
        figures = Path(folder) / "figures.jsonl"
        for name in names:
            print(f"— {name}", flush=True)
            done = subprocess.run(
                [sys.executable, "-m", f"benchmarks.{name}"],
                cwd=HERE.parent,
                check=False,
                env=os.environ | {KEPT_IN: str(figures)},
            )
            if done.returncode:
                missed.append(name)
        found = table(kept(figures))
    print(f"\n{found}\n")
    if write:
        _write(found)
    if missed:
        print(f"Missed or failed: {', '.join(missed)}")
    return 1 if missed else 0


def _write(found: str) -> None:
    """Put the table between its marks."""
    text = PAGE.read_text(encoding="utf-8")
    before, _, rest = text.partition(FROM)
    after = rest.partition(TO)[2]
    processors = f"{os.cpu_count()} processors ({platform.machine()})"
    machine = f"{processors}, {platform.system()}, Python {platform.python_version()}"
    if hasattr(os, "getloadavg"):
        machine += (
            f"; load of the machine at the end {os.getloadavg()[1]:.1f} (a busy machine measures itself)"
        )
    PAGE.write_text(f"{before}{FROM}\nMeasured on: {machine}.\n\n{found}\n{TO}{after}", encoding="utf-8")
    print(f"Wrote {PAGE.name}.")


if __name__ == "__main__":
    given = sys.argv[1:]
    raise SystemExit(
        run([one for one in given if one != "--write"] or measurements(), write="--write" in given)
    )
