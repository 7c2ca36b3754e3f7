"""Stand-ins for the programs that only a Mac has: they note how they were called."""

import os
import subprocess
from pathlib import Path

from tests.support.source_tree import TOP

ROOM = TOP / "packaging" / "macos"


class Mac:
    """A folder of programs that note how they were called, in the place of Apple's."""

    def __init__(self, folder: Path) -> None:
        self.programs = folder / "programs"
        self.programs.mkdir()
        self.calls = folder / "calls"
        for name in ["codesign", "xcrun", "ditto"]:
            program = self.programs / name
            program.write_text(f'#!/bin/sh\necho {name} "$@" >>"{self.calls}"\n', encoding="utf-8")
            program.chmod(0o755)

    def notarise(self, product: Path, **environment: str) -> subprocess.CompletedProcess[str]:
        known = {"PATH": f"{self.programs}:{os.environ['PATH']}", **environment}
        return subprocess.run(
            ["sh", ROOM / "notarise.sh", product], env=known, capture_output=True, text=True, check=False
        )

    def called(self) -> list[str]:
        text = self.calls.read_text(encoding="utf-8") if self.calls.exists() else ""
        return [" ".join(line.split()[:2]) for line in text.splitlines()]
