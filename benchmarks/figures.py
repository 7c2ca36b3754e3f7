"""Printing what was measured beside its limit and its aim."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Sequence
from time import perf_counter, process_time

from benchmarks.measure import Measurement, keep

HOW = ("by the clock", "processor’s time")
Took = tuple[float, float]
"""Milliseconds by the clock, and of the processor in all threads of this process."""


def timed(call: Callable[[], object]) -> Took:
    """How long a call took."""
    begin = now()
    call()
    return since(begin)


def now() -> Took:
    """Both clocks, for :func:`since`."""
    return perf_counter(), process_time()


def since(begin: Took) -> Took:
    """What has passed since :func:`now`."""
    return (perf_counter() - begin[0]) * 1000, (process_time() - begin[1]) * 1000


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


def tell_both(
    what: str, times: Sequence[Took], limit: Sequence[Took], aim: float, limit_is: str = "see below"
) -> bool:
    """Tell it by the clock and by the processor’s time, which leaves out what else the machine does.

    Whether both reached the aim.
    """
    reached = [
        tell(f"{what}, {how}", [one[place] for one in times], [one[place] for one in limit], aim, limit_is)
        for place, how in enumerate(HOW)
    ]
    return all(reached)


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
