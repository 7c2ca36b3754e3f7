"""What keeps NetDesk from starting is said in a sentence with a remedy, never with a trace, and the exit code is 3."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from netdesk.app import paths
from netdesk.app.resources import ResourceMissingError
from netdesk.app.starting import problems
from netdesk.method.errors import NetDeskError
from tests.support.installations import FILES, make_installation

Ended = subprocess.CompletedProcess[str]
ON_LINUX = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="screens and loaders of Linux")
SOMEBODY = "Grace Adeyemi"
NOBODY = """
import os, pwd, sys
os.environ.pop("HOME", None)
for name in [name for name in os.environ if name.startswith("XDG_")]:
    del os.environ[name]
def nobody(number):
    raise KeyError(number)
pwd.getpwuid = nobody
from netdesk.app.main import main
sys.exit(main())
"""


def start(*words: str, code: str = "", folder: Path | None = None, **environment: str | None) -> Ended:
    """Start NetDesk in a process of its own, without a terminal; None takes a variable away."""
    changed = {**os.environ, "DISPLAY": None, "WAYLAND_DISPLAY": None, **environment}
    return subprocess.run(
        [sys.executable, *(["-c", code] if code else ["-m", "netdesk"]), *words],
        env={name: value for name, value in changed.items() if value is not None},
        cwd=folder,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


def said(ended: Ended) -> str:
    """The one line of a start that failed as it must."""
    assert (ended.returncode, ended.stdout) == (3, "")
    (line,) = ended.stderr.splitlines()
    return line.removeprefix("netdesk: ")


@ON_LINUX
def test_without_a_screen_it_says_what_to_set() -> None:
    line = said(start(QT_QPA_PLATFORM=None))
    assert line.startswith("NetDesk opens a window, and there is no screen here: neither DISPLAY nor")
    assert "netdesk --help" in line


@ON_LINUX
def test_a_screen_that_is_not_there_is_named() -> None:
    line = said(start(QT_QPA_PLATFORM=None, DISPLAY=":4711", PATH="/nonexistent"))
    assert line.startswith("NetDesk cannot reach the screen :4711")


@ON_LINUX
def test_a_platform_qt_does_not_have_is_named() -> None:
    assert said(start(QT_QPA_PLATFORM="nonsense")).startswith("QT_QPA_PLATFORM asks for “nonsense”")


@ON_LINUX
def test_who_has_no_home_is_told_so_and_nothing_is_written(tmp_path: Path) -> None:
    sentence = "It cannot be told where your files are: there is no home folder."
    assert said(start(code=NOBODY, folder=tmp_path)).startswith(sentence)
    assert said(start("list", "people", code=NOBODY, folder=tmp_path)).startswith(sentence)
    assert start("--version", code=NOBODY, folder=tmp_path).stdout.startswith("NetDesk ")
    assert list(tmp_path.iterdir()) == []


@ON_LINUX
def test_without_a_home_a_workspace_that_is_named_serves(tmp_path: Path) -> None:
    path = tmp_path / "network.netdesk"
    assert start("--workspace", str(path), "sample", code=NOBODY, folder=tmp_path).returncode == 0
    assert path.exists()


@pytest.mark.parametrize("locale", [{"LC_ALL": "C"}, {"LC_ALL": "POSIX"}, {"LC_ALL": None, "LANG": None}])
def test_a_home_with_spaces_accents_and_no_utf8_locale_is_a_home(
    tmp_path: Path, locale: dict[str, str | None]
) -> None:
    home = tmp_path / "Zoë Ünal’s home 🗂"
    home.mkdir()
    card = home / "Visitenkarte – été.vcf"
    card.write_text("BEGIN:VCARD\nVERSION:3.0\nFN:Zoë Ünal\nN:Ünal;Zoë;;;\nEND:VCARD\n", encoding="utf-8")
    around = {"HOME": str(home), "USERPROFILE": str(home), "PYTHONUTF8": None, **locale}
    around |= {f"XDG_{kind}_HOME": None for kind in ("DATA", "CONFIG", "STATE")}
    brought = start("import", card.name, folder=home, **around)
    assert (brought.returncode, brought.stderr) == (0, "1 person added, 0 already there.\n")
    listed = start("list", "people", **around)
    assert "Zoë Ünal" in listed.stdout
    assert [file.name for file in home.rglob("*.netdesk")] == ["My network.netdesk"]


def test_what_nobody_foresaw_is_noted_with_its_trace_and_told_without(
    capsys: pytest.CaptureFixture[str],
) -> None:
    def fall() -> None:
        raise ZeroDivisionError(SOMEBODY)

    with pytest.raises(ZeroDivisionError) as fell:
        fall()
    assert problems.explain(fell.value, "key") == 3
    (line,) = capsys.readouterr().err.splitlines()
    note = paths.log_folder() / "crash-key.txt"
    assert line.endswith(f"was noted in {note}.")
    assert "in fall" in note.read_text(encoding="utf-8")
    assert "Grace" not in line + note.read_text(encoding="utf-8")


def test_where_it_cannot_be_noted_it_is_told_whole(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file"))
    problems.explain(ZeroDivisionError("Grace"))
    told = capsys.readouterr().err
    assert "ZeroDivisionError" in told
    assert "Grace" not in told


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (NetDeskError("It rains.", "Take a coat."), "It rains. Take a coat."),
        (
            ResourceMissingError("themes/light.toml"),
            "This installation of NetDesk is damaged: its own file themes/light.toml is missing."
            " Install NetDesk again; your workspace is not touched.",
        ),
        (
            ImportError("libEGL.so.1: cannot open shared object file: No such file or directory"),
            "NetDesk needs the system library libEGL.so.1, and it is not installed. Install it with: ",
        ),
        (
            ModuleNotFoundError("No module named 'phonenumbers'", name="phonenumbers"),
            "A part of NetDesk is missing: phonenumbers. Install NetDesk again",
        ),
        (OSError(28, "No space left on device"), "The disk is full. Free some room and start NetDesk again."),
        (OSError(28, "No space left on device", "/srv/x"), "The disk is full where /srv/x lies. Free some"),
        (PermissionError(13, "Permission denied", "/srv/x"), "/srv/x cannot be used: Permission denied."),
    ],
)
def test_known_causes_have_their_sentences(
    capsys: pytest.CaptureFixture[str], error: Exception, sentence: str
) -> None:
    assert problems.explain(error) == 3
    assert capsys.readouterr().err.startswith(f"netdesk: {sentence}")
    assert not paths.log_folder().exists()


def test_a_damaged_installation_is_named_whatever_fell(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    installed = make_installation(tmp_path / "netdesk")
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path / "netdesk" / "_internal"), raising=False)
    assert problems.damaged() is None
    (installed.top / "_internal/resources/themes/light.toml").unlink()
    problems.explain(ZeroDivisionError())
    assert "_internal/resources/themes/light.toml is missing. Install" in capsys.readouterr().err
    theme = installed.top / "_internal/resources/themes/light.toml"
    theme.write_bytes(b"\0" * len(FILES["_internal/resources/themes/light.toml"]))
    assert problems.damaged() is None
    for error in (ZeroDivisionError(), ImportError("invalid ELF header", name="QtCore")):
        problems.explain(error)
        assert "themes/light.toml is not as installed. Install" in capsys.readouterr().err
    installed.list_file.unlink()
    problems.explain(ModuleNotFoundError("No module named 'peewee'", name="peewee"))
    assert "A part of NetDesk is missing: peewee." in capsys.readouterr().err


@ON_LINUX
@pytest.mark.parametrize(
    ("messages", "words"),
    [
        (["could not connect to display :7"], "cannot reach the screen :7"),
        (["Failed to create wl_display (No such file or directory)"], "cannot reach the screen :7"),
        (["something  odd\nhappened", "more"], "Qt cannot open a window here: something odd happened"),
    ],
)
def test_what_qt_says_of_the_screen_is_put_in_words(
    monkeypatch: pytest.MonkeyPatch, messages: list[str], words: str
) -> None:
    monkeypatch.setenv("DISPLAY", ":7")
    assert words in str(problems.no_window(messages))


def test_several_libraries_are_asked_for_at_once() -> None:
    told = str(problems.without_libraries(["libGL.so.1", "libxcb-cursor.so.0"]))
    assert told.startswith(
        "NetDesk needs the system libraries libGL.so.1, libxcb-cursor.so.0, and they are not"
    )


def test_folders_that_cannot_be_written_are_named_in_one_sentence(home: Path) -> None:
    (home / "file").touch()
    unwritten = problems.Unwritten()
    assert unwritten.attempt("pictures", lambda: 7) == 7
    assert unwritten.sentence() == ""
    assert unwritten.attempt("logs", lambda: paths.made(home / "file" / "log")) is None
    assert unwritten.sentence() == "Logs are not kept: ~/file/log cannot be written to."
    unwritten.attempt("sizes", lambda: paths.made(home / "file" / "config"))
    assert unwritten.sentence() == (
        "Logs and sizes are not kept: ~/file/log and ~/file/config cannot be written to."
    )


@ON_LINUX
@pytest.mark.skipif(shutil.which("cc") is None, reason="no compiler here to make a library with")
def test_the_library_a_plug_in_asks_for_in_vain_is_found(tmp_path: Path) -> None:
    (tmp_path / "odd.c").write_text("int odd(void) { return 1; }\n")
    (tmp_path / "plug.c").write_text("int odd(void); int plug(void) { return odd(); }\n")
    build = ["cc", "-shared", "-fPIC", "-o"]
    odd = tmp_path / "libodd-for-netdesk.so.1"
    subprocess.run([*build, str(odd), str(tmp_path / "odd.c"), f"-Wl,-soname,{odd.name}"], check=True)
    subprocess.run([*build, str(tmp_path / "plug.so"), str(tmp_path / "plug.c"), str(odd)], check=True)
    assert problems.library_missing_for(tmp_path / "plug.so") == odd.name
    assert problems.library_missing_for(tmp_path / "none.so") is None
