"""What Windows shows of a program under Properties > Details, in the form PyInstaller reads."""

from __future__ import annotations

import re

from installers.bundle import PackagingError

PUBLISHER = "The NetDesk founders"
COPYRIGHT = "Copyright (c) 2026 The NetDesk founders. MIT licence."
DESCRIPTIONS = {
    "netdesk-desktop": "NetDesk",
    "netdesk": "NetDesk, the command",
}
"""Each program of the bundle, and the words Task Manager shows for it."""
_ENGLISH_UNICODE = "080904B0"
"""British English (0x0809) in Unicode (1200, 0x04B0)."""


def numbers(version: str) -> tuple[int, int, int, int]:
    """The four numbers Windows compares: "0.2.0rc1" is 0, 2, 0, 0. Raises PackagingError for what is no version."""
    found = re.match(r"(\d+)\.(\d+)(?:\.(\d+))?(?:\.(\d+))?(?!\d)", version)
    if found is None:
        raise PackagingError(f"{version!r} is no version that Windows understands.")
    first, second, third, fourth = (int(part or 0) for part in found.groups())
    if max(first, second, third, fourth) > 0xFFFF:
        raise PackagingError(f"{version!r} has a number above 65535, which Windows cannot hold.")
    return first, second, third, fourth


def resource_text(program: str, version: str) -> str:
    """The version resource of ``program`` ("netdesk-desktop" or "netdesk"), as a file for PyInstaller."""
    four = numbers(version)
    strings = {
        "CompanyName": PUBLISHER,
        "FileDescription": DESCRIPTIONS[program],
        "FileVersion": version,
        "InternalName": program,
        "LegalCopyright": COPYRIGHT,
        "OriginalFilename": f"{program}.exe",
        "ProductName": "NetDesk",
        "ProductVersion": version,
    }
    structs = ",\n        ".join(f"StringStruct({name!r}, {value!r})" for name, value in strings.items())
    return f"""VSVersionInfo(
  ffi=FixedFileInfo(filevers={four}, prodvers={four}, mask=0x3F, flags=0x0, OS=0x40004, fileType=0x1, subtype=0x0),
  kids=[
    StringFileInfo([
      StringTable({_ENGLISH_UNICODE!r}, [
        {structs},
      ]),
    ]),
    VarFileInfo([VarStruct('Translation', [0x0809, 1200])]),
  ],
)
"""
