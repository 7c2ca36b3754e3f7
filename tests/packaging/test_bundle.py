"""A bundle knows its version, its platform and the names of what is made of it."""

from pathlib import Path

import pytest

import netdesk
from tests.support.installer_code import installer_code

bundle = installer_code("bundle")


def test_the_version_is_written_in_one_place(tmp_path: Path) -> None:
    assert bundle.own_version() == netdesk.__version__
    (tmp_path / "netdesk").mkdir()
    (tmp_path / "netdesk" / "__init__.py").write_text("version = 1\n")
    with pytest.raises(bundle.PackagingError, match="__version__"):
        bundle.own_version(tmp_path)


def test_products_are_named_for_version_platform_and_processor(tmp_path: Path) -> None:
    made = bundle.Bundle(tmp_path, "0.2.0", bundle.this_platform("darwin"), bundle.this_machine("arm64"))
    assert made.product(".dmg") == "netdesk-0.2.0-macos-arm64.dmg"
    assert bundle.this_machine("AMD64") == "x86_64"
    assert bundle.this_machine("aarch64") == "arm64"
    with pytest.raises(bundle.PackagingError, match="not built on sunos5"):
        bundle.this_platform("sunos5")


def test_its_size_counts_every_file_once(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"12345")
    (tmp_path / "b").symlink_to("a")
    made = bundle.Bundle(tmp_path, "0.1.0", "linux", "x86_64")
    assert made.size == 5
    assert made.files() == [tmp_path / "a"]
