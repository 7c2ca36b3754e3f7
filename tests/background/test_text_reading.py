"""Reading text in a process of its own: answers, stopping, crashes, and what the process must not do."""

from __future__ import annotations

import io
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from netdesk.background import text_reading
from netdesk.background.jobs import Progress, Report
from netdesk.background.text_reading import SeenLine, TextReader, TextReadingError, is_available, own_command
from netdesk.background.text_reading_process import MOST_BYTES, next_picture, serve
from netdesk.method.errors import Cancelled
from tests.support.reading_process import failing, reading_lines


@pytest.fixture
def readers() -> Iterator[list[TextReader]]:
    made: list[TextReader] = []
    yield made
    for one in made:
        one.close()


def reader(readers: list[TextReader], *what: str, limit: float = 30) -> TextReader:
    made = TextReader(failing(*what), limit)
    readers.append(made)
    return made


def test_pictures_are_read_one_after_the_other_by_one_process(
    readers: list[TextReader], tmp_path: Path
) -> None:
    command = reading_lines(tmp_path / "lines.json", [("Marta Lindqvist", 0.99)], [("Priya Nair", 0.5)], [])
    made = TextReader(command)
    readers.append(made)
    assert made.process_id() is None
    made.start()
    number = made.process_id()
    first = made.read(b"one", Report())
    assert first == (SeenLine("Marta Lindqvist", 20, 0, 180, 50, 0.99),)
    assert [line.text for line in made.read(b"two", Report())] == ["Priya Nair"]
    assert made.read(b"three" * 1_000_000, Report()) == ()
    assert made.read(b"four", Report()) == first
    assert made.process_id() == number
    made.close()
    assert made.read(b"after the end another begins", Report()) == first


def test_a_picture_that_cannot_be_read_does_not_keep_the_next_from_it(readers: list[TextReader]) -> None:
    made = reader(readers, "odd")
    with pytest.raises(TextReadingError, match="could not be read"):
        made.read(b"odd", Report())
    assert made.read("Groß".encode(), Report())[0].text == "Groß"


@pytest.mark.parametrize(
    ("what", "sentence"),
    [
        ("crash", "ended by itself"),
        ("nonsense", "answered with nonsense"),
        ("missing", "not installed whole"),
    ],
)
def test_what_goes_wrong_is_said_in_words_and_the_next_reading_begins_anew(
    readers: list[TextReader], what: str, sentence: str
) -> None:
    made = reader(readers, what)
    for _ in range(2):
        with pytest.raises(TextReadingError, match=sentence):
            made.read(b"picture", Report())


def test_a_reading_that_takes_too_long_is_ended(readers: list[TextReader]) -> None:
    made = reader(readers, "hang", limit=0.2)
    with pytest.raises(TextReadingError, match="took too long"):
        made.read(b"picture", Report())


def test_a_reading_is_stopped_when_a_person_asks(readers: list[TextReader]) -> None:
    made = reader(readers, "hang")
    asked: list[Progress] = []

    def stop_soon(state: Progress) -> None:
        asked.append(state)
        if len(asked) == 3:
            report.cancel()

    report = Report(stop_soon)
    with pytest.raises(Cancelled):
        made.read(b"picture" * 100_000, report)
    assert len(asked) == 3
    assert not [one for one in threading.enumerate() if one.name == "text-reading"]


def test_a_program_that_is_not_there_is_said_in_words(readers: list[TextReader], tmp_path: Path) -> None:
    made = TextReader((str(tmp_path / "nothing"),))
    readers.append(made)
    with pytest.raises(TextReadingError, match="could not be started"):
        made.start()


def test_it_is_found_out_without_importing_whether_the_extra_part_is_there(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(text_reading, "_NEEDED", ("json", "no_such_module_at_all"))
    assert not is_available()
    monkeypatch.setattr(text_reading, "_NEEDED", ("json", "antigravity"))
    assert is_available()
    assert "antigravity" not in sys.modules


def test_the_program_starts_itself_frozen_or_not(monkeypatch: pytest.MonkeyPatch) -> None:
    assert own_command() == (sys.executable, "-m", "netdesk", "--read-text")
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert own_command() == (sys.executable, "--read-text")


@pytest.mark.parametrize(
    ("sent", "taken"),
    [
        (b"", None),
        (b"\0\0", None),
        (b"\0\0\0\x02ab", b"ab"),
        (b"\0\0\0\x05ab", None),
        ((MOST_BYTES + 1).to_bytes(4, "big") + b"x", None),
        (b"\0\0\0\0", b""),
    ],
)
def test_pictures_come_with_their_length(sent: bytes, taken: bytes | None) -> None:
    assert next_picture(io.BytesIO(sent)) == taken


def test_answers_are_lines_of_plain_letters() -> None:
    answers = io.BytesIO()
    told = [{"text": "Groß\nBau", "box": [0, 0, 1, 1], "confidence": 0.5}]
    assert serve(io.BytesIO(b"\0\0\0\x01a\0\0\0\x01b"), answers, lambda _: told) == 0
    lines = answers.getvalue().splitlines()
    assert len(lines) == 2
    assert lines[0] == lines[1]
    assert lines[0].isascii()


ATTEMPTS = """
import sys
from netdesk.background import text_reading_process as process
sys.addaudithook(process._watch)
import os, pathlib, socket, subprocess
attempts = [
    lambda: socket.create_connection(("127.0.0.1", 9)),
    lambda: socket.getaddrinfo("cards.example", 80),
    lambda: pathlib.Path("left-behind").write_text("x"),
    lambda: os.open("left-behind", os.O_CREAT | os.O_WRONLY),
    lambda: os.mkdir("left-behind"),
    lambda: subprocess.run(["echo"]),
]
stopped = 0
for attempt in attempts:
    try:
        attempt()
    except process.NotAllowed:
        stopped += 1
print(stopped, len(attempts), pathlib.Path(os.devnull).write_text("x"), open(process.__file__).read(3))
"""


def test_the_reading_process_reaches_neither_the_network_nor_the_disk(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", ATTEMPTS], capture_output=True, text=True, cwd=tmp_path, check=True
    )
    assert done.stdout.strip() == '6 6 1 """'
    assert list(tmp_path.iterdir()) == []
