"""What bringing files in would do, person by person, before anything is written."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path

from netdesk.background.jobs import Report
from netdesk.formats.contact_card import ContactCard, Unreadable
from netdesk.method.errors import NetDeskError
from netdesk.services.card_values import CleanCard, clean_card
from netdesk.services.import_match import Known, Match
from netdesk.services.import_read import OpenFile, PlanOfFiles, Source
from netdesk.services.people_cards import joined, people_as_cards
from netdesk.store.workspace import Workspace

_AT_ONCE = 500
_MOST_WARNINGS_A_CARD = 20


class Verdict(Enum):
    """What was found out about a row of a file."""

    NEW = "new"
    HERE = "already here"
    TO_DECIDE = "to decide"
    UNREADABLE = "cannot be read"


class Action(Enum):
    """What is done with a row."""

    ADD = "Add"
    UPDATE = "Update"
    NOTHING = "Nothing new"
    ASK = "Ask me"
    LEAVE = "Leave out"
    CANNOT = "Cannot be read"


@dataclass(frozen=True, slots=True)
class Remark:
    """Something about one place of a file: which file, which line (from 1), why, and an excerpt."""

    file: str
    line: int
    why: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class PlanRow:
    """One contact of a file. ``person`` is who it is in the workspace, ``same_as`` the number of an earlier row.

    ``found`` says in words what was found, ``brings`` names what an update would add, ``default`` is what happens
    unless somebody chooses another of ``choices``. ``values`` is what would be kept; the window has no use for it.
    """

    number: int
    file: int
    line: int
    verdict: Verdict
    found: str
    default: Action
    choices: tuple[Action, ...] = ()
    name: str = ""
    firm: str = ""
    email: str = ""
    has_name: bool = True
    person: int | None = None
    same_as: int | None = None
    brings: tuple[str, ...] = ()
    values: CleanCard | None = None

    def label(self, action: Action) -> str:
        """An action in words for this row: "Update 2 fields"."""
        if action is not Action.UPDATE:
            return str(action.value)
        if self.same_as is not None:
            return "Put together"
        return f"Update {len(self.brings)} field{'' if len(self.brings) == 1 else 's'}"


@dataclass(frozen=True, slots=True)
class ImportPlan(PlanOfFiles):
    """All rows of the files in their order, with what was odd in them. Nothing is written yet."""

    rows: tuple[PlanRow, ...]
    remarks: tuple[Remark, ...]

    def counts(self) -> dict[Verdict, int]:
        """How many rows there are of each kind."""
        found = dict.fromkeys(Verdict, 0)
        for row in self.rows:
            found[row.verdict] += 1
        return found

    def action(self, number: int, decisions: Mapping[int, Action]) -> Action:
        """What happens with a row: what was chosen, else what is proposed."""
        row = self.rows[number]
        chosen = decisions.get(number, row.default)
        return chosen if chosen in row.choices else row.default


def plan(ws: Workspace, files: Sequence[Path], report: Report) -> ImportPlan:
    """Read ``files`` and find out who is new. A file that cannot be read is one of ``problems``, in words.

    Raises ``Cancelled`` when ``report`` says so; writes nothing.
    """
    maker = _Maker(ws, report)
    with _not_collecting():
        sources = [maker.read(place, path) for place, path in enumerate(files)]
        if maker.rows:
            maker.look_what_is_new()
    return ImportPlan(tuple(sources), tuple(maker.rows), tuple(maker.remarks))


@contextmanager
def _not_collecting() -> Iterator[None]:
    """Hundreds of thousands of values are made and all are kept: looking for garbage among them takes a quarter."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


class _Maker:
    """Gathers the rows of several files one after the other."""

    def __init__(self, ws: Workspace, report: Report) -> None:
        self._ws = ws
        self._report = report
        self._known: Known | None = None
        self.rows: list[PlanRow] = []
        self.remarks: list[Remark] = []

    def read(self, place: int, path: Path) -> Source:
        """Read one file; give what it is, or why it cannot be read."""
        self._report(0, 0, f"Reading {path.name}…")
        try:
            opened = OpenFile(path)
        except NetDeskError as error:
            return Source(path.name, problem=error.what, remedy=error.remedy)
        known = self._everybody()
        for line, found in opened.contacts(self._report, f"Reading {path.name}…"):
            if isinstance(found, Unreadable):
                self._cannot(place, line, found.why, found.text)
            elif found.kind == "group":
                self._cannot(place, line, "A list of people, not a person.", found.display_name)
            else:
                self._contact(place, path.name, line, found, known)
        return opened.source

    def _everybody(self) -> Known:
        if self._known is None:
            self._known = Known()
            self._known.load(self._ws, self._report, "Looking who is here already…")
        return self._known

    def _cannot(self, place: int, line: int, why: str, text: str) -> None:
        number = len(self.rows)
        self.rows.append(
            PlanRow(number, place, line, Verdict.UNREADABLE, why, Action.CANNOT, email="", name=text[:200])
        )

    def _contact(self, place: int, file: str, line: int, card: ContactCard, known: Known) -> None:
        values, said = clean_card(card)
        above = line - card.line
        self.remarks += [
            Remark(file, above + one.line, one.why, one.text) for one in card.warnings[:_MOST_WARNINGS_A_CARD]
        ]
        self.remarks += [Remark(file, line, why, values.name) for why in said[:_MOST_WARNINGS_A_CARD]]
        number = len(self.rows)
        match = known.find(values)
        target = -1 - number if match is None or not match.by.is_sure else match.target
        known.add(values, target)
        self.rows.append(_row(number, place, line, values, match, known))

    def look_what_is_new(self) -> None:
        """For all who are here, say what the files would add to them."""
        groups: dict[tuple[int, int], list[int]] = {}
        for row in self.rows:
            if row.person is not None:
                groups.setdefault((0, row.person), []).append(row.number)
            elif row.same_as is not None:
                groups.setdefault((1, row.same_as), []).append(row.number)
        keys = list(groups)
        for start in range(0, len(keys), _AT_ONCE):
            self._report(start, len(keys), "Looking what is new…")
            part = keys[start : start + _AT_ONCE]
            people = people_as_cards(self._ws, [number for kind, number in part if kind == 0])
            for kind, number in part:
                base = people.get(number) if kind == 0 else self.rows[number].values
                if base is not None:
                    self._compare(base, groups[kind, number])

    def _compare(self, base: CleanCard, numbers: list[int]) -> None:
        for number in numbers:
            row = self.rows[number]
            if row.values is None:
                continue
            together, brings = joined(base, row.values)
            if row.verdict is Verdict.HERE:
                base = together
            who = in_words(base.name)
            self.rows[number] = _offered(row, brings, row.found.replace(_WHO, who))


_WHO = "\0"
"""Stands in a sentence for a name that is looked up later; no text of a file has it."""


def in_words(name: str) -> str:
    """A name short enough for a sentence."""
    return name if len(name) <= 60 else f"{name[:59].rstrip()}…"


def _row(number: int, place: int, line: int, values: CleanCard, match: Match | None, known: Known) -> PlanRow:
    row = PlanRow(
        number,
        place,
        line,
        Verdict.NEW,
        _found_alone(values),
        Action.ADD,
        (Action.ADD, Action.LEAVE),
        values.name,
        values.organisation,
        values.email,
        values.has_own_name,
        values=values,
    )
    if match is None:
        return row
    found = match.by.value.format(who=_WHO)
    if match.target < 0:
        return replace(
            row,
            verdict=Verdict.HERE if match.by.is_sure else Verdict.TO_DECIDE,
            found=f"{found} above",
            same_as=-1 - match.target,
        )
    if known.is_binned(match.target):
        return replace(
            row,
            verdict=Verdict.HERE if match.by.is_sure else Verdict.TO_DECIDE,
            found=f"{found}, in the bin",
            person=match.target,
            default=Action.LEAVE,
            choices=(Action.LEAVE, Action.ADD),
        )
    verdict = Verdict.HERE if match.by.is_sure else Verdict.TO_DECIDE
    return replace(row, verdict=verdict, found=found, person=match.target)


def _found_alone(values: CleanCard) -> str:
    if values.has_own_name:
        return "new"
    return "no name: the firm is used" if values.organisation else "no name"


def _offered(row: PlanRow, brings: tuple[str, ...], found: str) -> PlanRow:
    if row.default is Action.LEAVE:
        return replace(row, found=found)
    if row.verdict is Verdict.TO_DECIDE:
        update = (Action.UPDATE,) if brings else ()
        choices = (Action.ASK, *update, Action.ADD, Action.LEAVE)
        return replace(row, found=found, brings=brings, default=Action.ASK, choices=choices)
    if brings:
        choices = (Action.UPDATE, Action.ADD, Action.LEAVE)
        return replace(row, found=found, brings=brings, default=Action.UPDATE, choices=choices)
    return replace(row, found=found, default=Action.NOTHING, choices=(Action.NOTHING, Action.ADD))
