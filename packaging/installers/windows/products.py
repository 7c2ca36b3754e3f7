"""Makes what a person downloads for Windows from a frozen program: the installer (NSIS), and a portable zip."""

from __future__ import annotations

import os
import shlex
import shutil
import time
import zipfile
from collections.abc import Mapping
from pathlib import Path

from installers import file_list
from installers.bundle import TOP, WORK, Bundle, PackagingError, own_version
from installers.moment import build_moment
from installers.running import said_by
from installers.windows import properties, script_files

FOLDER = TOP / "packaging" / "windows"
MANIFEST = FOLDER / "netdesk.manifest"
"""What both programs tell Windows about themselves; for PyInstaller's EXE."""
SIGN_COMMAND = "NETDESK_WINDOWS_SIGN"
"""The environment variable with the command that signs the file named after it; see packaging/windows/README.md."""
_FIRST_OF_ZIP = 315532800
"""1980-01-01, before which a zip has no days."""
_LONGEST_REACH = 64
"""Megabytes; whoever installs needs as much memory for a moment."""


def icon(folder: Path = WORK) -> Path:
    """Write the program's icon into ``folder`` and give its path."""
    from installers.windows.pictures import SIZES, own_icon, write_icon

    return write_icon(folder / "netdesk.ico", [own_icon(size) for size in SIZES])


def version_resource(
    folder: Path = WORK, program: str = "netdesk-desktop", version: str | None = None
) -> Path:
    """Write the version resource of ``program`` for PyInstaller into ``folder`` and give its path."""
    written = folder / f"{program}-version.txt"
    folder.mkdir(parents=True, exist_ok=True)
    written.write_text(properties.resource_text(program, version or own_version()), encoding="utf-8")
    return written


def make(
    bundle: Bundle, products: Path, environment: Mapping[str, str] = os.environ, made: Path = WORK / "windows"
) -> list[Path]:
    """Make everything there is for Windows, the programs signed first where a command to sign is given."""
    sign_programs(bundle, environment.get(SIGN_COMMAND, ""))
    return [make_setup(bundle, products, environment, made), make_portable(bundle, products)]


def sign_programs(bundle: Bundle, command: str) -> None:
    """Sign both programs with ``command`` and list the bundle's files anew; without a command nothing is done."""
    if not command.strip():
        return
    for program in script_files.PROGRAMS:
        said_by([*_words(command), str(bundle.folder / program)], f"{program} could not be signed")
    file_list.write(bundle)


def make_setup(
    bundle: Bundle, products: Path, environment: Mapping[str, str] = os.environ, made: Path = WORK / "windows"
) -> Path:
    """Compile the installer ``netdesk-0.1.0-windows-x86_64-setup.exe``; ``made`` is a folder for what it needs.

    Raises PackagingError with makensis' words.
    """
    compiler = makensis()
    files = script_files.file_list(bundle)
    made.mkdir(parents=True, exist_ok=True)
    from installers.windows.pictures import write_pictures

    write_pictures(made)
    (made / "files.nsh").write_text(script_files.macros(bundle.folder, files), encoding="utf-8-sig")
    # Windows shows a licence best with its own line ends.
    licence = (TOP / "LICENSE").read_text(encoding="utf-8")
    (made / "licence.txt").write_text(licence, encoding="utf-8-sig", newline="\r\n")
    products.mkdir(parents=True, exist_ok=True)
    target = products / bundle.product("-setup.exe")
    target.unlink(missing_ok=True)
    defines = {
        "VERSION": bundle.version,
        "NUMBERS": ".".join(map(str, properties.numbers(bundle.version))),
        "SIZE": str(-(-bundle.size // 1024)),
        "REACH": str(min(_LONGEST_REACH, -(-bundle.size // 2**20))),
        "OUTPUT": str(target.resolve()),
        "MADE": str(made.resolve()),
        "LICENCE": str((made / "licence.txt").resolve()),
    }
    if command := environment.get(SIGN_COMMAND, "").strip():
        defines["SIGN"] = command
    script = FOLDER / "netdesk.nsi"
    arguments = [
        "-V2",
        "-WX",
        "-INPUTCHARSET",
        "UTF8",
        *(f"-D{name}={value}" for name, value in defines.items()),
    ]
    try:
        said = said_by([compiler, *arguments, str(script)], "The installer could not be compiled")
    except PackagingError:
        target.unlink(missing_ok=True)  # written, but not signed
        raise
    if said.strip():  # a warning; another version of NSIS may have others
        print(said)
    return target


def makensis() -> str:
    """The compiler's path. Raises PackagingError, saying how to get it, where it is not installed."""
    candidates = ["makensis"]
    if programs := os.environ.get("PROGRAMFILES(X86)"):  # where NSIS puts itself on Windows, not on the path
        candidates.append(str(Path(programs) / "NSIS" / "makensis.exe"))
    for candidate in candidates:
        if found := shutil.which(candidate):
            return found
    raise PackagingError(
        "makensis is missing: install NSIS 3.08 or newer (Debian, Ubuntu: sudo apt-get install nsis)."
    )


def make_portable(bundle: Bundle, products: Path) -> Path:
    """Make ``netdesk-0.1.0-windows-x86_64-portable.zip``: the program in one folder, to be unpacked anywhere.

    Only the program is portable: workspace and settings stay in the usual folders of whoever starts it, as its
    READ ME says. The same bundle gives the same bytes.
    """
    files = script_files.file_list(bundle)
    products.mkdir(parents=True, exist_ok=True)
    target = products / bundle.product("-portable.zip")
    stamp = time.gmtime(max(build_moment(), _FIRST_OF_ZIP))[:6]
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        words = (FOLDER / "READ ME.txt").read_text(encoding="utf-8").replace("{version}", bundle.version)
        _pack(packed, "NetDesk/READ ME.txt", stamp, words.replace("\n", "\r\n").encode("utf-8-sig"))
        for file in files:
            _pack(packed, f"NetDesk/{file}", stamp, (bundle.folder / file).read_bytes())
    return target


def _pack(packed: zipfile.ZipFile, name: str, stamp: tuple[int, ...], content: bytes) -> None:
    year, month, day, hour, minute, second = stamp
    entry = zipfile.ZipInfo(name, (year, month, day, hour, minute, second))
    entry.create_system = 0  # as packed on Windows, wherever it is packed
    packed.writestr(entry, content, zipfile.ZIP_DEFLATED, 9)


def _words(command: str) -> list[str]:
    """The words of a command line; on Windows a backslash is part of a path."""
    words = shlex.split(command, posix=os.name != "nt")
    return [word.strip('"') for word in words]
