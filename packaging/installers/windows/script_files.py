"""The list of a bundle's files in the words of the installer's script: what it brings, and what it takes away again."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path, PurePosixPath

from installers.bundle import Bundle, PackagingError

PROGRAMS = ("netdesk-desktop.exe", "netdesk.exe")
"""The window and the command."""
_FORBIDDEN = '<>:"|?*\\'
_RESERVED = {
    "con",
    "prn",
    "aux",
    "nul",
    *(f"{name}{digit}" for name in ("com", "lpt") for digit in range(1, 10)),
}


def file_list(bundle: Bundle) -> list[PurePosixPath]:
    """Every file of the bundle relative to its top, in order.

    Raises PackagingError where the bundle is not one for Windows, or where Windows could not hold a name.
    """
    names = [PurePosixPath(file.relative_to(bundle.folder).as_posix()) for file in bundle.files()]
    missing = [program for program in PROGRAMS if PurePosixPath(program) not in names]
    if missing:
        raise PackagingError(
            f"{bundle.folder} is no program for Windows: {' and '.join(missing)} is not in it."
        )
    seen: dict[str, PurePosixPath] = {}
    for name in names:
        other = seen.setdefault(str(name).casefold(), name)
        if other is not name:
            raise PackagingError(f"Windows cannot tell {other} from {name}.")
        for part in name.parts:
            if (
                set(part) & set(_FORBIDDEN)
                or part[-1] in " ."
                or part.partition(".")[0].casefold() in _RESERVED
            ):
                raise PackagingError(f"Windows cannot hold a file named {name}.")
    return names


def macros(folder: Path, files: Sequence[PurePosixPath]) -> str:
    """The macros InstallFiles, RemoveFiles and RemoveFolders of the script, for ``files`` in ``folder``.

    Removing names each file and each folder by itself, folders last and only while they are empty.
    """
    lines = ["!macro InstallFiles"]
    place: PurePosixPath | None = None
    for file in sorted(files, key=lambda name: (name.parent.parts, name.name)):
        if file.parent != place:
            place = file.parent
            lines.append(f'  SetOutPath "{_installed(place)}"')
        lines.append(f'  File "{folder / file}"')
    lines += ["!macroend", "", "!macro RemoveFiles"]
    lines += [f'  Delete "{_installed(file)}"' for file in files]
    lines += ["!macroend", "", "!macro RemoveFolders"]
    folders = {parent for file in files for parent in file.parents if parent.parts}
    lines += [
        f'  RMDir "{_installed(each)}"' for each in sorted(folders, key=lambda each: each.parts, reverse=True)
    ]
    return "\n".join([*lines, "!macroend", ""])


def _installed(name: PurePosixPath) -> str:
    return "\\".join(["$INSTDIR", *(_escaped(part) for part in name.parts)])


def _escaped(text: str) -> str:
    """In a name at the person's computer a dollar sign begins a variable; two stand for one."""
    return text.replace("$", "$$")
