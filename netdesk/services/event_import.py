"""Bringing events in from calendar files: look first (``plan_events``), tick, then write (``bring_events``)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from netdesk.background.jobs import Report
from netdesk.method.dates import format_moment, parse_moment
from netdesk.services.event_edit import insert_event
from netdesk.services.event_import_match import EventValues, times_differ
from netdesk.services.event_import_plan import (
    EventPlan,
    EventVerdict,
    PlannedEvent,
    plan_events,
)
from netdesk.services.history_words import in_title
from netdesk.services.import_plan import Remark
from netdesk.services.import_report import remark_line
from netdesk.services.places_in_order import next_place
from netdesk.store.workspace import Workspace, moment

__all__ = [
    "EventPlan",
    "EventReport",
    "EventVerdict",
    "PlannedEvent",
    "bring_events",
    "events",
    "plan_events",
]

_BATCH = 50
_MOST_EXPECTED = 500


@dataclass(frozen=True, slots=True)
class EventReport:
    """What was brought in: the ids of events that were added and changed, counts, and what could not be used.

    ``operation`` is the step of the history (0: nothing was written).
    """

    title: str
    added: tuple[int, ...]
    updated: tuple[int, ...]
    binned: int
    already_there: int
    left_out: int
    unreadable: tuple[Remark, ...]
    remarks: tuple[Remark, ...]
    operation: int = 0

    @property
    def is_whole(self) -> bool:
        """Whether everything of the files could be used as it was."""
        return not (self.unreadable or self.remarks)

    def sentence(self) -> str:
        """What was done in one line: "3 events added, 1 updated"."""
        parts = []
        if self.added or not (self.updated or self.binned):
            parts.append(f"{events(len(self.added))} added")
        for count, word in ((len(self.updated), "updated"), (self.binned, "put into the bin")):
            if count:
                parts.append(f"{count:,} {word}" if parts else f"{events(count)} {word}")
        return ", ".join(parts)

    def as_text(self) -> str:
        """The whole report as plain text."""
        lines = [
            f"Events from {self.title}",
            "",
            f"Added: {len(self.added):,}",
            f"Updated: {len(self.updated):,}",
            f"Put into the bin: {self.binned:,}",
            f"Already there: {self.already_there:,}",
            f"Left out: {self.left_out:,}",
            f"Could not be read: {len(self.unreadable):,}",
        ]
        for heading, remarks in (
            ("Could not be read", self.unreadable),
            ("Understood otherwise", self.remarks),
        ):
            if remarks:
                lines += ["", heading, *map(remark_line, remarks)]
        return "\n".join(lines) + "\n"


def events(count: int) -> str:
    """A number of events in words."""
    return "1 event" if count == 1 else f"{count:,} events"


def bring_events(
    ws: Workspace, plan: EventPlan, ticked: Collection[int], *, with_people: bool = True, report: Report
) -> EventReport:
    """Write the ``ticked`` events of ``plan`` (by number); one step of the history.

    ``with_people`` puts the contacts who take part among the people to meet. Raises ``Cancelled`` and
    ``WorkspaceError`` with nothing of it left in the workspace.
    """
    chosen = [row for row in plan.rows if row.can_tick and row.number in ticked and row.values is not None]
    writer = _Writer(ws, with_people)
    operation = 0
    if chosen:
        with ws.batched_change(_title(plan, chosen)) as bringing:
            for start in range(0, len(chosen), _BATCH):
                report(start, len(chosen), f"{events(start)} brought")
                report.let_others_through()
                with bringing.batch():
                    for row in chosen[start : start + _BATCH]:
                        writer.write(row)
            # A person may ask to stop until the last moment.
            report(len(chosen), len(chosen), f"{events(len(chosen))} brought")
            operation = bringing.operation
    unreadable = [Remark(one.name, 0, one.problem) for one in plan.problems]
    unreadable += [
        Remark(plan.sources[row.file].name, row.line, row.found, row.title)
        for row in plan.rows
        if row.verdict is EventVerdict.UNREADABLE
    ]
    numbers = {row.number for row in chosen}
    return EventReport(
        plan.title,
        tuple(writer.added),
        tuple(writer.updated),
        writer.binned,
        sum(row.verdict is EventVerdict.HERE and not row.can_tick for row in plan.rows),
        sum(row.can_tick and row.number not in numbers for row in plan.rows),
        tuple(unreadable),
        plan.remarks,
        operation,
    )


def _title(plan: EventPlan, chosen: list[PlannedEvent]) -> str:
    new = any(row.event is None for row in chosen)
    what = in_title(chosen[0].title) if len(chosen) == 1 else events(len(chosen))
    return f"{'Bring' if new else 'Update'} {what} from {in_title(plan.title)}"


class _Writer:
    """Writes one planned event after the other inside a change; what is there is looked up as it is then."""

    def __init__(self, ws: Workspace, with_people: bool) -> None:
        self._ws = ws
        self._with_people = with_people
        self.added: list[int] = []
        self.updated: list[int] = []
        self.binned = 0

    def write(self, row: PlannedEvent) -> None:
        """Add, update or bin."""
        values = row.values
        if values is None:
            return
        there = self._kept(row.event)
        if row.verdict is EventVerdict.CALLED_OFF:
            if there is not None:
                self._ws.sql("UPDATE event SET binned_at = ? WHERE id = ?", (moment(), there["id"]))
                self.binned += 1
            return
        if there is None:
            number = self._insert(values)
            self.added.append(number)
        else:
            number = int(str(there["id"]))
            self._update(number, there, values)
            self.updated.append(number)
        if self._with_people:
            self._expect(number, values.people)

    def _insert(self, values: EventValues) -> int:
        number = insert_event(self._ws, {**_when(values), **_words(values)})
        if values.uid:
            self._ws.sql("UPDATE event SET uid = ? WHERE id = ?", (values.uid, number))
        return number

    def _update(self, number: int, there: dict[str, object], values: EventValues) -> None:
        columns: dict[str, object] = {"binned_at": None, "title": values.title}
        starts, ends = parse_moment(str(there["starts_at"])), there["ends_at"]
        if times_differ(values, starts, parse_moment(str(ends)) if ends else None):
            columns |= _when(values)
            if values.ends is None:
                # A file that tells no end does not shorten what a person knew.
                columns.pop("ends_at")
                if ends and parse_moment(str(ends)) <= values.starts:
                    columns["ends_at"] = None
        if values.place:
            columns["place"] = values.place
        columns |= {name: text for name, text in _words(values).items() if not there[name]}
        if values.uid:
            columns["uid"] = values.uid
        names = ", ".join(f"{name} = ?" for name in columns)
        self._ws.sql(f"UPDATE event SET {names} WHERE id = ?", (*columns.values(), number))

    def _expect(self, event: int, people: tuple[int, ...]) -> None:
        held = {
            row[0]
            for row in self._ws.sql("SELECT person_id FROM expected_person WHERE event_id = ?", (event,))
        }
        still = (
            {row[0] for row in self._ws.sql("SELECT id FROM person WHERE binned_at IS NULL")}
            if people
            else set()
        )
        new = [one for one in people if one not in held and one in still][
            : max(0, _MOST_EXPECTED - len(held))
        ]
        place = next_place(self._ws, "expected_person", event) if new else 0
        self._ws.many(
            "INSERT INTO expected_person (event_id, person_id, position) VALUES (?, ?, ?)",
            [(event, one, place + number) for number, one in enumerate(new)],
        )

    def _kept(self, event: int | None) -> dict[str, object] | None:
        if event is None:
            return None
        names = ("id", "starts_at", "ends_at", "title", "place", "host", "note")
        row = self._ws.sql(f"SELECT {', '.join(names)} FROM event WHERE id = ?", (event,)).fetchone()
        return None if row is None else dict(zip(names, row, strict=True))


def _when(values: EventValues) -> dict[str, object]:
    return {
        "starts_at": format_moment(values.starts),
        "ends_at": None if values.ends is None else format_moment(values.ends),
        "zone": values.zone,
    }


def _words(values: EventValues) -> dict[str, object]:
    return {"title": values.title, "place": values.place, "host": values.host, "note": values.note}
