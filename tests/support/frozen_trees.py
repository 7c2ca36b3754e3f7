"""Stand-ins for frozen programs: folders laid out as PyInstaller lays them on each platform, with a few small files."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.support.installer_code import installer_code

_PROGRAMS = {
    "linux": ("netdesk", ["netdesk"], "_internal"),
    "windows": ("NetDesk", ["netdesk-desktop.exe", "netdesk.exe"], "_internal"),
    "macos": (
        "NetDesk.app",
        ["Contents/MacOS/netdesk-desktop", "Contents/MacOS/netdesk"],
        "Contents/Frameworks",
    ),
}
MIT = "Permission is hereby granted, free of charge, to any person\nobtaining a copy of this software"
PACKAGES = {
    "netdesk": ("0.1.0", "License: MIT\nRequires-Dist: peewee<5,>=4\nRequires-Dist: pygal\n"),
    "peewee": ("4.5.3", "License-File: LICENSE\n"),
    "platformdirs": ("4.14.7", "License-Expression: MIT\nRequires-Dist: sphinx; extra == 'docs'\n"),
    "pygal": ("3.1.3", "License: GNU LGPL v3+\nRequires-Dist: importlib_metadata\nRequires-Dist: lxml\n"),
    "importlib_metadata": ("10.2.0", "Classifier: License :: OSI Approved :: MIT License\n"),
    "rapidfuzz": ("3.14.6", "License-Expression: MIT\n"),
}


@dataclass(frozen=True)
class FrozenTree:
    """A stand-in bundle, and how to put more into it."""

    bundle: Any
    inner: Path

    def add(self, path: str, content: bytes = b"") -> Path:
        """Put a file among the parts; its path in the bundle is returned by `Path.relative_to` as ever."""
        file = self.inner / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
        return file

    def add_package(self, name: str, version: str, told: str) -> None:
        """Put in what a package says of itself."""
        head = f"Metadata-Version: 2.4\nName: {name}\nVersion: {version}\nSummary: Sample.\n"
        self.add(f"{name}-{version}.dist-info/METADATA", f"{head}{told}\n".encode())
        if "License-File" in told:
            self.add(f"{name}-{version}.dist-info/licenses/LICENSE", MIT.encode())


def frozen_tree(folder: Path, platform: str = "linux", machine: str = "x86_64") -> FrozenTree:
    """A small bundle with programs, packages and Python's library, but none of the system's."""
    name, programs, inner = _PROGRAMS[platform]
    top = folder / name
    tree = FrozenTree(installer_code("bundle").Bundle(top, "0.1.0", platform, machine), top / inner)
    for program in programs:
        file = top / program
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(f"program {program}".encode())
        file.chmod(0o755)
    for package, (version, told) in PACKAGES.items():
        tree.add_package(package, version, told)
    python = {
        "linux": "libpython3.11.so.1.0",
        "windows": "python311.dll",
        "macos": "Python.framework/Versions/3.11/Python",
    }
    tree.add(python[platform], b"\0Python\0 3.11.7\0003.10.1\0")
    return tree
