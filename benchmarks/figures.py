"""Printing what was measured beside its limit and its aim."""

from __future__ import annotations

import statistics
from collections.abc import Sequence


def p95(times: Sequence[float]) -> float:
    """The value that 95 of 100 stay under."""
    ordered = sorted(times)
    return ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]


def tell(what: str, times: Sequence[float], limit: Sequence[float], aim: float) -> bool:
    """Print median and p95 of ``times`` in ms, their ratio to ``limit`` measured in the same run, and the aim.

    Whether the aim was reached.
    """
    reached = p95(times) <= aim
    print(
        f"{what}: median {statistics.median(times):.1f} ms, p95 {p95(times):.1f} ms"
        f" (aim {aim:g} ms: {'reached' if reached else 'MISSED'});"
        f" limit median {statistics.median(limit):.2f} ms, p95 {p95(limit):.2f} ms;"
        f" ratio of medians {statistics.median(times) / max(statistics.median(limit), 0.001):.1f}"
    )
    return reached
