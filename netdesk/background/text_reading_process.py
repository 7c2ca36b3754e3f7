"""The other side of reading text: what runs in a process of its own, with half a gigabyte of memory, and ends with it.

A picture comes in as four bytes of length (big-endian) and so many bytes; each answer is one line of JSON:
``{"lines": [{"text": …, "box": [left, top, width, height], "confidence": …}]}`` or ``{"error": kind}``. The end of
the input ends the process. In here nothing may reach the network or write a file: whatever tries is stopped.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, BinaryIO

Line = dict[str, Any]
ReadPicture = Callable[[bytes], Sequence[Line]]

MISSING = "missing"
"""The kind of error when the parts that read text are not installed."""
LENGTH_BYTES = 4
MOST_BYTES = 50_000_000
_MODELS = {
    "Det.model_path": "PP-OCRv6_det_small.onnx",
    "Rec.model_path": "PP-OCRv6_rec_small.onnx",
    "Cls.model_path": "ch_ppocr_mobile_v2.0_cls_mobile.onnx",
}
_SIDE_TO_FIND_LINES = 960
_FORBIDDEN = frozenset(
    {
        "socket.connect",
        "socket.getaddrinfo",
        "socket.gethostbyname",
        "socket.sendto",
        "socket.bind",
        "subprocess.Popen",
        "os.system",
        "os.mkdir",
        "os.remove",
        "os.rename",
    }
)
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


class NotAllowed(RuntimeError):
    """Something in the reading process tried to reach out of it."""


def run() -> int:
    """Serve this process’s standard input and output until the input ends; gives the exit code."""
    pictures, answers = _own_streams()
    sys.dont_write_bytecode = True
    sys.addaudithook(_watch)
    return answer(pictures, answers)


def answer(pictures: BinaryIO, answers: BinaryIO) -> int:
    """Load what reads and serve; where it is not installed whole, say so and end. Gives the exit code."""
    try:
        read = _load()
    except ImportError:
        answers.write(_line({"error": MISSING}))
        answers.flush()
        return 1
    return serve(pictures, answers, read)


def serve(pictures: BinaryIO, answers: BinaryIO, read: ReadPicture) -> int:
    """Answer each picture that comes in with its lines, or with the kind of error it met; gives the exit code."""
    while (picture := next_picture(pictures)) is not None:
        try:
            said: Line = {"lines": list(read(picture))}
        except Exception as error:
            # Whatever is wrong with one picture, the next may be sound.
            said = {"error": type(error).__name__}
        answers.write(_line(said))
        answers.flush()
    return 0


def next_picture(pictures: BinaryIO) -> bytes | None:
    """The next picture’s bytes; None at the end of the input, or when it makes no sense."""
    head = pictures.read(LENGTH_BYTES)
    if len(head) < LENGTH_BYTES:
        return None
    length = int.from_bytes(head, "big")
    if length > MOST_BYTES:
        return None
    data = pictures.read(length)
    return data if len(data) == length else None


def _line(said: Line) -> bytes:
    return json.dumps(said).encode() + b"\n"


def _own_streams() -> tuple[BinaryIO, BinaryIO]:
    """The two pipes, kept from whatever else in this process prints or asks."""
    pictures = os.fdopen(os.dup(0), "rb")
    answers = os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    os.dup2(nothing, 1)
    os.close(nothing)
    return pictures, answers


def _watch(event: str, arguments: tuple[Any, ...]) -> None:
    """Stop what would reach the network, another program, or a file to write in."""
    if event in _FORBIDDEN:
        raise NotAllowed(event)
    if event == "open":
        path, mode, flags = arguments
        writes = bool((flags or 0) & _WRITES) or any(sign in (mode or "") for sign in "wax+")
        if writes and path != os.devnull and not isinstance(path, int):
            raise NotAllowed(event)


def _load() -> ReadPicture:
    """Load the reader of letters with the models that came with it. Raises ``ImportError`` when it is not there."""
    import rapidocr

    folder = Path(rapidocr.__file__).parent / "models"
    models = {name: str(folder / file) for name, file in _MODELS.items() if (folder / file).is_file()}
    if len(models) < len(_MODELS):
        # It would fetch them; that is not for this program to do.
        raise ImportError("the models of the reader of letters are not in its package")
    # Lines are found on a picture of this size and read from the whole one: twice as quick, and no line lost.
    size = {"Det.limit_type": "max", "Det.limit_side_len": _SIDE_TO_FIND_LINES}
    reader: Any = rapidocr.RapidOCR(params={"Global.log_level": "critical", **size, **models})

    def read(picture: bytes) -> list[Line]:
        found = reader(picture)
        if found.txts is None or found.boxes is None or found.scores is None:
            return []
        return [
            {"text": str(text), "box": _box(corners), "confidence": float(score)}
            for text, corners, score in zip(found.txts, found.boxes, found.scores, strict=True)
        ]

    return read


def _box(corners: Sequence[Sequence[float]]) -> list[float]:
    """Left, top, width and height of a line from its four corners."""
    across, down = [float(one[0]) for one in corners], [float(one[1]) for one in corners]
    return [min(across), min(down), max(across) - min(across), max(down) - min(down)]
