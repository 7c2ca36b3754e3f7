"""Memory with 100,000 people and the contacts open, beside a bare window with a label.

Each is a process of its own that reports its resident memory, on Linux without the pages it shares with files.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from benchmarks.measure import Measurement, keep

PEOPLE = 100_000
AIM_MB = 120.0


def main() -> bool:
    """Measure both windows and print; whether the aim was reached."""
    bare, opened = (_measured(kind) for kind in ("bare", "contacts"))
    more = opened - bare
    reached = more <= AIM_MB
    print(
        f"memory, {PEOPLE:,} people, contacts open: {opened:.0f} MB; bare window {bare:.0f} MB;"
        f" + {more:.0f} MB (aim + {AIM_MB:g} MB: {'reached' if reached else 'MISSED'}); ratio {opened / bare:.2f}"
    )
    aim = f"+ {AIM_MB:g} MB"
    keep(
        Measurement(
            "memory, contacts of 100,000 open", "MB", opened, opened, "a bare window", bare, aim, reached
        )
    )
    return reached


def _measured(kind: str) -> float:
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.memory", kind], capture_output=True, text=True, check=True
    )
    return float(done.stdout.split()[-1])


def resident_mb() -> float:
    """This process’s resident memory in MB."""
    try:
        lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    except OSError:
        import resource

        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return most / (1_000_000 if sys.platform == "darwin" else 1000)
    return sum(int(line.split()[1]) for line in lines if line.startswith("VmRSS")) / 1000


def _bare() -> None:
    import os

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

    application = QApplication([])
    window = QMainWindow()
    window.setCentralWidget(QLabel("Contacts"))
    window.resize(1440, 900)
    window.show()
    application.processEvents()
    print(resident_mb())


def _contacts() -> None:
    from benchmarks.window import Bench, until
    from netdesk.ui.pages.contacts.page import ContactsPage

    bench = Bench(PEOPLE)
    page = bench.window.page("contacts")
    assert isinstance(page, ContactsPage)
    bench.window.show_place("contacts")
    side = page.side
    until(lambda: side.finder.is_complete and side.model.rowCount() > PEOPLE // 2 and side.counts is not None)
    # As somebody uses it: to the end and back, a search that finds many, everybody again.
    bar = page.list.verticalScrollBar()
    for place in range(11):
        bar.setValue(bar.maximum() * place // 10)
        page.list.viewport().repaint()
    for text in ("a", "mar", ""):
        side.header.search.setText(text)
        until(lambda text=text: side.finder.is_complete and side.query.text == text)  # type: ignore[misc]
    print(resident_mb())
    bench.close()


if __name__ == "__main__":
    if sys.argv[1:] == ["bare"]:
        _bare()
    elif sys.argv[1:] == ["contacts"]:
        _contacts()
    else:
        raise SystemExit(0 if main() else 1)
