"""Resources are found in a checkout, in an installed wheel and in a frozen bundle, and nowhere else."""

import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from netdesk.app import resources
from tests.support.source_tree import TOP


@pytest.fixture(autouse=True)
def _asked_anew() -> Iterator[None]:
    resources.folder.cache_clear()
    yield
    resources.folder.cache_clear()


def test_a_checkout_uses_its_own_folder() -> None:
    assert resources.folder() == TOP / "resources"


def test_a_theme_is_read_by_name() -> None:
    assert "themes/light.toml" in resources.names("themes", ".toml")
    assert resources.text("themes/light.toml") == resources.data("themes/light.toml").decode("utf-8")


def test_a_room_that_is_not_there_is_empty() -> None:
    assert resources.names("nowhere") == []


def test_a_missing_file_says_what_to_do() -> None:
    with pytest.raises(resources.ResourceMissingError, match=r"themes/none\.toml.*install NetDesk again"):
        resources.path("themes/none.toml")


@pytest.mark.parametrize("name", ["../pyproject.toml", "themes/../../x", "/etc/hosts"])
def test_names_stay_inside(name: str) -> None:
    with pytest.raises(ValueError, match="not a resource"):
        resources.path(name)


def test_a_frozen_bundle_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "resources").mkdir()
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert resources.folder() == tmp_path / "resources"


def test_an_installed_wheel_carries_every_resource(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path / "wheel")]
    subprocess.run(build, cwd=TOP, check=True, capture_output=True, stdin=subprocess.DEVNULL)
    (wheel,) = (tmp_path / "wheel").glob("*.whl")
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(tmp_path / "installed")
    ask = "from netdesk.app import resources; print(resources.folder()); print(*resources.names('themes'))"
    asked = subprocess.run(
        [sys.executable, "-c", ask],
        cwd=tmp_path,
        env={"PYTHONPATH": str(tmp_path / "installed"), "PYTHONDONTWRITEBYTECODE": "1"},
        check=True,
        capture_output=True,
        text=True,
    )
    folder, names = asked.stdout.splitlines()
    assert Path(folder) == tmp_path / "installed" / "netdesk" / "resources"
    assert names.split() == resources.names("themes")
    ours = {file.relative_to(TOP / "resources") for file in (TOP / "resources").rglob("*") if file.is_file()}
    assert ours == {file.relative_to(folder) for file in Path(folder).rglob("*") if file.is_file()}
