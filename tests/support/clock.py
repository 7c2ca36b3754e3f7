"""The clock NetDesk stamps what is written with starts at nine in the morning of the day the tests speak of.

A test says what "today" is, as the window does; what is written meanwhile bears a time. Both must be the same day,
whenever the tests are run.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta, tzinfo

import pytest

from netdesk.store import workspace

_REAL_START = datetime.now().astimezone()
_START = datetime(2026, 11, 22, 9).astimezone()  # local time, as a person's clock has it


class _TestDay(datetime):
    """Runs as fast as time does, from that morning on."""

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override]
        passed = min(datetime.now().astimezone() - _REAL_START, timedelta(hours=14))
        return (_START + passed).astimezone(tz)


@pytest.fixture(scope="session", autouse=True)
def _the_day_of_the_tests() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(workspace, "datetime", _TestDay)
        yield
