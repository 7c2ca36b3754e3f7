"""Where the words of a wish stand in somebody's record, quoted with those words marked."""

from __future__ import annotations

from dataclasses import dataclass

from netdesk.method.fits import MARKS, Runs, Where, excerpt, has_runs, lines_of, marks_in, read_marked
from netdesk.services.fit_search import Candidate, learned_query, offer_query
from netdesk.store.workspace import Workspace

_COLUMNS = (Where.ORGANISATION, Where.TAGS, Where.NOTES, Where.MARKETS)
"""The columns of ``offer_search``, in their order."""
_TOLD_FIRST = (Where.NOTES, Where.TAGS, Where.MARKETS, Where.ORGANISATION)
"""Where several places hold as many words, the one that says most of somebody is quoted."""
_HIGHLIGHTS = ", ".join(f"highlight(offer_search, {place}, ?1, ?2)" for place in range(len(_COLUMNS)))


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where the words were found; ``found`` is the quoted place, ``has`` the half sentence that tells of it."""

    where: Where
    found: Runs
    has: Runs


def evidence(ws: Workspace, one: Candidate, called: str, organisation: str) -> Evidence | None:
    """Quote the place with most of the words; None when nothing is found any more. ``called`` is a short name."""
    if one.words:
        row = ws.sql(
            f"SELECT {_HIGHLIGHTS} FROM offer_search WHERE offer_search MATCH ?3 AND rowid = ?4",
            (*MARKS, offer_query(one.words), one.person_id),
        ).fetchone()
        if row is not None:
            return _best(
                {where: read_marked(str(text)) for where, text in zip(_COLUMNS, row, strict=True)},
                called,
                organisation,
            )
    if one.learned:
        row = ws.sql(
            "SELECT highlight(learned_search, 1, ?1, ?2) FROM learned_search WHERE learned_search MATCH ?3"
            " AND rowid IN (SELECT interaction_id FROM interaction_person WHERE person_id = ?4)"
            " ORDER BY rowid DESC LIMIT 1",
            (*MARKS, learned_query(one.learned), one.person_id),
        ).fetchone()
        if row is not None:
            found = excerpt(read_marked(str(row[0])))
            return Evidence(Where.LEARNED, found, has_runs(called, Where.LEARNED, found))
    return None


def _best(texts: dict[Where, Runs], called: str, organisation: str) -> Evidence:
    # The first of those with most marks: max keeps it.
    where = max(_TOLD_FIRST, key=lambda one: max(map(marks_in, lines_of(texts[one]))))
    if where is not Where.ORGANISATION:
        found = excerpt(texts[where])
        return Evidence(where, found, has_runs(called, where, found))
    firm, role = _parted(texts[where], len(organisation))
    as_role = not marks_in(firm)
    found = excerpt(role if as_role else firm)
    return Evidence(where, found, has_runs(called, where, found, as_role=as_role))


def _parted(runs: Runs, length: int) -> tuple[Runs, Runs]:
    """What is the firm's name, and what stands after it: the department and the role."""
    firm, rest, at = [], [], 0
    for run in runs:
        cut = max(length - at, 0)
        firm.append(type(run)(run.text[:cut], run.marked))
        rest.append(type(run)(run.text[cut:], run.marked))
        at += len(run.text)
    return tuple(firm), tuple(rest)
