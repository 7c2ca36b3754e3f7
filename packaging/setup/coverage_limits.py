"""Compare the branch coverage of each layer with the least it must have.

Usage: coverage_limits.py COVERAGE.json PYPROJECT.toml. The limits stand in pyproject.toml under
[tool.netdesk.coverage], in percent per layer; they may be raised, never lowered without an argument in
docs/decisions.md. Exit code 0 when every layer holds its limit, 1 when one does not, 2 on wrong use.
"""

from __future__ import annotations

import json
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

WANTED_ARGUMENTS = 2


@dataclass(frozen=True, slots=True)
class LayerCoverage:
    """What the tests ran through in one layer: statements and branches, covered and in all."""

    layer: str
    covered: int
    total: int
    limit: float

    @property
    def percent(self) -> float:
        """Covered statements and branches in percent; a layer with no code counts as whole."""
        return 100.0 * self.covered / self.total if self.total else 100.0

    @property
    def holds(self) -> bool:
        """Whether the limit is reached."""
        return self.percent >= self.limit


def measure(report: dict[str, Any], limits: dict[str, float]) -> list[LayerCoverage]:
    """Sum coverage's JSON `report` by layer (the folder below netdesk), for the layers in `limits`."""
    sums = {layer: [0, 0] for layer in limits}
    for name, entry in report["files"].items():
        parts = PurePosixPath(name.replace("\\", "/")).parts
        if "netdesk" not in parts:
            continue
        layer = parts[parts.index("netdesk") + 1]
        if layer in sums:
            summary = entry["summary"]
            sums[layer][0] += summary["covered_lines"] + summary.get("covered_branches", 0)
            sums[layer][1] += summary["num_statements"] + summary.get("num_branches", 0)
    return [LayerCoverage(layer, sums[layer][0], sums[layer][1], limits[layer]) for layer in limits]


def table(layers: list[LayerCoverage]) -> str:
    """Return one line per layer for people to read."""
    lines = [f"{'coverage':<12}{'percent':>9}{'at least':>10}"]
    for each in layers:
        mark = "" if each.holds else "   too low"
        lines.append(f"{each.layer:<12}{each.percent:>8.1f}%{each.limit:>9.0f}%{mark}")
    return "\n".join(lines)


def main(arguments: list[str]) -> int:
    """Print the table and return the exit code."""
    if len(arguments) != WANTED_ARGUMENTS:
        print(__doc__, file=sys.stderr)
        return 2
    report = json.loads(Path(arguments[0]).read_text(encoding="utf-8"))
    project = tomllib.loads(Path(arguments[1]).read_text(encoding="utf-8"))
    layers = measure(report, project["tool"]["netdesk"]["coverage"])
    print(table(layers))
    return 0 if all(each.holds for each in layers) else 1


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
