"""From an event's values to its prep sheet as a PDF on the disk, beside a PDF of one line written in the same run.

``python -m benchmarks.prep_sheet``; each writing is measured whole: composing, laying out, drawing, writing, fsync.
The first writing, in which fonts are loaded, counts as well: it is the one a person waits for.
"""

from __future__ import annotations

import os
import tempfile
from dataclasses import replace
from pathlib import Path
from time import perf_counter

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPointF
from PySide6.QtGui import QGuiApplication, QPainter, QPdfWriter

from benchmarks.figures import tell
from netdesk.method.prep_sheet import PrepSheetInput, compose_pocket_sheet, compose_prep_sheet
from netdesk.ui.printing.page_layout import Paper
from netdesk.ui.printing.pdf import write_prep_sheet_pdf
from tests.support.prep_sheets import GOALS, MIXER, PEOPLE

AIM_MS = 300
_TIMES = 20


def main() -> bool:
    """Measure and print. Whether every aim was reached."""
    application = QGuiApplication.instance() or QGuiApplication([])
    crowd = replace(MIXER, people=PEOPLE * 4, goals=GOALS * 3)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "sheet.pdf"
        # In the order a person meets them: the very first sheet pays for the fonts.
        page = [_sheet(MIXER, path, pocket=False) for _ in range(_TIMES)]
        limit = [_one_line(path) for _ in range(_TIMES)]
        pocket = [_sheet(MIXER, path, pocket=True) for _ in range(_TIMES)]
        many = [_sheet(crowd, path, pocket=False) for _ in range(_TIMES)]
    print(f"Prep sheet → PDF, the first one: {page[0]:.1f} ms")
    reached = [
        tell("Prep sheet → PDF, one page", page, limit, AIM_MS),
        tell("Prep sheet → PDF, pocket", pocket, limit, AIM_MS),
        tell("Prep sheet → PDF, 20 people and 9 goals", many, limit, AIM_MS),
    ]
    del application
    return all(reached) and page[0] <= AIM_MS


def _sheet(event: PrepSheetInput, path: Path, *, pocket: bool) -> float:
    start = perf_counter()
    sheet = compose_pocket_sheet(event) if pocket else compose_prep_sheet(event)
    write_prep_sheet_pdf(sheet, path, Paper.A4, pocket=pocket)
    return (perf_counter() - start) * 1000


def _one_line(path: Path) -> float:
    start = perf_counter()
    writer = QPdfWriter(str(path))
    painter = QPainter(writer)
    painter.drawText(QPointF(1000, 1000), "Chamber autumn mixer")
    painter.end()
    return (perf_counter() - start) * 1000


if __name__ == "__main__":
    raise SystemExit(0 if main() else 1)
