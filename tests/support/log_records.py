"""A warning or error in the log that no test announced fails the test it happened in."""

import logging
import re
from collections.abc import Iterator

import pytest


class _Watch(logging.Handler):
    """Keeps every record of WARNING and above."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


class ExpectedRecords:
    """What a test says will be logged: each expression must match a record, each record an expression."""

    def __init__(self) -> None:
        self._patterns: list[str] = []

    def __call__(self, pattern: str) -> None:
        """Announce that a record whose text matches `pattern` (re.search) will come."""
        self._patterns.append(pattern)

    def complaints(self, records: list[logging.LogRecord]) -> list[str]:
        texts = [record.getMessage() for record in records]
        unexpected = [
            f"not announced: {record.levelname} {record.name} ({record.pathname}:{record.lineno}): {text}"
            for record, text in zip(records, texts, strict=True)
            if not any(re.search(pattern, text) for pattern in self._patterns)
        ]
        absent = [
            f"announced, but did not come: {pattern}"
            for pattern in self._patterns
            if not any(re.search(pattern, text) for text in texts)
        ]
        return unexpected + absent


@pytest.fixture(autouse=True)
def expect_log() -> Iterator[ExpectedRecords]:
    """Call it with an expression for each record of WARNING or above that the test provokes."""
    expected, watch, root = ExpectedRecords(), _Watch(), logging.getLogger()
    root.addHandler(watch)
    try:
        yield expected
    finally:
        root.removeHandler(watch)
    complaints = expected.complaints(watch.records)
    if complaints:
        pytest.fail("log records:\n  " + "\n  ".join(complaints), pytrace=False)
