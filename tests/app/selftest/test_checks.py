"""The checks of the self-test find what they are for: a damaged file, letters without a font, a lost plug-in."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from netdesk.app import resources
from netdesk.app.installed.installation import InstallationDamaged
from netdesk.app.selftest import kept, parts
from netdesk.app.selftest.bench import Bench, SelfTestFailed
from tests.support.installations import make_installation
from tests.support.source_tree import TOP


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    return Bench(tmp_path)


@pytest.fixture
def bundle(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A frozen program’s folder, which the program takes for its own."""
    make_installation(tmp_path / "netdesk")
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path / "netdesk" / "_internal"), raising=False)
    resources.folder.cache_clear()
    yield tmp_path / "netdesk"
    resources.folder.cache_clear()


def test_an_installation_is_looked_through(bench: Bench, bundle: Path) -> None:
    assert parts.installation(bench) == "3 files as installed, version 0.1.0"
    (bundle / "_internal" / "base.zip").write_bytes(b"its p4rts")
    with pytest.raises(InstallationDamaged, match=r"_internal/base\.zip is not as installed"):
        parts.installation(bench)


def test_missing_files_of_our_own_are_noticed(bench: Bench, bundle: Path) -> None:
    with pytest.raises(SelfTestFailed, match="Files of NetDesk are missing in"):
        parts.own_files(bench)


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("letters", ["a\U0010ffff\U0010fffe", "a "])
def test_letters_that_no_font_has_are_noticed(
    bench: Bench, monkeypatch: pytest.MonkeyPatch, letters: str
) -> None:
    monkeypatch.setattr(parts, "_LETTERS", letters)
    with pytest.raises(SelfTestFailed, match="no font has"):
        parts.letters(bench)


@pytest.mark.usefixtures("qapp")
def test_a_plug_in_that_is_lost_is_named() -> None:
    with pytest.raises(SelfTestFailed, match="Qt's plug-in iconengines/qoddicon is missing"):
        parts._loads("iconengines", "qoddicon")


def test_every_schema_has_its_workspace_or_the_check_fails(bench: Bench, bundle: Path) -> None:
    folder = bundle / "_internal" / "resources" / "selftest"
    shutil.copytree(TOP / "resources" / "selftest", folder)
    assert kept.earlier_workspaces(bench).startswith("schemas 1 to ")
    (folder / "schema-1.netdesk.gz").unlink()
    with pytest.raises(SelfTestFailed, match="earlier workspaces for"):
        kept.earlier_workspaces(bench)
