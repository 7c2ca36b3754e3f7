"""Writing what was planned: many people in short transactions, all of them one step of the history."""

from __future__ import annotations

from collections.abc import Mapping

from netdesk.background.jobs import Report
from netdesk.method.errors import InvalidInput
from netdesk.method.levels import HIGHEST, LOWEST
from netdesk.services.card_values import CleanCard
from netdesk.services.history_words import in_title
from netdesk.services.import_plan import Action, ImportPlan, PlanRow, Remark, Verdict
from netdesk.services.import_report import ImportReport, people
from netdesk.services.people_cards import joined, tag_key
from netdesk.services.people_writer import PeopleWriter, Tally
from netdesk.services.tags import LONGEST_NAME
from netdesk.services.typed_text import clean_line
from netdesk.store.workspace import Workspace


def bring(
    ws: Workspace,
    plan: ImportPlan,
    decisions: Mapping[int, Action],
    *,
    tag: str = "",
    level: int | None = None,
    report: Report,
) -> ImportReport:
    """Write what ``plan`` says with ``decisions`` (by row) in place of its proposals; one step of the history.

    New people stand at ``level`` (None: unsorted); they and those who got something new wear ``tag``. Rows still to
    be decided are left out. Raises ``InvalidInput`` for a level or tag that cannot be, ``Cancelled`` and
    ``WorkspaceError`` with nothing of it left in the workspace.
    """
    if level is not None and not LOWEST <= level <= HIGHEST:
        raise InvalidInput(f"There is no level {level}.", field="level")
    tag = clean_line(tag, LONGEST_NAME, field="tag")
    new, offers, tally = _sorted_out(plan, decisions)
    writer = PeopleWriter(ws, tag, level, tally)
    total = len(new) + len(offers)
    operation = 0
    if total:
        title = f"{'Bring' if new else 'Update'} {people(total)} from {in_title(plan.title)}"
        with ws.batched_change(title) as bringing:
            writer.write(bringing, new, offers, report)
            # A person may ask to stop until the last moment.
            report(total, total, f"{people(total)} brought")
            operation = bringing.operation
    return ImportReport(
        plan.title,
        tally.added,
        tally.updated,
        tally.already_there,
        tally.left_out,
        _unreadable(plan),
        plan.remarks,
        operation if tally.added or tally.updated else 0,
        _tag_id(ws, tag),
    )


def _unreadable(plan: ImportPlan) -> tuple[Remark, ...]:
    files = [Remark(one.name, 0, one.problem) for one in plan.problems]
    rows = [
        Remark(plan.sources[row.file].name, row.line, row.found, row.name)
        for row in plan.rows
        if row.verdict is Verdict.UNREADABLE
    ]
    return tuple(files + rows)


def _tag_id(ws: Workspace, tag: str) -> int | None:
    found = ws.sql("SELECT id FROM tag WHERE folded = ?", (tag_key(tag),)).fetchone() if tag else None
    return None if found is None else int(found[0])


def _sorted_out(
    plan: ImportPlan, decisions: Mapping[int, Action]
) -> tuple[list[CleanCard], list[tuple[int, CleanCard]], Tally]:
    """Who is added, and who is offered what; rows that belong together are put together first."""
    tally = Tally()
    new: dict[int, CleanCard] = {}
    offers: list[tuple[int, CleanCard]] = []
    for row in plan.rows:
        action = plan.action(row.number, decisions)
        if row.values is None or action is Action.CANNOT:
            continue
        if action is Action.NOTHING:
            tally.already_there += 1
        elif action in {Action.ASK, Action.LEAVE}:
            tally.left_out += 1
        elif action is Action.ADD:
            new[row.number] = row.values
        elif row.person is not None:
            offers.append((row.person, row.values))
        else:
            _put_together(plan, row, new, offers, tally)
    return list(new.values()), offers, tally


def _put_together(
    plan: ImportPlan,
    row: PlanRow,
    new: dict[int, CleanCard],
    offers: list[tuple[int, CleanCard]],
    tally: Tally,
) -> None:
    """Put a row to the earlier one that is the same person; when that one is left out it comes by itself."""
    first = row.same_as
    if first is None or row.values is None:
        return
    if first in new:
        new[first], _ = joined(new[first], row.values)
        tally.already_there += 1
        return
    person = plan.rows[first].person
    if person is not None and any(one == person for one, _ in offers):
        offers.append((person, row.values))
    else:
        new[row.number] = row.values
