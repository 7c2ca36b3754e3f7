"""The ladders one can begin with."""

from __future__ import annotations

from dataclasses import replace

import pytest

from netdesk.method.evidence import Evidence, readiness
from netdesk.method.ladders import LADDERS, Ladder, ladder, ladder_of
from netdesk.method.level_settings import level_problems
from netdesk.method.levels import DEFAULT_LEVELS, EvidenceKind, check_levels


@pytest.mark.parametrize("one", LADDERS, ids=lambda one: one.key)
def test_every_ladder_could_have_been_typed_level_by_level(one: Ladder) -> None:
    check_levels(one.levels)
    for level in one.levels:
        found = level_problems(
            level.number,
            level.name,
            level.meaning,
            level.rhythm_days,
            level.capacity,
            level.moves_up,
            one.levels,
        )
        assert found == ()
        assert bool(level.evidence) != level.is_top
        # In the order in which they are kept, so that the ladder is recognised.
        assert level.evidence == tuple(kind for kind in EvidenceKind if kind in level.evidence)
    rhythms = [level.rhythm_days for level in one.levels]
    assert rhythms == sorted(rhythms, reverse=True)


@pytest.mark.parametrize("one", LADDERS, ids=lambda one: one.key)
def test_with_everything_in_the_record_each_step_can_be_climbed(one: Ladder) -> None:
    everything = Evidence(
        days_met=2, follow_ups_done=1, one_to_ones_achieved=1, gives=1, receives=1, made_together=1,
        referrals_given=1, referrals_received=1,
    )  # fmt: skip
    assert [readiness(level, everything, None).ready for level in one.levels] == [True] * 4 + [False]  # type: ignore[arg-type]


def test_a_ladder_is_recognised_until_a_hand_is_laid_on_it() -> None:
    assert ladder_of(DEFAULT_LEVELS) == ladder("netdesk")
    assert ladder_of(ladder("trust").levels) == ladder("trust")
    changed = (replace(DEFAULT_LEVELS[0], rhythm_days=70), *DEFAULT_LEVELS[1:])
    assert ladder_of(changed) is None


def test_an_unknown_ladder() -> None:
    with pytest.raises(KeyError):
        ladder("moon")
