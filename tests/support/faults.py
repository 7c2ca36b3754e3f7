"""A disk that fails at the k-th page, and a process that is killed: real faults, no stand-ins."""

from __future__ import annotations

import resource
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PAGE = 4096


@contextmanager
def disk_failing_after(file: Path, pages: int) -> Iterator[None]:
    """Inside the block no file can grow beyond the present size of ``file`` and ``pages`` more pages."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    size = file.stat().st_size if file.exists() else 0
    resource.setrlimit(resource.RLIMIT_FSIZE, (size + pages * PAGE, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def run_and_kill(script: str, path: Path, lines: int) -> list[str]:
    """Run ``script`` with ``path`` as its argument, kill it without warning after it printed ``lines`` lines."""
    process = subprocess.Popen(
        [sys.executable, "-c", script, str(path)], stdout=subprocess.PIPE, text=True, bufsize=1
    )
    assert process.stdout is not None
    said = [process.stdout.readline().strip() for _ in range(lines)]
    process.send_signal(signal.SIGKILL)
    said += [line.strip() for line in process.stdout.read().splitlines() if line.strip()]
    process.stdout.close()
    process.wait()
    return said
