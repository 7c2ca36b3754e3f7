"""The installer and the zip for Windows, made from a stand-in for the frozen program."""

import json
import re
import shlex
import shutil
import sys
import zipfile
from pathlib import Path

import pytest

from tests.support.installer_code import installer_code
from tests.support.windows_bundle import FILES, windows_bundle

windows = installer_code("windows.products")
bundle = installer_code("bundle")

needs_makensis = pytest.mark.skipif(
    shutil.which("makensis") is None,
    reason="makensis (NSIS) is not installed, so no installer can be compiled",
)


def signer(folder: Path, failing_for: str = "nothing") -> tuple[str, Path]:
    """A command that stands for signtool: it notes the file it is given, and changes it as signing does.

    It fails for files whose name ends in ``failing_for``.
    """
    noted = folder / "signed.txt"
    program = folder / "sign here.py"
    program.write_text(
        "import pathlib, sys\n"
        "file = pathlib.Path(sys.argv[-1])\n"
        f"noted = pathlib.Path({str(noted)!r})\n"
        "with noted.open('a', encoding='utf-8') as lines: lines.write(f'{sys.argv[1]} {file.name}\\n')\n"
        "with file.open('ab') as opened: opened.write(b'signature')\n"
        f"sys.exit(file.name.endswith({failing_for!r}))\n",
        encoding="utf-8",
    )
    return f'"{sys.executable}" "{program}" /fd=sha256', noted


def test_the_zip_holds_the_program_in_one_folder(tmp_path: Path) -> None:
    made = windows.make_portable(windows_bundle(tmp_path), tmp_path / "dist")
    assert made.name == "netdesk-0.1.0-windows-x86_64-portable.zip"
    with zipfile.ZipFile(made) as packed:
        assert packed.testzip() is None
        names = set(packed.namelist())
        assert {f"NetDesk/{name}" for name in FILES} < names
        assert names - {f"NetDesk/{name}" for name in FILES} == {
            "NetDesk/READ ME.txt",
            "NetDesk/_internal/installed-files.json",
        }
        words = packed.read("NetDesk/READ ME.txt").decode("utf-8-sig")
    assert words.startswith("NetDesk 0.1.0, portable\r\n")
    assert "Only the program is portable" in words
    assert "{" not in words


def test_the_zip_is_the_same_each_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    first = windows.make_portable(windows_bundle(tmp_path / "a"), tmp_path / "dist").read_bytes()
    again = windows.make_portable(windows_bundle(tmp_path / "b"), tmp_path / "dist").read_bytes()
    assert first == again
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1")  # a zip has no day before 1980
    assert windows.make_portable(windows_bundle(tmp_path / "c"), tmp_path / "dist").read_bytes() != first


@needs_makensis
def test_the_installer_compiles_without_a_warning_and_the_same_each_time(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made = windows.make_setup(windows_bundle(tmp_path / "a b"), tmp_path / "dist", {}, tmp_path / "made")
    assert made.name == "netdesk-0.1.0-windows-x86_64-setup.exe"
    assert capsys.readouterr().out == ""
    content = made.read_bytes()
    assert content.startswith(b"MZ")
    assert b'requestedExecutionLevel level="asInvoker"' in content
    assert b"dpiAware" in content
    assert b"longPathAware" in content
    assert "NetDesk 0.1.0 Setup".encode("utf-16-le") in content
    windows.make_setup(windows_bundle(tmp_path / "a b"), tmp_path / "dist", {}, tmp_path / "made")
    assert made.read_bytes() == content


@needs_makensis
@pytest.mark.skipif(sys.platform == "win32", reason="the command line of the stand-in signer is a POSIX one")
def test_programs_uninstaller_and_installer_are_signed_where_a_command_is_given(tmp_path: Path) -> None:
    command, noted = signer(tmp_path)
    frozen = windows_bundle(tmp_path)
    products = windows.make(frozen, tmp_path / "dist", {windows.SIGN_COMMAND: command}, tmp_path / "made")
    signed = [shlex.split(line) for line in noted.read_text(encoding="utf-8").splitlines()]
    assert {words[0] for words in signed} == {"/fd=sha256"}
    files = [words[1] for words in signed]
    assert files[:2] == ["netdesk-desktop.exe", "netdesk.exe"]
    assert files[-1] == products[0].name
    assert len(files) == 4, "and the uninstaller, which lies somewhere else for the time being"
    listed = json.loads((frozen.folder / "_internal/installed-files.json").read_text(encoding="utf-8"))[
        "files"
    ]
    assert listed["netdesk.exe"][0] == len(FILES["netdesk.exe"] + b"signature")
    assert products[0].read_bytes().endswith(b"signature")


@needs_makensis
@pytest.mark.skipif(sys.platform == "win32", reason="the command line of the stand-in signer is a POSIX one")
def test_a_command_that_cannot_sign_ends_the_making(tmp_path: Path) -> None:
    frozen = windows_bundle(tmp_path)
    command, _ = signer(tmp_path, failing_for="desktop.exe")
    with pytest.raises(bundle.PackagingError, match=re.escape("netdesk-desktop.exe could not be signed")):
        windows.sign_programs(frozen, command)
    command, noted = signer(tmp_path, failing_for="-setup.exe")
    with pytest.raises(bundle.PackagingError, match="could not be compiled"):
        windows.make_setup(frozen, tmp_path / "dist", {windows.SIGN_COMMAND: command}, tmp_path / "made")
    assert noted.read_text(encoding="utf-8").endswith("-setup.exe\n"), (
        "it came as far as the installer itself"
    )
    assert not list((tmp_path / "dist").iterdir()), "nothing half signed is left to be given away"


def test_a_command_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(bundle.PackagingError, match="no-such-signtool cannot be run"):
        windows.sign_programs(windows_bundle(tmp_path), "no-such-signtool sign /a")


def test_without_a_command_nothing_is_signed(tmp_path: Path) -> None:
    frozen = windows_bundle(tmp_path)
    windows.sign_programs(frozen, "  ")
    assert (frozen.folder / "netdesk.exe").read_bytes() == FILES["netdesk.exe"]


def test_a_missing_compiler_is_told_with_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("PROGRAMFILES(X86)", raising=False)
    with pytest.raises(bundle.PackagingError, match="apt-get install nsis"):
        windows.makensis()
    # Where NSIS puts itself on Windows, it is found without being on the path.
    monkeypatch.setenv("PROGRAMFILES(X86)", str(tmp_path))
    compiler = tmp_path / "NSIS" / "makensis.exe"
    compiler.parent.mkdir()
    compiler.write_text("#!/bin/sh\n")
    compiler.chmod(0o755)
    assert windows.makensis() == str(compiler)
