"""Going cold and ready to move up in SQL, held to the rules of the method whatever the levels are set to."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netdesk.method.evidence import Evidence, readiness
from netdesk.method.levels import DEFAULT_LEVELS, EvidenceKind, Level
from netdesk.method.rhythm import counted_from, effective_rhythm, is_going_cold, is_snoozed
from netdesk.services import attention_sql
from netdesk.services.record import RECORD, evidence_of
from netdesk.store.workspace import Workspace
from tests.support.kept_files import new_workspace
from tests.support.workspaces import sample_people

TODAY = date(2026, 11, 22)
COUNTS = st.integers(0, 3)
DAYS = st.one_of(st.none(), st.integers(-3, 60))
LEVELS = st.tuples(
    *(
        st.builds(
            replace,
            st.just(level),
            rhythm_days=st.integers(1, 50),
            evidence=st.lists(st.sampled_from(list(EvidenceKind)), max_size=4, unique=True).map(tuple),
            evidence_any=st.booleans(),
        )
        for level in DEFAULT_LEVELS
    )
)
SOMEBODY = st.fixed_dictionaries(
    {
        "level": st.one_of(st.none(), st.integers(1, 5)),
        "rhythm_days": st.one_of(st.none(), st.integers(1, 50)),
        "contact": DAYS,
        "met": DAYS,
        "added": st.integers(0, 60),
        "snoozed": DAYS,
        "due": DAYS,
        "archived": st.booleans(),
        "record": st.tuples(*[COUNTS] * len(RECORD.split(","))),
    }
)


def day(ago: int | None) -> date | None:
    return None if ago is None else TODAY - timedelta(days=ago)


def _keep(ws: Workspace, person: int, one: dict[str, object]) -> None:
    columns = [name.strip() for name in RECORD.split(",")]
    values = {
        "level": one["level"],
        "rhythm_days": one["rhythm_days"],
        "last_contact_on": _text(one["contact"]),
        "met_on": _text(one["met"]),
        "created_at": f"{_text(one['added'])}T09:00:00+00:00",
        "snoozed_until": _text(one["snoozed"]),
        "next_follow_up_on": _text(one["due"]),
        "archived_at": "2026-11-01" if one["archived"] else None,
        **dict(zip(columns, one["record"], strict=True)),  # type: ignore[call-overload]
    }
    ws.sql(
        f"UPDATE person SET {', '.join(f'{name} = ?' for name in values)} WHERE id = ?",
        (*values.values(), person),
    )


def _text(ago: object) -> str | None:
    return None if ago is None else str(TODAY - timedelta(days=int(str(ago))))


def _is_cold(one: dict[str, object], levels: tuple[Level, ...]) -> bool:
    contact, met, added, snoozed = (day(one[name]) for name in ("contact", "met", "added", "snoozed"))  # type: ignore[arg-type]
    assert added is not None
    level = None if one["level"] is None else levels[int(str(one["level"])) - 1]
    rhythm = effective_rhythm(one["rhythm_days"], level)  # type: ignore[arg-type]
    return is_going_cold(counted_from(contact, met, added), rhythm, TODAY) and not is_snoozed(snoozed, TODAY)


def _is_ready(one: dict[str, object], levels: tuple[Level, ...]) -> bool:
    if one["level"] is None:
        return False
    evidence = evidence_of(one["record"])  # type: ignore[arg-type]
    return readiness(levels[int(str(one["level"])) - 1], evidence, TODAY).ready


def _found(ws: Workspace, question: str) -> set[int]:
    rows = [row[0] for row in ws.sql(question)]
    assert len(rows) == len(set(rows))
    return set(rows)


@given(levels=LEVELS, somebodies=st.lists(SOMEBODY, min_size=1, max_size=12))
@settings(max_examples=60)
def test_the_sql_says_what_the_rules_say(
    tmp_path_factory: pytest.TempPathFactory, levels: tuple[Level, ...], somebodies: list[dict[str, object]]
) -> None:
    ws = new_workspace(tmp_path_factory.mktemp("attention") / "network.netdesk")
    try:
        people = sample_people(ws, len(somebodies))
        with ws.change("Let them be"):
            for person, one in zip(people, somebodies, strict=True):
                _keep(ws, person, one)
        told = dict(zip(people, somebodies, strict=True))
        cold = {person for person, one in told.items() if _is_cold(one, levels)}
        ready = {person for person, one in told.items() if _is_ready(one, levels)}
        listed = {person for person, one in told.items() if not one["archived"]}
        placed = {person for person, one in told.items() if one["level"] is not None}
        assert _found(ws, f"SELECT p.id FROM person p WHERE {attention_sql.cold(levels, TODAY)}") == cold
        assert _found(ws, f"SELECT p.id FROM person p WHERE {attention_sql.ready(levels)}") == ready
        assert _found(ws, attention_sql.cold_people(levels, TODAY)) == cold & listed
        assert _found(ws, attention_sql.cold_people(levels, TODAY, on_board=True)) == cold & listed & placed
        assert _found(ws, attention_sql.ready_people(levels)) == ready & listed
    finally:
        ws.close()


def test_where_no_level_asks_for_anything_nobody_is_ready(workspace: Workspace) -> None:
    sample_people(workspace, 3, level=2)
    none = [replace(level, evidence=()) for level in DEFAULT_LEVELS]
    assert workspace.sql(f"SELECT p.id FROM person p WHERE {attention_sql.ready(none)}").fetchall() == []
    assert workspace.sql(attention_sql.ready_people(none)).fetchall() == []


def test_the_record_is_read_column_by_column() -> None:
    assert evidence_of(range(1, 12)) == Evidence(
        days_met=1,
        follow_ups_done=2,
        one_to_ones_achieved=3,
        one_to_ones_held=4,
        gives=5,
        receives=6,
        made_together=7,
        referrals_given=8,
        referrals_received=9,
        wins_given=10,
        wins_received=11,
    )
