"""Inside the reading process: loading the reader of letters, the two pipes, and what is stopped."""

from __future__ import annotations

import io
import json
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from netdesk.background import text_reading_process as process

# A package of the same shape as the real one: it tells what it was asked, and sees one line, or nothing.
PACKAGE = """
class Found:
    def __init__(self, texts):
        self.txts = texts
        self.boxes = [[[10, 20], [110, 24], [109, 50], [9, 46]]] if texts else None
        self.scores = [0.75] if texts else None

class RapidOCR:
    def __init__(self, params):
        self.params = params
    def __call__(self, picture):
        if picture == b"asked":
            return Found([" ".join(sorted(self.params))])
        return Found([picture.decode()] if picture else None)
"""
PICTURES = b"\0\0\0\x05asked\0\0\0\x04Anna\0\0\0\0"


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    folder = tmp_path / "rapidocr"
    (folder / "models").mkdir(parents=True)
    (folder / "__init__.py").write_text(PACKAGE, encoding="utf-8")
    for name in ("PP-OCRv6_det_small", "PP-OCRv6_rec_small", "ch_ppocr_mobile_v2.0_cls_mobile"):
        (folder / "models" / f"{name}.onnx").write_bytes(b"a model")
    monkeypatch.delitem(sys.modules, "rapidocr", raising=False)
    monkeypatch.syspath_prepend(tmp_path)
    yield folder
    sys.modules.pop("rapidocr", None)


def answers_to(pictures: bytes) -> tuple[int, list[dict[str, object]]]:
    answers = io.BytesIO()
    code = process.answer(io.BytesIO(pictures), answers)
    return code, [json.loads(line) for line in answers.getvalue().splitlines()]


@pytest.mark.usefixtures("package")
def test_the_reader_is_given_its_own_models_and_boxes_come_as_left_top_width_height() -> None:
    code, said = answers_to(PICTURES)
    assert code == 0
    asked = "Cls.model_path Det.limit_side_len Det.limit_type Det.model_path Global.log_level Rec.model_path"
    box = [9.0, 20.0, 101.0, 30.0]
    assert said == [
        {"lines": [{"text": asked, "box": box, "confidence": 0.75}]},
        {"lines": [{"text": "Anna", "box": box, "confidence": 0.75}]},
        {"lines": []},
    ]


def test_a_package_without_its_models_counts_as_missing_and_fetches_none(package: Path) -> None:
    next((package / "models").iterdir()).unlink()
    assert answers_to(PICTURES) == (1, [{"error": process.MISSING}])


def test_the_pipes_are_kept_from_whatever_else_prints() -> None:
    here = [os.dup(0), os.dup(1)]
    asking, asked = os.pipe()
    telling, told = os.pipe()
    try:
        os.dup2(asking, 0)
        os.dup2(told, 1)
        pictures, answers = process._own_streams()
        os.write(1, b"a library prints")
        os.write(asked, b"picture")
        os.close(asked)
        with pictures, answers:
            answers.write(pictures.read())
        os.close(told)
        assert os.read(0, 1) == b""
    finally:
        for number, kept in enumerate(here):
            os.dup2(kept, number)
            os.close(kept)
    assert os.read(telling, 100) == b"picture"
    os.close(asking)
    os.close(telling)


@pytest.mark.parametrize(
    ("event", "arguments"),
    [
        ("socket.connect", (None, ("cards.example", 443))),
        ("socket.getaddrinfo", ("cards.example", 443, 0, 0, 0)),
        ("subprocess.Popen", ("sh", [], None, None)),
        ("os.mkdir", ("left", 0o777, -1)),
        ("open", ("left", "w", 0)),
        ("open", ("left", None, os.O_CREAT | os.O_WRONLY)),
        ("open", ("left", "r+", None)),
    ],
)
def test_what_reaches_out_is_stopped(event: str, arguments: tuple[object, ...]) -> None:
    with pytest.raises(process.NotAllowed):
        process._watch(event, arguments)


@pytest.mark.parametrize(
    ("event", "arguments"),
    [
        ("open", ("model.onnx", "rb", os.O_RDONLY)),
        ("open", ("model.onnx", "r", None)),
        ("open", (os.devnull, "w", os.O_WRONLY)),
        ("open", (1, "wb", 0)),
        ("import", ("numpy", None, None, None, None)),
    ],
)
def test_reading_files_is_allowed(event: str, arguments: tuple[object, ...]) -> None:
    watch: Callable[[str, tuple[object, ...]], object] = process._watch
    assert watch(event, arguments) is None
