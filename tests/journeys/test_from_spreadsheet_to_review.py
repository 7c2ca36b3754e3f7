"""From a spreadsheet to a review: 24 wins pasted, classified by keys, read as charts, followed up, printed."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from pypdf import PdfReader

from netdesk.services.history import steps, undo_up_to
from netdesk.services.workspaces import check
from netdesk.store.workspace import Workspace
from tests.support import group_journey
from tests.support.journey_desk import JourneyDesk
from tests.support.win_journey import VALUE, WINS, WinJourney


def stored(workspace: Workspace) -> tuple[int, float, dict[str, int]]:
    rows = workspace.sql("SELECT value, source FROM win WHERE binned_at IS NULL").fetchall()
    sources = Counter(source for _, source in rows)
    return len(rows), sum(value for value, _ in rows), dict(sources)


def test_from_a_spreadsheet_to_a_review(desk: JourneyDesk, tmp_path: Path) -> None:
    before = Workspace(desk.path)
    group_journey.prepare(before)
    prepared = max(step.operation for step in steps(before))
    before.close()
    desk.start(height=900)
    journey = WinJourney(desk.person)

    journey.paste()
    assert stored(desk.workspace) == (len(WINS), VALUE, {None: len(WINS)})
    shares = desk.workspace.sql(
        "SELECT w.title, sum(t.weight * 1.0 / (SELECT sum(weight) FROM win_thanks a WHERE a.win_id = w.id))"
        " FROM win_thanks t JOIN win w ON w.id = t.win_id GROUP BY w.id"
    ).fetchall()
    assert [round(share, 9) for _, share in shares] == [1] * 15
    unknown = desk.workspace.sql("SELECT name FROM win_thanks WHERE person_id IS NULL").fetchall()
    assert unknown == [], "everybody who is thanked is one of my contacts"
    journey.classify()
    counted = {source.value: number for source, number in Counter(win[5] for win in WINS).items()}
    desk.person.hands.wait(
        lambda: stored(desk.workspace) == (len(WINS), VALUE, counted), "the sources are not kept"
    )

    journey.read_the_charts()
    journey.look_behind()
    review = tmp_path / "review.pdf"
    journey.print_the_review(review)
    words = "\n".join(page.extract_text() for page in PdfReader(review).pages)
    assert "Where wins came from" in words
    assert "Six in ten came through people." in words

    desk.end()
    desk.start(height=900)
    assert stored(desk.workspace) == (len(WINS), VALUE, counted)
    undo_up_to(
        desk.workspace, min(step.operation for step in steps(desk.workspace) if step.operation > prepared)
    )
    assert stored(desk.workspace) == (0, 0, {})
    received = desk.workspace.sql("SELECT sum(wins_received) FROM person").fetchone()[0]
    assert received == 0
    assert check(desk.workspace).problems == ()
