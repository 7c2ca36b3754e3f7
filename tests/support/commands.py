"""The command line as a person uses it: a command in, the exit code, the answer and the messages out."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from netdesk.app.main import main
from tests.support.kept_files import sample_file

TODAY = "2026-11-22"


@dataclass(frozen=True)
class Answer:
    """What a command gave back."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


class CommandLine:
    """Runs commands on one workspace, in this process or, with ``process``, in one of its own."""

    def __init__(self, path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.path = path
        self._capsys = capsys

    def __call__(self, *arguments: str | Path) -> Answer:
        self._capsys.readouterr()
        try:
            code = main(["--workspace", str(self.path), *map(str, arguments)])
        except SystemExit as ended:
            code = ended.code if isinstance(ended.code, int) else 1
        said = self._capsys.readouterr()
        return Answer(code, said.out, said.err)

    def process(self, *arguments: str | Path) -> Answer:
        done = subprocess.run(
            [sys.executable, "-m", "netdesk", "--workspace", str(self.path), *map(str, arguments)],
            capture_output=True,
            text=True,
            encoding="utf-8",
            env=os.environ | {"PYTHONWARNINGS": "error"},
            timeout=60,
            check=False,
        )
        return Answer(done.returncode, done.stdout, done.stderr)

    def sample(self) -> None:
        """Begin with the sample network, as ``sample`` would put it there."""
        self.path.write_bytes(sample_file())


@pytest.fixture
def netdesk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> CommandLine:
    """The command line on a workspace that is not there yet."""
    return CommandLine(tmp_path / "network.netdesk", capsys)
