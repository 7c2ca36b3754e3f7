"""Changing a pitch on its page: the next version, words not said yet, answers, the bin."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from peewee import fn

from netdesk.method.changes import Changes
from netdesk.method.errors import InvalidInput, NotFound
from netdesk.method.pitches import PitchKind, preparation_questions
from netdesk.services.history_words import in_title
from netdesk.services.pitches import LONGEST_ANSWER, clean_words, insert_version, pitch_version, version_name
from netdesk.services.typed_text import clean_line, clean_text
from netdesk.store.tables.events import Pitch, PitchVersion
from netdesk.store.workspace import Workspace, moment

_COLUMNS = {"helps_room": "helps_the_room"}
_QUESTIONS = {question.key: question.words for question in preparation_questions(PitchKind.PRESENTATION)}


def write_next_version(ws: Workspace, pitch_id: int, text: str, what_changed: str = "") -> int:
    """Write the next version of a pitch and return its id.

    Raises InvalidInput ("text", "what_changed") also where the words are those of the newest version, NotFound.
    """
    title, number, before = _newest(ws, pitch_id)
    words = clean_words(text)
    if words == before:
        raise InvalidInput(
            f"These are the words of v{number}.", "Change one line; it is enough.", field="text"
        )
    what = clean_line(what_changed, field="what_changed")
    with ws.change(f"Write v{number + 1} of “{in_title(title)}”"):
        return insert_version(ws, pitch_id, number + 1, words, what, moment())


def edit_words(ws: Workspace, version_id: int, text: str, now: datetime) -> Changes:
    """Change words that were not said yet. Raises InvalidInput, also for words that were, and NotFound."""
    version = pitch_version(ws, version_id, now)
    words = clean_words(text)
    if version.frozen:
        raise InvalidInput(f"v{version.number} was said already.", "Write the next version.", field="text")
    with ws.change(f"Change the words of “{in_title(version.name)}”") as change:
        ws.run(PitchVersion.update(text=words).where(PitchVersion.id == version_id))
    return change.changes


def say_what_changed(ws: Workspace, version_id: int, what: str) -> Changes:
    """Keep what changed in a version and why. Raises InvalidInput, NotFound."""
    kept = clean_line(what, field="what_changed")
    title = f"Say what changed in “{in_title(version_name(ws, version_id))}”"
    with ws.change(title, merge_key=f"pitch_version:{version_id}:what") as change:
        ws.run(PitchVersion.update(what_changed=kept).where(PitchVersion.id == version_id))
    return change.changes


def set_answer(ws: Workspace, pitch_id: int, key: str, text: str) -> Changes:
    """Keep the answer to a preparation question ("how_i_help", …). Raises InvalidInput, NotFound."""
    title = _newest(ws, pitch_id)[0]
    if key not in _QUESTIONS:
        raise InvalidInput("There is no such question.", field=key)
    kept = clean_text(text, LONGEST_ANSWER, field=key)
    words = f"Answer “{_QUESTIONS[key]}” for “{in_title(title)}”"
    with ws.change(words, merge_key=f"pitch:{pitch_id}:{key}") as change:
        ws.run(Pitch.update({_COLUMNS.get(key, key): kept}).where(Pitch.id == pitch_id))
    return change.changes


def bin_pitches(ws: Workspace, ids: Iterable[int]) -> Changes:
    """Put pitches into the bin; events keep the version they chose."""
    return _binned(ws, tuple(ids), moment(), "Bin")


def restore_pitches(ws: Workspace, ids: Iterable[int]) -> Changes:
    """Take pitches out of the bin."""
    return _binned(ws, tuple(ids), None, "Restore")


def _binned(ws: Workspace, ids: tuple[int, ...], at: str | None, verb: str) -> Changes:
    if not ids:
        return Changes()
    name = f"“{in_title(_newest(ws, ids[0])[0])}”" if len(ids) == 1 else f"{len(ids)} pitches"
    with ws.change(f"{verb} the pitch {name}" if len(ids) == 1 else f"{verb} {name}") as change:
        ws.many("UPDATE pitch SET binned_at = ? WHERE id = ?", [(at, number) for number in ids])
    return change.changes


def _newest(ws: Workspace, pitch_id: int) -> tuple[str, int, str]:
    """Return a pitch's title, and its newest version's number and words."""
    row = ws.row(
        PitchVersion.select(Pitch.title, fn.max(PitchVersion.number), PitchVersion.text)
        .join(Pitch, on=(Pitch.id == PitchVersion.pitch_id))
        .where(Pitch.id == pitch_id)
        .group_by(Pitch.id)
    )
    if row is None:
        raise NotFound("That pitch is not in the workspace any more.", "Choose another one from the list.")
    return str(row[0]), int(row[1]), str(row[2])
