"""Pitches and their versions: writing one, choosing one for a room, changing its words without losing what was said."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from peewee import fn

from netdesk.method.changes import Changes
from netdesk.method.errors import InvalidInput, NotFound
from netdesk.method.pitches import EditOutcome, PitchKind, is_frozen, outcome_of_edit
from netdesk.services.event_edit import event_title
from netdesk.services.history_words import in_title
from netdesk.services.typed_text import clean_line, clean_text
from netdesk.store.tables.events import Event, Pitch
from netdesk.store.tables.events import PitchVersion as PitchVersionRow
from netdesk.store.workspace import Workspace, moment

LONGEST_ANSWER = 2_000
"""The longest answer to a preparation question, in characters."""
_JOINED = (
    "SELECT p.id, v.id, v.number, p.title, p.audience, p.kind, v.text, v.what_changed, v.created_at,"
    " {used},"
    " (SELECT coalesce(sum(r.asked_more + r.polite + r.blank), 0) FROM reaction r"
    " LEFT JOIN event e ON e.id = r.event_id WHERE r.pitch_version_id = v.id AND e.binned_at IS NULL)"
)
_USED = (
    "(SELECT count(*) FROM event e WHERE e.pitch_version_id = v.id AND e.binned_at IS NULL"
    " AND julianday(e.starts_at) <= julianday(:now))"
)
_TABLES = " FROM pitch p JOIN pitch_version v ON v.pitch_id = p.id"


@dataclass(frozen=True, slots=True)
class Answers:
    """The preparation questions of a pitch, answered; ``helps_room`` is asked for presentations only."""

    how_i_help: str = ""
    good_at: str = ""
    different: str = ""
    ask: str = ""
    helps_room: str = ""


@dataclass(frozen=True, slots=True)
class PitchDraft:
    """A pitch as written in the form."""

    title: str
    kind: PitchKind
    text: str
    audience: str = ""
    answers: Answers = Answers()


@dataclass(frozen=True, slots=True)
class PitchVersion:
    """A version of a pitch. ``times_used`` counts events that have begun, ``reacted`` the people who reacted.

    One that was said is frozen.
    """

    pitch_id: int
    id: int
    number: int
    title: str
    audience: str
    kind: PitchKind
    text: str
    what_changed: str
    created_at: str
    times_used: int
    reacted: int = 0

    @property
    def frozen(self) -> bool:
        """Whether its words were said and so stay as they are."""
        return is_frozen(self.times_used, self.reacted)

    @property
    def name(self) -> str:
        """The title and the number: "Inbox to zero · v3"."""
        return f"{self.title} · v{self.number}"


def pitch_versions(ws: Workspace, now: datetime) -> tuple[PitchVersion, ...]:
    """Return every version of every pitch, the pitches by title, of each the newest version first."""
    query = (
        _JOINED.format(used=_USED)
        + _TABLES
        + " WHERE p.binned_at IS NULL ORDER BY p.title COLLATE NOCASE, p.id, v.number DESC"
    )
    return tuple(_version(row) for row in ws.sql(query, {"now": now.isoformat()}))


def pitch_version(ws: Workspace, version_id: int, now: datetime) -> PitchVersion:
    """Return one version. Raises NotFound."""
    query = _JOINED.format(used=_USED) + _TABLES + " WHERE v.id = :id"
    row = ws.sql(query, {"now": now.isoformat(), "id": version_id}).fetchone()
    if row is None:
        raise NotFound("That version of the pitch is not in the workspace any more.")
    return _version(row)


def version_name(ws: Workspace, version_id: int) -> str:
    """Return what a version is called in the history: "Inbox to zero · v3". Raises NotFound."""
    row = ws.row(
        PitchVersionRow.select(Pitch.title, PitchVersionRow.number)
        .join(Pitch, on=(Pitch.id == PitchVersionRow.pitch_id))
        .where(PitchVersionRow.id == version_id)
    )
    if row is None:
        raise NotFound("That version of the pitch is not in the workspace any more.")
    return f"{row[0]} · v{row[1]}"


def pitch_answers(ws: Workspace, pitch_id: int) -> Answers:
    """Return a pitch's answers to the preparation questions. Raises NotFound."""
    asked = (Pitch.how_i_help, Pitch.good_at, Pitch.different, Pitch.ask, Pitch.helps_the_room)
    row = ws.row(Pitch.select(*asked).where(Pitch.id == pitch_id))
    if row is None:
        raise NotFound("That pitch is not in the workspace any more.")
    return Answers(*row)


def write_pitch(ws: Workspace, draft: PitchDraft, event_id: int | None = None) -> int:
    """Write a new pitch with its first version, choose it for ``event_id``, and return the version's id.

    Raises InvalidInput naming the field ("title", "text", …).
    """
    head = _head(draft)
    text = clean_words(draft.text)
    now = moment()
    with ws.change(f"Write the pitch “{in_title(head['title'])}”"):
        pitch_id = ws.run(Pitch.insert({**head, "created_at": now}))
        version = insert_version(ws, pitch_id, 1, text, "", now)
        if event_id is not None:
            _set_pitch(ws, event_id, version)
    return version


def edit_pitch(
    ws: Workspace,
    version_id: int,
    draft: PitchDraft,
    now: datetime,
    *,
    event_id: int | None = None,
    as_new_version: bool = False,
    what_changed: str = "",
) -> int:
    """Change a pitch, and its words in this version or, where that was said already, in a new one.

    Returns the id of the version that holds the words now; ``event_id`` then goes with that one. Events that
    have begun keep the version they used. Raises InvalidInput, NotFound.
    """
    version = pitch_version(ws, version_id, now)
    head, text = _head(draft), clean_words(draft.text)
    what = clean_line(what_changed, field="what_changed")
    outcome = outcome_of_edit(version.text, text, version.times_used, version.reacted)
    make_new = outcome is EditOutcome.NEW_VERSION or (as_new_version and outcome is not EditOutcome.UNCHANGED)
    title = f"Write version {version.number + 1} of" if make_new else "Edit"
    with ws.change(f"{title} the pitch “{in_title(head['title'])}”"):
        ws.run(Pitch.update(head).where(Pitch.id == version.pitch_id))
        kept = version_id
        if make_new:
            newest = PitchVersionRow.select(fn.max(PitchVersionRow.number))
            (last,) = ws.row(newest.where(PitchVersionRow.pitch_id == version.pitch_id))
            kept = insert_version(ws, version.pitch_id, last + 1, text, what, moment())
        elif outcome is EditOutcome.IN_PLACE:
            ws.run(PitchVersionRow.update(text=text).where(PitchVersionRow.id == version_id))
        if event_id is not None and kept != version_id:
            _set_pitch(ws, event_id, kept)
    return kept


def choose_pitch(ws: Workspace, event_id: int, version_id: int, now: datetime) -> Changes:
    """Take this version of a pitch for an event. Raises NotFound."""
    version = pitch_version(ws, version_id, now)
    with ws.change(f"Take “{in_title(version.name)}” to {_named(ws, event_id)}") as change:
        _set_pitch(ws, event_id, version_id)
    return change.changes


def need_no_pitch(ws: Workspace, event_id: int) -> Changes:
    """Say that no pitch is needed at an event."""
    with ws.change(f"Need no pitch at {_named(ws, event_id)}") as change:
        _set_pitch(ws, event_id, None, needed=False)
    return change.changes


def leave_pitch_open(ws: Workspace, event_id: int) -> Changes:
    """Leave open again which pitch an event gets."""
    with ws.change(f"Leave the pitch for {_named(ws, event_id)} open") as change:
        _set_pitch(ws, event_id, None)
    return change.changes


def insert_version(ws: Workspace, pitch_id: int, number: int, text: str, what: str, now: str) -> int:
    """Write a version inside a change and return its id; for operations that write pitches."""
    columns = {"pitch_id": pitch_id, "number": number, "text": text, "what_changed": what, "created_at": now}
    return int(ws.run(PitchVersionRow.insert(columns)))


def clean_words(text: str) -> str:
    """Return the words of a pitch as they are kept. Raises InvalidInput for none or too many ("text")."""
    kept = clean_text(text, field="text")
    if not kept:
        raise InvalidInput("Write what you will say; a first try is enough.", field="text")
    return kept


def _set_pitch(ws: Workspace, event_id: int, version_id: int | None, *, needed: bool = True) -> None:
    ws.run(Event.update(pitch_version_id=version_id, pitch_needed=int(needed)).where(Event.id == event_id))


def _head(draft: PitchDraft) -> dict[str, str]:
    title = clean_line(draft.title, field="title")
    if not title:
        raise InvalidInput("Give the pitch a title, such as “Inbox to zero”.", field="title")
    answers = draft.answers
    return {
        "title": title,
        "audience": clean_line(draft.audience, field="audience"),
        "kind": PitchKind(draft.kind).value,
        "how_i_help": clean_text(answers.how_i_help, LONGEST_ANSWER, field="how_i_help"),
        "good_at": clean_text(answers.good_at, LONGEST_ANSWER, field="good_at"),
        "different": clean_text(answers.different, LONGEST_ANSWER, field="different"),
        "ask": clean_text(answers.ask, LONGEST_ANSWER, field="ask"),
        "helps_the_room": clean_text(answers.helps_room, LONGEST_ANSWER, field="helps_room"),
    }


def _named(ws: Workspace, event_id: int) -> str:
    return in_title(event_title(ws, event_id))


def _version(row: tuple[int, int, int, str, str, str, str, str, str, int, int]) -> PitchVersion:
    return PitchVersion(*row[:5], PitchKind(row[5]), *row[6:])
