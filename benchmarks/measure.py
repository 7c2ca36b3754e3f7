"""What one measurement says, and how it comes from the process that measured to the table of all of them."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

KEPT_IN = "NETDESK_BENCH_FIGURES"
"""The environment variable that names the file in which a run gathers its figures."""


@dataclass(frozen=True, slots=True)
class Measurement:
    """Median and p95 of what was measured, the limit measured in the same run, and the aim, all in ``unit``.

    ``limit`` is None where nothing stands beside it. ``aim`` is in words ("p95 ≤ 16 ms").
    """

    what: str
    unit: str
    median: float
    p95: float
    limit_is: str
    limit: float | None
    aim: str
    reached: bool

    @property
    def ratio(self) -> float | None:
        """How often the limit goes into the median."""
        return self.median / max(self.limit, 0.001) if self.limit is not None else None


def keep(measurement: Measurement) -> Measurement:
    """Add it to the figures of the run, if a run gathers any."""
    path = os.environ.get(KEPT_IN)
    if path:
        with Path(path).open("a", encoding="utf-8") as file:
            file.write(json.dumps(asdict(measurement)) + "\n")
    return measurement


def kept(path: Path) -> list[Measurement]:
    """The figures gathered in a file."""
    if not path.exists():
        return []
    return [Measurement(**json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines()]


def table(measurements: Sequence[Measurement]) -> str:
    """The figures as a table, in Markdown and easy on the eye as it is."""
    heads = ("what", "median", "p95", "limit beside it", "ratio", "aim", "reached")
    rows = [heads, tuple("-" * len(head) for head in heads)]
    rows += [
        (
            one.what,
            _figure(one.median, one.unit),
            _figure(one.p95, one.unit),
            f"{_figure(one.limit, one.unit)} ({one.limit_is})" if one.limit is not None else "–",
            f"{one.ratio:.1f} ×" if one.ratio is not None else "–",
            one.aim,
            "yes" if one.reached else "**no**",
        )
        for one in measurements
    ]
    widths = [max(len(row[place]) for row in rows) for place in range(len(heads))]
    lines = []
    for number, row in enumerate(rows):
        fill = "-" if number == 1 else " "
        cells = [cell.ljust(wide, fill) for cell, wide in zip(row, widths, strict=True)]
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def _figure(value: float, unit: str) -> str:
    digits = 2 if value < 1 else 1 if value < 100 else 0
    return f"{value:.{digits}f} {unit}"
