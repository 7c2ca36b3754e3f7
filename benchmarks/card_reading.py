"""From the photograph of a card in a file to its fields, beside opening the same photograph whole.

``python -m benchmarks.card_reading``; a photograph of 16 megapixels is opened and scaled, its codes are looked for and
its text is read in the process that does so. The first card is measured by itself: it waits for that process to load.
Without the extra part that reads text there is nothing to measure.
"""

from __future__ import annotations

import os
import statistics
import tempfile
from pathlib import Path
from time import perf_counter

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QGuiApplication, QImage, QTransform

from benchmarks.figures import tell
from netdesk.background.jobs import Report
from netdesk.services.card_reading import ReadCard, TextReader, is_available, read_card
from netdesk.ui.scanning.picture import picture_of_file
from tests.support.drawn_cards import MARTA, drawn_card, saved

AIM_MS = 3_000
_TIMES = 10
_FIELDS = 7


def main() -> bool:
    """Measure and print. Whether every aim was reached."""
    if not is_available():
        print("The part that reads text is not installed: nothing to measure.")
        return True
    application = QGuiApplication.instance() or QGuiApplication([])
    card = drawn_card(MARTA, degrees=3, table=300).transformed(QTransform().scale(2.5, 2.5))
    with tempfile.TemporaryDirectory() as folder:
        path = saved(Path(folder) / "card.jpg", card)
        first, each, limit, most = _measure(path)
    print(f"The first card, with loading: {first:.0f} ms; memory of the reading process: {most}")
    reached = tell("photograph of a card → its fields", each, limit, AIM_MS, "opening the photograph whole")
    del application
    return reached and first <= AIM_MS


def _measure(path: Path) -> tuple[float, list[float], list[float], str]:
    reader = TextReader()
    try:
        first = _read(path, reader)
        each, limit = [], []
        for _ in range(_TIMES):
            each.append(_read(path, reader))
            start = perf_counter()
            QImage(str(path))
            limit.append((perf_counter() - start) * 1000)
        print(f"median {statistics.median(each):.0f} ms")
        return first, each, limit, _memory(reader)
    finally:
        reader.close()


def _read(path: Path, reader: TextReader) -> float:
    start = perf_counter()
    reader.start()
    read: ReadCard = read_card(picture_of_file(path), reader, "GB", Report())
    if len(read.fields) != _FIELDS:
        raise SystemExit(f"{len(read.fields)} of {_FIELDS} fields were read: {read.trouble}")
    return (perf_counter() - start) * 1000


def _memory(reader: TextReader) -> str:
    """The most memory the process had, where the system tells."""
    status = Path(f"/proc/{reader.process_id()}/status")
    if not status.is_file():
        return "not told by this system"
    lines = status.read_text(encoding="ascii").splitlines()
    kilobytes = next(int(line.split()[1]) for line in lines if line.startswith("VmHWM:"))
    return f"{kilobytes / 1024:.0f} MiB"


if __name__ == "__main__":
    raise SystemExit(0 if main() else 1)
