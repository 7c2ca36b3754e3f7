"""What the proof takes from the machine it runs on, and what it says where it cannot run."""

import os
from pathlib import Path

import pytest

from tests.support.installer_code import installer_code

machine = installer_code("trial.machine")
PackagingError = installer_code("bundle").PackagingError
MIRROR = "http://mirror.example/debian"


def test_packages_come_from_where_apt_gets_them_for_this_release_alone() -> None:
    targets = "\n".join(
        (
            f"{MIRROR}|bookworm-updates|main",
            "http://tools.example|cloud-sdk-bookworm|main",
            f"{MIRROR}|bookworm|main",
            f"{MIRROR}|bookworm|non-free",
            f"{MIRROR}|trixie|main",
            f"{MIRROR}|bookworm|main",
        )
    )
    assert machine.sources_of("bookworm", targets) == (
        f"deb {MIRROR} bookworm main",
        f"deb {MIRROR} bookworm-updates main",
    )


def test_tools_that_are_missing_are_named_by_their_packages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for tool in machine.TOOLS.keys() - {"import", "xdotool"}:
        (tmp_path / tool).touch(mode=0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(PackagingError, match=r"apt-get install imagemagick xdotool$"):
        machine.check_tools()


@pytest.mark.skipif(os.name != "posix", reason="needs a system with users")
def test_only_an_administrator_may_make_a_root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for tool in machine.TOOLS:
        (tmp_path / tool).touch(mode=0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    with pytest.raises(PackagingError, match="run it as root"):
        machine.check_tools()
