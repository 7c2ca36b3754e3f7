"""Sizes stand beside their aims, and on the page between their marks."""

from pathlib import Path

import pytest

from tests.support.installer_code import installer_code

sizes = installer_code("sizes")
bundle = installer_code("bundle")


def program(folder: Path) -> object:
    for name, size in {
        "netdesk": 2 * sizes.MIB,
        "_internal/PySide6/Qt/lib/libicudata.so.73": 3 * sizes.MIB,
        "_internal/PySide6/Qt/lib/libQt6Core.so.6": sizes.MIB,
        "_internal/PySide6/QtCore.abi3.so": sizes.MIB,
        "_internal/libpython3.11.so.1.0": sizes.MIB,
        "_internal/resources/themes/light.toml": sizes.MIB,
    }.items():
        file = folder / "netdesk" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(b"\0" * size)
    return bundle.Bundle(folder / "netdesk", "0.1.0", "linux", "x86_64")


def test_each_file_counts_for_one_part(tmp_path: Path) -> None:
    made = program(tmp_path)
    parts = {name: size // sizes.MIB for name, size in sizes.by_part(made)}
    assert list(parts.values()) == [3, 1, 1, 2, 1, 1]
    assert sum(parts.values()) * sizes.MIB == made.size  # type: ignore[attr-defined]


def test_an_aim_that_is_missed_is_said_to_be_missed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    deb, sums = tmp_path / "netdesk_0.1.0_amd64.deb", tmp_path / "SHA256SUMS"
    deb.write_bytes(b"\0" * 2_500_000)
    sums.write_bytes(b"")
    monkeypatch.setattr(sizes, "MOST_INSTALLER", 2_000_000)
    lines = sizes.table(program(tmp_path), [deb, sums]).splitlines()
    assert "| `netdesk_0.1.0_amd64.deb` | 2.5 MB | ≤ 2 MB | **no** |" in lines
    assert "| unpacked | 9.0 MiB | ≤ 130 MiB | yes |" in lines
    assert not any("SHA256SUMS" in line for line in lines)


def test_the_table_replaces_the_one_on_the_page(tmp_path: Path) -> None:
    page = tmp_path / "packaging.md"
    page.write_text(f"before\n{sizes.FROM}\nold\n{sizes.TO}\nafter\n", encoding="utf-8")
    sizes.write("new", page)
    assert page.read_text(encoding="utf-8") == f"before\n{sizes.FROM}\nnew\n{sizes.TO}\nafter\n"
    page.write_text("no place\n", encoding="utf-8")
    with pytest.raises(bundle.PackagingError, match="no place for the sizes"):
        sizes.write("new", page)
