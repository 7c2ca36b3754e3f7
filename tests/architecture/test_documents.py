"""The documents name what is there: files, folders, tasks of make; and the map stays short enough to be read."""

import re

import pytest

from tests.support.source_tree import TOP

DOCUMENTS = [*sorted(TOP.glob("*.md")), *sorted((TOP / "docs").glob("*.md"))]
NAMES = [document.relative_to(TOP).as_posix() for document in DOCUMENTS]
TOP_FOLDERS = ("netdesk/", "tests/", "docs/", "packaging/", "benchmarks/", "resources/")
ROOMS = ("app/", "ui/", "services/", "store/", "formats/", "background/", "method/")
ARCHITECTURE = (TOP / "docs" / "architecture.md").read_text(encoding="utf-8")


def is_there(path: str) -> bool:
    place = TOP / path if path.startswith(TOP_FOLDERS) else TOP / "netdesk" / path
    return place.exists() or place.with_suffix(".py").exists()


@pytest.mark.parametrize("name", NAMES)
def test_every_path_in_a_document_exists(name: str) -> None:
    text = (TOP / name).read_text(encoding="utf-8")
    paths = re.findall(r"`([a-z_]+/[\w./-]*)`", text)
    own = [path for path in paths if path.startswith((*TOP_FOLDERS, *ROOMS))]
    assert [path for path in own if not is_there(path)] == []


@pytest.mark.parametrize("name", NAMES)
def test_every_task_of_make_in_a_document_exists(name: str) -> None:
    makefile = (TOP / "Makefile").read_text(encoding="utf-8")
    tasks = re.findall(r"`make ([a-z-]+)", (TOP / name).read_text(encoding="utf-8"))
    assert [task for task in tasks if not re.search(rf"^{task}:", makefile, re.MULTILINE)] == []


def test_the_map_has_every_room_and_stays_short() -> None:
    rooms = [folder.name for folder in (TOP / "netdesk").iterdir() if (folder / "__init__.py").exists()]
    views = [f.name for f in (TOP / "netdesk" / "ui").iterdir() if (f / "__init__.py").exists()]
    assert [room for room in rooms if f"`netdesk/{room}`" not in ARCHITECTURE] == []
    assert [view for view in views if f"`{view}`" not in ARCHITECTURE] == []
    assert len(ARCHITECTURE.splitlines()) < 200


def test_every_library_has_its_reason() -> None:
    decisions = (TOP / "docs" / "decisions.md").read_text(encoding="utf-8").casefold()
    project = (TOP / "pyproject.toml").read_text(encoding="utf-8")
    listed = re.search(r"^dependencies = \[(.*?)\]", project, re.MULTILINE | re.DOTALL)
    assert listed
    names = re.findall(r'"([A-Za-z_0-9-]+)', listed[1])
    assert len(names) > 5
    assert [name for name in names if name.casefold() not in decisions] == []
