"""The Makefile says what it can do, and does nothing when there is nothing to do."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.support.source_tree import TOP

TARGETS = [
    "run",
    "test",
    "tour",
    "pictures",
    "package",
    "test-package",
    "bench",
    "lint",
    "types",
    "format",
    "clean",
    "help",
]


def make(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["make", "--no-print-directory", *arguments],
        cwd=folder,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def recipe_for(target: str) -> str:
    found = re.search(
        rf"^{target}:.*\n((?:\t.*\n)*)", (TOP / "Makefile").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert found, f"no target {target}"
    return found[1]


@pytest.mark.parametrize("arguments", [(), ("help",)])
def test_help_is_the_first_thing_and_names_every_task(arguments: tuple[str, ...]) -> None:
    done = make(TOP, *arguments)
    assert done.returncode == 0
    told = dict(re.findall(r"^  make ([\w-]+) +(\S.*)$", done.stdout, re.MULTILINE))
    assert sorted(told) == sorted(TARGETS)


def test_the_tests_run_without_a_screen_or_input() -> None:
    recipe = recipe_for("test")
    assert "QT_QPA_PLATFORM=offscreen" in recipe
    assert "</dev/null" in recipe
    assert "HYPOTHESIS_PROFILE=ci" in recipe


def test_a_ready_environment_is_left_in_peace(tmp_path: Path) -> None:
    copy = tmp_path / "my copy"
    shutil.copytree(TOP / "packaging" / "setup", copy / "packaging" / "setup")
    shutil.copy(TOP / "Makefile", copy)
    (copy / "pyproject.toml").touch()
    python = copy / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.write_text("#!/bin/sh\nexit 0\n")
    python.chmod(0o755)
    first, second = make(copy, "ready"), make(copy, "ready")
    assert "Fetching" in first.stderr
    assert (second.returncode, second.stdout, second.stderr) == (0, "", "")


def test_ci_does_what_a_person_does() -> None:
    script = TOP / ".ci" / "run"
    assert script.stat().st_mode & 0o100
    assert "make test" in script.read_text(encoding="utf-8")


def test_links_in_the_documents_lead_somewhere() -> None:
    documents = [*TOP.glob("*.md"), *(TOP / "docs").rglob("*.md")]
    links = [
        (document, target)
        for document in documents
        for target in re.findall(r"\]\(([^)#\s]+)", document.read_text(encoding="utf-8"))
        if "://" not in target
    ]
    broken = [
        f"{document.name}: {target}" for document, target in links if not (document.parent / target).exists()
    ]
    assert links
    assert broken == []
