"""Modules of a frozen program stay readable though its file was replaced while it runs."""

from __future__ import annotations

import sys
import zipfile
from importlib import import_module
from pathlib import Path
from types import SimpleNamespace

import pytest

from netdesk.app.installed import held_modules
from netdesk.app.installed.import_guard import ImportGuard
from netdesk.app.selftest.steps import STEPS


class Archive:
    """As PyInstaller's: opens its file by name each time something is read."""

    def __init__(self, file: Path) -> None:
        self._filename = str(file)
        self.toc = {"netdesk.late": (0, 0, 0)}

    def read(self) -> str:
        return Path(self._filename).read_text(encoding="utf-8")


def test_what_was_started_is_read_after_it_was_replaced(tmp_path: Path) -> None:
    program, started, newer = tmp_path / "netdesk", tmp_path / "as started", tmp_path / "newer"
    program.write_text("0.1.0", encoding="utf-8")
    started.hardlink_to(program)  # as /proc/self/exe stays with the file, whatever becomes of its name
    archive = Archive(program)
    names = held_modules.hold_program(SimpleNamespace(pyz_archive=archive), str(started))
    newer.write_text("0.2.0", encoding="utf-8")
    newer.replace(program)
    assert archive.read() == "0.1.0"
    assert names == {"netdesk.late"}


@pytest.mark.parametrize("importer", [None, SimpleNamespace(), SimpleNamespace(pyz_archive=object())])
def test_where_there_is_no_such_archive_nothing_is_held(importer: object) -> None:
    assert held_modules.hold_program(importer) == frozenset()


def test_an_archive_beside_the_program_is_left_as_it_is(tmp_path: Path) -> None:
    beside, started = tmp_path / "netdesk.pkg", tmp_path / "netdesk"
    beside.touch()
    started.touch()
    archive = Archive(beside)
    assert held_modules.hold_program(SimpleNamespace(pyz_archive=archive), str(started)) == frozenset()
    assert archive._filename == str(beside)


def packed(file: Path, version: str) -> Path:
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("basics_at_hand.py", f"VERSION = {version!r}\n")
        archive.writestr("basic_letters/__init__.py", "")
        archive.writestr("basic_letters/seldom.py", f"# {'longer ' * len(version)}\nVERSION = {version!r}\n")
    return file


@pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="open files have a second name on Linux alone"
)
def test_basic_modules_come_from_the_archive_that_was_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = packed(tmp_path / "basic.zip", "0.1.0")
    monkeypatch.syspath_prepend(str(file))
    for name in ("basics_at_hand", "basic_letters", "basic_letters.seldom"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    assert import_module("basic_letters").__name__ == "basic_letters"
    names = held_modules.hold_archive(file)
    packed(tmp_path / "newer.zip", "0.2.0 and more").replace(file)
    assert names == {"basics_at_hand", "basic_letters", "basic_letters.seldom"}
    assert import_module("basic_letters.seldom").VERSION == "0.1.0"
    assert import_module("basics_at_hand").VERSION == "0.1.0"


def test_an_archive_nothing_was_imported_from_is_not_held(tmp_path: Path) -> None:
    assert held_modules.hold_archive(packed(tmp_path / "unused.zip", "0.1.0")) == frozenset()
    assert held_modules.hold_archive(tmp_path / "none.zip") == frozenset()


def test_held_modules_pass_the_guard() -> None:
    guard = ImportGuard(lambda: True, {"netdesk.late"})
    assert guard.find_spec("netdesk.late", None) is None
    with pytest.raises(ImportError, match="another installation"):
        guard.find_spec("zxingcpp", None)
    assert guard not in sys.meta_path


def test_the_self_test_of_a_frozen_program_looks_after_it() -> None:
    assert "held modules" in [name for name, _ in STEPS]
