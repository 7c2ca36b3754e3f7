"""What Windows shows of the programs under Properties, judged by the text PyInstaller reads."""

import re
from typing import Any

import pytest

from tests.support.installer_code import installer_code
from tests.support.source_tree import TOP

version = installer_code("windows.properties")
windows = installer_code("windows.products")
bundle = installer_code("bundle")


class Part:
    """Stands for one of PyInstaller's structures: keeps what it is given."""

    def __init__(self, *given: Any, **named: Any) -> None:
        self.given = given
        self.named = named


def read(text: str) -> tuple[Part, dict[str, str]]:
    """The fixed part of a version resource, and its strings."""
    names = ("VSVersionInfo", "FixedFileInfo", "StringFileInfo", "StringTable", "StringStruct", "VarFileInfo")
    whole = eval(text, dict.fromkeys((*names, "VarStruct"), Part))
    strings, languages = whole.named["kids"]
    (table,) = strings.given[0]
    assert table.given[0] == "080904B0"
    assert languages.given[0][0].given == ("Translation", [0x0809, 0x04B0])
    return whole.named["ffi"], {each.given[0]: each.given[1] for each in table.given[1]}


@pytest.mark.parametrize(
    ("words", "four"),
    [
        ("0.1.0", (0, 1, 0, 0)),
        ("1.2", (1, 2, 0, 0)),
        ("0.2.0rc1", (0, 2, 0, 0)),
        ("10.20.30.40", (10, 20, 30, 40)),
    ],
)
def test_a_version_is_four_numbers(words: str, four: tuple[int, ...]) -> None:
    assert version.numbers(words) == four


@pytest.mark.parametrize("words", ["", "one", "7", "1.70000.0"])
def test_what_windows_cannot_hold_is_told(words: str) -> None:
    with pytest.raises(bundle.PackagingError, match=re.escape(repr(words))):
        version.numbers(words)


@pytest.mark.parametrize("program", ["netdesk-desktop", "netdesk"])
def test_each_program_says_what_it_is(program: str) -> None:
    fixed, strings = read(version.resource_text(program, "0.2.1"))
    assert fixed.named["filevers"] == fixed.named["prodvers"] == (0, 2, 1, 0)
    assert strings["OriginalFilename"] == f"{program}.exe"
    assert strings["ProductVersion"] == strings["FileVersion"] == "0.2.1"
    assert strings["FileDescription"].startswith("NetDesk"), "the words of Task Manager"
    holder = re.search(r"Copyright \(c\) \d{4} .+", (TOP / "LICENSE").read_text(encoding="utf-8"))
    assert holder is not None
    assert strings["LegalCopyright"].startswith(holder[0])
    assert holder[0].endswith(strings["CompanyName"])


def test_the_file_for_the_build_has_the_one_version(tmp_path: Any) -> None:
    written = windows.version_resource(tmp_path / "new folder", "netdesk")
    _, strings = read(written.read_text(encoding="utf-8"))
    assert strings["ProductVersion"] == bundle.own_version()
