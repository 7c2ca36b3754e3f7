"""Where the words of a wish stand in somebody's record, quoted with those words marked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from netdesk.method.fits import MARKS, Run, Runs, Where, excerpt, has_runs, lines_of, marks_in, read_marked
from netdesk.services.fit_search import TELLING_TALK, Candidate, learned_query, learned_since, offer_query
from netdesk.store.workspace import Workspace

_COLUMNS = (Where.ORGANISATION, Where.TAGS, Where.NOTES, Where.MARKETS)
"""The columns of ``offer_search``, in their order."""
_TOLD_FIRST = (Where.NOTES, Where.TAGS, Where.MARKETS, Where.ORGANISATION)
"""Where several places hold as many words, the one that says most of somebody is quoted."""
_HIGHLIGHTS = ", ".join(f"highlight(offer_search, {place}, ?1, ?2)" for place in range(len(_COLUMNS)))


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where the words were found; ``found`` is the quoted place, ``has`` the half sentence that tells of it.

    ``words`` are all words of the wish that stand in the record, also those that are too common to count.
    """

    where: Where
    words: tuple[str, ...]
    found: Runs
    has: Runs


def evidence(ws: Workspace, one: Candidate, called: str, organisation: str, today: date) -> Evidence | None:
    """Quote the place with most of the words; None when nothing is found any more. ``called`` is a short name."""
    if one.words:
        words = tuple(word for word in one.asked if word in one.words or _has(ws, one.person_id, word))
        row = ws.sql(
            f"SELECT {_HIGHLIGHTS} FROM offer_search WHERE offer_search MATCH ?3 AND rowid = ?4",
            (*MARKS, offer_query(words), one.person_id),
        ).fetchone()
        if row is not None:
            texts = {where: read_marked(str(text)) for where, text in zip(_COLUMNS, row, strict=True)}
            learned = (word for word in one.learned if word not in words)
            return _best(texts, (*words, *learned), called, organisation)
    if one.learned:
        row = ws.sql(
            "SELECT highlight(learned_search, 1, ?4, ?5) FROM learned_search WHERE learned_search MATCH ?1"
            " AND rowid IN (SELECT interaction_id AS talk FROM interaction_person"
            f" WHERE person_id = ?3 AND {TELLING_TALK}) ORDER BY rowid DESC LIMIT 1",
            (learned_query(one.learned), learned_since(today), one.person_id, *MARKS),
        ).fetchone()
        if row is not None:
            found = excerpt(read_marked(str(row[0])))
            return Evidence(Where.LEARNED, one.learned, found, has_runs(called, Where.LEARNED, found))
    return None


def _has(ws: Workspace, person_id: int, word: str) -> bool:
    found = ws.sql(
        "SELECT 1 FROM offer_search WHERE offer_search MATCH ? AND rowid = ?",
        (offer_query((word,)), person_id),
    )
    return found.fetchone() is not None


def _best(texts: dict[Where, Runs], words: tuple[str, ...], called: str, organisation: str) -> Evidence:
    # The first of those with most marks: max keeps it.
    where = max(_TOLD_FIRST, key=lambda one: max(map(marks_in, lines_of(texts[one]))))
    if where is not Where.ORGANISATION:
        found = excerpt(texts[where])
        return Evidence(where, words, found, has_runs(called, where, found))
    firm, role = _parted(texts[where], len(organisation))
    found = excerpt(role if marks_in(role) else firm)
    return Evidence(where, words, found, has_runs(called, where, firm, role=found if marks_in(role) else ()))


def _parted(runs: Runs, length: int) -> tuple[Runs, Runs]:
    """What is the firm's name, and what stands after it: the department and the role."""
    firm: list[Run] = []
    rest: list[Run] = []
    at = 0
    for run in runs:
        cut = max(length - at, 0)
        firm.append(Run(run.text[:cut], run.marked))
        after = run.text[cut:]
        rest.append(Run(after if any(one.text for one in rest) else after.lstrip(), run.marked))
        at += len(run.text)
    return tuple(one for one in firm if one.text), tuple(one for one in rest if one.text)
