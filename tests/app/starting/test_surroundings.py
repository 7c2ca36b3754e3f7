"""Whatever is around the program when it starts, printing works and other programs get their own environment."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from netdesk.app.starting import surroundings
from netdesk.app.starting.surroundings import Kept


def alone(code: str, environment: dict[str, str]) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-c", textwrap.dedent(code)],
        env={"PATH": os.environ["PATH"], "HOME": os.environ["HOME"], **environment},
        capture_output=True,
        timeout=30,
        check=False,
    )


def test_without_a_console_printing_and_wrong_arguments_do_no_harm() -> None:
    done = alone(
        """
        import argparse, os, sys
        out = os.fdopen(os.dup(1), "w")
        sys.stdout = sys.stderr = None
        from netdesk.app.starting import surroundings
        surroundings.prepare()
        print("unheard")
        sys.stderr.write("also unheard")
        sys.stdout.flush()
        out.write(sys.stdout.text() + sys.stderr.text())
        out.close()
        """,
        {},
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, b"unheard\nalso unheard", b"")


@pytest.mark.skipif(sys.platform == "win32", reason="streams are closed by a shell")
def test_no_file_of_ours_takes_the_place_of_a_closed_stream(tmp_path: Path) -> None:
    told = tmp_path / "told"
    code = """
import os, sys
from netdesk.app.starting import surroundings
surroundings.prepare()
with open(sys.argv[1], "w") as mine:
    os.write(1, b"what C prints"), os.write(2, b"and complains of")
    mine.write(f"{mine.fileno() > 2}")
"""
    script = f'{shlex.quote(sys.executable)} -c "$1" "$2" <&- >&- 2>&-'
    subprocess.run(["sh", "-c", script, "sh", code, str(told)], check=True, timeout=30)
    assert told.read_text(encoding="utf-8") == "True"


@pytest.mark.parametrize("locale", ["C", "POSIX", ""])
@pytest.mark.parametrize("variable", ["LC_ALL", "LANG"])
def test_a_locale_of_ascii_alone_is_no_hindrance(variable: str, locale: str) -> None:
    done = alone(
        """
        from netdesk.app.starting import surroundings
        surroundings.prepare()
        print("Zoë Ünal’s 日本")
        from PySide6.QtCore import QCoreApplication
        app = QCoreApplication([])
        """,
        {variable: locale} if locale else {},
    )
    assert done.returncode == 0
    assert done.stdout.decode("utf-8").strip() == "Zoë Ünal’s 日本"
    # Qt complains of a locale without UTF-8; here it finds one with.
    assert done.stderr == b""


def test_letters_a_terminal_does_not_know_are_replaced() -> None:
    done = alone(
        "from netdesk.app.starting import surroundings; surroundings.prepare(); print('Zoë “Ünal” 日本')",
        {"PYTHONIOENCODING": "latin-1", "PYTHONUTF8": "0"},
    )
    assert (done.returncode, done.stdout) == (0, "Zoë ?Ünal? ??\n".encode("latin-1"))


def test_a_stream_keeps_the_newest_and_passes_it_on() -> None:
    first = Kept()
    second = Kept(first)  # type: ignore[arg-type]
    print("one", file=second)
    print("two", file=second, flush=True)
    assert second.text() == first.text() == "one\ntwo\n"
    print("x" * 30_000, file=second)
    assert len(second.text()) == 20_000
    assert second.writable()


def test_what_is_printed_is_overheard_and_printed(capsys: pytest.CaptureFixture[str]) -> None:
    with surroundings.overheard() as (out, err):
        print("to whom it concerns")
        print("a mistake", file=sys.stderr)
    assert (out.text(), err.text()) == ("to whom it concerns\n", "a mistake\n")
    assert tuple(capsys.readouterr()) == ("to whom it concerns\n", "a mistake\n")


def test_an_empty_home_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "")
    surroundings.prepare()
    assert "HOME" not in os.environ


def test_a_user_without_a_name_and_a_home_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    import pwd

    assert surroundings.home_is_known()

    def nobody(_number: int) -> object:
        raise KeyError

    monkeypatch.delenv("HOME")
    monkeypatch.setattr(pwd, "getpwuid", nobody)
    assert not surroundings.home_is_known()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the loader's path is a matter of Linux")
@pytest.mark.parametrize("before", ["/opt/mine", None])
def test_a_frozen_program_gives_the_loaders_path_back(
    monkeypatch: pytest.MonkeyPatch, before: str | None
) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setenv("LD_LIBRARY_PATH", "/usr/lib/netdesk/_internal:/opt/mine")
    if before is not None:
        monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", before)
    surroundings.prepare()
    assert os.environ.get("LD_LIBRARY_PATH") == before


def test_other_programs_are_not_led_to_the_bundles_plug_ins(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_PLUGIN_PATH", "/somewhere/plugins")
    assert surroundings.environment_for_others()["QT_PLUGIN_PATH"] == "/somewhere/plugins"
    surroundings.forget_the_bundle()
    assert os.environ["QT_PLUGIN_PATH"] == "/somewhere/plugins"
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert "QT_PLUGIN_PATH" not in surroundings.environment_for_others()
    surroundings.forget_the_bundle()
    assert "QT_PLUGIN_PATH" not in os.environ


@pytest.mark.parametrize(
    ("environment", "seen"),
    [
        ({"DISPLAY": ":0"}, True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, True),
        ({"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen:size=10x10"}, False),
        ({}, False),
    ],
)
def test_a_screen_is_known_by_the_environment(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], seen: bool
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert surroundings.has_screen() is seen


def test_a_stream_that_is_gone_is_no_terminal(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    with (tmp_path / "x").open("w", encoding="utf-8") as closed:
        pass
    monkeypatch.setattr(sys, "stdin", None)
    monkeypatch.setattr(sys, "stdout", closed)
    monkeypatch.setattr(sys, "stderr", Kept())
    assert not surroundings.has_terminal()
