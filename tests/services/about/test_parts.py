"""Every part has a version or says why not, a licence, and the licence's text."""

from __future__ import annotations

import json
import sys
import tomllib
from email.message import Message
from pathlib import Path

import pytest

from netdesk.services.about.packages import ROOTS, packages, required_names
from netdesk.services.about.parts import LONGEST_TEXT, Part, all_parts, is_inside, licence_text
from netdesk.services.about.parts_table import OtherPart, read_table
from tests.support.source_tree import TOP

RESOURCES = TOP / "resources"
LICENCES = RESOURCES / "licences"
QT = "6.11.3"


@pytest.fixture(scope="module")
def parts() -> dict[str, Part]:
    return {part.name: part for part in all_parts(RESOURCES, QT)}


def test_netdesk_comes_first_and_the_rest_by_name(parts: dict[str, Part]) -> None:
    names = list(parts)
    assert names[0] == "NetDesk"
    assert names[1:] == sorted(names[1:], key=str.casefold)
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    "name",
    ["Python", "SQLite", "Qt", "Qt for Python", "Peewee", "QtAwesome", "phonenumbers", "zxing-cpp", "pygal"],
)
def test_what_netdesk_stands_on_has_version_licence_and_text(parts: dict[str, Part], name: str) -> None:
    part = parts[name]
    assert part.version
    assert part.licence
    assert part.what
    assert len(licence_text(part)) > 200


def test_what_packages_ask_for_is_told_as_well(parts: dict[str, Part]) -> None:
    assert {"python-dateutil", "QtPy", "Shiboken"} <= parts.keys()
    assert "pytest" not in parts
    assert "mypy" not in parts


def test_the_licence_of_qt_is_there_in_full(parts: dict[str, Part]) -> None:
    text = licence_text(parts["Qt"])
    assert parts["Qt"].version == QT
    for words in (
        "GNU LESSER GENERAL PUBLIC LICENSE",
        "GNU GENERAL PUBLIC LICENSE",
        "Version 3, 29 June 2007",
    ):
        assert words in text
    assert text.index("Qt is not changed") < text.index("GNU LESSER")


def test_the_icons_name_whose_they_are(parts: dict[str, Part]) -> None:
    assert "Copyright (c) 2020 Phosphor Icons" in licence_text(parts["Phosphor icons"])


def test_every_text_of_the_table_is_there_and_every_text_is_used() -> None:
    table = read_table(LICENCES)
    named = {text for part in (*table.others, *table.packages.values()) for text in part.texts}
    there = {file.name for file in LICENCES.glob("*.txt")}
    assert named == there
    assert all(part.licence and part.what for part in table.others)


def test_the_roots_are_what_the_project_asks_for() -> None:
    project = tomllib.loads((TOP / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert {name.lower() for name in required_names(project["dependencies"])} == {
        name.lower() for name in ROOTS if name != "netdesk"
    }


def test_what_an_extra_asks_for_is_followed_only_where_it_is_wanted() -> None:
    asked = ["peewee<5,>=4", 'rapidocr>=3; extra == "cards"', "tomli>=2; python_version < '3.11'"]
    assert required_names(asked) == ["peewee", "tomli"]
    assert required_names(asked, frozenset({"cards"})) == ["peewee", "rapidocr", "tomli"]


def test_a_frozen_program_lists_every_package_inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "odd_part-1.2.dist-info"
    (folder / "licenses").mkdir(parents=True)
    described = Message()
    described["Metadata-Version"], described["Name"], described["Version"] = "2.4", "odd.part", "1.2"
    described["License"] = "The whole text\n of a licence"
    described["Classifier"] = "License :: OSI Approved :: MIT License"
    (folder / "METADATA").write_text(described.as_string(), encoding="utf-8")
    (folder / "licenses" / "LICENSE.txt").write_text("Do as you like.", encoding="utf-8")
    assert "odd.part" not in {one.name for one in packages()}
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.syspath_prepend(str(tmp_path))
    one = next(one for one in packages() if one.name == "odd.part")
    assert (one.version, one.licence) == ("1.2", "MIT License")
    assert [file.name for file in one.files] == ["LICENSE.txt"]


def test_a_part_is_told_where_it_is_inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    icu = OtherPart("ICU", "", "", (), platforms=("linux",), file="libicuuc.so*")
    assert is_inside(icu, "linux")
    assert not is_inside(icu, "win32")
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert not is_inside(icu, "linux")
    (tmp_path / "lib").mkdir()
    (tmp_path / "lib" / "libicuuc.so.73").touch()
    assert is_inside(icu, "linux")


def test_what_starts_an_installed_program_is_told_there_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    starter = next(part for part in read_table(LICENCES).others if part.frozen and not part.platforms)
    assert not is_inside(starter)
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert is_inside(starter)


def test_libraries_put_in_by_the_computer_that_made_the_installer_are_told(tmp_path: Path) -> None:
    folder = tmp_path / "licences"
    folder.mkdir()
    listed = {"libraries": [{"name": "libxcb1", "version": "1.15", "licence": "MIT", "text": "libxcb1.txt"}]}
    (folder / "libraries.json").write_text(json.dumps(listed), encoding="utf-8")
    (folder / "libxcb1.txt").write_text("Copyright somebody", encoding="utf-8")
    part = next(part for part in all_parts(tmp_path) if part.name == "libxcb1")
    assert (part.version, part.licence, licence_text(part)) == ("1.15", "MIT", "Copyright somebody")


@pytest.mark.parametrize("odd", ["", "[", "[[part]]\nwhat = 3", "part = 7", '[packages]\nx = "y"'])
def test_an_odd_table_is_passed_over(tmp_path: Path, odd: str) -> None:
    (tmp_path / "licences").mkdir()
    (tmp_path / "licences" / "parts.toml").write_text(odd, encoding="utf-8")
    (tmp_path / "licences" / "libraries.json").write_text("[1]", encoding="utf-8")
    names = [part.name for part in all_parts(tmp_path)]
    assert "peewee" in names
    assert "Qt" not in names


def test_a_missing_text_is_said_and_a_huge_one_is_cut(tmp_path: Path) -> None:
    huge = tmp_path / "huge.txt"
    huge.write_text("word " * LONGEST_TEXT, encoding="utf-8")
    assert "huge.txt" not in licence_text(Part("a", "", "", "", (huge,)))
    assert len(licence_text(Part("a", "", "", "", (huge,)))) == LONGEST_TEXT
    huge.unlink()
    assert "huge.txt is missing" in licence_text(Part("a", "", "", "", (huge,)))
    assert (
        licence_text(Part("a", "1", "MIT", "", ()))
        == "a brings no text of its licence. It says of itself: MIT."
    )
