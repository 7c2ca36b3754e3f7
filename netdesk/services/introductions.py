"""Introductions: proposed, made, and what came of them; one that was made is help I gave (method §4).

From *made* on there is one give in the ledger for the person it was made for, and one for the other when it helps
both. Where I had promised it, the promise is kept instead: no help is counted twice. Taken back, the gives go and the
promise is open again.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from netdesk.method.changes import Changes
from netdesk.method.errors import InvalidInput, NotFound
from netdesk.method.introductions import IntroductionState, Side, message, subject
from netdesk.services.history_words import in_title
from netdesk.services.introduction_gives import take_gives_back, write_gives
from netdesk.services.introduction_list import IntroductionLine, introduction_lines, introductions
from netdesk.services.people import person_name
from netdesk.services.typed_text import PAGE, SENTENCE, clean_line, clean_text
from netdesk.store.tables.help import Introduction, LedgerEntry
from netdesk.store.workspace import Workspace, moment

__all__ = [
    "IntroductionDraft",
    "IntroductionLine",
    "IntroductionState",
    "delete_introduction",
    "edit_introduction",
    "introduction",
    "introductions",
    "make_edited",
    "make_introduction",
    "propose",
    "proposed_message",
    "proposed_subject",
    "set_outcome",
    "take_back",
]
_GONE = "That introduction is not in the workspace any more."


@dataclass(frozen=True, slots=True)
class IntroductionDraft:
    """Two people who should meet: made for ``person_id``, to ``other_id``; why, and the message to both."""

    person_id: int
    other_id: int
    why: str = ""
    message: str = ""


def propose(ws: Workspace, draft: IntroductionDraft) -> int:
    """Put an introduction on the list of those to be made and give its id.

    Raises ``InvalidInput`` naming ``other`` for somebody and themselves, or for two who are on the list; ``NotFound``.
    """
    columns = _columns(draft)
    first, second = _names(ws, draft)
    _refuse_doubles(ws, draft)
    with ws.change(f"Propose to introduce {in_title(first)} to {in_title(second)}"):
        return int(ws.run(Introduction.insert(**columns, created_at=moment())))


def edit_introduction(ws: Workspace, introduction_id: int, draft: IntroductionDraft) -> Changes:
    """Change the reason and the message; the two can be changed until it is made.

    Raises ``InvalidInput``, ``NotFound``.
    """
    before = introduction(ws, introduction_id)
    columns = _columns(draft)
    first, second = _names(ws, draft)
    if (before.person_id, before.other_id) != (draft.person_id, draft.other_id):
        if before.state.is_made:
            raise InvalidInput("These two are introduced already.", "Take it back first.", field="other")
        _refuse_doubles(ws, draft, introduction_id)
    with ws.change(f"Edit the introduction of {in_title(first)} to {in_title(second)}") as change:
        _update(ws, introduction_id, **columns)
    return change.changes


def make_introduction(
    ws: Workspace,
    what: int | IntroductionDraft,
    on: date,
    *,
    helps_both: bool = False,
    today: date | None = None,
) -> int:
    """Say that the two were brought together on a day, and count it as help given; gives the introduction's id.

    ``what`` is an introduction to be made, or a new one. With ``today`` no later day is taken.
    Raises ``InvalidInput`` naming ``on`` or ``other``, ``NotFound``.
    """
    if today is not None and on > today:
        raise InvalidInput("That day is still to come.", "Choose today or an earlier day.", field="on")
    if isinstance(what, IntroductionDraft):
        _columns(what)
        standing = _proposed(ws, what)
        first, second = _names(ws, what)
    else:
        line = introduction(ws, what)
        if line.state.is_made:
            raise InvalidInput("These two are introduced already.")
        first, second, standing = line.person, line.other, what
    with ws.change(f"Introduce {in_title(first)} to {in_title(second)}"):
        if isinstance(what, IntroductionDraft):
            if standing:
                edit_introduction(ws, standing, what)
            else:
                standing = propose(ws, what)
        assert standing is not None
        _update(ws, standing, state=IntroductionState.MADE.value, made_on=on.isoformat())
        write_gives(ws, introduction(ws, standing), on, helps_both=helps_both)
    return standing


def make_edited(
    ws: Workspace,
    introduction_id: int,
    draft: IntroductionDraft,
    on: date,
    *,
    helps_both: bool = False,
    today: date | None = None,
) -> int:
    """Change one that is to be made and say that it is made, in one step. Raises ``InvalidInput``, ``NotFound``."""
    first, second = _names(ws, draft)
    with ws.change(f"Introduce {in_title(first)} to {in_title(second)}"):
        edit_introduction(ws, introduction_id, draft)
        return make_introduction(ws, introduction_id, on, helps_both=helps_both, today=today)


def set_outcome(
    ws: Workspace, introduction_id: int, state: IntroductionState, on: date, words: str = ""
) -> Changes:
    """Say what came of it: they met, business, or nothing; *made* again when it is not known after all.

    Raises ``InvalidInput`` naming ``on`` for a day before it was made, or for one not made yet; ``NotFound``.
    """
    line = introduction(ws, introduction_id)
    words = clean_line(words, SENTENCE, field="words")
    if not line.state.is_made or line.made_on is None:
        raise InvalidInput("It is not made yet.", "Make the introduction first.")
    if not state.is_made:
        return take_back(ws, introduction_id)
    if on < line.made_on:
        raise InvalidInput("That is before they were introduced.", "Choose a later day.", field="on")
    known = state is not IntroductionState.MADE
    title = f"{in_title(line.person)} and {in_title(line.other)}: {state.label.lower()}"
    with ws.change(title) as change:
        _update(
            ws,
            introduction_id,
            state=state.value,
            outcome=words,
            outcome_on=on.isoformat() if known else None,
        )
        # What came of it stands with the give as well, where the balance of one person is read.
        said = words or (state.label if known else "")
        ws.run(LedgerEntry.update(outcome=said).where(LedgerEntry.introduction_id == introduction_id))
    return change.changes


def take_back(ws: Workspace, introduction_id: int) -> Changes:
    """It was not made after all: it is to be made again, and counts no more. Raises ``NotFound``, ``InvalidInput``."""
    line = introduction(ws, introduction_id)
    if not line.state.is_made:
        raise InvalidInput("It is not made yet.")
    with ws.change(
        f"Take back the introduction of {in_title(line.person)} to {in_title(line.other)}"
    ) as change:
        take_gives_back(ws, introduction_id)
        _update(
            ws,
            introduction_id,
            state=IntroductionState.PROPOSED.value,
            made_on=None,
            outcome="",
            outcome_on=None,
        )
    return change.changes


def delete_introduction(ws: Workspace, introduction_id: int) -> Changes:
    """Take an introduction off the list, with the gives it counted as. Raises ``NotFound``."""
    line = introduction(ws, introduction_id)
    with ws.change(f"Delete the introduction of {in_title(line.person)} to {in_title(line.other)}") as change:
        take_gives_back(ws, introduction_id)
        ws.run(Introduction.delete().where(Introduction.id == introduction_id))
    return change.changes


def introduction(ws: Workspace, introduction_id: int) -> IntroductionLine:
    """One introduction. Raises ``NotFound``."""
    found = introduction_lines(ws, (introduction_id,))
    if not found:
        raise NotFound(_GONE)
    return found[0]


def proposed_message(ws: Workspace, person_id: int, other_id: int) -> str:
    """A message to both, from what they do and look for, never from my notes. Raises ``NotFound``."""
    return message(_side(ws, person_id), _side(ws, other_id))


def proposed_subject(ws: Workspace, person_id: int, other_id: int) -> str:
    """The subject of that message: "Luis, meet Marta". Raises ``NotFound``."""
    return subject(_side(ws, person_id), _side(ws, other_id))


# Checking ----------------------------------------------------------------------------------------------


def _columns(draft: IntroductionDraft) -> dict[str, object]:
    if draft.person_id == draft.other_id:
        raise InvalidInput("Nobody is introduced to themselves.", "Choose somebody else.", field="other")
    return {
        "person_id": draft.person_id,
        "other_id": draft.other_id,
        "why": clean_line(draft.why, SENTENCE, field="why"),
        "message": clean_text(draft.message, PAGE, field="message"),
    }


def _names(ws: Workspace, draft: IntroductionDraft) -> tuple[str, str]:
    return person_name(ws, draft.person_id).name, person_name(ws, draft.other_id).name


def _refuse_doubles(ws: Workspace, draft: IntroductionDraft, but: int = 0) -> None:
    """Two who came to nothing once may be tried again; else they are introduced once."""
    row = ws.sql(
        "SELECT state FROM introduction WHERE ((person_id = ?1 AND other_id = ?2)"
        " OR (person_id = ?2 AND other_id = ?1)) AND state <> 'nothing' AND id <> ?3 LIMIT 1",
        (draft.person_id, draft.other_id, but),
    ).fetchone()
    if row is not None:
        made = IntroductionState(row[0]).is_made
        said = "You introduced these two already." if made else "These two are on the list to be introduced."
        raise InvalidInput(said, "Find them in the list of introductions.", field="other")


def _proposed(ws: Workspace, draft: IntroductionDraft) -> int | None:
    """The introduction to be made of these two, this way round."""
    row = ws.sql(
        "SELECT id FROM introduction WHERE person_id = ? AND other_id = ? AND state = 'proposed'",
        (draft.person_id, draft.other_id),
    ).fetchone()
    return int(row[0]) if row else None


def _side(ws: Workspace, person_id: int) -> Side:
    row = ws.sql(
        "SELECT coalesce(nullif(given, ''), nullif(nickname, ''), display_name), role, organisation_name,"
        " what_they_do, coalesce(nullif(good_introduction, ''), ideal_client) FROM person WHERE id = ?",
        (person_id,),
    ).fetchone()
    if row is None:
        raise NotFound("That person is not in the workspace any more.")
    return Side(*row)


def _update(ws: Workspace, introduction_id: int, **columns: object) -> None:
    ws.run(Introduction.update(**columns).where(Introduction.id == introduction_id))
