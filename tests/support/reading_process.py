"""A reading process that needs no extra part: it speaks the real protocol over real pipes, and reads what it was told.

Started as ``python -m tests.support.reading_process WHAT [FILE]``: ``lines`` answers with the lists of lines in FILE,
one list for each picture, round and round; the others fail in the way they are named for.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Sequence
from itertools import cycle
from pathlib import Path

from netdesk.background.text_reading_process import MISSING, next_picture, serve


def reading_lines(file: Path, *pictures: Sequence[tuple[str, float]]) -> tuple[str, ...]:
    """The command of a process that sees these lines (text, confidence) in the first picture, the second, …"""
    answers = [
        [
            {
                "text": text,
                "box": [20, 40 * number, 12 * len(text), 50 if number == 0 else 24],
                "confidence": sure,
            }
            for number, (text, sure) in enumerate(lines)
        ]
        for lines in pictures
    ]
    file.write_text(json.dumps(answers), encoding="utf-8")
    return failing("lines", str(file))


def failing(*what: str) -> tuple[str, ...]:
    """The command of a process that fails as named: crash, hang, nonsense, missing, odd."""
    return sys.executable, "-m", "tests.support.reading_process", *what


def main(what: str, *files: str) -> int:
    pictures, answers = sys.stdin.buffer, sys.stdout.buffer
    if what == "lines":
        told = cycle(json.loads(Path(files[0]).read_text(encoding="utf-8")))
        return serve(pictures, answers, lambda _picture: next(told))
    if what == "odd":

        def read(picture: bytes) -> list[dict[str, object]]:
            if picture.startswith(b"odd"):
                raise ValueError("this one cannot be read")
            return [{"text": picture.decode(), "box": [0, 0, 10, 10], "confidence": 1}]

        return serve(pictures, answers, read)
    if what == "missing":
        answers.write(json.dumps({"error": MISSING}).encode() + b"\n")
        return 1
    next_picture(pictures)
    if what == "hang":
        pictures.read()
    elif what == "crash":
        os._exit(3)
    elif what == "nonsense":
        answers.write(b'{"lines": [{"text": 3, "box": [1]}]}\n')
        answers.flush()
        next_picture(pictures)
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
