"""The one description of the frozen program, evaluated for each platform with stand-ins for PyInstaller's own parts."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tests.support.installer_code import installer_code
from tests.support.source_tree import TOP

SPEC = TOP / "packaging" / "netdesk.spec"
ON_EVERY_PLATFORM = [
    (str(TOP / "resources"), "resources"),
    ("pygal", "pygal"),
    ("tzdata", "tzdata"),
    ("netdesk", "netdesk.dist-info"),
]


class Analysed:
    """What PyInstaller would have found: a few entries of each kind."""

    def __init__(self, scripts: list[str], **given: Any) -> None:
        self.scripts = scripts
        self.given = given
        self.pure: list[object] = []
        self.binaries = [("PySide6/Qt/plugins/tls/libqopensslbackend.so", "/nowhere/a.so", "BINARY")]
        self.datas = [
            ("resources/themes/light.toml", "/nowhere/light.toml", "DATA"),
            ("PySide6/Qt/translations/qtbase_de.qm", "/nowhere/de.qm", "DATA"),
        ]


class Evaluated:
    """What the description made, by the words it calls PyInstaller with."""

    def __init__(self) -> None:
        self.analysis: Any = None
        self.programs: list[dict[str, Any]] = []
        self.folders: list[tuple[tuple[Any, ...], dict[str, Any]]] = []
        self.applications: list[dict[str, Any]] = []

    def names(self) -> dict[str, Callable[..., Any]]:
        return {
            "Analysis": self._analyse,
            "PYZ": lambda pure: pure,
            "EXE": lambda *_, **given: self.programs.append(given) or given,
            "COLLECT": lambda *parts, **given: self.folders.append((parts, given)) or given,
            "BUNDLE": lambda _folder, **given: self.applications.append(given),
        }

    def _analyse(self, scripts: list[str], **given: Any) -> Analysed:
        self.analysis = Analysed(scripts, **given)
        return self.analysis


@pytest.fixture
def evaluate(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[[str], Evaluated]:
    hooks = ModuleType("PyInstaller.utils.hooks")
    hooks.collect_data_files = lambda name, includes=None: [(name, name)]  # type: ignore[attr-defined]
    hooks.collect_submodules = lambda name: [f"{name}.of_it"]  # type: ignore[attr-defined]
    hooks.copy_metadata = lambda name, recursive: [(name, f"{name}.dist-info")]  # type: ignore[attr-defined]
    for name, module in {
        "PyInstaller": ModuleType("PyInstaller"),
        "PyInstaller.utils": ModuleType("PyInstaller.utils"),
        "PyInstaller.utils.hooks": hooks,
    }.items():
        monkeypatch.setitem(sys.modules, name, module)
    monkeypatch.setattr(sys, "path", list(sys.path))

    def run(platform: str) -> Evaluated:
        bundle = installer_code("bundle")
        monkeypatch.setattr(bundle, "this_platform", lambda: platform)
        monkeypatch.setattr(bundle, "WORK", tmp_path)
        done = Evaluated()
        code = compile(SPEC.read_text(encoding="utf-8"), SPEC, "exec")
        exec(code, {"SPECPATH": str(SPEC.parent), **done.names()})
        return done

    return run


def test_linux_has_one_program_that_is_window_and_command(
    evaluate: Callable[[str], Evaluated], capsys: pytest.CaptureFixture[str]
) -> None:
    done = evaluate("linux")
    assert [(one["name"], one["console"]) for one in done.programs] == [("netdesk", True)]
    assert done.folders[0][1]["name"] == "netdesk"
    assert done.applications == []
    assert [name for name, _, _ in done.analysis.datas] == ["resources/themes/light.toml"]
    assert done.analysis.binaries == []
    said = capsys.readouterr().out
    assert "Left out of the program:" in said
    assert "NetDesk speaks English so far" in said


def test_windows_has_a_windowed_program_and_a_command_with_version_and_icon(
    evaluate: Callable[[str], Evaluated], qapp: object
) -> None:
    done = evaluate("windows")
    assert [(one["name"], one["console"]) for one in done.programs] == [
        ("netdesk-desktop", False),
        ("netdesk", True),
    ]
    for one in done.programs:
        assert Path(one["icon"]).read_bytes().startswith(b"\0\0\1\0")
        assert installer_code("bundle").own_version() in Path(one["version"]).read_text(encoding="utf-8")
        assert Path(one["manifest"]).is_file()
    assert done.folders[0][1]["name"] == "NetDesk"


def test_macos_has_an_application_that_may_be_signed(
    evaluate: Callable[[str], Evaluated], monkeypatch: pytest.MonkeyPatch, qapp: object
) -> None:
    monkeypatch.setenv("NETDESK_CODESIGN_IDENTITY", "Developer ID Application: Somebody")
    monkeypatch.setenv("NETDESK_CODESIGN_ENTITLEMENTS", "/elsewhere/own.plist")
    assert {one["entitlements_file"] for one in evaluate("macos").programs} == {"/elsewhere/own.plist"}
    monkeypatch.delenv("NETDESK_CODESIGN_ENTITLEMENTS")
    done = evaluate("macos")
    assert [one["name"] for one in done.programs] == ["netdesk-desktop", "netdesk"]
    for one in done.programs:
        assert one["codesign_identity"] == "Developer ID Application: Somebody"
        assert Path(one["entitlements_file"]).is_file()
    (application,) = done.applications
    assert application["name"] == "NetDesk.app"
    assert application["bundle_identifier"] == "org.netdesk.NetDesk"
    assert Path(application["icon"]).read_bytes().startswith(b"icns")
    assert application["info_plist"]["CFBundleShortVersionString"] == application["version"]


@pytest.mark.parametrize("platform", ["linux", "macos"])
def test_resources_modules_and_exclusions_are_the_same_everywhere(
    evaluate: Callable[[str], Evaluated], platform: str, qapp: object
) -> None:
    given = evaluate(platform).analysis.given
    assert [one for one in ON_EVERY_PLATFORM if one not in given["datas"]] == []
    assert given["hiddenimports"] == ["netdesk.of_it", "tzdata.of_it"]
    assert given["excludes"] == list(installer_code("contents").MODULES_LEFT_OUT)


def test_without_an_identity_nothing_is_signed(
    evaluate: Callable[[str], Evaluated], monkeypatch: pytest.MonkeyPatch, qapp: object
) -> None:
    monkeypatch.delenv("NETDESK_CODESIGN_IDENTITY", raising=False)
    assert [one["codesign_identity"] for one in evaluate("macos").programs] == [None, None]


def test_nothing_is_packed_with_upx(evaluate: Callable[[str], Evaluated]) -> None:
    """Packed programs are taken for harmful ones, and start more slowly."""
    done = evaluate("linux")
    assert [one["upx"] for one in done.programs] == [False]
    assert done.folders[0][1]["upx"] is False
