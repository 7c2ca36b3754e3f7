"""Licences of the system's libraries come with them."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.support.frozen_trees import MIT, frozen_tree
from tests.support.installer_code import installer_code

debian_origin = installer_code("parts.debian_origin")
library_licences = installer_code("parts.library_licences")
licence_names = installer_code("parts.licence_names")


@pytest.mark.parametrize(
    ("words", "expression"),
    [
        ("MIT License", "MIT"),
        ("Expat", "MIT"),
        ("LGPL-2.1+", "LGPL-2.1-or-later"),
        ("GPL-2", "GPL-2.0-only"),
        ("GPL-2+ or LGPL-3+", "GPL-2.0-or-later OR LGPL-3.0-or-later"),
        ("Apache-2.0", "Apache-2.0"),
        ("LGPL-3.0-only OR GPL-2.0-only", "LGPL-3.0-only OR GPL-2.0-only"),
        ("somebody's own terms", "somebody's own terms"),
        ("", ""),
    ],
)
def test_licences_have_one_name_each(words: str, expression: str) -> None:
    assert licence_names.spdx(words) == expression


FORM = "Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/\n"


@pytest.mark.parametrize(
    ("text", "licence"),
    [
        (
            f"{FORM}\nFiles: *\nCopyright: 2026 Somebody\nLicense: LGPL-2.1+\n some words\n",
            "LGPL-2.1-or-later",
        ),
        (
            f"{FORM}\nFiles: *\nLicense: Expat\n\nFiles: debian/*\nLicense: GPL-2+\n",
            "MIT",
        ),
        (f"{FORM}\nFiles: *\nLicense: GPL-2\n\nFiles: lib/*\nLicense: Expat\n", ""),
        (f"{FORM}\nFiles: *\nLicense: MIT/X\n {MIT}\n", "MIT"),
        (f"This package was debianised by Somebody.\n\n{MIT}", "MIT"),
        ("In words of its own.", ""),
        ("", ""),
    ],
)
def test_a_debian_package_s_licence_is_told_where_it_is_one(text: str, licence: str) -> None:
    assert licence_names.of_debian(text) == licence


def test_texts_that_are_only_named_are_put_after(tmp_path: Path) -> None:
    (tmp_path / "LGPL-2.1").write_text("the whole licence\n", encoding="utf-8")
    named = "On Debian see /usr/share/common-licenses/LGPL-2.1. And /usr/share/common-licenses/GPL-9."
    whole = library_licences.whole_text(named, tmp_path)
    assert whole.startswith(named)
    assert whole.count("the whole licence") == 1
    assert library_licences.whole_text("\n", tmp_path) == ""


def a_system_library() -> Path | None:
    """A small library that a package of this computer installed."""
    if shutil.which("dpkg-query") is None:
        return None
    answer = subprocess.run(
        ["dpkg-query", "--search", "*/libz.so.1"], capture_output=True, text=True, check=False
    )
    return next((Path(line.partition(": ")[2]) for line in answer.stdout.splitlines()), None)


LIBRARY = a_system_library()


@pytest.mark.skipif(LIBRARY is None, reason="no package of this computer has libz.so.1")
class TestOrigin:
    def test_a_copy_is_known_and_another_of_its_name_is_not(self, tmp_path: Path) -> None:
        assert LIBRARY is not None
        tree = frozen_tree(tmp_path)
        tree.add("libz.so.1", LIBRARY.read_bytes())
        paths = ["_internal/libz.so.1", "_internal/package/libz.so.1", "_internal/libnone.so.1"]
        found = debian_origin.origins(tree.bundle, paths)
        assert list(found) == ["_internal/libz.so.1"]
        package = found["_internal/libz.so.1"]
        assert package.purl.startswith("pkg:deb/")
        assert f"/{package.name}@" in package.purl
        assert "arch=" in package.purl
        tree.add("libz.so.1", LIBRARY.read_bytes()[:-1])
        assert debian_origin.origins(tree.bundle, paths) == {}

    def test_its_licence_goes_into_the_bundle_once_and_the_same(self, tmp_path: Path) -> None:
        assert LIBRARY is not None
        tree = frozen_tree(tmp_path)
        tree.add("libz.so.1", LIBRARY.read_bytes())
        listed = library_licences.write(tree.bundle)
        first = listed.read_bytes()
        (row,) = json.loads(first)["libraries"]
        text = (listed.parent / row["text"]).read_text(encoding="utf-8")
        assert row["version"]
        assert "Mark Adler" in text
        assert library_licences.write(tree.bundle).read_bytes() == first

    def test_libraries_gone_from_the_bundle_are_gone_from_the_list(self, tmp_path: Path) -> None:
        assert LIBRARY is not None
        tree = frozen_tree(tmp_path)
        library = tree.add("libz.so.1", LIBRARY.read_bytes())
        listed = library_licences.write(tree.bundle)
        library.unlink()
        assert library_licences.write(tree.bundle) is None
        assert not listed.exists()
        assert not (listed.parent / "system").exists()


def test_a_bundle_with_nothing_of_the_system_has_no_list(tmp_path: Path) -> None:
    assert library_licences.write(frozen_tree(tmp_path, "windows").bundle) is None
