"""A small stand-in for the program frozen for Windows: its layout and odd names, none of its code."""

from pathlib import Path
from types import ModuleType
from typing import Any

from tests.support.installer_code import installer_code

FILES = {
    "netdesk-desktop.exe": b"MZ the window",
    "netdesk.exe": b"MZ the command",
    "_internal/base_library.zip": b"PK",
    "_internal/resources/themes/light.toml": b'name = "light"\n',
    "_internal/odd $INSTDIR naïve name.txt": b"odd",
    "_internal/PySide6/plugins/platforms/qwindows.dll": b"MZ the platform",
}


def windows_bundle(folder: Path, version: str = "0.1.0") -> Any:
    """Write the stand-in into ``folder`` and return it as the Bundle the makers take."""
    code: ModuleType = installer_code("bundle")
    top = folder / "NetDesk"
    for name, content in FILES.items():
        (top / name).parent.mkdir(parents=True, exist_ok=True)
        (top / name).write_bytes(content)
    bundle = code.Bundle(top, version, "windows", "x86_64")
    installer_code("file_list").write(bundle)
    return bundle
