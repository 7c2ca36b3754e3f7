"""The layers' contracts in pyproject.toml hold, and they forbid what they are meant to forbid."""

import subprocess
import sysconfig
import tomllib
from pathlib import Path

from tests.support.source_tree import PACKAGE, TOP

LAYERS = {"app", "ui", "services", "store", "formats", "background", "method"}


def lint_imports() -> Path:
    return Path(sysconfig.get_path("scripts")) / "lint-imports"


def test_contracts_are_kept() -> None:
    done = subprocess.run([lint_imports()], cwd=TOP, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "0 broken" in done.stdout


def test_every_folder_is_a_layer() -> None:
    folders = {path.parent.name for path in PACKAGE.glob("*/__init__.py")}
    assert folders == LAYERS


def test_contracts_name_every_layer_in_a_sentence() -> None:
    project = tomllib.loads((TOP / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = project["tool"]["importlinter"]["contracts"]
    floors = next(contract for contract in contracts if contract["type"] == "layers")
    named = {name.strip().removeprefix("netdesk.") for floor in floors["layers"] for name in floor.split("|")}
    assert named == LAYERS
    assert all(len(contract["name"].split()) > 5 for contract in contracts)
