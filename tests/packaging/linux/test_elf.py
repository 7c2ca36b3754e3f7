"""Reading programs for Linux: what they load and which symbols of others they use, as binutils read it."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.installer_code import installer_code
from tests.support.linux_bundles import needs, on_linux

elf = installer_code("linux.elf")
PackagingError = installer_code("bundle").PackagingError
pytestmark = on_linux
LISTER = Path("/bin/ls")


@needs("readelf")
@pytest.mark.parametrize("file", [LISTER, Path(sys.executable).resolve()])
def test_the_libraries_are_those_another_reader_finds(file: Path) -> None:
    told = subprocess.run(["readelf", "-dW", str(file)], capture_output=True, text=True, check=True).stdout
    expected = [line.split("[")[1].rstrip("]") for line in told.splitlines() if "(NEEDED)" in line]
    assert list(elf.read_binary(file).needed) == list(elf.libraries_needed(file)) == expected
    assert any(name.startswith("libc.so") for name in expected)


@needs("readelf")
def test_the_symbols_of_others_are_those_another_reader_finds() -> None:
    command = ["readelf", "--dyn-syms", "-W", str(LISTER)]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    rows = [line.split() for line in told.splitlines() if " UND " in line]
    expected = {row[7] if "@" in row[7] else f"{row[7]}@Base" for row in rows if len(row) > 7}
    assert elf.read_binary(LISTER).imports == expected
    assert any("@GLIBC_" in name for name in expected)


def test_what_is_no_program_is_told_by_its_name(tmp_path: Path) -> None:
    text = tmp_path / "letter.so"
    text.write_text("Dear Sam")
    assert not elf.is_binary(text)
    with pytest.raises(PackagingError, match=r"letter\.so cannot be read as a library"):
        elf.read_binary(text)


def test_a_program_that_is_cut_short_is_told(tmp_path: Path) -> None:
    cut = tmp_path / "cut.so"
    whole = LISTER.read_bytes()
    for length in (20, 400, len(whole) // 2):
        cut.write_bytes(whole[:length])
        assert elf.is_binary(cut)
        with pytest.raises(PackagingError, match="cannot be read"):
            elf.read_binary(cut)
