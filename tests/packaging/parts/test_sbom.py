"""The list of what is inside says what is there: by packages' own words and by the bytes of libraries."""

import importlib.util
import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.support.frozen_trees import FrozenTree, frozen_tree
from tests.support.installer_code import installer_code

bundles = installer_code("bundle")
inside = installer_code("parts.inside")
inside_libraries = installer_code("parts.inside_libraries")
inside_python = installer_code("parts.inside_python")
sbom = installer_code("parts.sbom")

needs_library = pytest.mark.skipif(
    importlib.util.find_spec("cyclonedx") is None,
    reason="cyclonedx-python-lib is not here: it belongs to the environment that makes installers",
)


@pytest.fixture
def tree(tmp_path: Path) -> FrozenTree:
    made = frozen_tree(tmp_path)
    made.add("rapidfuzz/fuzz.cpython-311-x86_64-linux-gnu.so")
    made.add("python3.11/lib-dynload/_bisect.cpython-311-x86_64-linux-gnu.so")
    made.add("libsqlite3.so.0", b"\0" + b"3.40.1\0")
    made.add("PySide6/Qt/lib/libQt6Core.so.6", b"Qt 6.11.3 (x86_64-little_endian-lp64 shared)")
    made.add("PySide6/Qt/plugins/platforms/libqxcb.so")
    made.add("PySide6/Qt/lib/libicuuc.so.73", b"\x0014.0\0" + b"73.2\0")
    made.add("libnobodyknows.so.2")
    made.add(
        "resources/licences/parts.toml",
        b'[[part]]\nname = "FreeType"\nwhat = "inside Qt: draws letters"\nlicence = "FreeType License"\n'
        b'[[part]]\nname = "Qt"\nwhat = ""\nlicence = "LGPL 3"\n'
        b'[[part]]\nname = "Mac only"\nwhat = ""\nlicence = "MIT"\nplatforms = ["macos"]\n'
        b'[[part]]\nname = "Gone"\nwhat = ""\nlicence = "MIT"\nfile = "libgone*"\n',
    )
    return made


def by_name(parts: list[Any]) -> dict[str, Any]:
    assert len({part.name for part in parts}) == len(parts), "no part twice"
    return {part.name: part for part in parts}


def test_every_compiled_file_is_in_one_part(tree: FrozenTree) -> None:
    parts = sbom.parts_inside(tree.bundle)
    listed = sorted(path for part in parts for path in part.files)
    assert listed == inside.compiled_files(tree.bundle)
    assert len(listed) == 8


def test_packages_are_named_as_they_name_themselves(tree: FrozenTree) -> None:
    parts = by_name(sbom.parts_inside(tree.bundle))
    assert "netdesk" not in parts
    assert (parts["peewee"].version, parts["peewee"].licence) == ("4.5.3", "MIT")
    assert parts["platformdirs"].needs == ()
    assert parts["pygal"].licence == "LGPL-3.0-or-later"
    assert parts["pygal"].needs == ("importlib-metadata",), (
        "what is asked for and not inside is not needed here"
    )
    assert parts["importlib_metadata"].licence == "MIT"
    assert parts["importlib_metadata"].purl == "pkg:pypi/importlib-metadata@10.2.0"
    assert [Path(path).name for path in parts["rapidfuzz"].files] == ["fuzz.cpython-311-x86_64-linux-gnu.so"]


def test_versions_of_libraries_are_read_from_their_bytes(tree: FrozenTree) -> None:
    parts = by_name(sbom.parts_inside(tree.bundle))
    told = {name: parts[name].version for name in ["Python", "SQLite", "Qt", "ICU", "libnobodyknows"]}
    assert told == {
        "Python": "3.11.7",
        "SQLite": "3.40.1",
        "Qt": "6.11.3",
        "ICU": "73.2",
        "libnobodyknows": "",
    }
    assert len(parts["Qt"].files) == 2
    assert len(parts["Python"].files) == 2


def test_what_is_compiled_into_others_comes_from_our_own_table(tree: FrozenTree) -> None:
    parts = by_name(sbom.parts_inside(tree.bundle))
    assert parts["FreeType"].licence == "FTL"
    assert parts["Qt"].files, "what was found is not said again"
    assert not {"Mac only", "Gone"} & parts.keys()


@pytest.mark.parametrize(
    ("platform", "files"),
    [
        ("windows", {"python311.dll": "Python", "_socket.pyd": "Python", "sqlite3.dll": "SQLite"}),
        ("windows", {"PySide6/Qt6Core.dll": "Qt", "PySide6/plugins/platforms/qwindows.dll": "Qt"}),
        ("windows", {"VCRUNTIME140.dll": "VCRUNTIME140", "rapidfuzz/fuzz.pyd": "rapidfuzz"}),
        ("macos", {"libsqlite3.dylib": "SQLite", "python3__dot__11/lib-dynload/math.so": "Python"}),
        ("macos", {"PySide6/Qt/lib/QtCore.framework/Versions/A/QtCore": "Qt"}),
    ],
)
def test_other_platforms_files_find_their_parts(platform: str, files: dict[str, str], tmp_path: Path) -> None:
    tree = frozen_tree(tmp_path, platform)
    for path in files:
        if not path.startswith("python311"):
            tree.add(path)
    parts = by_name(sbom.parts_inside(tree.bundle))
    for path, name in files.items():
        assert any(listed.endswith(path) for listed in parts[name].files), f"{path} in {parts[name]}"
    assert parts["Python"].version == "3.11.7"


def test_windows_keeps_versions_in_its_libraries(tmp_path: Path) -> None:
    tree = frozen_tree(tmp_path, "windows")
    words = "ProductVersion".encode("utf-16-le") + b"\0\0\0\0" + "14.40.33810.0".encode("utf-16-le") + b"\0\0"
    tree.add("MSVCP140.dll", words)
    assert by_name(sbom.parts_inside(tree.bundle))["MSVCP140"].version == "14.40.33810.0"


def test_a_bundle_without_descriptions_is_no_bundle(tree: FrozenTree) -> None:
    shutil.rmtree(tree.inner / "peewee-4.5.3.dist-info")
    with pytest.raises(bundles.PackagingError, match="does not say which packages"):
        sbom.parts_inside(tree.bundle)


def test_a_module_of_no_described_package_is_found_out(tree: FrozenTree) -> None:
    parts = sbom.parts_inside(tree.bundle)
    modules = {"json", "netdesk", "peewee", "playhouse", "lxml", "_pyi_rth_utils", "importlib_metadata"}
    owners = {"playhouse": "peewee", "lxml": "lxml"}
    assert inside_python.undescribed(modules, parts, owners) == ["lxml"]


def test_a_missing_program_is_said(tree: FrozenTree) -> None:
    (tree.bundle.folder / "netdesk").unlink()
    with pytest.raises(bundles.PackagingError, match="no frozen NetDesk"):
        sbom.programs(tree.bundle)


@needs_library
class TestDocument:
    def test_it_is_valid_and_the_same_twice(self, tree: FrozenTree) -> None:
        parts = sbom.parts_inside(tree.bundle)
        first = sbom.document(tree.bundle, parts)
        assert sbom.document(tree.bundle, parts) == first
        read = json.loads(first)
        assert (read["bomFormat"], read["specVersion"]) == ("CycloneDX", "1.6")
        assert read["metadata"]["component"]["version"] == "0.1.0"
        assert [component["name"] for component in read["components"]]
        own = next(row for row in read["dependencies"] if row["ref"] == "netdesk")
        assert "importlib-metadata" not in own["dependsOn"]
        assert {"python", "qt", "sqlite", "pygal"} <= set(own["dependsOn"])

    def test_other_bytes_are_another_list(self, tree: FrozenTree) -> None:
        parts = sbom.parts_inside(tree.bundle)
        first = json.loads(sbom.document(tree.bundle, parts))
        (tree.bundle.folder / "netdesk").write_bytes(b"another program")
        second = json.loads(sbom.document(tree.bundle, parts))
        assert first["serialNumber"] != second["serialNumber"]

    def test_files_have_their_checksums(self, tree: FrozenTree) -> None:
        read = json.loads(sbom.document(tree.bundle, sbom.parts_inside(tree.bundle)))
        files = [file for part in read["components"] for file in part.get("components", [])]
        assert len(files) == 8
        assert all(len(file["hashes"][0]["content"]) == 64 for file in files)


@pytest.mark.skipif(importlib.util.find_spec("cyclonedx") is not None, reason="cyclonedx-python-lib is here")
def test_without_its_library_the_list_says_what_to_do(tree: FrozenTree) -> None:
    with pytest.raises(bundles.PackagingError, match="make package"):
        sbom.document(tree.bundle, sbom.parts_inside(tree.bundle))
