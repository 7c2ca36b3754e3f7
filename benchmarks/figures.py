"""Printing what was measured beside its limit and its aim."""

from __future__ import annotations

import statistics
from collections.abc import Sequence

from benchmarks.measure import Measurement, keep


def p95(times: Sequence[float]) -> float:
    """The value that 95 of 100 stay under."""
    ordered = sorted(times)
    return ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]


def tell(
    what: str, times: Sequence[float], limit: Sequence[float], aim: float, limit_is: str = "see below"
) -> bool:
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
    median, beside = statistics.median(times), statistics.median(limit)
    keep(Measurement(what, "ms", median, p95(times), limit_is, beside, f"p95 ≤ {aim:g} ms", reached))
    return reached


def tell_ratio(
    what: str, values: Sequence[float], limit: Sequence[float], most: float, limit_is: str, unit: str = "ms"
) -> bool:
    """Print the median of ``values`` against that of ``limit``; the aim is ``most`` times the limit."""
    median, beside = statistics.median(values), statistics.median(limit)
    reached = median <= most * beside
    print(
        f"{what}: median {median:.1f} {unit}, {limit_is} {beside:.1f} {unit}; {median / beside:.2f} ×"
        f" (aim {most:g} ×: {'reached' if reached else 'MISSED'})"
    )
    keep(Measurement(what, unit, median, p95(values), limit_is, beside, f"≤ {most:g} ×", reached))
    return reached
