"""An installation knows its files: what is missing or changed is named, further files are no fault."""

from __future__ import annotations

import hashlib
import json
import sys
from pathlib import Path

import pytest

from netdesk.app.installed.installation import Installation, InstallationDamaged, here
from tests.support.installations import make_installation


@pytest.fixture
def installed(tmp_path: Path) -> Installation:
    return make_installation(tmp_path / "Zoë’s programs" / "netdesk")


def test_a_checkout_is_no_installation() -> None:
    assert here() is None


@pytest.mark.parametrize(
    ("inside", "top", "list_file"),
    [
        ("netdesk/_internal", "netdesk", "netdesk/_internal/installed-files.json"),
        (
            "NetDesk.app/Contents/Frameworks",
            "NetDesk.app",
            "NetDesk.app/Contents/Resources/installed-files.json",
        ),
    ],
)
def test_the_top_is_found_on_every_system(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, inside: str, top: str, list_file: str
) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path / inside), raising=False)
    assert here() == Installation(tmp_path / top, tmp_path / list_file)


def test_a_whole_installation_is_sound_and_further_files_do_not_matter(installed: Installation) -> None:
    (installed.top / "_internal" / "left over.txt").write_text("mine", encoding="utf-8")
    found = installed.look()
    assert (found.sound, found.seen) == (True, 3)
    found.must_be_sound()
    assert installed.glance() == found
    assert found.damage() is None
    assert installed.version() == "0.1.0"


def test_a_missing_file_is_named(installed: Installation) -> None:
    (installed.top / "_internal/resources/themes/light.toml").unlink()
    assert installed.glance().missing == ("_internal/resources/themes/light.toml",)
    with pytest.raises(InstallationDamaged) as told:
        installed.look().must_be_sound()
    assert str(told.value) == (
        "This installation of NetDesk is damaged: _internal/resources/themes/light.toml is missing."
        " Install NetDesk again; your workspace is not touched."
    )


def test_one_changed_byte_is_found(installed: Installation) -> None:
    program = installed.top / "netdesk"
    program.write_bytes(program.read_bytes().replace(b"r", b"R", 1))
    assert installed.glance().sound
    found = installed.look()
    assert found.changed == ("netdesk",)
    with pytest.raises(InstallationDamaged, match="netdesk is not as installed"):
        found.must_be_sound()


def test_a_file_cut_short_is_found_at_a_glance(installed: Installation) -> None:
    (installed.top / "netdesk").write_bytes(b"")
    assert installed.glance() == installed.look()
    assert "netdesk is not as installed. Install NetDesk again" in str(installed.glance().damage())


def test_many_files_are_not_all_named(tmp_path: Path) -> None:
    files = {f"_internal/part-{number}.so": b"x" for number in range(9)}
    installed = make_installation(tmp_path / "netdesk", files)
    for name in files:
        (installed.top / name).unlink()
    with pytest.raises(InstallationDamaged, match=r"part-4\.so and 4 more are missing") as told:
        installed.look().must_be_sound()
    assert len(told.value.names) == 9
    assert "damaged: _internal/part-0.so and 8 more are missing. Install" in told.value.in_one_line()


@pytest.mark.parametrize("content", ["", "[]", '{"version": "1", "files": {"netdesk": 7}}', "\ufeff{"])
def test_a_list_that_cannot_be_read_is_damage_too(installed: Installation, content: str) -> None:
    installed.list_file.write_text(content, encoding="utf-8")
    with pytest.raises(InstallationDamaged, match=r"_internal/installed-files\.json is not readable"):
        installed.look()


def test_without_its_list_it_says_so(installed: Installation) -> None:
    installed.list_file.unlink()
    with pytest.raises(InstallationDamaged, match=r"installed-files\.json is missing"):
        installed.version()


def test_the_list_means_what_it_says(installed: Installation) -> None:
    told = json.loads(installed.list_file.read_text(encoding="utf-8"))
    size, digest = told["files"]["netdesk"]
    content = (installed.top / "netdesk").read_bytes()
    assert (size, digest) == (len(content), hashlib.sha256(content).hexdigest())
