"""The program started as its own reading process."""

from __future__ import annotations

import json
import subprocess
import sys

from netdesk.background.text_reading import ARGUMENT, is_available
from netdesk.background.text_reading_process import MISSING


def test_it_reads_until_its_input_ends_or_says_that_a_part_is_missing() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "netdesk", ARGUMENT], input=b"", capture_output=True, check=False, timeout=60
    )
    said = [json.loads(line) for line in done.stdout.splitlines()]
    assert (done.returncode, said) == ((0, []) if is_available() else (1, [{"error": MISSING}]))


def test_it_is_no_command_for_people() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "netdesk", "--help"], capture_output=True, text=True, check=True
    )
    assert ARGUMENT not in done.stdout
