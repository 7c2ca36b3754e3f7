"""From a large workspace to the review of a year as a PDF on the disk: 2,000 events, 200,000 talks, 5,000 wins.

``python -m benchmarks.review``; each is measured whole: asking for the figures, advice, drawing the charts, laying
out, writing, fsync. The first one, in which fonts and the library of the charts are loaded, counts as well. Limit: the
figures alone, in the same run.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from benchmarks.figures import Took, tell_both, timed
from benchmarks.insights_years import fill
from benchmarks.population import TODAY, copy_of, population, remove
from netdesk.method.money import plain_money
from netdesk.method.periods import last_12_months
from netdesk.method.review_sheet import compose_review_sheet
from netdesk.services.insights.all_figures import all_figures
from netdesk.services.insights.review import review
from netdesk.store.workspace import Workspace

PEOPLE, TIMES, AIM_MS = 100_000, 10, 1000.0
YEAR = last_12_months(TODAY)


def main() -> bool:
    """Measure and print; whether the aim was reached."""
    application = QApplication.instance() or QApplication([])
    path = copy_of(population(PEOPLE), "review.netdesk")
    workspace = Workspace(path)
    fill(workspace, PEOPLE)
    with tempfile.TemporaryDirectory() as folder:
        sheet = Path(folder) / "review.pdf"
        # In turn, so that both meet the same machine.
        pairs: list[tuple[Took, Took]] = [
            (timed(lambda: _write(workspace, sheet)), timed(lambda: _figures(workspace)))
            for _ in range(TIMES)
        ]
    written, figures = [one for one, _ in pairs], [one for _, one in pairs]
    workspace.close()
    remove(path)
    print(f"Review → PDF, the first one: {written[0][0]:.0f} ms")
    reached = tell_both("Review of a year → PDF, two pages", written, figures, AIM_MS, "its figures alone")
    del application
    return reached


def _write(workspace: Workspace, path: Path) -> None:
    from netdesk.ui.printing.page_layout import Paper
    from netdesk.ui.printing.pdf import write_pdf
    from netdesk.ui.printing.review_sheet_drawing import lay_review_sheet

    found = review(workspace, YEAR, TODAY, plain_money, "GBP")
    write_pdf(lay_review_sheet(compose_review_sheet(found, TODAY, plain_money), Paper.A4), path)


def _figures(workspace: Workspace) -> None:
    all_figures(workspace, YEAR, TODAY, own="GBP")


if __name__ == "__main__":
    raise SystemExit(0 if main() else 1)
